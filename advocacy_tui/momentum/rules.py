"""The rules that turn acts, absences and goals into states, rest cards and steadiness.

Weeks are counted from that of the first act: index 0 is that week, the last index the current one.
Days are proleptic Gregorian ordinals, as `date.toordinal` gives them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from advocacy_tui.momentum.values import WeekState

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from advocacy_tui.momentum.values import Absence, Goal, WorkingDays

MOST_REST_CARDS = 2
"""Cards at the start, and the most in hand: three were no better (Duolingo)."""

WEEKS_TO_A_CARD = 4
ACTS_TO_MEND = 2
DEFAULT_GOAL = 1

MEMORY = 0.5 ** ((1 / 7) ** 0.5 * 7 / 13)
"""Share of steadiness that lasts a week, about 0.868.

Source: Loop Habit Tracker, ``Score.compute``, for a habit done one day in seven, over seven days.
"""


class RestCards:
    """Rest cards in hand, and kept weeks since the last one was spent or earned (rule 4)."""

    def __init__(self) -> None:
        self.in_hand = MOST_REST_CARDS
        self.kept = 0

    def end_kept_week(self) -> None:
        """Count a kept week that is over; with both cards in hand nothing is saved up."""
        if self.in_hand == MOST_REST_CARDS:
            return
        self.kept += 1
        if self.kept == WEEKS_TO_A_CARD:
            self.in_hand += 1
            self.kept = 0

    def spend(self) -> None:
        """Use one card; the count towards the next one starts again."""
        self.in_hand -= 1
        self.kept = 0


def away_weeks(
    done: Sequence[int],
    start: int,
    absences: Iterable[Absence],
    working_days: WorkingDays,
    holidays: Container[date],
) -> list[bool]:
    """Tell for each week, the first with its Monday at `start`, whether it is away (rule 1)."""
    days = 7 * len(done)
    absent = bytearray(days)
    for absence in absences:
        begin = max(absence.first.toordinal() - start, 0)
        end = days if absence.last is None else min(absence.last.toordinal() - start + 1, days)
        if begin < end:
            absent[begin:end] = b"\1" * (end - begin)

    def is_off(offset: int) -> bool:
        return bool(absent[offset]) or date.fromordinal(start + offset) in holidays

    return [
        acts == 0 and 2 * sum(is_off(7 * index + day) for day in working_days) > len(working_days)
        for index, acts in enumerate(done)
    ]


def goals_by_week(goals: Iterable[Goal], start: int, count: int) -> list[int]:
    """Return the goal that counts in each of `count` weeks from the Monday `start` (rule 5)."""
    by_date = sorted(goals, key=lambda goal: (goal.from_day, goal.entered, goal.per_week))
    aims, aim, used = [], DEFAULT_GOAL, 0
    for index in range(count):
        sunday = start + 7 * index + 6
        while used < len(by_date) and by_date[used].from_day.toordinal() <= sunday:
            aim = by_date[used].per_week
            used += 1
        aims.append(aim)
    return aims


def judge(done: Sequence[int], away: Sequence[bool]) -> list[WeekState]:
    """Return the state of each week as its acts, and those of later weeks, stand (rules 1, 2, 4).

    An away week holds no act, and the first week holds one.
    """
    current = len(done) - 1
    # Acts of the next week that is not away; 0 while none has begun.
    following = [0] * len(done)
    for index in range(current, 0, -1):
        following[index - 1] = following[index] if away[index] else done[index]
    cards = RestCards()
    states = []
    for index, acts in enumerate(done):
        if acts:
            state = WeekState.KEPT
            cards.end_kept_week()
        elif away[index]:
            state = WeekState.AWAY
        elif index == current:
            state = WeekState.OPEN
        elif following[index] >= ACTS_TO_MEND:
            state = WeekState.MENDED
        elif cards.in_hand:
            state = WeekState.FROZEN
            cards.spend()
        else:
            state = WeekState.ENDED
        states.append(state)
    return states


def mendable_week(done: Sequence[int], away: Sequence[bool]) -> int | None:
    """Return the missed week whose next week that is not away is not over yet (rule 2), if any."""
    for index in range(len(done) - 2, -1, -1):
        if not away[index]:
            return None if done[index] else index
    return None


def cards_after(states: Iterable[WeekState]) -> RestCards:
    """Return the rest cards as weeks that are all over have left them (rule 4)."""
    cards = RestCards()
    for state in states:
        if state is WeekState.KEPT:
            cards.end_kept_week()
        elif state is WeekState.FROZEN:
            cards.spend()
    return cards


def steadiness_curve(done: Sequence[int], away: Sequence[bool], aims: Sequence[int]) -> list[float]:
    """Return steadiness after each week (rule 5); the current week joins at its goal.

    ``s + (v - s)(1 - m)`` is ``s·m + v(1 - m)`` written so that rounding never lowers a full week.
    """
    current = len(done) - 1
    value, curve = 0.0, []
    for index, (acts, aim) in enumerate(zip(done, aims, strict=True)):
        is_over = index < current
        if acts >= aim or (is_over and not away[index]):
            value += (min(1.0, acts / aim) - value) * (1 - MEMORY)
        curve.append(value)
    return curve
