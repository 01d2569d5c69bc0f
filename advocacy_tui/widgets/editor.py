"""The editor of a draft: soft wrap that keeps up, whole characters, clean text, calm looks."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from rich.style import Style
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from advocacy_tui.text import clean_own, next_grapheme
from advocacy_tui.widgets._textual_private.text_area import OpenTextArea
from advocacy_tui.widgets.editor_document import DraftDocument
from advocacy_tui.widgets.editor_find import shared_ends
from advocacy_tui.widgets.editor_paint import Mark, paint_row, starter_rows
from advocacy_tui.widgets.editor_rows import DraftNavigator, DraftRows, cluster_edge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding, BindingType
    from textual.events import Key
    from textual.geometry import Region

_FOR_THE_SCREEN = frozenset(
    [*(f"f{n}" for n in range(1, 13)), *(f"ctrl+{letter}" for letter in "dfglnprt")]
)
_CHORD = frozenset({"alt", "ctrl", "super", "hyper", "meta"})
_BESIDE_SELECTION = Style(underline=True)
_WIDE_SCREEN, _NARROW_TEXT, _WIDE_TEXT = 100, 66, 72


def _own_bindings() -> list[Binding]:
    """Return the keys of a text area but those that the screen around it answers to."""
    kept: list[Binding] = []
    for binding in cast("list[Binding]", TextArea.BINDINGS):
        keys = [key for key in binding.key.split(",") if key not in _FOR_THE_SCREEN]
        if keys:
            kept.append(dataclasses.replace(binding, key=",".join(keys)))
    return kept


_BINDINGS = _own_bindings()
_ACTIONS = {key: each.action for each in _BINDINGS for key in each.key.split(",")}


class DraftEditor(OpenTextArea, inherit_bindings=False):
    """A text area for prose, in which offsets are code points of `text` as it is stored."""

    BINDINGS: ClassVar[list[BindingType]] = [*_BINDINGS]
    DEFAULT_CSS = """
    DraftEditor {
        border: none;
        padding: 0;
        background: transparent;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $text-muted; }
        &:ansi .text-area--placeholder { color: ansi_default; text-style: dim; }
        &:nocolor .text-area--placeholder { text-style: dim; }
        &:nocolor .text-area--cursor { text-style: reverse; }
        &:nocolor .text-area--selection { text-style: reverse; }
    }
    """

    starter: reactive[Sequence[str]] = reactive((), init=False)
    """Questions shown grey while the draft is empty: no text, gone at the first key."""

    version: int = 0
    """How often the text has changed, whichever way; never goes back."""

    _MARKED_ROWS: ClassVar[int] = 1024

    @dataclass
    class Cleaned(Message):
        """Posted when characters that a text must not hold were left out of what was entered."""

        editor: DraftEditor
        count: int

        @property
        def control(self) -> DraftEditor:
            """The editor that left them out."""
            return self.editor

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(self._MARKED_ROWS)
        self._base = self._cursor = self._selected = Style.null()
        cleaned = clean_own(text)
        self._dropped_before_mount = cleaned.dropped
        super().__init__(
            cleaned.text, id=id, classes=classes, soft_wrap=True, highlight_cursor_line=False
        )
        self.cursor_blink = False

    def make_parts(self, text: str) -> tuple[DraftDocument, DraftRows, DraftNavigator]:
        """Return a document that keeps every code point, with rows that follow each change."""
        document = DraftDocument(text)
        rows = DraftRows(document, tab_width=self.indent_width)
        document.when_replaced.append(self._count_change)
        self._count_change()
        return document, rows, DraftNavigator(rows)

    def _count_change(self, *_where: Location) -> None:
        self.version += 1

    def on_mount(self) -> None:
        """Say what was left out of the text that the editor began with."""
        self._say_cleaned(self._dropped_before_mount)

    def _say_cleaned(self, count: int) -> None:
        if count:
            self.post_message(self.Cleaned(self, count))

    # --- the parts, by their own types --------------------------------------------------------

    @property
    def draft(self) -> DraftDocument:
        """The document being edited."""
        return cast("DraftDocument", self.document)

    @property
    def rows(self) -> DraftRows:
        """The rows it is shown in."""
        return cast("DraftRows", self.wrapped_document)

    @property
    def moves(self) -> DraftNavigator:
        """Where the cursor goes."""
        return cast("DraftNavigator", self.navigator)

    # --- widths -------------------------------------------------------------------------------

    @property
    def reading_width(self) -> int:
        """The cells a row of text takes at most: 66, from 100 columns of terminal on 72."""
        return _WIDE_TEXT if self.app.size.width >= _WIDE_SCREEN else _NARROW_TEXT

    @property
    def wrap_width(self) -> int:
        """The cells that rows are wrapped at: what there is room for, at most `reading_width`."""
        room = super().wrap_width
        return min(room, self.reading_width) if room else 0

    # --- entering text ------------------------------------------------------------------------

    async def on_key(self, event: Key) -> None:
        """Do what a key means here before the next key is looked at, or type what it says.

        Textual runs a binding when its key has come back to the app, which a letter typed right
        after it would overtake. A chord types nothing, even if a letter comes with it; letters
        that are invisible by themselves, such as the joiner in an emoji, are typed like others.
        """
        action = _ACTIONS.get(event.key)
        if action is not None:
            if await self.app.run_action(action, self):
                event.stop()
                event.prevent_default()
            return
        said = event.character
        if said is None or self.read_only:
            return
        if _CHORD.intersection(event.key.split("+")[:-1]):
            event.prevent_default()
        elif not said.isprintable() and not said.isascii() and not clean_own(said).dropped:
            event.stop()
            event.prevent_default()
            self.replace(said, *self.selection, maintain_selection_offset=False)

    def edit(self, edit: Edit) -> EditResult:
        """Perform an edit with the cleaned text of it."""
        text, dropped = clean_own(edit.text)
        self._say_cleaned(dropped)
        if edit.text and not text:
            return EditResult(edit.bottom, "")
        if text != edit.text:
            edit = dataclasses.replace(edit, text=text)
        return super().edit(edit)

    def load_text(self, text: str) -> None:
        """Show another text; the history of edits ends here."""
        cleaned = clean_own(text)
        super().load_text(cleaned.text)
        self._say_cleaned(cleaned.dropped)

    def replace_all_text(self, text: str) -> None:
        """Make `text` the whole text as one step of the history, changing only what differs."""
        new, dropped = clean_own(text)
        self._say_cleaned(dropped)
        old = self.text
        if new == old:
            return
        head, tail = shared_ends(old, new)
        self.history.checkpoint()
        self.replace(
            new[head : len(new) - tail],
            self.draft.location_at(head),
            self.draft.location_at(len(old) - tail),
        )
        self.history.checkpoint()

    # --- moving -------------------------------------------------------------------------------

    def clamp_visitable(self, location: Location) -> Location:
        """Return the nearest location a cursor may stand at: never inside a grapheme cluster."""
        row, column = self.draft.clamp(location)
        return row, cluster_edge(self.draft[row], column)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> None:
        """Prose has no brackets to match, and searching a long text for one takes time."""

    def get_cursor_word_left_location(self) -> Location:
        """Return where the word before the cursor starts."""
        return self.moves.get_word_left(self.cursor_location)

    def get_cursor_word_right_location(self) -> Location:
        """Return where the word after the cursor ends."""
        return self.moves.get_word_right(self.cursor_location)

    def action_delete_word_right(self) -> None:
        """Delete the selection, or to the end of the word after the cursor."""
        if self.read_only:
            return
        start, end = self.selection
        if start == end:
            end = self.get_cursor_word_right_location()
        self.delete(start, end, maintain_selection_offset=False)

    def offset_of(self, location: Location) -> int:
        """Return how many code points of the text stand before a location."""
        return self.draft.offset_of(location)

    def goto_offset(self, code_point: int) -> None:
        """Put the cursor before a code point of the text and bring it into view."""
        self.move_cursor(self.draft.location_at(code_point))

    def select_range(self, start: int, end: int) -> None:
        """Select the code points `start` to `end` of the text and bring the end into view."""
        self.history.checkpoint()
        self.selection = Selection(self.draft.location_at(start), self.draft.location_at(end))
        self.record_cursor_width()

    # --- painting -----------------------------------------------------------------------------

    def watch_starter(self) -> None:
        """Show the questions that were set."""
        self.refresh()

    def row_marks(self, line: int, start: int, end: int) -> tuple[Mark, ...]:
        """Return the marks to paint in a row, in columns from its start; for subclasses."""
        return ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows of a region in the styles of now."""
        self._base = self.rich_style
        self._cursor = self.get_component_rich_style("text-area--cursor")
        self._selected = self.get_component_rich_style("text-area--selection")
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paint one row; a row that looks as it did before is taken from memory."""
        if self.draft.is_empty and self.starter:
            return self._starter_row(y)
        cells = self.scrollable_content_region.width - self.gutter_width
        found = self.rows.row_at(y + self.scroll_offset.y)
        if found is None:
            return Strip.blank(cells, self._base)
        line, start, end = found
        text = self.draft[line][start:end]
        marks = self.row_marks(line, start, end) + self._cursor_marks(line, start, end)
        key = (text, marks, self._base, cells, self.rows.width, self.rows.tab)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = paint_row(text, marks, *key[2:])
        return strip

    def _starter_row(self, y: int) -> Strip:
        cells = self.scrollable_content_region.width
        rows = starter_rows(self.starter, self.wrap_width, self.size.height)
        grey = self.get_component_rich_style("text-area--placeholder")
        marks = (Mark(0, 1, self._cursor),) if y == 0 and self.has_focus else ()
        text = rows[y] if y < len(rows) else ""
        return paint_row(text, marks, self._base + grey, cells, 0, self.indent_width)

    def _cursor_marks(self, line: int, start: int, end: int) -> tuple[Mark, ...]:
        """Return the marks of selection and cursor in a row, in columns from its start."""
        top, bottom = sorted(self.selection)
        length = len(self.draft[line])
        marks = list[Mark]()
        if top != bottom and top[0] <= line <= bottom[0]:
            first = top[1] if top[0] == line else 0
            last = bottom[1] if bottom[0] == line else length + 1
            last = min(last, end + (end == length))
            if first < last and last > start:
                marks.append(Mark(max(first, start) - start, last - start, self._selected))
        row, column = self.selection.end
        here = start <= column < end or column == end == length
        if row == line and here and self.has_focus and (self.show_cursor or not self.read_only):
            after = next_grapheme(self.draft[line], column) if column < length else column + 1
            # Both may be shown reversed; the line under it tells the cursor from a selection.
            style = self._cursor if top == bottom else self._cursor + _BESIDE_SELECTION
            marks.append(Mark(column - start, after - start, style))
        return tuple(marks)
