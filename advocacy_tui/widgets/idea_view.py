"""A text to be read, with a line of facts over it; it scrolls where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

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
        & > #text { margin: 1 0 0 0; }
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
