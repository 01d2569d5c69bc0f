"""Words for the rhythm: states, steadiness and what counted. Never a percentage, never a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import N_, _, ngettext
from advocacy_tui.models import ActKind
from advocacy_tui.momentum import (
    SteadinessWord,
    WeekState,
    mendable,
    rest_card_week,
    steadiness_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advocacy_tui.momentum import Summary, Week

STATE_WORDS = {
    WeekState.OPEN: N_("still open"),
    WeekState.KEPT: N_("kept"),
    WeekState.MENDED: N_("mended"),
    WeekState.FROZEN: N_("rest card"),
    WeekState.AWAY: N_("away"),
    WeekState.ENDED: N_("quiet"),
}
"""What a week became; the untranslated words for it."""

MARKS = {
    WeekState.OPEN: "○",
    WeekState.KEPT: "●",
    WeekState.MENDED: "-",
    WeekState.FROZEN: "-",
    WeekState.AWAY: "~",
    WeekState.ENDED: "-",
}
"""One cell a week; a quiet week looks the same however it was taken, and the word tells."""

STEADINESS_WORDS = {
    SteadinessWord.SPROUTING: N_("sprouting"),
    SteadinessWord.TAKING_ROOT: N_("taking root"),
    SteadinessWord.GROWING: N_("growing"),
    SteadinessWord.STANDING_FIRM: N_("standing firm"),
}

ACT_WORDS = {
    ActKind.CAFE: N_("a writing café"),
    ActKind.DROPIN: N_("a drop-in"),
    ActKind.WORKSHOP: N_("a workshop"),
    ActKind.KICKOFF: N_("a kickoff"),
    ActKind.SPARRING: N_("a half hour with someone"),
    ActKind.FEEDBACK: N_("feedback for a colleague"),
    ActKind.COMMENT: N_("a comment for a colleague"),
    ActKind.IDEA: N_("an idea worked up"),
    ActKind.DRAFT: N_("a draft made ready"),
    ActKind.POSTED: N_("a post that is out"),
}
"""What counts, as its own name; the untranslated words for it."""


def say_state(state: WeekState) -> str:
    """Return the word for a week's state."""
    return _(STATE_WORDS[state])


def say_steadiness(steadiness: float) -> str:
    """Return the word for a steadiness of 0 to 1."""
    return _(STEADINESS_WORDS[steadiness_word(steadiness)])


def say_act(kind: str) -> str:
    """Return what counted by name; a kind from another version is said as it is kept."""
    known = {str(one): words for one, words in ACT_WORDS.items()}
    return _(known[kind]) if kind in known else kind


def say_acts(kinds: Iterable[str]) -> str:
    """Return kinds as one list, each once, in the order met: "a, b and c"."""
    names = [say_act(kind) for kind in dict.fromkeys(kinds)]
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def week_number(iso: str) -> int:
    """Return 48 for "2026-W48"."""
    return int(iso[-2:])


def marks_row(history: Iterable[Week]) -> str:
    """Return one mark a week, oldest first."""
    return " ".join(MARKS[week.state] for week in history)


def say_standing(summary: Summary, kinds: Iterable[str]) -> str:
    """Return how the current week stands; `kinds` is what counted in it, in its order."""
    number = week_number(summary.week)
    if summary.state is WeekState.AWAY:
        return _("You are away in week {number}. Nothing is waiting for you here.").format(
            number=number
        )
    if summary.state is WeekState.KEPT:
        return _("Week {number} is kept: {acts}.").format(number=number, acts=say_acts(kinds))
    return _("Week {number} is open.").format(number=number)


def say_rest_card(history: Sequence[Week], summary: Summary) -> str:
    """Return that a rest card was used for the last week that is over, or ""."""
    week = rest_card_week(history)
    if week is None:
        return ""
    used = _("There was a rest card for week {number}.").format(number=week_number(week.iso))
    left = _("You have one left.") if summary.freezes else _("Four kept weeks bring a new one.")
    return f"{used} {left}"


def say_mend(history: Sequence[Week]) -> str:
    """Return what mends a week that can still be mended, that it is mended, or ""."""
    week = mendable(history)
    if week is None:
        return ""
    if week.state is WeekState.MENDED:
        said = _("Week {number} is mended.")
    elif history[-1].done:
        said = _("One more thing this week mends week {number}.")
    else:
        said = _("Two things this week mend week {number}, if you like.")
    return said.format(number=week_number(week.iso))


def say_run(weeks: int) -> str:
    """Return weeks in a row."""
    return ngettext("{count} week in a row", "{count} weeks in a row", weeks).format(count=weeks)


def say_total(weeks: int) -> str:
    """Return weeks in all."""
    return ngettext("{count} week in all", "{count} weeks in all", weeks).format(count=weeks)


def say_rest_cards(cards: int) -> str:
    """Return how many rest cards are in hand."""
    return ngettext("{count} rest card", "{count} rest cards", cards).format(count=cards)


def say_goal(per_week: int) -> str:
    """Return what is enough for a week."""
    return ngettext(
        "{count} thing a week is enough for you.",
        "{count} things a week are enough for you.",
        per_week,
    ).format(count=per_week)


def say_sums(summary: Summary, *, runs: bool) -> list[str]:
    """Return weeks in a row (with `runs`), weeks in all, rest cards and steadiness, as parts."""
    parts = [say_run(summary.run)] if runs and summary.run else []
    parts += [say_total(summary.total), say_rest_cards(summary.freezes)]
    parts.append(say_steadiness(summary.steadiness))
    return parts
