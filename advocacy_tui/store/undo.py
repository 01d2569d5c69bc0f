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

KEYS = {"settings": "key", "programmes": "id", "unsaved": "slot", "prompts_seen": "id"}
"""Tables whose rows are named by another column than `id`."""

Row = tuple[str, str, "Mapping[str, Any] | None"]
"""(table, row id, the columns to put back; None for a row that was not there)."""


def before(
    connection: sqlite3.Connection, table: str, ids: Iterable[str], columns: Sequence[str]
) -> list[Row]:
    """Return the rows' present values of `columns`, to be put back by an undo."""
    key = KEYS.get(table, "id")
    picked = ", ".join(columns)
    kept: list[Row] = []
    for one in ids:
        row = connection.execute(f"SELECT {picked} FROM {table} WHERE {key} = ?", (one,)).fetchone()
        kept.append((table, one, dict(row) if row is not None else None))
    return kept


def record(connection: sqlite3.Connection, change: Change, rows: Sequence[Row], at: str) -> Change:
    """Remember how to take `change` back; call inside the transaction that makes it.

    What was undone before can no longer be done again: it would go over what is new.
    """
    connection.execute("UPDATE undo SET redo = NULL WHERE redo IS NOT NULL")
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


def change_of(row: sqlite3.Row) -> Change:
    """Return the act that a row of the table `undo` remembers."""
    return Change(
        row["kind"],
        tuple(json.loads(row["ids"])),
        row["label"],
        tuple((name, value) for name, value in json.loads(row["params"])),
    )


def next_undo(database: Database) -> Change | None:
    """Return the newest act that was not taken back, or None."""
    row = database.row("SELECT * FROM undo WHERE undone_at IS NULL ORDER BY seq DESC LIMIT 1")
    return None if row is None else change_of(row)
