"""Long lists in their order: what is in them, and any place found without the rows before it.

A list on screen reads pages by key (`list_ideas(before_seq=…)`); this tells which key stands at
a place, which place a key has, and how many rows there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.store.search import match_expression
from advocacy_tui.text import fold

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database


class Places(NamedTuple):
    """A filtered list in its order: its tables, its key, its conditions."""

    source: str
    key: str
    where: str
    parameters: tuple[object, ...]
    newest_first: bool

    def from_key(self, key: int) -> Places:
        """Return the rows behind a key, in the list's order."""
        sign = "<" if self.newest_first else ">"
        where, parameters = f"{self.where} AND {self.key} {sign} ?", (*self.parameters, key)
        return self._replace(where=where, parameters=parameters)

    def select(self, columns: str) -> str:
        """Return the query of some columns, in order; its last parameter is a LIMIT."""
        order = "DESC" if self.newest_first else "ASC"
        return (
            f"SELECT {columns} FROM {self.source} WHERE {self.where} "
            f"ORDER BY {self.key} {order} LIMIT ?"
        )

    def count(self, database: Database) -> int:
        """Return how many rows the list has."""
        return int(
            database.value(
                f"SELECT count(*) FROM {self.source} WHERE {self.where}", self.parameters
            )
        )

    def key_at(self, database: Database, place: int, count: int) -> int | None:
        """Return the key of the row at a place; None beyond the end.

        Args:
            database: Where to look.
            place: 0 for the first row.
            count: How many rows there are; decides from which end the index is walked.
        """
        falling, skipped = self.newest_first, place
        if place > count // 2:
            falling, skipped = not falling, count - 1 - place
        if skipped < 0:
            return None
        found = database.value(
            f"SELECT {self.key} FROM {self.source} WHERE {self.where} "
            f"ORDER BY {self.key} {'DESC' if falling else 'ASC'} LIMIT 1 OFFSET ?",
            (*self.parameters, skipped),
        )
        return None if found is None else int(found)

    def place_of(self, database: Database, key: int) -> int:
        """Return how many rows stand before the key, whether or not its row is still there."""
        sign = ">" if self.newest_first else "<"
        return int(
            database.value(
                f"SELECT count(*) FROM {self.source} WHERE {self.where} AND {self.key} {sign} ?",
                (*self.parameters, key),
            )
        )


def idea_places(query: str = "", *, status: str | None = None, laid_away: bool = True) -> Places:
    """Return the places of `list_ideas` with the same query, status and `laid_away`."""
    where, parameters = ["i.deleted_at IS NULL"], list[object]()
    source, key = "ideas i", "i.seq"
    expression = match_expression(query)
    if expression is not None:
        source, key = "ideas_fts f CROSS JOIN ideas i ON i.seq = f.rowid", "f.rowid"
        where.append("ideas_fts MATCH ?")
        parameters.append(expression)
    elif query.strip():
        where.append("0")
    if status is not None:
        where.append("i.status = ?")
        parameters.append(status)
    elif not laid_away:
        where.append("i.status != 'archived'")
    return Places(source, key, " AND ".join(where), tuple(parameters), newest_first=True)


def shared_places(
    database: Database,
    programme: str,
    query: str = "",
    *,
    theme: str | None = None,
    post_type: str | None = None,
) -> Places:
    """Return the places of `list_catalogue` with the same programme, query and filters."""
    where, parameters = ["c.programme = ?", "c.state = 'shown'"], list[object]([programme])
    source, key = "catalogue c", "c.seq"
    expression = match_expression(query)
    if expression is not None:
        source = "catalogue_fts f CROSS JOIN catalogue c ON c.seq = f.rowid"
        where.append("catalogue_fts MATCH ?")
        parameters.append(expression)
    elif query.strip():
        where.append("0")
    if theme is not None:
        names = _spellings(database, programme, theme)
        where.append(f"c.theme IN ({', '.join('?' * len(names))})")
        parameters.extend(names)
    if post_type is not None:
        where.append("c.type = ?")
        parameters.append(post_type)
    return Places(source, key, " AND ".join(where), tuple(parameters), newest_first=False)


def _spellings(database: Database, programme: str, theme: str) -> list[str]:
    """Return the theme as the programme's ideas spell it: compared folded, so maybe several."""
    wanted = fold(theme)
    rows = database.rows("SELECT DISTINCT theme FROM catalogue WHERE programme = ?", (programme,))
    return [row["theme"] for row in rows if fold(row["theme"]) == wanted]


def own_copy(database: Database, shared: str) -> str | None:
    """Return the notebook idea that was last taken from a shared idea, or None."""
    found = database.value(
        "SELECT id FROM ideas WHERE origin = ? AND deleted_at IS NULL ORDER BY seq DESC LIMIT 1",
        (shared,),
    )
    return None if found is None else str(found)


def programme_name(database: Database, programme: str) -> str:
    """Return what a programme calls itself; "" while it has not been read."""
    found = database.value("SELECT name FROM programmes WHERE id = ?", (programme,))
    return "" if found is None else str(found)
