"""Lists in the shell: one line an item, aligned, and how many more there are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from advocacy_tui.commands.options import suggest
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.models import PostType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def add_status(parser: argparse.ArgumentParser, statuses: Iterable[str]) -> None:
    """Add `--status S` and `--all`."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--status",
        choices=[str(one) for one in statuses],
        help=_("only those; archived: laid away"),
    )
    which.add_argument("--all", action="store_true", help=_("what is laid away, too"))


def shows_laid_away(context: Context) -> bool:
    """Tell whether a list holds what is laid away: where it was asked for, and under --json.

    A program that reads the list sees the status of each item and has no default to know of.
    """
    return bool(context.args.all or context.args.status or context.json)


def say_nothing(context: Context, *, laid_away: int = 0) -> None:
    """Say that a list is empty, or that all of it is laid away, and how to see that."""
    if laid_away:
        said = ngettext(
            "Nothing but what is laid away: {count}. --all shows it.",
            "Nothing but what is laid away: {count}. --all shows them.",
            laid_away,
        ).format(count=laid_away)
    elif getattr(context.args, "query", None):
        said = _("Nothing found.")
    else:
        said = _("Nothing here yet.")
    context.say(said)


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


def print_list(
    context: Context, rows: Sequence[Sequence[str]], more: int = 0, *, laid_away: int = 0
) -> None:
    """Print rows as lines; beside them, that there are none."""
    if rows:
        context.write(one_line_each(rows, more) + "\n")
    else:
        say_nothing(context, laid_away=laid_away)


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
