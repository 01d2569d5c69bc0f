"""Dated acts, absences and goals: all that the weekly rhythm is computed from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.models import AbsenceRecord, ActKind, ActRecord, GoalRecord
from advocacy_tui.store.change import Change
from advocacy_tui.store.undo import Row, before, record
from advocacy_tui.ulid import new_ulid

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from advocacy_tui.store.database import Database


def record_once(
    connection: sqlite3.Connection, kind: str, thing: str, *, now: datetime, day: str | None = None
) -> list[Row]:
    """Record an act that arose by itself, once per (kind, thing), on its first date.

    Entered again with an earlier day it moves there, so that the order of entry never matters.
    One that was taken back stays taken back. Undoing what it arose from lets go of the thing, so
    that it can arise anew.

    Returns:
        The undo rows of the act; none when it had been recorded before, on that day or earlier,
        or taken back.
    """
    on = day or day_text(now)
    known = connection.execute(
        "SELECT id, day, deleted_at FROM acts WHERE kind = ? AND thing = ? "
        "ORDER BY deleted_at IS NOT NULL LIMIT 1",
        (kind, thing),
    ).fetchone()
    if known is not None:
        if known["deleted_at"] is not None or known["day"] <= on:
            return []
        connection.execute("UPDATE acts SET day = ? WHERE id = ?", (on, known["id"]))
        return [("acts", known["id"], {"day": known["day"]})]
    at = utc_text(now)
    one = new_ulid(now.timestamp())
    connection.execute(
        "INSERT INTO acts (id, kind, thing, at, day) VALUES (?, ?, ?, ?, ?)",
        (one, kind, thing, at, on),
    )
    return [("acts", one, {"deleted_at": at, "thing": None})]


def refuse_future(day: date, now: datetime) -> None:
    """Raise UsageProblem for a day after today."""
    if day > now.date():
        raise UsageProblem(
            _("{day} is still to come. Give today's date or an earlier one.").format(
                day=day.isoformat()
            )
        )


def add_act(database: Database, kind: ActKind, *, now: datetime, day: date | None = None) -> Change:
    """Record one act by hand; each call is one act, also twice a day.

    Raises:
        UsageProblem: the day is after today.
    """
    if day is not None:
        refuse_future(day, now)
    at = utc_text(now)
    one = new_ulid(now.timestamp())
    with database.write() as connection:
        connection.execute(
            "INSERT INTO acts (id, kind, at, day) VALUES (?, ?, ?, ?)",
            (one, str(kind), at, day.isoformat() if day else day_text(now)),
        )
        change = Change("act", (one,), N_("noted something that counts"))
        return record(connection, change, [("acts", one, {"deleted_at": at})], at)


def list_acts(database: Database, *, day: str | None = None) -> list[ActRecord]:
    """Return acts by day, oldest first; optionally those of one local day."""
    where, parameters = "deleted_at IS NULL", list[object]()
    if day is not None:
        where += " AND day = ?"
        parameters.append(day)
    rows = database.rows(
        f"SELECT seq, id, kind, thing, at, day FROM acts WHERE {where} ORDER BY day, seq",
        parameters,
    )
    return [ActRecord(**dict(row)) for row in rows]


def _remove(database: Database, table: str, kind: str, one: str, label: str, at: str) -> Change:
    with database.write() as connection:
        rows = before(connection, table, [one], ("deleted_at",))
        found = connection.execute(
            f"UPDATE {table} SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", (at, one)
        )
        if not found.rowcount:
            from advocacy_tui.store.ideas import unknown

            raise unknown(kind, one)
        return record(connection, Change(kind, (one,), label), rows, at)


def remove_act(database: Database, one: str, *, now: datetime) -> Change:
    """Take an act back; UsageProblem for an unknown id."""
    return _remove(
        database, "acts", "act", one, N_("took back something that counts"), utc_text(now)
    )


def add_absence(database: Database, first: date, last: date | None, *, now: datetime) -> Change:
    """Plan days off, both ends included; `last` None is "until I say so".

    Raises:
        UsageProblem: the last day comes before the first.
    """
    if last is not None and last < first:
        raise UsageProblem(
            _("The last day ({last}) comes before the first ({first}). Swap the two dates.").format(
                first=first.isoformat(), last=last.isoformat()
            )
        )
    at = utc_text(now)
    one = new_ulid(now.timestamp())
    with database.write() as connection:
        connection.execute(
            "INSERT INTO absences (id, first, last, at) VALUES (?, ?, ?, ?)",
            (one, first.isoformat(), last.isoformat() if last else None, at),
        )
        change = Change("absence", (one,), N_("planned time off"))
        return record(connection, change, [("absences", one, {"deleted_at": at})], at)


def absence_like(database: Database, first: date, last: date | None) -> str | None:
    """Return the id of time off that is planned with exactly these days, or None."""
    found = database.value(
        "SELECT id FROM absences WHERE first = ? AND last IS ? AND deleted_at IS NULL ORDER BY seq",
        (first.isoformat(), last.isoformat() if last else None),
    )
    return None if found is None else str(found)


def list_absences(database: Database) -> list[AbsenceRecord]:
    """Return absences by first day."""
    rows = database.rows(
        "SELECT seq, id, first, last FROM absences WHERE deleted_at IS NULL ORDER BY first, seq"
    )
    return [AbsenceRecord(**dict(row)) for row in rows]


def remove_absence(database: Database, one: str, *, now: datetime) -> Change:
    """Take planned time off back; UsageProblem for an unknown id."""
    return _remove(database, "absences", "absence", one, N_("took back time off"), utc_text(now))


def end_absences(database: Database, last: date, *, now: datetime) -> Change:
    """End time off that was open-ended; what had not begun by its new last day goes altogether.

    Args:
        database: Where it is kept.
        last: The last day off.
        now: The moment.

    Raises:
        UsageProblem: no open-ended time off is planned.
    """
    at = utc_text(now)
    with database.write() as connection:
        found = connection.execute(
            "SELECT id, first FROM absences WHERE last IS NULL AND deleted_at IS NULL ORDER BY seq"
        ).fetchall()
        if not found:
            raise UsageProblem(
                _("No open-ended time off is planned. `advocacy-tui away` lists what is.")
            )
        ids = tuple(row["id"] for row in found)
        rows = before(connection, "absences", ids, ("last", "deleted_at"))
        for row in found:
            column, value = "last", last.isoformat()
            if row["first"] > value:
                column, value = "deleted_at", at
            connection.execute(f"UPDATE absences SET {column} = ? WHERE id = ?", (value, row["id"]))
        return record(connection, Change("absence", ids, N_("ended time off")), rows, at)


GOALS = (1, 5)
"""The least and the most acts a week that a person can choose."""


def set_goal(
    database: Database, per_week: int, *, now: datetime, from_day: date | None = None
) -> Change:
    """Set how many acts a week are enough, from a day on (this week's Monday by default).

    Raises:
        UsageProblem: the number is outside GOALS.
    """
    if not GOALS[0] <= per_week <= GOALS[1]:
        raise UsageProblem(_("Choose a number from 1 to 5: that is what a week has room for."))
    at = utc_text(now)
    today = now.date()
    start = from_day or date.fromordinal(today.toordinal() - today.weekday())
    one = new_ulid(now.timestamp())
    with database.write() as connection:
        connection.execute(
            "INSERT INTO goals (id, per_week, from_day, at) VALUES (?, ?, ?, ?)",
            (one, per_week, start.isoformat(), at),
        )
        change = Change("goal", (one,), N_("chose what is enough for a week"))
        return record(connection, change, [("goals", one, {"deleted_at": at})], at)


def list_goals(database: Database) -> list[GoalRecord]:
    """Return goals in the order they were entered."""
    rows = database.rows(
        "SELECT seq, id, per_week, from_day FROM goals WHERE deleted_at IS NULL ORDER BY seq"
    )
    return [GoalRecord(**dict(row)) for row in rows]
