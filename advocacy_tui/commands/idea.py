"""`idea show|edit|archive|open|delete ID`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.ideas import as_json
from advocacy_tui.commands.listing import text_given
from advocacy_tui.commands.options import add_globals
from advocacy_tui.i18n import _
from advocacy_tui.idea_words import say_facts
from advocacy_tui.models import IdeaStatus
from advocacy_tui.store.ideas import delete_ideas, edit_idea, get_idea, set_idea_status

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `idea` takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar=_("WHAT"))
    for verb, text in (
        ("show", _("prints the idea")),
        ("edit", _("puts a new text in it")),
        ("archive", _("lays it away")),
        ("open", _("takes it out again")),
        ("delete", _("deletes it; `undo` brings it back")),
    ):
        one = verbs.add_parser(verb, help=text, allow_abbrev=False)
        add_globals(one)
        one.add_argument("id", metavar="ID")
        if verb == "edit":
            one.add_argument("text", nargs="*", metavar=_("TEXT"))
            one.add_argument("--file", metavar=_("FILE"), help=_("- reads standard input"))


def run(context: Context) -> int:
    """Do it."""
    args, database, now = context.args, context.database, context.now
    if args.verb == "show":
        idea = get_idea(database, args.id)
        if context.json:
            context.answer(as_json(idea), "")
            return 0
        context.write_exactly(idea.text)
        context.say(say_facts(idea, now))
        return 0
    if args.verb == "edit":
        change = edit_idea(database, args.id, text_given(args.text, args.file, context), now=now)
    elif args.verb == "delete":
        change = delete_ideas(database, [args.id], now=now)
    else:
        status = IdeaStatus.ARCHIVED if args.verb == "archive" else IdeaStatus.OPEN
        change = set_idea_status(database, [args.id], status, now=now)
    context.answer_done(change.id)
    return 0
