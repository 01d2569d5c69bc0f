"""Removing for good: the row, its versions, its undo, its index entries, and in the copies too."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.models import HEAD_LENGTH
from advocacy_tui.paths import LAST_COPIED
from advocacy_tui.store.backups import list_backups, list_set_aside
from advocacy_tui.store.database import APPLICATION_ID
from advocacy_tui.store.faults import said
from advocacy_tui.store.ideas import unknown
from advocacy_tui.store.leftovers import private_leftovers, remove_leftover

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

_TABLES = ("ideas", "drafts", "posts", "acts", "absences", "goals")
_INDEXES = ("ideas_fts", "drafts_fts")
_BESIDE = ("", "-wal", "-shm", "-journal")
"""Endings of the files that together are one SQLite database."""


class Purged(NamedTuple):
    """What went: from which table, and from how many backups.

    `settled` is False while another program reads the database: the write-ahead log then holds
    the item until that program closes it. `not_reached` names files that may still hold it, and
    `made_from` the drafts that were begun from an idea and keep their own words: (id, title).
    """

    id: str
    table: str
    backups: int
    settled: bool
    not_reached: tuple[str, ...] = ()
    made_from: tuple[tuple[str, str], ...] = ()


def what_is(database: Database, one: str) -> tuple[str, str]:
    """Return an item's table, and its first words ("" for what has none); deleted ones too.

    One that is only in a copy any more is found there, so that a purge can be done again.

    Raises:
        UsageProblem: the id is unknown.
    """
    with said(database.path):
        found = _look_up(database.connection, one)
    for path in () if found else _copies(database.path):
        address = f"{Path(path).absolute().as_uri()}?mode=ro"
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(address, uri=True)) as copy,
        ):
            found = _look_up(copy, one)
        if found:
            break
    if found is None:
        raise unknown("", one)
    return found


def _look_up(connection: sqlite3.Connection, one: str) -> tuple[str, str] | None:
    table = _table_of(connection, one)
    if table is None:
        return None
    words = "text" if table in ("ideas", "drafts", "posts") else "''"
    row = connection.execute(f"SELECT {words} FROM {table} WHERE id = ?", (one,)).fetchone()
    return table, str(row[0])


def _copies(path: str) -> list[str]:
    return [*list_backups(path), *list_set_aside(path)]


def purge(database: Database, one: str) -> Purged:
    """Remove an item for good; `secure_delete` overwrites what it held.

    A draft's versions and posts go with it; what counted still does. The backups beside the
    database lose the item and keep the rest; the text last taken along goes, as it may be this
    one. The notebook itself comes last, so a purge that was cut off can be done again.

    Raises:
        UsageProblem: the id is unknown.
    """
    table, _words = what_is(database, one)
    made_from = _drafts_of(database, one) if table == "ideas" else ()
    home = os.path.dirname(database.path)  # noqa: PTH120
    not_reached = [
        path
        for path in (*private_leftovers(home), os.path.join(home, LAST_COPIED))  # noqa: PTH118
        if not remove_leftover(path)
    ]
    copies = _copies(database.path)
    cleaned = sum(_purge_copy(path, one, not_reached) for path in copies)
    with database.write() as connection:
        _remove(connection, one)
    with said(database.path):
        busy = database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    # A running app may have made a copy meanwhile.
    late = [path for path in _copies(database.path) if path not in copies]
    cleaned += sum(_purge_copy(path, one, not_reached) for path in late)
    return Purged(one, table, cleaned, not busy, tuple(not_reached), made_from)


def _drafts_of(database: Database, idea: str) -> tuple[tuple[str, str], ...]:
    rows = database.rows(
        f"SELECT id, title, substr(text, 1, {HEAD_LENGTH}) AS head FROM drafts "
        "WHERE idea = ? ORDER BY seq",
        (idea,),
    )
    return tuple((row["id"], row["title"] or row["head"]) for row in rows)


def _remove(connection: sqlite3.Connection, one: str) -> str | None:
    """Remove an item and what belongs to it; returns its table, None for an unknown id.

    A copy with an older schema may lack some of the tables.
    """
    table = _table_of(connection, one)
    if table is None:
        return None
    there = _tables_in(connection)
    gone = {one}
    if table == "drafts":
        gone |= _remove_with_draft(connection, one, there)
    if table in ("ideas", "drafts") and "unsaved" in there:
        connection.execute(
            f"DELETE FROM unsaved WHERE slot GLOB ? OR text = (SELECT text FROM {table} "
            "WHERE id = ?)",
            (f"*{one}", one),
        )
    if "acts" in there:
        # What was done stays done: weeks in all never fall (rule 3). Only what it was done on goes.
        connection.execute("UPDATE acts SET thing = NULL WHERE thing = ?", (one,))
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (one,))
    if "undo" in there:
        _forget_undo(connection, gone)
    for index in _INDEXES:
        if index in there:
            # Deleted words stay in older parts of an index until its parts become one.
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    return table


def _tables_in(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the tables of a database of ours; none of another program's, or of an empty one."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return frozenset()
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return frozenset(row[0] for row in found)


def _table_of(connection: sqlite3.Connection, one: str) -> str | None:
    there = _tables_in(connection)
    for table in _TABLES:
        if (
            table in there
            and connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (one,)).fetchone()
        ):
            return table
    return None


def _remove_with_draft(
    connection: sqlite3.Connection, draft: str, there: frozenset[str]
) -> set[str]:
    gone: set[str] = set()
    for table in {"posts", "versions"} & there:
        found = connection.execute(f"SELECT id FROM {table} WHERE draft = ?", (draft,))
        gone |= {row[0] for row in found}
        connection.execute(f"DELETE FROM {table} WHERE draft = ?", (draft,))
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


def _purge_copy(path: str, one: str, not_reached: list[str]) -> bool:
    """Remove the item from a backup; one that is damaged goes, as it may hold it.

    Args:
        path: The copy.
        one: The item's id.
        not_reached: Gets the path of a copy that is sound, but could not be searched or changed.

    Returns:
        Whether the copy held it, or went.
    """
    try:
        times = os.stat(path)  # noqa: PTH116
    except OSError:  # an older weekly copy, gone in the meantime
        return False
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
            copy.execute("PRAGMA secure_delete=ON")
            found = _table_of(copy, one)
            if found is not None:
                copy.execute("BEGIN IMMEDIATE")
                _remove(copy, one)
                copy.execute("COMMIT")
    except sqlite3.Error as error:
        if _is_damage(error) and all(remove_leftover(path + end) for end in _BESIDE):
            return True
        not_reached.append(path)
        return False
    with contextlib.suppress(OSError):
        # The age of a copy says when the next one is due.
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return found is not None


def _is_damage(error: sqlite3.Error) -> bool:
    primary = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
