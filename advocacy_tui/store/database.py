"""The one SQLite file: opening it safely, reading, and writing in one transaction.

Cheap to import: it is on the path of `add`, so neither pathlib, dataclasses nor sqlite-utils.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time

from advocacy_tui.errors import DatabaseNewer, DatabaseProblem
from advocacy_tui.i18n import _
from advocacy_tui.store.faults import said
from advocacy_tui.store.placement import (
    journal_mode_for,
    may_write,
    read_only_address,
    refuse_synced_folder,
)

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

APPLICATION_ID = 0x61647679
"""`PRAGMA application_id`: "advy"."""

SCHEMA_VERSION = 2
"""`PRAGMA user_version` that the newest migration leaves."""

BUSY_SECONDS = 5.0
"""How long a write waits for another process before it says so."""

_BUSY_PAUSE = 0.01


class Database:
    """A sound, migrated database; one connection a thread.

    `open_database` is the way to get one.
    """

    def __init__(self, path: str, journal_mode: str = "WAL") -> None:
        self.path = path
        self.journal_mode = journal_mode
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self.busy_seconds = BUSY_SECONDS
        self.read_only = os.path.exists(path) and not may_write(path)  # noqa: PTH110

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._connect()
            self._local.connection = found
            with self._lock:
                self._all.append(found)
        return found

    def _connect(self) -> sqlite3.Connection:
        with said(self.path):
            made = sqlite3.connect(
                read_only_address(self.path) if self.read_only else self.path,
                timeout=self.busy_seconds,
                isolation_level=None,
                check_same_thread=False,
                uri=self.read_only,
            )
            try:
                self._prepare(made)
            except BaseException:
                made.close()
                raise
            return made

    def _prepare(self, made: sqlite3.Connection) -> None:
        made.row_factory = sqlite3.Row
        if self.read_only:
            return
        made.execute("PRAGMA synchronous=FULL")
        made.execute("PRAGMA secure_delete=ON")
        # Setting the mode a file already has costs a lock; asking does not.
        mode = made.execute("PRAGMA journal_mode").fetchone()[0]
        if mode != self.journal_mode.lower() and _is_ours(*_marks(made)):
            _set_journal_mode(made, self.journal_mode, self.busy_seconds)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with said(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        with said(self.path):
            found: sqlite3.Row | None = self.connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[sqlite3.Row]:
        """Yield the rows of a query one by one, all as they were when the first was read."""
        with said(self.path):
            # Not "yield from": that would close the cursor of a reader that stopped half way, which
            # SQLite refuses once the database is closed.
            for row in self.connection.execute(sql, parameters):  # noqa: UP028
                yield row

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Run one transaction: all of it happens, or nothing.

        Raises:
            DiskFull, ReadOnly, DatabaseLocked, DatabaseDamaged: as sentences for a person.
        """
        connection = self.connection
        with said(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def data_version(self) -> int:
        """Return a number that moves when another connection or process wrote."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Return the schema version, the owner's mark and how many tables there are, of one moment.

    sqlite-utils writes its table of migrations before the first of them, in a transaction of its
    own, so it is not counted: a file with nothing else is ours, half made, or being made by
    another process right now.
    """
    connection.execute("BEGIN")
    try:
        return (
            int(connection.execute("PRAGMA user_version").fetchone()[0]),
            int(connection.execute("PRAGMA application_id").fetchone()[0]),
            int(
                connection.execute(
                    "SELECT count(*) FROM sqlite_schema WHERE tbl_name != '_sqlite_migrations'"
                ).fetchone()[0]
            ),
        )
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


def _is_ours(version: int, owner: int, tables: int) -> bool:
    """Tell whether a file with these marks may be changed by this version of the program."""
    return version <= SCHEMA_VERSION and (owner == APPLICATION_ID or not (owner or tables))


def _set_journal_mode(connection: sqlite3.Connection, wanted: str, seconds: float) -> None:
    """Set the journal mode; where a file system refuses WAL, stay with a rollback journal.

    The change needs the file alone. SQLite answers at once that it is busy when another process
    writes or changes the mode too, whatever time-out the connection has, so we wait here.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            mode = connection.execute(f"PRAGMA journal_mode={wanted}").fetchone()[0]
            break
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(_BUSY_PAUSE)
    if wanted == "WAL" and mode != "wal":
        connection.execute("PRAGMA journal_mode=TRUNCATE")


def open_database(path: str, *, unix_now: float, home: str | None = None) -> Database:
    """Open the database, making or migrating it first where that is needed.

    Args:
        path: The SQLite file.
        unix_now: The moment, for the name of a backup before a migration.
        home: The data folder; the file's own folder when left out.

    Raises:
        DatabaseProblem: it is a folder, unreadable, damaged, foreign, newer, or in a synced folder.
    """
    folder = home or os.path.dirname(path)  # noqa: PTH120
    if os.path.isdir(path):  # noqa: PTH112
        raise DatabaseProblem(
            _(
                "{path} is a folder, and your notebook needs a file of that name. "
                "Move the folder away and start again."
            ).format(path=path)
        )
    refuse_synced_folder(folder)
    if not os.path.exists(path):  # noqa: PTH110
        from advocacy_tui.store.creation import create_private_file, prepare_home

        prepare_home(folder)
        create_private_file(path)
    database = Database(path, journal_mode_for(folder))
    version = _checked_version(database)
    if version < SCHEMA_VERSION:
        from advocacy_tui.store.creation import bring_up_to_date

        try:
            bring_up_to_date(database, version, unix_now=unix_now)
        except BaseException:
            database.close()
            raise
    return database


def _checked_version(database: Database) -> int:
    """Return the file's schema version; 0 for a new file."""
    try:
        with said(database.path):
            version, owner, tables = _marks(database.connection)
    except DatabaseProblem:
        database.close()
        raise
    if _is_ours(version, owner, tables):
        return version
    database.close()
    if owner != APPLICATION_ID:
        raise DatabaseProblem(
            _(
                "{path} belongs to another program, so it was left as it is. "
                "Choose another folder with --data-dir."
            ).format(path=database.path)
        )
    raise DatabaseNewer(
        _(
            "{path} was written by a newer version of advocacy-tui, so nothing was touched. "
            "Install the newer version and start again."
        ).format(path=database.path)
    )
