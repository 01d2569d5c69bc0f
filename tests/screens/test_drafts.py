"""The list of drafts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.models import DraftStatus
from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.drafts import DraftsScreen
from advocacy_tui.store.drafts import list_drafts, mark_ready, new_draft, set_draft_status
from advocacy_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.store.database import Database


@pytest.fixture
def write(database: Database, monday: datetime) -> Callable[..., list[str]]:
    """Begin drafts, an hour apart, the last one newest; returns their ids."""

    def begin(*texts: str, **rest: Any) -> list[str]:
        first = monday - timedelta(hours=len(texts))
        return [
            new_draft(database, now=first + timedelta(hours=number), text=text, **rest).id
            for number, text in enumerate(texts)
        ]

    return begin


def titles(screen: Any) -> list[str]:
    """What the list shows in its first column."""
    found = screen.query_one(RecordList)
    return [found._window.rows[place].cells[0] for place in sorted(found._window.rows)]


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "w begins one"), ("da", "w begynder en")]
)
async def test_an_empty_list_says_what_to_do(
    make_app: Any, settle: Any, seen: Any, language: str, sentence: str
) -> None:
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert sentence in seen(pilot)


async def test_a_line_tells_title_status_channels_and_when(
    make_app: Any, settle: Any, seen: Any, write: Any, database: Database, monday: datetime
) -> None:
    one, _other = write("Water to my knees\nand more", "", channels=("linkedin",))
    mark_ready(database, one, now=monday - timedelta(days=1))
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        line = next(line for line in seen(pilot).splitlines() if "Water" in line)
        assert line.split("  ")
        assert "and more" not in line
        for words in ("Water to my knees", "ready", "LinkedIn", "yesterday"):
            assert words in line
        assert "(nothing in it yet)" in seen(pilot)


async def test_the_focus_is_on_the_list(make_app: Any, settle: Any, write: Any) -> None:
    write("one")
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(pilot.app.focused, RecordList)


async def test_enter_opens_the_draft_and_escape_twice_comes_back(
    make_app: Any, settle: Any, write: Any
) -> None:
    write("the first", "the second")
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
        assert pilot.app.screen.editor.text == "the first"
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)


async def test_a_second_click_opens_the_draft(make_app: Any, settle: Any, write: Any) -> None:
    write("the first", "the second")
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        await pilot.click(RecordList, offset=(8, 1))
        await settle(pilot)
        assert pilot.app.screen.query_one(RecordList).row.cells[0] == "the first"
        await pilot.click(RecordList, offset=(8, 1))
        await settle(pilot)
        assert pilot.app.screen.editor.text == "the first"


async def test_slash_narrows_and_what_is_typed_with_it_lands_in_the_line(
    make_app: Any, settle: Any, write: Any
) -> None:
    write("fjernvarme for begyndere", "noget helt andet")
    async with make_app("da").run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("slash", *"fjern")
        await settle(pilot)
        assert titles(pilot.app.screen) == ["fjernvarme for begyndere"]
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.focused, RecordList)
        await pilot.press("escape")
        await settle(pilot)
        assert len(titles(pilot.app.screen)) == 2


async def test_f_goes_through_where_drafts_stand(
    make_app: Any, settle: Any, write: Any, database: Database, monday: datetime
) -> None:
    first, _second, third = write("one", "two", "three")
    mark_ready(database, first, now=monday)
    set_draft_status(database, third, DraftStatus.ARCHIVED, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        shown = [titles(pilot.app.screen)]
        for _step in range(4):
            await pilot.press("f")
            await settle(pilot)
            shown.append(titles(pilot.app.screen))
        assert shown == [["one", "two"], ["two"], ["one"], [], ["three"]]


@pytest.mark.parametrize(("key", "said"), [("x", "laid a draft away"), ("D", "deleted a draft")])
async def test_what_is_laid_away_or_deleted_is_said_and_comes_back_by_undo(
    make_app: Any, settle: Any, seen: Any, write: Any, key: str, said: str
) -> None:
    write("keep me", "not now")
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert titles(pilot.app.screen) == ["keep me"]
        assert f"You {said}. u undoes it." in [note.message for note in pilot.app._notifications]
        await pilot.press("u")
        await settle(pilot)
        assert titles(pilot.app.screen) == ["not now", "keep me"]


async def test_x_takes_out_again_what_was_laid_away(
    make_app: Any, settle: Any, write: Any, database: Database, monday: datetime
) -> None:
    (one,) = write("rested")
    set_draft_status(database, one, DraftStatus.ARCHIVED, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "f", "f", "f", "f")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
    assert [draft.status for draft in list_drafts(database)] == ["draft"]


async def test_a_draft_that_the_shell_adds_shows(make_app: Any, settle: Any, write: Any) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        write("from the shell")
        pilot.app._look()
        await settle(pilot)
        await settle(pilot)
        assert titles(pilot.app.screen) == ["from the shell"]


async def test_the_list_speaks_the_other_language_at_once(
    make_app: Any, settle: Any, seen: Any, write: Any
) -> None:
    write("et opslag")
    async with make_app("en").run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert "in progress" in seen(pilot)
        await pilot.app.speak("da")
        await settle(pilot)
        assert "i gang" in seen(pilot)
        assert "Kladder" in seen(pilot)


async def test_while_one_searches_the_key_bar_offers_the_keys_of_the_search(
    make_app: Any, settle: Any, seen: Any, database: Any, monday: Any
) -> None:
    new_draft(database, now=monday, text="fresh")
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert "/ search" in seen(pilot).splitlines()[-1]
        await pilot.press("/", "f")
        await settle(pilot)
        assert "/ search" not in seen(pilot).splitlines()[-1]
        assert "esc show all again" in seen(pilot).splitlines()[-1]
