"""What is kept, list by list, for whoever carries it out of the database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.store.database import Database

_JSON_COLUMNS = frozenset(("tags", "channels", "extra", "payload"))
_KEPT = "WHERE deleted_at IS NULL ORDER BY seq"

LISTS = {
    "ideas": "SELECT id, text, status, tags, theme, origin, created_at, created_day, changed_at "
    f"FROM ideas {_KEPT}",
    "drafts": "SELECT id, title, text, status, type, channels, idea, picture, alt_text, "
    f"first_comment, audience, created_at, created_day, changed_at FROM drafts {_KEPT}",
    "versions": "SELECT id, draft, reason, at, day, title, text FROM versions "
    "WHERE draft IN (SELECT id FROM drafts WHERE deleted_at IS NULL) ORDER BY seq",
    "posts": f"SELECT id, draft, channel, url, at, day, text FROM posts {_KEPT}",
    "acts": f"SELECT id, kind, thing, at, day FROM acts {_KEPT}",
    "absences": f"SELECT id, first, last, at FROM absences {_KEPT}",
    "goals": f"SELECT id, per_week, from_day, at FROM goals {_KEPT}",
    "shared_ideas": "SELECT programme, id, path, title, body, theme, type, channels, language, "
    "author, until, source, extra FROM catalogue ORDER BY seq",
    "nods": "SELECT programme, idea, person, at FROM nods ORDER BY seq",
    "claims": "SELECT programme, idea, person, angle, at FROM claims ORDER BY seq",
    "outbox": "SELECT id, kind, target, payload, queued_at, state FROM outbox ORDER BY seq",
}
"""Lists that may be handed on, by name."""

PRIVATE_LISTS = {
    "notes": "SELECT id AS draft, notes AS text FROM drafts "
    "WHERE notes != '' AND deleted_at IS NULL ORDER BY seq",
    "unsaved": "SELECT slot, at, text FROM unsaved ORDER BY slot",
}
"""Lists that are for the person alone: private notes, and lines that are being typed."""


def items(database: Database, name: str) -> Iterator[dict[str, Any]]:
    """Yield the items of one of LISTS or PRIVATE_LISTS, in the order they were made."""
    for row in database.stream((LISTS | PRIVATE_LISTS)[name]):
        yield {
            column: json.loads(row[column]) if column in _JSON_COLUMNS else row[column]
            for column in row.keys()  # noqa: SIM118 - a sqlite3.Row iterates over its values
        }
