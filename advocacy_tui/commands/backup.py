"""`backup`: writes one archive of everything."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, say_number

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `backup` takes."""
    parser.add_argument("file", metavar=_("FILE"), help=_("where to; in a folder it gets a name"))


def run(context: Context) -> int:
    """Write the archive; one that is there is never overwritten without asking."""
    from advocacy_tui.exchange.archive import archive_path, write_archive

    # Opened first, as it knows which language to speak and makes a new notebook's database.
    database = context.database
    target = archive_path(context.args.file, context.paths, now=context.now)
    if os.path.lexists(target) and not context.ask(
        _("{path} is there already. Write over it?").format(path=target)
    ):
        context.answer({"file": None}, _("Nothing was written."))
        return 0
    database.close()
    made = write_archive(context.paths, target, now=context.now)
    context.answer(
        made._asdict(),
        lambda: _(
            "Everything is in {file} ({kilobytes} kB): notebook, drafts, settings and keys. "
            "It is as private as your notebook. `advocacy-tui restore FILE` brings it back."
        ).format(file=made.file, kilobytes=say_number(-(-made.size // 1000))),
    )
    return 0
