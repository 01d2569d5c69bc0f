"""The shared ideas as the local copy knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advocacy_tui.errors import UsageProblem
from advocacy_tui.models import CatalogueIdea
from advocacy_tui.store import catalogue
from advocacy_tui.store.ideas import get_idea
from advocacy_tui.store.pages import idea_places, shared_places
from advocacy_tui.store.undoing import undo_last

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from advocacy_tui.store.database import Database

    Statements = Callable[[], AbstractContextManager[list[str]]]

THEMES = ("Grøn omstilling", "Håndværk", "Kyst")
TYPES = ("perspective", "event", "culture", "opinion")


def shared(number: int, **fields: object) -> CatalogueIdea:
    """Return a shared idea; what is not given follows from its number."""
    values: dict[str, object] = {
        "seq": 0, "id": f"i{number}", "path": f"ideas/{number}.md", "title": f"Idé {number}",
        "body": f"Om blåbær nummer {number}", "theme": THEMES[number % 3],
        "type": TYPES[number % 4], "channels": ("linkedin",), "language": "da",
        "author": "Jonas", "until": None, "source": f"ideas/{number}.md",
    }  # fmt: skip
    return CatalogueIdea(**{**values, **fields})  # type: ignore[arg-type]


def fill(database: Database, now: datetime, count: int = 600, programme: str = "p") -> None:
    """Put a programme of some ideas into the catalogue."""
    catalogue.replace_programme(
        database, programme, digest="1", name="P", themes=THEMES,
        ideas=[shared(number) for number in range(count)], now=now,
    )  # fmt: skip


def ids(found: list[CatalogueIdea]) -> list[str]:
    """Return ids in the order listed."""
    return [idea.id for idea in found]


@pytest.mark.parametrize(
    "filters", [{}, {"theme": "gron  omstilling".replace("  ", " ")}, {"post_type": "event"},
                {"theme": "HAANDVAERK", "post_type": "culture"}],
)  # fmt: skip
@pytest.mark.parametrize("query", ["", "blaabaer num"])
def test_pages_by_key_hold_every_idea_once_in_the_programmes_order(
    database: Database, now: datetime, filters: dict[str, str], query: str
) -> None:
    fill(database, now)
    fill(database, now, programme="another")
    expected = [
        f"i{number}"
        for number in range(600)
        if ("theme" not in filters or number % 3 == (filters["theme"] == "HAANDVAERK"))
        and ("post_type" not in filters or TYPES[number % 4] == filters["post_type"])
    ]
    whole = catalogue.list_catalogue(database, "p", query, limit=None, **filters)
    assert ids(whole) == expected
    paged: list[CatalogueIdea] = []
    while True:
        page = catalogue.list_catalogue(
            database, "p", query, after_seq=paged[-1].seq if paged else 0, limit=64, **filters
        )
        assert len(page) <= 64
        if not page:
            break
        paged += page
    assert paged == whole
    places = shared_places(database, "p", query, **filters)
    assert places.count(database) == len(expected)
    for place in (0, 1, len(expected) // 2, len(expected) - 1):
        key = places.key_at(database, place, len(expected))
        assert key == whole[place].seq
        assert places.place_of(database, key) == place
    assert places.key_at(database, len(expected), len(expected)) is None


@pytest.mark.parametrize("query", ["ær", "blåbær kage", "!!"])
def test_what_is_not_there_is_not_found(database: Database, now: datetime, query: str) -> None:
    fill(database, now, 5)
    assert catalogue.list_catalogue(database, "p", query) == []
    assert shared_places(database, "p", query).count(database) == 0
    assert catalogue.list_catalogue(database, "p", theme="Havn") == []


def test_a_page_with_voices_is_three_queries_however_many_ideas(
    database: Database, now: datetime, statements: Statements
) -> None:
    voices = [shared(n, nods=("Mette", "Jonas"), claims=(("havnen", "Ida"),)) for n in range(300)]
    catalogue.replace_programme(
        database, "p", digest="1", name="P", themes=THEMES, ideas=voices, now=now
    )
    with statements() as said:
        page = catalogue.list_catalogue(database, "p")
    assert len(said) == 3
    assert len(page) == 256
    assert all(idea.nods == ("Mette", "Jonas") for idea in page)
    assert all(idea.claims == (("havnen", "Ida"),) for idea in page)


def test_a_programme_read_again_keeps_places_and_drops_what_is_gone(
    database: Database, now: datetime
) -> None:
    fill(database, now, 5)
    before = {idea.id: idea.seq for idea in catalogue.list_catalogue(database, "p")}
    assert catalogue.programme_digest(database, "p") == "1"
    catalogue.replace_programme(
        database, "p", digest="2", name="P", themes=THEMES,
        ideas=[shared(3, title="Æblet"), shared(1), shared(9)], now=now,
    )  # fmt: skip
    after = {idea.id: idea.seq for idea in catalogue.list_catalogue(database, "p")}
    assert set(after) == {"i1", "i3", "i9"}
    assert all(after[one] == before[one] for one in ("i1", "i3"))
    assert catalogue.programme_digest(database, "p") == "2"
    assert ids(catalogue.list_catalogue(database, "p", "aeblet")) == ["i3"]
    assert catalogue.list_catalogue(database, "p", "ide 4") == []


def test_a_shared_idea_is_made_mine_and_known_as_mine(database: Database, now: datetime) -> None:
    fill(database, now, 6)
    one = catalogue.take(database, "p", "i3", now=now).id
    idea = get_idea(database, one)
    assert idea.text == "Idé 3\n\nOm blåbær nummer 3"
    assert (idea.theme, idea.origin) == ("Grøn omstilling", "i3")
    assert catalogue.mine(database) == {"i3"}
    catalogue.take(database, "p", "i3", now=now)
    assert catalogue.theme_counts(database, "p") == [
        ("Grøn omstilling", 2, 1), ("Håndværk", 2, 0), ("Kyst", 2, 0),
    ]  # fmt: skip
    for _time in range(2):
        undo_last(database, now=now)
    assert catalogue.mine(database) == frozenset()


def test_an_unknown_shared_idea_is_said(database: Database, now: datetime) -> None:
    fill(database, now, 1)
    with pytest.raises(UsageProblem, match="There is no shared idea nope"):
        catalogue.get_shared(database, "p", "nope")
    with pytest.raises(UsageProblem):
        catalogue.take(database, "another", "i0", now=now)
    assert idea_places().count(database) == 0
