"""The palette: everything that can be done here, found by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal, Vertical
from textual.fuzzy import Matcher
from textual.widgets import Input, Static

from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.screens.help_words import doable
from advocacy_tui.text import fold, fold_words
from advocacy_tui.widgets.choices import Choice, Choices, Page, Words
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.screen import Screen

    from advocacy_tui.actions import Action
    from advocacy_tui.screens.help_words import KeyHelp


TOLD = 0.001
"""What fits only what is told about an action comes after every name that fits."""


class PaletteLine(Input):
    """The line; its keys move the list below."""

    BINDINGS: ClassVar = [*bindings_for("palette")]

    @property
    def _palette(self) -> Palette:
        assert isinstance(self.screen, Palette)
        return self.screen

    def action_do(self) -> None:
        """Do what the list's cursor is on."""
        self._palette.choices.action_open()

    def action_down(self) -> None:
        """Go to the next action."""
        self._palette.choices.action_cursor_down()

    def action_up(self) -> None:
        """Go to the action before."""
        self._palette.choices.action_cursor_up()

    def action_close(self) -> None:
        """Close the palette, nothing done."""
        self._palette.dismiss()


class PaletteChoices(Choices, can_focus=False):
    """The actions; the line above keeps the keys, so the cursor shows without the focus."""

    @property
    def shows_cursor(self) -> bool:
        """Always."""
        return True


class Palette(AdvocacyModal[None]):
    """A line to type in, and the actions that fit, from the registry alone."""

    CSS = """
    Palette { background: transparent; align: left top; }
    Palette > Vertical {
        height: auto; max-height: 100%; background: $surface; border-bottom: solid $primary;
        padding: 0 1;
    }
    Palette Horizontal { height: 2; }
    Palette #sign { width: 2; color: $primary; text-style: bold; }
    Palette Input { width: 1fr; background: transparent; padding: 0; }
    Palette Page { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
    Palette KeyBar { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    """

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self._over = over
        self._doable: list[tuple[Action, KeyHelp]] = []

    def compose(self) -> ComposeResult:
        """Lay out the line, the actions and the keys."""
        with Vertical():
            with Horizontal():
                yield Static(">", id="sign")
                yield PaletteLine(placeholder=_("What would you like to do?"), compact=True)
            with Page():
                yield PaletteChoices()
            yield KeyBar()

    @property
    def choices(self) -> Choices:
        """The actions that fit."""
        return self.query_one(Choices)

    def load(self) -> None:
        """Offer everything, ready to type."""
        self._doable = doable(self._over, self.app.own_keys)
        line = self.query_one(PaletteLine)
        self._offer(line.value)
        self.set_focus(line)
        self.app.release_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what fits the words."""
        self._offer(event.value)

    def _offer(self, words: str) -> None:
        found = [
            Choice(told.keys, told.label, self._doing(action), aside=told.help, name=action.id)
            for action, told in self._fitting(words)
        ]
        self.choices.show(found or [Words(_("Nothing here is called that."), "quiet")])
        self.choices.put_cursor_on("")

    def _fitting(self, words: str) -> Iterator[tuple[Action, KeyHelp]]:
        """Yield what fits, the best first: names by their letters, what is told by its words."""
        wanted, begun = fold(words.strip()), fold_words(words)
        if not wanted:
            yield from self._doable
            return
        matcher = Matcher(wanted)
        scored: list[tuple[float, int]] = []
        for place, (_action, told) in enumerate(self._doable):
            said = fold_words(told.help)
            is_told = all(any(one.startswith(word) for one in said) for word in begun)
            score = matcher.match(fold(told.label)) or (TOLD if begun and is_told else 0)
            scored += [(-score, place)] if score else []
        for _score, place in sorted(scored):
            yield self._doable[place]

    def _doing(self, action: Action) -> Callable[[], object]:
        def do() -> None:
            self.dismiss()
            # Once the palette is gone, so that what opens does not lie over it.
            self.app.call_next(self._over.run_action, action.method)

        return do
