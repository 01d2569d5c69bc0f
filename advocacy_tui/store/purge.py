"""Removing for good: the row, its versions, its undo, its index entries, its backups."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.store.backups import list_backups
from advocacy_tui.store.faults import said
from advocacy_tui.store.ideas import unknown

if TYPE_CHECKING:
    import sqlite3

    from advocacy_tui.store.database import Database

_TABLES = ("ideas", "drafts", "posts", "acts", "absences", "goals")


class Purged(NamedTuple):
    """What went: the kind's table, and how many backups that held it."""

    id: str
    table: str
    backups: int


def purge(database: Database, one: str) -> Purged:
    """Remove an item for good; `secure_delete` overwrites what it held.

    A draft's versions, posts and acts go with it. Backups the program made since the item was
    created go too, as they hold it.

    Raises:
        UsageProblem: the id is unknown.
    """
    with database.write() as connection:
        table = _table_of(connection, one)
        if table is None:
            raise unknown("", one)
        born = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (one,)).fetchone()
        gone = {one}
        if table == "drafts":
            gone |= _remove_with_draft(connection, one)
        connection.execute("DELETE FROM acts WHERE thing = ?", (one,))
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (one,))
        _forget_undo(connection, gone)
        for index in ("ideas_fts", "drafts_fts"):
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    with said(database.path):
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    created = born["created_at"] if "created_at" in born.keys() else born["at"]  # noqa: SIM118
    return Purged(one, table, _remove_backups(database.path, str(created)))


def _table_of(connection: sqlite3.Connection, one: str) -> str | None:
    for table in _TABLES:
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (one,)).fetchone():
            return table
    return None


def _remove_with_draft(connection: sqlite3.Connection, draft: str) -> set[str]:
    gone = {
        row["id"] for row in connection.execute("SELECT id FROM posts WHERE draft = ?", (draft,))
    }
    connection.execute("DELETE FROM versions WHERE draft = ?", (draft,))
    connection.execute("DELETE FROM posts WHERE draft = ?", (draft,))
    return gone


def _forget_undo(connection: sqlite3.Connection, gone: set[str]) -> None:
    """Drop undo entries that hold the item's text, keep the rest of a shared one."""
    for row in connection.execute("SELECT seq, ids, rows FROM undo").fetchall():
        kept = [one for one in json.loads(row["rows"]) if one[1] not in gone]
        if len(kept) == len(json.loads(row["rows"])):
            continue
        if kept:
            connection.execute(
                "UPDATE undo SET rows = ? WHERE seq = ?",
                (json.dumps(kept, ensure_ascii=False), row["seq"]),
            )
        else:
            connection.execute("DELETE FROM undo WHERE seq = ?", (row["seq"],))


def _remove_backups(path: str, created_at: str) -> int:
    from datetime import datetime

    born = datetime.fromisoformat(created_at).timestamp()
    removed = 0
    for backup in list_backups(path):
        if os.path.getmtime(backup) >= born - 60:  # noqa: PTH204
            os.remove(backup)  # noqa: PTH107
            removed += 1
    return removed
