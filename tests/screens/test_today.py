"""Today: time first, honest facts, a week that forgives, and offers that all work."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.widgets import Static

from advocacy_tui.models import ActKind
from advocacy_tui.momentum import Absence, Act, weeks
from advocacy_tui.screens.capture import CaptureScreen
from advocacy_tui.screens.today_week import WeekLine
from advocacy_tui.store import today
from advocacy_tui.store.acts import add_absence, add_act, list_absences
from advocacy_tui.store.drafts import list_drafts, mark_ready, new_draft
from advocacy_tui.store.preferences import set_settings
from advocacy_tui.store.prompts_seen import seen_prompts
from advocacy_tui.store.returns import last_return, note_visit
from advocacy_tui.text import cell_width
from advocacy_tui.today_words import last_words, quiet_gap, say_names
from advocacy_tui.widgets.choices import Choices, wrapped
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]


def keep_weeks(database: Database, now: datetime, *weeks_ago: int) -> None:
    """Note one act in each of these weeks, counted back from the current one."""
    for ago in weeks_ago:
        add_act(database, ActKind.COMMENT, now=now, day=now.date() - timedelta(weeks=ago))


def begin_draft(database: Database, now: datetime, title: str, text: str, cursor: int = 0) -> str:
    one = new_draft(database, now=now, title=title).id
    overwrite(database, one, text, now=now, cursor=cursor)
    return one


def week_block(app: AdvocacyApp) -> str:
    return str(app.screen.query_one(WeekLine).render())


# --- the first start --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What did you last talk about at length with a colleague?"),
        ("da", "længe med en kollega om?"),
    ],
)
async def test_the_first_start_is_one_question_and_nothing_else(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    language: str,
    question: str,
) -> None:
    app = make_app(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert question in seen(pilot)
        assert len(app.screen.query_one(Choices).choices) == 1
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("key", ["enter", "1"])
async def test_the_answer_becomes_the_first_thought_and_that_was_all(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    key: str,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert "What did you last talk about" in str(
            app.screen.query_one("#question", Static).render()
        )
        await pilot.press(*"valves", "enter")
        await settle(pilot)
        assert [row["text"] for row in database.rows("SELECT text FROM ideas")] == ["valves"]
        assert "That was all for today, if you like." in seen(pilot)


async def test_the_question_is_asked_with_the_usual_letter_too(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "at length" in str(app.screen.query_one("#question", Static).render())


async def test_the_demo_asks_nothing_and_says_what_it_is(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "demo: en kopi, der smides væk" in seen(pilot)
        assert "længe med en kollega" not in seen(pilot)


# --- the three offers -------------------------------------------------------------------------


async def test_two_minutes_keep_a_thought_from_a_question_that_does_not_come_again(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app(demo=True)
    asked = []
    async with app.run_test(size=(80, 24)) as pilot:
        for number in range(3):
            await settle(pilot)
            await pilot.press("1")
            await settle(pilot)
            asked.append(str(app.screen.query_one("#question", Static).render()))
            await pilot.press(*f"thought {number}", "enter")
        await settle(pilot)
        assert len(set(asked)) == 3
        assert len(seen_prompts(database)) == 4
        assert database.value("SELECT count(*) FROM ideas") == 3


async def test_b_draws_another_question_each_time(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        asked = set()
        for _time in range(8):
            asked.add(app.screen.query_one(Choices).choices[0].text)
            app.post_message(events.Key("b", "b"))
            await settle(pilot)
        assert len(asked) == 8
        assert len(set(seen_prompts(database))) == 9


async def test_the_question_stays_for_the_day_and_over_a_restart(
    make_app: Callable[..., AdvocacyApp], settle: Settle, monday: datetime
) -> None:
    asked = []
    for moment in (monday, monday + timedelta(hours=5), monday + timedelta(days=1)):
        app = make_app(now=moment, demo=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            asked.append(app.screen.query_one(Choices).choices[0].text)
    assert asked[0] == asked[1] != asked[2]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "You stopped at: “… more about waste heat than three reports”"),
     ("da", "Du slap her: »… more about waste heat than three reports«")],
)  # fmt: skip
async def test_ten_minutes_go_on_where_the_cursor_stood(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    monday: datetime,
    language: str,
    said: str,
) -> None:
    before = "He pointed at the meter. He knew more about waste heat than three reports"
    one = begin_draft(database, monday, "A boiler room", before + " and a book", len(before))
    app = make_app(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert said in seen(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert app.current_mode == "drafts"
        assert app.screen.draft.id == one


async def test_a_ready_draft_is_offered_to_be_taken_along(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    monday: datetime,
) -> None:
    mark_ready(database, begin_draft(database, monday, "Ready one", "Text."), now=monday)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Read once more and take it along: “Ready one”" in seen(pilot)


async def test_without_a_draft_ten_minutes_begin_one_from_the_newest_thought(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    keep: Callable[..., list[str]],
    database: Database,
) -> None:
    _older, newer = keep("an older one", "the newer one")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Begin a draft from “the newer one”" in seen(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert [draft.idea for draft in list_drafts(database)] == [newer]


async def test_without_a_thought_ten_minutes_read_one_of_the_catalogue(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        title = app.screen.query_one(Choices).choices[1].text.partition("»")[2].rstrip("«")
        await pilot.press("2")
        await settle(pilot)
        assert app.current_mode == "catalogue"
        assert title in seen(pilot)


async def test_twenty_five_minutes_take_up_a_thought_that_has_rested(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    keep: Callable[..., list[str]],
    database: Database,
    monday: datetime,
) -> None:
    [rested] = keep("has lain for a while", now=monday - timedelta(days=12))
    keep("fresh")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Take up a thought that has rested: “has lain for a while”" in seen(pilot)
        assert "Kept on Wednesday 11 November" in seen(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert [draft.idea for draft in list_drafts(database)] == [rested]


async def test_else_twenty_five_minutes_look_at_a_theme_nobody_touched(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        theme = app.screen.query_one(Choices).choices[2].text.partition("“")[2].partition("”")[0]
        assert theme
        await pilot.press("3")
        await settle(pilot)
        assert app.current_mode == "catalogue"
        assert theme in seen(pilot)


async def test_offers_answer_to_enter_with_j_and_k_and_to_the_mouse(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    keep: Callable[..., list[str]],
    database: Database,
    monday: datetime,
) -> None:
    keep("a thought")
    begin_draft(database, monday, "A draft", "Text.")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "k", "enter")
        await settle(pilot)
        assert app.current_mode == "drafts"
        await pilot.press("escape", "t")
        await app.action_go("today")
        await settle(pilot)
        await pilot.click(Choices, offset=(20, 2))
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)


async def test_a_number_that_is_not_there_does_nothing(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("7", "9", "0")
        await settle(pilot)
        assert app.current_mode == "today"
        assert len(app.screen_stack) == 1


# --- what the others do -----------------------------------------------------------------------


async def test_invented_colleagues_are_shown_in_the_demo_alone(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    keep: Callable[..., list[str]],
) -> None:
    keep("mine")
    for demo in (True, False):
        app = make_app(demo=demo)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            assert ("nodded at" in seen(pilot)) is demo
            assert ("This is working time" in seen(pilot)) is demo


# --- the week ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "● ● - ● - ○   week 48 is open · 4 weeks in a row · 4 weeks in all"),
        ("da", "● ● - ● - ○   uge 48 er åben · 4 uger i træk · 4 uger i alt"),
    ],
)
async def test_the_week_is_said_in_marks_and_words(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    database: Database,
    monday: datetime,
    language: str,
    said: str,
) -> None:
    keep_weeks(database, monday, 6, 5, 4, 2)
    set_settings(database, {"plan": "When I get my coffee"}, now=monday)
    app = make_app(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert said in week_block(app)
        assert "When I get my coffee, I write for 15 minutes." in week_block(app)


async def test_a_rest_card_is_said_kindly(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    keep_weeks(database, monday, 3, 2)
    evening = monday.replace(hour=20)
    app = make_app(now=evening)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "There was a rest card for week 47. You have one left." in week_block(app)


async def test_mending_is_suggested_at_work_and_never_in_the_evening_or_the_weekend(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    keep_weeks(database, monday, 2)
    saturday = monday + timedelta(days=5)
    for moment, says in ((monday, True), (monday.replace(hour=19), False), (saturday, False)):
        app = make_app(now=moment)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert ("mend week 47" in week_block(app)) is says


async def test_runs_can_be_switched_off_entirely(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    keep_weeks(database, monday, 2, 1, 0)
    set_settings(database, {"runs": "off"}, now=monday)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert week_block(app).strip() == "week 48 is kept"


async def test_public_holidays_make_a_week_time_off(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    easter = monday.replace(year=2026, month=4, day=7)
    add_act(database, ActKind.COMMENT, now=easter, day=date(2026, 3, 25))
    set_settings(database, {"country": "DK", "days": "thu,fri,mon"}, now=monday)
    app = make_app(now=easter)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "● ~ ○" in week_block(app)


# --- after quiet weeks ------------------------------------------------------------------------


@pytest.fixture
def away_for_weeks(database: Database, monday: datetime, keep: Callable[..., list[str]]) -> None:
    """A person who kept weeks 40 to 44 and was quiet in 45, 46 and 47."""
    keep("an old thought", now=monday - timedelta(weeks=6))
    keep_weeks(database, monday, 8, 7, 6, 5, 4)
    note_visit(database, (monday - timedelta(weeks=4)).date().isoformat())


@pytest.mark.usefixtures("away_for_weeks")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Good to see you again.", "nothing to catch up on", "45 to 47: were you off?")),
        ("da", ("Godt at se dig igen.", "ikke noget at indhente", "Uge 45 til 47: holdt du fri?")),
    ],
)
async def test_a_return_is_greeted_and_nothing_missed_is_listed(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    language: str,
    said: tuple[str, ...],
) -> None:
    app = make_app(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = seen(pilot)
        assert all(words in shown for words in said)
        marks = week_block(app)
        assert "-" not in marks
        assert "○" in marks
        assert "47" not in marks
        assert seen(pilot).rstrip().splitlines()[-1].startswith(" 1-7")


@pytest.mark.usefixtures("away_for_weeks")
@pytest.mark.parametrize("key", ["j", "y", "click"])
async def test_one_key_makes_the_gap_time_off(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    key: str,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        if key == "click":
            row = next(n for n, line in enumerate(seen(pilot).splitlines()) if "yes, make" in line)
            await pilot.click(offset=(6, row))
        else:
            await pilot.press(key)
        await settle(pilot)
        [absence] = list_absences(database)
        assert (absence.first, absence.last) == ("2026-11-02", "2026-11-22")
        assert "were you off?" not in seen(pilot)
        assert "Good to see you again." in seen(pilot)
        assert "5 weeks in a row" in week_block(app)


@pytest.mark.usefixtures("away_for_weeks")
async def test_n_leaves_the_weeks_quiet_and_is_not_asked_again(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert app.current_mode == "today"
        assert list_absences(database) == []
        assert "were you off?" not in seen(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert app.current_mode == "notebook"


@pytest.mark.usefixtures("away_for_weeks")
@pytest.mark.parametrize(
    ("key", "mood", "cure"),
    [
        ("4", "busy", "a fixed quarter of an hour"),
        ("5", "hard", "Half an hour with somebody"),
        ("6", "dull", "a comment instead of a post"),
        ("7", "fine", "nothing more to say"),
        ("minus", "skipped", ""),
    ],
)
async def test_each_mood_has_its_cure_and_is_asked_once(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    key: str,
    mood: str,
    cure: str,
) -> None:
    for _start in range(2):
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            if not _start:
                assert "How is it right now?" in seen(pilot)
                await pilot.press(key)
                await settle(pilot)
            assert "How is it right now?" not in seen(pilot)
            assert cure in " ".join(seen(pilot).split())
    back = last_return(database)
    assert back is not None
    assert back.mood == mood


@pytest.mark.usefixtures("away_for_weeks")
@pytest.mark.parametrize(("key", "mode"), [("5", "guidelines"), ("6", "catalogue")])
async def test_the_cure_that_is_offered_works(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    key: str,
    mode: str,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        await pilot.press("4")
        await settle(pilot)
        assert app.current_mode == mode


@pytest.mark.usefixtures("away_for_weeks")
async def test_the_next_day_is_as_usual_again(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    monday: datetime,
) -> None:
    for moment, greets in ((monday, True), (monday + timedelta(days=1), False)):
        app = make_app(now=moment)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert ("Good to see you again." in seen(pilot)) is greets


async def test_who_was_here_last_week_is_not_greeted_as_if_she_had_been_away(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    monday: datetime,
) -> None:
    keep_weeks(database, monday, 5, 4)
    note_visit(database, (monday - timedelta(days=3)).date().isoformat())
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Good to see you again." not in seen(pilot)


async def test_a_holiday_is_no_gap(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
    monday: datetime,
) -> None:
    keep_weeks(database, monday, 5, 4)
    add_absence(database, date(2026, 11, 2), date(2026, 11, 22), now=monday)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Good to see you again." not in seen(pilot)


# --- living on --------------------------------------------------------------------------------


async def test_what_the_shell_adds_shows_within_a_look(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    keep: Callable[..., list[str]],
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        keep("from the shell")
        app.on_app_focus()
        await settle(pilot)
        assert "from the shell" in seen(pilot)


async def test_midnight_brings_another_day(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    monday: datetime,
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.now = lambda: monday + timedelta(days=1)
        app.screen._look_at_the_clock()
        await settle(pilot)
        assert "Tuesday 24 November" in seen(pilot)


async def test_the_language_changes_while_it_is_open(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.speak("da")
        await settle(pilot)
        shown = seen(pilot)
        assert "Hvor lang tid har du?" in shown
        assert "Gem en tanke: " in shown
        assert "How long" not in shown
        assert "› 1" in shown


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (100, 30), (200, 60)])
async def test_it_stands_in_any_window(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    size: tuple[int, int],
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Hvor lang tid" in seen(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "›" in seen(pilot)


# --- words and queries ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("Mette",), "Mette"),
        (("Lene Bak", "Jonas"), "Lene and Jonas"),
        (("A", "B", "C"), "A, B and C"),
        (("A", "B", "C", "D"), "A, B and 2 others"),
        (("Ann Ek", "Ann By"), "Ann Ek and Ann By"),
    ],
)
def test_people_are_said_by_name(names: tuple[str, ...], said: str) -> None:
    assert say_names(names) == said


@given(st.text(max_size=200), st.integers(4, 80))
def test_last_words_fit_and_end_as_the_text_ends(before: str, width: int) -> None:
    said = last_words(before, width)
    assert cell_width(said) <= width
    words = before.split()
    if said and words:
        assert words[-1] in said


@given(st.text(alphabet="ab cé日\n ", max_size=120), st.integers(2, 60))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    rows = wrapped(text, width)
    assert all(cell_width(row) <= width for row in rows)
    if all(cell_width(word) <= width for word in text.split()):
        assert " ".join(rows).split() == text.split()


def test_a_gap_is_two_quiet_weeks_whatever_lies_between() -> None:
    on = date(2026, 11, 23)
    acts = [Act(date(2026, 10, 5), "comment")]
    off = [Absence(date(2026, 10, 12), date(2026, 11, 8))]
    assert quiet_gap(weeks(acts, off, [], on=on)) is not None
    longer = [Absence(date(2026, 10, 12), date(2026, 11, 15))]
    assert quiet_gap(weeks(acts, longer, [], on=on)) is None
    again = [*acts, Act(on, "comment")]
    assert quiet_gap(weeks(again, off, [], on=on)) is None
    assert quiet_gap([]) is None


def test_a_rested_thought_is_any_of_them_and_never_a_fresh_one(
    database: Database, keep: Callable[..., list[str]], monday: datetime
) -> None:
    old = keep("one", "two", "three", now=monday - timedelta(days=9))
    keep("fresh", now=monday - timedelta(days=1))
    found = {
        today.rested_thought(database, random.Random(seed), now=monday).id for seed in range(40)
    }
    assert found == set(old)


def test_the_words_before_the_cursor_are_read_and_not_the_whole_text(
    database: Database, monday: datetime
) -> None:
    text = "a" * 1000 + " here " + "b" * 1000
    begin_draft(database, monday, "t", text, 1005)
    found = today.last_draft(database)
    assert found is not None
    assert found.before.endswith(" here")
    assert len(found.before) == today.BEFORE_CURSOR


async def test_today_reads_next_to_nothing_of_a_large_notebook(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    keep_many: Callable[..., None],
    database: Database,
) -> None:
    keep_many(f"thought {number}" for number in range(20_000))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        database.connection.set_progress_handler(count, 100)
        app.screen.load()
        database.connection.set_progress_handler(None, 0)
        assert steps < 100  # times a hundred instructions of SQLite's machine
