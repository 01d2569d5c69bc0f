"""From kept rows to the rhythm: acts, absences, goals, working days and public holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui import momentum
from advocacy_tui.momentum import Absence, Act, Goal
from advocacy_tui.store.acts import list_absences, list_acts, list_goals
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.weekdays import WEEKDAYS

if TYPE_CHECKING:
    from advocacy_tui.momentum import Summary, Week, WorkingDays
    from advocacy_tui.store.database import Database


class PublicHolidays:
    """The public holidays of a country; a year is worked out when one of its days is asked for.

    So a person without a country, or whose every week holds an act, never waits for the library.
    """

    def __init__(self, country: str) -> None:
        self.country = country
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not self.country or not isinstance(day, date):
            return False
        found = self._years.get(day.year)
        if found is None:
            found = self._years[day.year] = self._of_year(day.year)
        return day in found

    def _of_year(self, year: int) -> frozenset[date]:
        from advocacy_tui.holidays_of import public_holidays

        try:
            return public_holidays(self.country, (year,))
        except NotImplementedError:  # a country that another version of the library knew
            return frozenset()


class Rhythm(NamedTuple):
    """Everything that the weeks are worked out from."""

    acts: tuple[Act, ...]
    absences: tuple[Absence, ...]
    goals: tuple[Goal, ...]
    working_days: WorkingDays
    holidays: PublicHolidays

    def summary(self, on: date) -> Summary:
        """Return the week of `on` and the sums up to it."""
        return momentum.summary(
            self.acts,
            self.absences,
            self.goals,
            on=on,
            working_days=self.working_days,
            holidays=self.holidays,
        )

    def weeks(self, on: date) -> list[Week]:
        """Return every week up to that of `on`, oldest first."""
        return momentum.weeks(
            self.acts,
            self.absences,
            self.goals,
            on=on,
            working_days=self.working_days,
            holidays=self.holidays,
        )

    def is_off(self, day: date) -> bool:
        """Tell whether a day is no working day, planned time off or a public holiday."""
        if day.weekday() not in self.working_days:
            return True
        for absence in self.absences:
            if absence.first <= day and (absence.last is None or day <= absence.last):
                return True
        return day in self.holidays


def read_rhythm(database: Database) -> Rhythm:
    """Read what the weeks are worked out from."""
    return Rhythm(
        acts=tuple(Act(date.fromisoformat(row.day), row.kind) for row in list_acts(database)),
        absences=tuple(
            Absence(
                date.fromisoformat(row.first), date.fromisoformat(row.last) if row.last else None
            )
            for row in list_absences(database)
        ),
        goals=tuple(
            Goal(row.per_week, date.fromisoformat(row.from_day), row.seq)
            for row in list_goals(database)
        ),
        working_days=working_days(get_setting(database, "days")),
        holidays=PublicHolidays(get_setting(database, "country")),
    )


def working_days(days: str) -> WorkingDays:
    """Return the days of a `days` setting, "mon,tue", as 0 for Monday to 6 for Sunday."""
    names = days.split(",")
    return frozenset(index for index, name in enumerate(WEEKDAYS) if name in names)
