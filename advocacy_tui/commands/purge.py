"""`purge ID`: removes an item for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.store.purge import purge

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `purge` takes."""
    parser.add_argument("id", metavar="ID")


def run(context: Context) -> int:
    """Ask, then remove it."""
    one = context.args.id
    database = context.database
    if not context.ask(_("Remove {id} for good? Undo cannot bring it back.").format(id=one)):
        raise UsageProblem(_("Nothing was removed."))
    gone = purge(database, one)
    if gone.backups:
        context.say(
            ngettext(
                "{count} backup that held it went too. `advocacy-tui backup FILE` makes a new one",
                "{count} backups that held it went too. `advocacy-tui backup FILE` makes new ones",
                gone.backups,
            ).format(count=gone.backups)
        )
    context.answer({"id": gone.id}, gone.id)
    return 0
