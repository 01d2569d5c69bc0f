"""What the rhythm's screen says. Never a percentage, a grade, or a word of loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.draft_words import say_channel
from advocacy_tui.i18n import _, ngettext, quoted, say_date
from advocacy_tui.models import ActKind
from advocacy_tui.momentum import WeekState, kinds_of_week, next_card_in
from advocacy_tui.rhythm_words import (
    say_act,
    say_mend,
    say_rest_card,
    say_rest_cards,
    say_run,
    say_standing,
    say_state,
    say_total,
)
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from advocacy_tui.screens.momentum_reading import DayReading, Reading
    from advocacy_tui.store.diary import Day, DayAct


TITLE_WIDTH = 60
"""Cells of a title or a thought in a line about a day."""


class DayLine(NamedTuple):
    """A line about a day; `act` is what can be taken back, "" where nothing can."""

    text: str
    act: str = ""


def week_sentences(reading: Reading, key_of: Callable[[str], str]) -> list[str]:
    """Return what this week is, and what can be said kindly beside it."""
    if not reading.weeks:
        return [
            _("Nothing here yet. {key} notes something that counts, such as a comment.").format(
                key=key_of("momentum.act")
            )
        ]
    beside = [_back_sentence(reading, key_of)]
    if not beside[0]:
        beside = [say_rest_card(reading.weeks, reading.summary), say_mend(reading.weeks)]
    return [_standing(reading), *filter(None, beside)]


def _standing(reading: Reading) -> str:
    said = say_standing(reading.summary, kinds_of_week(reading.rhythm.acts, reading.on))
    if reading.summary.state is WeekState.KEPT and len(reading.weeks) == 1:
        return " ".join((said, _("That is your first week.")))
    return said


def _back_sentence(reading: Reading, key_of: Callable[[str], str]) -> str:
    if reading.away_until_said is None:
        return ""
    return _("You have time off until you say so; {key} says so.").format(
        key=key_of("momentum.away")
    )


def say_weeks(reading: Reading) -> str:
    """Return weeks in a row, the most there have been, and weeks in all; the last one always."""
    summary, parts = reading.summary, list[str]()
    if reading.runs and summary.run:
        parts.append(say_run(summary.run))
    if reading.runs and summary.best > max(summary.run, 1):
        parts.append(_("{count} at best").format(count=summary.best))
    return " · ".join([*parts, say_total(summary.total)])


def say_cards(reading: Reading) -> str:
    """Return the rest cards in hand, and how the next one comes."""
    left = reading.summary.freezes
    weeks = next_card_in(reading.weeks) if reading.weeks else None
    if weeks is None:
        return _("{count} rest cards, for weeks that stay quiet").format(count=left)
    cards = say_rest_cards(left) if left else _("No rest card")
    if not weeks:
        return " · ".join((cards, _("a new one comes after this week")))
    more = ngettext(
        "{count} more kept week brings a new one", "{count} more kept weeks bring a new one", weeks
    )
    return f"{cards} · {more.format(count=weeks)}"


# --- one day ----------------------------------------------------------------------------------


def say_day(day: date, reading: Reading) -> str:
    """Return the day, its week, and what that week became."""
    parts = [
        say_date(day, weekday=True, year=day.year != reading.on.year),
        _("week {number}").format(number=day.isocalendar().week),
    ]
    week = reading.week_of(day)
    if week is not None:
        parts.append(say_state(week.state))
    return " · ".join(parts)


def day_lines(one: DayReading, today: date) -> list[DayLine]:
    """Return a line for each thing that happened on a day, at least one."""
    lines = [DayLine(_("public holiday: {name}").format(name=one.holiday))] if one.holiday else []
    lines += [DayLine(_("time off"))] if one.is_away else []
    lines += [DayLine(_named(say_act(act.kind), act.title), act.id) for act in _own(one.happened)]
    lines += _posts(one.happened)
    lines += [
        DayLine(_("kept a thought: {thought}").format(thought=_short(thought)))
        for thought in one.happened.thoughts
    ]
    more = one.happened.kept - len(one.happened.thoughts)
    if more > 0:
        lines.append(
            DayLine(
                ngettext("{count} thought more", "{count} thoughts more", more).format(count=more)
            )
        )
    if lines:
        return lines
    return [DayLine(_("Nothing here so far.") if one.day == today else _("A quiet day."))]


def _own(day: Day) -> list[DayAct]:
    """Return the acts but those that the day's posts tell of."""
    posted = {post.draft for post in day.posts}
    return [act for act in day.acts if act.kind != ActKind.POSTED or act.thing not in posted]


def _posts(day: Day) -> list[DayLine]:
    """Return a line a post; the first of a draft can be taken back as what counted."""
    acts = {act.thing: act.id for act in day.acts if act.kind == ActKind.POSTED}
    lines = []
    for post in day.posts:
        text = _named(say_act(ActKind.POSTED), post.title)
        where = say_channel(post.channel)
        act = acts.pop(post.draft, "")
        lines.append(DayLine(f"{text} · {where}" if where else text, act))
    return lines


def _named(what: str, title: str) -> str:
    return f"{what}: {_short(title)}" if title.strip() else what


def _short(text: str) -> str:
    return quoted(first_line(text, TITLE_WIDTH))
