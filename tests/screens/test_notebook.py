"""The notebook: find a thought, read it, write on in it, make something of it, lay it away."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui import i18n
from advocacy_tui.errors import DiskFull, UsageProblem
from advocacy_tui.models import IdeaStatus
from advocacy_tui.screens import idea_editor
from advocacy_tui.screens.idea_editor import IdeaEditor, finish_idea, recover_ideas
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.drafts import list_drafts
from advocacy_tui.store.ideas import delete_ideas, edit_idea, get_idea, list_ideas, set_idea_status
from advocacy_tui.store.undo import next_undo
from advocacy_tui.store.unsaved import keep_unsaved, unsaved
from advocacy_tui.widgets.record_list import PAGE, RecordList

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    Keep = Callable[..., list[str]]

SMALL, WIDE = (80, 24), (120, 36)


async def go(pilot: Pilot[Any], settle: Settle) -> None:
    await settle(pilot)
    await pilot.press("n")
    await settle(pilot)


def told(app: AdvocacyApp) -> list[str]:
    return [notification.message for notification in app._notifications]


def ideas(app: AdvocacyApp) -> RecordList:
    return app.screen.query_one("#ideas", RecordList)


# --- seeing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_list_and_the_idea_are_seen_together(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    keep("Ducks on the pipe", "Why is heat dearer next door?\n\nShe asked by the hedge.")
    async with make_app().run_test(size=size) as pilot:
        await go(pilot, settle)
        text = seen(pilot)
        assert "Notebook" in text
        assert "2 open ideas" in text
        assert "Ducks on the pipe" in text
        assert "She asked by the hedge." in text
        assert isinstance(pilot.app.focused, RecordList)
        await pilot.press("j")
        await settle(pilot)
        assert "She asked by the hedge." not in seen(pilot)


async def test_it_speaks_danish(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, monday: datetime
) -> None:
    from datetime import timedelta

    keep("Bageren ved det først", now=monday)
    keep("Pedellen fyrer for fuglene", now=monday - timedelta(days=1))
    keep("Vand til knæene", now=monday - timedelta(days=11))
    keep("Sidste år", now=monday - timedelta(days=400))
    async with make_app("da").run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        text = seen(pilot)
        assert "Notesbog" in text
        assert "4 åbne idéer" in text
        for day in ("i dag", "i går", "12. nov", "okt 2025"):
            assert day in text
        assert "[åbne idéer]" in text
        await pilot.app.speak("en")
        await settle(pilot)
        assert "4 open ideas" in seen(pilot)
        assert "yesterday" in seen(pilot)


async def test_tags_theme_and_origin_are_said(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("A thought #heat #pipes", theme="Our town", origin="shared-one")
    async with make_app().run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        assert "today 08:59 · Our town · from the catalogue · #heat · #pipes" in seen(pilot)


async def test_an_empty_notebook_says_what_to_do(make_app: Any, settle: Settle, seen: Seen) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        assert "Press a and keep one" in seen(pilot)
        await pilot.press("e", "enter", "w", "x", "delete", "space", "j")
        await settle(pilot)
        assert not pilot.app.screen.query(IdeaEditor)
        assert list_drafts(pilot.app.database) == []


async def test_peoples_text_is_never_read_as_markup(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("[bold]loud[/bold] [@click=app.leave]here[/] [/x]")
    async with make_app().run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        assert seen(pilot).count("[bold]loud[/bold]") == 2
        assert "[@click=app.leave]here[/] [/x]" in seen(pilot)


async def test_a_thought_kept_in_the_shell_shows_within_a_second(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    keep("First")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        command = [sys.executable, "-m", "advocacy_tui", "--data-dir", str(tmp_path / "data")]
        subprocess.run([*command, "add", "From the shell"], check=True, capture_output=True)
        for _tenth in range(15):
            await asyncio.sleep(0.1)
            if "From the shell" in seen(pilot):
                break
        assert "From the shell" in seen(pilot)
        row = ideas(pilot.app).row
        assert row is not None
        assert row.cells[0] == "First"


async def test_a_hundred_thousand_ideas_are_paged_with_one_query_a_key(
    make_app: Any,
    keep_many: Callable[[Iterable[str]], None],
    database: Database,
    settle: Settle,
    seen: Seen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_many(f"Thought {n} about {'heat' if n % 3 else 'water'}" for n in range(100_000))
    queries: list[str] = []
    connect = database._connect

    def traced() -> Any:
        connection = connect()
        connection.set_trace_callback(
            lambda sql: queries.append(sql) if "ideas" in sql and "text" in sql else None
        )
        return connection

    monkeypatch.setattr(database, "_connect", traced)
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        assert "100,000 open ideas" in seen(pilot)
        for key in ("j", "pagedown", "end", "k", "home"):
            queries.clear()
            await pilot.press(key)
            await settle(pilot)
            assert len(queries) <= 1, key
        await pilot.press("slash")
        await settle(pilot)
        for key in "wat":
            queries.clear()
            await pilot.press(key)
            await settle(pilot)
            assert len(queries) == 1, queries
        assert f"more than {PAGE} ideas" in seen(pilot)
        await pilot.press("enter", "end")
        await settle(pilot)
        row = ideas(pilot.app).row
        assert row is not None
        assert row.id == "I0000000"


# --- searching and filtering ------------------------------------------------------------------


async def test_search_narrows_as_one_types_and_escape_shows_everything_again(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("Waste heat for beginners", "Ducks on the pipe", "A heated talk", "Grøn varme")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("j", "slash", *"heat")
        await settle(pilot)
        assert "2 ideas" in seen(pilot)
        assert "Ducks" not in seen(pilot)
        await pilot.press("down")
        assert isinstance(pilot.app.focused, RecordList)
        await pilot.press("j")
        await settle(pilot)
        row = ideas(pilot.app).row
        await pilot.press("escape")
        await settle(pilot)
        assert "4 open ideas" in seen(pilot)
        assert ideas(pilot.app).row == row
        await pilot.press("slash", *"gron zzz")
        await settle(pilot)
        assert "No idea has those words" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.focused, RecordList)
        assert "4 open ideas" in seen(pilot)


async def test_letters_typed_right_after_the_slash_are_never_commands(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("An exquisite duck", "Two", "Three")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        send_all(app, "j", "j", "slash", *"exq")
        await settle(pilot)
        assert app.screen.query_one("SearchLine Input").value == "exq"
        assert [idea.status for idea in list_ideas(app.database)] == ["open"] * 3
        assert "1 idea" in seen(pilot)


def send_all(app: AdvocacyApp, *keys: str) -> None:
    """Put keys into the app's queue at once, as a slow line delivers them."""
    from textual.events import Key

    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


