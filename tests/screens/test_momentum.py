"""The rhythm's screen: kind words about weeks, made afresh from dated acts."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from advocacy_tui.models import ActKind
from advocacy_tui.screens.momentum import MomentumScreen
from advocacy_tui.screens.momentum_away import AwayScreen
from advocacy_tui.screens.momentum_day import DayScreen
from advocacy_tui.screens.momentum_note import GoalScreen, NoteScreen
from advocacy_tui.screens.momentum_plan import PlanScreen
from advocacy_tui.store.acts import add_absence, add_act, list_absences, list_acts, list_goals
from advocacy_tui.store.database import Database
from advocacy_tui.store.drafts import new_draft
from advocacy_tui.store.posts import mark_posted
from advocacy_tui.store.preferences import get_setting, set_settings
from advocacy_tui.widgets.heat_map import HeatMap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    MakeApp = Callable[..., AdvocacyApp]
    Act = Callable[..., None]

COPENHAGEN = timezone(timedelta(hours=1))
UNKIND = re.compile(
    r"%|\b(miss|lost|lose|broke|fail|behind|streak|must|should|only|misset|brudt|tabt|mangler|bagud"
    r"|skal|fejl|kun)",
    re.IGNORECASE,
)
"""Words of loss, duty and grades, which no week is worth."""


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, tzinfo=COPENHAGEN)


@pytest.fixture
def act(database: Database, monday: datetime) -> Act:
    """Note that something counted: `act(date, …)`, a comment unless a kind is given."""

    def note(*days: date, kind: ActKind = ActKind.COMMENT, now: datetime = monday) -> None:
        for day in days:
            add_act(database, kind, now=now, day=day)

    return note


@pytest.fixture
def weeks_before(act: Act) -> Callable[[Iterable[int]], None]:
    """Keep weeks, counted back from week 48: `weeks_before([1, 2, 3])`."""

    def keep(back: Iterable[int]) -> None:
        act(*(date(2026, 11, 25) - timedelta(weeks=number) for number in back))

    return keep


@pytest.fixture
def visit(
    make_app: MakeApp, settle: Settle
) -> Callable[..., AsyncIterator[Pilot[Any]]]:  # fmt: skip
    """Open the app on the rhythm's screen: `async with visit(language="da") as pilot`."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def open_it(size: tuple[int, int] = (80, 24), **rest: Any) -> AsyncIterator[Pilot[Any]]:
        app = make_app(**rest)
        async with app.run_test(size=size) as pilot:
            await app.action_go("momentum")
            await settle(pilot)
            assert isinstance(app.screen, MomentumScreen)
            yield pilot

    return open_it


def year(pilot: Pilot[Any]) -> HeatMap:
    return pilot.app.screen.query_one(HeatMap)


# --- what the weeks are said to be ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Nothing here yet. + notes something that counts, such as a comment."),
        ("da", "Her er ikke noget endnu. + skriver noget op, der tæller, fx en kommentar."),
    ],
)
async def test_before_the_first_act_one_line_says_what_to_do_and_the_year_is_calm(
    visit: Any, seen: Seen, language: str, says: str
) -> None:
    async with visit(language=language) as pilot:
        text = seen(pilot)
        assert f" {says}\n" in text
        assert "▯" not in text.split("   ▯ ")[0]
        assert "in all" not in text
        assert "i alt" not in text
        assert pilot.app.screen.focused is year(pilot)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Week 48 is kept: a writing café. That is your first week."),
        ("da", "Uge 48 er holdt: en skrivecafé. Det er din første uge."),
    ],
)
async def test_the_first_week_is_welcomed_by_what_was_done_in_it(
    visit: Any, seen: Seen, act: Act, language: str, says: str
) -> None:
    act(date(2026, 11, 23), kind=ActKind.CAFE)
    async with visit(language=language) as pilot:
        text = seen(pilot)
        assert says in text
        assert not UNKIND.search(text)


