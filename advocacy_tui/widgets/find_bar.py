"""The bar that finds and replaces in an editor."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Input, Static

from advocacy_tui.i18n import _, ngettext, say_number
from advocacy_tui.keys import bindings_for
from advocacy_tui.widgets.editor_find import find_all, replace_all

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advocacy_tui.widgets.editor import DraftEditor


class _Field(Input):
    """A field of the bar; its enter is the bar's."""

    @property
    def bar(self) -> FindBar:
        """The bar around the field."""
        assert isinstance(self.parent, FindBar)
        return self.parent


class _Needle(_Field):
    BINDINGS: ClassVar = [*bindings_for("find-needle")]

    def action_next(self) -> None:
        """Go to the next place."""
        self.bar.find_next()


class _Replacement(_Field):
    BINDINGS: ClassVar = [*bindings_for("find-replacement")]

    def action_replace(self) -> None:
        """Replace this place."""
        self.bar.action_replace_this()


class FindBar(Horizontal):
    """A needle, what to put in its place, and which of how many places is selected.

    Hidden until `open`; closing it gives the focus back to the editor with the place selected.
    """

    BINDINGS: ClassVar = [*bindings_for("find")]
    DEFAULT_CSS = """
    FindBar {
        display: none;
        height: 1;
        padding: 0 1;
        & Static { width: auto; padding: 0 1 0 0; }
        & Input { width: 1fr; margin: 0 1 0 0; }
        & #find-count { padding: 0; }
    }
    """

    match_case: reactive[bool] = reactive(False, init=False)
    """Whether a capital letter and a small one are different letters."""

    def __init__(self, editor: DraftEditor, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.editor = editor
        self._places: list[tuple[int, int]] = []
        self._found_in: tuple[int, str, bool] | None = None
        self._from = 0

    def compose(self) -> ComposeResult:
        """Lay out the two fields and the count."""
        yield Static(_("Find"), markup=False)
        yield _Needle(compact=True, id="find-needle")
        yield Static(_("Replace with"), markup=False)
        yield _Replacement(compact=True, id="find-replacement")
        yield Static("", markup=False, id="find-count")

    # --- what is in the bar -------------------------------------------------------------------

    @property
    def needle(self) -> str:
        """What is looked for."""
        return self.query_one("#find-needle", Input).value

    @property
    def replacement(self) -> str:
        """What is put in its place."""
        return self.query_one("#find-replacement", Input).value

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where the needle stands in the text as it is now, in code points."""
        wanted = (self.editor.version, self.needle, self.match_case)
        if wanted != self._found_in:
            self._places = find_all(self.editor.text, self.needle, match_case=self.match_case)
            self._found_in = wanted
        return self._places

    @property
    def count(self) -> str:
        """Which place is selected and how many there are, in words."""
        if not self.needle:
            return ""
        if not self.places:
            return _("Not in the text")
        if self._selected() in self.places:
            number = self.places.index(self._selected()) + 1
            return _("{number} of {count}").format(
                number=say_number(number), count=say_number(len(self.places))
            )
        return ngettext("{count} place", "{count} places", len(self.places)).format(
            count=say_number(len(self.places))
        )

    def _selected(self) -> tuple[int, int]:
        start, end = sorted(self.editor.selection)
        return self.editor.offset_of(start), self.editor.offset_of(end)

    def _say(self, words: str | None = None) -> None:
        case = "Aa " if self.match_case else ""
        self.query_one("#find-count", Static).update(
            case + (self.count if words is None else words)
        )

    # --- opening and closing ------------------------------------------------------------------

    def open(self) -> None:
        """Show the bar, with what is selected in one line of the editor as the needle."""
        selected = self.editor.selected_text
        self._from, _end = self._selected()
        self.display = True
        field = self.query_one("#find-needle", Input)
        if selected and "\n" not in selected:
            field.value = selected
        field.focus()
        field.action_select_all()
        self._say()

    def action_close(self) -> None:
        """Hide the bar and go back to the text."""
        self.display = False
        self.editor.focus()

    # --- finding ------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the first place from where the bar was opened, as the needle is typed."""
        event.stop()
        if event.input.id == "find-needle":
            self._show_from(self._from)

    def action_other(self) -> None:
        """Go to the other field."""
        needle = self.query_one("#find-needle", Input)
        other = self.query_one("#find-replacement", Input) if needle.has_focus else needle
        other.focus()

    def find_next(self) -> None:
        """Go to the next place; after the last one comes the first."""
        self._show_from(self._selected()[1])

    def action_previous(self) -> None:
        """Go to the place before; before the first one comes the last."""
        at = bisect_left(self.places, self._selected())
        self._show(at - 1)

    def watch_match_case(self) -> None:
        """Find again when capitals begin or cease to count."""
        self._show_from(self._from)

    def action_toggle_case(self) -> None:
        """Let capitals count, or not."""
        self.match_case = not self.match_case

    def _show_from(self, offset: int) -> None:
        at = bisect_left(self.places, (offset, 0))
        self._show(at if at < len(self.places) else 0)

    def _show(self, number: int) -> None:
        if self.places:
            self.editor.select_range(*self.places[number])
        self._say()

    # --- replacing ----------------------------------------------------------------------------

    def action_replace_this(self) -> None:
        """Replace the selected place, one step of the history, and go to the next."""
        start, end = self._selected()
        if (start, end) not in self.places:
            self._show_from(start)
            return
        text = self.editor.text
        self.editor.replace_all_text(text[:start] + self.replacement + text[end:])
        self._show_from(start + len(self.replacement))

    def action_replace_all(self) -> None:
        """Replace every place as one step of the history, and say how many there were."""
        text, count = replace_all(
            self.editor.text, self.needle, self.replacement, match_case=self.match_case
        )
        self.editor.replace_all_text(text)
        said = ngettext("{count} replaced", "{count} replaced", count)
        self._say(said.format(count=say_number(count)) if count else None)

    def action_undo(self) -> None:
        """Undo in the text, where the replacing was done."""
        self.editor.undo()
        self._say()

    def action_redo(self) -> None:
        """Redo in the text."""
        self.editor.redo()
        self._say()
