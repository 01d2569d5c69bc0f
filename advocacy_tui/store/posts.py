"""What was posted, exactly as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.models import DraftStatus, Post
from advocacy_tui.store.acts import record_once, refuse_future
from advocacy_tui.store.change import Change
from advocacy_tui.store.drafts import get_draft
from advocacy_tui.store.undo import before, record
from advocacy_tui.store.versions import cut_version_within
from advocacy_tui.ulid import new_ulid

if TYPE_CHECKING:
    from datetime import date, datetime

    from advocacy_tui.store.database import Database


def mark_posted(
    database: Database,
    draft: str,
    *,
    now: datetime,
    channel: str = "",
    url: str = "",
    day: date | None = None,
) -> Change:
    """Mark a draft as posted; the week counts it once per draft, on its first day.

    Args:
        database: Where it is kept.
        draft: The draft's id.
        now: The moment.
        channel: A channel id, or "" for the draft's first channel.
        url: Where it can be read.
        day: When it was posted, today by default.

    Raises:
        UsageProblem: the draft is unknown or empty, or the day is still to come.
    """
    if day is not None:
        refuse_future(day, now)
    known = get_draft(database, draft)
    if not known.text.strip():
        raise UsageProblem(_("There is no text in this draft yet. Write some, then try again."))
    at = utc_text(now)
    on = day.isoformat() if day else day_text(now)
    one = new_ulid(now.timestamp())
    where = channel or (known.channels[0] if known.channels else "")
    with database.write() as connection:
        cut_version_within(connection, draft, "posted", now=now)
        connection.execute(
            "INSERT INTO posts (id, draft, channel, url, at, day, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (one, draft, where, url, at, on, known.text),
        )
        rows = [("posts", one, {"deleted_at": at})]
        rows += before(connection, "drafts", [draft], ("status", "changed_at"))  # type: ignore[arg-type]
        rows += record_once(connection, "posted", draft, now=now, day=on)  # type: ignore[arg-type]
        connection.execute(
            "UPDATE drafts SET status = ?, changed_at = ? WHERE id = ?",
            (str(DraftStatus.POSTED), at, draft),
        )
        return record(connection, Change("post", (one,), N_("marked a draft as posted")), rows, at)


def set_post_url(database: Database, one: str, url: str, *, now: datetime) -> Change:
    """Keep where a post can be read."""
    with database.write() as connection:
        rows = before(connection, "posts", [one], ("url",))
        connection.execute("UPDATE posts SET url = ? WHERE id = ?", (url, one))
        change = Change("post", (one,), N_("kept a post's link"))
        return record(connection, change, rows, utc_text(now))


def list_posts(database: Database, draft: str | None = None) -> list[Post]:
    """Return posts, newest first; optionally those of one draft."""
    where, parameters = "deleted_at IS NULL", list[object]()
    if draft is not None:
        where += " AND draft = ?"
        parameters.append(draft)
    rows = database.rows(
        f"SELECT seq, id, draft, channel, url, text, at, day FROM posts WHERE {where} "
        "ORDER BY seq DESC",
        parameters,
    )
    return [Post(**dict(row)) for row in rows]
