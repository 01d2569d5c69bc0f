"""What goes into the rhythm of the weeks and what comes out of it, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

WorkingDays = frozenset[int]
"""Days of the week a person works, 0 for Monday to 6 for Sunday."""

MONDAY_TO_FRIDAY: WorkingDays = frozenset(range(5))
NO_HOLIDAYS: frozenset[date] = frozenset()


class WeekState(StrEnum):
    """What a week became, or is so far."""

    KEPT = "kept"
    MENDED = "mended"
    FROZEN = "frozen"
    AWAY = "away"
    OPEN = "open"
    ENDED = "ended"


class SteadinessWord(StrEnum):
    """The word that stands for steadiness on screen, where a percentage would read as a mark."""

    SPROUTING = "sprouting"
    TAKING_ROOT = "taking_root"
    GROWING = "growing"
    STANDING_FIRM = "standing_firm"


@dataclass(frozen=True, slots=True)
class Act:
    """One qualifying act on the local date it was done."""

    day: date
    kind: str


@dataclass(frozen=True, slots=True)
class Absence:
    """Days off from `first` to `last`, both included; without `last` until further notice.

    An absence that ends before it begins covers no day.
    """

    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """Acts a week a person aims for from a date; of two with one date the later `entered` counts.

    Raises ValueError when `per_week` is under 1.
    """

    per_week: int
    from_day: date
    entered: int

    def __post_init__(self) -> None:
        if self.per_week < 1:
            raise ValueError(f"a weekly goal is 1 or more, not {self.per_week}")


@dataclass(frozen=True, slots=True)
class Week:
    """One week as seen from a date; `steadiness` (0 to 1, unrounded) is the value after it.

    `mendable` marks the one missed week, if any, whose answer is not final yet.
    """

    iso: str
    monday: date
    state: WeekState
    done: int
    goal: int
    steadiness: float
    mendable: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The current week, and what the weeks up to it add up to.

    `run`, `best` and `total` are kept weeks, `freezes` rest cards in hand (0 to 2), `steadiness`
    0 to 1, unrounded. `mendable` tells that an earlier, missed week is not final yet.
    """

    week: str
    state: WeekState
    mendable: bool
    done: int
    goal: int
    run: int
    best: int
    total: int
    freezes: int
    steadiness: float
