"""What happened on one local day: what counted, what was posted, which thoughts were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.models import HEAD_LENGTH

if TYPE_CHECKING:
    from datetime import date

    from advocacy_tui.store.database import Database

MOST_THOUGHTS = 50
"""Thoughts of a day that are read."""

_TITLE = f"coalesce(nullif(d.title, ''), nullif(substr(d.text, 1, {HEAD_LENGTH}), ''), '')"


class DayAct(NamedTuple):
    """Something that counted; `title` is the idea's or draft's it arose from, "" without one."""

    id: str
    kind: str
    thing: str | None
    title: str


class DayPost(NamedTuple):
    """A post of the day; `channel` is a channel id or ""."""

    draft: str
    channel: str
    title: str


class Day(NamedTuple):
    """One day; `kept` counts its thoughts, of which the first MOST_THOUGHTS are `thoughts`."""

    acts: tuple[DayAct, ...]
    posts: tuple[DayPost, ...]
    thoughts: tuple[str, ...]
    kept: int


def read_day(database: Database, day: date) -> Day:
    """Return what happened on a day, each kind in the order it was entered.

    Titles may hold more than a line: a text without a title gives its beginning.
    """
    on = (day.isoformat(),)
    acts = database.rows(
        f"SELECT a.id, a.kind, a.thing, coalesce(nullif({_TITLE}, ''), "
        f"substr(i.text, 1, {HEAD_LENGTH}), '') AS title FROM acts a "
        "LEFT JOIN drafts d ON d.id = a.thing AND d.deleted_at IS NULL "
        "LEFT JOIN ideas i ON i.id = a.thing AND i.deleted_at IS NULL "
        "WHERE a.day = ? AND a.deleted_at IS NULL ORDER BY a.seq",
        on,
    )
    posts = database.rows(
        f"SELECT p.draft, p.channel, coalesce(nullif({_TITLE}, ''), "
        f"substr(p.text, 1, {HEAD_LENGTH})) AS title FROM posts p "
        "LEFT JOIN drafts d ON d.id = p.draft AND d.deleted_at IS NULL "
        "WHERE p.day = ? AND p.deleted_at IS NULL ORDER BY p.seq",
        on,
    )
    thoughts = database.rows(
        f"SELECT substr(text, 1, {HEAD_LENGTH}) AS head, count(*) OVER () AS kept FROM ideas "
        f"WHERE created_day = ? AND deleted_at IS NULL ORDER BY seq LIMIT {MOST_THOUGHTS}",
        on,
    )
    return Day(
        acts=tuple(DayAct(**dict(row)) for row in acts),
        posts=tuple(DayPost(**dict(row)) for row in posts),
        thoughts=tuple(row["head"] for row in thoughts),
        kept=thoughts[0]["kept"] if thoughts else 0,
    )
