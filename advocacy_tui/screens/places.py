"""Places: every screen, with its key and the question it answers."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Static

from advocacy_tui.actions import BY_ID
from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.widgets.choices import Choice, Choices, Page, Words
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from advocacy_tui.widgets.choices import Line

PLACES = tuple(one for one in BY_ID if one.startswith("go."))
BESIDE = ("idea.keep", "settings", "help", "undo", "quit")
"""What is no screen of its own, and still within reach from everywhere."""


class PlacesScreen(AdvocacyModal[None]):
    """A sheet that lists everywhere; a letter, enter or a click goes there."""

    BINDINGS: ClassVar = [
        *bindings_for("places"),
        *(
            dataclasses.replace(binding, action=f"go_to('{binding.id}')")
            for binding in bindings_for("anywhere")
            if binding.id in (*PLACES, *BESIDE)
        ),
    ]
    CSS = """
    PlacesScreen { background: transparent; align: left bottom; }
    PlacesScreen > Vertical {
        height: auto; max-height: 100%; background: $surface; border-top: solid $primary;
    }
    PlacesScreen #title { text-style: bold; padding: 0 2 1 2; }
    PlacesScreen Page { height: auto; }
    PlacesScreen KeyBar { dock: none; margin: 1 0 0 0; background: transparent; }
    """

    def compose(self) -> ComposeResult:
        """Lay out title, list and key bar."""
        with Vertical():
            yield Static("", id="title", markup=False)
            with Page():
                yield Choices()
            yield KeyBar()

    def load(self) -> None:
        """List everywhere."""
        self.query_one("#title", Static).update(_("Where to?"))
        beside: list[Line] = [self._line(one) for one in BESIDE]
        self.query_one(Choices).show([*map(self._line, PLACES), Words(""), *beside])

    def _line(self, one: str) -> Choice:
        name, key = _(BY_ID[one].label), self.app.key_of(one)
        act = self._going_to(one)
        return Choice(key, name[:1].upper() + name[1:], act, aside=_(BY_ID[one].help), name=one)

    def _going_to(self, one: str) -> Callable[[], object]:
        return lambda: self.action_go_to(one)

    def action_go_to(self, one: str) -> None:
        """Close the list and do what the line says."""
        self.dismiss()
        # Once the list is gone, so that what opens does not lie over it.
        self.app.call_next(self.app.run_action, BY_ID[one].method)

    def action_close(self) -> None:
        """Go back to where it was opened from."""
        self.dismiss()
