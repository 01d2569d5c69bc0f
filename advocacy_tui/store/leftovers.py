"""What runs that were killed left in the data folder: half copies, which hold people's texts."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import timedelta
from pathlib import Path

from advocacy_tui.paths import LAST_COPIED

BACKUPS = "backups"
"""The folder of the copies, in the data folder."""

PART = ".part"
"""What the name of a copy ends with while it is being written."""

OLD_AFTER = timedelta(days=1).total_seconds()
"""Seconds after which what looks half done is no longer being worked on."""

_WHERE = (".backup-*", ".restore-*", f"{LAST_COPIED}.*{PART}", f"{BACKUPS}/*{PART}")
"""Places that a run uses while it works and takes away at its end."""


def private_leftovers(home: str) -> list[str]:
    """Return files and folders that a run makes while it works; one of them may be at work now."""
    folder = Path(home)
    return sorted(str(one) for pattern in _WHERE for one in folder.glob(pattern))


def old_leftovers(home: str, *, unix_now: float) -> list[str]:
    """Return leftovers that are too old for a run to be at work in them."""
    return [one for one in private_leftovers(home) if _changed_at(one) < unix_now - OLD_AFTER]


def _changed_at(path: str) -> float:
    try:
        return os.lstat(path).st_mtime
    except OSError:  # gone: its run has ended
        return float("inf")


def remove_leftover(path: str) -> bool:
    """Remove a file or a folder with all that is in it; return whether it is gone."""
    with contextlib.suppress(OSError):
        if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112, PTH114
            shutil.rmtree(path)
        else:
            os.remove(path)  # noqa: PTH107
    return not os.path.lexists(path)


def sweep_leftovers(home: str, *, unix_now: float) -> None:
    """Remove the leftovers that are old enough; what cannot be removed stays for `doctor`."""
    for one in old_leftovers(home, unix_now=unix_now):
        remove_leftover(one)
