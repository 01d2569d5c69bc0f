"""The rules of the rhythm, each against a table worked out by hand.

A pattern is one word a week, from the week of the first act to the current one: a number is that
many acts on the Wednesday, `a` an absence from Monday to Friday, `a2` two acts in such a week.
States are written K kept, M mended, F frozen (a rest card), A away, E ended, O open.
"""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from advocacy_tui.momentum import (
    Absence,
    Act,
    Goal,
    SteadinessWord,
    Summary,
    Week,
    WeekState,
    next_card_in,
    steadiness_word,
    summary,
    weeks,
)

FIRST = date(2026, 1, 5)  # The Monday of 2026-W02.


class Seen(NamedTuple):
    """What a pattern looks like from the Thursday of its last week."""

    weeks: list[Week]
    summary: Summary

    @property
    def states(self) -> str:
        return "".join(week.state.value[0].upper() for week in self.weeks)


def seen(pattern: str, goals: tuple[Goal, ...] = (), **given: Any) -> Seen:
    acts, absences = [], []
    monday = FIRST
    for word in pattern.split():
        if word.startswith("a"):
            absences.append(Absence(monday, monday + timedelta(days=4)))
        wednesday = monday + timedelta(days=2)
        acts += [Act(wednesday, "comment")] * int(word.lstrip("a") or 0)
        monday += timedelta(days=7)
    on = monday - timedelta(days=4)
    return Seen(
        weeks(acts, absences, goals, on=on, **given),
        summary(acts, absences, goals, on=on, **given),
    )


STATES_AND_SUMS = [
    # pattern, states, run, best, total, rest cards, mendable
    ("1", "K", 1, 1, 1, 2, False),
    ("1 1 1", "KKK", 3, 3, 3, 2, False),
    # The current week without an act is open and takes nothing away.
    ("1 0", "KO", 1, 1, 1, 2, False),
    # Week 2 missed; week 3 is not over and holds 0 acts so far: a card, 2 - 1 = 1.
    ("1 0 0", "KFO", 1, 1, 1, 1, True),
    # One act is not two: still the card. The frozen week neither adds nor ends: run 1 + 1.
    ("1 0 1", "KFK", 2, 2, 2, 1, True),
    # Two acts mend it, and the card is back in hand.
    ("1 0 2", "KMK", 2, 2, 2, 2, True),
    ("1 0 2 0", "KMKO", 2, 2, 2, 2, False),
    ("1 0 1 0", "KFKO", 2, 2, 2, 1, False),
    # Week 2's next week is week 3, which holds none: a card. Week 3's next holds two: mended.
    ("1 0 0 2", "KFMK", 2, 2, 2, 1, True),
    # Cards 2, 1, 0, and the third missed week ends the run, for now.
    ("1 0 0 0 0", "KFFEO", 0, 1, 1, 0, True),
    ("1 1 0 0 0 1", "KKFFEK", 1, 2, 3, 0, True),
    # Two acts undo the ending: run 2 + 1.
    ("1 1 0 0 0 2", "KKFFMK", 3, 3, 3, 0, True),
    # An away week is stepped over when a missed week looks for its next.
    ("1 0 a 2", "KMAK", 2, 2, 2, 2, True),
    ("1 0 a 1", "KFAK", 2, 2, 2, 1, True),
    ("1 0 a a 1 0", "KFAAKO", 2, 2, 2, 1, False),
    # Every week since is away: the next one has not begun and holds 0 acts so far.
    ("1 0 a", "KFA", 1, 1, 1, 1, True),
    # An act makes week 3 kept although there is an absence, and so week 2's next: one act only.
    ("1 0 a1 2", "KFKK", 3, 3, 3, 1, False),
    ("1 0 a2 0", "KMKO", 2, 2, 2, 2, False),
    ("1 a a 1", "KAAK", 2, 2, 2, 2, False),
    ("1 a", "KA", 1, 1, 1, 2, False),
    # The fourth kept week since the card was spent earns one, but only when it is over.
    ("1 0 1 1 1 1", "KFKKKK", 5, 5, 5, 1, False),
    ("1 0 1 1 1 1 0", "KFKKKKO", 5, 5, 5, 2, False),
    ("1 0 1 1 1 1 a", "KFKKKKA", 5, 5, 5, 2, False),
    # Eight more kept weeks would be two cards; two in hand is the most.
    ("1 0 1 1 1 1 1 1 1 1 0", "KFKKKKKKKKO", 9, 9, 9, 2, False),
    # Weeks kept with both cards in hand are not saved up: 3 since the card was spent, not 7.
    ("1 1 1 1 0 1 1 1 0", "KKKKFKKKO", 7, 7, 7, 1, False),
    # Cards 2, 1, 0; four kept weeks make 1, four more make 2. The run ended before the eight.
    ("1 0 0 0 1 1 1 1 1 1 1 1 0", "KFFEKKKKKKKKO", 8, 8, 9, 2, False),
    # An ended week leaves the count alone: 2 kept before it and 2 after it earn a card.
    # Run 1, 2, 3, 4, ended, 1, 2.
    ("1 0 1 0 1 1 0 1 1 0", "KFKFKKEKKO", 2, 4, 6, 1, False),
    # Weeks 5 to 8 earn a card before week 9 is judged, and week 9 takes it.
    ("1 0 1 0 1 1 1 1 0 1", "KFKFKKKKFK", 7, 7, 7, 0, True),
    # A card spent starts the count again: 3 kept, a card spent, 3 kept earn nothing.
    ("1 0 1 1 1 0 1 1 1 0", "KFKKKFKKKO", 7, 7, 7, 0, False),
    # A mended week is no kept week and costs no card: 2 kept before it and 2 after it earn one.
    ("1 0 1 1 0 2 1 0", "KFKKMKKO", 5, 5, 5, 2, False),
    # Away weeks neither count nor start the count again.
    ("1 0 1 a 1 a 1 a 1 0", "KFKAKAKAKO", 5, 5, 5, 2, False),
]


