"""What Today offers to go on with: a handful of indexed queries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.clock import day_text
from advocacy_tui.models import HEAD_LENGTH
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from advocacy_tui.store.database import Database

RESTS_FOR = timedelta(days=7)
"""How old a thought is before it counts as rested."""

BEFORE_CURSOR = 300
"""Characters before the cursor that are read, for the words a person stopped at."""

TITLE_WIDTH = 60
"""Cells of a first line that serve as title."""


class LastDraft(NamedTuple):
    """The draft written in last; `before` is the text up to where the cursor stood."""

    id: str
    title: str
    before: str
    is_ready: bool


class Thought(NamedTuple):
    """An idea of the notebook: its first line, and the local day it was kept."""

    id: str
    title: str
    day: str


class SharedIdea(NamedTuple):
    """An idea of the catalogue, with the people who nodded at it, newest last."""

    id: str
    title: str
    nods: tuple[str, ...]


def is_untouched(database: Database) -> bool:
    """Tell whether nothing was ever kept here: no thought, no draft, no act."""
    return not database.value(
        "SELECT EXISTS (SELECT 1 FROM ideas) OR EXISTS (SELECT 1 FROM drafts) "
        "OR EXISTS (SELECT 1 FROM acts)"
    )


def last_draft(database: Database) -> LastDraft | None:
    """Return the draft changed last that is not posted or laid away, if there is one.

    A cursor at the very start says nothing (a draft begun in the shell has it there), so the end
    of the text stands in for it.
    """
    row = database.row(
        f"SELECT id, title, status, substr(text, 1, {HEAD_LENGTH}) AS head, "
        f"CASE WHEN cursor > 0 THEN substr(text, max(1, cursor - {BEFORE_CURSOR - 1}), "
        f"min(cursor, {BEFORE_CURSOR})) ELSE substr(text, -{BEFORE_CURSOR}) END AS before "
        "FROM drafts WHERE deleted_at IS NULL AND status IN ('draft', 'ready') "
        "ORDER BY changed_at DESC, seq DESC LIMIT 1"
    )
    if row is None:
        return None
    title = row["title"] or first_line(row["head"], TITLE_WIDTH)
    return LastDraft(row["id"], title, row["before"], row["status"] == "ready")


def newest_thought(database: Database) -> Thought | None:
    """Return the thought kept last that no draft was made of."""
    return _thought(database, "1", ())


def rested_thought(database: Database, rng: Random, *, now: datetime) -> Thought | None:
    """Return some thought that has lain for a week or more, any of them as likely as its place."""
    day = day_text(now - RESTS_FOR)
    newest = database.value(
        "SELECT seq FROM ideas WHERE status = 'open' AND deleted_at IS NULL AND created_day <= ? "
        "ORDER BY seq DESC LIMIT 1",
        (day,),
    )
    if newest is None:
        return None
    oldest = database.value(
        "SELECT min(seq) FROM ideas WHERE status = 'open' AND deleted_at IS NULL"
    )
    place = rng.randint(int(oldest), int(newest))
    return _thought(database, "seq <= ? AND created_day <= ?", (place, day)) or _thought(
        database, "seq <= ? AND created_day <= ?", (newest, day)
    )


def _thought(database: Database, where: str, parameters: tuple[object, ...]) -> Thought | None:
    row = database.row(
        f"SELECT id, created_day, substr(text, 1, {HEAD_LENGTH}) AS head FROM ideas "
        f"WHERE status = 'open' AND deleted_at IS NULL AND {where} ORDER BY seq DESC LIMIT 1",
        parameters,
    )
    if row is None:
        return None
    return Thought(row["id"], first_line(row["head"], TITLE_WIDTH), row["created_day"])


def shared_to_read(database: Database, programme: str, rng: Random) -> SharedIdea | None:
    """Return some shared idea that is not in the notebook yet, with who nodded at it."""
    ends = database.row(
        "SELECT min(seq) AS first, max(seq) AS last FROM catalogue WHERE programme = ?",
        (programme,),
    )
    if ends is None or ends["first"] is None:
        return None
    place = rng.randint(ends["first"], ends["last"])
    for where in ("seq >= ?", "seq < ?"):
        row = database.row(
            "SELECT id, title FROM catalogue c WHERE programme = ? AND state = 'shown' "
            f"AND {where} AND NOT EXISTS (SELECT 1 FROM ideas i WHERE i.origin = c.id "
            "AND i.deleted_at IS NULL) ORDER BY seq LIMIT 1",
            (programme, place),
        )
        if row is not None:
            return SharedIdea(row["id"], row["title"], _nods(database, programme, row["id"]))
    return None


def most_nodded(database: Database, programme: str) -> SharedIdea | None:
    """Return the shared idea that most people nodded at, with their names."""
    row = database.row(
        "SELECT n.idea, c.title FROM nods n JOIN catalogue c "
        "ON c.programme = n.programme AND c.id = n.idea AND c.state = 'shown' "
        "WHERE n.programme = ? GROUP BY n.idea ORDER BY count(*) DESC, max(n.seq) DESC LIMIT 1",
        (programme,),
    )
    if row is None:
        return None
    return SharedIdea(row["idea"], row["title"], _nods(database, programme, row["idea"]))


def _nods(database: Database, programme: str, idea: str) -> tuple[str, ...]:
    rows = database.rows(
        "SELECT person FROM nods WHERE programme = ? AND idea = ? ORDER BY at, seq",
        (programme, idea),
    )
    return tuple(row["person"] for row in rows)


def shared_count(database: Database, programme: str) -> int:
    """Return how many ideas the catalogue shows."""
    return int(
        database.value(
            "SELECT count(*) FROM catalogue WHERE programme = ? AND state = 'shown'", (programme,)
        )
    )


def newest_act_day(database: Database) -> str:
    """Return the local day of the newest act, "" where there is none."""
    found = database.value("SELECT max(day) FROM acts WHERE deleted_at IS NULL")
    return "" if found is None else str(found)
