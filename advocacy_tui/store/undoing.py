"""Taking acts back, and doing them again: what a row held is kept before it is replaced."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from advocacy_tui.clock import utc_text
from advocacy_tui.i18n import N_
from advocacy_tui.models import DraftStatus
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import KEYS, Row, change_of, next_undo, record
from advocacy_tui.store.versions import cut_version_within

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from advocacy_tui.store.database import Database

RESTORE = "restore"
"""The kind of the entry that a restored backup begins with; undo does not reach behind it."""

_WRITTEN_ON = (
    "SELECT 1 FROM drafts WHERE id = ? AND deleted_at IS NULL AND changed_at > ? "
    "AND title || text || notes || picture || alt_text || first_comment || audience != ''"
)


class Undone(NamedTuple):
    """What was taken back; `laid_away` counts drafts that it began, but words were added to."""

    change: Change
    laid_away: int = 0


def undo_last(database: Database, *, now: datetime) -> Undone | None:
    """Take back the newest act that has not been taken back; None when there is none.

    The rows' other columns stay as they are now, so taking back a change to one column does not
    lose what was written into another one since. A draft's text is kept as a version before it is
    replaced, and a draft that was written in since it was begun is laid away, not deleted.
    """
    with database.write() as connection:
        row = connection.execute(
            "SELECT * FROM undo WHERE undone_at IS NULL ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        if row is None or row["kind"] == RESTORE:
            return None
        rows, laid_away = _without_loss(connection, json.loads(row["rows"]), row["at"])
        redo = _put_all(connection, rows, "undo", now)
        connection.execute(
            "UPDATE undo SET undone_at = ?, redo = ? WHERE seq = ?",
            (utc_text(now), json.dumps(redo, ensure_ascii=False), row["seq"]),
        )
        return Undone(change_of(row), laid_away)


def redo_last(database: Database, *, now: datetime) -> Change | None:
    """Do again what was undone last; None where nothing was, or something new was done since."""
    with database.write() as connection:
        row = connection.execute(
            "SELECT * FROM undo WHERE redo IS NOT NULL ORDER BY seq LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        _put_all(connection, json.loads(row["redo"]), "redo", now)
        connection.execute(
            "UPDATE undo SET undone_at = NULL, redo = NULL WHERE seq = ?", (row["seq"],)
        )
        return change_of(row)


def note_restore(database: Database, kept: str, *, now: datetime) -> None:
    """Remember that a backup was brought back, and where what was here lies ("" for nowhere)."""
    change = Change(RESTORE, (), N_("brought a backup back"), (("kept", kept),))
    with database.write() as connection:
        record(connection, change, [], utc_text(now))


def restored_last(database: Database) -> str | None:
    """Return where what was here before a restore lies; None unless that came last."""
    newest = next_undo(database)
    if newest is None or newest.kind != RESTORE:
        return None
    return dict(newest.params)["kept"]


def _without_loss(
    connection: sqlite3.Connection, rows: list[Row], since: str
) -> tuple[list[Row], int]:
    """Return the rows with drafts that were written in since laid away, and how many those are."""
    kept: list[Row] = []
    laid_away = 0
    for table, one, columns in rows:
        would_go = table == "drafts" and columns is not None and columns.get("deleted_at")
        if would_go and _written_on(connection, one, since):
            kept.append((table, one, {"status": str(DraftStatus.ARCHIVED)}))
            laid_away += 1
        else:
            kept.append((table, one, columns))
    return kept, laid_away


def _written_on(connection: sqlite3.Connection, draft: str, since: str) -> bool:
    return connection.execute(_WRITTEN_ON, (draft, since)).fetchone() is not None


def _put_all(
    connection: sqlite3.Connection, rows: list[Row], reason: str, now: datetime
) -> list[Row]:
    """Put rows in place and return what stood there, so that this can be turned round."""
    replaced: list[Row] = []
    for table, one, columns in rows:
        key = KEYS.get(table, "id")
        found = connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (one,)).fetchone()
        present = None if found is None else dict(found)
        if columns is None:
            connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (one,))
            replaced.append((table, one, present))
        elif present is not None:
            if table == "drafts" and columns.get("text", present["text"]) != present["text"]:
                cut_version_within(connection, one, reason, now=now)
            _update(connection, table, one, columns)
            replaced.append((table, one, {name: present[name] for name in columns}))
        elif table in KEYS or key in columns:
            _insert(connection, table, {key: one, **columns})
            replaced.append((table, one, None))
    return replaced[::-1]


def _update(connection: sqlite3.Connection, table: str, one: str, columns: Any) -> None:
    if table == "drafts":
        # What comes back is indexed anew.
        columns = {**columns, "stale": 1}
    assignments = ", ".join(f"{column} = ?" for column in columns)
    connection.execute(
        f"UPDATE {table} SET {assignments} WHERE {KEYS.get(table, 'id')} = ?",
        (*columns.values(), one),
    )


def _insert(connection: sqlite3.Connection, table: str, columns: dict[str, Any]) -> None:
    """Insert a row; at its old place, unless another row has that by now."""
    if "seq" in columns:
        seq = columns["seq"]
        if connection.execute(f"SELECT 1 FROM {table} WHERE seq = ?", (seq,)).fetchone():
            columns = {**columns, "seq": None}
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values()))
