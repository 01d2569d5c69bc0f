"""Drawing one line of a list so that every column stands where it should.

Terminals disagree about joined emoji, flags and invisible characters, and some set right-to-left
text across the whole line. A list shows a steady form of a text: its first line, one plain
picture for a joined one, letters for a flag, nothing invisible, and right-to-left runs closed off
from their neighbours. The thing itself is never changed, and is shown whole beside the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from advocacy_tui.text import NARROW, cell_width, first_line, fold

if TYPE_CHECKING:
    from rich.style import Style

    from advocacy_tui.widgets.list_source import Column, Row

GAP = 2
"""Blanks between two columns."""

SIGNS = 2
"""Cells for the signs before a row: the cursor's, and that of a marked row."""

GUTTER = SIGNS + 1
"""Cells before the first column."""

_JOINED_PICTURE = re.compile("\u200d[\u2190-\u2bff\U0001f000-\U0001faff]")
_SKIN = re.compile("(?<=\\S)[\U0001f3fb-\U0001f3ff]")
_FLAG_HALF = re.compile("[\U0001f1e6-\U0001f1ff]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_AGAIN = "\u200e"
"""The left-to-right mark: no cell wide, and what follows it stays where it was put."""


def steady(text: str) -> str:
    """Return a line whose width every terminal agrees on; words stay as they are."""
    if re.fullmatch(f"[{NARROW}]*", text):
        return text
    text = _JOINED_PICTURE.sub("", text)
    text = _SKIN.sub("", text)
    text = _FLAG_HALF.sub(lambda half: chr(ord(half.group()) - 0x1F1E6 + ord("A")), text)
    text = _UNSEEN.sub("", text)
    if cell_len(text) == cell_width(text):
        return text
    return "".join(one if cell_len(one) == cell_width(one) else "\ufffd" for one in text)


def fitted(text: str, width: int) -> str:
    """Return the first line of a text in at most `width` cells, cut at the end of a word.

    Measured as Textual does; of scripts whose vowel signs it counts otherwise, a line is cut hard.
    """
    shown = first_line(steady(first_line(text)[: 8 * max(width, 1)]), width)
    return shown if cell_len(shown) <= width else set_cell_size(shown, width)


def matches(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where words of a text begin with one of the folded `words`, as (start, end)."""
    if not words:
        return []
    starts = tuple(words)
    return [m.span() for m in re.finditer(r"[^\W_]+", text) if fold(m.group()).startswith(starts)]


def wrapped(sentence: str, width: int) -> list[str]:
    """Return a sentence in lines of at most `width` cells, broken between words."""
    lines: list[str] = []
    for word in sentence.split():
        if lines and cell_width(lines[-1]) + 1 + cell_width(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def widths(columns: Sequence[Column], room: int) -> list[int]:
    """Return each column's cells in a list of `room` cells; 0 for one that is left out."""
    shown = [room >= column.from_width for column in columns]
    fixed = sum(c.width or 0 for c, is_shown in zip(columns, shown, strict=True) if is_shown)
    rest = room - GUTTER - 1 - fixed - GAP * (sum(shown) - 1)
    return [
        0 if not is_shown else max(1, rest) if column.width is None else column.width
        for column, is_shown in zip(columns, shown, strict=True)
    ]


StyleOf = Callable[[str], "Style"]
"""Gives the style of a part: "row", "quiet", "match", "sign"."""


def draw(
    row: Row,
    columns: Sequence[Column],
    room: int,
    *,
    signs: str,
    words: Sequence[str],
    style: StyleOf,
) -> Strip:
    """Return a row as a strip of exactly `room` cells.

    Args:
        row: What to draw.
        columns: How.
        room: The list's width in cells.
        signs: Two characters that stand before the row.
        words: Folded beginnings of words to mark in the first column.
        style: The styles of the parts.
    """
    plain, muted = style("row"), style("quiet")
    segments = [Segment(f"{signs} ", style("sign"))]
    first = True
    for text, column, width in zip(row.cells, columns, widths(columns, room), strict=True):
        if not width:
            continue
        if not first:
            segments.append(Segment(" " * GAP, plain))
        base = muted if column.quiet or row.quiet else plain
        segments += _cell(text, column, width, words if first else (), base, style("match"))
        first = False
    return Strip(segments).adjust_cell_length(room, plain)


def _cell(
    text: str, column: Column, width: int, words: Sequence[str], base: Style, match: Style
) -> list[Segment]:
    shown = fitted(text, width)
    blank = Segment(" " * (width - cell_len(shown)), base)
    segments, at = [], 0
    for start, end in matches(shown, words):
        segments += [Segment(shown[at:start], base), Segment(shown[start:end], base + match)]
        at = end
    segments.append(Segment(shown[at:], base))
    if _RIGHT_TO_LEFT.search(shown):
        segments = [Segment(_LEFT_AGAIN, base), *segments, Segment(_LEFT_AGAIN, base)]
    return [blank, *segments] if column.align == "right" else [*segments, blank]