@pytest.mark.parametrize(
    ("pattern", "states", "run", "best", "total", "freezes", "mendable"), STATES_AND_SUMS
)
def test_weeks_are_judged_and_summed_as_worked_out_by_hand(
    pattern: str, states: str, run: int, best: int, total: int, freezes: int, mendable: bool
) -> None:
    life = seen(pattern)
    got = life.summary
    assert life.states == states
    assert (got.run, got.best, got.total, got.freezes) == (run, best, total, freezes)
    assert got.mendable is mendable


def test_the_mendable_week_is_the_missed_one_and_not_the_current_one() -> None:
    assert [week.mendable for week in seen("1 0 a 0").weeks] == [False, True, False, False]


def test_the_summary_speaks_of_the_current_week() -> None:
    got = seen("1 0 3", (Goal(2, FIRST, 1),)).summary
    # Steadiness: .5 of the goal, then none, then a full week; s = .0658, .0571, .1812.
    assert dataclasses.replace(got, steadiness=round(got.steadiness, 3)) == Summary(
        week="2026-W04", state=WeekState.KEPT, mendable=True, done=3, goal=2,
        run=2, best=2, total=2, freezes=2, steadiness=0.181,
    )  # fmt: skip


NEXT_CARD = [
    # pattern, kept weeks until the next card
    ("", None),  # Before the first act.
    ("1 1", None),
    ("1 0 0", 4),  # Spent for now, none kept since.
    ("1 0 1", 3),  # The current week counts once it is kept.
    ("1 0 2", None),  # Mended: both cards are in hand.
    ("1 0 1 1 1 0", 1),
    ("1 0 1 1 1 1", 0),  # Earned; it comes on Monday.
    ("1 0 1 1 1 1 0", None),
    ("1 0 0 0 1 1 1 1 0", 4),  # One earned, one to go.
    ("1 0 1 a 1 a", 2),
]


@pytest.mark.parametrize(("pattern", "expected"), NEXT_CARD)
def test_the_weeks_until_the_next_rest_card_are_counted(pattern: str, expected: int | None) -> None:
    assert next_card_in(seen(pattern).weeks) == expected