async def test_a_search_looks_among_used_and_laid_away_ideas_too(
    make_app: Any, keep: Keep, database: Database, settle: Settle, seen: Seen, monday: datetime
) -> None:
    old, _new = keep("Old heat", "New heat")
    set_idea_status(database, [old], IdeaStatus.ARCHIVED, now=monday)
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        assert "1 open idea" in seen(pilot)
        await pilot.press("slash", *"heat")
        await settle(pilot)
        line = next(line for line in seen(pilot).split("\n") if "Old heat" in line)
        assert "laid away" in line
        await pilot.press("escape")
        await settle(pilot)
        assert "1 open idea" in seen(pilot)


async def test_the_filter_goes_through_open_used_laid_away_and_all(
    make_app: Any, keep: Keep, database: Database, settle: Settle, seen: Seen, monday: datetime
) -> None:
    _open, used, away = keep("Still open", "Became a draft", "Laid away once")
    set_idea_status(database, [used], IdeaStatus.USED, now=monday)
    set_idea_status(database, [away], IdeaStatus.ARCHIVED, now=monday)
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        for words, there in (
            ("1 used idea", "Became a draft"),
            ("1 idea laid away", "Laid away once"),
            ("3 ideas", "Still open"),
            ("1 open idea", "Still open"),
        ):
            await pilot.press("f")
            await settle(pilot)
            assert words in seen(pilot)
            assert there in seen(pilot)
        await pilot.click("#which", offset=(16, 0))
        await settle(pilot)
        assert "1 used idea" in seen(pilot)


