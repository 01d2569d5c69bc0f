"""AdvocacyApp: modes, themes, keymap, and the one signal that says what changed."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.signal import Signal

from advocacy_tui import clock, i18n
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for, remapped
from advocacy_tui.store.change import Change
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.store.undo import next_undo, undo_last
from advocacy_tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.screen import Screen

    from advocacy_tui.paths import Paths
    from advocacy_tui.store.database import Database

LOOK_EVERY = 1.0
"""Seconds between two looks for what another process wrote."""


def _screen(module: str, name: str) -> Screen[Any]:
    made: Screen[Any] = getattr(import_module(f"advocacy_tui.screens.{module}"), name)()
    return made


class AdvocacyApp(App[None]):
    """The full-screen app over one open database."""

    CSS_PATH = "app.tcss"
    TITLE = "advocacy-tui"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[Any]] = [*bindings_for("everywhere", "anywhere")]
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
        super().__init__()
        self.database = database
        self.paths = paths
        self.now = now
        self.demo = demo
        self.changed: Signal[Change] = Signal(self, "changed")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._seen_version = 0

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that lies under everything; the modes bring the real ones."""
        from textual.screen import Screen

        return Screen(id="_default")

    def on_mount(self) -> None:
        """Put on the theme and the keys, then look out for other writers."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = get_setting(self.database, "theme")
        keymap, sentences = remapped(self.paths.settings)
        self.set_keymap(keymap)
        for sentence in sentences:
            self.tell(sentence, serious=True)
        self._seen_version = self.database.data_version()
        self.set_interval(LOOK_EVERY, self._look)

    @property
    def programme(self) -> str:
        """The programme whose catalogue and guidelines are shown."""
        return f"demo-{i18n.language()}"

    # --- telling ----------------------------------------------------------------------------

    def tell(self, sentence: str, *, serious: bool = False) -> None:
        """Say a sentence in the corner; people's text is never read as markup."""
        self.notify(sentence, severity="warning" if serious else "information", markup=False)

    def publish(self, change: Change) -> None:
        """Tell every screen what changed."""
        self.changed.publish(change)

    def _look(self) -> None:
        """Show what another process, or our own writer, has written since the last look."""
        try:
            version = self.database.data_version()
        except AdvocacyError as error:
            self.tell(str(error), serious=True)
            return
        if version != self._seen_version:
            self._seen_version = version
            self.publish(Change("any", ()))

    def on_app_focus(self) -> None:
        """Look at once when the terminal comes back."""
        self._look()

    # --- writing ----------------------------------------------------------------------------

    def write(
        self,
        work: Callable[[], Change | None],
        then: Callable[[Change], None] | None = None,
        failed: Callable[[AdvocacyError], None] | None = None,
    ) -> Future[Change | None]:
        """Do a write on the writer's thread, in the order asked for, and publish its Change.

        Args:
            work: Calls the store; runs beside the screen.
            then: Called on the app's thread with the Change.
            failed: Called with the problem instead of telling it in the corner.
        """
        future = self._writer.submit(work)
        future.add_done_callback(partial(self._written, then=then, failed=failed))
        return future

    def _written(
        self,
        future: Future[Change | None],
        *,
        then: Callable[[Change], None] | None,
        failed: Callable[[AdvocacyError], None] | None,
    ) -> None:
        if future.cancelled() or not self.is_running:
            return
        self.call_next_from_writer(partial(self._after_write, future, then, failed))

    def call_next_from_writer(self, callback: Callable[[], None]) -> None:
        """Run a callback on the app's thread without waiting for it."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(partial(self.call_next, callback))

    def _after_write(
        self,
        future: Future[Change | None],
        then: Callable[[Change], None] | None,
        failed: Callable[[AdvocacyError], None] | None,
    ) -> None:
        error = future.exception()
        if isinstance(error, AdvocacyError):
            if failed is None:
                self.tell(str(error), serious=True)
            else:
                failed(error)
            return
        if error is not None:
            raise error
        change = future.result()
        if change is not None:
            self.publish(change)
            if then is not None:
                then(change)

    # --- going about ------------------------------------------------------------------------

    async def action_go(self, mode: str) -> None:
        """Go to a screen."""
        await self.switch_mode(mode)

    def action_capture(self) -> None:
        """Keep a thought, over whatever is on the screen."""
        from advocacy_tui.screens.capture import CaptureScreen

        if not isinstance(self.screen, CaptureScreen):
            self.push_screen(CaptureScreen())

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

    def on_unmount(self) -> None:
        """Let the last writes finish."""
        self._writer.shutdown(wait=True)
