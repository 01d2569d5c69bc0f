"""`act`: notes something that counts, or takes such a note back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.days import day
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.models import ActKind

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context

REMOVE = "remove"


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `act` takes."""
    parser.add_argument(
        "kind",
        choices=(*(str(kind) for kind in ActKind), REMOVE),
        metavar=_("KIND"),
        help=_("{kinds}; or remove, with an id").format(kinds=" ".join(ActKind)),
    )
    parser.add_argument("id", nargs="?", metavar=_("ID"), help=_("what to remove"))
    parser.add_argument(
        "--on", type=day, metavar=_("DATE"), help=_("when it was; today by default")
    )


def run(context: Context) -> int:
    """Note an act, or take one back, and print its id."""
    kind, one = context.args.kind, context.args.id
    from advocacy_tui.store.acts import add_act, remove_act

    if kind != REMOVE:
        if one is not None:
            raise UsageProblem(
                _("`act {kind}` takes no id. With a date: `act {kind} --on DATE`.").format(
                    kind=kind
                )
            )
        change = add_act(context.database, ActKind(kind), now=context.now, day=context.args.on)
    elif one is None:
        raise UsageProblem(_("Say which one: `advocacy-tui acts` lists them with their ids."))
    elif context.args.on is not None:
        raise UsageProblem(_("`act remove` takes an id alone; a note is taken back by its id."))
    else:
        change = remove_act(context.database, one, now=context.now)
    context.answer_done(change.id)
    return 0
