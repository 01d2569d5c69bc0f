"""What a person chose: colours, keys and language, put on at the start and when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui import i18n
from advocacy_tui.actions import BY_ID
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.holding import KEEP_A_THOUGHT, HoldingApp
from advocacy_tui.keys import remapped, say_keys
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.store.change import Change
    from advocacy_tui.store.database import Database

COLOURLESS = "plain"
"""The theme under NO_COLOR, whatever was chosen."""


class ChoosingApp(HoldingApp):
    """An app that looks, answers and speaks as its settings say, also when another program,
    an undo or the settings screen changes them under it.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        super().__init__(database, now)
        self.own_keys: dict[str, str] = {}
        self._without_colour = self.no_color
        # A language given on the command line goes before the one that was kept.
        self._kept_language = ""

    def put_on_choices(self, settings_file: str) -> None:
        """Put on colours and keys, and follow the settings from now on."""
        for theme in THEMES:
            self.register_theme(theme)
        self.wear(get_setting(self.database, "theme"))
        self._kept_language = get_setting(self.database, "language")
        self.own_keys, sentences = remapped(settings_file)
        self.set_keymap(self.own_keys)
        self.capture_keys = frozenset(
            self.own_keys.get(KEEP_A_THOUGHT.id, KEEP_A_THOUGHT.keys).split(",")
        )
        for sentence in sentences:
            self.tell(sentence, serious=True)

    def publish(self, change: Change) -> None:
        """Tell every screen what changed, and put on what was chosen anew."""
        super().publish(change)
        if change.kind in ("setting", "any"):
            try:
                self._follow()
            except AdvocacyError as error:
                self.tell(str(error), serious=True)

    def _follow(self) -> None:
        self.wear(get_setting(self.database, "theme"))
        language = get_setting(self.database, "language")
        if language != self._kept_language:
            self._kept_language = language
            self.run_worker(self.speak(language or i18n.from_environment()), group="language")

    def wear(self, theme: str) -> None:
        """Put on a theme; under NO_COLOR always the one without colour."""
        chosen = COLOURLESS if self._without_colour else theme
        # Styles for `:nocolor` are for terminals without colour and for this theme alike.
        self.no_color = chosen == COLOURLESS
        if self.theme != chosen:
            self.theme = chosen

    @property
    def is_without_colour(self) -> bool:
        """Whether the terminal asked for no colour (NO_COLOR)."""
        return self._without_colour

    def key_of(self, action: str) -> str:
        """Return the key of an action as a person reads it."""
        return say_keys(self.own_keys.get(action, BY_ID[action].keys), first=True)

    async def speak(self, language: str) -> None:
        """Speak another language at once, on every screen."""
        i18n.use(language)
        for stack in self._screen_stacks.values():
            for screen in stack:
                speak = getattr(screen, "speak", None)
                if speak is not None:
                    await speak()
