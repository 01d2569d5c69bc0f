"""Text that comes in from outside: words, standard input, files."""

from __future__ import annotations

import contextlib
import os

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.text import clean_own, decode

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Iterable

    from advocacy_tui.commands.context import Context


def read_text(source: str, context: Context) -> tuple[str, list[str]]:
    """Read "-" (standard input) or a file, cleaned of control characters.

    Returns:
        The text, and sentences to tell beside it.

    Raises:
        UsageProblem: the file cannot be read.
    """
    if source == "-":
        data, name = context.read_stdin(), _("Standard input")
    else:
        name = source
        try:
            with open(source, "rb") as file:  # noqa: PTH123
                data = file.read()
        except OSError as error:
            raise UsageProblem(
                _("{path} could not be read ({reason}). See that the name is right.").format(
                    path=source, reason=error.strerror or os.strerror(error.errno or 0)
                )
            ) from None
    text, guessed = decode(data)
    return _cleaned(text, guessed_sentence(name) if guessed else "")


def read_words(words: Iterable[str]) -> tuple[str, list[str]]:
    """Join the words of a command line, cleaned of control characters.

    Bytes that were no UTF-8 arrive as lone surrogates (PEP 383); they are read as a file's are.

    Returns:
        The text, and sentences to tell beside it.
    """
    text = " ".join(words)
    try:
        text.encode()
    except UnicodeEncodeError:
        with contextlib.suppress(UnicodeEncodeError):
            text, guessed = decode(text.encode("utf-8", "surrogateescape"))
            return _cleaned(text, guessed_sentence(_("What you typed")) if guessed else "")
    return _cleaned(text, "")


def _cleaned(text: str, sentence: str) -> tuple[str, list[str]]:
    cleaned = clean_own(text)
    sentences = [sentence] if sentence else []
    if cleaned.dropped:
        sentences.append(dropped_sentence(cleaned.dropped))
    return cleaned.text, sentences


def guessed_sentence(name: str) -> str:
    """Return the sentence that a text was not plain UTF-8."""
    return _(
        "{name} is not UTF-8, so it was read as Windows-1252. See that the letters are right."
    ).format(name=name)


def dropped_sentence(count: int) -> str:
    """Return the sentence that control characters were left out."""
    return ngettext(
        "{count} control character was left out; every other character is kept.",
        "{count} control characters were left out; every other character is kept.",
        count,
    ).format(count=count)
