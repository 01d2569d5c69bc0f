"""A look at a database file that changes nothing, also where it cannot be opened for use."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from advocacy_tui.store.database import APPLICATION_ID, SCHEMA_VERSION


class Condition(StrEnum):
    """What state a database file is in."""

    MISSING = "missing"
    SOUND = "sound"
    OLDER = "older"
    """Sound, with an older schema; opening it brings it up to date."""
    NEWER = "newer"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    """A sound database of another program, or an empty one."""
    UNREADABLE = "unreadable"


class Look(NamedTuple):
    """What was seen: the condition, the reason for a bad one, and what the file holds.

    `oldest` and `newest` are the UTC texts of the first thing kept and of the last change ("" for
    none), `settings` holds what was chosen.
    """

    condition: Condition
    reason: str = ""
    journal: str = ""
    version: int = 0
    ideas: int = 0
    drafts: int = 0
    oldest: str = ""
    newest: str = ""
    settings: dict[str, str] = {}


USABLE = frozenset((Condition.SOUND, Condition.OLDER))


def look_at(path: str) -> Look:
    """Look at a database file without writing to it; no error comes out of it."""
    if not os.path.lexists(path):
        return Look(Condition.MISSING)
    if not os.path.isfile(path):  # noqa: PTH113
        return Look(Condition.UNREADABLE, reason="no file")
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            beginning = file.read(16)
    except OSError as error:
        return Look(Condition.UNREADABLE, reason=error.strerror or "")
    if beginning and beginning != b"SQLite format 3\0":
        return Look(Condition.DAMAGED, reason="not a database")
    address = f"{Path(path).absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            return _inside(connection)
    except sqlite3.Error as error:
        code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
        unreadable = code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PERM)
        reason = getattr(error, "sqlite_errorname", "") or type(error).__name__
        return Look(Condition.UNREADABLE if unreadable else Condition.DAMAGED, reason=reason)


def _inside(connection: sqlite3.Connection) -> Look:
    def value(sql: str) -> str:
        found = connection.execute(sql).fetchone()
        return "" if found is None or found[0] is None else str(found[0])

    journal, version = value("PRAGMA journal_mode"), int(value("PRAGMA user_version"))
    verdict = value("PRAGMA integrity_check(1)")
    if verdict != "ok":
        return Look(Condition.DAMAGED, verdict, journal, version)
    if int(value("PRAGMA application_id")) != APPLICATION_ID or version < 1:
        return Look(Condition.FOREIGN, "", journal, version)
    if version > SCHEMA_VERSION:
        return Look(Condition.NEWER, "", journal, version)
    oldest = value(
        "SELECT min(at) FROM (SELECT min(created_at) AS at FROM ideas UNION ALL "
        "SELECT min(created_at) FROM drafts)"
    )
    newest = value(
        "SELECT max(at) FROM (SELECT max(changed_at) AS at FROM ideas UNION ALL "
        "SELECT max(changed_at) FROM drafts UNION ALL SELECT max(at) FROM acts)"
    )
    chosen = connection.execute("SELECT key, value FROM settings WHERE key NOT LIKE 'note.%'")
    return Look(
        Condition.OLDER if version < SCHEMA_VERSION else Condition.SOUND,
        journal=journal,
        version=version,
        ideas=int(value("SELECT count(*) FROM ideas WHERE deleted_at IS NULL")),
        drafts=int(value("SELECT count(*) FROM drafts WHERE deleted_at IS NULL")),
        oldest=oldest,
        newest=newest,
        settings=dict(chosen.fetchall()),
    )
