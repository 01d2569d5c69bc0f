"""The bottom line: the most useful keys here, in words, clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from advocacy_tui.actions import BY_ID
from advocacy_tui.i18n import _
from advocacy_tui.keys import say_keys
from advocacy_tui.text import cell_width

if TYPE_CHECKING:
    from textual import events

    from advocacy_tui.app import AdvocacyApp

GAP = 3
"""Cells between two words."""


class KeyBar(Widget):
    """One line of keys and words, made from the bindings that work right now."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 100%; padding: 0 1; }
    """
    COMPONENT_CLASSES = {"keybar--key", "keybar--word"}
    app: AdvocacyApp

    def on_mount(self) -> None:
        """Follow whatever changes which keys work."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def words(self) -> list[tuple[str, str, str]]:
        """Return (keys, word, Textual action) in the order shown.

        There are none while something lies over the screen, as the keys are that one's then.
        """
        if not self.screen.is_active:
            return []
        keys: dict[str, list[str]] = {}
        for key, active in self.screen.active_bindings.items():
            action = BY_ID.get(active.binding.id or "")
            if action is not None and action.bar and active.enabled:
                keys.setdefault(action.id, []).append(key)
        found: dict[str, tuple[int, str, str, str]] = {}
        for one, works in keys.items():
            action = BY_ID[one]
            wanted = self.app.own_keys.get(one, action.keys).split(",")
            key = next((name for name in wanted if name in works), works[0])
            found[one] = (action.bar, self._said(one, key), _(action.label), action.method)
        for one in [*found]:
            # Where a plain key works too, it is the one to learn.
            if one.removesuffix(".always") in found.keys() - {one} or f"{one}.letter" in found:
                del found[one]
        return [(key, word, method) for _bar, key, word, method in sorted(found.values())]

    def _said(self, action: str, key: str) -> str:
        if action == "today.choose1":
            numbers = [
                active.binding.key
                for active in self.screen.active_bindings.values()
                if (active.binding.id or "").startswith("today.choose") and active.enabled
            ]
            return f"1-{max(numbers)}" if len(numbers) > 1 else "1"
        return say_keys(key, first=True)

    def _fitting(self) -> list[tuple[str, str, str]]:
        """Return as many words as fit; the last two (everywhere, help) stay."""
        words = self.words()
        room = self.content_size.width
        while len(words) > 2 and self._width(words) > room:
            words.pop(-3)
        return words

    @staticmethod
    def _width(words: list[tuple[str, str, str]]) -> int:
        return sum(cell_width(f"{key} {word}") + GAP for key, word, _method in words) - GAP

    def render_line(self, y: int) -> Strip:
        """Draw the line; help stands at the right edge."""
        words = self._fitting()
        key_style = self.get_component_rich_style("keybar--key")
        word_style = self.get_component_rich_style("keybar--word")
        room = self.content_size.width
        slack = max(0, room - self._width(words)) if words else 0
        segments: list[Segment] = []
        for index, (key, word, _method) in enumerate(words):
            if index:
                gap = GAP + (slack if index == len(words) - 1 else 0)
                segments.append(Segment(" " * gap, word_style))
            segments += [Segment(key, key_style), Segment(f" {word}", word_style)]
        return Strip(segments).adjust_cell_length(room, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Do what the word under the mouse says."""
        words = self._fitting()
        at, slack = 0, max(0, self.content_size.width - self._width(words)) if words else 0
        x = event.x - self.styles.padding.left
        for index, (key, word, method) in enumerate(words):
            at += (GAP + (slack if index == len(words) - 1 else 0)) if index else 0
            end = at + cell_width(f"{key} {word}")
            if at <= x < end:
                await self.screen.run_action(method)
                return
            at = end
