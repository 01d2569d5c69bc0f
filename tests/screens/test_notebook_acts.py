"""What can be done with ideas: drafts, laying away, deleting, undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui import i18n
from advocacy_tui.errors import UsageProblem
from advocacy_tui.models import IdeaStatus
from advocacy_tui.screens.idea_editor import IdeaEditor
from advocacy_tui.store.drafts import list_drafts
from advocacy_tui.store.ideas import get_idea
from advocacy_tui.widgets.record_list import RecordList, Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Go = Callable[[Pilot[Any], str], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    Told = Callable[[Pilot[Any]], list[str]]
    AtOnce = Callable[..., None]
    Keep = Callable[..., list[str]]

SMALL, WIDE = (80, 24), (120, 36)


def row(pilot: Pilot[Any]) -> Row:
    """Return the row under the cursor."""
    found = pilot.app.screen.query_one("#ideas", RecordList).row
    assert found is not None
    return found


async def test_laying_away_and_taking_out_again(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go, told: Told
) -> None:
    (one,) = keep("One")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("x")
        await settle(pilot)
        assert get_idea(app.database, one).status == IdeaStatus.ARCHIVED
        assert "You laid an idea away. u undoes it." in told(pilot)
        await pilot.press("f", "f")
        await settle(pilot)
        assert "1 idea laid away" in seen(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert get_idea(app.database, one).status == IdeaStatus.OPEN


async def test_several_marked_ideas_are_one_act_and_one_undo(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go, told: Told
) -> None:
    keep("One", "Two", "Three", "Four")
    app = make_app("da")
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("space", "space", "space")
        await settle(pilot)
        assert "3 mærket" in seen(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "1 åben idé" in seen(pilot)
        assert "Du lagde 3 idéer væk. Fortryd med u." in told(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert "4 åbne idéer" in seen(pilot)
        assert "Fortryd: lagde 3 idéer væk" in told(pilot)


async def test_escape_takes_the_marks_away(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go
) -> None:
    keep("One", "Two")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("space", "escape")
        await settle(pilot)
        assert pilot.app.screen.query_one("#ideas", RecordList).marked == 0
        assert "2 open ideas" in seen(pilot)


@pytest.mark.parametrize("key", ["delete", "D"])
async def test_a_deleted_idea_comes_back_by_an_undo_with_the_cursor_on_it(
    make_app: Any, keep: Keep, settle: Settle, key: str, go: Go
) -> None:
    _one, two, _three = keep("One", "Two", "Three")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("j", key)
        await settle(pilot)
        with pytest.raises(UsageProblem):
            get_idea(app.database, two)
        await pilot.press("j", "u")
        await settle(pilot)
        assert row(pilot).id == two


async def test_an_idea_becomes_a_draft_and_is_opened(
    make_app: Any, keep: Keep, settle: Settle, go: Go
) -> None:
    (one,) = keep("By the hedge\n\nand more")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        notebook = app.screen
        await pilot.press("w")
        await settle(pilot)
        (draft,) = list_drafts(app.database)
        assert draft.idea == one
        assert draft.title == "By the hedge"
        assert get_idea(app.database, one).status == IdeaStatus.USED
        assert app.screen is not notebook


async def test_a_thought_kept_while_reading_leaves_the_cursor_where_it_was(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go
) -> None:
    keep("One", "Two")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("j", "a", *"Fresh", "enter")
        await settle(pilot)
        assert "Fresh" in seen(pilot)
        assert row(pilot).cells[0] == "One"


async def test_a_click_selects_and_a_second_one_begins_to_write(
    make_app: Any, keep: Keep, settle: Settle, go: Go
) -> None:
    keep(*(f"Thought {n}" for n in range(60)))
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.click("#ideas", offset=(10, 3))
        await settle(pilot)
        assert row(pilot).cells[0] == "Thought 56"
        await pilot.click("#ideas", offset=(10, 3))
        await settle(pilot)
        assert isinstance(app.focused, IdeaEditor)
        assert app.focused.text == "Thought 56"


@pytest.mark.parametrize("language", ["da", "en"])
async def test_every_key_of_the_notebook_is_said_in_words(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, language: str, go: Go
) -> None:
    keep("One")
    async with make_app(language).run_test(size=WIDE) as pilot:
        await go(pilot, "n")
        bar = seen(pilot).split("\n")[-1]
        assert i18n._("make a draft") in bar
        assert i18n._("search") in bar
        await pilot.press("e")
        await settle(pilot)
        bar = seen(pilot).split("\n")[-1]
        assert i18n._("done") in bar
        assert i18n._("make a draft") not in bar
