"""Weekdays as a person writes them, in either language."""

from __future__ import annotations

import re
from datetime import date, timedelta

from advocacy_tui import i18n
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import LANGUAGES, _, weekday_name
from advocacy_tui.text import fold

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The weekdays as they are kept, Monday first."""

_A_MONDAY = date(2026, 11, 23)
_WORD = r"[^\W\d_]+"
_ONE_OR_RANGE = rf"({_WORD})(?:\s*[-–]\s*({_WORD}))?"


def say_days(days: str) -> str:
    """Return "mon,tue" as short names in the language spoken now."""
    chosen = days.split(",")
    return " ".join(
        weekday_name(_A_MONDAY + timedelta(days=index), short=True).lower()
        for index, name in enumerate(WEEKDAYS)
        if name in chosen
    )


def days_in(text: str) -> str:
    """Return the weekdays that a person wrote ("man, tir", "mon-fri"), as "mon,tue".

    Names of the language spoken may be cut to two letters, those of the other one to three: "to"
    is a Danish Thursday, and no weekday in English.

    Raises:
        UsageProblem: a word that begins no weekday's name.
    """
    known = _beginnings()
    found: set[int] = set()
    for first, last in re.findall(_ONE_OR_RANGE, text):
        begin = _index_of(first, known)
        end = _index_of(last, known) if last else begin
        found.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return ",".join(WEEKDAYS[index] for index in sorted(found))


def _index_of(word: str, known: list[tuple[str, int, int]]) -> int:
    found = {
        index for name, index, least in known if len(word) >= least and name.startswith(fold(word))
    }
    if len(found) != 1:
        raise UsageProblem(
            _("{word} is no weekday. Write, for instance: {example}").format(
                word=word, example=say_days("mon,tue,wed,thu,fri")
            )
        )
    return found.pop()


def _beginnings() -> list[tuple[str, int, int]]:
    """Return (folded name, weekday, letters it may be cut to) in every language."""
    spoken = i18n.language()
    names = []
    for language in LANGUAGES:
        i18n.use(language)
        names += [
            (fold(weekday_name(_A_MONDAY + timedelta(days=index))), index, 2 + (language != spoken))
            for index in range(7)
        ]
    i18n.use(spoken)
    return names
