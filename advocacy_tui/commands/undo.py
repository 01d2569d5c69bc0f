"""`undo`: takes the last act back, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _
from advocacy_tui.store.undoing import undo_last
from advocacy_tui.undo_words import say_act, say_laid_away, say_nothing_to_undo

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """`undo` takes nothing."""


def run(context: Context) -> int:
    """Take the last act back and say which it was."""
    undone = undo_last(context.database, now=context.now)
    if undone is None:
        context.answer({"undone": None}, say_nothing_to_undo(context.database))
        return 0
    what = say_act(undone.change)
    context.answer({"undone": what}, _("Undone: {what}").format(what=what))
    if undone.laid_away:
        context.say(say_laid_away(undone))
    return 0
