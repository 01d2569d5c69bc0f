"""The present text beside an earlier one, with what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from advocacy_tui.widgets.comparing import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from advocacy_tui.widgets.comparing import Half, Pair, Row

GUTTER = 2
"""Cells before each half: a sign on the first row of a changed line, and a blank."""

BETWEEN = 3
"""Cells between the halves, a rule in the middle."""

WIDEST = 72
"""Cells of a half at most, so that a wide screen stays readable."""


class CompareView(ScrollView, can_focus=True):
    """Two columns that scroll together: `~` before a changed line, changed words underlined."""

    COMPONENT_CLASSES: ClassVar = {"compare--changed", "compare--sign", "compare--rule"}
    DEFAULT_CSS = """
    CompareView { scrollbar-size-vertical: 1; overflow-x: hidden; }
    CompareView > .compare--changed { text-style: bold underline; }
    CompareView > .compare--sign { color: $primary; text-style: bold; }
    CompareView > .compare--rule { color: $panel; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._pairs: Sequence[Pair] = ()
        self._rows: Sequence[Row] = ()

    def show(self, pairs: Sequence[Pair]) -> None:
        """Show lines in pairs, from the first change on."""
        self._pairs = pairs
        self._lay_out()
        first = next(
            (n for n, (left, right) in enumerate(self._rows) if left.changed or right.changed), 0
        )
        self.scroll_to(y=max(0, first - 2), animate=False)

    @property
    def half(self) -> int:
        """The cells of the text in one half."""
        room = self.scrollable_content_region.width or self.size.width
        return max(8, min(WIDEST, (room - BETWEEN) // 2 - GUTTER))

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap at the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._rows = rows(self._pairs, self.half)
        self.virtual_size = Size(0, len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row of both halves."""
        room = self.scrollable_content_region.width
        place = y + round(self.scroll_y)
        base = self.rich_style
        if place >= len(self._rows):
            return Strip.blank(room, base)
        left, right = self._rows[place]
        rule = base + self.get_component_rich_style("compare--rule", partial=True)
        segments = [*self._half(left, base), Segment(" │ ", rule), *self._half(right, base)]
        return Strip(segments).adjust_cell_length(room, base)

    def _half(self, half: Half, base: Style) -> list[Segment]:
        sign = base + self.get_component_rich_style("compare--sign", partial=True)
        mark = base + self.get_component_rich_style("compare--changed", partial=True)
        segments, at = [Segment("~ " if half.changed else "  ", sign)], 0
        for start, end in half.spans:
            segments += [Segment(half.text[at:start], base), Segment(half.text[start:end], mark)]
            at = end
        segments.append(Segment(half.text[at:], base))
        taken = sum(cell_len(segment.text) for segment in segments[1:])
        segments.append(Segment(" " * max(0, self.half - taken), base))
        return segments
