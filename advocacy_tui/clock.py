"""The clock that the outer ring passes in."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _


def now() -> datetime:
    """Return the moment in the machine's own time zone.

    ADVOCACY_TUI_NOW (ISO 8601 with an offset) sets the moment at which the process started,
    for rehearsing a calendar; time then runs on from there.

    Raises:
        UsageProblem: it holds no moment.
    """
    pretended = os.environ.get("ADVOCACY_TUI_NOW")
    if not pretended:
        return datetime.now(UTC).astimezone()
    try:
        start = datetime.fromisoformat(pretended)
        if start.tzinfo is None:
            start = start.astimezone()
        return datetime.fromtimestamp(start.timestamp() + time.monotonic() - _STARTED, start.tzinfo)
    except (ValueError, OverflowError, OSError):
        raise UsageProblem(
            _(
                "ADVOCACY_TUI_NOW is {value}, which is no moment. "
                "Write it like 2026-11-23T09:00:00+01:00."
            ).format(value=pretended)
        ) from None


_STARTED = time.monotonic()


def utc_text(moment: datetime) -> str:
    """Return the moment as the database keeps it: UTC, ISO 8601, milliseconds, "Z"."""
    return (
        moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
    )


def local(text: str, like: datetime) -> datetime:
    """Return a kept UTC moment in the time zone of `like`."""
    return datetime.fromisoformat(text).astimezone(like.tzinfo)


def day_text(moment: datetime) -> str:
    """Return the local day of the moment, "2026-11-23"."""
    return moment.date().isoformat()


def parse_day(text: str) -> date:
    """Return the date of "2026-11-23"; ValueError when it is none."""
    return date.fromisoformat(text.strip())
