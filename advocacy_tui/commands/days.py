"""Days as a person types them on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from advocacy_tui.clock import parse_day
from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from datetime import date

YEARS = range(1900, 3000)
"""Years in which a day can lie; anything else is a slip of the keys."""


def day(text: str) -> date:
    """Return the date of "2026-11-23", as a type for argparse; its year is one of YEARS."""
    try:
        found = parse_day(text)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise argparse.ArgumentTypeError(
            _("{text} is no date I know. Write it like 2026-11-23").format(text=text)
        )
    return found
