"""An idea that is being written in: kept beside it until it is done, put in after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.change import Change
from advocacy_tui.store.ideas import edit_idea, get_idea
from advocacy_tui.store.unsaved import (
    CAPTURE,
    CAPTURE_BESIDE,
    keep_unsaved,
    left_in,
    move_unsaved,
    unsaved,
)

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.models import Idea
    from advocacy_tui.store.database import Database

SLOT = "idea:"
"""What the slots of ideas being written begin with; the idea's id follows."""


class Recovered(NamedTuple):
    """What a crash left: `back` ideas have their words, `apart` texts became thoughts."""

    change: Change
    back: int
    apart: int


def finish_idea(
    database: Database, one: str, text: str, *, now: datetime, began: str | None = None
) -> Change:
    """Put what was typed into the idea, as one step that can be undone, and empty its slot.

    A text without words leaves the idea as it was. Where the idea was deleted meanwhile, or no
    longer holds the text that the typing `began` with, the words become a thought of their own.
    """
    idea = _idea(database, one)
    meanwhile = idea is None or (began is not None and not _same(idea.text, began))
    return _put(database, one, text, idea, apart=meanwhile, now=now)


def _idea(database: Database, one: str) -> Idea | None:
    try:
        return get_idea(database, one)
    except UsageProblem:
        return None


def _same(text: str, other: str) -> bool:
    return text.strip("\n") == other.strip("\n")


def _put(
    database: Database, one: str, text: str, idea: Idea | None, *, apart: bool, now: datetime
) -> Change:
    """Put a text into its idea or, `apart`, beside it; the slot is emptied in the same step."""
    slot = SLOT + one
    if not text.strip() or (idea is not None and _same(text, idea.text)):
        keep_unsaved(database, slot, "", now=now)
        return Change("idea", (one,))
    if apart:
        return add_idea(database, text, now=now, slot=slot)
    return edit_idea(database, one, text, now=now, slot=slot)


def recover_ideas(database: Database, *, now: datetime) -> Recovered | None:
    """Put what a crash left in the slots into the ideas; None when nothing was left.

    An idea that was changed after its slot keeps that change, and the words stand apart. Call it
    only where no other app is open: its slots are in use.
    """
    ids: list[str] = []
    back = 0
    for left in left_in(database, SLOT):
        one = left.slot.removeprefix(SLOT)
        idea = _idea(database, one)
        newer = idea is None or idea.changed_at > left.at
        ids.append(_put(database, one, left.text, idea, apart=newer, now=now).id)
        back += ids[-1] == one
    return Recovered(Change("idea", tuple(ids)), back, len(ids) - back) if ids else None


def recover_captures(database: Database, *, now: datetime) -> None:
    """Offer in the one capture line what stood in another app's; where it is taken, keep it."""
    for left in left_in(database, CAPTURE_BESIDE):
        if not left.text.strip():
            keep_unsaved(database, left.slot, "", now=now)
        elif unsaved(database, CAPTURE):
            add_idea(database, left.text, now=now, slot=left.slot)
        else:
            move_unsaved(database, left.slot, CAPTURE)