async def test_kept_weeks_are_counted_in_a_row_at_best_and_in_all(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before([20, 19, 18, 17, 16, 15, 7, 6, 5, 1, 0])
    async with visit(language="en", now=at(2026, 11, 27)) as pilot:
        text = seen(pilot)
        assert "Week 48 is kept: a comment for a colleague." in text
        assert re.search(r"\n 2 weeks in a row · 6 at best · 11 weeks in all +\S", text)
        assert not UNKIND.search(text)


async def test_without_runs_the_screen_is_whole_and_says_the_number_that_never_falls(
    visit: Any, seen: Seen, weeks_before: Any, database: Database, monday: datetime
) -> None:
    weeks_before([9, 8, 7, 2, 1])
    set_settings(database, {"runs": "off"}, now=monday)
    async with visit(language="en") as pilot:
        text = seen(pilot)
        assert "\n 5 weeks in all  " in text
        assert "in a row" not in text
        assert "at best" not in text
        assert "enough for you" in text
        assert "∙ nothing" in text


@pytest.mark.parametrize(
    ("language", "open_says", "one_says", "mended_says"),
    [
        (
            "en",
            "There was a rest card for week 47. Two things this week mend it.",
            "There was a rest card for week 47. One more thing this week mends it.",
            "Week 47 is mended.",
        ),
        (
            "da",
            "Der var et frikort til uge 47. To ting i denne uge henter den ind.",
            "Der var et frikort til uge 47. Én ting mere i denne uge henter den ind.",
            "Uge 47 er hentet ind.",
        ),
    ],
)
async def test_a_quiet_week_took_a_rest_card_until_two_things_mend_it(
    visit: Any,
    seen: Seen,
    settle: Settle,
    weeks_before: Any,
    language: str,
    open_says: str,
    one_says: str,
    mended_says: str,
) -> None:
    weeks_before([5, 4, 3, 2])
    async with visit(language=language) as pilot:
        assert open_says in seen(pilot)
        assert re.search(r"\n 1 (rest card|frikort) · 4 ", seen(pilot))
        await pilot.press("plus", "7")
        await settle(pilot)
        assert one_says in seen(pilot)
        await pilot.press("plus", "1")
        await settle(pilot)
        assert mended_says in seen(pilot)
        assert re.search(r"\n 2 (rest cards|frikort)", seen(pilot))
        assert not UNKIND.search(seen(pilot))


async def test_a_run_that_ends_is_not_announced_and_what_was_stays_in_sight(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before([10, 9, 8, 7, 6])
    async with visit(language="en") as pilot:
        text = seen(pilot)
        assert "Week 48 is open.\n Two things this week mend week 47, if you like." in text
        assert "\n 5 at best · 5 weeks in all" in text
        assert "No rest card just now · 4 more kept weeks bring a new one" in text
        assert "0 weeks" not in text
        assert not UNKIND.search(text)


async def test_the_next_rest_card_is_said_to_come_when_the_week_that_earned_it_is_over(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before([6, 3, 2, 1, 0])
    async with visit(language="en", now=at(2026, 11, 27)) as pilot:
        assert "No rest card just now · a new one comes when this week is over" in seen(pilot)


@pytest.mark.parametrize(
    ("language", "says", "day_says"),
    [
        ("en", "You are away in week 48. Nothing is waiting for you here.", "  time off\n"),
        ("da", "Du har fri i uge 48. Her er ikke noget, der venter på dig.", "  fri\n"),
    ],
)
async def test_an_away_week_is_left_in_peace(
    visit: Any,
    seen: Seen,
    weeks_before: Any,
    database: Database,
    monday: datetime,
    language: str,
    says: str,
    day_says: str,
) -> None:
    weeks_before([5, 4, 2])
    add_absence(database, date(2026, 11, 16), date(2026, 11, 29), now=monday)
    async with visit(language=language) as pilot:
        text = seen(pilot)
        assert says in text
        assert "mend" not in text
        assert "henter" not in text
        assert day_says in text
        assert year(pilot).mark_of(date(2026, 11, 27)) == "~"
        assert not UNKIND.search(text)


async def test_week_53_and_the_new_year_are_weeks_like_any_other(
    visit: Any, seen: Seen, act: Act
) -> None:
    friday = at(2027, 1, 1)
    act(date(2026, 12, 23), date(2026, 12, 31), kind=ActKind.FEEDBACK, now=friday)
    async with visit(language="en", now=friday) as pilot:
        text = seen(pilot)
        assert "Friday 1 January · week 53" in text
        assert "Week 53 is kept: feedback for a colleague." in text
        assert "2 weeks in a row" in text
        await pilot.press("up")
    async with visit(language="en", now=at(2027, 1, 4)) as pilot:
        assert "Week 1 is open." in seen(pilot)
        assert "2 weeks in a row" in seen(pilot)


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
async def test_the_nights_when_clocks_change_move_no_act_to_another_week(
    visit: Any, seen: Seen, database: Database, month: int, day: int
) -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    before, after = (winter, summer) if month == 3 else (summer, winter)
    add_act(database, ActKind.COMMENT, now=datetime(2026, month, day, 0, 30, tzinfo=before))
    add_act(database, ActKind.COMMENT, now=datetime(2026, month, day, 23, 30, tzinfo=after))
    now = datetime(2026, month, day, 23, 45, tzinfo=after)
    async with visit(language="en", now=now) as pilot:
        assert year(pilot).mark_of(date(2026, month, day)) == "▮"
        assert "\n 1 week in a row · 1 week in all" in seen(pilot)


async def test_steadiness_is_a_word_with_a_curve_and_never_a_number(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before(range(4, -1, -1))
    async with visit(language="en", now=at(2026, 11, 27)) as pilot:
        text = seen(pilot)
        assert re.search(r"taking root\n.* ▂▃▃▄▅\n", text)
        assert "%" not in text


async def test_a_public_holiday_is_named_where_the_country_is_known(
    visit: Any, seen: Seen, settle: Settle, database: Database, act: Act
) -> None:
    now = at(2026, 12, 28)
    act(date(2026, 12, 1), now=now)
    set_settings(database, {"country": "DK"}, now=now)
    for language, name in (("en", "public holiday: Christmas Day"), ("da", "helligdag: Juledag")):
        async with visit(language=language, now=now) as pilot:
            await pilot.press("up", "up", "up")
            await settle(pilot)
            assert name in seen(pilot)
            assert year(pilot).mark_of(date(2026, 12, 25)) == "~"
            assert year(pilot).mark_of(date(2026, 12, 27)) == "∙", "a Sunday is no working day"


# --- the selected day ----------------------------------------------------------------------------


async def test_a_day_shows_what_counted_what_was_posted_and_which_thoughts_were_kept(
    visit: Any, seen: Seen, database: Database, monday: datetime, keep: Any, act: Act
) -> None:
    act(date(2026, 11, 23), kind=ActKind.FEEDBACK)
    keep("[bold]Why[/] is it so?")
    draft = new_draft(database, now=monday, title="Fuel for the birds", text="…").id
    mark_posted(database, draft, now=monday, channel="linkedin")
    async with visit(language="en", size=(100, 30)) as pilot:
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
    async with visit(language="en") as pilot:
        assert re.search(r"thought 0”\n( .*\n)*   and \d more \(enter\)\n", seen(pilot))
        await pilot.press("enter")
        await settle(pilot)
        assert all(f"thought {number}" in seen(pilot) for number in range(6))


async def test_keys_and_clicks_choose_the_day_and_its_sheet_goes_on_to_others(
    visit: Any, seen: Seen, settle: Settle, act: Act
) -> None:
    act(date(2026, 11, 18), kind=ActKind.SPARRING)
    async with visit(language="en") as pilot:
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
    async with visit(language="en") as pilot:
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
    async with visit(language="en") as pilot:
        pilot.app.now = lambda: at(2026, 11, 30, hour=0)
        pilot.app.screen._look_at_clock()
        await settle(pilot)
        assert "Monday 30 November · week 49" in seen(pilot).split("\n")[0]
        assert year(pilot).day == date(2026, 11, 30)


# --- noting and taking back ----------------------------------------------------------------------


async def test_something_that_counts_is_noted_on_the_day_under_the_cursor_and_told_by_name(
    visit: Any, seen: Seen, settle: Settle, database: Database
) -> None:
    async with visit(language="en") as pilot:
        await pilot.press("left", "plus")
        await settle(pilot)
        assert "‹ Monday 16 November ›" in seen(pilot)
        await pilot.press("l", "l", "j", "enter")
        await settle(pilot)
        [noted] = list_acts(database)
        assert (noted.kind, noted.day) == ("dropin", "2026-11-18")
        [said] = [note.message for note in pilot.app._notifications]
        assert said == "Noted on 18 November: a drop-in. u takes it back."
        await pilot.press("u")
        await settle(pilot)
        assert list_acts(database) == []


async def test_nothing_can_be_noted_after_today(visit: Any, seen: Seen, settle: Settle) -> None:
    async with visit(language="da") as pilot:
        await pilot.press("i")
        await settle(pilot)
        await pilot.press("right", "right")
        assert "‹ mandag 23. november, i dag\n" in seen(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, MomentumScreen)


async def test_a_second_click_on_a_kind_notes_it(
    visit: Any, settle: Settle, database: Database
) -> None:
    async with visit(language="en") as pilot:
        await pilot.press("plus")
        await settle(pilot)
        assert isinstance(pilot.app.screen, NoteScreen)
        for _click in range(2):
            await pilot.click("SheetList", offset=(8, 5))
        await settle(pilot)
        assert [one.kind for one in list_acts(database)] == ["feedback"]


async def test_the_one_act_of_a_day_is_taken_back_by_name_and_comes_back(
    visit: Any, seen: Seen, settle: Settle, database: Database, act: Act
) -> None:
    act(date(2026, 11, 23), kind=ActKind.WORKSHOP)
    async with visit(language="en") as pilot:
        await pilot.press("delete")
        await settle(pilot)
        assert list_acts(database) == []
        assert "Took back: a workshop. u brings it back." in seen(pilot).replace("\n", " ") or any(
            "a workshop" in note.message for note in pilot.app._notifications
        )
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
    async with visit(language="en") as pilot:
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
    visit: Any, settle: Settle
) -> None:
    async with visit(language="da") as pilot:
        await pilot.press("D")
        await settle(pilot)
        [said] = [note.message for note in pilot.app._notifications]
        assert said == "Den dag er der ikke noget at tage tilbage."


# --- time off ------------------------------------------------------------------------------------


async def type_date(pilot: Pilot[Any], name: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{name}", Input).value = text
    await pilot.pause()


async def test_time_off_is_typed_as_two_dates_and_told_in_words(
    visit: Any, seen: Seen, settle: Settle, database: Database
) -> None:
    async with visit(language="en") as pilot:
        await pilot.press("f")
        await settle(pilot)
        await pilot.press(*"23.12", "enter", *"3 Jan")
        assert "Wednesday 23 December 2026" in seen(pilot)
        assert "Sunday 3 January 2027" in seen(pilot)
        await pilot.press("enter")
        await settle(pilot)
        [absence] = list_absences(database)
        assert (absence.first, absence.last) == ("2026-12-23", "2027-01-03")
        [said] = [note.message for note in pilot.app._notifications]
        assert said == "Time off 23 December 2026 to 3 January 2027. u takes it back."
        assert isinstance(pilot.app.screen, MomentumScreen)


async def test_arrows_choose_the_dates_and_an_empty_last_day_is_until_i_say_so(
    visit: Any, seen: Seen, settle: Settle, database: Database
) -> None:
    async with visit(language="da") as pilot:
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
    async with visit(language=language, size=(100, 30)) as pilot:
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
    async with visit(language="en") as pilot:
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
    visit: Any, seen: Seen, settle: Settle, database: Database, monday: datetime, act: Act
) -> None:
    act(date(2026, 11, 4))
    add_absence(database, date(2026, 11, 9), None, now=monday)
    async with visit(language="en") as pilot:
        assert "You have time off until you say so; f says so." in seen(pilot)
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert [one.last for one in list_absences(database)] == ["2026-11-22"]
        assert "Week 48 is open." in seen(pilot)
        [said] = [note.message for note in pilot.app._notifications]
        assert said == "Good to have you back. u if that was too soon."


# --- what is enough, and the plan ----------------------------------------------------------------


async def test_what_is_enough_is_chosen_with_a_number_or_the_arrows(
    visit: Any, seen: Seen, settle: Settle, database: Database
) -> None:
    async with visit(language="en") as pilot:
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
    async with visit(language="en") as pilot:
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
    async with visit(language=language) as pilot:
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


async def test_a_plan_of_another_form_is_written_on_as_it_stands(
    visit: Any, settle: Settle, database: Database, monday: datetime
) -> None:
    set_settings(database, {"plan": "Hver tirsdag kl. 9"}, now=monday)
    async with visit(language="en") as pilot:
        await pilot.press("w")
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "Hver tirsdag kl. 9"
        await pilot.press("end", "0", "enter")
        await settle(pilot)
        assert get_setting(database, "plan") == "Hver tirsdag kl. 90"


async def test_escape_leaves_every_sheet_and_changes_nothing(
    visit: Any, settle: Settle, database: Database
) -> None:
    async with visit(language="en") as pilot:
        for key in ("enter", "plus", "f", "r", "w"):
            await pilot.press(key)
            await settle(pilot)
            assert not isinstance(pilot.app.screen, MomentumScreen)
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(pilot.app.screen, MomentumScreen)
        assert database.value("SELECT count(*) FROM undo") == 0


# --- how it is read ------------------------------------------------------------------------------


async def test_a_load_asks_a_handful_of_questions_however_much_there_is(
    visit: Any, settle: Settle, database: Database, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(*(date(2026, 11, 23) - timedelta(days=number) for number in range(300)))
    async with visit(language="en") as pilot:
        asked: list[str] = []
        execute = Database.rows
        one = Database.row

        def rows(self: Database, sql: str, parameters: Any = ()) -> Any:
            asked.append(sql)
            return execute(self, sql, parameters)

        def row(self: Database, sql: str, parameters: Any = ()) -> Any:
            asked.append(sql)
            return one(self, sql, parameters)

        monkeypatch.setattr(Database, "rows", rows)
        monkeypatch.setattr(Database, "row", row)
        pilot.app.screen.load()
        while not all(worker.is_finished for worker in pilot.app.workers):
            await pilot.pause()
        assert len(asked) <= 9
        asked.clear()
        await pilot.press("up")
        while not all(worker.is_finished for worker in pilot.app.workers):
            await pilot.pause()
        assert len(asked) <= 3


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 60)])
@pytest.mark.parametrize("language", ["en", "da"])
async def test_everything_fits_the_screen(
    visit: Any, seen: Seen, weeks_before: Any, size: tuple[int, int], language: str
) -> None:
    weeks_before([9, 8, 7, 5, 4, 3, 2])
    async with visit(language=language, size=size) as pilot:
        text = seen(pilot)
        assert pilot.app.screen.query_one("#body").max_scroll_y == 0
        for words in ("‹ today" if language == "en" else "‹ i dag", "▮ ", "~ ", "(w)|; w "):
            assert re.search(words, text)
        assert all(len(line) <= size[0] for line in text.split("\n"))
