"""Writing beside the screen: one thread, in the order asked for, each write told as a Change."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App
from textual.signal import Signal

from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _
from advocacy_tui.log import log_and_say
from advocacy_tui.store.change import Change
from advocacy_tui.store.presence import Presence
from advocacy_tui.store.undoing import redo_last, undo_last
from advocacy_tui.undo_words import say_act, say_laid_away, say_nothing_to_undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.store.database import Database

OLD_NEWS = 1.0
"""Seconds after which what was told gives way to what is told next."""

LOOK_EVERY = 1.0
"""Seconds between two looks for what another process wrote."""


class WritingApp(App[None]):
    """An app over one database: what is written, and what others write, reaches the screens."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        # Under NO_COLOR Textual turns colours into greys, which hides what has a terminal's default
        # colours; with the terminal's own colours it leaves colour out.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.database = database
        self.now = now
        self.changed: Signal[Change] = Signal(self, "changed")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._writer_closed = False
        self._seen_version: int | None = None
        self._look_failed = False
        self._told_at = self._serious_until = 0.0
        self.presence = Presence(os.path.dirname(database.path))  # noqa: PTH120

    def tell(self, sentence: str, *, serious: bool = False) -> None:
        """Say a sentence in the corner; people's text is never read as markup.

        What was told before makes room, as news that pile up are not read; a serious sentence
        stays its time.
        """
        now = monotonic()
        if now - self._told_at > OLD_NEWS:
            self.hush()
        self._told_at = now
        if serious:
            self._serious_until = now + self.NOTIFICATION_TIMEOUT
        self.notify(sentence, severity="warning" if serious else "information", markup=False)

    def hush(self) -> None:
        """Take what was told away, unless it is serious and new."""
        if monotonic() > self._serious_until:
            self.clear_notifications()

    def publish(self, change: Change) -> None:
        """Tell every screen what changed."""
        self.changed.publish(change)

    def look_out(self) -> None:
        """From now on show what another process writes, within a second and on focus."""
        self._look()
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        """Ask whether another process wrote.

        Asked of the writer's own connection, whose `data_version` stays as it is at our writes: so
        typing does not have every screen read again.
        """
        if not self._writer_closed:
            self._writer.submit(self.database.data_version).add_done_callback(
                lambda future: self.call_next_from_writer(partial(self._after_look, future))
            )

    def _after_look(self, future: Future[int]) -> None:
        error = future.exception()
        if error is not None:
            if not self._look_failed:
                self.tell(str(self._problem_of(error)), serious=True)
            self._look_failed = True
            return
        self._look_failed = False
        seen, self._seen_version = self._seen_version, future.result()
        if seen is not None and seen != self._seen_version:
            self.publish(Change("any", ()))

    def on_app_focus(self) -> None:
        """Look at once when the terminal comes back."""
        self._look()

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
        if self._writer_closed:
            # The app is closing: what still comes is written at once, and nobody is told.
            return _done_now(work)
        future = self._writer.submit(work)
        future.add_done_callback(partial(self._written, then=then, failed=failed))
        return future

    def do_beside(self, work: Callable[[], None]) -> None:
        """Do what may take long, on a thread of its own so that no text waits; tells an error."""

        def guarded() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001 - told, and noted in the log
                told = partial(self.tell, str(self._problem_of(error)), serious=True)
                self.call_next_from_writer(told)

        self.run_worker(guarded, thread=True, group="beside")

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
        if error is not None:
            problem = self._problem_of(error)
            if failed is None:
                self.tell(str(problem), serious=True)
            else:
                failed(problem)
            return
        change = future.result()
        if change is not None:
            self.publish(change)
            if then is not None:
                then(change)

    def _problem_of(self, error: BaseException) -> AdvocacyError:
        """Return what to tell of an error beside the screen.

        One that we had not thought of is noted in the log and the app stays open, as what is
        being typed can then still be saved or taken along.
        """
        if isinstance(error, AdvocacyError):
            return error
        return AdvocacyError(log_and_say(error, home=os.path.dirname(self.database.path)))  # noqa: PTH120

    def leave_now(self) -> None:
        """Close the app at once; what is being typed is saved on the way."""
        self.exit()

    @property
    def closing(self) -> bool:
        """Whether the last writes are under way and nothing new should begin."""
        return self._writer_closed

    def action_undo(self) -> None:
        """Take the last act back, and say which it was."""
        self.write(self._undo)

    def _undo(self) -> Change | None:
        undone = undo_last(self.database, now=self.now())
        if undone is None:
            said = say_nothing_to_undo(self.database)
        else:
            said = _("Undone: {what}").format(what=say_act(undone.change))
            said = f"{said}. {say_laid_away(undone)}" if undone.laid_away else said
        self.call_next_from_writer(partial(self.tell, said))
        return None if undone is None else undone.change

    def action_redo(self) -> None:
        """Do again what was undone last, and say which it was."""
        self.write(self._redo)

    def _redo(self) -> Change | None:
        change = redo_last(self.database, now=self.now())
        if change is None:
            said = _("There is nothing to do again.")
        else:
            said = _("Done again: {what}").format(what=say_act(change))
        self.call_next_from_writer(partial(self.tell, said))
        return change

    def on_unmount(self) -> None:
        """Let the last writes finish."""
        self._writer_closed = True
        self._writer.shutdown(wait=True)
        self.presence.leave()


def _done_now(work: Callable[[], Change | None]) -> Future[Change | None]:
    """Do a write on this thread; its result or error is in the Future."""
    future: Future[Change | None] = Future()
    try:
        future.set_result(work())
    except AdvocacyError as error:
        future.set_exception(error)
    return future
