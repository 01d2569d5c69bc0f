"""`ideas`: lists or searches the notebook, newest first."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from advocacy_tui.commands.listing import add_limit, limit_of, one_line_each
from advocacy_tui.i18n import _
from advocacy_tui.models import Idea, IdeaStatus
from advocacy_tui.store.ideas import PAGE, count_ideas, list_ideas
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
        print(_("Nothing here yet.") if not query else _("Nothing found."))
        return 0
    more = 0
    if len(found) > len(shown):
        more = _how_many_more(context, query, len(shown))
    print(one_line_each([(i.id, i.created_day, first_line(i.text, 100)) for i in shown], more))
    return 0


def _how_many_more(context: Context, query: str, shown: int) -> int:
    if not query:
        return count_ideas(context.database, context.args.status) - shown
    every = list_ideas(context.database, query, status=context.args.status, limit=None)
    return len(every) - shown


def _stream(context: Context, query: str, limit: int | None) -> None:
    """Print one JSON array page by page, so that 100,000 ideas need no memory."""
    out, first, before = sys.stdout, True, None
    out.write("[")
    left = limit
    while left is None or left > 0:
        page = list_ideas(
            context.database,
            query,
            status=context.args.status,
            before_seq=before,
            limit=PAGE if left is None else min(PAGE, left),
            whole=True,
        )
        for idea in page:
            out.write(("" if first else ",\n ") + json.dumps(as_json(idea), ensure_ascii=False))
            first = False
        if len(page) < PAGE:
            break
        before = page[-1].seq
        left = None if left is None else left - len(page)
    out.write("]\n")
