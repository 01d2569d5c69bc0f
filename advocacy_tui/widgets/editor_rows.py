"""The rows a draft is shown in, and how the cursor moves over them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, cast

import regex
from textual.geometry import Offset
from textual.widgets.text_area import DocumentNavigator, Location, WrappedDocument

from advocacy_tui.text import next_grapheme, previous_grapheme
from advocacy_tui.widgets.editor_wrap import cells_before, column_at, rewrap, tab_cells, wrap

if TYPE_CHECKING:
    from advocacy_tui.widgets.editor_document import DraftDocument

_WORD_BACK = regex.compile(r"(?r)(?:[\w\p{M}]+|[^\w\p{M}\s]*)\s*")
_WORD_ON = regex.compile(r"\s*(?:[\w\p{M}]+|[^\w\p{M}\s]*)")


def cluster_edge(line: str, column: int) -> int:
    """Return the column itself where a cluster ends or begins, else the end of its cluster."""
    return next_grapheme(line, column - 1) if 0 < column < len(line) else column


class DraftRows(WrappedDocument):
    """A draft divided into rows, in step with its document after every single change.

    It listens to the document instead of waiting for `wrap_range`, so a batch of edits that is
    undone or redone needs no guess at what it touched.
    """

    def __init__(self, document: DraftDocument, width: int = 0, tab_width: int = 4) -> None:
        self.draft = document
        self.width = -1
        self.tab = tab_width
        self._divisions: list[list[int]] = []
        self._tops: list[int] = [0]
        document.when_replaced.append(self._replaced)
        super().__init__(document, width, tab_width)

    # --- dividing -----------------------------------------------------------------------------

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Divide every line for a width in cells (0: one row a line), unless it is the same."""
        tab = tab_width or self.tab
        if (width, tab) == (self.width, self.tab):
            return
        self.width, self.tab = width, tab
        self._divisions = [wrap(line, width, tab) for line in self.draft.lines]
        self._count_rows()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Do nothing: the rows already follow the document, edit by edit."""

    def _replaced(self, start: Location, old_end: Location, new_end: Location) -> None:
        lines, width, tab = self.draft.lines, self.width, self.tab
        first, last = start[0], old_end[0]
        if first == last == new_end[0]:
            old = self._divisions[first]
            new = rewrap(lines[first], old, width, tab, start[1], old_end[1], new_end[1])
            self._divisions[first] = new
            if len(new) != len(old):
                self._count_rows()
            return
        anew = [wrap(line, width, tab) for line in lines[first : new_end[0] + 1]]
        self._divisions[first : last + 1] = anew
        self._count_rows()

    def _count_rows(self) -> None:
        self._tops = list(accumulate((len(d) + 1 for d in self._divisions), initial=0))

    # --- rows ---------------------------------------------------------------------------------

    @property
    def height(self) -> int:
        """How many rows there are in all."""
        return self._tops[-1]

    @property
    def wrapped(self) -> bool:
        """Whether any line takes more than one row."""
        return self.height > len(self._divisions)

    @property
    def lines(self) -> list[list[str]]:
        """The rows of every line."""
        return [self.get_sections(index) for index in range(len(self._divisions))]

    def row_at(self, y: int) -> tuple[int, int, int] | None:
        """Return (line, start, end) in columns of the row at `y`; None above or below the text."""
        if not 0 <= y < self.height:
            return None
        line = bisect_right(self._tops, y) - 1
        return line, *self._span(line, y - self._tops[line])

    def _span(self, line: int, section: int) -> tuple[int, int]:
        division = self._divisions[line]
        start = division[section - 1] if section else 0
        return start, division[section] if section < len(division) else len(self.draft[line])

    def get_offsets(self, line_index: int) -> list[int]:
        """Return the columns where the rows of a line begin, the first row's left out."""
        if not 0 <= line_index < len(self._divisions):
            raise ValueError(f"there is no line {line_index}")
        return self._divisions[line_index]

    def get_sections(self, line_index: int) -> list[str]:
        """Return the rows of a line as strings."""
        line, division = self.draft[line_index], self._divisions[line_index]
        edges = zip([0, *division], [*division, len(line)], strict=True)
        return [line[start:end] for start, end in edges]

    def get_tab_widths(self, line_index: int) -> list[int]:
        """Return the cells of each tab in a line, in order."""
        line, widths = self.draft[line_index], list[int]()
        for column, character in enumerate(line):
            if character == "\t":
                section = bisect_right(self._divisions[line_index], column)
                start, _ = self._span(line_index, section)
                cells = cells_before(line, start, column, self.width, self.tab)
                widths.append(tab_cells(cells, self.width, self.tab))
        return widths

    # --- locations and cells ------------------------------------------------------------------

    def location_to_offset(self, location: Location) -> Offset:
        """Return the cell (x, y from the top of the text) at which a location is shown."""
        line, column = self.draft.clamp(location)
        section = bisect_right(self._divisions[line], column)
        start, _ = self._span(line, section)
        x = cells_before(self.draft[line], start, column, self.width, self.tab)
        return Offset(x, self._tops[line] + section)

    def offset_to_location(self, offset: Offset) -> Location:
        """Return the location shown at a cell; the nearest one for a cell outside the text."""
        x, y = offset
        y = max(0, min(y, self.height - 1))
        line = bisect_right(self._tops, y) - 1
        return line, self.get_target_document_column(line, x, y - self._tops[line])

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """Return the column shown `x_offset` cells into a row of a line (-1: its last row).

        The end of a row that is not the line's last belongs to the next row, so there the last
        character of the row is as far as it goes.
        """
        division, line = self._divisions[line_index], self.draft[line_index]
        section = len(division) if y_offset == -1 else y_offset
        start, end = self._span(line_index, section)
        column = column_at(line, start, end, max(0, x_offset), self.width, self.tab)
        if column == end and section < len(division):
            return max(start, previous_grapheme(line, end))
        return column


