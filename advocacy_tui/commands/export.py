"""`export`: writes everything as Markdown and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, say_number

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context
    from advocacy_tui.exchange.export import Exported


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `export` takes."""
    parser.add_argument("folder", metavar=_("FOLDER"), help=_("a new or empty folder"))


def run(context: Context) -> int:
    """Write everything; a folder that holds something is asked about first."""
    from advocacy_tui.exchange.export import export, is_empty

    database, folder = context.database, context.args.folder
    if not is_empty(folder) and not context.ask(
        _(
            "{folder} holds something already. Files of the same name are replaced, "
            "the rest stays. Go on?"
        ).format(folder=folder)
    ):
        context.answer({"folder": None}, _("Nothing was written."))
        return 0
    written = export(database, folder, now=context.now)
    context.answer(written._asdict(), lambda: _sum(written))
    return 0


def _sum(written: Exported) -> str:
    said = _(
        "Everything is in {folder}: ideas {ideas}, drafts {drafts}, versions {versions}, "
        "posts {posts}, private notes {notes} (in private/, apart from the rest)."
    )
    counts = {
        key: say_number(value) if isinstance(value, int) else value
        for key, value in written._asdict().items()
    }
    return said.format(**counts)
