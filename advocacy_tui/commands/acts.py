"""`acts`: lists what counts, oldest first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, say_date
from advocacy_tui.rhythm_words import say_act

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `acts` takes: nothing of its own."""


def run(context: Context) -> int:
    """List the acts, each with its date, what it was, and its id."""
    from advocacy_tui.store.acts import list_acts

    acts = list_acts(context.database)

    def lines() -> str:
        if not acts:
            return _("Nothing here yet. `advocacy-tui act comment` notes a comment, for instance.")
        said = [
            (say_date(date.fromisoformat(act.day), year=True), say_act(act.kind), act.id)
            for act in acts
        ]
        days, names = (max(len(row[column]) for row in said) for column in (0, 1))
        return "\n".join(f"{day:>{days}}  {name:<{names}}  {one}" for day, name, one in said)

    context.answer(
        [{"id": act.id, "kind": act.kind, "day": act.day, "thing": act.thing} for act in acts],
        lines,
    )
    return 0
