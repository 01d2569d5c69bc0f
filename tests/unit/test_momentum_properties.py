"""What holds for every rhythm, and a second, slow reading of the rules to compare with."""

from __future__ import annotations

import dataclasses
import math
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from advocacy_tui.momentum import (
    Absence,
    Act,
    Goal,
    Summary,
    Week,
    days_of_year,
    next_card_in,
    summary,
    weeks,
)

DAY, WEEK = timedelta(days=1), timedelta(days=7)
# Mondays ahead of a 53rd week, a plain New Year, and both changes of the clocks.
WEEKS = [(2020, 49), (2024, 49), (2026, 11), (2026, 41)]
WORKING = [range(5), range(5), range(5), range(4), (0, 1, 2), range(7), (6,), ()]


@dataclasses.dataclass(frozen=True)
class Life:
    """Everything the rules look at, and the date it is looked at from."""

    on: date
    acts: tuple[Act, ...]
    absences: tuple[Absence, ...]
    goals: tuple[Goal, ...]
    working_days: frozenset[int]
    holidays: frozenset[date]

    @property
    def monday(self) -> date:
        return self.on - self.on.weekday() * DAY

    def given(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def weeks(self) -> list[Week]:
        return weeks(**self.given())

    def summary(self) -> Summary:
        return summary(**self.given())

    def but(self, **changes: Any) -> Life:
        return dataclasses.replace(self, **changes)

    def with_act(self, day: date) -> Life:
        return self.but(acts=(*self.acts, Act(day, "comment")))


@st.composite
def lives(draw: st.DrawFn, most_weeks: int = 26) -> Life:
    """Draw weeks with few acts and many absences, seen from about their last one."""
    start = date.fromisocalendar(*draw(st.sampled_from(WEEKS)), 1)
    plan = st.tuples(st.sampled_from((0, 0, 0, 1, 1, 1, 2, 3)), st.integers(0, 6), st.booleans())
    plans = draw(st.lists(plan, min_size=1, max_size=most_weeks))
    acts, absences = [], []
    for index, (count, weekday, absent) in enumerate(plans):
        acts += [Act(start + index * WEEK + weekday * DAY, "comment")] * count
        if absent and weekday < 4:
            absences.append(Absence(start + index * WEEK, start + index * WEEK + 6 * DAY))
    days = st.integers(-10, 7 * len(plans) + 10).map(lambda day: start + day * DAY)
    for first, length in draw(st.lists(st.tuples(days, st.integers(-2, 12)), max_size=3)):
        absences.append(Absence(first, first + length * DAY))
    absences += [Absence(first) for first in draw(st.lists(days, max_size=1)) if len(plans) > 3]
    aims = draw(st.lists(st.tuples(st.integers(1, 5), days), max_size=4))
    goals = [Goal(aim, day, entered) for entered, (aim, day) in enumerate(aims)]
    return Life(
        on=start + (len(plans) - 1) * WEEK + draw(st.integers(-8, 13)) * DAY,
        acts=tuple(acts),
        absences=tuple(absences),
        goals=tuple(goals),
        working_days=frozenset(draw(st.sampled_from(WORKING))),
        holidays=frozenset(draw(st.lists(days, max_size=6))),
    )


class SlowReading:
    """The rules read aloud for one life, one week at a time, nothing carried along."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.known: dict[date, str] = {}

    @cached_property
    def mondays(self) -> list[date]:
        days = [act.day for act in self.life.acts if act.day <= self.life.on]
        found: list[date] = []
        day = min(days, default=date.max)
        while day <= self.life.on:
            if not found or day.weekday() == 0:
                found.append(day - day.weekday() * DAY)
            day += DAY
        return found

    def done(self, monday: date) -> int:
        week = [monday + offset * DAY for offset in range(7)]
        return len([act for act in self.life.acts if act.day in week and act.day <= self.life.on])

    def away(self, monday: date) -> bool:
        work = [monday + offset * DAY for offset in self.life.working_days]
        free = {
            day
            for day in work
            for absence in self.life.absences
            if absence.first <= day and (absence.last is None or day <= absence.last)
        } | (set(work) & self.life.holidays)
        return self.done(monday) == 0 and len(free) > len(work) / 2

    def next_not_away(self, monday: date) -> date | None:
        later = [other for other in self.mondays if other > monday and not self.away(other)]
        return later[0] if later else None

    def state(self, monday: date) -> str:
        self.known[monday] = self.known.get(monday) or self.judged(monday)
        return self.known[monday]

    def judged(self, monday: date) -> str:
        if self.done(monday):
            return "kept"
        if self.away(monday):
            return "away"
        if monday == self.mondays[-1]:
            return "open"
        following = self.next_not_away(monday)
        if following is not None and self.done(following) >= 2:
            return "mended"
        return "frozen" if self.cards(monday) else "ended"

    def cards(self, before: date) -> int:
        ledger = ""  # k kept, s spent, e earned; "e" and "s" start the count of "k" again.
        for monday in self.mondays:
            if monday < before:
                ledger += {"kept": "k", "frozen": "s"}.get(self.state(monday), "")
                in_hand = 2 - ledger.count("s") + ledger.count("e")
                if in_hand < 2 and ledger.endswith("kkkk"):
                    ledger += "e"
        return 2 - ledger.count("s") + ledger.count("e")

    def mendable(self, monday: date) -> bool:
        missed = self.state(monday) in ("mended", "frozen", "ended")
        return missed and self.next_not_away(monday) in (None, self.mondays[-1])

    def goal(self, monday: date) -> int:
        by = [goal for goal in self.life.goals if goal.from_day <= monday + 6 * DAY]
        return max(by, key=lambda goal: (goal.from_day, goal.entered)).per_week if by else 1

    def steadiness(self, monday: date) -> float:
        memory = math.pow(0.5, math.sqrt(1 / 7) * 7 / 13)
        full = []
        for week in self.mondays[: self.mondays.index(monday) + 1]:
            share = min(1.0, self.done(week) / self.goal(week))
            over = week != self.mondays[-1]
            if (over and self.state(week) != "away") or (not over and share == 1.0):
                full.append(share)
        return math.fsum(v * (1 - memory) * memory**age for age, v in enumerate(full[::-1]))

    def run(self, upto: int) -> int:
        states = [self.state(monday) for monday in self.mondays[:upto]]
        while "ended" in states:
            states = states[states.index("ended") + 1 :]
        return states.count("kept")


def sums(life: Life) -> dict[str, float]:
    found = dataclasses.asdict(life.summary())
    return {name: found[name] for name in ("run", "best", "total", "freezes", "steadiness")}


@settings(max_examples=600, deadline=None)
@given(lives())
def test_weeks_and_sums_are_those_of_the_slow_reading(life: Life) -> None:
    slow, got, now = SlowReading(life), life.weeks(), life.summary()
    assert [week.monday for week in got] == slow.mondays
    for monday, week in zip(slow.mondays, got, strict=True):
        assert week.iso == monday.strftime("%G-W%V")
        assert (week.state, week.done) == (slow.state(monday), slow.done(monday))
        assert (week.goal, week.mendable) == (slow.goal(monday), slow.mendable(monday))
        assert week.steadiness == pytest.approx(slow.steadiness(monday), abs=1e-12)
    runs = [slow.run(upto) for upto in range(len(got) + 1)]
    assert (now.run, now.best) == (runs[-1], max(runs))
    assert now.total == [slow.state(monday) for monday in slow.mondays].count("kept")
    assert now.freezes == slow.cards(life.monday)
    assert now.mendable is any(slow.mendable(monday) for monday in slow.mondays)
    assert (now.week, now.goal) == (life.on.strftime("%G-W%V"), slow.goal(life.monday))
    for last in got[-1:]:
        assert (now.state, now.done, now.steadiness) == (last.state, last.done, last.steadiness)


@settings(max_examples=2_000, deadline=None)
@given(lives(), st.integers(1, 4))
def test_acts_added_today_never_lower_a_sum(life: Life, count: int) -> None:
    for _ in range(count):
        before, life = sums(life), life.with_act(life.on)
        after = sums(life)
        assert all(after[name] >= before[name] for name in before), (before, after)


@settings(max_examples=600, deadline=None)
@given(lives(), st.integers(-200, 30))
def test_an_act_on_any_date_never_lowers_the_total(life: Life, offset: int) -> None:
    more = life.with_act(life.on + offset * DAY)
    assert more.summary().total >= life.summary().total


@settings(max_examples=600, deadline=None)
@given(lives(), st.integers(1, 40))
def test_total_and_best_never_fall_as_time_goes_by(life: Life, days: int) -> None:
    now, then = life.summary(), life.but(on=life.on + days * DAY).summary()
    assert then.total >= now.total
    assert then.best >= now.best


@settings(max_examples=600, deadline=None)
@given(lives())
def test_an_away_week_without_acts_shows_what_the_weeks_before_it_made(life: Life) -> None:
    quiet = life.but(acts=tuple(act for act in life.acts if act.day < life.monday))
    away = quiet.but(absences=(*life.absences, Absence(life.monday, life.monday + 6 * DAY)))
    plain = quiet.but(
        absences=tuple(
            Absence(a.first, min(a.last or date.max, life.monday - DAY)) for a in life.absences
        ),
        holidays=frozenset(day for day in life.holidays if day < life.monday),
    )
    assert sums(away) == sums(plain)


@settings(max_examples=600, deadline=None)
@given(lives(), st.integers(0, 30))
def test_an_away_week_put_in_between_changes_nothing_after_it(life: Life, where: int) -> None:
    life = life.but(working_days=frozenset(range(5)))
    history = life.weeks()
    assume(len(history) > 1)
    where %= len(history) - 1
    cut = history[where].monday + WEEK

    def moved(day: date) -> date:
        return day + WEEK if day >= cut else day

    def moved_absence(absence: Absence) -> Absence:
        return Absence(moved(absence.first), absence.last and moved(absence.last))

    longer = life.but(
        on=moved(life.on),
        acts=tuple(Act(moved(act.day), act.kind) for act in life.acts),
        absences=(*map(moved_absence, life.absences), Absence(cut, cut + 6 * DAY)),
        goals=tuple(dataclasses.replace(g, from_day=moved(g.from_day)) for g in life.goals),
        holidays=frozenset(map(moved, life.holidays)),
    )
    got = longer.weeks()
    assert got.pop(where + 1).state == "away"

    dateless: dict[str, Any] = {"iso": "", "monday": cut}
    expected = [dataclasses.replace(week, **dateless) for week in history]
    assert [dataclasses.replace(week, **dateless) for week in got] == expected
    assert sums(longer) == sums(life)


@settings(max_examples=300, deadline=None)
@given(lives(), st.randoms(use_true_random=False))
def test_the_order_of_entering_never_matters(life: Life, random: Any) -> None:
    acts, absences, goals = (
        random.sample(told, len(told)) for told in (life.acts, life.absences, life.goals)
    )
    # Goals may be entered in another order too, unless two of them have one date.
    if len({goal.from_day for goal in goals}) == len(goals):
        goals = [dataclasses.replace(goal, entered=n) for n, goal in enumerate(goals)]
    other = life.but(acts=acts, absences=absences, goals=goals)
    assert (other.weeks(), other.summary()) == (life.weeks(), life.summary())


@settings(max_examples=300, deadline=None)
@given(lives(), st.integers(0, 60))
def test_the_past_is_seen_as_it_was_then(life: Life, days: int) -> None:
    then = life.but(on=life.on - days * DAY)
    known_then = then.but(acts=tuple(act for act in life.acts if act.day <= then.on))
    assert (then.weeks(), then.summary()) == (known_then.weeks(), known_then.summary())
    # What was final then is final now: every week before a mendable or the current one.
    past, now = then.weeks(), life.weeks()
    final = next((index for index, week in enumerate(past) if week.mendable), len(past) - 1)
    assert past[: max(final, 0)] == now[: max(final, 0)]


@settings(max_examples=300, deadline=None)
@given(lives())
def test_states_and_sums_stay_within_their_bounds(life: Life) -> None:
    history, now = life.weeks(), life.summary()
    assert 0 <= now.run <= now.best <= now.total <= len(history)
    assert 0 <= now.freezes <= 2
    assert all(0 <= week.steadiness <= 1 for week in history)
    assert sum(week.mendable for week in history) <= 1
    assert all(week.state != "open" for week in history[:-1])
    assert all(week.state in ("kept", "away", "open") for week in history[-1:])


@settings(max_examples=300, deadline=None)
@given(lives())
def test_the_next_card_comes_after_as_many_kept_weeks_as_said(life: Life) -> None:
    wait, freezes = next_card_in(life.weeks()), life.summary().freezes
    assert (wait is None) == (freezes == 2)
    if wait is None:
        return
    # One act a week from here on: two could mend a missed week and so give a card back.
    sunday = life.monday + 6 * DAY
    settled = life.but(on=sunday, acts=tuple(act for act in life.acts if act.day <= life.on))
    if not life.summary().done:
        settled = settled.with_act(settled.on)
        wait -= 1
    for _ in range(wait):
        settled = settled.but(on=settled.on + WEEK).with_act(settled.on + WEEK)
    assert settled.summary().freezes == freezes
    assert settled.but(on=settled.on + DAY).summary().freezes == freezes + 1


@settings(max_examples=200, deadline=None)
@given(lives())
def test_an_absence_told_day_by_day_or_twice_is_the_same(life: Life) -> None:
    end = life.on + WEEK
    told = tuple(
        Absence(absence.first + offset * DAY, absence.first + offset * DAY)
        for absence in life.absences
        for offset in range((min(absence.last or end, end) - absence.first).days + 1)
    )
    for absences in (told, life.absences * 2):
        assert life.but(absences=absences).weeks() == life.weeks()


@settings(max_examples=200, deadline=None)
@given(lives(most_weeks=70))
def test_the_heat_map_holds_each_act_of_its_53_weeks(life: Life) -> None:
    grid = days_of_year(life.acts, life.on)
    days = [life.monday + offset * DAY for offset in range(-52 * 7, 7)]
    assert list(grid) == days
    in_view = [act.day for act in life.acts if days[0] <= act.day <= life.on]
    assert all(grid[day] == in_view.count(day) for day in days)
