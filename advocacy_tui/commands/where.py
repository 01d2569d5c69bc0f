"""`where`: where everything lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """`where` takes nothing."""


def run(context: Context) -> int:
    """Print the paths."""
    paths = context.paths
    places = {
        name: getattr(paths, name) for name in ("database", "settings", "logs", "keys", "backups")
    }
    context.answer(places, "\n".join(f"{name:<9} {place}" for name, place in places.items()))
    return 0
