"""Dates as a person types them: 2026-12-23, 23.12, 23 Dec, tomorrow."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from advocacy_tui.i18n import language, month_name

if TYPE_CHECKING:
    from collections.abc import Iterator

YEARS = range(1900, 3000)
"""Years in which a day can lie; anything else is a slip of the keys."""

LOOK_BACK = timedelta(days=60)
"""A date without a year lies at most so far back, else it is the next one to come."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]{3,})\.?,?(?:\s*(\d{4}))?")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s*(\d{1,2})(?:,?\s+(\d{4}))?")
_WORDS = {
    "i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1,
    "i går": -1, "igår": -1, "yesterday": -1,
}  # fmt: skip
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "maj": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Both languages' months by their first three letters."""


def read_date(text: str, today: date, *, after: date | None = None) -> date | None:
    """Return the date that a person typed, or None where it is none.

    Both languages' months (their first three letters decide) and the words for today, tomorrow
    and yesterday are understood; numbers are day before month. Without a year it is the next such
    date to come, or one at most LOOK_BACK ago; with `after`, the first one from that day on.
    """
    said = " ".join(text.lower().split())
    if said in _WORDS:
        return today + timedelta(days=_WORDS[said])
    found = _parts(said)
    if found is None:
        return None
    day, month, year = found
    if year is not None:
        return _date(year, month, day)
    earliest = after if after is not None else today - LOOK_BACK
    return next((one for one in _yearly(day, month, earliest) if one >= earliest), None)


def _parts(said: str) -> tuple[int, int, int | None] | None:
    """Return day, month and year, the year None where it was left out."""
    match = _ISO.fullmatch(said)
    if match:
        return int(match[3]), int(match[2]), int(match[1])
    match = _NUMBERS.fullmatch(said)
    if match:
        return int(match[1]), int(match[2]), _year(match[3])
    match = _NAMED.fullmatch(said)
    day, name, year = match.groups() if match else (None, None, None)
    if match is None:
        match = _NAMED_FIRST.fullmatch(said)
        name, day, year = match.groups() if match else (None, None, None)
    month = _MONTHS.get(name[:3]) if name else None
    if day is None or month is None:
        return None
    return int(day), month, _year(year)


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _yearly(day: int, month: int, earliest: date) -> Iterator[date]:
    """Yield the date in the years from that of `earliest` on; 29 February is up to 8 years off."""
    for year in range(earliest.year, earliest.year + 9):
        found = _date(year, month, day)
        if found is not None:
            yield found


def typed_date(day: date) -> str:
    """Return a date as a person would type it: "23.12.2026" / "23 Dec 2026"."""
    if language() == "da":
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day} {month_name(day.month, short=True)} {day.year}"
