"""Text that comes in from outside: words, standard input, files."""

from __future__ import annotations

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.text import clean_own, decode

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    import argparse
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
            from advocacy_tui.system_words import say_reason

            raise UsageProblem(
                _("{path} could not be read ({reason}). See that the name is right.").format(
                    path=source, reason=say_reason(error)
                )
            ) from None
    text, guessed = decode(data)
    return _cleaned(text, guessed_sentence(name) if guessed else "")


PLACES = frozenset(("file", "path", "folder", "data_dir"))
"""Arguments (by `dest`) that name files and folders, whose bytes must stay as they are."""


def read_arguments(args: argparse.Namespace) -> bool:
    """Read what was typed in bytes that are no UTF-8, as a file's would be.

    Such bytes arrive as lone surrogates (PEP 383).

    Returns:
        Whether there were some.
    """
    found = False
    for name, value in vars(args).items():
        if name in PLACES:
            continue
        if isinstance(value, str) and _has_surrogates(value):
            found = True
            setattr(args, name, _typed(value))
        elif isinstance(value, list) and any(map(_has_surrogates, filter(_is_text, value))):
            found = True
            setattr(args, name, [_typed(one) if _is_text(one) else one for one in value])
    return found


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _has_surrogates(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return True
    return False


def _typed(word: str) -> str:
    return decode(word.encode("utf-8", "surrogateescape"))[0] if _has_surrogates(word) else word


def read_words(words: Iterable[str]) -> tuple[str, list[str]]:
    """Join the words of a command line, cleaned of control characters.

    Returns:
        The text, and sentences to tell beside it.
    """
    return _cleaned(" ".join(words), "")


def _cleaned(text: str, sentence: str) -> tuple[str, list[str]]:
    cleaned = clean_own(text)
    sentences = [sentence] if sentence else []
    if cleaned.dropped:
        sentences.append(dropped_sentence(cleaned.dropped))
    return cleaned.text, sentences


def guessed_sentence(name: str) -> str:
    """Return the sentence that a text was not plain UTF-8."""
    return _(
        "{name} is not UTF-8 throughout; the rest was read as Windows-1252. "
        "See that the letters are right."
    ).format(name=name)


def dropped_sentence(count: int) -> str:
    """Return the sentence that control characters were left out."""
    return ngettext(
        "{count} control character was left out; every other character is kept.",
        "{count} control characters were left out; every other character is kept.",
        count,
    ).format(count=count)
