"""`completion`: words for your shell to complete, made from the parsers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context

SHELLS = ("bash", "zsh", "fish")


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `completion` takes."""
    parser.add_argument(
        "shell",
        choices=SHELLS,
        metavar=_("SHELL"),
        help=_("the shell you type in: {shells}").format(shells=" ".join(SHELLS)),
    )


def run(context: Context) -> int:
    """Print the script for a shell, in the language spoken."""
    from advocacy_tui.cli import build_parser
    from advocacy_tui.commands.shells.tree import tree_of

    shell: str = context.args.shell
    script = import_module(f"advocacy_tui.commands.shells.{shell}").script(tree_of(build_parser()))
    context.answer({"shell": shell, "script": script}, script.rstrip("\n"))
    return 0
