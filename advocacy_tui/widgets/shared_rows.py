"""The shared ideas, and the themes they belong to, as the rows of lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from advocacy_tui.catalogue_words import has_passed, say_coverage
from advocacy_tui.i18n import _
from advocacy_tui.store.catalogue import list_catalogue, mine, theme_counts
from advocacy_tui.store.pages import Places, shared_places
from advocacy_tui.widgets.list_source import Column, FixedSource, Row, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from advocacy_tui.models import CatalogueIdea
    from advocacy_tui.store.database import Database

COLUMNS = (
    Column(),
    Column(26, quiet=True, from_width=96),
    Column(16, align="right", quiet=True),
)
"""Title; theme; whether it is mine or has had its time."""

THEME_COLUMNS = (Column(), Column(15, align="right", quiet=True))
"""Name; ideas, and how many of them are mine."""

EVERY_THEME = ""
"""The id of the row that stands for all themes."""


class Shared(Source):
    """A programme's ideas in its own order."""

    def __init__(
        self,
        database: Database,
        programme: str,
        *,
        query: str,
        theme: str | None,
        post_type: str | None,
        today: date,
    ) -> None:
        self.database = database
        self.programme = programme
        self.query = query
        self.theme = theme
        self.post_type = post_type
        self.today = today
        self.counts_at_once = not query

    @cached_property
    def places(self) -> Places:
        """The list's order; asks for the themes' spellings, so only on a worker."""
        return shared_places(
            self.database,
            self.programme,
            self.query,
            theme=self.theme,
            post_type=self.post_type,
        )

    def _rows(self, after: int) -> list[Row]:
        found = list_catalogue(
            self.database,
            self.programme,
            self.query,
            theme=self.theme,
            post_type=self.post_type,
            after_seq=after,
        )
        own = mine(self.database)
        return [self._row(idea, idea.id in own) for idea in found]

    def _row(self, idea: CatalogueIdea, is_mine: bool) -> Row:
        passed = has_passed(idea, self.today)
        state = _("with you") if is_mine else _("has had its time") if passed else ""
        cells = (idea.title, idea.theme, state)
        return Row(idea.seq, idea.id, cells, quiet=passed, thing=(idea, is_mine))

    def page(self, after: Row | None) -> Sequence[Row]:
        """Return the ideas after one."""
        return self._rows(0 if after is None else after.key)

    def count(self) -> int:
        """Return how many there are."""
        return self.places.count(self.database)

    def page_at(self, place: int, count: int) -> Sequence[Row]:
        """Return the ideas from a place on."""
        key = self.places.key_at(self.database, place, count)
        return [] if key is None else self._rows(key - 1)

    def place_of(self, row: Row) -> int:
        """Return how many ideas stand before one."""
        return self.places.place_of(self.database, row.key)


class Themes(FixedSource):
    """A programme's themes beside my own coverage; the first row stands for all of them."""

    def __init__(self, database: Database, programme: str) -> None:
        super().__init__(())
        self.database = database
        self.programme = programme

    def page(self, after: Row | None) -> Sequence[Row]:
        """Count at the first page."""
        if after is None:
            counts = theme_counts(self.database, self.programme)
            own = mine(self.database)
            bare = list_catalogue(self.database, self.programme, theme="", limit=None)
            shared = len(bare) + sum(count for _theme, count, _taken in counts)
            taken_all = sum(taken for _theme, _count, taken in counts)
            taken_all += sum(idea.id in own for idea in bare)
            self.rows = [
                Row(0, EVERY_THEME, (_("all themes"), say_coverage(shared, taken_all))),
                *(
                    Row(number, theme, (theme, say_coverage(count, taken)))
                    for number, (theme, count, taken) in enumerate(counts, 1)
                ),
            ]
        return super().page(after)
