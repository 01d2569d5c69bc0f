"""`redo`: does again what was undone last, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _
from advocacy_tui.store.undoing import redo_last
from advocacy_tui.undo_words import say_act

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """`redo` takes nothing."""


def run(context: Context) -> int:
    """Do again what was undone last, and say which it was."""
    change = redo_last(context.database, now=context.now)
    if change is None:
        context.answer({"redone": None}, _("There is nothing to do again."))
        return 0
    what = say_act(change)
    context.answer({"redone": what}, _("Done again: {what}").format(what=what))
    return 0
