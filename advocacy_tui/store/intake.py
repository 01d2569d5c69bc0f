"""Bringing texts in from outside: one transaction, one undo."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.i18n import N_
from advocacy_tui.models import DraftStatus
from advocacy_tui.store.capture import add_many, free_id, known_themes, same_text
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import record

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from advocacy_tui.models import Thought
    from advocacy_tui.store.database import Database
    from advocacy_tui.store.undo import Row


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A version or a post of a draft, as an export holds it.

    `reason` is a version's, `channel` and `url` are a post's; `draft` is the draft's id there.
    """

    draft: str
    text: str
    id: str = ""
    title: str = ""
    reason: str = "import"
    channel: str = ""
    url: str = ""
    at: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft as an export holds it; `idea` is the idea's id there."""

    text: str
    id: str = ""
    title: str = ""
    notes: str = ""
    picture: str = ""
    alt_text: str = ""
    first_comment: str = ""
    audience: str = ""
    type: str = ""
    channels: tuple[str, ...] = ()
    status: str = DraftStatus.DRAFT
    idea: str = ""
    created_at: str = ""
    created_day: str = ""


@dataclass(slots=True)
class Incoming:
    """Everything that one import brings."""

    thoughts: list[Thought] = field(default_factory=list)
    drafts: list[DraftText] = field(default_factory=list)
    versions: list[EarlierText] = field(default_factory=list)
    posts: list[EarlierText] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.thoughts) + len(self.drafts) + len(self.versions) + len(self.posts)


class TakenIn(NamedTuple):
    """How many texts came in, how many were here before, and what changed (None for nothing)."""

    added: int
    skipped: int
    change: Change | None


def take_in(database: Database, incoming: Incoming, *, now: datetime) -> TakenIn:
    """Bring texts in; what is here already is left out, and one undo takes all of it back."""
    themes = known_themes(database)
    at = utc_text(now)
    with database.write() as connection:
        rows, ideas = add_many(connection, incoming.thoughts, now=now, themes=themes)
        drafts = _add_drafts(connection, incoming.drafts, ideas, rows, now)
        _add_versions(connection, incoming.versions, drafts, rows, now)
        _add_posts(connection, incoming.posts, drafts, rows, now)
        added, skipped = len(rows), len(incoming) - len(rows)
        if not added:
            return TakenIn(0, skipped, None)
        label = N_("brought a text in") if added == 1 else N_("brought {count} texts in")
        kind = "any" if drafts else "idea"
        ids = tuple(row[1] for row in rows)
        change = Change(kind, ids, label, () if added == 1 else (("count", str(added)),))
        return TakenIn(added, skipped, record(connection, change, rows, at))


def _add_drafts(
    connection: sqlite3.Connection,
    drafts: list[DraftText],
    ideas: dict[str, str],
    rows: list[Row],
    now: datetime,
) -> dict[str, str]:
    """Add drafts that are not here; returns their ids by the ids given."""
    at, day = utc_text(now), day_text(now)
    here = {
        _sameness(row["title"], row["text"], row["notes"]): row["id"]
        for row in connection.execute(
            "SELECT id, title, text, notes FROM drafts WHERE deleted_at IS NULL"
        )
    } if drafts else {}  # fmt: skip
    ids: dict[str, str] = {}
    for draft in drafts:
        same = _sameness(draft.title, draft.text, draft.notes)
        if same in here:
            ids[draft.id] = here[same]
            continue
        one = here[same] = free_id(connection, "drafts", draft.id, now)
        ids[draft.id or one] = one
        connection.execute(
            "INSERT INTO drafts (id, status, type, channels, idea, created_at, created_day, "
            "changed_at, title, notes, picture, alt_text, first_comment, audience, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                one, draft.status, draft.type or None, json.dumps(draft.channels),
                _known_idea(connection, ideas.get(draft.idea, draft.idea)), draft.created_at or at,
                draft.created_day or day, at, draft.title, draft.notes, draft.picture,
                draft.alt_text, draft.first_comment, draft.audience, draft.text,
            ),
        )  # fmt: skip
        rows.append(("drafts", one, {"deleted_at": at}))
    return ids


def _sameness(title: str, text: str, notes: str) -> tuple[str, str, str]:
    """Return what two drafts share that count as one: title and text, or else the notes."""
    text = same_text(text)
    return title, text, "" if title or text else same_text(notes)


def _known_idea(connection: sqlite3.Connection, idea: str) -> str | None:
    known = connection.execute("SELECT 1 FROM ideas WHERE id = ?", (idea,)).fetchone()
    return idea if known else None


def _add_versions(
    connection: sqlite3.Connection,
    versions: list[EarlierText],
    drafts: dict[str, str],
    rows: list[Row],
    now: datetime,
) -> None:
    """Add versions of drafts that came in or are here, but for those that are here too."""
    for version in versions:
        draft = drafts.get(version.draft, version.draft)
        if connection.execute(
            "SELECT 1 FROM versions WHERE draft = ? AND at = ? AND reason = ? AND text = ?",
            (draft, version.at, version.reason, version.text),
        ).fetchone():
            continue
        one = free_id(connection, "versions", version.id, now)
        connection.execute(
            "INSERT INTO versions (id, draft, reason, at, day, title, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (one, draft, version.reason, version.at, version.day, version.title, version.text),
        )
        rows.append(("versions", one, None))


def _add_posts(
    connection: sqlite3.Connection,
    posts: list[EarlierText],
    drafts: dict[str, str],
    rows: list[Row],
    now: datetime,
) -> None:
    """Add posts of drafts that came in or are here, but for those that are here too."""
    at = utc_text(now)
    for post in posts:
        draft = drafts.get(post.draft, post.draft)
        if connection.execute(
            "SELECT 1 FROM posts WHERE draft = ? AND day = ? AND channel = ? AND text = ? "
            "AND deleted_at IS NULL",
            (draft, post.day, post.channel, post.text),
        ).fetchone():
            continue
        one = free_id(connection, "posts", post.id, now)
        connection.execute(
            "INSERT INTO posts (id, draft, channel, url, at, day, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (one, draft, post.channel, post.url, post.at, post.day, post.text),
        )
        rows.append(("posts", one, {"deleted_at": at}))
