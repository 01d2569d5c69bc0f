"""One day: what counted, what was posted, which thoughts were kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.models import ActKind
from advocacy_tui.paths import paths_in
from advocacy_tui.store.acts import add_act, remove_act
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.database import open_database
from advocacy_tui.store.diary import MOST_THOUGHTS, read_day
from advocacy_tui.store.drafts import delete_draft, new_draft
from advocacy_tui.store.posts import mark_posted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advocacy_tui.store.database import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2026, 11, 23)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty notebook."""
    paths = paths_in(str(tmp_path / "data"))
    opened = open_database(paths.database, unix_now=NOW.timestamp(), home=paths.home)
    yield opened
    opened.close()


def test_an_empty_day_holds_nothing(database: Database) -> None:
    day = read_day(database, TODAY)
    assert (day.acts, day.posts, day.thoughts, day.kept) == ((), (), (), 0)


def test_a_day_holds_its_own_acts_in_the_order_entered_and_none_taken_back(
    database: Database,
) -> None:
    add_act(database, ActKind.CAFE, now=NOW)
    add_act(database, ActKind.COMMENT, now=NOW, day=TODAY - timedelta(days=1))
    gone = add_act(database, ActKind.SPARRING, now=NOW)
    add_act(database, ActKind.FEEDBACK, now=NOW)
    remove_act(database, gone.id, now=NOW)
    assert [act.kind for act in read_day(database, TODAY).acts] == ["cafe", "feedback"]


def test_a_post_comes_with_its_channel_and_its_title_or_how_it_begins(database: Database) -> None:
    titled = new_draft(database, now=NOW, title="Water", text="Up to the knees").id
    plain = new_draft(database, now=NOW, text="Up to the knees").id
    mark_posted(database, titled, now=NOW, channel="linkedin")
    mark_posted(database, plain, now=NOW)
    day = read_day(database, TODAY)
    assert [(post.channel, post.title) for post in day.posts] == [
        ("linkedin", "Water"),
        ("", "Up to the knees"),
    ]
    assert [(act.kind, act.title) for act in day.acts] == [
        ("posted", "Water"),
        ("posted", "Up to the knees"),
    ]


def test_the_title_of_a_deleted_draft_stays_unsaid_but_what_counted_stays(
    database: Database,
) -> None:
    draft = new_draft(database, now=NOW, title="Water", text="x").id
    mark_posted(database, draft, now=NOW)
    delete_draft(database, draft, now=NOW)
    [act] = read_day(database, TODAY).acts
    assert (act.kind, act.title) == ("posted", "")


def test_thoughts_of_a_day_are_counted_even_where_not_all_are_read(database: Database) -> None:
    for number in range(MOST_THOUGHTS + 3):
        add_idea(database, f"thought {number}", now=NOW + timedelta(seconds=number))
    add_idea(database, "the day before", now=NOW - timedelta(days=1))
    day = read_day(database, TODAY)
    assert day.kept == MOST_THOUGHTS + 3
    assert day.thoughts[0] == "thought 0"
    assert len(day.thoughts) == MOST_THOUGHTS


def test_a_moment_belongs_to_the_day_it_was_where_the_person_was(database: Database) -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    add_idea(database, "late in Copenhagen", now=late)
    early = datetime(2026, 11, 24, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    add_idea(database, "early in Tokyo", now=early)
    assert read_day(database, TODAY).thoughts == ("late in Copenhagen",)
    assert read_day(database, date(2026, 11, 24)).thoughts == ("early in Tokyo",)
