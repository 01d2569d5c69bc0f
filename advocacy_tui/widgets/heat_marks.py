"""The heat-map's marks, and its two lines of words: the months above, the legend below."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, month_name

if TYPE_CHECKING:
    from datetime import date

WEEKS = 53
"""Columns: a year, and the week of the day a year ago."""

NONE, SOME, MORE, OFF = "∙", "▯", "▮", "~"
"""Marks of a day. Each is one cell in every terminal: none is of ambiguous width (UAX #11)."""

TODAY = "‹"
"""Stands behind today's row, so that it is seen without colour."""

KINDS = {NONE: "none", SOME: "some", MORE: "more", OFF: "off"}
"""Mark → the last part of its component class."""

LABEL = 4
"""Cells before the first column: a weekday's letters."""

NAME = 3
"""Cells of a month's name."""


def legend() -> list[tuple[str, str]]:
    """Return what each mark says."""
    return [
        (NONE, _("nothing")),
        (SOME, _("something that counts")),
        (MORE, _("more than one")),
        (OFF, _("time off")),
    ]


def today_words() -> str:
    """Return what stands behind today's row."""
    return " ".join((TODAY, _("today")))


def month_line(first: date, begin: int, end: int, pitch: int) -> str:
    """Return each month's name above the week of its first day.

    Args:
        first: The Monday of column 0.
        begin: The first column shown; its month is named too where the name has room.
        end: The column behind the last one shown.
        pitch: Cells from one column to the next.
    """
    line = " " * LABEL
    for column in range(begin, end):
        at = LABEL + (column - begin) * pitch
        sunday = first + timedelta(weeks=column, days=6)
        goes_on = (sunday + timedelta(weeks=3)).month == sunday.month
        begins = sunday.day <= 7 or (column == begin and goes_on)
        if begins and len(line) <= at and (end - column) * pitch >= NAME:
            line = line.ljust(at) + month_name(sunday.month, short=True) + " "
    return line
