"""The text of a draft as lines that end at a line feed and nowhere else."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from rich.cells import cell_len
from textual.geometry import Size
from textual.widgets.text_area import DocumentBase, EditResult, Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    Replaced = Callable[[Location, Location, Location], None]


class DraftDocument(DocumentBase):
    """A text that keeps every code point, Unicode line separators too, and tells of each change.

    Textual's own document splits at all that `str.splitlines` splits at, which would turn a line
    separator that a person pasted into a line feed.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._text: str | None = text
        self._starts: list[int] | None = None
        self.when_replaced: list[Replaced] = []
        """Called after each change with its start, its old end and its new end."""

    # --- reading ------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The whole text."""
        if self._text is None:
            self._text = "\n".join(self._lines)
        return self._text

    @property
    def newline(self) -> Literal["\n"]:
        """The one line end of a draft."""
        return "\n"

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; not to be changed by the reader."""
        return self._lines

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._lines)

    @property
    def start(self) -> Location:
        """The first location."""
        return (0, 0)

    @property
    def end(self) -> Location:
        """The location after the last character."""
        return (len(self._lines) - 1, len(self._lines[-1]))

    @property
    def is_empty(self) -> bool:
        """Whether there is no text at all."""
        return len(self._lines) == 1 and not self._lines[0]

    @overload
    def __getitem__(self, line_index: int) -> str: ...

    @overload
    def __getitem__(self, line_index: slice) -> list[str]: ...

    def __getitem__(self, line_index: int | slice) -> str | list[str]:
        """Return one line or several, without line ends."""
        return self._lines[line_index]

    def get_line(self, index: int) -> str:
        """Return one line without its end."""
        return self._lines[index]

    def get_size(self, indent_width: int) -> Size:
        """Return the cells of the widest line and the number of lines."""
        widest = max(cell_len(line.expandtabs(indent_width)) for line in self._lines)
        return Size(widest, len(self._lines))

    def get_text_range(self, start: Location, end: Location) -> str:
        """Return the text between two locations, in either order."""
        (top, left), (bottom, right) = sorted((self.clamp(start), self.clamp(end)))
        if top == bottom:
            return self._lines[top][left:right]
        middle = self._lines[top + 1 : bottom]
        return "\n".join((self._lines[top][left:], *middle, self._lines[bottom][:right]))

    # --- code points and locations --------------------------------------------------------------

    def clamp(self, location: Location) -> Location:
        """Return the nearest location that exists."""
        row, column = location
        if row < 0:
            return self.start
        if row >= len(self._lines):
            return self.end
        return row, max(0, min(column, len(self._lines[row])))

    def offset_of(self, location: Location) -> int:
        """Return how many code points stand before a location."""
        row, column = self.clamp(location)
        return self._line_starts()[row] + column

    def location_at(self, offset: int) -> Location:
        """Return the location that `offset` code points stand before; clamped to the text."""
        starts = self._line_starts()
        row = max(0, bisect_right(starts, offset) - 1)
        return self.clamp((row, offset - starts[row]))

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            lengths = (len(line) + 1 for line in self._lines[:-1])
            self._starts = list(accumulate(lengths, initial=0))
        return self._starts

    # --- changing -----------------------------------------------------------------------------

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put `text` in the place of what stands between two locations."""
        top, bottom = sorted((self.clamp(start), self.clamp(end)))
        replaced = self.get_text_range(top, bottom)
        inserted = text.split("\n")
        rest = self._lines[bottom[0]][bottom[1] :]
        inserted[0] = self._lines[top[0]][: top[1]] + inserted[0]
        new_end = (top[0] + len(inserted) - 1, len(inserted[-1]))
        inserted[-1] += rest
        self._lines[top[0] : bottom[0] + 1] = inserted
        self._text = self._starts = None
        for tell in self.when_replaced:
            tell(top, bottom, new_end)
        return EditResult(new_end, replaced)
