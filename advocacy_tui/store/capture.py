"""Keeping a thought: the one write that must never be slow. Imports next to nothing."""

from __future__ import annotations

import json

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import record
from advocacy_tui.text import at_words, clean_own, fold, hashtags
from advocacy_tui.ulid import new_ulid

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from advocacy_tui.store.database import Database

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
) -> Change:
    """Keep a thought, exactly as typed.

    Args:
        database: Where it goes.
        text: Own text; control characters are dropped, the words stay.
        now: The moment, with the person's time zone.
        tags: Tags beside the `#tags` of the text.
        theme: A theme's name; without one, a known `@theme` in the text.
        origin: The id of the shared idea it was taken from.

    Raises:
        UsageProblem: there is no text.
    """
    kept = clean_own(text).text.strip("\n")
    if not kept.strip():
        raise UsageProblem(_("There was no text to keep. Write a few words and try again."))
    at = utc_text(now)
    one = new_ulid(now.timestamp())
    tags = tuple(tags)
    all_tags = merged_tags(tags, hashtags(kept))
    if theme is None and "@" in kept:
        theme = theme_in(kept, known_themes(database))
    change = Change("idea", (one,), N_("kept a thought"))
    with database.write() as connection:
        connection.execute(
            "INSERT INTO ideas (id, tags, theme, origin, created_at, created_day, changed_at, "
            "text, folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                one,
                json.dumps(all_tags, ensure_ascii=False),
                theme,
                origin,
                at,
                day_text(now),
                at,
                kept,
                searchable(kept, (*tags, theme or "")),
            ),
        )
        return record(connection, change, [("ideas", one, {"deleted_at": at})], at)


def searchable(text: str, beside: Iterable[str]) -> str:
    """Return what a search looks through: the folded text, and the tags and theme beside it."""
    return "\n".join((fold(text), *filter(None, map(fold, beside))))


def merged_tags(given: Iterable[str], found: Iterable[str]) -> list[str]:
    """Return the tags once each, compared folded, in the order met."""
    merged: dict[str, str] = {}
    for tag in (*given, *found):
        bare = tag.strip().lstrip("#")
        if bare:
            merged.setdefault(fold(bare), bare)
    return list(merged.values())[:TAGS_KEPT]
