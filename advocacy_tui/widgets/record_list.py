"""A list of any length: only what is looked at is read and drawn.

How to use it::

    class Ideas(Source):                      # widgets/list_source.py; methods run on a worker
        counts_at_once = True
        def __init__(self, database): self.database = database
        def page(self, after):                # all a short list needs
            found = list_ideas(self.database, before_seq=after.key if after else None)
            return [Row(idea.seq, idea.id, (idea.text, idea.created_day)) for idea in found]

    yield RecordList(Column(), Column(10, align="right", quiet=True), marks=True, id="ideas")

    ideas = self.query_one(RecordList)
    ideas.show(Ideas(database), query="varm", empty=_("Nothing has those words."))
    ideas.reload()                            # after a change: cursor and view stay by id
    ideas.row                                 # the row under the cursor, or None
    ideas.chosen()                            # ids: the marked rows, or else the cursor's

It posts `Highlighted(row)` when another row (or none) is under the cursor, `Opened(row)` at enter,
double click or a click on the cursor's row, `Marked(count)`, and `Counted(total)`.
Its keys are the registry group "list".
"""

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
from advocacy_tui.keys import bindings_for
from advocacy_tui.text import fold_words
from advocacy_tui.widgets.list_cells import draw, wrapped
from advocacy_tui.widgets.list_reading import (
    KEPT_ROWS,
    Reading,
    read_again,
    read_end,
    read_on,
    read_start,
)
from advocacy_tui.widgets.list_source import PAGE, Column, FixedSource, Row, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual import events

    from advocacy_tui.app import AdvocacyApp

__all__ = ["PAGE", "Column", "FixedSource", "RecordList", "Row", "Source"]


