"""The notebook's ideas as the rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import parse_day
from advocacy_tui.idea_words import say_day, say_status
from advocacy_tui.models import Idea, IdeaStatus
from advocacy_tui.store.ideas import list_ideas
from advocacy_tui.store.pages import idea_places
from advocacy_tui.widgets.list_source import Column, Row, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from advocacy_tui.store.database import Database

COLUMNS = (
    Column(),
    Column(16, quiet=True, from_width=72),
    Column(9, align="right", quiet=True),
)
"""First line; theme, or where it stands; day."""


class Ideas(Source):
    """Ideas, newest first."""

    def __init__(self, database: Database, query: str, status: str | None, today: date) -> None:
        self.database = database
        self.query = query
        self.status = status
        self.today = today
        self.counts_at_once = not query
        self.places = idea_places(query, status=status)

    def _rows(self, before: int | None) -> list[Row]:
        found = list_ideas(self.database, self.query, status=self.status, before_seq=before)
        return [self.row(idea) for idea in found]

    def row(self, idea: Idea) -> Row:
        """Return an idea as a row; in a list of all, the words say where it stands."""
        state = say_status(idea.status) if self.status is None else ""
        beside = state or idea.theme or ""
        day = say_day(parse_day(idea.created_day), self.today)
        away = self.status is None and idea.status == IdeaStatus.ARCHIVED
        return Row(idea.seq, idea.id, (idea.text, beside, day), quiet=away, thing=idea)

    def page(self, after: Row | None) -> Sequence[Row]:
        """Return the ideas kept before one."""
        return self._rows(None if after is None else after.key)

    def count(self) -> int:
        """Return how many there are."""
        return self.places.count(self.database)

    def page_at(self, place: int, count: int) -> Sequence[Row]:
        """Return the ideas from a place on."""
        key = self.places.key_at(self.database, place, count)
        return [] if key is None else self._rows(key + 1)

    def place_of(self, row: Row) -> int:
        """Return how many ideas are newer."""
        return self.places.place_of(self.database, row.key)
