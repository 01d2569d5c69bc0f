"""Named undo that survives a restart: the rows as they were, kept beside what was done."""

from __future__ import annotations

import json

from advocacy_tui.store.change import Change

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from advocacy_tui.store.database import Database

KEPT = 500
"""How many undoable acts are remembered."""

_KEYS = {"settings": "key", "programmes": "id", "unsaved": "slot", "prompts_seen": "id"}
"""Tables whose rows are named by another column than `id`."""

Row = tuple[str, str, "Mapping[str, Any] | None"]
"""(table, row id, the columns to put back; None for a row that was not there)."""


def before(
    connection: sqlite3.Connection, table: str, ids: Iterable[str], columns: Sequence[str]
) -> list[Row]:
    """Return the rows' present values of `columns`, to be put back by an undo."""
    key = _KEYS.get(table, "id")
    picked = ", ".join(columns)
    kept: list[Row] = []
    for one in ids:
        row = connection.execute(f"SELECT {picked} FROM {table} WHERE {key} = ?", (one,)).fetchone()
        kept.append((table, one, dict(row) if row is not None else None))
    return kept


def record(connection: sqlite3.Connection, change: Change, rows: Sequence[Row], at: str) -> Change:
    """Remember how to take `change` back; call inside the transaction that makes it."""
    seq = connection.execute(
        "INSERT INTO undo (at, kind, label, params, ids, rows) VALUES (?, ?, ?, ?, ?, ?)",
        (
            at,
            change.kind,
            change.label,
            json.dumps(change.params, ensure_ascii=False),
            json.dumps(change.ids),
            json.dumps(rows, ensure_ascii=False),
        ),
    ).lastrowid
    if seq is not None and seq > KEPT:
        connection.execute("DELETE FROM undo WHERE seq <= ?", (seq - KEPT,))
    return change


def _change_of(row: sqlite3.Row) -> Change:
    return Change(
        row["kind"],
        tuple(json.loads(row["ids"])),
        row["label"],
        tuple((name, value) for name, value in json.loads(row["params"])),
    )


def next_undo(database: Database) -> Change | None:
    """Return what `undo_last` would take back, or None."""
    row = database.row("SELECT * FROM undo WHERE undone_at IS NULL ORDER BY seq DESC LIMIT 1")
    return None if row is None else _change_of(row)


def undo_last(database: Database, *, at: str) -> Change | None:
    """Take back the newest act that has not been taken back; None when there is none.

    The rows' other columns stay as they are now, so taking back a change to one column does not
    lose what was written into another one since.
    """
    with database.write() as connection:
        row = connection.execute(
            "SELECT * FROM undo WHERE undone_at IS NULL ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        for table, one, columns in json.loads(row["rows"]):
            _put_back(connection, table, one, columns)
        connection.execute("UPDATE undo SET undone_at = ? WHERE seq = ?", (at, row["seq"]))
        return _change_of(row)


def _put_back(
    connection: sqlite3.Connection, table: str, one: str, columns: dict[str, Any] | None
) -> None:
    key = _KEYS.get(table, "id")
    if columns is None:
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (one,))
        return
    there = connection.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (one,)).fetchone()
    if table in _KEYS and there is None:
        names, marks = ", ".join((key, *columns)), ", ".join("?" * (len(columns) + 1))
        connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", (one, *columns.values())
        )
        return
    if table == "drafts":
        # What comes back is indexed anew at the next search.
        columns = {**columns, "stale": 1}
    assignments = ", ".join(f"{column} = ?" for column in columns)
    connection.execute(
        f"UPDATE {table} SET {assignments} WHERE {key} = ?", (*columns.values(), one)
    )
