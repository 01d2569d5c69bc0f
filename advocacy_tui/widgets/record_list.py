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

from textual.message import Message

from advocacy_tui.keys import bindings_for
from advocacy_tui.text import fold_words
from advocacy_tui.widgets.list_cells import SIGNS
from advocacy_tui.widgets.list_reading import read_again, read_end, read_start
from advocacy_tui.widgets.list_source import PAGE, Column, FixedSource, Row, Source
from advocacy_tui.widgets.row_scroll import RowScroll

if TYPE_CHECKING:
    from textual import events

__all__ = ["PAGE", "Column", "FixedSource", "RecordList", "Row", "Source"]


@dataclass
class ListMessage(Message):
    """What a list tells its screen."""

    list: RecordList

    @property
    def control(self) -> RecordList:
        """The list it is about, for `@on(…, "#id")`."""
        return self.list


class RecordList(RowScroll, inherit_bindings=False):
    """Rows of one line each, with a cursor, marks and columns."""

    BINDINGS: ClassVar = [*bindings_for("list")]

    @dataclass
    class Highlighted(ListMessage):
        """Another row is under the cursor; None in an empty list."""

        row: Row | None

    @dataclass
    class Opened(ListMessage):
        """A person wants to go into a row."""

        row: Row

    @dataclass
    class Marked(ListMessage):
        """Another number of rows is marked."""

        count: int

    @dataclass
    class Counted(ListMessage):
        """The list was read; `total` is None while its length is not known."""

        total: int | None

    def __init__(
        self,
        *columns: Column,
        marks: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(columns or (Column(),), id=id, classes=classes)
        self.can_mark = marks
        self._marked: dict[str, None] = {}
        self._told: Row | None = None
        self._clicked: int | None = None

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
        if keep and self._window.rows:
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
            partial(read_again, self._source, cursor, (top, self._window.rows.get(top)), height),
            afresh=True,
        )

    @property
    def row(self) -> Row | None:
        """The row under the cursor, None while there is none."""
        return self._window.rows.get(self.cursor)

    def holds(self, one: str) -> bool:
        """Tell whether a row with this id is in memory: among those read around the view."""
        return any(row.id == one for row in self._window.rows.values())

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

    # --- moving -------------------------------------------------------------------------------

    def _move_to(self, place: int) -> None:
        place, self._clicked = self._window.clamp(place), None
        if place != self.cursor:
            self.refresh_line(self.cursor)
            self.cursor = place
            self.refresh_line(place)
        self._into_view()
        self._tell_highlight()
        self._fill()

    def was_read(self, *, afresh: bool) -> None:
        """Tell the screen what came in."""
        if afresh:
            self.post_message(self.Counted(self, self._window.total))
        self._tell_highlight()

    def is_marked(self, row: Row) -> bool:
        """Tell whether a row is marked."""
        return row.id in self._marked

    def _tell_highlight(self) -> None:
        row = self.row
        waiting = row is None and self._window.length > 0
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
        if self._window.total is None and self._source is not None:
            self._ask(partial(read_end, self._source), afresh=False)
        else:
            self._move_to(self._window.length - 1)

    def action_open(self) -> None:
        """Go into the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Opened(self, self.row))

    def action_mark(self) -> None:
        """Mark the row for an act on several, or take the mark away; then go on to the next."""
        self._toggle(self.cursor)
        self.action_cursor_down()

    def _toggle(self, place: int) -> None:
        row = self._window.rows.get(place)
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
        """Select with a click, open with a second one; a click before the text marks the row."""
        offset = event.get_content_offset(self)
        place = -1 if offset is None else offset.y + round(self.scroll_y)
        if offset is None or not 0 <= place < self._window.length:
            return
        if self.can_mark and offset.x < SIGNS:
            self._toggle(place)
        elif place == self._clicked:
            self.action_open()
        self._move_to(place)
        self._clicked = place
