"""What is saved while a person types: the text, with a look for other writers, and the details."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.clock import utc_text
from advocacy_tui.i18n import N_
from advocacy_tui.store.change import Change
from advocacy_tui.store.drafts import FIELDS
from advocacy_tui.store.ideas import unknown
from advocacy_tui.store.undo import record
from advocacy_tui.store.versions import cut_version_within

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime

    from advocacy_tui.store.database import Database


class Saved(NamedTuple):
    """What saving did; `met` tells that another writer's text was kept as a version first."""

    change: Change
    met: bool


def save_over(
    database: Database, one: str, text: str, *, known: str, cursor: int, now: datetime
) -> Saved:
    """Overwrite the working text, unless somebody else wrote: their text then becomes a version.

    Args:
        database: Where the draft is.
        one: The draft's id.
        text: The text to keep.
        known: What the caller believes stands there now.
        cursor: Where the cursor stands in `text`, in code points.
        now: The moment.

    Raises:
        UsageProblem: the draft is not there any more.
        DatabaseProblem: it could not be written; the text is still the caller's.
    """
    with database.write() as connection:
        row = connection.execute(
            "SELECT text FROM drafts WHERE id = ? AND deleted_at IS NULL", (one,)
        ).fetchone()
        if row is None:
            raise unknown("draft", one)
        met = row["text"] not in ("", known, text)
        if met:
            cut_version_within(connection, one, "outside", now=now)
        connection.execute(
            "UPDATE drafts SET text = ?, cursor = ?, changed_at = ?, stale = 1 WHERE id = ?",
            (text, cursor, utc_text(now), one),
        )
    return Saved(Change("draft", (one,)), met)


def save_details(
    database: Database, one: str, fields: Mapping[str, object], *, now: datetime
) -> Change:
    """Save what goes with the text as it is typed; `keep_details` makes one undo of it all.

    Args:
        database: Where the draft is.
        one: The draft's id.
        fields: Values by the names of `drafts.FIELDS`; channels is a sequence of ids.
        now: The moment.

    Raises:
        UsageProblem: the draft is not there any more.
    """
    values = {name: _stored(name, value) for name, value in fields.items()}
    assignments = "".join(f"{name} = ?, " for name in values)
    with database.write() as connection:
        found = connection.execute(
            f"UPDATE drafts SET {assignments}changed_at = ?, stale = 1 "
            "WHERE id = ? AND deleted_at IS NULL",
            (*values.values(), utc_text(now), one),
        )
        if not found.rowcount:
            raise unknown("draft", one)
    return Change("draft", (one,))


def _stored(name: str, value: object) -> object:
    if name not in FIELDS:
        raise TypeError(f"unknown draft field: {name}")
    return json.dumps(list(value)) if name == "channels" else value  # type: ignore[call-overload]


def keep_details(
    database: Database, one: str, earlier: Mapping[str, object], *, now: datetime
) -> Change | None:
    """Make one undo of all that was saved as it was typed; None where nothing differs.

    Args:
        database: Where the draft is.
        one: The draft's id.
        earlier: The values before the first key, by the names of `drafts.FIELDS`.
        now: The moment.
    """
    before = {name: _stored(name, value) for name, value in earlier.items()}
    with database.write() as connection:
        row = _row(connection, one, tuple(before))
        if row is None:
            return None
        changed = {name: value for name, value in before.items() if row[name] != value}
        if not changed:
            return None
        change = Change("draft", (one,), N_("changed a draft's details"))
        return record(connection, change, [("drafts", one, changed)], utc_text(now))


def _row(connection: sqlite3.Connection, one: str, names: tuple[str, ...]) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(
        f"SELECT {', '.join(names)} FROM drafts WHERE id = ? AND deleted_at IS NULL", (one,)
    ).fetchone()
    return found
