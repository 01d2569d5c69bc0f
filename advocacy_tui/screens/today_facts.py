"""What Today is read from: one handful of small queries, and the same offers all day long."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.store import today
from advocacy_tui.store.catalogue import theme_counts
from advocacy_tui.store.preferences import get_setting

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.momentum import Summary, Week
    from advocacy_tui.store.database import Database
    from advocacy_tui.store.returns import Return
    from advocacy_tui.store.rhythm import Rhythm
    from advocacy_tui.store.today import LastDraft, SharedIdea, Thought
    from advocacy_tui.store.todays_question import Question


class Standing(NamedTuple):
    """How the weeks stand."""

    rhythm: Rhythm
    summary: Summary
    history: list[Week]


class Facts(NamedTuple):
    """What there is to go on with; `theme` is one of which nothing is mine, with its ideas."""

    question: Question
    draft: LastDraft | None
    newest: Thought | None
    rested: Thought | None
    shared: SharedIdea | None
    theme: tuple[str, int] | None
    nodded: SharedIdea | None
    shared_count: int
    plan: str
    is_first_day: bool
    back: Return | None


def read_facts(
    database: Database,
    programme: str,
    question: Question,
    *,
    now: datetime,
    is_ours: bool,
    is_first_day: bool,
    back: Return | None,
) -> Facts:
    """Read what Today shows.

    Args:
        database: Where to look.
        programme: Whose catalogue is shown.
        question: What a thought is asked for with.
        now: The moment; what is drawn is drawn from its day.
        is_ours: The programme's people are real here, so what they did is told.
        is_first_day: The first thought was kept just now.
        back: The return that today is, if it is one.
    """
    rng = Random(now.date().isoformat())
    rested = today.rested_thought(database, rng, now=now)
    return Facts(
        question=question,
        draft=today.last_draft(database),
        newest=today.newest_thought(database),
        rested=rested,
        shared=today.shared_to_read(database, programme, rng),
        theme=None if rested is not None else _untouched_theme(database, programme, rng),
        nodded=today.most_nodded(database, programme) if is_ours else None,
        shared_count=today.shared_count(database, programme) if is_ours else 0,
        plan=get_setting(database, "plan"),
        is_first_day=is_first_day,
        back=back,
    )


def _untouched_theme(database: Database, programme: str, rng: Random) -> tuple[str, int] | None:
    counts = theme_counts(database, programme)
    untouched = [(theme, shared) for theme, shared, mine in counts if theme and not mine]
    return rng.choice(untouched) if untouched else None