# --- writing on -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("key", ["e", "enter"])
async def test_an_idea_is_written_on_in_its_place_and_escape_keeps_it(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, size: tuple[int, int], key: str
) -> None:
    (one,) = keep("By the hedge")
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await go(pilot, settle)
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
        assert "Undone: edited an idea" in told(app)


async def test_letters_typed_right_after_the_edit_key_land_in_the_idea(
    make_app: Any, keep: Keep, settle: Settle
) -> None:
    one, _two = keep("One", "Two")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        send_all(app, "j", "e", *"xDuw")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "OnexDuw"


async def test_typing_without_a_pause_is_saved_half_a_second_after_the_first_key(
    make_app: Any, keep: Keep, settle: Settle
) -> None:
    (one,) = keep("Start")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("e")
        await settle(pilot)
        loop = asyncio.get_running_loop()
        begin = loop.time()
        typed = ""
        while loop.time() - begin < 1.0:
            await pilot.press("x")
            typed += "x"
        saved = unsaved(app.database, f"idea:{one}")
        assert saved.startswith("Startx")
        await asyncio.sleep(0.5)
        await settle(pilot)
        assert unsaved(app.database, f"idea:{one}") == f"Start{typed}"


async def test_what_a_crash_left_is_in_the_idea_at_the_next_start(
    make_app: Any, keep: Keep, database: Database, settle: Settle, seen: Seen, monday: datetime
) -> None:
    (one,) = keep("Start")
    keep_unsaved(database, f"idea:{one}", "Start, and then the light went", now=monday)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        assert get_idea(database, one).text == "Start, and then the light went"
        assert "and then the light went" in seen(pilot)
        assert "The words you were writing last time are in your idea." in told(app)
        assert unsaved(database, f"idea:{one}") == ""


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
    make_app: Any, keep: Keep, settle: Settle, database: Database, monday: datetime
) -> None:
    (one,) = keep("Start")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("e", *" again")
        pilot.app.exit()
    assert unsaved(database, f"idea:{one}") == "Start again"
    recover_ideas(database, now=monday)
    assert get_idea(database, one).text == "Start again"


async def test_a_full_disk_is_said_and_the_text_stays_in_the_field(
    make_app: Any, keep: Keep, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = keep("Start")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)

        def full(*_given: object, **_rest: object) -> None:
            raise DiskFull("The disk is full. Make room and try again.")

        with monkeypatch.context() as patch:
            patch.setattr(idea_editor, "edit_idea", full)
            await pilot.press("e", *" on", "escape")
            await settle(pilot)
            assert "The disk is full. Make room and try again." in told(app)
            assert isinstance(app.focused, IdeaEditor)
            assert app.focused.text == "Start on"
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "Start on"
        assert not app.screen.query(IdeaEditor)


