"""`catalogue [QUERY]` and `catalogue show ID`: the shared ideas, from the local copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advocacy_tui import i18n
from advocacy_tui.commands.listing import add_limit, limit_of, one_line_each
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.models import CatalogueIdea, PostType
from advocacy_tui.store.catalogue import get_shared, list_catalogue
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `catalogue` takes."""
    parser.add_argument(
        "query", nargs="*", metavar=_("QUERY"), help=_("words, each a beginning; or: show ID")
    )
    parser.add_argument("--theme", metavar=_("THEME"), help=_("only this theme"))
    parser.add_argument(
        "--type", choices=[str(one) for one in PostType], help=_("the kind of post")
    )
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
    if args.query[:1] == ["show"]:
        if len(args.query) != 2:
            raise UsageProblem(_("Give one id: advocacy-tui catalogue show ID"))
        idea = get_shared(context.database, programme, args.query[1])
        context.answer({**as_json(idea), "text": idea.body, "until": idea.until}, _as_text(idea))
        return 0
    limit = limit_of(context)
    found = list_catalogue(
        context.database, programme, " ".join(args.query), theme=args.theme, post_type=args.type,
        limit=None,
    )  # fmt: skip
    shown = found[:limit]
    if context.json:
        context.answer([as_json(idea) for idea in shown], "")
        return 0
    rows = [(one.id, one.theme, first_line(one.title, 60)) for one in shown]
    print(one_line_each(rows, len(found) - len(shown)) if rows else _("Nothing found."))
    return 0


def _as_text(idea: CatalogueIdea) -> str:
    lines = [idea.title, f"{idea.author} · {idea.theme}", "", idea.body, ""]
    if idea.nods:
        lines.append(_("Nods: {names}").format(names=", ".join(idea.nods)))
    lines += [
        _("{name}: my angle: {angle}").format(name=by, angle=angle) for angle, by in idea.claims
    ]
    return "\n".join(lines).rstrip()
