"""Making the data folder, and bringing a database up to date with a backup first."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from advocacy_tui.errors import DatabaseProblem, DiskFull, ReadOnly
from advocacy_tui.i18n import _
from advocacy_tui.system_words import say_reason

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database


def prepare_home(folder: str) -> None:
    """Make the data folder, readable by its owner only."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    except (FileExistsError, NotADirectoryError):
        raise DatabaseProblem(
            _("{folder} is a file, not a folder. Choose another folder with --data-dir.").format(
                folder=folder
            )
        ) from None
    except OSError as error:
        kind = DiskFull if error.errno == 28 else ReadOnly
        raise kind(
            _(
                "The folder {folder} could not be made ({reason}). Choose another with --data-dir."
            ).format(folder=folder, reason=say_reason(error))
        ) from None


def bring_up_to_date(database: Database, version: int, *, unix_now: float) -> None:
    """Migrate the database to the newest schema; an older one is backed up first."""
    from sqlite_utils import Database as Utils

    from advocacy_tui.store.backups import back_up_before_migration
    from advocacy_tui.store.faults import said
    from advocacy_tui.store.migrations import migrations

    if version:
        back_up_before_migration(database, version, unix_now=unix_now)
    with said(database.path):
        connection = sqlite3.connect(
            database.path, timeout=database.busy_seconds, isolation_level=None
        )
        try:
            connection.execute(f"PRAGMA journal_mode={database.journal_mode}")
            connection.execute("PRAGMA synchronous=FULL")
            # The right to write is taken first: of several processes that start at once one makes
            # the tables, and the others wait here and find nothing left to do.
            connection.execute("BEGIN IMMEDIATE")
            migrations.apply(Utils(connection))
            connection.execute("COMMIT")
        finally:
            connection.close()


def create_private_file(path: str) -> None:
    """Make sure the file exists with mode 0600 before SQLite writes to it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.close(handle)
    except OSError as error:
        kind = DiskFull if error.errno == 28 else ReadOnly
        raise kind(
            _("{path} could not be made ({reason}). Choose another folder with --data-dir.").format(
                path=path, reason=say_reason(error)
            )
        ) from None
