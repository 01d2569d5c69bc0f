"""A text to be read, with a line of facts over it; it scrolls where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from advocacy_tui.keys import bindings_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class IdeaView(VerticalScroll, can_focus=False):
    """Facts in muted words, then the text; people's text is never read as markup."""

    DEFAULT_CSS = """
    IdeaView {
        height: 1fr; scrollbar-size-vertical: 1; padding: 0 1 0 0;
        & > Static { height: auto; width: 1fr; max-width: 72; }
        & > .quiet { color: $text-muted; }
        & > #text, & > #after { margin: 1 0 0 0; }
        &:ansi > .quiet, &:nocolor > .quiet { text-style: dim; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out facts, text and what comes after it."""
        yield Static("", markup=False, id="facts", classes="quiet")
        yield Static("", markup=False, id="text")
        yield Static("", markup=False, id="after")

    def show(self, facts: str, text: Content | str, after: Sequence[Content] = ()) -> None:
        """Show another text from its beginning.

        Args:
            facts: One line over it.
            text: The text; a plain one is shown exactly as it is.
            after: Lines below it, each a paragraph of its own.
        """
        self.query_one("#facts", Static).update(Content(facts))
        self.query_one("#text", Static).update(Content(text) if isinstance(text, str) else text)
        below = Content("\n\n").join(after) if after else Content("")
        tail = self.query_one("#after", Static)
        tail.display = bool(after)
        tail.update(below)
        self.scroll_home(animate=False)


class ReadingView(IdeaView, can_focus=True, inherit_bindings=False):
    """The same with the keys of a list, which scroll the text."""

    BINDINGS: ClassVar = [*bindings_for("list")]

    def action_cursor_down(self) -> None:
        """Go a line on."""
        self.scroll_down(animate=False)

    def action_cursor_up(self) -> None:
        """Go a line back."""
        self.scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Go a screen on."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Go a screen back."""
        self.scroll_page_up(animate=False)

    def action_scroll_home(self) -> None:
        """Go to the beginning."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what a text has none of: rows to open or to mark."""
        return action not in ("open", "mark")
