"""`away`: plans time off, lists it, ends it, takes it back."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from typing import TYPE_CHECKING

from advocacy_tui.commands.days import day
from advocacy_tui.commands.options import suggest
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, say_date

if TYPE_CHECKING:
    from advocacy_tui.commands.context import Context
    from advocacy_tui.models import AbsenceRecord

REMOVE, END = "remove", "end"


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `away` takes."""
    first = parser.add_argument(
        "first",
        nargs="?",
        metavar=_("FROM"),
        help=_("the first day off; or remove, with an id; or end, for what had no end"),
    )
    suggest(first, (REMOVE, END))
    parser.add_argument(
        "last", nargs="?", metavar=_("TO"), help=_("the last day off; without it until you say so")
    )


def run(context: Context) -> int:
    """List, plan, end or remove time off."""
    first: str | None = context.args.first
    if first is None:
        return _list(context)
    context.answer_done(_done(context, first, context.args.last))
    return 0


def _done(context: Context, first: str, last: str | None) -> str:
    """Plan, end or remove time off and return its id."""
    from advocacy_tui.store.acts import absence_like, add_absence, end_absences, remove_absence

    if first == REMOVE:
        if last is None:
            raise UsageProblem(_("Say which one: `advocacy-tui away` lists them with their ids."))
        return remove_absence(context.database, last, now=context.now).id
    if first == END:
        yesterday = context.now.date() - timedelta(days=1)
        return end_absences(
            context.database, yesterday if last is None else _day(last), now=context.now
        ).id
    begin, end = _day(first), None if last is None else _day(last)
    there = absence_like(context.database, begin, end)
    if there is not None:
        context.say(_("That time off is planned already."))
        return there
    return add_absence(context.database, begin, end, now=context.now).id


def _day(text: str) -> date:
    try:
        return day(text)
    except argparse.ArgumentTypeError as error:
        raise UsageProblem(f"{error}.") from None


def _list(context: Context) -> int:
    from advocacy_tui.store.acts import list_absences

    absences = list_absences(context.database)
    context.answer(
        [{"id": one.id, "from": one.first, "to": one.last} for one in absences],
        lambda: (
            "\n".join(f"{one.id}  {_say(one)}" for one in absences)
            or _("No time off is planned. `advocacy-tui away FROM TO` plans some.")
        ),
    )
    return 0


def _say(absence: AbsenceRecord) -> str:
    first = say_date(date.fromisoformat(absence.first), year=True)
    if absence.last is None:
        return _("from {first}, until you say so").format(first=first)
    if absence.last == absence.first:
        return first
    last = say_date(date.fromisoformat(absence.last), year=True)
    return _("{first} to {last}").format(first=first, last=last)
