"""Copies of the database: before a migration, weekly, and how to go back to one."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

WEEKLY_KEPT = 3
"""Weekly copies that are kept."""


def _folder_of(path: str) -> str:
    return os.path.join(os.path.dirname(path), "backups")  # noqa: PTH118, PTH120


def _stamp(unix_now: float) -> str:
    return datetime.fromtimestamp(unix_now, UTC).strftime("%Y%m%d-%H%M%S")


def copy_database(path: str, target: str) -> None:
    """Write a consistent copy of a live database, mode 0600, complete or not at all."""
    part = target + ".part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.close(handle)
    source = sqlite3.connect(path)
    try:
        copy = sqlite3.connect(part)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
    finally:
        source.close()
    os.replace(part, target)  # noqa: PTH105


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
    folder = _folder_of(path)
    if not os.path.isdir(folder):  # noqa: PTH112
        return []
    found = [
        os.path.join(folder, name)  # noqa: PTH118
        for name in os.listdir(folder)  # noqa: PTH208
        if name.endswith(".db")
    ]
    return sorted(found, key=lambda one: (os.path.getmtime(one), one))  # noqa: PTH204


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
