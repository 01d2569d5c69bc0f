"""Words for ideas: where one stands, where it came from, and the day it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import local, parse_day
from advocacy_tui.i18n import N_, _, language, month_name, ngettext, say_number, say_time
from advocacy_tui.models import IdeaStatus

if TYPE_CHECKING:
    from datetime import date, datetime

    from advocacy_tui.models import Idea

STATUS_WORDS = {
    IdeaStatus.USED: N_("used"),
    IdeaStatus.ARCHIVED: N_("laid away"),
}
"""Where an idea stands that is not open any more; the untranslated words for it."""


def say_status(status: str) -> str:
    """Return the word for where an idea stands, "" for an open one.

    A status from another version is said as it is kept.
    """
    if status == IdeaStatus.OPEN:
        return ""
    known = {str(one): word for one, word in STATUS_WORDS.items()}
    return _(known[status]) if status in known else status


def say_day(day: date, today: date) -> str:
    """Return a day in at most 9 cells: "today", "yesterday", "12 Nov", "Nov 2025"."""
    if day == today:
        return _("today")
    if (today - day).days == 1:
        return _("yesterday")
    month = month_name(day.month, short=True)
    if day.year != today.year:
        return f"{month} {day.year}"
    return f"{day.day}. {month}" if language() == "da" else f"{day.day} {month}"


def say_kept(idea: Idea, now: datetime) -> str:
    """Return when a thought was kept: "today 09:12", "12 Nov"."""
    day = parse_day(idea.created_day)
    said = say_day(day, now.date())
    if (now.date() - day).days in (0, 1):
        return f"{said} {say_time(local(idea.created_at, now))}"
    return said


def say_facts(idea: Idea, now: datetime) -> str:
    """Return what there is to know about an idea beside its text, as one line."""
    facts = [say_kept(idea, now)]
    facts += [say_status(idea.status), idea.theme or ""]
    if idea.origin:
        facts.append(_("from the catalogue"))
    facts.extend(f"#{tag}" for tag in idea.tags)
    return " · ".join(fact for fact in facts if fact)


def say_ideas(count: int, status: str | None) -> str:
    """Return how many ideas a list holds."""
    sentence = {
        None: ngettext("{count} idea", "{count} ideas", count),
        "open": ngettext("{count} open idea", "{count} open ideas", count),
        "used": ngettext("{count} used idea", "{count} used ideas", count),
        "archived": ngettext("{count} idea laid away", "{count} ideas laid away", count),
    }[status]
    return sentence.format(count=say_number(count))


def say_marked(count: int) -> str:
    """Return how many ideas are marked."""
    return ngettext("{count} marked", "{count} marked", count).format(count=say_number(count))
