"""Lines being typed: kept while they are typed, offered again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.clock import utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database

CAPTURE = "capture"
"""The slot of the capture line."""

CAPTURE_BESIDE = f"{CAPTURE}:"
"""What the slot of an app begins with that was opened beside another one."""


class Left(NamedTuple):
    """What stands in a slot, and when it was put there (UTC text)."""

    slot: str
    text: str
    at: str


def keep_unsaved(database: Database, slot: str, text: str, *, now: datetime) -> None:
    """Keep what stands in a line; an empty text clears the slot."""
    with database.write() as connection:
        if text:
            connection.execute(
                "INSERT INTO unsaved (slot, at, text) VALUES (?, ?, ?) ON CONFLICT (slot) "
                "DO UPDATE SET at = excluded.at, text = excluded.text",
                (slot, utc_text(now), text),
            )
        else:
            connection.execute("DELETE FROM unsaved WHERE slot = ?", (slot,))


def unsaved(database: Database, slot: str) -> str:
    """Return what was left in a line, "" for nothing."""
    found = database.value("SELECT text FROM unsaved WHERE slot = ?", (slot,))
    return "" if found is None else str(found)


def left_in(database: Database, prefix: str) -> list[Left]:
    """Return what stands in the slots whose names begin with `prefix`, oldest first."""
    rows = database.rows(
        "SELECT slot, text, at FROM unsaved WHERE substr(slot, 1, ?) = ? ORDER BY at",
        (len(prefix), prefix),
    )
    return [Left(**dict(row)) for row in rows]


def move_unsaved(database: Database, slot: str, to: str) -> None:
    """Move what stands in a slot to an empty one."""
    with database.write() as connection:
        connection.execute("UPDATE unsaved SET slot = ? WHERE slot = ?", (to, slot))
