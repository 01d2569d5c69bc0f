"""The window on a long list: reads what is looked at, on a worker, and draws it line by line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from advocacy_tui.errors import AdvocacyError
from advocacy_tui.widgets.list_cells import draw, wrapped
from advocacy_tui.widgets.list_reading import Reading, Window, read_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.widgets.list_source import Column, Row, Source


class RowScroll(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one line each under a cursor that others move; `RecordList` is the whole list."""

    app: AdvocacyApp

    COMPONENT_CLASSES: ClassVar = {
        "row-scroll--cursor", "row-scroll--quiet", "row-scroll--match", "row-scroll--sign",
    }  # fmt: skip
    DEFAULT_CSS = """
    RowScroll {
        height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; background: transparent;
        & > .row-scroll--cursor { background: $panel; }
        & > .row-scroll--quiet { color: $text-muted; }
        & > .row-scroll--match { text-style: underline; }
        & > .row-scroll--sign { color: $primary; text-style: bold; }
        &:focus > .row-scroll--cursor { text-style: bold; }
        &:ansi > .row-scroll--quiet, &:nocolor > .row-scroll--quiet {
            color: ansi_default; text-style: dim;
        }
    }
    """

    @dataclass
    class _Read(Message):
        bubble = False
        generation: int
        reading: Reading
        afresh: bool

    def __init__(
        self,
        columns: tuple[Column, ...],
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.columns = columns
        self.cursor = 0
        self._source: Source | None = None
        self._window = Window()
        self._words: list[str] = []
        self._empty = ""
        self._generation = 0
        self._filling = False

    # --- reading ------------------------------------------------------------------------------

    def _ask(self, read: Callable[[], Reading], *, afresh: bool) -> None:
        if afresh:
            self._generation += 1
        self._filling = not afresh
        self.run_worker(
            partial(self._work, read, self._generation, afresh),
            thread=True,
            exclusive=afresh,
            group="read" if afresh else "fill",
        )

    def _work(self, read: Callable[[], Reading], generation: int, afresh: bool) -> None:
        try:
            self.post_message(self._Read(generation, read(), afresh))
        except AdvocacyError as error:
            self.app.call_from_thread(self.app.tell, str(error), serious=True)

    def on_row_scroll__read(self, message: _Read) -> None:
        """Take what was read, unless something newer was asked for meanwhile."""
        if message.generation != self._generation:
            return
        reading, self._filling = message.reading, False
        seen = 0 <= self.cursor - round(self.scroll_y) < max(1, self.size.height)
        near = round(self.scroll_y) if reading.cursor is None else reading.cursor
        self._window.take(reading, afresh=message.afresh, near=near)
        self.virtual_size = Size(self.size.width, max(1, self._window.length))
        self.cursor = self._window.clamp(self.cursor if reading.cursor is None else reading.cursor)
        if reading.top is not None:
            self.scroll_to(y=reading.top, animate=False)
        if reading.cursor is not None and (seen or reading.top is None):
            self._into_view()
        self.refresh()
        self.was_read(afresh=message.afresh)
        self._fill()

    def was_read(self, *, afresh: bool) -> None:
        """Take note that rows came in; for subclasses."""

    def _fill(self) -> None:
        """Read the next page that the view or its neighbourhood lacks, one at a time."""
        if self._source is None or self._filling:
            return
        wanted = self._window.missing(round(self.scroll_y), max(1, self.size.height))
        if wanted is not None:
            read = partial(read_on, self._source, *wanted, self._window.total)
            self._ask(read, afresh=False)

    def _into_view(self) -> None:
        top, height = round(self.scroll_y), self.size.height or 1
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    # --- drawing ------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Keep the cursor in view, and read what a taller list shows."""
        self.virtual_size = Size(self.size.width, max(1, self._window.length))
        self._into_view()
        self._fill()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Read what comes into view."""
        super().watch_scroll_y(old_value, new_value)
        self._fill()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show where the keys go."""
        super().watch_has_focus(has_focus)
        self.refresh_line(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one line: a row, what is said of an empty list, or nothing yet."""
        place, room = y + self.scroll_offset.y, self.size.width
        row = self._window.rows.get(place)
        if row is None or place >= self._window.length:
            return Strip([Segment(self._said_empty(y, room), self._style("quiet"))], room)
        here = place == self.cursor
        signs = (">" if here else " ") + ("*" if self.is_marked(row) else " ")
        return draw(
            row,
            self.columns,
            room,
            signs=signs,
            words=self._words,
            style=partial(self._style, here=here),
        )

    def is_marked(self, row: Row) -> bool:
        """Tell whether a row carries a mark; for subclasses."""
        return False

    def _said_empty(self, y: int, room: int) -> str:
        lines = wrapped(self._empty, room - 4) if self._window.total == 0 else []
        return f"   {lines[y]}".ljust(room) if y < len(lines) else " " * room

    def _style(self, part: str, *, here: bool = False) -> Style:
        style = self.rich_style
        if here:
            style += self.get_component_rich_style("row-scroll--cursor", partial=True)
        if part == "row":
            return style
        return style + self.get_component_rich_style(f"row-scroll--{part}", partial=True)
