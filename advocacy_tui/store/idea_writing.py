"""An idea that is being written in: kept beside it until it is done, put in after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.errors import UsageProblem
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.change import Change
from advocacy_tui.store.ideas import edit_idea, get_idea
from advocacy_tui.store.pages import unsaved_slots
from advocacy_tui.store.unsaved import keep_unsaved, unsaved

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database

SLOT = "idea:"
"""What the slots of ideas being written begin with; the idea's id follows."""


def finish_idea(database: Database, one: str, text: str, *, now: datetime) -> Change:
    """Put what was typed into the idea, as one step that can be undone, and empty its slot.

    A text without words leaves the idea as it was. Where the idea was deleted meanwhile, the words
    become a thought of their own.
    """
    change = Change("idea", (one,))
    if text.strip():
        try:
            idea = get_idea(database, one)
        except UsageProblem:
            change = add_idea(database, text, now=now)
        else:
            if text.strip("\n") != idea.text.strip("\n"):
                change = edit_idea(database, one, text, now=now)
    keep_unsaved(database, SLOT + one, "", now=now)
    return change


def recover_ideas(database: Database, *, now: datetime) -> Change | None:
    """Put what a crash left in the slots into the ideas; None when nothing was left."""
    ids = []
    for slot in unsaved_slots(database, SLOT):
        one = slot.removeprefix(SLOT)
        ids.append(finish_idea(database, one, unsaved(database, slot), now=now).id)
    return Change("idea", tuple(ids)) if ids else None
