"""The line over a draft: how long it is, and which kind of post it is to be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.widgets import Static

from advocacy_tui.draft_words import say_characters, say_words
from advocacy_tui.text import cell_width, word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.timer import Timer

COUNT_AFTER = 0.2
"""Seconds from a key to a new count: a long text is not counted at every key."""


@lru_cache(maxsize=1024)
def _words_of(line: str) -> int:
    """Return the words of a line; only the line that was changed is counted anew."""
    return word_count(line)


class Counts(Static):
    """Words and characters at the left, the kind of post and a word beside it at the right."""

    DEFAULT_CSS = "Counts { height: 1; width: 100%; padding: 0 1; color: $text-muted; }"

    def __init__(self, lines: Callable[[], Sequence[str]]) -> None:
        """Make the line.

        Args:
            lines: Gives the lines of the text when they are to be counted.
        """
        super().__init__("", markup=False)
        self._lines = lines
        self._waiting: Timer | None = None
        self._left = self._right = self._short = ""

    def touch(self) -> None:
        """Count again soon."""
        if self._waiting is None:
            self._waiting = self.set_timer(COUNT_AFTER, self.count)

    def count(self) -> None:
        """Count now."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        lines = self._lines()
        words = sum(map(_words_of, lines))
        characters = sum(map(len, lines)) + len(lines) - 1
        self._left = f"{say_words(words)} · {say_characters(characters)}" if characters else ""
        self._lay_out()

    def say(self, right: str, short: str = "") -> None:
        """Set the right end; the short form serves where there is no room for the long one."""
        self._right, self._short = right, short or right
        self._lay_out()

    def on_resize(self) -> None:
        """Keep the right end at the edge."""
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.content_size.width or self.app.size.width - 2
        taken = cell_width(self._left) + 3
        fits = (one for one in (self._right, self._short) if taken + cell_width(one) <= room)
        right = next(fits, "")
        gap = max(1, room - cell_width(self._left) - cell_width(right))
        self.update(self._left + " " * gap + right)
