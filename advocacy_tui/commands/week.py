"""`week`: the week as seen on a date, every week so far, or one line for a prompt."""

from __future__ import annotations

import os
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from advocacy_tui.commands.days import day
from advocacy_tui.i18n import _

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from advocacy_tui.commands.context import Context
    from advocacy_tui.momentum import Summary, Week
    from advocacy_tui.store.rhythm import Rhythm


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `week` takes."""
    parser.add_argument(
        "--on", type=day, metavar=_("DATE"), help=_("as seen on that date; today by default")
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--history", action="store_true", help=_("every week so far, oldest first"))
    shape.add_argument(
        "--brief", action="store_true", help=_("one line for a prompt, or nothing at all")
    )


def run(context: Context) -> int:
    """Tell about the week."""
    asked: date | None = context.args.on
    on = asked or context.now.date()
    brief: bool = context.args.brief and not context.json
    if brief and not os.path.exists(context.paths.database):  # noqa: PTH110
        return 0
    from advocacy_tui.store.preferences import get_setting
    from advocacy_tui.store.rhythm import read_rhythm

    rhythm = read_rhythm(context.database)
    if context.json:
        context.answer(_history(rhythm, on) if context.args.history else _now(rhythm, on), "")
        return 0
    from advocacy_tui.commands import week_text

    plan = get_setting(context.database, "plan")
    if brief:
        moment = datetime.combine(asked, time(12)) if asked else context.now
        text = week_text.brief_line(rhythm, moment, plan=plan)
    elif context.args.history:
        text = week_text.history_lines(rhythm.weeks(on))
    else:
        runs = get_setting(context.database, "runs") == "on"
        text = week_text.week_lines(rhythm, on, plan=plan, runs=runs)
    context.answer(None, text)
    return 0


def _now(rhythm: Rhythm, on: date) -> dict[str, Any]:
    summary: Summary = rhythm.summary(on)
    return {
        "week": summary.week,
        "state": str(summary.state),
        "mendable": summary.mendable,
        "done": summary.done,
        "goal": summary.goal,
        "run": summary.run,
        "best": summary.best,
        "total": summary.total,
        "freezes": summary.freezes,
        "steadiness": round(summary.steadiness, 3),
    }


def _history(rhythm: Rhythm, on: date) -> list[dict[str, Any]]:
    history: list[Week] = rhythm.weeks(on)
    return [
        {
            "week": week.iso,
            "state": str(week.state),
            "done": week.done,
            "goal": week.goal,
            "steadiness": round(week.steadiness, 3),
        }
        for week in history
    ]
