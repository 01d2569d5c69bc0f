"""`purge ID`: removes an item for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, ngettext, quoted
from advocacy_tui.store.purge import purge, what_is
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context

SHOWN_WIDTH = 60
"""Cells of an item's first line that the question shows."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `purge` takes."""
    parser.add_argument("id", metavar="ID")


def run(context: Context) -> int:
    """Ask, then remove it."""
    one = context.args.id
    database = context.database
    words = first_line(what_is(database, one)[1], SHOWN_WIDTH)
    named = quoted(words) if words else one
    if not context.ask(_("Remove {name} for good? Undo cannot bring it back.").format(name=named)):
        context.answer({"id": None}, _("Nothing was removed."))
        return 0
    gone = purge(database, one)
    if gone.backups:
        context.say(
            ngettext(
                "It went out of {count} backup too; the rest of that one stays.",
                "It went out of {count} backups too; the rest of them stays.",
                gone.backups,
            ).format(count=gone.backups)
        )
    if not gone.settled:
        context.say(
            _(
                "Another program has your notebook open, and what it reads from still holds the "
                "item. Close that program to be rid of it."
            )
        )
    context.answer_done(gone.id)
    return 0
