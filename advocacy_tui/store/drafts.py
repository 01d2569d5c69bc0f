"""Drafts: the working text, and the few things that go with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.models import HEAD_LENGTH, Draft, DraftStatus, IdeaStatus
from advocacy_tui.store.acts import record_once
from advocacy_tui.store.change import Change
from advocacy_tui.store.ideas import PAGE, get_idea, unknown
from advocacy_tui.store.search import match_expression
from advocacy_tui.store.undo import before, record
from advocacy_tui.store.versions import cut_version_within
from advocacy_tui.text import clean_own, first_line, fold_words, search_text
from advocacy_tui.ulid import new_ulid

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

    from advocacy_tui.store.database import Database

_COLUMNS = (
    "d.seq, d.id, d.title, {text} AS text, d.notes, d.picture, d.alt_text, d.first_comment, "
    "d.audience, d.type, d.channels, d.status, d.idea, d.cursor, d.created_at, d.created_day, "
    "d.changed_at"
)
FIELDS = ("title", "notes", "picture", "alt_text", "first_comment", "audience", "type", "channels")
"""What goes with a draft's text; `set_fields` takes these names."""

TITLE_WIDTH = 60
"""Cells of a first line that serve as title where none was given."""


def _draft(row: sqlite3.Row) -> Draft:
    values = dict(row)
    values["channels"] = tuple(json.loads(values["channels"]))
    return Draft(**values)


def title_of(draft: Draft) -> str:
    """Return the draft's title, or else its first line; "" for an empty draft."""
    return draft.title or first_line(draft.text, TITLE_WIDTH)


def new_draft(
    database: Database,
    *,
    now: datetime,
    idea: str | None = None,
    text: str = "",
    title: str = "",
    post_type: str | None = None,
    channels: Sequence[str] = (),
) -> Change:
    """Begin a draft; from an idea it takes the first line as title, and the idea counts as used.

    Raises:
        UsageProblem: the idea is unknown.
    """
    at = utc_text(now)
    one = new_ulid(now.timestamp())
    rows: list[tuple[str, str, dict[str, object] | None]] = [("drafts", one, {"deleted_at": at})]
    if idea is not None:
        title = title or first_line(get_idea(database, idea).text, TITLE_WIDTH)
    with database.write() as connection:
        connection.execute(
            "INSERT INTO drafts (id, type, channels, idea, created_at, created_day, changed_at, "
            "title, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                one,
                post_type,
                json.dumps(list(channels)),
                idea,
                at,
                day_text(now),
                at,
                title,
                clean_own(text).text,
            ),
        )
        if idea is not None:
            rows += before(connection, "ideas", [idea], ("status",))  # type: ignore[arg-type]
            connection.execute(
                "UPDATE ideas SET status = ? WHERE id = ?", (str(IdeaStatus.USED), idea)
            )
        return record(connection, Change("draft", (one,), N_("began a draft")), rows, at)


def get_draft(database: Database, one: str) -> Draft:
    """Return a draft whole; UsageProblem for an unknown or deleted id."""
    row = database.row(
        f"SELECT {_COLUMNS.format(text='d.text')} FROM drafts d "
        "WHERE d.id = ? AND d.deleted_at IS NULL",
        (one,),
    )
    if row is None:
        raise unknown("draft", one)
    return _draft(row)


def list_drafts(
    database: Database,
    query: str = "",
    *,
    status: str | None = None,
    laid_away: bool = False,
    before_change: tuple[str, int] | None = None,
    limit: int | None = PAGE,
    whole: bool = False,
) -> list[Draft]:
    """Return drafts, last changed first.

    Args:
        database: Where to look.
        query: Words, each a folded prefix; "" for all.
        status: A DraftStatus, or None for all.
        laid_away: Whether "all" holds what is laid away (archived), too.
        before_change: (changed_at, seq) of the last row read, for the next page.
        limit: Rows at most; None for no limit.
        whole: Read whole texts; else `text` holds the first HEAD_LENGTH characters.
    """
    where, parameters = ["d.deleted_at IS NULL"], list[object]()
    source = "drafts d"
    expression = match_expression(query)
    if expression is not None and database.read_only:
        found = _found_without_index(database, query)
        where.append(f"d.seq IN ({', '.join(map(str, found))})")
    elif expression is not None:
        _index_stale(database)
        source = "drafts_fts f CROSS JOIN drafts d ON d.seq = f.rowid"
        where.append("drafts_fts MATCH ?")
        parameters.append(expression)
    elif query.strip():
        return []
    if status is not None:
        where.append("d.status = ?")
        parameters.append(status)
    elif not laid_away:
        where.append("d.status != 'archived'")
    if before_change is not None:
        where.append("(d.changed_at, d.seq) < (?, ?)")
        parameters.extend(before_change)
    parameters.append(-1 if limit is None else limit)
    text = "d.text" if whole else f"substr(d.text, 1, {HEAD_LENGTH})"
    rows = database.rows(
        f"SELECT {_COLUMNS.format(text=text)} FROM {source} WHERE {' AND '.join(where)} "
        "ORDER BY d.changed_at DESC, d.seq DESC LIMIT ?",
        parameters,
    )
    return [_draft(row) for row in rows]


