"""`catalogue [QUERY]` and `catalogue show ID`: the shared ideas, from the local copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advocacy_tui import i18n
from advocacy_tui.commands.listing import add_limit, add_type, limit_of, one_line_each
from advocacy_tui.commands.options import suggest
from advocacy_tui.draft_words import say_kind
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.store.catalogue import get_shared, list_catalogue, theme_counts
from advocacy_tui.text import first_line, fold

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from advocacy_tui.commands.context import Context
    from advocacy_tui.models import CatalogueIdea

SHOW = "show"

TITLE_WIDTH = 60
"""Cells of a title in a list."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `catalogue` takes."""
    query = parser.add_argument(
        "query", nargs="*", metavar=_("QUERY"), help=_("words, each a beginning; or: show ID")
    )
    suggest(query, (SHOW,))
    parser.add_argument("--theme", metavar=_("THEME"), help=_("only this theme"))
    add_type(parser)
    add_limit(parser)


def programme_of(context: Context) -> str:
    """Return the programme whose catalogue is served, read in where that is due."""
    from advocacy_tui.exchange.programme import ensure_programme

    database = context.database
    return ensure_programme(database, i18n.language(), context.now)


def as_json(idea: CatalogueIdea) -> dict[str, Any]:
    """Return a shared idea's contract fields."""
    return {
        "id": idea.id,
        "title": first_line(idea.title),
        "author": idea.author,
        "theme": idea.theme,
        "type": idea.type,
        "nods": len(idea.nods),
        "claims": [{"angle": angle, "by": by} for angle, by in idea.claims],
        "source": idea.source,
    }


def run(context: Context) -> int:
    """Print the list, or one idea."""
    args, programme = context.args, programme_of(context)
    if args.query[:1] == [SHOW]:
        if len(args.query) != 2:
            raise UsageProblem(_("Give one id: advocacy-tui catalogue show ID"))
        return _show(context, get_shared(context.database, programme, args.query[1]))
    limit = limit_of(context)
    found = list_catalogue(
        context.database, programme, " ".join(args.query), theme=args.theme, post_type=args.type,
        limit=None,
    )  # fmt: skip
    shown = found[:limit]
    if context.json:
        context.answer([as_json(idea) for idea in shown], "")
        return 0
    if not shown:
        context.say(_("Nothing found."))
        _say_themes(context, programme)
        return 0
    rows = [(one.id, one.theme, _first_words(one, context.now.date())) for one in shown]
    context.write(one_line_each(rows, len(found) - len(shown)) + "\n")
    return 0


def _first_words(idea: CatalogueIdea, today: date) -> str:
    """Return the first line, with a word where the idea has had its day."""
    words = first_line(idea.title, TITLE_WIDTH)
    return f"{words} ({_('has had its day')})" if idea.is_stale(today) else words


def _say_themes(context: Context, programme: str) -> None:
    """Tell which themes there are, where one was asked for that is none of them."""
    themes = [theme for theme, _shared, _mine in theme_counts(context.database, programme)]
    wanted = context.args.theme
    if wanted is not None and fold(wanted) not in map(fold, themes):
        context.say(_("The themes are: {themes}").format(themes=", ".join(themes)))


def _show(context: Context, idea: CatalogueIdea) -> int:
    details = {
        "text": idea.body,
        "nodded_by": list(idea.nods),
        "channels": list(idea.channels),
        "language": idea.language,
        "until": idea.until,
        "path": idea.path,
        **({"extra": idea.extra} if idea.extra else {}),
    }
    context.answer({**as_json(idea), **details}, lambda: _as_text(idea, context.now.date()))
    return 0


def _as_text(idea: CatalogueIdea, today: date) -> str:
    about = [idea.author, idea.theme, say_kind(idea.type)]
    if idea.is_stale(today):
        about.append(_("has had its day"))
    lines = [idea.title, " · ".join(filter(None, about)), "", idea.body, ""]
    if idea.nods:
        lines.append(_("Nods: {names}").format(names=", ".join(idea.nods)))
    lines += [
        _("{name}: my angle: {angle}").format(name=by, angle=angle) for angle, by in idea.claims
    ]
    return "\n".join(lines).rstrip()