class RecordList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one line each, with a cursor, marks and columns."""

    app: AdvocacyApp

    BINDINGS: ClassVar = [*bindings_for("list")]
    COMPONENT_CLASSES: ClassVar = {
        "record-list--cursor", "record-list--quiet", "record-list--match", "record-list--sign",
    }  # fmt: skip
    DEFAULT_CSS = """
    RecordList {
        height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; background: transparent;
        & > .record-list--cursor { background: $panel; }
        & > .record-list--quiet { color: $text-muted; }
        & > .record-list--match { text-style: underline; }
        & > .record-list--sign { color: $primary; text-style: bold; }
        &:focus > .record-list--cursor { text-style: bold; }
        &:ansi > .record-list--quiet, &:nocolor > .record-list--quiet {
            color: ansi_default; text-style: dim;
        }
    }
    """

    @dataclass
    class Highlighted(Message):
        """Another row is under the cursor; None in an empty list."""

        list: RecordList
        row: Row | None

        @property
        def control(self) -> RecordList:
            """The list it is about."""
            return self.list

    @dataclass
    class Opened(Message):
        """A person wants to go into a row."""

        list: RecordList
        row: Row

        @property
        def control(self) -> RecordList:
            """The list it is about."""
            return self.list

    @dataclass
    class Marked(Message):
        """Another number of rows is marked."""

        list: RecordList
        count: int

        @property
        def control(self) -> RecordList:
            """The list it is about."""
            return self.list

    @dataclass
    class Counted(Message):
        """The list was read; `total` is None while its length is not known."""

        list: RecordList
        total: int | None

        @property
        def control(self) -> RecordList:
            """The list it is about."""
            return self.list

    @dataclass
    class _Read(Message):
        bubble = False
        generation: int
        reading: Reading
        afresh: bool

    def __init__(
        self,
        *columns: Column,
        marks: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.columns = columns or (Column(),)
        self.can_mark = marks
        self.cursor = 0
        self.total: int | None = None
        self._source: Source | None = None
        self._rows: dict[int, Row] = {}
        self._words: list[str] = []
        self._empty = ""
        self._marked: dict[str, None] = {}
        self._generation = 0
        self._filling = False
        self._told: Row | None = None
        self._styles: dict[tuple[bool, str], Style] = {}

    # --- what a screen asks and tells ---------------------------------------------------------

    def show(self, source: Source, *, query: str = "", empty: str = "", keep: bool = False) -> None:
        """Show other rows.

        Args:
            source: Where they come from.
            query: Words whose beginnings are underlined in the first column.
            empty: What is said where there is no row.
            keep: Stay on the cursor's row where the new source has it; else begin at the top.
        """
        self._source, self._words, self._empty = source, fold_words(query), empty
        if keep and self._rows:
            self.reload()
        else:
            self._ask(partial(read_start, source), afresh=True)

    def reload(self, at: Row | None = None) -> None:
        """Read again; the cursor stays on its row (or goes to `at`), the view on its first line."""
        if self._source is None:
            return
        top = round(self.scroll_y)
        cursor = (self.cursor, at or self.row)
        height = max(1, self.size.height)
        self._ask(
            partial(read_again, self._source, cursor, (top, self._rows.get(top)), height),
            afresh=True,
        )

    @property
    def row(self) -> Row | None:
        """The row under the cursor, None while there is none."""
        return self._rows.get(self.cursor)

    def chosen(self) -> list[str]:
        """Return the ids of the marked rows in the order they were marked, or else the cursor's."""
        return list(self._marked) or ([self.row.id] if self.row else [])

    @property
    def marked(self) -> int:
        """How many rows are marked."""
        return len(self._marked)

    def clear_marks(self) -> None:
        """Take all marks away."""
        if self._marked:
            self._marked.clear()
            self.refresh()
            self.post_message(self.Marked(self, 0))

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

    def on_record_list__read(self, message: _Read) -> None:
        """Take what was read, unless something newer was asked for meanwhile."""
        if message.generation != self._generation:
            return
        reading = message.reading
        self._filling = False
        self.total = reading.total
        if message.afresh:
            self._rows = dict(reading.rows)
        else:
            self._rows.update(reading.rows)
            self._forget_far()
        self.virtual_size = Size(self.size.width, self._length or 1)
        if reading.cursor is not None:
            self.cursor = reading.cursor
        self.cursor = max(0, min(self.cursor, self._length - 1))
        if reading.top is not None:
            self.scroll_to(y=reading.top, animate=False)
        elif reading.cursor is not None:
            self._into_view()
        if message.afresh:
            self.post_message(self.Counted(self, self.total))
        self.refresh()
        self._tell_highlight()
        self._fill()

    @property
    def _length(self) -> int:
        """Rows that the view can go to: all, or as far as was read."""
        if self.total is not None:
            return self.total
        return max(self._rows, default=-1) + 1

    def _forget_far(self) -> None:
        if len(self._rows) > KEPT_ROWS:
            near = round(self.scroll_y)
            for place in sorted(self._rows, key=lambda place: abs(place - near))[KEPT_ROWS // 2 :]:
                if place != self.cursor:
                    del self._rows[place]

    def _fill(self) -> None:
        """Read the next page that the view (or its neighbourhood) lacks, one at a time."""
        if self._source is None or self._filling:
            return
        height = self.size.height or 1
        top = round(self.scroll_y)
        last = self.total if self.total is not None else self._length + 1
        for place in (*range(top, top + 2 * height), *range(top - 1, top - height, -1)):
            if 0 <= place < last and place not in self._rows:
                break
        else:
            return
        if place + 1 in self._rows and place - 1 not in self._rows:
            place = max(0, place - PAGE + 1)
        before = self._rows.get(place - 1)
        self._ask(partial(read_on, self._source, before, place, self.total), afresh=False)

    # --- moving -------------------------------------------------------------------------------

    def _move_to(self, place: int) -> None:
        place = max(0, min(place, self._length - 1))
        if place != self.cursor:
            self.refresh_line(self.cursor)
            self.cursor = place
            self.refresh_line(place)
        self._into_view()
        self._tell_highlight()
        self._fill()

    def _into_view(self) -> None:
        top, height = round(self.scroll_y), self.size.height or 1
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    def _tell_highlight(self) -> None:
        row = self.row
        waiting = row is None and self._length > 0
        if row != self._told and not waiting:
            self._told = row
            self.post_message(self.Highlighted(self, row))

    def action_cursor_down(self) -> None:
        """Go to the next row."""
        self._move_to(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """Go to the row before."""
        self._move_to(self.cursor - 1)

    def action_page_down(self) -> None:
        """Go a screen on."""
        self._move_to(self.cursor + max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Go a screen back."""
        self._move_to(self.cursor - max(1, self.size.height - 1))

    def action_scroll_home(self) -> None:
        """Go to the first row."""
        self._move_to(0)

    def action_scroll_end(self) -> None:
        """Go to the last row; a list whose length is not known is counted first."""
        if self.total is None and self._source is not None:
            self._ask(partial(read_end, self._source), afresh=False)
        else:
            self._move_to(self._length - 1)

    def action_open(self) -> None:
        """Go into the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Opened(self, self.row))

    def action_mark(self) -> None:
        """Mark the row for an act on several, or take the mark away; then go on to the next."""
        self._toggle(self.cursor)
        self.action_cursor_down()

    def _toggle(self, place: int) -> None:
        row = self._rows.get(place)
        if row is None:
            return
        if row.id in self._marked:
            del self._marked[row.id]
        else:
            self._marked[row.id] = None
        self.refresh_line(place)
        self.post_message(self.Marked(self, len(self._marked)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer marking only where the list takes marks."""
        return self.can_mark if action == "mark" else True

    def on_click(self, event: events.Click) -> None:
        """Select with a click, open with a second one; a click before a row marks it."""
        offset = event.get_content_offset(self)
        if offset is None or not self._length:
            return
        place = offset.y + round(self.scroll_y)
        if place >= self._length:
            return
        if self.can_mark and offset.x < 2:
            self._toggle(place)
        elif place == self.cursor and event.chain > 1 - self._was_focused:
            self.action_open()
        self._move_to(place)
