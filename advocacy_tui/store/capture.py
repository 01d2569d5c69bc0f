"""Keeping a thought: the one write that must never be slow. Imports next to nothing."""

from __future__ import annotations

import json
import unicodedata

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import record
from advocacy_tui.text import at_words, clean_own, fold, hashtags, search_text
from advocacy_tui.ulid import new_ulid

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from advocacy_tui.models import Thought
    from advocacy_tui.store.database import Database
    from advocacy_tui.store.undo import Row

TAGS_KEPT = 1000
"""Tags read out of one idea; the words themselves all stay in the text."""


def known_themes(database: Database) -> list[str]:
    """Return the theme names of every programme read so far."""
    names: list[str] = []
    for row in database.rows("SELECT themes FROM programmes"):
        names.extend(json.loads(row["themes"]))
    return names


def theme_in(text: str, themes: Iterable[str]) -> str | None:
    """Return the first known theme that the text names as `@theme`.

    Compared folded and without spaces and hyphens, so that `@grønomstilling`, `@gron-omstilling`
    and "Grøn omstilling" are one.
    """
    wanted = at_words(text)
    if not wanted:
        return None
    known = {_bare(theme): theme for theme in themes}
    for word in wanted:
        found = known.get(_bare(word))
        if found is not None:
            return found
    return None


def _bare(name: str) -> str:
    return fold(name).replace(" ", "").replace("-", "").replace("_", "")


def add_idea(
    database: Database,
    text: str,
    *,
    now: datetime,
    tags: Iterable[str] = (),
    theme: str | None = None,
    origin: str | None = None,
    slot: str = "",
) -> Change:
    """Keep a thought, exactly as typed.

    Args:
        database: Where it goes.
        text: Own text; control characters are dropped, the words stay.
        now: The moment, with the person's time zone.
        tags: Tags beside the `#tags` of the text.
        theme: A theme's name; without one, a known `@theme` in the text.
        origin: The id of the shared idea it was taken from.
        slot: Where it stood half written; emptied in the same transaction.

    Raises:
        UsageProblem: there is no text.
    """
    kept = clean_own(text).text.strip("\n")
    if not kept.strip():
        raise UsageProblem(_("There was no text to keep. Write a few words and try again."))
    at = utc_text(now)
    one = new_ulid(now.timestamp())
    tags = tuple(tags)
    if theme is None and "@" in kept:
        theme = theme_in(kept, known_themes(database))
    change = Change("idea", (one,), N_("kept a thought"))
    with database.write() as connection:
        connection.execute(
            "INSERT INTO ideas (id, tags, theme, origin, created_at, created_day, changed_at, "
            "text, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                one, _tags_of(kept, tags), theme, origin, at, day_text(now), at,
                kept, searchable(kept, (*tags, theme or "")),
            ),
        )  # fmt: skip
        if slot:
            connection.execute("DELETE FROM unsaved WHERE slot = ?", (slot,))
        return record(connection, change, [("ideas", one, {"deleted_at": at})], at)


BROUGHT_IN = "import:"
"""What the origin of an idea begins with that was brought in; the digest of its text follows."""


def add_many(
    connection: sqlite3.Connection,
    thoughts: Iterable[Thought],
    *,
    now: datetime,
    themes: Sequence[str] = (),
) -> tuple[list[Row], dict[str, str]]:
    """Keep many thoughts at once; call inside `Database.write`, and record one undo for all.

    Left out is a text that is in the notebook, that was brought in before, or that stands among
    the thoughts twice; texts are compared by `same_text`. An import that was undone is forgotten.

    Returns:
        One undo row for each thought kept, and the kept ids by the ids the thoughts came with.
    """
    wanted: dict[str, Thought] = {}
    for thought in thoughts:
        wanted.setdefault(same_text(thought.text), thought)
    for row in connection.execute("SELECT text FROM ideas WHERE deleted_at IS NULL"):
        wanted.pop(same_text(row["text"]), None)
    before = connection.execute("SELECT origin FROM ideas WHERE origin GLOB ?", (f"{BROUGHT_IN}*",))
    seen = {row["origin"] for row in before}
    at = utc_text(now)
    rows: list[Row] = []
    values: list[tuple[object, ...]] = []
    ids: dict[str, str] = {}
    for same, thought in wanted.items():
        origin = BROUGHT_IN + _digest(same)
        if origin in seen:
            continue
        one = free_id(connection, "ideas", thought.id, now)
        ids[thought.id or one] = one
        values.append((one, *_columns_of(thought, origin, themes, now)))
        rows.append(("ideas", one, {"deleted_at": at, "origin": None}))
    connection.executemany(
        "INSERT INTO ideas (id, status, tags, theme, origin, created_at, created_day, changed_at, "
        "text, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return rows, ids


def _columns_of(
    thought: Thought, origin: str, themes: Sequence[str], now: datetime
) -> tuple[object, ...]:
    """Return a thought's columns but for its id, in the order of `add_many`."""
    kept = thought.text.strip("\n")
    theme = thought.theme or (theme_in(kept, themes) if "@" in kept else None)
    return (
        thought.status,
        _tags_of(kept, thought.tags),
        theme,
        thought.origin or origin,
        thought.created_at or utc_text(now),
        thought.created_day or day_text(now),
        utc_text(now),
        kept,
        searchable(kept, (*thought.tags, theme or "")),
    )


def _tags_of(text: str, given: Iterable[str]) -> str:
    """Return the tags given and those of a text, as the database holds them."""
    return json.dumps(merged_tags(given, hashtags(text)), ensure_ascii=False)


def same_text(text: str) -> str:
    """Return the form in which two texts are the same: composed, without the blanks around it."""
    return unicodedata.normalize("NFC", text).strip()


def _digest(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode(), digest_size=16).hexdigest()


def free_id(connection: sqlite3.Connection, table: str, given: str, now: datetime) -> str:
    """Return the id that a row came with, or a new one where it has none or it is taken."""
    taken = given and connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (given,)).fetchone()
    return given if given and not taken else new_ulid(now.timestamp())


def searchable(text: str, beside: Iterable[str]) -> str:
    """Return what a search looks through: the folded text, and the tags and theme beside it."""
    return search_text("\n".join((text, *filter(None, beside))))


def merged_tags(given: Iterable[str], found: Iterable[str]) -> list[str]:
    """Return the tags once each, compared folded, in the order met."""
    merged: dict[str, str] = {}
    for tag in (*given, *found):
        bare = tag.strip().lstrip("#")
        if bare:
            merged.setdefault(fold(bare), bare)
    return list(merged.values())[:TAGS_KEPT]
