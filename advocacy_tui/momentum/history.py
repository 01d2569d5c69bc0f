"""The weeks so far, and what they add up to, as seen from a date."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from advocacy_tui.momentum import rules
from advocacy_tui.momentum.values import (
    MONDAY_TO_FRIDAY,
    NO_HOLIDAYS,
    Summary,
    Week,
    WeekState,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from advocacy_tui.momentum.values import Absence, Act, Goal, WorkingDays


def weeks(
    acts: Iterable[Act],
    absences: Iterable[Absence],
    goals: Iterable[Goal],
    *,
    on: date,
    working_days: WorkingDays = MONDAY_TO_FRIDAY,
    holidays: Container[date] = NO_HOLIDAYS,
) -> list[Week]:
    """Return every week from that of the first act to that of `on`, oldest first.

    Acts after `on` are left out; absences, goals and holidays count by their own dates. `holidays`
    is only asked whether it holds a date, so a calendar that fills itself when asked will do.
    Without an act up to `on` the list is empty.
    """
    days = [act.day.toordinal() for act in acts if act.day <= on]
    if not days:
        return []
    start = _monday(min(days))
    counts = Counter((day - start) // 7 for day in days)
    done = [counts[index] for index in range((on.toordinal() - start) // 7 + 1)]
    away = rules.away_weeks(done, start, absences, working_days, holidays)
    aims = rules.goals_by_week(goals, start, len(done))
    curve = rules.steadiness_curve(done, away, aims)
    mendable = rules.mendable_week(done, away)
    history = []
    for index, state in enumerate(rules.judge(done, away)):
        monday = date.fromordinal(start + 7 * index)
        history.append(
            Week(
                iso=iso_week(monday),
                monday=monday,
                state=state,
                done=done[index],
                goal=aims[index],
                steadiness=curve[index],
                mendable=index == mendable,
            )
        )
    return history


def summary(
    acts: Iterable[Act],
    absences: Iterable[Absence],
    goals: Iterable[Goal],
    *,
    on: date,
    working_days: WorkingDays = MONDAY_TO_FRIDAY,
    holidays: Container[date] = NO_HOLIDAYS,
) -> Summary:
    """Return the week of `on` and the sums up to it; the arguments are those of `weeks`.

    Before the first act the week is open, every sum 0, and both rest cards are in hand.
    """
    goals = list(goals)
    history = weeks(acts, absences, goals, on=on, working_days=working_days, holidays=holidays)
    if not history:
        [goal] = rules.goals_by_week(goals, _monday(on.toordinal()), 1)
        return Summary(
            week=iso_week(on),
            state=WeekState.OPEN,
            mendable=False,
            done=0,
            goal=goal,
            run=0,
            best=0,
            total=0,
            freezes=rules.MOST_REST_CARDS,
            steadiness=0.0,
        )
    current = history[-1]
    runs = _runs(history)
    return Summary(
        week=current.iso,
        state=current.state,
        mendable=any(week.mendable for week in history),
        done=current.done,
        goal=current.goal,
        run=runs[-1],
        best=max(runs),
        total=sum(week.state is WeekState.KEPT for week in history),
        freezes=_cards(history).in_hand,
        steadiness=current.steadiness,
    )


def next_card_in(history: Sequence[Week]) -> int | None:
    """Return how many more kept weeks earn the next rest card; None while both are in hand.

    `history` is what `weeks` returned. The current week counts once it is kept, so 0 means that
    the card is earned and comes when this week is over.
    """
    cards = _cards(history)
    if cards.in_hand == rules.MOST_REST_CARDS:
        return None
    return rules.WEEKS_TO_A_CARD - cards.kept - (history[-1].state is WeekState.KEPT)


def iso_week(day: date) -> str:
    """Return the ISO week of a day, such as ``2026-W48``; the year is the week's, not the day's."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _monday(day: int) -> int:
    """Return the ordinal of the Monday of a day's week; ordinal 1 is a Monday."""
    return day - (day - 1) % 7


def _runs(history: Iterable[Week]) -> list[int]:
    """Return the run after each week (rule 3)."""
    run, runs = 0, []
    for week in history:
        if week.state is WeekState.KEPT:
            run += 1
        elif week.state is WeekState.ENDED:
            run = 0
        runs.append(run)
    return runs


def _cards(history: Sequence[Week]) -> rules.RestCards:
    """Return the rest cards in hand; the current week has earned none before it is over."""
    return rules.cards_after(week.state for week in history[:-1])
