"""Keys that come while a line opens or closes wait for it, so that none lands elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from advocacy_tui.actions import BY_ID
from advocacy_tui.writing import WritingApp

if TYPE_CHECKING:
    from textual.events import Event

KEEP_A_THOUGHT = BY_ID["idea.keep"]
"""The action whose key opens the capture line outside of a text field."""


class HoldingApp(WritingApp):
    """An app whose keys can be held back and given out again, in the order typed.

    Textual gives a key to whatever has the focus at that moment. A person who presses `a` and
    types on (or whose terminal sends it all at once, as over ssh) would type the first letters
    into the list below, where letters are commands.
    """

    _held: list[Event] | None = None
    _handed_back: list[Event]
    capture_keys: frozenset[str] = frozenset(KEEP_A_THOUGHT.keys.split(","))

    def hold_keys(self) -> None:
        """Keep keys and pasted text back until `release_keys`."""
        if self._held is None:
            self._held, self._handed_back = [], []

    def release_keys(self) -> None:
        """Give out what was held back, once what is under way is done."""
        self.call_next(self._give_out)

    def hold_back(self, event: Event) -> None:
        """Take back a key from a field that closes: it was typed before all that is held."""
        if self._held is None:
            self.hold_keys()
            self.release_keys()
        self._handed_back.append(event)

    async def _give_out(self) -> None:
        if self._held is None:
            return
        held, self._held = [*self._handed_back, *self._held], None
        for event in held:
            await self.on_event(event)

    async def on_event(self, event: Event) -> None:
        """Hold keys back, and open the capture line before the next key is looked at."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            if self._held is not None:
                self._held.append(event)
                return
            if isinstance(event, events.Key) and self._asks_for_capture(event):
                self.action_capture()
                return
        await super().on_event(event)

    def _asks_for_capture(self, event: events.Key) -> bool:
        """Tell whether a key opens the capture line here, as the bindings stand.

        A binding of the screen is looked up in the queue of what has the focus, and by then the
        next key may be in that queue too. So this one is seen to at once.
        """
        if event.key not in self.capture_keys:
            return False
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return False
        active = self.screen.active_bindings.get(event.key)
        return active is not None and active.enabled and active.binding.id == KEEP_A_THOUGHT.id

    def action_capture(self) -> None:
        """Keep a thought, over whatever is on the screen."""
        raise NotImplementedError
