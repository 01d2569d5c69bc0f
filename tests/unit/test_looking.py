"""The week's command, Today and the rhythm's screen say the same of the same weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest

from advocacy_tui.commands.week_text import brief_line, week_lines
from advocacy_tui.momentum import (
    MONDAY_TO_FRIDAY,
    Absence,
    Act,
    days_of_year,
    last_over,
    quiet_weeks,
)
from advocacy_tui.screens.momentum_reading import Reading
from advocacy_tui.screens.momentum_words import week_sentences
from advocacy_tui.store.rhythm import PublicHolidays, Rhythm
from advocacy_tui.today_words import quiet_gap, week_note

MONDAY = date(2026, 11, 23)
"""The Monday of week 48."""

CARD = "There was a rest card for week {week}."
LEFT, NONE_LEFT = "You have one left.", "Four kept weeks bring a new one."
TWO = "Two things this week mend week {week}, if you like."
ONE = "One more thing this week mends week {week}."
MENDED = "Week {week} is mended."


class Case(NamedTuple):
    """Weeks ago with one act each, acts of this week, weeks ago off, and what is to be said."""

    name: str
    kept: tuple[int, ...]
    now: int
    off: tuple[int, ...]
    week: int
    card: str
    mend: str


CASES = [
    Case("every week kept", (3, 2, 1), 0, (), 47, "", ""),
    Case("a quiet week, a card in hand", (3, 2), 0, (), 47, f"{CARD} {LEFT}", TWO),
    Case("one thing is done", (3, 2), 1, (), 47, f"{CARD} {LEFT}", ONE),
    Case("two things are done", (3, 2), 2, (), 47, "", MENDED),
    Case("three things are done", (3, 2), 3, (), 47, "", MENDED),
    Case("the last card was used", (5, 3), 0, (2,), 47, f"{CARD} {NONE_LEFT}", TWO),
    Case("no card in hand", (5, 3, 10, 8), 0, (2,), 47, "", TWO),
    Case("time off lies between", (4, 3), 0, (1,), 46, f"{CARD} {LEFT}", TWO),
    Case("time off lies between, one thing done", (4, 3), 1, (1,), 46, f"{CARD} {LEFT}", ONE),
    Case("two weeks off lie between", (5, 4), 2, (1, 2), 45, "", MENDED),
    Case("away right now", (3, 2), 0, (0,), 47, "", ""),
    Case("the first week", (), 1, (), 47, "", ""),
    Case("nothing yet", (), 0, (), 47, "", ""),
]  # fmt: skip


def rhythm_of(case: Case) -> Rhythm:
    """Return what the weeks of a case are worked out from."""
    acts = [Act(MONDAY - timedelta(weeks=ago), "comment") for ago in case.kept]
    acts += [Act(MONDAY, "comment")] * case.now
    absences = [
        Absence(MONDAY - timedelta(weeks=ago), MONDAY - timedelta(weeks=ago, days=-6))
        for ago in case.off
    ]
    return Rhythm(tuple(acts), tuple(absences), (), MONDAY_TO_FRIDAY, PublicHolidays(""))


def on_today(rhythm: Rhythm, hour: int) -> str:
    """Return what Today says beside the weeks at an hour."""
    moment = datetime(2026, 11, 23, hour, tzinfo=UTC)
    return week_note(rhythm, rhythm.summary(MONDAY), rhythm.weeks(MONDAY), moment)


def on_the_screen(rhythm: Rhythm) -> list[str]:
    """Return what the rhythm's screen says beside how the week stands."""
    reading = Reading(
        on=MONDAY, rhythm=rhythm, weeks=rhythm.weeks(MONDAY), summary=rhythm.summary(MONDAY),
        counts=days_of_year(rhythm.acts, MONDAY), off=frozenset(), runs=True, plan="",
    )  # fmt: skip
    return week_sentences(reading, lambda action: action)[1:]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_three_say_the_same(case: Case) -> None:
    rhythm = rhythm_of(case)
    card, mend = (one.format(week=case.week) for one in (case.card, case.mend))
    said = [one for one in (card, mend) if one]
    in_the_shell = week_lines(rhythm, MONDAY, plan="", runs=True).split("\n")
    assert in_the_shell[2:] == said
    assert on_the_screen(rhythm) == said
    assert on_today(rhythm, 12) == (mend or card)
    assert on_today(rhythm, 20) == (mend if case.mend == MENDED else card)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_three_say_the_same_of_the_week_itself(case: Case) -> None:
    rhythm = rhythm_of(case)
    (standing, *_rest) = week_lines(rhythm, MONDAY, plan="", runs=True).split("\n")
    reading = Reading(
        on=MONDAY, rhythm=rhythm, weeks=rhythm.weeks(MONDAY), summary=rhythm.summary(MONDAY),
        counts={}, off=frozenset(), runs=True, plan="",
    )  # fmt: skip
    if reading.weeks:
        on_screen = week_sentences(reading, lambda action: action)[0]
        assert standing.startswith(on_screen.removesuffix(" That is your first week."))


def test_suggestions_are_made_at_the_same_hours() -> None:
    rhythm = rhythm_of(CASES[1])
    for hour in range(24):
        moment = datetime(2026, 11, 23, hour, tzinfo=UTC)
        assert bool(brief_line(rhythm, moment, plan="")) == ("mend" in on_today(rhythm, hour))


@pytest.mark.parametrize(
    ("kept", "off", "quiet"),
    [((3, 2, 1), (), []), ((3, 2), (), [47]), ((4, 3), (1,), [46]), ((4,), (2,), [45, 47]),
     ((5,), (1, 4), [45, 46])],
)  # fmt: skip
def test_quiet_weeks_are_those_since_the_last_kept_one(
    kept: tuple[int, ...], off: tuple[int, ...], quiet: list[int]
) -> None:
    rhythm = rhythm_of(Case("", kept, 0, off, 0, "", ""))
    history = rhythm.weeks(MONDAY)
    assert [int(week.iso[-2:]) for week in quiet_weeks(history)] == quiet
    assert (quiet_gap(history) is not None) == (len(quiet) >= 2)
    last = last_over(history)
    assert last is not None
    assert not quiet or last.iso.endswith(str(quiet[-1]))
