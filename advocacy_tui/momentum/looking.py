"""What there is to say of the weeks: which one can be mended, and how long it was quiet.

The week's command, Today and the rhythm's screen all ask here, so that they never disagree.
`history` is what `weeks` returned; its last week is the current one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.momentum.values import WeekState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from advocacy_tui.momentum.values import Act, Week

QUIET_WEEKS = 2
"""Quiet weeks from which a person is greeted and nothing is suggested (channels-and-momentum)."""

DAYTIME = range(6, 17)
"""Hours at which something may be suggested; evenings are a person's own."""


def last_over(history: Sequence[Week]) -> Week | None:
    """Return the newest week that is over and was not away, or None."""
    for week in reversed(history[:-1]):
        if week.state is not WeekState.AWAY:
            return week
    return None


def mendable(history: Sequence[Week]) -> Week | None:
    """Return the missed week that this one mends or has mended; None while away."""
    last = _last_to_speak_of(history)
    return last if last is not None and last.mendable else None


def rest_card_week(history: Sequence[Week]) -> Week | None:
    """Return the last week that is over where a rest card was used for it; None while away."""
    last = _last_to_speak_of(history)
    return last if last is not None and last.state is WeekState.FROZEN else None


def _last_to_speak_of(history: Sequence[Week]) -> Week | None:
    """Return the newest week that is over; None in time off, when nothing is waiting."""
    if not history or history[-1].state is WeekState.AWAY:
        return None
    return last_over(history)


def quiet_weeks(history: Sequence[Week]) -> list[Week]:
    """Return the weeks since the last kept one, oldest first; away and current are left out."""
    quiet: list[Week] = []
    for week in reversed(history[:-1]):
        if week.state is WeekState.KEPT:
            break
        if week.state is not WeekState.AWAY:
            quiet.append(week)
    return quiet[::-1]


def kinds_of_week(acts: Iterable[Act], on: date) -> list[str]:
    """Return the kinds of what was done in the week of `on` up to that day, in its order."""
    week = on.isocalendar()[:2]
    done = [act for act in acts if act.day <= on and act.day.isocalendar()[:2] == week]
    return [act.kind for act in sorted(done, key=lambda act: act.day)]
