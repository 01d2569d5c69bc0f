"""Reading the part of a list that is looked at: runs on a worker's thread, knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advocacy_tui.widgets.list_source import PAGE, Row, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Spot = tuple[int, Row | None]
"""A place, and the row that stood there when it was last read."""

KEPT_ROWS = 12 * PAGE
"""Rows that stay in memory; of more, those farthest from the view are forgotten."""


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
    if after is not None or begin == 0:
        rows = source.page(after)
    else:
        total = source.count() if total is None else total
        rows = source.page_at(begin, total)
    end = begin + len(rows)
    if len(rows) < PAGE and (total is None or end < total):
        total = end
    return Reading(_numbered(rows, begin), total)


def read_end(source: Source) -> Reading:
    """Read the last page, from the list's other end where the source can."""
    total = source.count()
    begin = max(0, total - PAGE)
    rows = source.page_at(begin, total) if total else ()
    return Reading(_numbered(rows, begin), total, cursor=max(0, total - 1))


def read_again(source: Source, cursor: Spot, top: Spot, height: int) -> Reading:
    """Read a list afresh around what a person looks at.

    Args:
        source: The same list, or the same things under another filter.
        cursor: Where the cursor stands.
        top: The first line on screen; at place 0 the view stays at the very top, so that what
            came in above it is seen.
        height: Lines on screen.
    """
    if source.counts_at_once and top[0] >= PAGE:
        read = Reading({}, source.count())
    else:
        read = read_start(source)
    new_cursor = _found(read, source, cursor)
    new_top = _found(read, source, top) if top[0] else 0
    rows, total = dict(read.rows), read.total
    for place in (new_top, new_top + height - 1, new_cursor):
        if place not in rows and (total is None or place < total):
            total = source.count() if total is None else total
            begin = max(0, min(place, total - 1) - PAGE // 2)
            rows.update(_numbered(source.page_at(begin, total), begin))
    return Reading(rows, total, new_cursor, new_top)


def _found(read: Reading, source: Source, spot: Spot) -> int:
    """Return where a row stands now, without asking the source when what was read has it."""
    place, row = spot
    if row is not None:
        for number, one in read.rows.items():
            if one.id == row.id:
                return number
        now = source.place_of(row)
        place = place if now is None else now
    return place if read.total is None else max(0, min(place, read.total - 1))


class Window:
    """The rows in memory, by place, and what is known of the list's length."""

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.total: int | None = None
        self._reached = 0

    @property
    def length(self) -> int:
        """Rows a person can go to: all of them, or as far as was read."""
        return self._reached if self.total is None else self.total

    def clamp(self, place: int) -> int:
        """Return the nearest place that has a row."""
        return max(0, min(place, self.length - 1))

    def take(self, reading: Reading, *, afresh: bool, near: int) -> None:
        """Take in what was read; of too many rows, those far from `near` are forgotten."""
        self.total = reading.total
        if afresh:
            self.rows, self._reached = {}, 0
        self.rows.update(reading.rows)
        self._reached = max(self._reached, max(reading.rows, default=-1) + 1)
        if len(self.rows) > KEPT_ROWS:
            near_first = sorted(self.rows, key=lambda place: abs(place - near))
            self.rows = {place: self.rows[place] for place in near_first[: KEPT_ROWS // 2]}

    def missing(self, top: int, height: int) -> tuple[Row | None, int] | None:
        """Return where to read on so that a view, and a screen on either side, can be drawn.

        Returns:
            The row before the first one to read (None: it is not known), and that one's place;
            None when nothing is missing.
        """
        end = self.length + 1 if self.total is None else self.total
        near = (*range(top, top + 2 * height), *range(top - 1, top - height - 1, -1))
        for place in near:
            if 0 <= place < end and place not in self.rows:
                back = 0 if place - 1 in self.rows else PAGE // 4
                begin = max(0, place - (PAGE - 1 if place + 1 in self.rows else back))
                return self.rows.get(begin - 1), begin
        return None
