"""Words for shared ideas: who stands behind one, who nodded, and whose angle is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import parse_day
from advocacy_tui.draft_words import say_channels, say_kind
from advocacy_tui.i18n import _, ngettext, say_date, say_number
from advocacy_tui.today_words import say_names

if TYPE_CHECKING:
    from datetime import date

    from advocacy_tui.models import CatalogueIdea


def has_passed(idea: CatalogueIdea, today: date) -> bool:
    """Tell whether an idea has had its time; a date that cannot be read never passes."""
    try:
        return bool(idea.until) and parse_day(idea.until or "") < today
    except ValueError:
        return False


def say_facts(idea: CatalogueIdea) -> str:
    """Return theme, kind and author as one line."""
    return " · ".join(one for one in (idea.theme, say_kind(idea.type), idea.author) if one)


def say_voices(idea: CatalogueIdea, today: date) -> list[str]:
    """Return what is said below an idea: nods, angles, where it fits, and that its time is over."""
    said = []
    if has_passed(idea, today):
        day = say_date(parse_day(idea.until or ""))
        said.append(
            _("It has had its time ({day}), but may still start a thought.").format(day=day)
        )
    if idea.nods:
        said.append(_("{names} nodded").format(names=say_names(idea.nods)))
    said.extend(
        _("{name}: my angle is {angle}").format(name=person, angle=angle)
        for angle, person in idea.claims
    )
    if idea.channels:
        said.append(_("Fits {channels}").format(channels=say_channels(idea.channels)))
    return said


def say_coverage(shared: int, mine: int) -> str:
    """Return how many ideas a theme has, and how many of them are mine: "9 · 2 with you"."""
    count = say_number(shared)
    if not mine:
        return count
    return _("{count} · {mine} with you").format(count=count, mine=say_number(mine))


def say_shared(count: int) -> str:
    """Return how many shared ideas a list holds."""
    return ngettext("{count} idea", "{count} ideas", count).format(count=say_number(count))
