"""Copies of the database: before a migration, weekly, and how to go back to one."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _
from advocacy_tui.store.faults import damaged, held, said
from advocacy_tui.store.leftovers import BACKUPS, OLD_AFTER, PART, sweep_leftovers
from advocacy_tui.store.placement import may_write, read_only_address

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

WEEKLY_KEPT = 3
"""Weekly copies that are kept."""

BEFORE_RESTORE = "before-restore"
"""What the names of the copies and folders begin with that a restore makes of what was here."""

WEEK = timedelta(days=7).total_seconds()

_STAMP = "%Y%m%d-%H%M%S"
_STAMPED = re.compile(r"(\d{8}-\d{6})(?:-\d+)?\.db$")
_PATIENCE = 20
"""Times that a copy finds the database held, a quarter of a second apart, before it says so."""


def backup_folder(path: str) -> str:
    """Return the folder of the copies beside a database, made where it is not there."""
    folder = _folder_of(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    return folder


def _folder_of(path: str) -> str:
    return os.path.join(os.path.dirname(path), BACKUPS)  # noqa: PTH118, PTH120


def free_name(path: str, beginning: str, ending: str, *, unix_now: float) -> str:
    """Return a path among a database's copies that is not taken: beginning, moment, ending."""
    stamp = datetime.fromtimestamp(unix_now, UTC).strftime(_STAMP)
    wanted = os.path.join(backup_folder(path), f"{beginning}-{stamp}")  # noqa: PTH118
    found, number = f"{wanted}{ending}", 1
    while os.path.lexists(found):
        number += 1
        found = f"{wanted}-{number}{ending}"
    return found


def copy_database(path: str, target: str) -> None:
    """Write a consistent copy of a live database, mode 0600, complete or not at all.

    Raises:
        sqlite3.Error: the database is damaged, or cannot be read.
        DatabaseLocked: another program holds it.
        OSError: the copy cannot be written.
    """
    part = target + PART
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        # "rw" never makes a database that is not there.
        address = (
            f"{Path(path).absolute().as_uri()}?mode=rw"
            if may_write(path)
            else read_only_address(path)
        )
        with (
            contextlib.closing(sqlite3.connect(address, uri=True)) as source,
            contextlib.closing(sqlite3.connect(part)) as copy,
        ):
            _copy_pages(source, copy, path)
            copy.execute("PRAGMA journal_mode=DELETE")
        os.replace(part, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.remove(part)  # noqa: PTH107
        raise


def replace_contents(path: str, source: str) -> None:
    """Put what another database file holds into a sound one, in one transaction.

    The file stays the same one, so a program that has it open reads the new contents, and what is
    in its write-ahead log can never be mixed with them. Raises as `copy_database`.
    """
    with (
        said(path),
        contextlib.closing(sqlite3.connect(source)) as new,
        contextlib.closing(sqlite3.connect(path)) as present,
    ):
        _copy_pages(new, present, path)


def _copy_pages(source: sqlite3.Connection, target: sqlite3.Connection, path: str) -> None:
    waits = 0

    def look(status: int, _remaining: int, _total: int) -> None:
        nonlocal waits
        waits += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if waits > _PATIENCE:  # sqlite3 itself would try for ever
            raise held(path)

    source.backup(target, progress=look)


def back_up_before_migration(database: Database, version: int, *, unix_now: float) -> str:
    """Copy the database before its schema changes; returns the copy's path."""
    target = free_name(database.path, f"before-schema-{version + 1}", ".db", unix_now=unix_now)
    with said(database.path):
        copy_database(database.path, target)
    return target


def made_at(backup: str) -> float:
    """Return when a copy was made, in Unix seconds: by its name, else by its file's time."""
    stamped = _STAMPED.search(backup)
    if stamped:
        with contextlib.suppress(ValueError):
            return datetime.strptime(stamped[1], _STAMP).replace(tzinfo=UTC).timestamp()
    return os.path.getmtime(backup)  # noqa: PTH204


def list_backups(path: str) -> list[str]:
    """Return the copies beside a database, oldest first."""
    return sorted(_named(path, ".db"), key=lambda one: (made_at(one), one))


def list_set_aside(path: str) -> list[str]:
    """Return databases that a restore found unusable and moved into a folder of their own."""
    pattern = f"{BEFORE_RESTORE}-*/{os.path.basename(path)}"  # noqa: PTH119
    return sorted(str(one) for one in Path(_folder_of(path)).glob(pattern))


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

    Copies from a day or more to come (the clock was wrong) are no reason to wait, and go first.
    What killed runs left goes each time.

    Returns:
        The new copy's path; None where none was due.

    Raises:
        DatabaseProblem: it is damaged, so the copies that are there stay; or there is no room.
    """
    sweep_leftovers(os.path.dirname(database.path), unix_now=unix_now)  # noqa: PTH120
    weekly = [one for one in list_backups(database.path) if "weekly-" in os.path.basename(one)]  # noqa: PTH119
    to_come = [one for one in weekly if made_at(one) > unix_now + OLD_AFTER]
    past = [one for one in weekly if one not in to_come]
    if past and made_at(past[-1]) > unix_now - WEEK:
        return None
    with said(database.path):
        if database.value("PRAGMA quick_check") != "ok":
            raise damaged(database.path)
        target = free_name(database.path, "weekly", ".db", unix_now=unix_now)
        copy_database(database.path, target)
    spare = [*to_come, *past]
    for old in spare[: max(0, len(spare) + 1 - WEEKLY_KEPT)]:
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
