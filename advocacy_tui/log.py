"""The log: ids, kinds, counts and exception types, never a person's text."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text
from advocacy_tui.i18n import _
from advocacy_tui.paths import data_home, paths_in

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_UNEXPECTED = 70
"""EX_SOFTWARE of sysexits.h: a mistake of the program's own."""

ROTATE_AT = 1_000_000
"""Bytes from which the log is laid aside; one older log is kept."""


def log_line(line: str, *, home: str | None = None) -> str:
    """Append a line with the moment to the log; returns the log's path.

    A log that cannot be written is no reason to stop, so the path alone comes back then.
    """
    home = data_home(home)
    folder = paths_in(home).logs
    path = os.path.join(folder, "advocacy-tui.log")  # noqa: PTH118
    try:
        # One by one: in a single call only the last folder would be its owner's alone.
        for each in (home, folder):
            os.makedirs(each, mode=0o700, exist_ok=True)  # noqa: PTH103
        if os.path.exists(path) and os.path.getsize(path) > ROTATE_AT:  # noqa: PTH110, PTH202
            os.replace(path, path + ".1")  # noqa: PTH105
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as log:
            log.write(f"{utc_text(datetime.now(UTC))} {line}\n")
    except OSError:
        return path
    return path


def log_exception(
    error: BaseException, words: Sequence[str] = (), *, home: str | None = None
) -> str:
    """Log where an exception came from: its type and the places in our code, no messages."""
    given = _given_home(words) or home
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(
        f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}"  # noqa: PTH119
        for frame in reversed(frames[-8:])
    )
    return log_line(f"unexpected {type(error).__name__} at {places}", home=given)


def _given_home(words: Sequence[str]) -> str | None:
    for index, word in enumerate(words):
        if word == "--data-dir" and index + 1 < len(words):
            return words[index + 1]
        if word.startswith("--data-dir="):
            return word.partition("=")[2]
    return None


def log_and_say(error: BaseException, words: Sequence[str] = (), *, home: str | None = None) -> str:
    """Note a mistake of the program's own, and return what a person is told of it."""
    place = log_exception(error, words, home=home)
    return _(
        "Something went wrong that we had not thought of ({kind}). What was saved is safe. "
        "Where it happened is noted, without your texts, in {log}"
    ).format(kind=type(error).__name__, log=place)
