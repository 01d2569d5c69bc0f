"""`undo`: takes the last act back, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import utc_text
from advocacy_tui.i18n import _
from advocacy_tui.store.undo import undo_last

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """`undo` takes nothing."""


def run(context: Context) -> int:
    """Take the last act back and say which it was."""
    change = undo_last(context.database, at=utc_text(context.now))
    if change is None:
        context.answer({"undone": None}, _("There is nothing to undo."))
        return 0
    what = _(change.label).format(**dict(change.params))
    context.answer({"undone": what}, _("Undone: {what}").format(what=what))
    return 0
