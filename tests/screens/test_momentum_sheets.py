"""What opens over the rhythm: noting, taking back, time off, what is enough, the plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from advocacy_tui.models import ActKind
from advocacy_tui.screens.momentum import MomentumScreen
from advocacy_tui.screens.momentum_away import AwayScreen
from advocacy_tui.screens.momentum_day import DayScreen
from advocacy_tui.screens.momentum_note import GoalScreen, NoteScreen
from advocacy_tui.screens.momentum_plan import PlanScreen
from advocacy_tui.store.acts import add_absence, list_absences, list_acts, list_goals
from advocacy_tui.store.preferences import get_setting, set_settings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    Told = Callable[[Pilot[Any]], list[str]]
    Act = Callable[..., None]


# --- noting and taking back ----------------------------------------------------------------------


async def test_something_that_counts_is_noted_on_the_day_under_the_cursor_and_told_by_name(
    visit: Any, seen: Seen, settle: Settle, told: Told, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        await pilot.press("left", "plus")
        await settle(pilot)
        assert "‹ Monday 16 November ›" in seen(pilot)
        await pilot.press("l", "l", "j", "enter")
        await settle(pilot)
        [noted] = list_acts(database)
        assert (noted.kind, noted.day) == ("dropin", "2026-11-18")
        [said] = told(pilot)
        assert said == "Noted on 18 November: a drop-in. u takes it back."
        await pilot.press("u")
        await settle(pilot)
        assert list_acts(database) == []


async def test_nothing_can_be_noted_after_today(visit: Any, seen: Seen, settle: Settle) -> None:
    async with visit("m", language="da") as pilot:
        await pilot.press("i")
        await settle(pilot)
        await pilot.press("right", "right")
        assert "‹ mandag 23. november, i dag\n" in seen(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, MomentumScreen)


async def test_a_second_click_on_a_kind_notes_it(
    visit: Any, settle: Settle, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        await pilot.press("plus")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoteScreen)
        for _click in range(2):
            await pilot.click("SheetList", offset=(8, 5))
        await settle(pilot)
        assert [one.kind for one in list_acts(database)] == ["feedback"]


async def test_the_one_act_of_a_day_is_taken_back_by_name_and_comes_back(
    visit: Any, seen: Seen, settle: Settle, told: Told, database: Database, act: Act
) -> None:
    act(date(2026, 11, 23), kind=ActKind.WORKSHOP)
    async with visit("m", language="en") as pilot:
        await pilot.press("delete")
        await settle(pilot)
        assert list_acts(database) == []
        assert told(pilot) == ["Took back: a workshop. u brings it back."]
        assert "Nothing here yet." in seen(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert [one.kind for one in list_acts(database)] == ["workshop"]
        assert "Week 48 is kept: a workshop." in seen(pilot)


async def test_of_several_acts_one_is_chosen_and_thoughts_cannot_be_taken_back_here(
    visit: Any, settle: Settle, database: Database, act: Act, keep: Any
) -> None:
    act(date(2026, 11, 23), kind=ActKind.WORKSHOP)
    act(date(2026, 11, 23), kind=ActKind.CAFE)
    keep("a thought")
    async with visit("m", language="en") as pilot:
        await pilot.press("delete")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DayScreen)
        await pilot.press("end", "delete")
        await settle(pilot)
        assert len(list_acts(database)) == 2
        await pilot.press("up", "delete")
        await settle(pilot)
        assert [one.kind for one in list_acts(database)] == ["workshop"]


async def test_on_a_day_without_acts_it_is_said_that_nothing_can_be_taken_back(
    visit: Any, settle: Settle, told: Told
) -> None:
    async with visit("m", language="da") as pilot:
        await pilot.press("D")
        await settle(pilot)
        [said] = told(pilot)
        assert said == "Den dag er der ikke noget at tage tilbage."


# --- time off ------------------------------------------------------------------------------------


async def type_date(pilot: Pilot[Any], name: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{name}", Input).value = text
    await pilot.pause()


async def test_time_off_is_typed_as_two_dates_and_told_in_words(
    visit: Any, seen: Seen, settle: Settle, told: Told, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        await pilot.press("f")
        await settle(pilot)
        await pilot.press(*"23.12", "enter", *"3 Jan")
        assert "Wednesday 23 December 2026" in seen(pilot)
        assert "Sunday 3 January 2027" in seen(pilot)
        await pilot.press("enter")
        await settle(pilot)
        [absence] = list_absences(database)
        assert (absence.first, absence.last) == ("2026-12-23", "2027-01-03")
        [said] = told(pilot)
        assert said == "Time off 23 December 2026 to 3 January 2027. u takes it back."
        assert isinstance(pilot.app.screen, MomentumScreen)


async def test_arrows_choose_the_dates_and_an_empty_last_day_is_until_i_say_so(
    visit: Any, seen: Seen, settle: Settle, database: Database
) -> None:
    async with visit("m", language="da") as pilot:
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("up", "up", "down")
        assert "24.11.2026" in seen(pilot)
        assert "tirsdag 24. november 2026" in seen(pilot)
        assert "indtil du siger til" in seen(pilot)
        await pilot.press("enter", "up")
        assert seen(pilot).count("tirsdag 24. november 2026") == 2, "begins with the first day"
        await pilot.press("up")
        assert "onsdag 25. november 2026" in seen(pilot)
        await type_date(pilot, "last", "")
        await pilot.press("enter")
        await settle(pilot)
        [absence] = list_absences(database)
        assert (absence.first, absence.last) == ("2026-11-24", None)


@pytest.mark.parametrize(
    ("language", "first", "last", "says"),
    [
        ("en", "soon", "", "soon is no date I know. Type it like 2026-12-23 or 23.12."),
        (
            "da",
            "snart",
            "",
            "snart kender jeg ikke som dato. Skriv den som 2026-12-23 eller 23.12.",
        ),
        ("en", "", "", "Type the first day off, like 2026-12-23 or 23.12, or use the arrows."),
        ("en", "23.12", "31.2", "31.2 is no date I know. Type it like 2026-12-23 or 23.12."),
        (
            "en",
            "23.12",
            "1.12.2026",
            "1 December 2026 comes before 23 December 2026. Swap the two, or choose a later day.",
        ),
    ],
)
async def test_a_date_that_cannot_be_used_is_said_in_one_plain_sentence(
    visit: Any,
    seen: Seen,
    settle: Settle,
    database: Database,
    language: str,
    first: str,
    last: str,
    says: str,
) -> None:
    async with visit("m", language=language, size=(100, 30)) as pilot:
        await pilot.press("f")
        await settle(pilot)
        await type_date(pilot, "first", first)
        await type_date(pilot, "last", last)
        pilot.app.screen.query_one("#last", Input).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AwayScreen)
        assert says in seen(pilot)
        assert list_absences(database) == []


async def test_planned_time_off_is_listed_and_taken_back(
    visit: Any, seen: Seen, settle: Settle, database: Database, monday: datetime
) -> None:
    add_absence(database, date(2026, 7, 6), date(2026, 8, 2), now=monday)
    add_absence(database, date(2026, 12, 24), date(2026, 12, 24), now=monday)
    async with visit("m", language="en") as pilot:
        await pilot.press("f")
        await settle(pilot)
        text = seen(pilot)
        assert text.index("24 December 2026\n") < text.index("6 July to 2 August 2026\n")
        await pilot.press("tab", "tab", "delete")
        await settle(pilot)
        assert [one.first for one in list_absences(database)] == ["2026-07-06"]
        assert "24 December 2026\n" not in seen(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert list_absences(database) == []
        assert isinstance(pilot.app.screen.focused, Input)
        await pilot.press("escape", "u")
        await settle(pilot)
        assert [one.first for one in list_absences(database)] == ["2026-07-06"]


async def test_who_comes_back_says_so_and_the_time_off_ends_yesterday(
    visit: Any,
    seen: Seen,
    settle: Settle,
    told: Told,
    database: Database,
    monday: datetime,
    act: Act,
) -> None:
    act(date(2026, 11, 4))
    add_absence(database, date(2026, 11, 9), None, now=monday)
    async with visit("m", language="en") as pilot:
        assert "You have time off until you say so; f says so." in seen(pilot)
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert [one.last for one in list_absences(database)] == ["2026-11-22"]
        assert "Week 48 is open." in seen(pilot)
        [said] = told(pilot)
        assert said == "Good to have you back. u if that was too soon."


# --- what is enough, and the plan ----------------------------------------------------------------


async def test_what_is_enough_is_chosen_with_a_number_or_the_arrows(
    visit: Any, seen: Seen, settle: Settle, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        assert "1 thing a week is enough for you." in seen(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, GoalScreen)
        await pilot.press("3")
        await settle(pilot)
        assert "3 things a week are enough for you." in seen(pilot)
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert [(one.per_week, one.from_day) for one in list_goals(database)] == [
            (3, "2026-11-23"), (2, "2026-11-23"),
        ]  # fmt: skip


async def test_choosing_what_is_enough_already_changes_nothing(
    visit: Any, settle: Settle, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        await pilot.press("r", "1")
        await settle(pilot)
        assert list_goals(database) == []


@pytest.mark.parametrize(
    ("language", "own", "plan"),
    [
        ("en", "I get coffee", "When I get coffee, I write for 15 minutes."),
        ("da", "jeg får kaffe", "Når jeg får kaffe, skriver jeg i 15 minutter."),
    ],
)
async def test_the_plan_is_a_sentence_with_a_blank_and_an_empty_one_takes_it_away(
    visit: Any,
    seen: Seen,
    settle: Settle,
    database: Database,
    language: str,
    own: str,
    plan: str,
) -> None:
    async with visit("m", language=language) as pilot:
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PlanScreen)
        await pilot.press(*("space" if one == " " else one for one in own), "enter")
        await settle(pilot)
        assert get_setting(database, "plan") == plan
        assert f"\n {plan}\n" in seen(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == own
        await pilot.press("ctrl+u", "enter")
        await settle(pilot)
        assert get_setting(database, "plan") == ""


@pytest.mark.parametrize(
    "kept", ["Når jeg får kaffe", "Når jeg får kaffe, skriver jeg i 15 minutter."]
)
async def test_a_plan_made_in_the_settings_or_in_danish_has_the_same_blank(
    visit: Any, seen: Seen, settle: Settle, database: Database, monday: datetime, kept: str
) -> None:
    set_settings(database, {"plan": kept}, now=monday)
    async with visit("m", language="en") as pilot:
        assert "\n Når jeg får kaffe, skriver jeg i 15 minutter.\n" in seen(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "jeg får kaffe"
        await pilot.press("end", "r", "enter")
        await settle(pilot)
        assert get_setting(database, "plan") == "Når jeg får kaffer, skriver jeg i 15 minutter."


async def test_when_written_twice_is_kept_once(
    visit: Any, settle: Settle, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        await pilot.press("w")
        await settle(pilot)
        await pilot.press(*("space" if one == " " else one for one in "when it rains."), "enter")
        await settle(pilot)
        assert get_setting(database, "plan") == "When it rains, I write for 15 minutes."


async def test_a_plan_of_another_form_is_written_on_as_it_stands(
    visit: Any, settle: Settle, database: Database, monday: datetime
) -> None:
    set_settings(database, {"plan": "Hver tirsdag kl. 9"}, now=monday)
    async with visit("m", language="en") as pilot:
        await pilot.press("w")
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "Hver tirsdag kl. 9"
        await pilot.press("end", "0", "enter")
        await settle(pilot)
        assert get_setting(database, "plan") == "Hver tirsdag kl. 90"


async def test_escape_leaves_every_sheet_and_changes_nothing(
    visit: Any, settle: Settle, database: Database
) -> None:
    async with visit("m", language="en") as pilot:
        for key in ("enter", "plus", "f", "r", "w"):
            await pilot.press(key)
            await settle(pilot)
            assert not isinstance(pilot.app.screen, MomentumScreen)
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(pilot.app.screen, MomentumScreen)
        assert database.value("SELECT count(*) FROM undo") == 0
