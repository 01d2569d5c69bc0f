"""AdvocacyApp: modes, theme, keymap, and the ways from one screen to another."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from advocacy_tui import clock, i18n
from advocacy_tui.actions import BY_ID
from advocacy_tui.holding import KEEP_A_THOUGHT, HoldingApp
from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for, remapped, say_keys
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.store.undo import next_undo, undo_last
from advocacy_tui.themes import THEMES
from advocacy_tui.widgets._textual_private.keys import swallow_unknown_sequences

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.screen import Screen

    from advocacy_tui.paths import Paths
    from advocacy_tui.store.change import Change
    from advocacy_tui.store.database import Database

COLOURLESS = "plain"
"""The theme under NO_COLOR, whatever was chosen."""


def _screen(module: str, name: str) -> Screen[Any]:
    made: Screen[Any] = getattr(import_module(f"advocacy_tui.screens.{module}"), name)()
    return made


class AdvocacyApp(HoldingApp):
    """The full-screen app over one open database."""

    CSS_PATH = "app.tcss"
    TITLE = "advocacy-tui"
    ENABLE_COMMAND_PALETTE = False  # ours is opened by an action of the registry
    BINDINGS: ClassVar[list[Any]] = [*bindings_for("everywhere", "anywhere")]
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-low"), (28, "-tall")]
    MODES: ClassVar[dict[str, Any]] = {
        "today": partial(_screen, "today", "TodayScreen"),
        "notebook": partial(_screen, "notebook", "NotebookScreen"),
        "drafts": partial(_screen, "drafts", "DraftsScreen"),
        "catalogue": partial(_screen, "catalogue", "CatalogueScreen"),
        "guidelines": partial(_screen, "guidelines", "GuidelinesScreen"),
        "momentum": partial(_screen, "momentum", "MomentumScreen"),
    }
    DEFAULT_MODE = "today"

    def __init__(
        self,
        database: Database,
        paths: Paths,
        *,
        now: Callable[[], datetime] = clock.now,
        demo: bool = False,
    ) -> None:
        # Before the driver starts: it takes hold of the parser then.
        swallow_unknown_sequences()
        super().__init__(database, now)
        self.paths = paths
        self.demo = demo
        self.own_keys: dict[str, str] = {}

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that lies under everything; the modes bring the real ones."""
        from textual.screen import Screen

        return Screen(id="_default")

    def on_mount(self) -> None:
        """Put on the theme and the keys; what can wait comes after the first paint."""
        for theme in THEMES:
            self.register_theme(theme)
        self.wear(get_setting(self.database, "theme"))
        self.own_keys, sentences = remapped(self.paths.settings)
        self.set_keymap(self.own_keys)
        self.capture_keys = frozenset(
            self.own_keys.get(KEEP_A_THOUGHT.id, KEEP_A_THOUGHT.keys).split(",")
        )
        for sentence in sentences:
            self.tell(sentence, serious=True)
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        from advocacy_tui.upkeep import keep_up

        self.look_out()
        keep_up(self)

    def wear(self, theme: str) -> None:
        """Put on a theme; under NO_COLOR always the one without colour."""
        self.theme = COLOURLESS if self.no_color else theme

    def key_of(self, action: str) -> str:
        """Return the key of an action as a person reads it."""
        return say_keys(self.own_keys.get(action, BY_ID[action].keys), first=True)

    @property
    def programme(self) -> str:
        """The programme whose catalogue and guidelines are shown."""
        return f"demo-{i18n.language()}"

    # --- going about ------------------------------------------------------------------------

    async def action_go(self, mode: str) -> None:
        """Go to a screen; what only lay over the last one is closed first."""
        while getattr(self.screen, "PASSING", False):
            await self.pop_screen()
        await self.switch_mode(mode)

    def action_capture(self) -> None:
        """Keep a thought, over whatever is on the screen."""
        self.capture()

    def capture(self, question: str = "", then: Callable[[Change], None] | None = None) -> None:
        """Open the capture line.

        Args:
            question: What to write from; shown above the line.
            then: Called with the Change when a thought was kept; it then tells it, too.
        """
        self.hold_keys()
        from advocacy_tui.screens.capture import CaptureScreen

        if any(isinstance(screen, CaptureScreen) for screen in self.screen_stack):
            self.release_keys()
        else:
            self.push_screen(CaptureScreen(question, then))

    def action_places(self) -> None:
        """List every screen."""
        from advocacy_tui.screens.places import PlacesScreen

        self.push_screen(PlacesScreen())

    def action_help(self) -> None:
        """Say what the keys do here."""
        from advocacy_tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_settings(self) -> None:
        """Show the settings."""
        from advocacy_tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_command_palette(self) -> None:
        """Find something to do by its name."""
        from advocacy_tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_undo(self) -> None:
        """Take the last act back, and say which it was."""
        self.write(self._undo, then=self._say_undone)

    def _undo(self) -> Change | None:
        at = clock.utc_text(self.now())
        if next_undo(self.database) is None:
            self.call_next_from_writer(partial(self.tell, _("There is nothing to undo.")))
            return None
        return undo_last(self.database, at=at)

    def _say_undone(self, change: Change) -> None:
        what = _(change.label).format(**dict(change.params))
        self.tell(_("Undone: {what}").format(what=what))

    def action_help_quit(self) -> None:
        """Say how to leave, where Textual would in English (ctrl+c with nothing selected)."""
        self.tell(_("Everything is saved. {key} closes the app.").format(key="ctrl+q"))

    async def action_leave(self) -> None:
        """Close the app when everything is written."""
        self.exit()

    async def speak(self, language: str) -> None:
        """Speak another language at once, on every screen."""
        i18n.use(language)
        for stack in self._screen_stacks.values():
            for screen in stack:
                speak = getattr(screen, "speak", None)
                if speak is not None:
                    await speak()
        self._after_speaking()

    def _after_speaking(self) -> None:
        from advocacy_tui.upkeep import read_programme

        read_programme(self)
