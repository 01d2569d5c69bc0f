"""The question Today shows: drawn once, and there until it was used or another was drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.clock import day_text
from advocacy_tui.store.preferences import get_note, get_setting, set_note
from advocacy_tui.store.prompts_seen import mark_seen, seen_prompts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from random import Random

    from advocacy_tui.store.database import Database

_KEY = "question"
MINUTES = 2


class Question(NamedTuple):
    """A drawn question and the local day and language it was drawn in."""

    id: str
    text: str
    day: str
    language: str


def kept_question(database: Database, language: str, *, now: datetime) -> Question | None:
    """Return the question drawn earlier today in this language, if there is one."""
    kept = get_note(database, _KEY)
    if not kept:
        return None
    question = Question(*json.loads(kept))
    fits = (question.day, question.language) == (day_text(now), language)
    return question if fits else None


def draw_question(
    database: Database, language: str, rng: Random, *, now: datetime, seen: Sequence[str] = ()
) -> Question:
    """Draw a two-minute question for the person's role; none comes twice before all have come.

    `seen` are the ids drawn just now, which may not be written yet.
    """
    # The deck costs a first paint some ten milliseconds, so only a new day pays for it.
    from advocacy_tui.prompts import ROLES, load_deck

    role = get_setting(database, "role")
    written = seen_prompts(database)
    drawn = load_deck(language).draw(
        rng,
        seen=[*written, *(one for one in seen if one not in written)],
        role=role if role in ROLES else None,
        minutes=MINUTES,
    )
    return Question(drawn.prompt_id, drawn.text, day_text(now), language)


def keep_question(database: Database, question: Question, *, now: datetime) -> None:
    """Remember a drawn question as today's, and that it was seen."""
    mark_seen(database, question.id, now=now)
    set_note(database, _KEY, json.dumps(question, ensure_ascii=False))
