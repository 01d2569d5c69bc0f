"""Text that comes in from outside: words, standard input, files."""

from __future__ import annotations

import os
import sys

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.text import clean_own


def decoded(data: bytes, name: str) -> tuple[str, str | None]:
    """Return the text of some bytes, and a sentence where it was not plain UTF-8.

    A byte order mark decides; bytes that are no UTF-8 are read as Windows-1252, in which every
    byte means something, so that nothing is lost.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), None
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, _(
            "{name} is not UTF-8, so it was read as Windows-1252. See that the letters are right."
        ).format(name=name)


def read_text(source: str) -> tuple[str, list[str]]:
    """Read "-" (standard input) or a file, cleaned of control characters.

    Returns:
        The text, and sentences to tell beside it.

    Raises:
        UsageProblem: the file cannot be read.
    """
    if source == "-":
        data, name = sys.stdin.buffer.read(), _("Standard input")
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
    text, sentence = decoded(data, name)
    cleaned = clean_own(text)
    sentences = [sentence] if sentence else []
    if cleaned.dropped:
        sentences.append(dropped_sentence(cleaned.dropped))
    return cleaned.text, sentences


def dropped_sentence(count: int) -> str:
    """Return the sentence that control characters were left out."""
    return ngettext(
        "{count} control character was left out; every other character is kept.",
        "{count} control characters were left out; every other character is kept.",
        count,
    ).format(count=count)
