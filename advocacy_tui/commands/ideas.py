"""`ideas`: lists or searches the notebook, newest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from advocacy_tui.commands.listing import add_limit, limit_of, one_line_each
from advocacy_tui.i18n import _
from advocacy_tui.models import Idea, IdeaStatus
from advocacy_tui.store.ideas import count_ideas, list_ideas, stream_ideas
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `ideas` takes."""
    parser.add_argument("query", nargs="*", metavar=_("QUERY"), help=_("words, each a beginning"))
    parser.add_argument("--status", choices=[str(one) for one in IdeaStatus], help=_("only those"))
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
    found = list_ideas(
        context.database,
        query,
        status=context.args.status,
        limit=None if limit is None else limit + 1,
    )
    shown = found[:limit]
    if not shown:
        context.say(_("Nothing here yet.") if not query else _("Nothing found."))
        return 0
    more = 0
    if len(found) > len(shown):
        more = count_ideas(context.database, context.args.status, query) - len(shown)
    rows = [(one.id, one.created_day, first_line(one.text, 100)) for one in shown]
    context.write(one_line_each(rows, more) + "\n")
    return 0


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
