"""Days as a person types them on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from advocacy_tui.clock import parse_day
from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from datetime import date


def day(text: str) -> date:
    """Return the date of "2026-11-23", as a type for argparse."""
    try:
        return parse_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is no date. Write it like 2026-11-23").format(text=text)
        ) from None
