"""Shapes of the rhythm that a screen needs: a word for steadiness, and a year of days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from advocacy_tui.momentum.values import SteadinessWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from advocacy_tui.momentum.values import Act

HEAT_MAP_WEEKS = 53


def steadiness_word(steadiness: float) -> SteadinessWord:
    """Return the word for a steadiness of 0 to 1: under .35, under .65, under .85, and above."""
    if steadiness < 0.35:
        return SteadinessWord.SPROUTING
    if steadiness < 0.65:
        return SteadinessWord.TAKING_ROOT
    if steadiness < 0.85:
        return SteadinessWord.GROWING
    return SteadinessWord.STANDING_FIRM


def days_of_year(acts: Iterable[Act], on: date) -> dict[date, int]:
    """Return the number of acts on each of the 371 days of a 53-week heat-map, oldest first.

    The first day is a Monday, the last the Sunday of the week of `on`. Acts after `on` are left
    out, so the days still to come hold 0.
    """
    first = on - timedelta(days=on.weekday(), weeks=HEAT_MAP_WEEKS - 1)
    grid = {first + timedelta(days=offset): 0 for offset in range(7 * HEAT_MAP_WEEKS)}
    for act in acts:
        if act.day <= on and act.day in grid:
            grid[act.day] += 1
    return grid
