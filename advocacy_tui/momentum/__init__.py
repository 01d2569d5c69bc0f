"""The rhythm of a person's weeks, worked out afresh from dated acts and never stored.

The unit is the ISO week, Monday first. Everything here is a pure function of dates: the date it is
seen from is passed in as ``on``, so time zones and daylight saving change nothing afterwards.
Counting an act that arises by itself only once (kind and thing, on its first date) is done where
acts are kept; here each `Act` is one act.

Where the rules leave room, this is how they are read:

- A week is judged in the order kept, away, open, missed. So the current week is *away*, not *open*,
  when it holds no act and its absences or holidays cover more than half of the working days.
- A missed week waits for "the next week that is not away" also when that week has not begun (every
  week since, the current one included, is away). Until it is over the missed week is `mendable`,
  whether it counts as frozen, ended or already mended for now.
- A rest card is spent for the missed week itself, so kept weeks after that week count towards the
  next card. A run that ends does not touch the cards or the count towards the next one.
- The current week, though kept, earns its card when it is over: it shows from the next Monday.
- "An act added today never lowers …" compares one date with itself, before and after the act. Seen
  from a later date an extra act never lowers the total, but it may cost the rest. In a week that
  was else away it makes that week the one an earlier missed week is judged by, and steadiness then
  counts the week too; and a run that goes on may use a card that an ended one left in hand.
- With no working days at all there is nothing to be away from: no week is away.
"""

from __future__ import annotations

from advocacy_tui.momentum.display import days_of_year, steadiness_word
from advocacy_tui.momentum.history import iso_week, next_card_in, summary, weeks
from advocacy_tui.momentum.looking import (
    DAYTIME,
    QUIET_WEEKS,
    kinds_of_week,
    last_over,
    mendable,
    quiet_weeks,
    rest_card_week,
)
from advocacy_tui.momentum.values import (
    MONDAY_TO_FRIDAY,
    NO_HOLIDAYS,
    Absence,
    Act,
    Goal,
    SteadinessWord,
    Summary,
    Week,
    WeekState,
    WorkingDays,
)

__all__ = [
    "DAYTIME",
    "MONDAY_TO_FRIDAY",
    "NO_HOLIDAYS",
    "QUIET_WEEKS",
    "Absence",
    "Act",
    "Goal",
    "SteadinessWord",
    "Summary",
    "Week",
    "WeekState",
    "WorkingDays",
    "days_of_year",
    "iso_week",
    "kinds_of_week",
    "last_over",
    "mendable",
    "next_card_in",
    "quiet_weeks",
    "rest_card_week",
    "steadiness_word",
    "summary",
    "weeks",
]
