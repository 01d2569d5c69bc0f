"""The notebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.models import HEAD_LENGTH, Idea, IdeaStatus
from advocacy_tui.store.acts import record_once
from advocacy_tui.store.capture import known_themes, merged_tags, searchable, theme_in
from advocacy_tui.store.change import Change
from advocacy_tui.store.pages import idea_places
from advocacy_tui.store.undo import before, record
from advocacy_tui.text import clean_own, fold, hashtags, word_count

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from advocacy_tui.store.database import Database

PAGE = 256
"""Rows that a list reads at a time."""

WORKED_UP_WORDS = 40
"""Words from which an idea counts as worked up (channels-and-momentum: a body of 40 words).

It counts when it grows to so many by being worked on. A thought that is kept with as many words
from the start was kept, not worked up, and does not count, neither then nor when words of it are
changed; taking a shared idea or bringing in a folder would else fill a week.
"""

_COLUMNS = (
    "i.seq, i.id, i.status, i.tags, i.theme, i.origin, i.created_at, i.created_day, i.changed_at"
)
_WHOLE = f"{_COLUMNS}, i.text"
_HEAD = f"{_COLUMNS}, substr(i.text, 1, {HEAD_LENGTH}) AS text"


def _idea(row: sqlite3.Row) -> Idea:
    return Idea(
        seq=row["seq"],
        id=row["id"],
        text=row["text"],
        status=row["status"],
        tags=tuple(json.loads(row["tags"])),
        theme=row["theme"],
        origin=row["origin"],
        created_at=row["created_at"],
        created_day=row["created_day"],
        changed_at=row["changed_at"],
    )


def get_idea(database: Database, one: str) -> Idea:
    """Return an idea whole; UsageProblem for an unknown or deleted id."""
    row = database.row(
        f"SELECT {_WHOLE} FROM ideas i WHERE i.id = ? AND i.deleted_at IS NULL", (one,)
    )
    if row is None:
        raise unknown("idea", one)
    return _idea(row)


def unknown(what: str, one: str) -> UsageProblem:
    """Return the sentence for an id that is not there; `what` is a Change kind."""
    sentences = {
        "idea": _("There is no idea {id}. `advocacy-tui ideas` lists them."),
        "draft": _("There is no draft {id}. `advocacy-tui draft list` lists them."),
        "act": _("There is no act {id}. `advocacy-tui acts` lists them."),
        "absence": _("There is no time off {id}. `advocacy-tui away` lists it."),
        "catalogue": _("There is no shared idea {id}. `advocacy-tui catalogue` lists them."),
        "version": _("There is no version {id}. `advocacy-tui draft versions ID` lists them."),
    }
    return UsageProblem(sentences.get(what, _("There is nothing with the id {id}.")).format(id=one))


def list_ideas(
    database: Database,
    query: str = "",
    *,
    status: str | None = None,
    laid_away: bool = True,
    before_seq: int | None = None,
    limit: int | None = PAGE,
    whole: bool = False,
) -> list[Idea]:
    """Return ideas, newest first.

    Args:
        database: Where to look.
        query: Words, each a folded prefix; "" for all.
        status: An IdeaStatus, or None for all.
        laid_away: Whether "all" holds what is laid away, too.
        before_seq: Only ideas captured before this one (for the next page).
        limit: Rows at most; None for no limit.
        whole: Read whole texts; else `text` holds the first HEAD_LENGTH characters.
    """
    places = idea_places(query, status=status, laid_away=laid_away)
    if before_seq is not None:
        places = places.from_key(before_seq)
    rows = database.rows(
        places.select(_WHOLE if whole else _HEAD),
        (*places.parameters, -1 if limit is None else limit),
    )
    return [_idea(row) for row in rows]


def stream_ideas(
    database: Database, query: str = "", *, status: str | None = None, limit: int | None = None
) -> Iterator[Idea]:
    """Yield whole ideas, newest first, however many there are; arguments as `list_ideas`."""
    places = idea_places(query, status=status)
    for row in database.stream(
        places.select(_WHOLE), (*places.parameters, -1 if limit is None else limit)
    ):
        yield _idea(row)


def has_ideas(database: Database) -> bool:
    """Tell whether there is any idea, whatever became of it."""
    return bool(database.value("SELECT EXISTS (SELECT 1 FROM ideas WHERE deleted_at IS NULL)"))


def count_ideas(
    database: Database, status: str | None = None, query: str = "", *, laid_away: bool = True
) -> int:
    """Return how many ideas there are, optionally with one status or found by a query."""
    return idea_places(query, status=status, laid_away=laid_away).count(database)


def edit_idea(
    database: Database,
    one: str,
    text: str,
    *,
    now: datetime,
    theme: str | None = None,
    slot: str = "",
) -> Change:
    """Put a new text in an idea; worked up to forty words it counts, once.

    Tags that the text no longer holds go, tags given beside the text stay. The slot in which the
    text stood half written is emptied in the same transaction.
    """
    kept = clean_own(text).text.strip("\n")
    if not kept.strip():
        raise UsageProblem(_("There was no text to keep. Write a few words and try again."))
    at = utc_text(now)
    old = get_idea(database, one)
    in_old = {fold(tag) for tag in hashtags(old.text)}
    own = [tag for tag in old.tags if fold(tag) not in in_old]
    tags = merged_tags(own, hashtags(kept))
    theme = theme or theme_in(kept, known_themes(database)) or old.theme
    with database.write() as connection:
        rows = before(connection, "ideas", [one], ("text", "folded", "tags", "theme", "changed_at"))
        connection.execute(
            "UPDATE ideas SET text = ?, folded = ?, tags = ?, theme = ?, changed_at = ? "
            "WHERE id = ?",
            (
                kept,
                searchable(kept, (*own, theme or "")),
                json.dumps(tags, ensure_ascii=False),
                theme,
                at,
                one,
            ),
        )
        if word_count(kept) >= WORKED_UP_WORDS > word_count(old.text):
            rows += record_once(connection, "idea", one, now=now)
        if slot:
            connection.execute("DELETE FROM unsaved WHERE slot = ?", (slot,))
        return record(connection, Change("idea", (one,), N_("edited an idea")), rows, at)


_LABELS = {
    IdeaStatus.OPEN: (N_("took an idea out again"), N_("took {count} ideas out again")),
    IdeaStatus.USED: (N_("marked an idea as used"), N_("marked {count} ideas as used")),
    IdeaStatus.ARCHIVED: (N_("laid an idea away"), N_("laid {count} ideas away")),
}


def set_idea_status(
    database: Database, ids: Sequence[str], status: IdeaStatus, *, now: datetime
) -> Change:
    """Give ideas a status, together as one undo.

    An idea that is taken out again is used where a draft was begun from it.
    """
    one_label, many_label = _LABELS[status]
    values = dict.fromkeys(ids, str(status))
    if status == IdeaStatus.OPEN:
        values = {one: _status_taken_out(database, one) for one in ids}
    return _mark(database, values, "status", one_label, many_label, now)


def _status_taken_out(database: Database, one: str) -> str:
    had_a_draft = database.value(
        "SELECT 1 FROM ideas i JOIN drafts d ON d.idea = i.id "
        "WHERE i.id = ? AND i.status = ? AND d.deleted_at IS NULL",
        (one, str(IdeaStatus.ARCHIVED)),
    )
    return str(IdeaStatus.USED if had_a_draft else IdeaStatus.OPEN)


def delete_ideas(database: Database, ids: Sequence[str], *, now: datetime) -> Change:
    """Delete ideas so that one undo brings them back."""
    return _mark(
        database,
        dict.fromkeys(ids, utc_text(now)),
        "deleted_at",
        N_("deleted an idea"),
        N_("deleted {count} ideas"),
        now,
    )


def _mark(
    database: Database,
    values: dict[str, str],
    column: str,
    one_label: str,
    many_label: str,
    now: datetime,
) -> Change:
    at, ids = utc_text(now), tuple(values)
    for one in ids:
        if not database.value("SELECT 1 FROM ideas WHERE id = ? AND deleted_at IS NULL", (one,)):
            raise unknown("idea", one)
    label = one_label if len(ids) == 1 else many_label
    params = () if len(ids) == 1 else (("count", str(len(ids))),)
    with database.write() as connection:
        rows = before(connection, "ideas", ids, (column, "changed_at"))
        for one, value in values.items():
            connection.execute(
                f"UPDATE ideas SET {column} = ?, changed_at = ? WHERE id = ?", (value, at, one)
            )
        return record(connection, Change("idea", ids, label, params), rows, at)
