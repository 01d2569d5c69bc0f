"""Where everything lies. Cheap to import: it is on the path of `add`."""

from __future__ import annotations

import os
import sys

APP = "advocacy-tui"

LAST_COPIED = "last-copied.txt"
"""The file in the data folder that holds the text taken along last."""


class Paths:
    """The places of one data folder, as strings; a plain class, as it is on the path of `add`."""

    __slots__ = ("backups", "database", "home", "keys", "logs", "settings")

    def __init__(self, home: str) -> None:
        join = os.path.join
        self.home = home
        self.database = join(home, "advocacy.db")
        self.settings = join(home, "settings.toml")
        self.logs = join(home, "logs")
        self.keys = join(home, "keys")
        self.backups = join(home, "backups")


def _usual_home(environ: dict[str, str], platform: str) -> str:
    user = os.path.expanduser("~")  # noqa: PTH111 - pathlib costs `add` three milliseconds
    if platform == "darwin":
        return os.path.join(user, "Library", "Application Support", APP)  # noqa: PTH118
    if platform == "win32":
        local = environ.get("LOCALAPPDATA") or os.path.join(user, "AppData", "Local")  # noqa: PTH118
        return os.path.join(local, APP)  # noqa: PTH118
    data = environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(data):  # noqa: PTH117 - the XDG specification ignores relative paths
        data = os.path.join(user, ".local", "share")  # noqa: PTH118
    return os.path.join(data, APP)  # noqa: PTH118


def data_home(given: str | None = None) -> str:
    """Return the data folder as an absolute path.

    The order is: the folder given, ADVOCACY_TUI_HOME, the platform's usual folder when it is
    there already, and platformdirs' answer when it is not (so that its import is paid once).
    """
    chosen = given or os.environ.get("ADVOCACY_TUI_HOME", "")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))  # noqa: PTH100, PTH111
    usual = _usual_home(dict(os.environ), sys.platform)
    if os.path.isdir(usual):  # noqa: PTH112
        return usual
    from platformdirs import user_data_dir

    return user_data_dir(APP, appauthor=False)


def paths_in(home: str) -> Paths:
    """Return the places inside a data folder; nothing is created."""
    return Paths(home)


def local_suggestion() -> str:
    """Return a local folder to name when the chosen one will not do."""
    if sys.platform == "win32":
        return r"%LOCALAPPDATA%\advocacy-tui"
    if sys.platform == "darwin":
        return "~/Library/Application Support/advocacy-tui"
    return "~/.local/share/advocacy-tui"
