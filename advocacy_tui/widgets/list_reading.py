"""Reading the part of a list that is looked at: runs on a worker's thread, knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advocacy_tui.widgets.list_source import PAGE, Row, Source

KEPT_ROWS = 12 * PAGE
"""Rows that stay in memory; those farthest from the view go first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: rows by place, the length if known, where cursor and view stand now."""

    rows: Mapping[int, Row]
    total: int | None
    cursor: int | None = None
    top: int | None = None


def _numbered(rows: Sequence[Row], begin: int) -> dict[int, Row]:
    return dict(enumerate(rows, begin))


def read_start(source: Source) -> Reading:
    """Read the first page; the length too, where it is cheap or the page holds all."""
    rows = source.page(None)
    total: int | None = len(rows)
    if len(rows) >= PAGE:
        total = source.count() if source.counts_at_once else None
    return Reading(_numbered(rows, 0), total, cursor=0, top=0)


def read_on(source: Source, after: Row | None, begin: int, total: int | None) -> Reading:
    """Read the page from a place on: after the row before it, or by number in a counted list."""
    if after is not None or total is None:
        rows = source.page(after)
        if total is None and len(rows) < PAGE:
            total = begin + len(rows)
    else:
        rows = source.page_at(begin, total)
        if not rows:
            total = source.count()
    return Reading(_numbered(rows, begin), total)


def read_end(source: Source) -> Reading:
    """Read the last page, from the list's other end where the source can."""
    total = source.count()
    begin = max(0, total - PAGE)
    return Reading(_numbered(source.page_at(begin, total), begin), total, cursor=total - 1)


def read_again(
    source: Source, cursor: tuple[int, Row | None], top: tuple[int, Row | None], height: int
) -> Reading:
    """Read a list afresh around what a person looks at.

    Args:
        source: The same list, or the same things under another filter.
        cursor: Place and row of the cursor.
        top: Place and row of the first line on screen; at place 0 the view stays at the very top,
            so that what came in above it is seen.
        height: Lines on screen.
    """
    start = read_start(source)
    total = start.total
    if total is not None and total <= len(start.rows):
        return Reading(start.rows, total, _found(start, source, *cursor), _found_top(start, source, top))
    new_cursor = _found(start, source, *cursor)
    new_top = _found_top(start, source, top)
    rows = dict(start.rows)
    for place in (new_top, new_top + height, new_cursor):
        if place not in rows and (total is None or place < total):
            total = source.count() if total is None else total
            begin = max(0, min(place, total - 1) - PAGE // 4)
            rows.update(_numbered(source.page_at(begin, total), begin))
    return Reading(rows, total, new_cursor, new_top)


def _found(start: Reading, source: Source, place: int, row: Row | None) -> int:
    """Return where a row stands now, without asking the source when the first page has it."""
    if row is not None:
        for number, one in start.rows.items():
            if one.id == row.id:
                return number
        place_now = source.place_of(row)
        place = place if place_now is None else place_now
    return place if start.total is None else max(0, min(place, start.total - 1))


def _found_top(start: Reading, source: Source, top: tuple[int, Row | None]) -> int:
    return 0 if top[0] == 0 else _found(start, source, *top)
