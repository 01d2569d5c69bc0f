"""AdvocacyApp: modes, theme, keymap, and the ways from one screen to another."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

from advocacy_tui import clock, i18n
from advocacy_tui.chosen import ChoosingApp
from advocacy_tui.hangup import end_with_a_sentence, leave_when_told
from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for
from advocacy_tui.widgets._textual_private.keys import swallow_unknown_sequences

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.screen import Screen

    from advocacy_tui.paths import Paths
    from advocacy_tui.store.change import Change
    from advocacy_tui.store.database import Database


def _screen(module: str, name: str) -> Screen[Any]:
    made: Screen[Any] = getattr(import_module(f"advocacy_tui.screens.{module}"), name)()
    return made


class AdvocacyApp(ChoosingApp):
    """The full-screen app over one open database."""

    CSS_PATH = "app.tcss"
    TITLE = "advocacy-tui"
    ENABLE_COMMAND_PALETTE = False  # ours is opened by an action of the registry
    BINDINGS: ClassVar[list[Any]] = [*bindings_for("everywhere", "anywhere")]
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-tall")]
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
        rng: Random | None = None,
    ) -> None:
        # Before the driver starts: it takes hold of the parser then.
        swallow_unknown_sequences()
        super().__init__(database, now)
        self.paths = paths
        self.demo = demo
        self.rng = rng or Random()
        self._asked_to_leave = False

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that lies under everything; the modes bring the real ones."""
        from textual.screen import Screen

        return Screen(id="_default")

    def on_mount(self) -> None:
        """Put on the theme and the keys; what can wait comes after the first paint."""
        if not self.is_headless:
            leave_when_told(self)
        self.put_on_choices(self.paths.settings)
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        from advocacy_tui.upkeep import keep_up

        self.look_out()
        keep_up(self)

    @property
    def programme(self) -> str:
        """The programme whose catalogue and guidelines are shown."""
        return f"demo-{i18n.language()}"

    def _handle_exception(self, error: Exception) -> None:
        """Close with a sentence; Textual's traceback would show people's texts.

        Without a screen (in tests) Textual's own way hands the error on.
        """
        if self.is_headless:
            super()._handle_exception(error)
        else:
            end_with_a_sentence(self, error)

    # --- going about ------------------------------------------------------------------------

    async def action_go(self, mode: str) -> None:
        """Go to a screen; what only lay over the last one is closed first."""
        while getattr(self.screen, "PASSING", False):
            self.pop_screen()
        await self.switch_mode(mode)
        arrive = getattr(self.screen, "arrive", None)
        if arrive is not None:
            arrive()

    def action_capture(self) -> None:
        """Keep a thought, over whatever is on the screen."""
        getattr(self.screen, "keep_thought", self.capture)()

    def capture(self, question: str = "", then: Callable[[Change], None] | None = None) -> None:
        """Open the capture line.

        Args:
            question: What to write from; shown above the line.
            then: Called with the Change when a thought was kept; it then tells it, too.
        """
        self.hold_keys()
        self.hush()
        from advocacy_tui.screens.capture import CaptureScreen

        if any(isinstance(screen, CaptureScreen) for screen in self.screen_stack):
            self.release_keys()
        else:
            self.push_screen(CaptureScreen(question, then))

    def tell_kept(self) -> None:
        """Say that a thought is in the notebook, and how to take it back."""
        self.tell(_("In your notebook. {key} takes it back.").format(key=self.key_of("undo")))

    def action_places(self) -> None:
        """List every screen."""
        from advocacy_tui.screens.places import PlacesScreen

        self.push_screen(PlacesScreen())

    def action_help(self) -> None:
        """Say what the keys do here, or close what says so."""
        from advocacy_tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen(self.screen))

    def action_settings(self, setting: str = "") -> None:
        """Show the settings, with the cursor on one of them."""
        from advocacy_tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(setting))

    def action_command_palette(self) -> None:
        """Find something to do by its name."""
        from advocacy_tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.hold_keys()
            self.push_screen(Palette(self.screen))

    # --- drafts -----------------------------------------------------------------------------

    def new_draft(self, **begun: Any) -> None:
        """Begin a draft and open it; `idea`, `text`, `title` and `post_type` may be given."""
        self.hold_keys()
        from advocacy_tui.screens.draft_opening import begin_draft

        begin_draft(self, **begun)

    def open_draft(self, one: str) -> None:
        """Open a draft, ready to type."""
        self.hold_keys()
        from advocacy_tui.screens.draft_opening import open_draft

        self.run_worker(open_draft(self, one), group="draft")

    def close_draft(self, screen: Any) -> None:
        """Close an open draft and go back to where it was opened from."""
        from advocacy_tui.screens.draft_opening import close_draft

        self.run_worker(close_draft(self, screen), group="draft")

    def ask(
        self,
        question: str,
        value: str,
        example: str,
        then: Callable[[str | None], None],
        check: Callable[[str], str] | None = None,
    ) -> None:
        """Ask for one line; `then` gets it, or None where the question was left.

        The line stays open while `check` returns a sentence about what is wrong with it.
        """
        self.hold_keys()
        from advocacy_tui.screens.ask import AskScreen

        self.push_screen(AskScreen(question, value, example, check), then)

    def open_plan(self) -> None:
        """Write the plan with oneself, or change it."""
        from advocacy_tui.screens.momentum_plan import PlanScreen
        from advocacy_tui.store.preferences import get_setting

        self.push_screen(PlanScreen(get_setting(self.database, "plan")))

    async def show_in(self, mode: str, show: str, what: str) -> None:
        """Go to a screen and have it show something: its method, and what to show."""
        await self.action_go(mode)
        getattr(self.screen, show)(what)

    def action_help_quit(self) -> None:
        """Say how to leave, where Textual would in English (ctrl+c with nothing selected)."""
        said = _("Everything is saved. {key} closes the app.").format(key="ctrl+q")
        self.tell(getattr(self.screen, "trouble", "") or said)

    async def action_leave(self) -> None:
        """Close the app when everything is written; what cannot be is said, and asked again."""
        self.run_worker(self._leave(), exclusive=True, group="leave")

    async def action_quit(self) -> None:
        """Do the same for Textual's own ctrl+q."""
        await self.action_leave()

    def leave_now(self) -> None:
        """Close the app; what cannot be saved goes into a file, as nobody is there to ask."""
        self._asked_to_leave = True
        self.run_worker(self._leave(), exclusive=True, group="leave")

    async def _leave(self) -> None:
        typed = any(
            hasattr(screen, "settle") for stack in self._screen_stacks.values() for screen in stack
        )
        if not typed:
            self.exit()
            return
        from advocacy_tui.screens.draft_opening import all_saved, put_into_file

        saved = await all_saved(self)
        if saved or self._asked_to_leave:
            self.exit(message=put_into_file(self) or None)
        self._asked_to_leave = not saved

    async def speak(self, language: str) -> None:
        """Speak another language at once; the catalogue shown is the one in that language."""
        await super().speak(language)
        self._read_programme()

    def _read_programme(self) -> None:
        from advocacy_tui.upkeep import read_programme

        read_programme(self)
