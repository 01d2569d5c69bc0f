"""The line that narrows a list while one types in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for

if TYPE_CHECKING:
    from textual.app import ComposeResult


class _Field(Input):
    BINDINGS: ClassVar = [*bindings_for("search")]

    @property
    def line(self) -> SearchLine:
        """The line around the field."""
        assert isinstance(self.parent, SearchLine)
        return self.parent

    def action_to_list(self) -> None:
        """Go to what was found."""
        self.line.post_message(SearchLine.Left(self.line))

    def action_clear_search(self) -> None:
        """Show everything again."""
        self.line.clear()
        self.line.post_message(SearchLine.Left(self.line))


class SearchLine(Horizontal):
    """A field after a slash, hidden while there is nothing in it and nobody types.

    It posts `Typed(query)` at each change and `Left` when the focus should go back to the list.
    """

    DEFAULT_CSS = """
    SearchLine {
        height: 1; width: 100%; display: none;
        &.-open { display: block; }
        & > Static { width: 2; color: $primary; text-style: bold; }
        & > Input { width: 1fr; background: transparent; }
    }
    """

    @dataclass
    class Typed(Message):
        """Other words stand in the line."""

        line: SearchLine
        query: str

    @dataclass
    class Left(Message):
        """The list should have the focus again."""

        line: SearchLine

    def __init__(self, query: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="-open" if query else "")
        self._told = query

    def compose(self) -> ComposeResult:
        """Lay out the slash and the field."""
        yield Static("/", markup=False)
        yield _Field(self._told, placeholder=_("words, or their beginnings"), compact=True)

    @property
    def field(self) -> Input:
        """The field itself."""
        return self.query_one(_Field)

    def open(self) -> None:
        """Show the line and put the cursor into it, at once."""
        self.add_class("-open")
        self.screen.set_focus(self.field)

    def clear(self) -> None:
        """Empty the line and hide it."""
        self.field.value = ""
        self.remove_class("-open")
        self._tell("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of other words; blanks around them change nothing."""
        event.stop()
        self._tell(event.value.strip())

    def _tell(self, query: str) -> None:
        if query != self._told:
            self._told = query
            self.post_message(self.Typed(self, query))

    def on_descendant_blur(self) -> None:
        """Hide an empty line that was left."""
        if not self._told:
            self.remove_class("-open")