async def test_a_click_on_another_idea_keeps_what_was_typed_and_goes_there(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    _one, two = keep("One", "Two")
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        await pilot.press("e", *" more")
        await pilot.click("#ideas", offset=(10, 1))
        await settle(pilot)
        assert get_idea(app.database, two).text == "Two more"
        row = ideas(app).row
        assert row is not None
        assert row.cells[0] == "One"
        assert not app.screen.query(IdeaEditor)


async def test_a_change_from_elsewhere_does_not_disturb_a_text_being_written(
    make_app: Any, keep: Keep, settle: Settle, monday: datetime
) -> None:
    one, _two = keep("One", "Two")
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        await pilot.press("j", "e", *" typed")
        app.write(lambda: add_idea(app.database, "Newer", now=monday))
        app.write(lambda: edit_idea(app.database, one, "Theirs", now=monday))
        await settle(pilot)
        assert app.screen.query_one(IdeaEditor).text == "One typed"
        await pilot.press("escape")
        await settle(pilot)
        assert get_idea(app.database, one).text == "One typed"


# --- acting -----------------------------------------------------------------------------------


async def test_laying_away_and_taking_out_again(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    (one,) = keep("One")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("x")
        await settle(pilot)
        assert get_idea(app.database, one).status == IdeaStatus.ARCHIVED
        assert "You laid an idea away. u undoes it." in told(app)
        await pilot.press("f", "f")
        await settle(pilot)
        assert "1 idea laid away" in seen(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert get_idea(app.database, one).status == IdeaStatus.OPEN


async def test_several_marked_ideas_are_one_act_and_one_undo(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("One", "Two", "Three", "Four")
    app = make_app("da")
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("space", "space", "space")
        await settle(pilot)
        assert "3 mærket" in seen(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "1 åben idé" in seen(pilot)
        assert "Du lagde 3 idéer væk. u fortryder." in told(app)
        await pilot.press("u")
        await settle(pilot)
        assert "4 åbne idéer" in seen(pilot)
        assert "Fortryd: lagde 3 idéer væk" in told(app)


async def test_escape_takes_the_marks_away(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("One", "Two")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("space", "escape")
        await settle(pilot)
        assert ideas(pilot.app).marked == 0
        assert "2 open ideas" in seen(pilot)


@pytest.mark.parametrize("key", ["delete", "D"])
async def test_a_deleted_idea_comes_back_by_an_undo_with_the_cursor_on_it(
    make_app: Any, keep: Keep, settle: Settle, key: str
) -> None:
    _one, two, _three = keep("One", "Two", "Three")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("j", key)
        await settle(pilot)
        with pytest.raises(UsageProblem):
            get_idea(app.database, two)
        await pilot.press("j", "u")
        await settle(pilot)
        row = ideas(app).row
        assert row is not None
        assert row.id == two


async def test_an_idea_becomes_a_draft_and_is_opened(
    make_app: Any, keep: Keep, settle: Settle
) -> None:
    (one,) = keep("By the hedge\n\nand more")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        notebook = app.screen
        await pilot.press("w")
        await settle(pilot)
        (draft,) = list_drafts(app.database)
        assert draft.idea == one
        assert draft.title == "By the hedge"
        assert get_idea(app.database, one).status == IdeaStatus.USED
        assert app.screen is not notebook


async def test_a_thought_kept_while_reading_leaves_the_cursor_where_it_was(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen
) -> None:
    keep("One", "Two")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("j", "a", *"Fresh", "enter")
        await settle(pilot)
        assert "Fresh" in seen(pilot)
        row = ideas(app).row
        assert row is not None
        assert row.cells[0] == "One"


async def test_a_click_selects_and_a_second_one_begins_to_write(
    make_app: Any, keep: Keep, settle: Settle
) -> None:
    keep(*(f"Thought {n}" for n in range(60)))
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.click("#ideas", offset=(10, 3))
        await settle(pilot)
        row = ideas(app).row
        assert row is not None
        assert row.cells[0] == "Thought 56"
        await pilot.click("#ideas", offset=(10, 3))
        await settle(pilot)
        assert isinstance(app.focused, IdeaEditor)
        assert app.focused.text == "Thought 56"


@pytest.mark.parametrize("language", ["da", "en"])
async def test_every_key_of_the_notebook_is_said_in_words(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, language: str
) -> None:
    keep("One")
    async with make_app(language).run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        bar = seen(pilot).split("\n")[-1]
        assert i18n._("make a draft") in bar
        assert i18n._("search") in bar
        await pilot.press("e")
        await settle(pilot)
        bar = seen(pilot).split("\n")[-1]
        assert i18n._("done") in bar
        assert i18n._("make a draft") not in bar
