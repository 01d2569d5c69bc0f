"""Words for Today: where a person stopped, who nodded, how the week stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.i18n import N_, _, ngettext
from advocacy_tui.momentum import DAYTIME, QUIET_WEEKS, WeekState, mendable, quiet_weeks
from advocacy_tui.rhythm_words import (
    marks_row,
    say_mend,
    say_rest_card,
    say_sums,
    week_number,
)
from advocacy_tui.text import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from advocacy_tui.momentum import Summary, Week
    from advocacy_tui.store.rhythm import Rhythm

MARKED_WEEKS = 6
"""Weeks that Today shows as marks."""

DIP_SAID_IN = 3
"""The week in which it is said that the fourth may be hard and dull at once."""


def say_names(names: Sequence[str]) -> str:
    """Return "Mette", "Mette and Jonas", "Mette, Jonas and Sara" or "Mette, Jonas and 4 others".

    Colleagues go by their first names, but for two of one name.
    """
    first = [name.split()[0] for name in names]
    names = [one if first.count(one) == 1 else name for one, name in zip(first, names, strict=True)]
    if len(names) < 2:
        return "".join(names)
    if len(names) < 4:
        return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
    rest = len(names) - 2
    return ngettext("{first} and {count} other", "{first} and {count} others", rest).format(
        first=", ".join(names[:2]), count=rest
    )


def last_words(before: str, width: int) -> str:
    """Return the words before the cursor, on one line of at most `width` cells, cut in front."""
    line = " ".join(before.split())
    if cell_width(line) <= width:
        return line
    kept: list[str] = []
    room = width - 2
    for word in reversed(line.split(" ")):
        room -= cell_width(word) + 1
        if room < -1:
            break
        kept.append(word)
    return "… " + " ".join(reversed(kept)) if kept else ""


class Gap(NamedTuple):
    """Quiet weeks that end with the last one: the first and the last of them."""

    first: Week
    last: Week

    @property
    def name(self) -> str:
        """A name under which what was answered is remembered."""
        return f"gap.{self.first.iso}"


def quiet_gap(history: Sequence[Week]) -> Gap | None:
    """Return the gap a person comes back from, or None.

    The current week holds no act yet, and the weeks before it, those away left out, were quiet
    for `QUIET_WEEKS` or more.
    """
    if not history or history[-1].done:
        return None
    quiet = quiet_weeks(history)
    return Gap(quiet[0], quiet[-1]) if len(quiet) >= QUIET_WEEKS else None


_WEEK_SENTENCES = {
    WeekState.OPEN: N_("week {week} is open"),
    WeekState.KEPT: N_("week {week} is kept"),
    WeekState.AWAY: N_("week {week} is time off"),
}


def week_line(summary: Summary, history: Sequence[Week], *, runs: bool) -> tuple[str, str]:
    """Return the marks of the last weeks and the words beside them.

    Without `runs` there are no marks and no sums: just how this week stands.
    """
    said = _(_WEEK_SENTENCES.get(summary.state, _WEEK_SENTENCES[WeekState.OPEN])).format(
        week=week_number(summary.week)
    )
    if not runs:
        return "", said
    marks = marks_row(history[-MARKED_WEEKS:]) or "○"
    if not history:
        return marks, said
    *sums, cards, _steadiness = say_sums(summary, runs=summary.run > 1)
    return marks, " · ".join([said, *sums, *([cards] if summary.freezes else [])])


def week_note(rhythm: Rhythm, summary: Summary, history: Sequence[Week], now: datetime) -> str:
    """Return one kind sentence where the weeks give reason for it, else ""."""
    suggests = now.hour in DAYTIME and not rhythm.is_off(now.date())
    week = mendable(history)
    # That a week is mended is no suggestion, so it may be said in the evening too.
    if week is not None and (suggests or week.state is WeekState.MENDED):
        return say_mend(history)
    card = say_rest_card(history, summary)
    if card:
        return card
    if len(history) == DIP_SAID_IN and suggests:
        return _(
            "The fourth week is hard and dull at once for nearly everybody. Then less will do."
        )
    return ""
