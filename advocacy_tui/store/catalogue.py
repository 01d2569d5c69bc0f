"""The shared ideas, as the local copy knows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text
from advocacy_tui.models import CatalogueIdea
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.change import Change
from advocacy_tui.store.ideas import PAGE, unknown
from advocacy_tui.store.pages import shared_places
from advocacy_tui.text import search_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from advocacy_tui.store.database import Database

_COLUMNS = (
    "c.seq, c.id, c.path, c.title, c.body, c.theme, c.type, c.channels, c.language, c.author, "
    "c.until, c.source, c.extra"
)


def programme_digest(database: Database, programme: str) -> str:
    """Return the digest of the programme's files as last read; "" for never."""
    found = database.value("SELECT digest FROM programmes WHERE id = ?", (programme,))
    return "" if found is None else str(found)


def replace_programme(
    database: Database,
    programme: str,
    *,
    digest: str,
    name: str,
    themes: Sequence[str],
    ideas: Iterable[CatalogueIdea],
    now: datetime,
) -> Change:
    """Put a programme's ideas, nods and claims in the place of those read before.

    Ideas keep their `seq` where their id was known, so that a list on screen keeps its place.
    """
    with database.write() as connection:
        known = {
            row["id"]: row["seq"]
            for row in connection.execute(
                "SELECT id, seq FROM catalogue WHERE programme = ?", (programme,)
            )
        }
        for table in ("nods", "claims", "catalogue"):
            connection.execute(f"DELETE FROM {table} WHERE programme = ?", (programme,))
        for idea in ideas:
            _insert(connection, programme, idea, known.get(idea.id), utc_text(now))
        connection.execute(
            "INSERT INTO programmes (id, digest, name, themes, read_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, name = excluded.name, "
            "themes = excluded.themes, read_at = excluded.read_at",
            (programme, digest, name, json.dumps(list(themes)), utc_text(now)),
        )
    return Change("catalogue", (programme,))


def _insert(
    connection: sqlite3.Connection,
    programme: str,
    idea: CatalogueIdea,
    seq: int | None,
    at: str,
) -> None:
    folded = search_text("\n".join((idea.title, idea.body, idea.theme, idea.author)))
    connection.execute(
        "INSERT INTO catalogue (seq, programme, id, path, theme, type, channels, language, "
        "author, until, source, extra, title, body, folded) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            seq, programme, idea.id, idea.path, idea.theme, idea.type,
            json.dumps(list(idea.channels)), idea.language, idea.author, idea.until, idea.source,
            json.dumps(idea.extra, ensure_ascii=False), idea.title, idea.body, folded,
        ),
    )  # fmt: skip
    for person in dict.fromkeys(idea.nods):
        connection.execute(
            "INSERT INTO nods (programme, idea, person, at) VALUES (?, ?, ?, ?)",
            (programme, idea.id, person, at),
        )
    for angle, person in idea.claims:
        connection.execute(
            "INSERT INTO claims (programme, idea, person, angle, at) VALUES (?, ?, ?, ?, ?)",
            (programme, idea.id, person, angle, at),
        )


def _with_voices(
    database: Database, programme: str, rows: Sequence[sqlite3.Row]
) -> list[CatalogueIdea]:
    """Add who nodded and who claimed an angle: two queries for a whole page."""
    ids = [row["id"] for row in rows]
    marks = ", ".join("?" * len(ids))
    nods: dict[str, list[str]] = {}
    claims: dict[str, list[tuple[str, str]]] = {}
    if ids:
        for row in database.rows(
            f"SELECT idea, person FROM nods WHERE programme = ? AND idea IN ({marks}) "
            "ORDER BY at, seq",
            (programme, *ids),
        ):
            nods.setdefault(row["idea"], []).append(row["person"])
        for row in database.rows(
            f"SELECT idea, person, angle FROM claims WHERE programme = ? AND idea IN ({marks}) "
            "ORDER BY at, seq",
            (programme, *ids),
        ):
            claims.setdefault(row["idea"], []).append((row["angle"], row["person"]))
    made = []
    for row in rows:
        values = dict(row)
        values["channels"] = tuple(json.loads(values["channels"]))
        values["extra"] = json.loads(values["extra"])
        made.append(
            CatalogueIdea(
                **values,
                nods=tuple(nods.get(row["id"], ())),
                claims=tuple(claims.get(row["id"], ())),
            )
        )
    return made


def list_catalogue(
    database: Database,
    programme: str,
    query: str = "",
    *,
    theme: str | None = None,
    post_type: str | None = None,
    after_seq: int = 0,
    limit: int | None = PAGE,
) -> list[CatalogueIdea]:
    """Return shared ideas in the programme's order.

    Args:
        database: Where the local copy is.
        programme: Whose catalogue.
        query: Words, each a folded prefix; "" for all.
        theme: A theme's name (compared folded), or None.
        post_type: A post type, or None.
        after_seq: Only ideas after this one (for the next page).
        limit: Rows at most; None for no limit.
    """
    places = shared_places(database, programme, query, theme=theme, post_type=post_type)
    places = places.from_key(after_seq)
    rows = database.rows(
        places.select(_COLUMNS), (*places.parameters, -1 if limit is None else limit)
    )
    return _with_voices(database, programme, rows)


def get_shared(database: Database, programme: str, one: str) -> CatalogueIdea:
    """Return a shared idea; UsageProblem for an unknown id."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM catalogue c WHERE c.programme = ? AND c.id = ?", (programme, one)
    )
    if not rows:
        raise unknown("catalogue", one)
    return _with_voices(database, programme, rows)[0]


def theme_counts(database: Database, programme: str) -> list[tuple[str, int, int]]:
    """Return (theme, shared ideas, how many of them I made mine), in the programme's order.

    Ideas without a theme are left out.
    """
    return [
        (row["theme"], row["shared"], row["mine"])
        for row in database.rows(
            "SELECT c.theme, count(*) AS shared, count(i.origin) AS mine FROM catalogue c "
            "LEFT JOIN (SELECT DISTINCT origin FROM ideas "
            "WHERE deleted_at IS NULL AND origin IS NOT NULL) i ON i.origin = c.id "
            "WHERE c.programme = ? AND c.state = 'shown' AND c.theme != '' "
            "GROUP BY c.theme ORDER BY min(c.seq)",
            (programme,),
        )
    ]


def mine(database: Database) -> frozenset[str]:
    """Return the ids of the shared ideas that are in my notebook."""
    rows = database.rows(
        "SELECT DISTINCT origin FROM ideas WHERE origin IS NOT NULL AND deleted_at IS NULL"
    )
    return frozenset(row["origin"] for row in rows)


def take(database: Database, programme: str, one: str, *, now: datetime) -> Change:
    """Copy a shared idea into the notebook ("make it mine").

    Raises:
        UsageProblem: the id is unknown.
    """
    shared = get_shared(database, programme, one)
    text = f"{shared.title}\n\n{shared.body}".strip()
    return add_idea(database, text, now=now, theme=shared.theme or None, origin=shared.id)
