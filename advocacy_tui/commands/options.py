"""The options that every command takes. On the path of `add`, so it imports next to nothing."""

from __future__ import annotations

import argparse

from advocacy_tui.i18n import LANGUAGES, _

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from typing import Any


def add_globals(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command; they stand before, after or between (hence SUPPRESS)."""
    quiet: dict[str, Any] = {"default": argparse.SUPPRESS}
    parser.add_argument("--data-dir", metavar=_("DIR"), help=_("where everything lies"), **quiet)
    parser.add_argument("--language", choices=LANGUAGES, help=_("Danish or English"), **quiet)
    parser.add_argument(
        "--json", action="store_true", help=_("one JSON document, nothing else"), **quiet
    )
    parser.add_argument(
        "--yes", action="store_true", help=_("answer every question with yes"), **quiet
    )
