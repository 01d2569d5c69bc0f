"""A text that is only read: scrolls by the keys that move in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from advocacy_tui.keys import bindings_for

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class Reading(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A long text in a window; the keys of a list move it."""

    BINDINGS: ClassVar = [
        binding for binding in bindings_for("list") if binding.action not in ("open", "mark")
    ]
    DEFAULT_CSS = """
    Reading { height: 1fr; scrollbar-size-vertical: 1; padding: 0 1; }
    Reading > Static { width: 100%; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield Static("", markup=False)

    def show(self, content: Content) -> None:
        """Show a text from its beginning."""
        self.query_one(Static).update(content)
        self.scroll_home(animate=False)

    def action_cursor_down(self) -> None:
        """Move a line down."""
        self.scroll_down(animate=False)

    def action_cursor_up(self) -> None:
        """Move a line up."""
        self.scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Move a page down."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Move a page up."""
        self.scroll_page_up(animate=False)

    def action_scroll_home(self) -> None:
        """Go to the beginning."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)