class DraftNavigator(DocumentNavigator):
    """Moves a cursor over the rows of a draft, one grapheme cluster at a time."""

    def __init__(self, rows: DraftRows) -> None:
        super().__init__(rows)
        self.rows = rows

    def get_location_left(self, location: Location) -> Location:
        """Return the location one cluster back, or the end of the line above."""
        row, column = location
        if column:
            return row, previous_grapheme(self.rows.draft[row], column)
        return (row - 1, len(self.rows.draft[row - 1])) if row else (0, 0)

    def get_location_right(self, location: Location) -> Location:
        """Return the location one cluster on, or the start of the line below."""
        row, column = location
        line = self.rows.draft[row]
        if column < len(line):
            return row, next_grapheme(line, column)
        return (row + 1, 0) if row + 1 < self.rows.draft.line_count else location

    def get_location_above(self, location: Location) -> Location:
        """Return the location one row up at the remembered cell; from the first row, the start."""
        return self._at_row(location, -1) or self.rows.draft.start

    def get_location_below(self, location: Location) -> Location:
        """Return the location one row down at the remembered cell; from the last row, the end."""
        return self._at_row(location, 1) or self.rows.draft.end

    def _at_row(self, location: Location, step: int) -> Location | None:
        x, y = self.rows.location_to_offset(location)
        if not 0 <= y + step < self.rows.height:
            return None
        return self.rows.offset_to_location(Offset(max(x, self.last_x_offset), y + step))

    def get_location_end(self, location: Location) -> Location:
        """Return the last location of the row: before its last character when the line goes on."""
        _, y = self.rows.location_to_offset(location)
        line, start, end = cast("tuple[int, int, int]", self.rows.row_at(y))
        if end < len(self.rows.draft[line]):
            return line, max(start, previous_grapheme(self.rows.draft[line], end))
        return line, end

    def get_location_home(self, location: Location, smart_home: bool = False) -> Location:
        """Return the first location of the row; indentation has no meaning in prose."""
        _, y = self.rows.location_to_offset(location)
        line, start, _ = cast("tuple[int, int, int]", self.rows.row_at(y))
        return line, start

    def get_word_left(self, location: Location) -> Location:
        """Return the start of the word (or run of signs) before a location."""
        row, column = location
        if not column:
            return self.get_location_left(location)
        line = self.rows.draft[row]
        start = _WORD_BACK.match(line, 0, column).start()
        return row, previous_grapheme(line, start + 1) if start else 0

    def get_word_right(self, location: Location) -> Location:
        """Return the end of the word (or run of signs) after a location."""
        row, column = location
        line = self.rows.draft[row]
        if column == len(line):
            return self.get_location_right(location)
        return row, cluster_edge(line, _WORD_ON.match(line, column).end())
