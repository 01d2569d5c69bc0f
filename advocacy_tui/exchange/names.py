"""File names that every file system takes, Windows and the shares among them."""

from __future__ import annotations

import re
import unicodedata

SLUG_LENGTH = 40
"""Characters of a title in a file name: a whole path stays under Windows' 260."""

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "œ": "oe", "ß": "ss",
     "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
)  # fmt: skip


def slug(title: str) -> str:
    """Return a title in small letters, digits and hyphens; "" where nothing is left of it.

    Danish letters are spelt out (å = aa), other accents dropped: names made of plain letters are
    the same composed or not, in capitals or not.
    """
    composed = unicodedata.normalize("NFC", title[: 4 * SLUG_LENGTH]).lower().translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", bare.replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        name = longer
    return name


class Names:
    """Names of one folder, each given once: date, slug, and a number where it is taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def name(self, day: str, title: str) -> str:
        """Return a name without ending, such as ``2026-11-23-det-et-fyrrum-laerte-mig``.

        The date before it keeps it from being one that Windows has reserved ("con", "nul").
        """
        wanted = "-".join(filter(None, (day, slug(title))))
        # Going on from the last number: a title in other letters than Latin has only its date.
        found, number = wanted, self._last.get(wanted, 1)
        while found in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._last[wanted] = number
        self._taken.add(found)
        return found
