"""Checks of the machine: Python and its parts, the disk, the clock, the terminal."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from advocacy_tui.commands.diagnosis import Finding
from advocacy_tui.i18n import _, say_date, say_number

if TYPE_CHECKING:
    from advocacy_tui.commands.diagnosis import Seen

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite with STRICT tables."""

ROOM = 100_000_000
"""Free bytes under which it gets tight."""

YEARS = range(2025, 2080)
"""Years that a clock can show and be right."""

LEAST_SIZE = (80, 24)
"""Columns and lines that the app is made to fit."""

PARTS = (
    "textual", "sqlite_utils", "platformdirs", "markdown_it", "yaml", "regex", "wcwidth",
    "pyperclip", "holidays",
)  # fmt: skip
"""Packages that the program is installed with, by the names they are imported by."""


def python(_seen: Seen) -> Finding:
    """Python and SQLite are new enough."""
    versions = f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}"
    if sys.version_info < OLDEST_PYTHON or sqlite3.sqlite_version_info < OLDEST_SQLITE:
        message = _("{versions}: one of them is too old.").format(versions=versions)
        return Finding("python", False, message, _("Install Python 3.11 or newer."))
    with closing(sqlite3.connect(":memory:")) as trial:
        try:
            trial.execute("CREATE VIRTUAL TABLE trial USING fts5(words)")
        except sqlite3.OperationalError:
            message = _("{versions}, which cannot search texts.").format(versions=versions)
            return Finding("python", False, message, _("Install Python from python.org."))
    return Finding("python", True, f"{versions}.")


def parts(_seen: Seen) -> Finding:
    """Everything that the program is installed with is there."""
    missing = [name for name in PARTS if find_spec(name) is None]
    words = Path(__file__).parents[2] / "locales" / "da" / "LC_MESSAGES" / "advocacy_tui.mo"
    if not words.is_file():
        missing.append(words.name)
    if not missing:
        return Finding("parts", True, _("Every part of the program is there."))
    message = _("These parts are not there: {names}").format(names=", ".join(missing))
    return Finding("parts", False, message, _("Install advocacy-tui again."))


def disk(seen: Seen) -> Finding:
    """There is room for what will be written, copies included."""
    folder = Path(seen.paths.home)
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    database = Path(seen.paths.database)
    needed = max(ROOM, 3 * database.stat().st_size if database.is_file() else 0)
    message = _("{size} are free.").format(size=_size(free))
    if free >= needed:
        return Finding("disk", True, message)
    todo = _("Make some room; {size} are good to have.").format(size=_size(needed))
    return Finding("disk", False, message, todo)


def _size(count: int) -> str:
    """Return bytes as a person counts room: "82 GB", "640 MB"."""
    gigabytes, megabytes = count // 1_000_000_000, count // 1_000_000
    return f"{say_number(gigabytes)} GB" if gigabytes >= 2 else f"{say_number(megabytes)} MB"


def clock(seen: Seen) -> Finding:
    """The clock shows a year that can be right, and not one before what was written."""
    now = seen.now
    said = say_date(now.date(), year=True)
    if now.year not in YEARS:
        message = _("The clock says {day}.").format(day=said)
        return Finding("clock", False, message, _("Set the machine's date and time."))
    if seen.look.newest:
        newest = datetime.fromisoformat(seen.look.newest)
        if newest > now + timedelta(days=1):
            written = say_date(newest.astimezone(now.tzinfo).date(), year=True)
            message = _("The clock says {day}, but you wrote something on {written}.")
            return Finding(
                "clock", False, message.format(day=said, written=written),
                _("Set the machine's date and time."),
            )  # fmt: skip
    return Finding("clock", True, _("The clock says {day}.").format(day=said))


def is_terminal() -> bool:
    """Tell whether a person is looking."""
    return sys.stdout.isatty()


def terminal(_seen: Seen) -> Finding:
    """The terminal can show the app: its kind, its size, its letters."""
    if not is_terminal():
        return Finding("terminal", True, _("There is no terminal here; every command works."))
    kind = os.environ.get("TERM", "")
    if os.name == "posix" and kind in ("", "dumb", "unknown"):
        message = _("This terminal does not say what it can do (TERM={term}).").format(term=kind)
        return Finding("terminal", False, message, "export TERM=xterm-256color")
    if "utf" not in (sys.stdout.encoding or "").lower():
        message = _("This terminal is not set to UTF-8, so some letters cannot be shown.")
        return Finding("terminal", False, message, "export LANG=C.UTF-8")
    size = shutil.get_terminal_size()
    shape = _("{columns} columns and {lines} lines").format(columns=size.columns, lines=size.lines)
    if size.columns < LEAST_SIZE[0] or size.lines < LEAST_SIZE[1]:
        message = _("This terminal has {shape}, which is tight for the app.").format(shape=shape)
        return Finding("terminal", False, message, _("Make it 80 columns and 24 lines or more."))
    message = _("{term}, {shape}, {colours}").format(term=kind, shape=shape, colours=_colours())
    return Finding("terminal", True, message + (", tmux." if os.environ.get("TMUX") else "."))


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return _("without colours, as NO_COLOR asks for")
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return _("all colours")
    return _("256 colours") if "256" in os.environ.get("TERM", "") else _("16 colours")


def clipboard(seen: Seen) -> Finding:
    """How a text is taken along; a file is always there, so nothing is ever amiss."""
    from advocacy_tui.exchange.clipboard import tool_is_there

    way = seen.look.settings.get("clipboard", "auto")
    if way == "file":
        return Finding(
            "clipboard", True, _("A text you take along is put in a file, as you chose.")
        )
    if way == "auto" and tool_is_there(os.environ):
        return Finding("clipboard", True, _("A text you take along goes to the clipboard."))
    message = _("A text you take along goes through the terminal (OSC 52), and always to a file.")
    if os.environ.get("TMUX"):
        message += " " + _("In tmux that needs: set -g set-clipboard on")
    return Finding("clipboard", True, message)


MACHINE = (python, parts, disk, clock, terminal, clipboard)
