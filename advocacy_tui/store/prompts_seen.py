"""Which questions of the deck were drawn, so that they do not come again too soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database

_AGAIN = "#"
"""Between a question's id and which time it was drawn; no question's id holds it."""


def seen_prompts(database: Database) -> list[str]:
    """Return the ids of the questions drawn so far, oldest draw first; one drawn twice is twice."""
    rows = database.rows("SELECT id FROM prompts_seen ORDER BY at, rowid")
    return [row["id"].partition(_AGAIN)[0] for row in rows]


def mark_seen(database: Database, prompt: str, *, now: datetime) -> None:
    """Remember that a question was drawn."""
    with database.write() as connection:
        times = connection.execute(
            "SELECT count(*) FROM prompts_seen WHERE id = ? OR id GLOB ?",
            (prompt, f"{prompt}{_AGAIN}*"),
        ).fetchone()[0]
        connection.execute(
            "INSERT INTO prompts_seen (id, at) VALUES (?, ?)",
            (f"{prompt}{_AGAIN}{times + 1}" if times else prompt, utc_text(now)),
        )