# m = 0.5^(0.377964 * 7 / 13) = 0.5^0.203519 = 0.868430, 1 - m = 0.131570.
STEADINESS = [
    # pattern, goal, steadiness
    # n perfect weeks are 1 - m^n: m^4 = .56877, m^8 = .32350, m^12 = .18400, m^26 = .02553.
    (" 1" * 4, 1, 0.431),
    (" 1" * 8, 1, 0.676),
    (" 1" * 12, 1, 0.816),
    (" 1" * 26, 1, 0.974),
    # One miss after twelve: .81600 * .86843 = .70864.
    (" 1" * 12 + " 0 0", 1, 0.709),
    # The open week leaves it alone, and so does an away week, over or not.
    (" 1" * 4 + " 0", 1, 0.431),
    (" 1" * 4 + " a", 1, 0.431),
    (" 1" * 4 + " a a 0", 1, 0.431),
    # Mended and frozen weeks are weeks without an act: .13157 * .86843 = .11426, and with the
    # current week .11426 * .86843 + .13157 = .23080.
    ("1 0 0", 1, 0.114),
    ("1 0 2", 1, 0.231),
    ("5", 1, 0.132),  # More than the goal is no more than a full week.
    ("1", 3, 0.0),  # Under way: the current week joins at its goal.
    ("2", 3, 0.0),
    ("3", 3, 0.132),
    ("4", 3, 0.132),
    ("2 0", 3, 0.088),  # Over: two thirds of .13157.
    ("2 a", 3, 0.088),  # "Once over": the away week shows what the week before it came to.
    ("3 a1", 3, 0.132),  # A holiday week with one act waits for its goal too ...
    ("3 a1 0", 3, 0.158),  # ... and counts when it is over: .13157 * .86843 + .13157 / 3.
]


@pytest.mark.parametrize(("pattern", "goal", "expected"), STEADINESS)
def test_steadiness_follows_the_formula(pattern: str, goal: int, expected: float) -> None:
    life = seen(pattern, (Goal(goal, FIRST, 1),))
    assert round(life.summary.steadiness, 3) == expected


def test_the_history_shows_steadiness_after_each_week() -> None:
    # .1316; * m = .1143; away, unchanged; * m + .1316 = .2308; open, unchanged.
    curve = [round(week.steadiness, 3) for week in seen("1 0 a 2 0").weeks]
    assert curve == [0.132, 0.114, 0.114, 0.231, 0.231]


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0.0, "sprouting"),
        (0.3499, "sprouting"),
        (0.35, "taking_root"),
        (0.6499, "taking_root"),
        (0.65, "growing"),
        (0.8499, "growing"),
        (0.85, "standing_firm"),
        (1.0, "standing_firm"),
    ],
)
def test_steadiness_has_a_word(value: float, word: str) -> None:
    assert steadiness_word(value) is SteadinessWord(word)


def test_the_goal_of_a_week_is_the_last_one_set_on_or_before_its_sunday() -> None:
    goals = (
        Goal(2, date(2026, 1, 18), 1),  # The Sunday of the second week.
        Goal(4, date(2026, 1, 26), 2),  # The Monday of the fourth.
        Goal(3, date(2026, 1, 19), 3),  # The Monday of the third, entered last.
    )
    assert [week.goal for week in seen("1 1 1 1 1", goals).weeks] == [1, 2, 3, 4, 4]


def test_of_two_goals_with_one_date_the_later_entered_counts() -> None:
    earlier, later = Goal(5, FIRST, 7), Goal(2, FIRST, 8)
    for order in ((earlier, later), (later, earlier)):
        assert seen("1", order).summary.goal == 2


def test_a_goal_set_before_the_first_act_counts_and_one_from_next_week_does_not() -> None:
    goals = (Goal(3, date(2020, 1, 1), 1), Goal(5, date(2026, 1, 12), 2))
    assert seen("1", goals).summary.goal == 3


def test_a_goal_under_one_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more, not 0"):
        Goal(0, FIRST, 1)


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
WEEK_14 = date(2026, 3, 30)  # 2026-W14, with Maundy Thursday and Good Friday.
EASTER = frozenset({date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6)})

AWAY = [
    # absent days, holidays, working days, away
    ({MONDAY, TUESDAY, WEDNESDAY}, (), range(5), True),  # 3 of 5
    ({MONDAY, TUESDAY}, (), range(5), False),  # 2 of 5
    ({MONDAY, TUESDAY, SATURDAY, SUNDAY}, (), range(5), False),  # The weekend is no work.
    ({MONDAY, TUESDAY}, (), range(4), False),  # 2 of 4 is half, not more.
    ({MONDAY, TUESDAY}, (), range(3), True),  # 2 of 3
    ({SATURDAY}, (), {SATURDAY}, True),  # 1 of 1
    (range(7), (), (), False),  # 0 of 0
    ((), EASTER, range(5), False),  # Thursday and Friday
    ({WEDNESDAY}, EASTER, range(5), True),  # and one day off before them
    ({FRIDAY}, EASTER, range(5), False),  # A day off on a holiday is one day.
    ((), EASTER, {WEDNESDAY, THURSDAY, FRIDAY}, True),  # 2 of 3
]


