"""Settings and profile, as the database keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text
from advocacy_tui.i18n import N_
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import before, record

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database


def stored(database: Database) -> dict[str, str]:
    """Return every value that was chosen, by key."""
    rows = database.rows("SELECT key, value FROM settings WHERE key NOT LIKE 'note.%'")
    return {row["key"]: row["value"] for row in rows}


def get_setting(database: Database, key: str) -> str:
    """Return a setting's value, or its default."""
    value = database.value("SELECT value FROM settings WHERE key = ?", (key,))
    if value is not None and key == "plan":
        from advocacy_tui.plans import whole_plan

        # Earlier versions kept half a sentence where it was written in the settings.
        return whole_plan(str(value))
    if value is not None:
        return str(value)
    from advocacy_tui.settings import BY_KEY

    return BY_KEY[key].default


def set_settings(database: Database, values: dict[str, str], *, now: datetime) -> Change:
    """Keep values, as one undo; each is checked first, and an empty one brings the default back.

    Raises:
        UsageProblem: an unknown key or a value that is not possible.
    """
    from advocacy_tui.settings import checked

    kept = {key: checked(key, value) for key, value in values.items()}
    with database.write() as connection:
        rows = before(connection, "settings", kept, ("value",))
        for key, value in kept.items():
            if not value:
                connection.execute("DELETE FROM settings WHERE key = ?", (key,))
                continue
            connection.execute(
                "INSERT INTO settings (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
        change = Change("setting", tuple(kept), N_("changed a setting"))
        return record(connection, change, rows, utc_text(now))


def get_note(database: Database, key: str, default: str = "") -> str:
    """Return something the program remembers for itself (key "note.…")."""
    value = database.value("SELECT value FROM settings WHERE key = ?", (f"note.{key}",))
    return default if value is None else str(value)


def set_note(database: Database, key: str, value: str) -> None:
    """Remember something for the program itself; not an act, so no undo."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (f"note.{key}", value),
        )
