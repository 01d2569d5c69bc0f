"""Which running app a half-written text belongs to: each holds a lock that ends when it does."""

from __future__ import annotations

import contextlib
import os
from threading import Lock

try:
    import fcntl
except ModuleNotFoundError:  # not a POSIX system
    fcntl = None  # type: ignore[assignment]

LOCK = "running.lock"
"""An empty file in the data folder; every open app holds a shared lock on it."""


class Presence:
    """This app's place among those that have the same notebook open.

    The system lets go of the lock when a process ends, however it ends. So who can have it to
    itself knows that whatever lies half written was left by an app that is gone.
    """

    def __init__(self, home: str) -> None:
        self._path = os.path.join(home, LOCK)  # noqa: PTH118
        self._handle: int | None = None
        self._alone: bool | None = None
        self._asking = Lock()

    @property
    def is_alone(self) -> bool:
        """Whether no other app was open when this was first asked; True where that is unknown.

        Safe from every thread: two that asked at once would take each other for another app.
        """
        with self._asking:
            if self._alone is None:
                self._alone = self._take_alone()
            return self._alone

    def _take_alone(self) -> bool:
        if fcntl is None:
            return True
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a folder that cannot be written, a disk without locks
            return True
        return True

    def stay(self) -> None:
        """Be one of several from now on, so that the next app sees this one."""
        if self.is_alone and self._handle is None:
            return
        with contextlib.suppress(OSError):
            fcntl.flock(self._handle, fcntl.LOCK_SH)  # type: ignore[arg-type]

    def leave(self) -> None:
        """Let go; call it after the last write."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
