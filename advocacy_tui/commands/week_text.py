"""What `week` says: the week in a few lines, every week in a list, or one line for a prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, ngettext
from advocacy_tui.momentum import (
    DAYTIME,
    QUIET_WEEKS,
    WeekState,
    kinds_of_week,
    quiet_weeks,
    rest_card_week,
)
from advocacy_tui.rhythm_words import (
    MARKS,
    marks_row,
    say_goal,
    say_mend,
    say_rest_card,
    say_standing,
    say_state,
    say_steadiness,
    say_sums,
    week_number,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from advocacy_tui.momentum import Summary, Week
    from advocacy_tui.store.rhythm import Rhythm

WEEKS_IN_ROW = 12
"""Marks in the row of weeks."""


def week_lines(rhythm: Rhythm, on: date, *, plan: str, runs: bool) -> str:
    """Return the week of `on` for a person: what it is, what adds up, and what would mend."""
    summary, history = rhythm.summary(on), rhythm.weeks(on)
    lines = [_standing(rhythm, on, summary)]
    if history:
        row = marks_row(history[-WEEKS_IN_ROW:])
        lines.append(f"{row}   {' · '.join(say_sums(summary, runs=runs))}")
    lines += [say_rest_card(history, summary), say_mend(history), plan]
    return "\n".join(filter(None, lines))


def _standing(rhythm: Rhythm, on: date, summary: Summary) -> str:
    said = say_standing(summary, kinds_of_week(rhythm.acts, on))
    return f"{said} {say_goal(summary.goal)}" if summary.state is WeekState.OPEN else said


def history_lines(history: list[Week]) -> str:
    """Return every week as a line: year, week, mark, word, what was done, steadiness."""
    words = [say_state(week.state) for week in history]
    width = max(map(len, words), default=0)
    return "\n".join(
        "  ".join(
            (
                _("{year} week {number}").format(
                    year=week.iso[:4], number=f"{week_number(week.iso):2}"
                ),
                f"{MARKS[week.state]} {word:<{width}}",
                f"{_done(week):<10}",
                say_steadiness(week.steadiness),
            )
        )
        for week, word in zip(history, words, strict=True)
    )


def _done(week: Week) -> str:
    if not week.done:
        return ""
    return ngettext("{count} thing", "{count} things", week.done).format(count=week.done)


def brief_line(rhythm: Rhythm, moment: datetime, *, plan: str) -> str:
    """Return one line for a shell prompt, "" where there is nothing worth saying.

    It speaks in the daytime of a working day, while the week is open: early in the week of what
    two things would mend, on its last two working days of the plan. It says nothing in a kept
    week, while away, before the first act without a plan, and after two quiet weeks or more.
    """
    on = moment.date()
    if moment.hour not in DAYTIME or on.weekday() not in rhythm.working_days:
        return ""
    summary, history = rhythm.summary(on), rhythm.weeks(on)
    if summary.state is not WeekState.OPEN or len(quiet_weeks(history)) >= QUIET_WEEKS:
        return ""
    line = _worth_saying(rhythm, on, summary, history, plan)
    # Asked last: in a country with public holidays it is what takes longest.
    return "" if line and rhythm.is_off(on) else line


def _worth_saying(
    rhythm: Rhythm, on: date, summary: Summary, history: list[Week], plan: str
) -> str:
    number = week_number(summary.week)
    if on.weekday() not in sorted(rhythm.working_days)[-2:]:
        carded = rest_card_week(history)
        if carded is not None:
            return _("Week {number} took a rest card. Two things this week mend it.").format(
                number=week_number(carded.iso)
            )
        return say_mend(history)
    if plan:
        return _("Week {number} is open. {plan}").format(number=number, plan=plan)
    if not history:
        return ""
    return _("Week {number} is open. A comment for a colleague counts too.").format(number=number)
