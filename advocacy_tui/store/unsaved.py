"""Lines being typed: kept while they are typed, offered again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database

CAPTURE = "capture"
"""The slot of the capture line."""


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
