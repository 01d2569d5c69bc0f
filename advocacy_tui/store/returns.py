"""A person's return after quiet weeks: what was asked once, and what she answered."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from advocacy_tui.store.preferences import get_note, set_note

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

_RETURN = "return"
_VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Return:
    """The day of the return, the quiet weeks' first Monday and last Sunday, and two answers.

    All days are ISO dates. `mood` and `away` are "" until they were answered or left unanswered.
    """

    day: str
    first: str
    last: str
    mood: str = ""
    away: str = ""


def last_return(database: Database) -> Return | None:
    """Return the last time a person was greeted after quiet weeks."""
    kept = get_note(database, _RETURN)
    return Return(**json.loads(kept)) if kept else None


def note_return(database: Database, one: Return) -> None:
    """Remember a return, and what was answered so far."""
    set_note(database, _RETURN, json.dumps(asdict(one)))


def last_visit(database: Database) -> str:
    """Return the local day the app was last open, "" for never."""
    return get_note(database, _VISIT)


def note_visit(database: Database, day: str) -> None:
    """Remember that the app was open on a local day."""
    set_note(database, _VISIT, day)
