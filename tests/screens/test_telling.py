"""What is said in the corner: the newest, and what is serious."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advocacy_tui import writing

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


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
