"""What can honestly be said in the minute before a text goes out."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from advocacy_tui.draft_words import is_place, say_channel
from advocacy_tui.exchange.clipboard import FILE, NATIVE
from advocacy_tui.i18n import N_, _, quoted
from advocacy_tui.today_words import say_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advocacy_tui.exchange.clipboard import Copied
    from advocacy_tui.programme import Programme

FORMS = (
    ("text", N_("exactly as it stands")),
    ("linkedin", N_("without Markdown's signs")),
    ("html", N_("as HTML")),
)
"""How the text can be taken: the format's name, and words for it."""


PASTE_KEY = "cmd+v" if sys.platform == "darwin" else "ctrl+v"

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


def copied_line(copied: Copied | None, form: int, channel: str) -> str:
    """Return how the copying went, never more than is known.

    Args:
        copied: What came of it; None while it is under way.
        form: Which of FORMS was copied.
        channel: Where the text is going, "" where that is not known.
    """
    if copied is None:
        return _("One moment …")
    if copied.way == FILE:
        return copied.sentence
    if copied.way != NATIVE:
        said = _("The text is copied, if your terminal took it. See that it pastes.")
        where = _("It also lies in {path}").format(path=copied.path) if copied.path else ""
        return "\n".join(filter(None, (said, where)))
    if form == 0:
        said = _("The text is copied, exactly as it stands.")
    else:
        said = _("The text is copied, {form}.").format(form=_(FORMS[form][1]))
    if is_place(channel):
        said += "   " + _("Paste it on {channel} with {key}.").format(
            channel=say_channel(channel), key=PASTE_KEY
        )
    return said


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
