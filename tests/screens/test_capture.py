"""The capture line: a thought is kept in a moment, from anywhere, and nothing typed is lost."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widgets import Static

from advocacy_tui.screens.capture import SAVE_AFTER, CaptureScreen
from advocacy_tui.store.unsaved import CAPTURE, keep_unsaved, unsaved

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]


def send(app: AdvocacyApp, *keys: str) -> None:
    """Send keys as a fast terminal does: all at once, nothing waits for the screen."""
    for key in keys:
        if key == " ":
            app.post_message(events.Key("space", " "))
        else:
            app.post_message(events.Key(key, key if len(key) == 1 else None))


def thoughts(database: Database) -> list[str]:
    rows = database.rows("SELECT text FROM ideas WHERE deleted_at IS NULL ORDER BY seq")
    return [row["text"] for row in rows]


def beside(app: AdvocacyApp) -> str:
    return str(app.screen.query_one("#beside", Static).render())


@pytest.mark.parametrize("key", ["ctrl+n", "a"])
async def test_letters_sent_right_behind_the_key_all_land_in_the_line(
    make_app: Callable[..., AdvocacyApp],
    keep: Callable[..., list[str]],
    settle: Settle,
    database: Database,
    key: str,
) -> None:
    keep("the first one")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        send(app, key, *"xn1 dq", "enter")
        await settle(pilot)
        assert thoughts(database) == ["the first one", "xn1 dq"]
        assert app.current_mode == "today"


async def test_keys_behind_enter_go_to_the_screen_below(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        send(app, "ctrl+n", *"hello", "enter", "m")
        await settle(pilot)
        assert thoughts(database) == ["hello"]
        assert app.current_mode == "momentum"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "In your notebook. u takes it back."), ("da", "notesbog. Fortryd med u.")],
)
async def test_a_kept_thought_is_told_and_u_takes_it_back(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    database: Database,
    language: str,
    said: str,
) -> None:
    app = make_app(language, demo=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("ctrl+n", *"varme", "enter")
        await settle(pilot)
        assert said in [note.message for note in app._notifications][-1]
        assert thoughts(database) == ["varme"]
        await pilot.press("u")
        await settle(pilot)
        assert thoughts(database) == []


async def test_escape_lays_the_line_aside_and_it_stands_there_next_time(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"half a tho", "escape")
        await settle(pilot)
        assert not isinstance(app.screen, CaptureScreen)
        assert thoughts(database) == []
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "You had begun on this." in beside(app)
        await pilot.press(*"ught", "enter")
        await settle(pilot)
        assert thoughts(database) == ["half a thought"]
        assert unsaved(database, CAPTURE) == ""


async def test_what_a_crash_left_is_offered_again(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    keep_unsaved(database, CAPTURE, "before the power went", now=monday)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", "enter")
        await settle(pilot)
        assert thoughts(database) == ["before the power went"]


async def test_a_long_line_that_a_crash_left_is_seen_whole(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    keep_unsaved(database, CAPTURE, "first " + "words " * 30 + "last", now=monday)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.screen.line.size.height == 3
        await pilot.resize_terminal(60, 24)
        await settle(pilot)
        assert app.screen.line.size.height == 4


async def test_a_key_is_saved_soon_after_the_first_though_one_types_on(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        typed = ""
        for letter in "abcdefghij":
            await pilot.press(letter)
            typed += letter
            await pilot.pause(SAVE_AFTER / 4)
        await settle(pilot)
        kept = unsaved(database, CAPTURE)
        assert len(kept) >= 4
        assert typed.startswith(kept)


async def test_what_stands_in_the_line_is_kept_when_the_app_closes_under_it(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"not yet")
        app.exit()
        await pilot.pause()
    assert unsaved(database, CAPTURE) == "not yet"


async def test_the_line_grows_with_ctrl_o_and_with_what_is_typed(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("ctrl+n")
        assert app.screen.line.size.height == 1
        await pilot.press(*"one", "ctrl+o", *"two")
        await pilot.pause()
        assert app.screen.line.size.height == 2
        await pilot.press("space", *("long" * 10))
        await pilot.pause()
        assert app.screen.line.size.height >= 3
        await pilot.press("enter")
        await settle(pilot)
        assert thoughts(database) == ["one\ntwo " + "long" * 10]


async def test_tags_and_a_known_theme_are_shown_while_typing(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n", *"om", "space", *"#kølevand", "space", *"@grønomstilling")
        await pilot.pause()
        assert "#kølevand" in beside(app)
        assert "Grøn omstilling" in beside(app)


async def test_an_empty_line_closes_without_a_word(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", "space", "enter")
        await settle(pilot)
        assert not isinstance(app.screen, CaptureScreen)
        assert thoughts(database) == []


async def test_control_characters_are_left_out_and_that_is_said(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        app.post_message(events.Paste("a\x07b\x1bc"))
        await settle(pilot)
        assert "2 control characters were left out" in beside(app)
        await pilot.press("enter")
        await settle(pilot)
        assert thoughts(database) == ["abc"]


async def test_ten_megabytes_pasted_survive_whole(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    text = "æøå, en linje om varme\n" * 420_000
    assert len(text.encode()) > 10_000_000
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"før ")
        app.post_message(events.Paste(text))
        await pilot.pause()
        assert "characters, kept whole" in beside(app)
        await pilot.press("enter")
        await settle(pilot)
        assert thoughts(database) == [("før " + text).strip("\n")]


async def test_backspace_takes_a_long_text_out_and_gives_the_line_back(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"mine")
        app.post_message(events.Paste("x" * 60_000))
        await pilot.pause()
        await pilot.press("backspace", *" own", "enter")
        await settle(pilot)
        assert thoughts(database) == ["mine own"]


async def test_a_locked_notebook_leaves_the_text_in_the_line(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    database.busy_seconds = 0.05
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        other = sqlite3.connect(database.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("ctrl+n", *"stay", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)
        assert app.screen.line.kept_text == "stay"
        assert "Another program is holding your notebook" in beside(app)
        other.execute("ROLLBACK")
        other.close()
        await pilot.press("enter")
        await settle(pilot)
        assert thoughts(database) == ["stay"]


async def test_a_notebook_that_cannot_be_written_says_so_and_loses_nothing(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await _on_writer(app, lambda: database.connection.execute("PRAGMA query_only = ON"))
        await pilot.press("ctrl+n", *"stay", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)
        assert app.screen.line.kept_text == "stay"
        assert "cannot be written to" in beside(app)


async def _on_writer(app: AdvocacyApp, work: Callable[[], object]) -> None:
    import asyncio

    await asyncio.wrap_future(app._writer.submit(work))


async def test_a_click_on_the_key_bar_keeps_the_thought(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"clicked")
        await pilot.click("CaptureScreen KeyBar", offset=(2, 0))
        await settle(pilot)
        assert thoughts(database) == ["clicked"]


async def test_the_line_stays_when_the_language_changes_under_it(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"mine")
        await app.speak("da")
        await settle(pilot)
        assert app.screen.line.kept_text == "mine"
        assert "læg den til side" in seen(pilot)


async def test_the_line_opens_over_another_sheet_and_only_once(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "ctrl+n", "ctrl+n", *"abc")
        await settle(pilot)
        assert [isinstance(one, CaptureScreen) for one in app.screen_stack].count(True) == 1
        assert app.screen.line.kept_text == "abc"
