"""The selected day: what happened, as much of it as there is room for, by keys and mouse."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from advocacy_tui.models import ActKind
from advocacy_tui.screens.momentum_day import DayScreen
from advocacy_tui.store.drafts import new_draft
from advocacy_tui.store.posts import mark_posted
from advocacy_tui.widgets.heat_map import HeatMap

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    Act = Callable[..., None]


def year(pilot: Pilot[Any]) -> HeatMap:
    return pilot.app.screen.query_one(HeatMap)


# --- the selected day ----------------------------------------------------------------------------


async def test_a_day_shows_what_counted_what_was_posted_and_which_thoughts_were_kept(
    visit: Any, seen: Seen, database: Database, monday: datetime, keep: Any, act: Act
) -> None:
    act(date(2026, 11, 23), kind=ActKind.FEEDBACK)
    keep("[bold]Why[/] is it so?")
    draft = new_draft(database, now=monday, title="Fuel for the birds", text="…").id
    mark_posted(database, draft, now=monday, channel="linkedin")
    async with visit("m", language="en", size=(100, 30)) as pilot:
        lines = seen(pilot).split("\n")
        begin = next(
            n for n, line in enumerate(lines) if line.startswith(" Monday 23 November · w")
        )
        assert lines[begin : begin + 5] == [
            " Monday 23 November · week 48 · kept",
            "   feedback for a colleague",
            "   a post that is out: “Fuel for the birds” · LinkedIn",
            "   kept a thought: “[bold]Why[/] is it so?”",
            "",
        ]


async def test_where_there_is_no_room_the_day_says_how_much_more_there_is(
    visit: Any, seen: Seen, settle: Settle, keep: Any
) -> None:
    keep(*(f"thought {number}" for number in range(6)))
    async with visit("m", language="en") as pilot:
        assert re.search(r"thought 0”\n( .*\n)*   and \d more \(enter\)\n", seen(pilot))
        await pilot.press("enter")
        await settle(pilot)
        assert all(f"thought {number}" in seen(pilot) for number in range(6))


async def test_keys_and_clicks_choose_the_day_and_its_sheet_goes_on_to_others(
    visit: Any, seen: Seen, settle: Settle, act: Act
) -> None:
    act(date(2026, 11, 18), kind=ActKind.SPARRING)
    async with visit("m", language="en") as pilot:
        await pilot.press("left", "down")
        await settle(pilot)
        assert " Tuesday 17 November · week 47 · kept\n   A quiet day." in seen(pilot)
        await pilot.click(HeatMap, offset=(4 + 51, 3))
        await settle(pilot)
        assert "\n   a half hour with someone\n" in seen(pilot)
        await pilot.click(HeatMap, offset=(4 + 51, 3))
        await settle(pilot)
        assert isinstance(pilot.app.screen, DayScreen)
        await pilot.press("right")
        await settle(pilot)
        assert "Thursday 19 November" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert year(pilot).day == date(2026, 11, 19)


async def test_another_language_says_everything_again_and_the_cursor_stays(
    visit: Any, seen: Seen, settle: Settle, act: Act
) -> None:
    act(date(2026, 11, 18))
    async with visit("m", language="en") as pilot:
        await pilot.press("home")
        await settle(pilot)
        await pilot.app.speak("da")
        await settle(pilot)
        text = seen(pilot)
        assert "Uge 48 er åben." in text
        assert "mandag 24. november 2025 · uge 48" in text
        assert pilot.app.screen.focused is year(pilot)


async def test_when_midnight_passes_the_screen_is_on_the_new_day(
    visit: Any, seen: Seen, settle: Settle, act: Act
) -> None:
    act(date(2026, 11, 18))
    async with visit("m", language="en") as pilot:
        midnight = datetime(2026, 11, 30, tzinfo=timezone(timedelta(hours=1)))
        pilot.app.now = lambda: midnight
        pilot.app.screen._look_at_clock()
        await settle(pilot)
        assert "Monday 30 November · week 49" in seen(pilot).split("\n")[0]
        assert year(pilot).day == date(2026, 11, 30)
