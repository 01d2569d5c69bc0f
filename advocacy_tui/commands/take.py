"""`take ID`: copies a shared idea into the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.catalogue import programme_of
from advocacy_tui.store.catalogue import take

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `take` takes."""
    parser.add_argument("id", metavar="ID")


def run(context: Context) -> int:
    """Copy it and print the new idea's id."""
    change = take(context.database, programme_of(context), context.args.id, now=context.now)
    context.answer_done(change.id)
    return 0
