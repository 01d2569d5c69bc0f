"""`import`: takes in plain lines, a Markdown file, or a folder of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, ngettext, say_number

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context
    from advocacy_tui.exchange.markdown_in import Notice


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `import` takes."""
    parser.add_argument(
        "path",
        metavar=_("PATH"),
        help=_("plain lines (one idea a line; - reads standard input), Markdown, or a folder"),
    )


def run(context: Context) -> int:
    """Bring the texts in and tell how many, and what stayed out."""
    from advocacy_tui.exchange.files_in import read_lines, read_source
    from advocacy_tui.store.intake import take_in

    # Opened first, as it knows which language to speak.
    database, now = context.database, context.now
    path: str = context.args.path
    if path == "-":
        brought = read_lines(context.read_stdin(), _("Standard input"))
    else:
        brought = read_source(path, now=now)
    taken = take_in(database, brought.incoming, now=now)
    for notice in brought.notices:
        context.say(_line(notice))
    context.answer(
        {
            "added": taken.added,
            "skipped": taken.skipped,
            "problems": [notice._asdict() for notice in brought.notices],
        },
        lambda: _sum(taken.added, taken.skipped),
    )
    return 0


def _line(notice: Notice) -> str:
    place = f"{notice.path}:{notice.line}" if notice.line else notice.path
    return f"{place}: {notice.message}" if place else notice.message


def _sum(added: int, skipped: int) -> str:
    said = ngettext("{count} text came in.", "{count} texts came in.", added).format(
        count=say_number(added)
    )
    if skipped:
        here = ngettext("{count} was here before.", "{count} were here before.", skipped).format(
            count=say_number(skipped)
        )
        said = f"{said} {here}"
    way_back = _("`advocacy-tui undo` takes it all back.")
    return f"{said} {way_back}" if added else said
