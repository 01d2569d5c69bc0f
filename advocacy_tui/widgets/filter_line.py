"""One line of words of which one is chosen: which part of a list is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from advocacy_tui.text import cell_width, first_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

GAP = 3
"""Cells between two choices."""


class FilterLine(Widget):
    """Choices side by side; where they do not fit, only the chosen one is shown.

    The chosen one stands between brackets, so that it can be told without colour. A click posts
    `Chosen(index)`; keys are the screen's matter.
    """

    COMPONENT_CLASSES: ClassVar = {"filter-line--chosen", "filter-line--other"}
    DEFAULT_CSS = """
    FilterLine { height: 1; width: 1fr; }
    FilterLine > .filter-line--chosen { text-style: bold; }
    FilterLine > .filter-line--other { color: $text-muted; }
    FilterLine:ansi > .filter-line--other, FilterLine:nocolor > .filter-line--other {
        text-style: dim;
    }
    """

    @dataclass
    class Chosen(Message):
        """A choice was clicked; `index` counts from 0."""

        line: FilterLine
        index: int

        @property
        def control(self) -> FilterLine:
            """The line it is about."""
            return self.line

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.words: Sequence[str] = ()
        self.chosen = 0

    def say(self, words: Sequence[str], chosen: int) -> None:
        """Show choices, one of them chosen."""
        self.words, self.chosen = words, chosen
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the cells that all choices take."""
        return sum(cell_width(word) + GAP for word in self.words) - GAP + 2

    def _spans(self) -> list[tuple[int, str]]:
        """Return (index, text) of the choices that are shown, brackets included."""
        said = [
            f"[{word}]" if index == self.chosen else f" {word} "
            for index, word in enumerate(self.words)
        ]
        spans = list(enumerate(said))
        room = self.content_size.width
        if sum(cell_width(text) for text in said) + (GAP - 2) * (len(said) - 1) > room:
            return [(self.chosen, first_line(said[self.chosen], room))]
        return spans

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        base = self.rich_style
        segments: list[Segment] = []
        for index, text in self._spans() if self.words else ():
            part = "chosen" if index == self.chosen else "other"
            style = base + self.get_component_rich_style(f"filter-line--{part}", partial=True)
            if segments:
                segments.append(Segment(" " * (GAP - 2), base))
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(self.content_size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; where only one is shown, the next one."""
        offset = event.get_content_offset(self)
        if offset is None or not self.words:
            return
        spans = self._spans()
        if len(spans) == 1 < len(self.words):
            self.post_message(self.Chosen(self, (self.chosen + 1) % len(self.words)))
            return
        at = 0
        for index, text in spans:
            end = at + cell_width(text)
            if at <= offset.x < end:
                self.post_message(self.Chosen(self, index))
                return
            at = end + GAP - 2
