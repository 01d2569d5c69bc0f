"""When to save what is being typed: soon after the first key, and again until it worked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from advocacy_tui.errors import AdvocacyError

SAVE_AFTER = 0.4
"""Seconds from the first unsaved key to the save, however fast the keys come (architecture)."""

RETRY_AFTER = 2.0
"""Seconds from a save that did not work to the next one."""


class Timer(Protocol):
    """What `after` gives: something that can be called off."""

    def stop(self) -> None:
        """Call it off."""


class Autosave:
    """A throttle, not a debounce: who types without a pause is saved as often as anyone.

    One save is under way at a time, so a slow disk never makes a queue of them.
    """

    def __init__(
        self,
        *,
        after: Callable[[float, Callable[[], None]], Timer],
        save: Callable[[Callable[[], None], Callable[[AdvocacyError], None]], None],
        told: Callable[[], None],
    ) -> None:
        """Make one for one thing that is written.

        Args:
            after: Calls something in so many seconds, on the screen's thread.
            save: Takes a snapshot now and writes it beside the screen; calls the first function
                when it is written, the second with the problem when it is not.
            told: Called when a save worked or did not.
        """
        self._after = after
        self._save = save
        self._told = told
        self._timer: Timer | None = None
        self._dirty = False
        self._again = False
        self._rest = asyncio.Event()
        self._rest.set()
        self.problem: AdvocacyError | None = None
        """Why the last save did not work; None when it did."""

    @property
    def unsaved(self) -> bool:
        """Whether there are keys that are not known to be on the disk."""
        return self._dirty or self._saving

    @property
    def _saving(self) -> bool:
        return not self._rest.is_set()

    def touch(self) -> None:
        """Note that something was typed; cheap enough for every key."""
        self._dirty = True
        if self._timer is None:
            self._timer = self._after(SAVE_AFTER, self.flush)

    def flush(self) -> None:
        """Save now what is not saved yet."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._saving:
            self._again = True
        elif self._dirty:
            self._start()

    async def settle(self) -> bool:
        """Save now and wait for it; return whether everything is on the disk."""
        self.flush()
        while self._saving:
            await self._rest.wait()
        return not self._dirty

    def forget(self) -> None:
        """Let go of what was not saved, and of the next attempt: it is kept somewhere else."""
        self._dirty = self._again = False
        self.problem = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _start(self) -> None:
        self._dirty = self._again = False
        self._rest.clear()
        self._save(self._done, self.fail)

    def _done(self) -> None:
        self.problem = None
        self._rest.set()
        self._told()
        if self._again and self._dirty:
            self.flush()

    def fail(self, error: AdvocacyError) -> None:
        """Note that a save did not work, and try again in a while."""
        self.problem = error
        self._dirty = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._after(RETRY_AFTER, self.flush)
        self._rest.set()
        self._told()
