"""`ideas`: lists or searches the notebook, newest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from advocacy_tui.commands.listing import (
    add_limit,
    add_status,
    limit_of,
    one_line_each,
    say_nothing,
    shows_laid_away,
)
from advocacy_tui.i18n import _
from advocacy_tui.idea_words import say_status
from advocacy_tui.models import Idea, IdeaStatus
from advocacy_tui.store.ideas import count_ideas, list_ideas, stream_ideas
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `ideas` takes."""
    parser.add_argument("query", nargs="*", metavar=_("QUERY"), help=_("words, each a beginning"))
    add_status(parser, IdeaStatus)
    add_limit(parser)


def as_json(idea: Idea) -> dict[str, Any]:
    """Return an idea's contract fields."""
    return {
        "id": idea.id,
        "text": idea.text,
        "status": idea.status,
        "tags": list(idea.tags),
        "theme": idea.theme,
        "created_at": idea.created_at,
    }


def run(context: Context) -> int:
    """Print the list."""
    query, limit = " ".join(context.args.query), limit_of(context)
    if context.json:
        _stream(context, query, limit)
        return 0
    status, laid_away = context.args.status, shows_laid_away(context)
    found = list_ideas(
        context.database,
        query,
        status=status,
        laid_away=laid_away,
        limit=None if limit is None else limit + 1,
    )
    shown = found[:limit]
    if not shown:
        away = 0 if laid_away else count_ideas(context.database, IdeaStatus.ARCHIVED, query)
        say_nothing(context, laid_away=away)
        return 0
    more = 0
    if len(found) > len(shown):
        everything = count_ideas(context.database, status, query, laid_away=laid_away)
        more = everything - len(shown)
    rows = [(one.id, one.created_day, _first_words(one)) for one in shown]
    context.write(one_line_each(rows, more) + "\n")
    return 0


def _first_words(idea: Idea) -> str:
    """Return the beginning, with a word where the idea is laid away."""
    words = first_line(idea.text, 100)
    return f"{words} ({say_status(idea.status)})" if idea.status == IdeaStatus.ARCHIVED else words


def _stream(context: Context, query: str, limit: int | None) -> None:
    """Print one JSON array row by row, so that 100,000 ideas need no memory."""
    ideas = stream_ideas(context.database, query, status=context.args.status, limit=limit)
    # Read before anything is printed: a database that cannot be used leaves no half document.
    first = next(ideas, None)
    encode = json.JSONEncoder(ensure_ascii=not context.speaks_unicode).encode
    context.write("[")
    if first is not None:
        context.write(encode(as_json(first)))
    for idea in ideas:
        context.write(f",\n {encode(as_json(idea))}")
    context.write("]\n")
