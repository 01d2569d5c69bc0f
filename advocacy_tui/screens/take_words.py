"""What can honestly be said in the minute before a text goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, quoted
from advocacy_tui.today_words import say_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advocacy_tui.programme import Programme

MARKS_SHOW = frozenset(
    ("linkedin", "linkedin-comment", "x", "bluesky", "mastodon", "threads", "facebook", "instagram")
)
"""Channels whose boxes show Markdown's signs as they are."""

_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)", re.DOTALL)
_NUMBER = re.compile(r"\d[\d \-]{4,}\d")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text on one line; all of it where none ends."""
    line = " ".join(text.split())
    found = _SENTENCE.match(line)
    return found.group() if found else line


def nods_line(names: Sequence[str]) -> str:
    """Return who nodded at the idea; "" for nobody."""
    if not names:
        return ""
    return _("{names} nodded at the idea.").format(names=say_names(names))


def backing_line(programme: Programme) -> str:
    """Return the first sentence of who backs this, by name; "" where nobody signed."""
    backing = programme.kickoff.backing
    if backing is None or not backing.name:
        return ""
    return f"{backing.name}: {quoted(first_sentence(backing.sentence))}"


def support_line(programme: Programme) -> str:
    """Return whom to call if it gets unpleasant; "" where no number is given."""
    for line in programme.guidelines.support:
        if _NUMBER.search(line.text):
            return _("If it gets unpleasant: {words}").format(words=_with_number(line.text))
    return ""


def _with_number(text: str) -> str:
    """Return the sentences of a line up to the one that holds a telephone number."""
    line = " ".join(text.split())
    kept = ""
    for found in _SENTENCE.finditer(line):
        kept += found.group()
        if _NUMBER.search(kept):
            return kept.strip()
    return line
