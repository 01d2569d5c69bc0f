"""`prompt`: draws a question to write from."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from advocacy_tui import i18n
from advocacy_tui.commands.listing import add_type
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.prompts import POST_TYPES, ROLES, load_deck
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.store.prompts_seen import mark_seen, seen_prompts

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `prompt` takes."""
    parser.add_argument("--theme", metavar=_("THEME"), help=_("the theme it is about"))
    add_type(parser)
    parser.add_argument("--for", dest="role", choices=ROLES, help=_("whose work it leans on"))


def run(context: Context) -> int:
    """Draw one and print it."""
    args, database = context.args, context.database
    if args.type is not None and args.type not in POST_TYPES:
        raise UsageProblem(
            _("There are no questions for “{type}”. Choose from: {allowed}.").format(
                type=args.type, allowed=", ".join(POST_TYPES)
            )
        )
    drawn = load_deck(i18n.language()).draw(
        random.Random(),
        seen=seen_prompts(database),
        theme=args.theme,
        post_type=args.type,
        role=args.role or get_setting(database, "role") or None,
    )
    if not database.read_only:
        mark_seen(database, drawn.prompt_id, now=context.now)
    document = {"prompt": drawn.text, "theme": drawn.theme, "type": drawn.type}
    context.answer(document, drawn.text)
    return 0
