"""`purge ID`: removes an item for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, ngettext, quoted
from advocacy_tui.store.purge import purge, what_is
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from advocacy_tui.commands.context import Context
    from advocacy_tui.store.purge import Purged

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
    if not context.ask(
        _(
            "Remove {name} for good? Undo cannot bring it back. Exports and archives that you made "
            "yourself keep it."
        ).format(name=named)
    ):
        context.answer({"id": None}, _("Nothing was removed."))
        return 0
    if sys.stderr.isatty():
        context.say(_("Removing it everywhere; a full notebook takes a few seconds."))
    gone = purge(database, one)
    for sentence in _what_is_left(gone):
        context.say(sentence)
    context.answer_done(gone.id)
    return 0


def _what_is_left(gone: Purged) -> Iterator[str]:
    """Yield what became of the copies, and where its words may still be."""
    if gone.backups:
        yield ngettext(
            "It went out of {count} backup too; the rest of that one stays.",
            "It went out of {count} backups too; the rest of them stays.",
            gone.backups,
        ).format(count=gone.backups)
    if gone.not_reached:
        yield _(
            "It may still be in: {files}. Close what has them open, see that they are yours to "
            "write, and run the same command again; or delete those files yourself."
        ).format(files=", ".join(gone.not_reached))
    for draft, title in gone.made_from:
        yield _(
            "The draft {name} was begun from it and keeps its own words. "
            "`advocacy-tui purge {id}` removes that one too."
        ).format(name=quoted(first_line(title, SHOWN_WIDTH) or draft), id=draft)
    if not gone.settled:
        yield _(
            "Another program has your notebook open, and what it reads from still holds the "
            "item. Close that program to be rid of it."
        )
