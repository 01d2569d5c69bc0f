"""Earlier states of a draft."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.i18n import N_
from advocacy_tui.models import Version
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import before, record
from advocacy_tui.ulid import new_ulid

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from advocacy_tui.store.database import Database

REASONS = {
    "open": N_("when you opened it"),
    "idle": N_("when you paused"),
    "restore": N_("before an older one came back"),
    "import": N_("before a text came in from outside"),
    "undo": N_("before you undid something"),
    "redo": N_("before you did something again"),
    "outside": N_("as somebody else saved it while you wrote"),
    "ready": N_("when it was ready"),
    "copy": N_("when you took the text"),
    "ask": N_("when you asked for a second pair of eyes"),
    "posted": N_("when you posted it"),
}
"""Why a version was cut; the untranslated words for it."""

THIN_AFTER = timedelta(days=90)
"""From this age on one version a day is kept, and every posted one."""


def cut_version_within(
    connection: sqlite3.Connection, draft: str, reason: str, *, now: datetime
) -> str | None:
    """Cut a version inside a transaction; an unchanged or empty text is not cut twice.

    Returns:
        The version's id; None where there was nothing new to keep. A posted version is always cut.
    """
    row = connection.execute("SELECT title, text FROM drafts WHERE id = ?", (draft,)).fetchone()
    if row is None or not row["text"]:
        return None
    last = connection.execute(
        "SELECT text FROM versions WHERE draft = ? ORDER BY seq DESC LIMIT 1", (draft,)
    ).fetchone()
    if last is not None and last["text"] == row["text"] and reason != "posted":
        return None
    one = new_ulid(now.timestamp())
    connection.execute(
        "INSERT INTO versions (id, draft, reason, at, day, title, text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (one, draft, reason, utc_text(now), day_text(now), row["title"], row["text"]),
    )
    return one


def cut_version(database: Database, draft: str, reason: str, *, now: datetime) -> Change | None:
    """Cut a version of the draft's working text; None where nothing is new."""
    if reason not in REASONS:
        raise ValueError(reason)
    with database.write() as connection:
        one = cut_version_within(connection, draft, reason, now=now)
    return None if one is None else Change("version", (one,))


def list_versions(database: Database, draft: str) -> list[Version]:
    """Return a draft's versions, newest first."""
    rows = database.rows(
        "SELECT seq, id, draft, title, text, reason, at, day FROM versions "
        "WHERE draft = ? ORDER BY seq DESC",
        (draft,),
    )
    return [Version(**dict(row)) for row in rows]


def restore_version(database: Database, one: str, *, now: datetime) -> Change:
    """Bring a version's text back as the working text; the present one is kept as a version.

    Raises:
        UsageProblem: the version is unknown, or its draft was deleted.
    """
    row = database.row(
        "SELECT v.draft, v.text FROM versions v JOIN drafts d ON d.id = v.draft "
        "WHERE v.id = ? AND d.deleted_at IS NULL",
        (one,),
    )
    if row is None:
        from advocacy_tui.store.ideas import unknown

        raise unknown("version", one)
    at = utc_text(now)
    with database.write() as connection:
        cut_version_within(connection, row["draft"], "restore", now=now)
        rows = before(connection, "drafts", [row["draft"]], ("text", "cursor", "changed_at"))
        connection.execute(
            "UPDATE drafts SET text = ?, cursor = 0, changed_at = ?, stale = 1 WHERE id = ?",
            (row["text"], at, row["draft"]),
        )
        change = Change("draft", (row["draft"],), N_("brought an older version back"))
        return record(connection, change, rows, at)


def thin_versions(database: Database, *, now: datetime) -> int:
    """Keep one version a day of what is older than THIN_AFTER, and every posted one.

    Returns:
        How many versions went.
    """
    limit = day_text(now - THIN_AFTER)
    with database.write() as connection:
        return connection.execute(
            "DELETE FROM versions WHERE day < ? AND reason != 'posted' AND seq NOT IN "
            "(SELECT max(seq) FROM versions WHERE day < ? GROUP BY draft, day)",
            (limit, limit),
        ).rowcount
