"""Copies of the database: before a migration, weekly, and how to go back to one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

WEEKLY_KEPT = 3
"""Weekly copies that are kept."""

PART = ".part"
"""What the name of a copy ends with while it is being written."""


def _folder_of(path: str) -> str:
    return os.path.join(os.path.dirname(path), "backups")  # noqa: PTH118, PTH120


def _stamp(unix_now: float) -> str:
    return datetime.fromtimestamp(unix_now, UTC).strftime("%Y%m%d-%H%M%S")


def copy_database(path: str, target: str) -> None:
    """Write a consistent copy of a live database, mode 0600, complete or not at all."""
    part = target + PART
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.close(handle)
    try:
        with (
            contextlib.closing(sqlite3.connect(path)) as source,
            contextlib.closing(sqlite3.connect(part)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        os.replace(part, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.remove(part)  # noqa: PTH107
        raise


def back_up_before_migration(database: Database, version: int, *, unix_now: float) -> str:
    """Copy the database before its schema changes; returns the copy's path."""
    from advocacy_tui.store.faults import said

    folder = _folder_of(database.path)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    target = os.path.join(folder, f"before-schema-{version + 1}-{_stamp(unix_now)}.db")  # noqa: PTH118
    with said(database.path):
        copy_database(database.path, target)
    return target


def list_backups(path: str) -> list[str]:
    """Return the copies beside a database, oldest first."""
    return sorted(_named(path, ".db"), key=lambda one: (os.path.getmtime(one), one))  # noqa: PTH204


def list_half_copies(path: str) -> list[str]:
    """Return what is left of copies that were interrupted."""
    return sorted(_named(path, PART))


def _named(path: str, ending: str) -> list[str]:
    folder = _folder_of(path)
    if not os.path.isdir(folder):  # noqa: PTH112
        return []
    return [
        os.path.join(folder, name)  # noqa: PTH118
        for name in os.listdir(folder)  # noqa: PTH208
        if name.endswith(ending)
    ]


def weekly_backup(database: Database, *, unix_now: float) -> str | None:
    """Copy the database where the newest weekly copy is over seven days old.

    Returns:
        The new copy's path; None where none was due.
    """
    folder = _folder_of(database.path)
    weekly = [one for one in list_backups(database.path) if "weekly-" in os.path.basename(one)]  # noqa: PTH119
    due = unix_now - timedelta(days=7).total_seconds()
    if weekly and os.path.getmtime(weekly[-1]) > due:  # noqa: PTH204
        return None
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    target = os.path.join(folder, f"weekly-{_stamp(unix_now)}.db")  # noqa: PTH118
    from advocacy_tui.store.faults import said

    with said(database.path):
        if database.value("PRAGMA quick_check") != "ok":
            return None
        copy_database(database.path, target)
    for old in weekly[: max(0, len(weekly) + 1 - WEEKLY_KEPT)]:
        os.remove(old)  # noqa: PTH107
    return target


def damaged_sentence(path: str) -> str:
    """Return what to tell a person whose database is damaged, naming the newest copy."""
    copies = list_backups(path)
    if copies:
        return _(
            "{path} is damaged, so it was left as it is. Bring the last backup back with: "
            "advocacy-tui restore {backup}"
        ).format(path=path, backup=copies[-1])
    return _(
        "{path} is damaged, so it was left as it is, and there is no backup beside it. Bring one "
        "back with `advocacy-tui restore FILE`, or move the file away to start afresh."
    ).format(path=path)
