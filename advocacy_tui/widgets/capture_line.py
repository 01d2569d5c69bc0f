"""The line a thought is typed into: an editor of one row that grows, and loses no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from advocacy_tui.text import clean_own, first_line
from advocacy_tui.widgets.editor import DraftEditor

if TYPE_CHECKING:
    from advocacy_tui.app import AdvocacyApp

MOST_ROWS = 8
"""Rows the line grows to; from there on it scrolls."""

LONGEST_EDITED = 50_000
"""Characters that are edited in the line; a longer text (a pasted log) is held whole instead."""

SHOWN_OF_WHOLE = 200
"""Cells of such a text that are shown."""


class CaptureLine(DraftEditor):
    """A line that answers to the capture screen's keys in the order in which they were typed."""

    DEFAULT_CSS = """
    CaptureLine { height: 1; width: 1fr; padding: 0; border: none; background: transparent; }
    CaptureLine:focus { border: none; }
    """
    app: AdvocacyApp

    whole: str | None = None
    """A text too long to be edited here; the line shows its beginning then."""

    is_closing = False
    """Whether the line is on its way out: keys that still reach it belong to what comes after."""

    _before_whole = ""

    @property
    def reading_width(self) -> int:
        """The cells a row takes at most: all there are."""
        return self.app.size.width

    @property
    def kept_text(self) -> str:
        """What is to be kept."""
        return self.text if self.whole is None else self.whole

    def offer(self, text: str) -> None:
        """Show a text that was left here, the cursor behind it."""
        if len(text) > LONGEST_EDITED:
            self._hold_whole("", text)
        else:
            self.load_text(text)
            self.move_cursor(self.document.end)
            self._grow()
            self.call_after_refresh(self._show_from_top)

    def insert_line_end(self) -> None:
        """Begin a new line where the cursor stands."""
        if self.whole is None:
            self.insert("\n")

    # --- keys and pasted text ---------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """Answer to the screen's keys here, so that none overtakes the letters before it.

        Textual looks a binding up when the key has come back to the app; by then the next letter
        may be typed.
        """
        if self.is_closing:
            event.stop()
            event.prevent_default()
            self.app.hold_back(events.Key(event.key, event.character))
            return
        if not event.is_printable:
            active = self.screen.active_bindings.get(event.key)
            if active is not None and (active.binding.id or "").startswith("capture."):
                event.stop()
                event.prevent_default()
                await self.screen.run_action(active.binding.action)
                return
            if self.whole is not None and event.key in ("backspace", "delete", "ctrl+z"):
                event.stop()
                event.prevent_default()
                self._let_whole_go()

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted text in; what is too long to be edited is held whole."""
        if self.is_closing:
            event.stop()
            event.prevent_default()
            self.app.hold_back(events.Paste(event.text))
        elif self.whole is None and len(self.text) + len(event.text) > LONGEST_EDITED:
            event.stop()
            event.prevent_default()
            head, tail = self._around_selection()
            self._hold_whole(self.text, head + event.text + tail)

    def _around_selection(self) -> tuple[str, str]:
        start, end = sorted(self.offset_of(place) for place in self.selection)
        return self.text[:start], self.text[end:]

    def _hold_whole(self, before: str, text: str) -> None:
        cleaned = clean_own(text)
        self._before_whole, self.whole = before, cleaned.text
        self.load_text(first_line(cleaned.text, SHOWN_OF_WHOLE))
        self.read_only = True
        self._grow()
        self._say_cleaned(cleaned.dropped)

    def _let_whole_go(self) -> None:
        before, self.whole = self._before_whole, None
        self.read_only = False
        self.offer(before)

    # --- height -----------------------------------------------------------------------------

    def _show_from_top(self) -> None:
        """Show the first row, now that there is room for it; the cursor's row at any rate."""
        self.scroll_home(animate=False, immediate=True)
        self.scroll_cursor_visible()

    def on_text_area_changed(self) -> None:
        """Grow and shrink with the text."""
        self._grow()

    def on_resize(self) -> None:
        """Grow and shrink with the terminal, once the text is wrapped to its new width."""
        self.call_after_refresh(self._grow)

    def _grow(self) -> None:
        self.styles.height = max(1, min(MOST_ROWS, self.wrapped_document.height))
