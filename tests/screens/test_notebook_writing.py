"""Writing on in an idea: every word is kept, whatever happens."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.errors import DiskFull
from advocacy_tui.screens.idea_editor import IdeaEditor
from advocacy_tui.store import idea_writing
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.idea_writing import finish_idea, recover_ideas
from advocacy_tui.store.ideas import delete_ideas, edit_idea, get_idea, list_ideas
from advocacy_tui.store.presence import Presence
from advocacy_tui.store.undo import next_undo
from advocacy_tui.store.unsaved import CAPTURE, CAPTURE_BESIDE, keep_unsaved, unsaved
from advocacy_tui.widgets.record_list import RecordList, Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from textual.pilot import Pilot

    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Go = Callable[[Pilot[Any], str], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    Told = Callable[[Pilot[Any]], list[str]]
    AtOnce = Callable[..., None]
    Keep = Callable[..., list[str]]

SMALL, WIDE = (80, 24), (120, 36)


PATIENCE = 20
"""Seconds to wait for what comes by itself; nothing passes or fails by being quick."""


def row(pilot: Pilot[Any]) -> Row:
    """Return the row under the cursor."""
    found = pilot.app.screen.query_one("#ideas", RecordList).row
    assert found is not None
    return found


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("key", ["e", "enter"])
async def test_an_idea_is_written_on_in_its_place_and_escape_keeps_it(
    make_app: Any,
    keep: Keep,
    settle: Settle,
    seen: Seen,
    size: tuple[int, int],
    key: str,
    go: Go,
    told: Told,
) -> None:
    (one,) = keep("By the hedge")
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await go(pilot, "n")
        await pilot.press(key, *", she asked", "enter", *"Why?")
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "By the hedge, she asked\nWhy?"
        assert unsaved(app.database, f"idea:{one}") == ""
        assert isinstance(app.focused, RecordList)
        assert "By the hedge, she asked" in seen(pilot)
        change = next_undo(app.database)
        assert change is not None
        assert change.label == "edited an idea"
        await pilot.press("u")
        await settle(pilot)
        assert get_idea(app.database, one).text == "By the hedge"
        assert "Undone: edited an idea" in told(pilot)


async def test_letters_typed_right_after_the_edit_key_land_in_the_idea(
    make_app: Any, keep: Keep, settle: Settle, go: Go, at_once: AtOnce
) -> None:
    one, _two = keep("One", "Two")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        at_once(pilot, "j", "e", *"xDuw")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "OnexDuw"


async def test_typing_without_a_pause_is_saved_while_one_types_and_to_the_last_key(
    make_app: Any, keep: Keep, settle: Settle, go: Go
) -> None:
    (one,) = keep("Start")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("e")
        await settle(pilot)
        typed = ""
        async with asyncio.timeout(PATIENCE):
            while not (saved := unsaved(app.database, f"idea:{one}")):
                await pilot.press("x")
                typed += "x"
            assert saved.startswith("Startx")
            while unsaved(app.database, f"idea:{one}") != f"Start{typed}":
                await asyncio.sleep(0.05)


async def test_what_a_crash_left_is_in_the_idea_at_the_next_start(
    make_app: Any, keep: Keep, database: Database, seen: Seen, monday: datetime, go: Go, told: Told
) -> None:
    (one,) = keep("Start")
    keep_unsaved(database, f"idea:{one}", "Start, and then the light went", now=monday)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        assert get_idea(database, one).text == "Start, and then the light went"
        assert "and then the light went" in seen(pilot)
        assert "The words you were writing last time are in your idea." in told(pilot)
        assert unsaved(database, f"idea:{one}") == ""


async def test_what_another_open_app_is_writing_is_left_to_it(
    make_app: Any, keep: Keep, database: Database, monday: datetime, go: Go
) -> None:
    (one,) = keep("Start")
    keep_unsaved(database, f"idea:{one}", "Start, and", now=monday)
    other = Presence(str(Path(database.path).parent))
    assert other.is_alone
    other.stay()
    try:
        async with make_app().run_test(size=SMALL) as pilot:
            await go(pilot, "n")
            assert get_idea(database, one).text == "Start"
            await pilot.press("ctrl+n", *"mine", "escape")
    finally:
        other.leave()
    assert unsaved(database, f"idea:{one}") == "Start, and"
    assert unsaved(database, CAPTURE) == ""
    assert unsaved(database, f"{CAPTURE_BESIDE}{os.getpid()}") == "mine"


def test_words_for_an_idea_that_was_deleted_meanwhile_become_a_thought(
    keep: Keep, database: Database, monday: datetime
) -> None:
    (one,) = keep("Start")
    delete_ideas(database, [one], now=monday)
    keep_unsaved(database, f"idea:{one}", "Start, and more", now=monday)
    change = recover_ideas(database, now=monday)
    assert change is not None
    assert [idea.text for idea in list_ideas(database)] == ["Start, and more"]
    assert recover_ideas(database, now=monday) is None


def test_leaving_a_text_as_it_was_leaves_nothing_to_undo(
    keep: Keep, database: Database, monday: datetime
) -> None:
    (one,) = keep("Start")
    before = next_undo(database)
    finish_idea(database, one, "Start", now=monday)
    finish_idea(database, one, " \n", now=monday)
    assert next_undo(database) == before
    assert get_idea(database, one).text == "Start"


async def test_quitting_while_writing_keeps_every_word(
    make_app: Any, keep: Keep, database: Database, monday: datetime, go: Go
) -> None:
    (one,) = keep("Start")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("e", *" again")
        pilot.app.exit()
    assert unsaved(database, f"idea:{one}") == "Start again"
    recover_ideas(database, now=monday)
    assert get_idea(database, one).text == "Start again"


async def test_a_full_disk_is_said_and_the_text_stays_in_the_field(
    make_app: Any, keep: Keep, settle: Settle, monkeypatch: pytest.MonkeyPatch, go: Go, told: Told
) -> None:
    (one,) = keep("Start")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")

        def full(*_given: object, **_rest: object) -> None:
            raise DiskFull("The disk is full. Make room and try again.")

        with monkeypatch.context() as patch:
            patch.setattr(idea_writing, "edit_idea", full)
            await pilot.press("e", *" on", "escape")
            await settle(pilot)
            assert "The disk is full. Make room and try again." in told(pilot)
            assert isinstance(app.focused, IdeaEditor)
            assert app.focused.text == "Start on"
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "Start on"
        assert not app.screen.query(IdeaEditor)


async def test_a_click_on_another_idea_keeps_what_was_typed_and_goes_there(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go
) -> None:
    _one, two = keep("One", "Two")
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, "n")
        await pilot.press("e", *" more")
        await pilot.click("#ideas", offset=(10, 1))
        await settle(pilot)
        assert get_idea(app.database, two).text == "Two more"
        assert row(pilot).cells[0] == "One"
        assert not app.screen.query(IdeaEditor)


async def test_a_change_from_elsewhere_does_not_disturb_a_text_being_written(
    make_app: Any, keep: Keep, settle: Settle, monday: datetime, go: Go
) -> None:
    one, _two = keep("One", "Two")
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, "n")
        await pilot.press("j", "e", *" typed")
        app.write(lambda: add_idea(app.database, "Newer", now=monday))
        app.write(lambda: edit_idea(app.database, one, "Theirs", now=monday))
        await settle(pilot)
        assert app.screen.query_one(IdeaEditor).text == "One typed"
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "Theirs"
        assert "One typed" in [idea.text for idea in list_ideas(app.database)]


async def test_a_thought_kept_while_writing_leaves_the_text_open(
    make_app: Any, keep: Keep, settle: Settle, go: Go
) -> None:
    (one,) = keep("Start")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("e", *" a", "ctrl+n", *"Fresh", "enter")
        await settle(pilot)
        await pilot.press(*"b", "escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "Start ab"
        assert {idea.text for idea in list_ideas(app.database)} == {"Start ab", "Fresh"}


async def test_another_language_keeps_what_is_being_written(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go
) -> None:
    (one,) = keep("Start")
    app = make_app("en")
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("e", *" more")
        await app.speak("da")
        await settle(pilot)
        assert get_idea(app.database, one).text == "Start more"
        assert "1 åben idé" in seen(pilot)
        assert isinstance(app.focused, RecordList)
