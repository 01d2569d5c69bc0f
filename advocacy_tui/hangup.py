"""Leaving well when the terminal is closed or the machine shuts down."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advocacy_tui.app import AdvocacyApp

SIGNALS = ("SIGHUP", "SIGTERM")
"""What a closed terminal window and a shutdown send; Windows knows only the second."""


def leave_when_told(app: AdvocacyApp) -> None:
    """From now on save what is being typed, and close, when the system asks for it."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, app.leave_now)
        except (NotImplementedError, RuntimeError, ValueError):
            return  # Windows, or not the main thread: what is older than half a second is saved.
