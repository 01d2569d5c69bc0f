"""Removing for good: the row, its versions, its undo, its index entries, and in the copies too."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.paths import LAST_COPIED
from advocacy_tui.store.backups import list_backups, list_half_copies
from advocacy_tui.store.faults import said
from advocacy_tui.store.ideas import unknown

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

_TABLES = ("ideas", "drafts", "posts", "acts", "absences", "goals")
_INDEXES = ("ideas_fts", "drafts_fts")


class Purged(NamedTuple):
    """What went: from which table, and from how many backups.

    `settled` is False while another program reads the database: the write-ahead log then holds
    the item until that program closes it.
    """

    id: str
    table: str
    backups: int
    settled: bool


def what_is(database: Database, one: str) -> tuple[str, str]:
    """Return an item's table, and its first words ("" for what has none); deleted ones too.

    Raises:
        UsageProblem: the id is unknown.
    """
    for table in _TABLES:
        words = "text" if table in ("ideas", "drafts", "posts") else "''"
        found = database.row(f"SELECT {words} AS words FROM {table} WHERE id = ?", (one,))
        if found is not None:
            return table, str(found["words"])
    raise unknown("", one)


def purge(database: Database, one: str) -> Purged:
    """Remove an item for good; `secure_delete` overwrites what it held.

    A draft's versions and posts go with it; what counted still does. The backups beside the
    database lose the item and keep the rest; the text last taken along goes, as it may be this one.

    Raises:
        UsageProblem: the id is unknown.
    """
    with database.write() as connection:
        table = _remove(connection, one)
        if table is None:
            raise unknown("", one)
    with said(database.path):
        busy = database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    copies = sum(_purge_copy(path, one) for path in list_backups(database.path))
    for leftover in (
        *list_half_copies(database.path),
        os.path.join(os.path.dirname(database.path), LAST_COPIED),  # noqa: PTH118, PTH120
    ):
        with contextlib.suppress(FileNotFoundError):
            os.remove(leftover)  # noqa: PTH107
    return Purged(one, table, copies, not busy)


def _remove(connection: sqlite3.Connection, one: str) -> str | None:
    """Remove an item and what belongs to it; returns its table, None for an unknown id."""
    table = _table_of(connection, one)
    if table is None:
        return None
    gone = {one}
    if table == "drafts":
        gone |= _remove_with_draft(connection, one)
    if table in ("ideas", "drafts"):
        connection.execute(
            f"DELETE FROM unsaved WHERE slot GLOB ? OR text = (SELECT text FROM {table} "
            "WHERE id = ?)",
            (f"*{one}", one),
        )
    # What was done stays done: weeks in all never fall (rule 3). Only what it was done on goes.
    connection.execute("UPDATE acts SET thing = NULL WHERE thing = ?", (one,))
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (one,))
    _forget_undo(connection, gone)
    for index in _INDEXES:
        # Deleted words stay in older parts of an index until its parts become one.
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    return table


def _table_of(connection: sqlite3.Connection, one: str) -> str | None:
    for table in _TABLES:
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (one,)).fetchone():
            return table
    return None


def _remove_with_draft(connection: sqlite3.Connection, draft: str) -> set[str]:
    gone = {row[0] for row in connection.execute("SELECT id FROM posts WHERE draft = ?", (draft,))}
    connection.execute("DELETE FROM versions WHERE draft = ?", (draft,))
    connection.execute("DELETE FROM posts WHERE draft = ?", (draft,))
    return gone


def _forget_undo(connection: sqlite3.Connection, gone: set[str]) -> None:
    """Drop undo entries that hold the item's text, keep the rest of a shared one.

    What could be done again is forgotten altogether: a purge is something new.
    """
    names = {row[1] for row in connection.execute("PRAGMA table_info(undo)")}
    if "redo" in names:  # a copy with an older schema has no such column
        connection.execute("UPDATE undo SET redo = NULL WHERE redo IS NOT NULL")
    for seq, rows in connection.execute("SELECT seq, rows FROM undo").fetchall():
        entries = json.loads(rows)
        kept = [entry for entry in entries if entry[1] not in gone]
        if len(kept) == len(entries):
            continue
        if kept:
            connection.execute(
                "UPDATE undo SET rows = ? WHERE seq = ?",
                (json.dumps(kept, ensure_ascii=False), seq),
            )
        else:
            connection.execute("DELETE FROM undo WHERE seq = ?", (seq,))


def _purge_copy(path: str, one: str) -> bool:
    """Remove the item from a backup; a copy that cannot be searched goes, as it may hold it.

    Returns:
        Whether the copy held it, or went.
    """
    times = os.stat(path)  # noqa: PTH116
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
            copy.execute("PRAGMA secure_delete=ON")
            copy.execute("BEGIN IMMEDIATE")
            found = _remove(copy, one)
            copy.execute("COMMIT")
    except sqlite3.Error:
        os.remove(path)  # noqa: PTH107
        return True
    # The age of a copy says when the next one is due.
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return found is not None