@pytest.mark.parametrize(("absent", "holidays", "working", "is_away"), AWAY)
def test_a_week_is_away_when_more_than_half_of_the_working_days_are_off(
    absent: Any, holidays: Any, working: Any, is_away: bool
) -> None:
    days = [WEEK_14 + timedelta(days=day) for day in absent]
    absences = [Absence(day, day) for day in days]
    acts = [Act(WEEK_14 - timedelta(days=7), "idea")]
    later = WEEK_14 + timedelta(days=7)
    given = {"working_days": frozenset(working), "holidays": frozenset(holidays)}
    states = [week.state for week in weeks(acts, absences, [], on=later, **given)]
    assert states[1] is (WeekState.AWAY if is_away else WeekState.FROZEN)
    now = summary(acts, absences, [], on=WEEK_14, **given)
    assert now.state is (WeekState.AWAY if is_away else WeekState.OPEN)


def test_an_absence_without_an_end_lasts_and_one_that_ends_before_it_begins_is_none() -> None:
    act = [Act(FIRST, "idea")]
    on = FIRST + timedelta(days=35)
    until_further_notice = weeks(act, [Absence(FIRST + timedelta(days=7))], [], on=on)
    assert [week.state for week in until_further_notice[1:]] == [WeekState.AWAY] * 5
    backwards = weeks(act, [Absence(on, FIRST)], [], on=on)
    assert WeekState.AWAY not in [week.state for week in backwards]


def test_a_calendar_that_only_answers_whether_it_holds_a_date_will_do() -> None:
    class EveryDay:
        def __contains__(self, day: object) -> bool:
            return isinstance(day, date)

    on = FIRST + timedelta(days=7)
    now = summary([Act(FIRST, "idea")], [], [], on=on, holidays=EveryDay())
    assert now.state is WeekState.AWAY


def test_before_the_first_act_there_is_an_open_week_and_no_history() -> None:
    act = Act(date(2026, 11, 30), "posted")  # The Monday after.
    given: Any = ([act], [Absence(date(2026, 1, 1))], [Goal(3, date(2026, 11, 29), 1)])
    on = date(2026, 11, 29)
    assert weeks(*given, on=on) == []
    assert summary(*given, on=on) == Summary(
        week="2026-W48", state=WeekState.OPEN, mendable=False, done=0, goal=3,
        run=0, best=0, total=0, freezes=2, steadiness=0.0,
    )  # fmt: skip


def test_acts_after_the_date_are_left_out_also_within_its_week() -> None:
    acts = [Act(date(2026, 11, 23), "idea"), Act(date(2026, 11, 26), "posted")]
    done = [summary(acts, [], [], on=date(2026, 11, day)).done for day in (23, 25, 26, 29)]
    assert done == [1, 1, 2, 2]


def test_two_acts_on_one_day_are_two() -> None:
    assert summary([Act(FIRST, "cafe")] * 2, [], [], on=FIRST).done == 2


CALENDAR = [
    # first act, seen on, weeks
    (date(2020, 12, 24), date(2021, 1, 4), ["2020-W52", "2020-W53", "2021-W01"]),
    (date(2020, 12, 31), date(2021, 1, 1), ["2020-W53"]),  # One week, two years.
    (date(2026, 12, 27), date(2027, 1, 4), ["2026-W52", "2026-W53", "2027-W01"]),
    (date(2024, 12, 29), date(2024, 12, 30), ["2024-W52", "2025-W01"]),
    (date(2023, 1, 1), date(2023, 1, 2), ["2022-W52", "2023-W01"]),
    (date(2024, 2, 25), date(2024, 3, 1), ["2024-W08", "2024-W09"]),  # Over 29 February.
    # The Sundays on which clocks change belong to the week before them.
    (date(2026, 3, 29), date(2026, 3, 30), ["2026-W13", "2026-W14"]),
    (date(2026, 10, 25), date(2026, 10, 26), ["2026-W43", "2026-W44"]),
]


@pytest.mark.parametrize(("first", "on", "expected"), CALENDAR)
def test_weeks_are_iso_weeks(first: date, on: date, expected: list[str]) -> None:
    history = weeks([Act(first, "idea"), Act(on, "idea")], [], [], on=on)
    assert [week.iso for week in history] == expected
    assert all(week.monday.weekday() == 0 for week in history)
    assert history[0].monday <= first <= history[0].monday + timedelta(days=6)
