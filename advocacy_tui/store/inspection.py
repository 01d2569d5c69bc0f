"""A look at a database file that changes nothing, also where it cannot be opened for use."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from advocacy_tui.i18n import _
from advocacy_tui.store.database import APPLICATION_ID, SCHEMA_VERSION
from advocacy_tui.system_words import say_reason


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


NO_DATABASE = "no database"
"""The reason where a file is something else altogether."""


class Look(NamedTuple):
    """What was seen: the condition, the reason for a bad one, and what the file holds.

    `is_wal` tells that the file is written with a write-ahead log.
    `oldest` and `newest` are the UTC texts of the first thing kept and of the last change ("" for
    none), `settings` holds what was chosen.
    """

    condition: Condition
    reason: str = ""
    is_wal: bool = False
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
        return Look(Condition.UNREADABLE, reason=_("it is no file"))
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            header = file.read(20)
    except OSError as error:
        return Look(Condition.UNREADABLE, reason=say_reason(error))
    if header and header[:16] != b"SQLite format 3\0":
        return Look(Condition.DAMAGED, reason=NO_DATABASE)
    is_wal = header[18:19] == b"\x02"  # the file format's write version
    if not os.path.exists(f"{path}-wal"):  # noqa: PTH110
        # Reading a WAL database leaves files beside it, unless it is said that nobody writes.
        look = _look(path, "immutable=1")
        if look.condition is not Condition.DAMAGED:
            return look._replace(is_wal=is_wal)
    return _look(path, "mode=ro")._replace(is_wal=is_wal)


def _look(path: str, how: str) -> Look:
    address = f"{Path(path).absolute().as_uri()}?{how}"
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

    version = int(value("PRAGMA user_version"))
    verdict = value("PRAGMA integrity_check(1)")
    if verdict != "ok":
        return Look(Condition.DAMAGED, verdict, version=version)
    if int(value("PRAGMA application_id")) != APPLICATION_ID or version < 1:
        return Look(Condition.FOREIGN, version=version)
    if version > SCHEMA_VERSION:
        return Look(Condition.NEWER, version=version)
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
        version=version,
        ideas=int(value("SELECT count(*) FROM ideas WHERE deleted_at IS NULL")),
        drafts=int(value("SELECT count(*) FROM drafts WHERE deleted_at IS NULL")),
        oldest=oldest,
        newest=newest,
        settings=dict(chosen.fetchall()),
    )
