"""Keys that open a text field: what is typed right after them belongs into the field.

Textual looks a screen's bindings up when a key has come all the way from what has the focus to
the app; by then the next keys may be on that way too. Over a slow line, `/` and the words after it
come as one, and the words would be taken for commands.
"""

from __future__ import annotations

import dataclasses
from inspect import isawaitable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.binding import Binding
    from textual.widget import Widget

    from advocacy_tui.holding import HoldingApp


def at_once(bindings: Sequence[Binding], *ids: str) -> list[Binding]:
    """Return bindings of which those with these ids are seen to before the next key is."""
    return [
        dataclasses.replace(binding, priority=True) if binding.id in ids else binding
        for binding in bindings
    ]


def then_type(
    app: HoldingApp, focused: Widget, open_field: Callable[[], Awaitable[None] | None]
) -> None:
    """Open a text field from an `at_once` action; the keys that follow wait until it is open.

    Args:
        app: The app, which holds the keys.
        focused: What has the focus; the keys pressed before are still on their way from it.
        open_field: Opens the field and gives it the focus.
    """
    app.hold_keys()
    way = [*focused.ancestors_with_self]

    async def go_on() -> None:
        while way:
            if way.pop(0).call_later(go_on):
                return
        try:
            opening = open_field()
            if isawaitable(opening):
                await opening
        finally:
            app.release_keys()

    way.pop(0).call_later(go_on)
