"""Leaving well: the terminal is closed, the machine shuts down, or a mistake of our own."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.writing import WritingApp

SIGNALS = ("SIGHUP", "SIGTERM")
"""What a closed terminal window and a shutdown send; Windows knows only the second."""


def _on_every_signal(handle: Callable[[int, Any], None]) -> None:
    for name in SIGNALS:
        if hasattr(signal, name):
            with contextlib.suppress(ValueError):  # not the main thread
                signal.signal(getattr(signal, name), handle)


def end_in_order() -> None:
    """From now on run what ends a program well when the system asks for it, before the app runs."""

    def leave(number: int, _frame: Any) -> None:
        raise SystemExit(128 + number)

    _on_every_signal(leave)


def leave_when_told(app: WritingApp) -> None:
    """From now on save what is being typed, and close, when the system asks for it.

    A window that closes sends its signal twice. asyncio's own handlers fall back to the default
    when the loop closes, and the second signal would end the program in the middle of leaving;
    these stay.
    """
    loop = asyncio.get_running_loop()

    def leave(_number: int, _frame: Any) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: we are leaving
            loop.call_soon_threadsafe(app.leave_now)

    _on_every_signal(leave)


def end_with_a_sentence(app: AdvocacyApp, error: Exception) -> None:
    """Note a mistake of the program's own in the log, and close the app with a sentence."""
    from rich.text import Text

    from advocacy_tui.log import EXIT_UNEXPECTED, log_and_say

    said = log_and_say(error, home=app.paths.home)
    app.exit(return_code=EXIT_UNEXPECTED, message=Text(said))
