"""`goal`: chooses what is enough for a week, or says what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.days import day
from advocacy_tui.commands.listing import positive
from advocacy_tui.i18n import _
from advocacy_tui.rhythm_words import say_goal

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `goal` takes."""
    parser.add_argument(
        "per_week",
        nargs="?",
        type=positive,
        metavar="N",
        help=_("things a week, from 1 to 5; without it the present goal is shown"),
    )
    parser.add_argument(
        "--from",
        dest="from_day",
        type=day,
        metavar=_("DATE"),
        help=_("from when on; the start of this week by default"),
    )


def run(context: Context) -> int:
    """Set the goal and print its id, or show the present one."""
    if context.args.per_week is None:
        return _show(context)
    from advocacy_tui.store.acts import set_goal

    change = set_goal(
        context.database, context.args.per_week, now=context.now, from_day=context.args.from_day
    )
    context.answer_done(change.id)
    return 0


def _show(context: Context) -> int:
    from advocacy_tui.store.rhythm import read_rhythm

    goal = read_rhythm(context.database).summary(context.now.date()).goal
    context.answer({"goal": goal}, lambda: say_goal(goal))
    return 0
