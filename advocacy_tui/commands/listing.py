"""Lists in the shell: one line an item, aligned, and how many more there are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from advocacy_tui.commands.options import suggest
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.models import PostType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advocacy_tui.commands.context import Context

DEFAULT_LIMIT = 20
"""Lines of a list for a person; under --json there is no default limit."""


def add_limit(parser: argparse.ArgumentParser) -> None:
    """Add `--limit N`."""
    parser.add_argument("--limit", type=positive, metavar="N", help=_("how many at most"))


def positive(word: str) -> int:
    """Return a whole number of at least 1, for argparse."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(_("{text} is no number from 1 up").format(text=word))
    return int(word)


def add_type(parser: argparse.ArgumentParser) -> None:
    """Add `--type T`: a post type by its id or its usual wording; others are kept as written."""
    kinds = [str(one) for one in PostType]
    option = parser.add_argument(
        "--type",
        type=post_type,
        metavar=_("TYPE"),
        help=_("the kind of post: {kinds}").format(kinds=", ".join(kinds)),
    )
    suggest(option, kinds)


def post_type(word: str) -> str:
    """Return the id of a post type's wording, or the wording itself, for argparse."""
    from advocacy_tui.guidelines import post_type_of

    return post_type_of(word)


def limit_of(context: Context) -> int | None:
    """Return the limit asked for, or the default of this kind of output."""
    given: int | None = context.args.limit
    return given if given is not None or context.json else DEFAULT_LIMIT


def one_line_each(rows: Sequence[Sequence[str]], more: int = 0) -> str:
    """Return rows as aligned lines; the last column runs free."""
    from advocacy_tui.text import cell_width

    widths = [max((cell_width(cell) for cell in column), default=0) for column in zip(*rows)]  # noqa: B905
    lines = [
        "  ".join(
            cell + " " * (width - cell_width(cell))
            for cell, width in zip(row[:-1], widths, strict=False)
        )
        + "  "
        + row[-1]
        for row in rows
    ]
    if more > 0:
        lines.append(
            ngettext(
                "{count} more; --limit shows further.", "{count} more; --limit shows further.", more
            ).format(count=more)
        )
    return "\n".join(line.rstrip() for line in lines)


def print_list(context: Context, rows: Sequence[Sequence[str]], more: int = 0) -> None:
    """Print rows as lines; beside them, that there are none."""
    if rows:
        context.write(one_line_each(rows, more) + "\n")
    else:
        context.say(_("Nothing here yet."))


def text_given(words: Sequence[str], file: str | None, context: Context) -> str:
    """Return the text of a command: its words, a file, or "-" for standard input.

    Raises:
        UsageProblem: there is none.
    """
    from advocacy_tui.commands.reading import read_text, read_words

    if file is None and list(words) == ["-"]:
        file = "-"
    text, sentences = read_words(words) if file is None else read_text(file, context)
    if not text.strip():
        raise UsageProblem(_("There was no text to keep. Write a few words and try again."))
    for sentence in sentences:
        context.say(sentence)
    return text
