"""What a record list shows: rows, columns, and where the rows come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = 256
"""Rows that a list reads at a time."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list.

    `key` is the row's place in the order (what its source pages by), `id` names the thing,
    `cells` are plain texts, one a column, of which the first line is shown. A quiet row is drawn
    muted. `thing` is for the screen alone: what the row was made from.
    """

    key: Any
    id: str
    cells: tuple[str, ...]
    quiet: bool = False
    thing: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is drawn.

    `width` counts cells; None takes what the others leave (one column has None). A column is left
    out where the list is narrower than `from_width` cells. A quiet column is drawn muted.
    """

    width: int | None = None
    align: Literal["left", "right"] = "left"
    quiet: bool = False
    from_width: int = 0


class Source:
    """Where a list's rows come from. Its methods run on a worker's thread, never on the screen's.

    `page` is all a short list needs: the rest is made from it by reading on. A list of thousands
    says for itself how it counts and jumps (as `store.pages.Places` does), so that no key reads
    more than a page.
    """

    counts_at_once = False
    """Whether `count` is cheap enough to be asked whenever the list is read again."""

    def page(self, after: Row | None) -> Sequence[Row]:
        """Return at most PAGE rows that follow `after` (None: the first ones).

        Fewer than PAGE rows say that the list ends there.
        """
        raise NotImplementedError

    def count(self) -> int:
        """Return how many rows there are; asked when a person goes to the end."""
        total, after = 0, None
        while rows := self.page(after):
            total += len(rows)
            after = rows[-1]
            if len(rows) < PAGE:
                break
        return total

    def page_at(self, place: int, count: int) -> Sequence[Row]:
        """Return at most PAGE rows from a place on (0 is the first) of a list of `count` rows."""
        begin, after = 0, None
        while rows := self.page(after):
            if begin + len(rows) > place:
                head = list(rows[place - begin :])
                more = self.page(rows[-1]) if len(rows) == PAGE and len(head) < PAGE else ()
                return [*head, *more][:PAGE]
            if len(rows) < PAGE:
                break
            begin, after = begin + len(rows), rows[-1]
        return []

    def place_of(self, row: Row) -> int | None:
        """Return where a row stands now, or where it would stand; None when that is not known."""
        begin, after = 0, None
        while rows := self.page(after):
            for index, one in enumerate(rows):
                if one.id == row.id:
                    return begin + index
            if len(rows) < PAGE:
                break
            begin, after = begin + len(rows), rows[-1]
        return None


class FixedSource(Source):
    """Rows that are all at hand, such as a programme's themes."""

    counts_at_once = True

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def page(self, after: Row | None) -> Sequence[Row]:
        """Return the rows after one, found by its id."""
        begin = 0
        if after is not None:
            begin = next((n + 1 for n, row in enumerate(self.rows) if row.id == after.id), 0)
        return self.rows[begin : begin + PAGE]

    def count(self) -> int:
        """Return how many there are."""
        return len(self.rows)
