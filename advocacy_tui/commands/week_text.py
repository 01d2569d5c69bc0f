"""What `week` says: the week in a few lines, every week in a list, or one line for a prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, ngettext
from advocacy_tui.momentum import WeekState
from advocacy_tui.rhythm_words import (
    MARKS,
    marks_row,
    say_away,
    say_goal,
    say_kept,
    say_mending,
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

DAYTIME = range(6, 17)
"""Hours at which something may be suggested: nothing in evenings."""

QUIET_WEEKS = 2
"""From this many quiet weeks on a greeting in the app does more good than a line in a prompt."""


def week_lines(rhythm: Rhythm, on: date, *, plan: str, runs: bool) -> str:
    """Return the week of `on` for a person: what it is, what adds up, and what would mend."""
    summary, history = rhythm.summary(on), rhythm.weeks(on)
    lines = [_state_sentence(rhythm, on, summary)]
    if history:
        row = marks_row(history[-WEEKS_IN_ROW:])
        lines.append(f"{row}   {' · '.join(say_sums(summary, runs=runs))}")
    card = rest_card_sentence(history, summary)
    if card:
        lines.append(card)
    mend = mend_sentence(history)
    if mend:
        lines.append(mend)
    if plan:
        lines.append(plan)
    return "\n".join(lines)


def _state_sentence(rhythm: Rhythm, on: date, summary: Summary) -> str:
    if summary.state is WeekState.AWAY:
        return say_away(summary.week)
    if summary.state is WeekState.KEPT:
        kinds = [
            act.kind
            for act in sorted(rhythm.acts, key=lambda act: act.day)
            if act.day <= on and act.day.isocalendar()[:2] == on.isocalendar()[:2]
        ]
        return say_kept(summary.week, kinds)
    return _("Week {number} is open. {enough}").format(
        number=week_number(summary.week), enough=say_goal(summary.goal)
    )


def rest_card_sentence(history: list[Week], summary: Summary) -> str:
    """Return that a rest card was used for the last week that was over and not away, or ""."""
    last = _last_over(history)
    if last is None or last.state is not WeekState.FROZEN:
        return ""
    used = _("There was a rest card for week {number}.").format(number=week_number(last.iso))
    left = _("You have one left.") if summary.freezes else _("Four kept weeks bring a new one.")
    return f"{used} {left}"


def _last_over(history: list[Week]) -> Week | None:
    """Return the newest week that is over and was not away."""
    over = [week for week in history[:-1] if week.state is not WeekState.AWAY]
    return over[-1] if over else None


def mend_sentence(history: list[Week]) -> str:
    """Return what mends a missed week that is not final yet, that it is mended, or ""."""
    for week in history:
        if week.mendable:
            return say_mending(week, begun=history[-1].done > 0)
    return ""


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
    if summary.state is not WeekState.OPEN or _quiet_weeks(history) >= QUIET_WEEKS:
        return ""
    line = _worth_saying(rhythm, on, summary, history, plan)
    # Asked last: in a country with public holidays it is what takes longest.
    return "" if line and rhythm.is_off(on) else line


def _worth_saying(
    rhythm: Rhythm, on: date, summary: Summary, history: list[Week], plan: str
) -> str:
    number = week_number(summary.week)
    if on.weekday() not in sorted(rhythm.working_days)[-2:]:
        last = _last_over(history)
        if last is not None and last.state is WeekState.FROZEN:
            return _("Week {number} took a rest card. Two things this week mend it.").format(
                number=week_number(last.iso)
            )
        return mend_sentence(history)
    if plan:
        return _("Week {number} is open. {plan}").format(number=number, plan=plan)
    if not history:
        return ""
    return _("Week {number} is open. A comment for a colleague counts too.").format(number=number)


def _quiet_weeks(history: list[Week]) -> int:
    """Return how many weeks in a row before this one were quiet, away weeks left out."""
    count = 0
    for week in reversed(history[:-1]):
        if week.state is WeekState.KEPT:
            break
        count += week.state is not WeekState.AWAY
    return count
