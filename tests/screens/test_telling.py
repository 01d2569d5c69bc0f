"""What is said in the corner: the newest, and what is serious."""

from __future__ import annotations

import asyncio
import errno
import threading
from typing import TYPE_CHECKING, Any

from advocacy_tui import writing

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from advocacy_tui.store.database import Database


async def test_older_news_make_room_and_a_serious_sentence_stays_its_time(
    make_app: Callable[..., Any], told: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr(writing, "monotonic", lambda: clock[0])
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.tell("one")
        app.tell("two")
        await pilot.pause()
        assert told(pilot) == ["one", "two"]
        clock[0] += 2
        app.tell("three")
        await pilot.pause()
        assert told(pilot) == ["three"]
        app.tell("the disk is full", serious=True)
        await pilot.pause()
        clock[0] += 2
        app.tell("four")
        await pilot.pause()
        assert told(pilot) == ["three", "the disk is full", "four"]
        clock[0] += app.NOTIFICATION_TIMEOUT
        app.tell("five")
        await pilot.pause()
        assert told(pilot) == ["five"]


async def test_news_do_not_lie_over_the_line_of_the_next_thought(
    make_app: Callable[..., Any], settle: Any, told: Callable[..., list[str]]
) -> None:
    async with make_app(demo=True).run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("a", *"one", "enter")
        await settle(pilot)
        assert told(pilot) == ["In your notebook. u takes it back."]
        await pilot.press("a")
        await settle(pilot)
        assert told(pilot) == []


async def test_a_mistake_beside_the_screen_is_told_once_it_happens_and_the_app_stays_open(
    make_app: Callable[..., Any],
    settle: Any,
    told: Callable[..., list[str]],
    mistakes: list[BaseException],
    database: Database,
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("precious-private")

    failed: list[Exception] = []
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("a", *"half a thought")
        pilot.app.write(broken)
        await settle(pilot)
        (said,) = told(pilot)
        assert said.startswith("Something went wrong that we had not thought of (ZeroDivisionErr")
        assert "precious-private" not in said
        pilot.app.write(broken, failed=failed.append)
        await settle(pilot)
        assert [str(error) for error in failed] == [said]
        await pilot.press("enter")
        await settle(pilot)
    assert database.value("SELECT text FROM ideas") == "half a thought"
    assert [type(error) for error in mistakes] == [ZeroDivisionError] * 2
    mistakes.clear()


async def test_a_look_for_others_that_goes_wrong_is_told_once(
    make_app: Callable[..., Any],
    settle: Any,
    told: Callable[..., list[str]],
    mistakes: list[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)

        def broken() -> int:
            raise ZeroDivisionError

        monkeypatch.setattr(pilot.app.database, "data_version", broken)
        for _again in range(3):
            pilot.app.on_app_focus()
            await settle(pilot)
        assert len(told(pilot)) == len(mistakes) == 1
    mistakes.clear()


async def test_the_weekly_copy_lets_no_text_wait(
    make_app: Callable[..., Any],
    settle: Any,
    told: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
    database: Database,
) -> None:
    go_on = threading.Event()

    def slow(*_: Any, **__: Any) -> None:
        assert go_on.wait(60)
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("advocacy_tui.upkeep.HOUSEKEEPING_AFTER", 0.01)
    monkeypatch.setattr("advocacy_tui.store.backups.weekly_backup", slow)
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        async with asyncio.timeout(60):
            while not any(worker.group == "beside" for worker in pilot.app.workers):
                await asyncio.sleep(0.01)
            await pilot.press("a", *"quick", "enter")
            while not database.value("SELECT count(*) FROM ideas"):
                await asyncio.sleep(0.01)
        go_on.set()
        await settle(pilot)
        assert any("The weekly copy could not be written" in one for one in told(pilot))
