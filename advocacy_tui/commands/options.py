"""The options that every command takes. On the path of `add`, so it imports next to nothing."""

from __future__ import annotations

import argparse

from advocacy_tui.i18n import LANGUAGES, _

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


def add_globals(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command; they stand before, after or between (hence SUPPRESS)."""
    quiet: dict[str, Any] = {"default": argparse.SUPPRESS}
    parser.add_argument(
        "--data-dir", type=_folder, metavar=_("DIR"), help=_("where everything lies"), **quiet
    )
    parser.add_argument("--language", choices=LANGUAGES, help=_("Danish or English"), **quiet)
    parser.add_argument(
        "--json", action="store_true", help=_("one JSON document, nothing else"), **quiet
    )
    parser.add_argument(
        "--yes", action="store_true", help=_("answer every question with yes"), **quiet
    )


def _folder(given: str) -> str:
    """Return a folder's name, for argparse; an empty one is mostly a variable that was not set."""
    if not given.strip():
        from advocacy_tui.paths import local_suggestion

        raise argparse.ArgumentTypeError(
            _("name a folder, for instance {folder}").format(folder=local_suggestion())
        )
    return given


def suggest(
    action: argparse.Action,
    words: Iterable[str] = (),
    *,
    after: Mapping[str, tuple[str, ...]] | None = None,
) -> None:
    """Let a shell complete an argument to words, though it takes others too.

    `after` gives the words by what stands before the argument.
    """
    action.suggested = (tuple(words), dict(after or {}))  # type: ignore[attr-defined]