def _index_stale(database: Database) -> None:
    """Index what was written since the last search: autosave leaves this work to the reader."""
    stale = database.rows("SELECT seq, title, text, notes FROM drafts WHERE stale = 1")
    if not stale:
        return
    with database.write() as connection:
        for row in stale:
            folded = search_text("\n".join((row["title"], row["text"], row["notes"])))
            connection.execute(
                "UPDATE drafts SET folded = ?, stale = 0 WHERE seq = ? AND text = ?",
                (folded, row["seq"], row["text"]),
            )


def _found_without_index(database: Database, query: str) -> list[int]:
    """Return the seqs of the drafts that a search finds, where the index cannot be written to."""
    wanted = fold_words(query)
    found = []
    for row in database.stream("SELECT seq, title, text, notes FROM drafts"):
        words = fold_words("\n".join((row["title"], row["text"], row["notes"])))
        if all(any(word.startswith(one) for word in words) for one in wanted):
            found.append(int(row["seq"]))
    return found


def save_cursor(database: Database, one: str, cursor: int) -> None:
    """Remember where the cursor stood, without counting it as a change."""
    with database.write() as connection:
        connection.execute("UPDATE drafts SET cursor = ? WHERE id = ?", (cursor, one))


def set_fields(database: Database, one: str, *, now: datetime, **fields: object) -> Change:
    """Set what goes with the text; names are those of FIELDS, channels a sequence of ids."""
    values = _stored(fields)
    get_draft(database, one)
    with database.write() as connection:
        return _set(connection, one, values, N_("changed a draft's details"), now)


def edit_draft(
    database: Database, one: str, text: str, *, now: datetime, **fields: object
) -> Change:
    """Put a new text in a draft from outside the editor; a version keeps the old one.

    `fields` are those of `set_fields`: text and fields are one act, and one undo.
    """
    values = {**_stored(fields), "text": clean_own(text).text}
    get_draft(database, one)
    with database.write() as connection:
        cut_version_within(connection, one, "import", now=now)
        return _set(connection, one, values, N_("rewrote a draft"), now)


def _stored(fields: dict[str, object]) -> dict[str, object]:
    """Return fields as the database holds them."""
    strange = set(fields) - set(FIELDS)
    if strange:
        raise TypeError(f"unknown draft fields: {sorted(strange)}")
    return {
        name: json.dumps(list(value)) if name == "channels" else value  # type: ignore[call-overload]
        for name, value in fields.items()
    }


def _set(
    connection: sqlite3.Connection, one: str, values: dict[str, object], label: str, now: datetime
) -> Change:
    at = utc_text(now)
    kept = ("cursor",) if "text" in values else ()
    rows = before(connection, "drafts", [one], (*values, *kept, "changed_at"))
    rows[0][2]["stale"] = 1  # type: ignore[index]
    assignments = ", ".join(f"{name} = ?" for name in values)
    connection.execute(
        f"UPDATE drafts SET {assignments}, changed_at = ?, stale = 1 WHERE id = ?",
        (*values.values(), at, one),
    )
    return record(connection, Change("draft", (one,), label), rows, at)


def mark_ready(database: Database, one: str, *, now: datetime) -> Change:
    """Mark a draft as ready; it counts, once per draft.

    Raises:
        UsageProblem: it is posted already, which is more.
    """
    at = utc_text(now)
    if get_draft(database, one).status == DraftStatus.POSTED:
        raise UsageProblem(_("It is posted already."))
    with database.write() as connection:
        cut_version_within(connection, one, "ready", now=now)
        rows = before(connection, "drafts", [one], ("status", "changed_at"))
        rows += record_once(connection, "draft", one, now=now)
        connection.execute(
            "UPDATE drafts SET status = ?, changed_at = ? WHERE id = ?",
            (str(DraftStatus.READY), at, one),
        )
        return record(connection, Change("draft", (one,), N_("marked a draft as ready")), rows, at)


_STATUS_LABELS = {
    DraftStatus.DRAFT: N_("took a draft out again"),
    DraftStatus.ARCHIVED: N_("laid a draft away"),
}


def set_draft_status(database: Database, one: str, status: DraftStatus, *, now: datetime) -> Change:
    """Lay a draft away (archived) or take it out again (draft).

    What was posted before it was laid away is posted when it is taken out.
    """
    label = _STATUS_LABELS[status]
    if status == DraftStatus.DRAFT and _was_posted(database, one):
        status = DraftStatus.POSTED
    return _mark(database, one, "status", str(status), label, now)


def _was_posted(database: Database, one: str) -> bool:
    return get_draft(database, one).status == DraftStatus.ARCHIVED and bool(
        database.value("SELECT 1 FROM posts WHERE draft = ? AND deleted_at IS NULL", (one,))
    )


def delete_draft(database: Database, one: str, *, now: datetime) -> Change:
    """Delete a draft so that an undo brings it back, versions and all."""
    return _mark(database, one, "deleted_at", utc_text(now), N_("deleted a draft"), now)


def _mark(
    database: Database, one: str, column: str, value: str, label: str, now: datetime
) -> Change:
    at = utc_text(now)
    get_draft(database, one)
    with database.write() as connection:
        rows = before(connection, "drafts", [one], (column, "changed_at"))
        connection.execute(
            f"UPDATE drafts SET {column} = ?, changed_at = ? WHERE id = ?", (value, at, one)
        )
        return record(connection, Change("draft", (one,), label), rows, at)
