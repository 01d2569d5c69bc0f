"""The rhythm's screen: kind words about weeks, made afresh from dated acts."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.errors import DatabaseLocked
from advocacy_tui.models import ActKind
from advocacy_tui.store.acts import add_absence, add_act
from advocacy_tui.store.database import Database
from advocacy_tui.store.preferences import set_settings
from advocacy_tui.widgets.heat_map import HeatMap

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

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
def weeks_before(act: Act) -> Callable[[Iterable[int]], None]:
    """Keep weeks, counted back from week 48: `weeks_before([1, 2, 3])`."""

    def keep(back: Iterable[int]) -> None:
        days = (date(2026, 11, 25) - timedelta(weeks=number) for number in back)
        act(*days, now=at(2026, 11, 29))

    return keep


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
    async with visit("m", language=language) as pilot:
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
    async with visit("m", language=language) as pilot:
        text = seen(pilot)
        assert says in text
        assert not UNKIND.search(text)


async def test_kept_weeks_are_counted_in_a_row_at_best_and_in_all(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before([20, 19, 18, 17, 16, 15, 7, 6, 5, 1, 0])
    async with visit("m", language="en", now=at(2026, 11, 27)) as pilot:
        text = seen(pilot)
        assert "Week 48 is kept: a comment for a colleague." in text
        assert re.search(r"\n 2 weeks in a row · 6 at best · 11 weeks in all +\S", text)
        assert not UNKIND.search(text)


async def test_without_runs_the_screen_is_whole_and_says_the_number_that_never_falls(
    visit: Any, seen: Seen, weeks_before: Any, database: Database, monday: datetime
) -> None:
    weeks_before([9, 8, 7, 2, 1])
    set_settings(database, {"runs": "off"}, now=monday)
    async with visit("m", language="en") as pilot:
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
            "There was a rest card for week 47. You have one left.\n "
            "Two things this week mend week 47, if you like.",
            "One more thing this week mends week 47.",
            "Week 47 is mended.",
        ),
        (
            "da",
            "Der lå et frikort til uge 47. Du har ét tilbage.\n "
            "To ting i denne uge henter uge 47 ind, hvis du har lyst.",
            "Én ting mere i denne uge henter uge 47 ind.",
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
    async with visit("m", language=language) as pilot:
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
    async with visit("m", language="en") as pilot:
        text = seen(pilot)
        assert "Week 48 is open.\n Two things this week mend week 47, if you like." in text
        assert "\n 5 at best · 5 weeks in all" in text
        assert "No rest card · 4 more kept weeks bring a new one" in text
        assert "0 weeks" not in text
        assert not UNKIND.search(text)


async def test_the_next_rest_card_is_said_to_come_when_the_week_that_earned_it_is_over(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before([6, 3, 2, 1, 0])
    async with visit("m", language="en", now=at(2026, 11, 27)) as pilot:
        assert "No rest card · a new one comes after this week" in seen(pilot)


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
    async with visit("m", language=language) as pilot:
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
    async with visit("m", language="en", now=friday) as pilot:
        text = seen(pilot)
        assert "Friday 1 January · week 53" in text
        assert "Week 53 is kept: feedback for a colleague." in text
        assert "2 weeks in a row" in text
        await pilot.press("up")
    async with visit("m", language="en", now=at(2027, 1, 4)) as pilot:
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
    async with visit("m", language="en", now=now) as pilot:
        assert year(pilot).mark_of(date(2026, month, day)) == "▮"
        assert "\n 1 week in a row · 1 week in all" in seen(pilot)


async def test_steadiness_is_a_word_with_a_curve_and_never_a_number(
    visit: Any, seen: Seen, weeks_before: Any
) -> None:
    weeks_before(range(4, -1, -1))
    async with visit("m", language="en", now=at(2026, 11, 27)) as pilot:
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
        async with visit("m", language=language, now=now) as pilot:
            await pilot.press("up", "up", "up")
            await settle(pilot)
            assert name in seen(pilot)
            assert year(pilot).mark_of(date(2026, 12, 25)) == "~"
            assert year(pilot).mark_of(date(2026, 12, 27)) == "∙", "a Sunday is no working day"


# --- how it is read ------------------------------------------------------------------------------


async def test_a_load_asks_a_handful_of_questions_however_much_there_is(
    visit: Any, settle: Settle, database: Database, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(*(date(2026, 11, 23) - timedelta(days=number) for number in range(300)))
    async with visit("m", language="en") as pilot:
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
    async with visit("m", language=language, size=size) as pilot:
        text = seen(pilot)
        assert pilot.app.screen.query_one("#body").max_scroll_y == 0
        for words in ("‹ today" if language == "en" else "‹ i dag", "▮ ", "~ ", "(w)|; w "):
            assert re.search(words, text)
        assert all(len(line) <= size[0] for line in text.split("\n"))


async def test_a_notebook_that_cannot_be_read_just_now_is_said_and_the_screen_stays(
    visit: Any, seen: Seen, told: Any, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_arguments: object) -> None:
        raise DatabaseLocked("Another program is holding your notebook.")

    async with visit("m", language="en") as pilot:
        before = seen(pilot)
        monkeypatch.setattr("advocacy_tui.screens.momentum.read_momentum", held)
        pilot.app.screen.load()
        await settle(pilot)
        assert told(pilot) == ["Another program is holding your notebook."]
        assert seen(pilot).split("\n")[:16] == before.split("\n")[:16]
