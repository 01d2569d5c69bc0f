"""What the rhythm's screen shows, read from the store in one go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui import momentum
from advocacy_tui.plans import whole_plan
from advocacy_tui.settings import BY_KEY
from advocacy_tui.store.diary import read_day
from advocacy_tui.store.preferences import stored
from advocacy_tui.store.rhythm import read_rhythm

if TYPE_CHECKING:
    from advocacy_tui.momentum import Absence, Summary, Week
    from advocacy_tui.store.database import Database
    from advocacy_tui.store.diary import Day
    from advocacy_tui.store.rhythm import Rhythm


class Reading(NamedTuple):
    """The rhythm as seen from the day `on`; `counts` and `off` cover the year of the heat-map."""

    on: date
    rhythm: Rhythm
    weeks: list[Week]
    summary: Summary
    counts: dict[date, int]
    off: frozenset[date]
    runs: bool
    plan: str

    @property
    def away_until_said(self) -> Absence | None:
        """Time off without a last day that has begun, if there is any."""
        for absence in self.rhythm.absences:
            if absence.last is None and absence.first <= self.on:
                return absence
        return None

    def week_of(self, day: date) -> Week | None:
        """Return the week of a day; None before the first one."""
        if not self.weeks:
            return None
        index = (day - self.weeks[0].monday).days // 7
        return self.weeks[index] if 0 <= index < len(self.weeks) else None


class DayReading(NamedTuple):
    """One day: what happened, whether it is planned time off, and the public holiday's name."""

    day: date
    happened: Day
    is_away: bool
    holiday: str


def read_momentum(database: Database, on: date) -> Reading:
    """Read and work out everything but the selected day."""
    rhythm = read_rhythm(database)
    chosen = stored(database)
    counts = momentum.days_of_year(rhythm.acts, on)
    return Reading(
        on=on,
        rhythm=rhythm,
        weeks=rhythm.weeks(on),
        summary=rhythm.summary(on),
        counts=counts,
        off=_days_off(rhythm, counts),
        runs=chosen.get("runs", BY_KEY["runs"].default) == "on",
        plan=whole_plan(chosen.get("plan", "")),
    )


def _days_off(rhythm: Rhythm, year: dict[date, int]) -> frozenset[date]:
    """Return planned time off, and public holidays that fall on a working day."""
    off = {day for day in year if day.weekday() in rhythm.working_days and day in rhythm.holidays}
    return frozenset(off.union(*(_covered(absence, year) for absence in rhythm.absences)))


def _covered(absence: Absence, year: dict[date, int]) -> set[date]:
    first, last = min(year), max(year)
    begin = max(absence.first, first)
    end = last if absence.last is None else min(absence.last, last)
    return {begin + timedelta(days=offset) for offset in range((end - begin).days + 1)}


def read_one_day(database: Database, rhythm: Rhythm, day: date, *, language: str) -> DayReading:
    """Read one day; a public holiday is named in the language where the library knows it."""
    is_away = any(
        one.first <= day and (one.last is None or day <= one.last) for one in rhythm.absences
    )
    return DayReading(
        day=day,
        happened=read_day(database, day),
        is_away=is_away,
        holiday=_holiday(rhythm, day, language) if day in rhythm.holidays else "",
    )


def _holiday(rhythm: Rhythm, day: date, language: str) -> str:
    """Return the holiday's name in the language, or else in the country's own."""
    import holidays

    country = rhythm.holidays.country
    known = holidays.country_holidays(country)
    wanted = ("da",) if language == "da" else ("en_US", "en_GB", "en")
    spoken = next((one for one in wanted if one in (known.supported_languages or ())), None)
    return str(holidays.country_holidays(country, years=day.year, language=spoken).get(day) or "")
