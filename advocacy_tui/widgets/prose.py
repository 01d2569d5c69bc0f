"""Plain prose in rows: paragraphs, lists, quotations and pairs, with the words one looks for.

The texts came from others, so nothing in them is ever read as markup.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from advocacy_tui.text import cell_width, first_line, fold, fold_words

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADING, TEXT, QUIET, QUOTE = "bold $text-primary", "", "$text-muted", "$text"
FOUND = "reverse"
LONGEST = 72
"""Cells of a row at most: longer rows are hard to read back to."""

PAIR_LEFT = 26
"""Cells of a pair's left side at most."""

Token = tuple[str, str]
"""(word, style)."""


class Block(NamedTuple):
    """A paragraph: `lead` stands bold before it, `sign` at the beginning of each row, `bullet` only
    at the first. `air` leaves a row blank above.
    """

    text: str
    style: str = TEXT
    lead: str = ""
    sign: str = ""
    bullet: str = ""
    air: bool = True


class Pair(NamedTuple):
    """Two short texts side by side: one word to leave, and the one to take."""

    left: str
    right: str
    style: str = TEXT
    air: bool = False


class Laid(NamedTuple):
    """Rows, and the numbers of those where something was found."""

    rows: list[Content]
    found: list[int]


def matches(block: Block | Pair, words: Sequence[str]) -> bool:
    """Tell whether every looked-for word begins a word of the block; `words` are folded."""
    both = (block.lead, block.text) if isinstance(block, Block) else (block.left, block.right)
    said = " ".join(both)
    inside = fold_words(said)
    return bool(words) and all(any(one.startswith(word) for one in inside) for word in words)


def lay_out(blocks: Sequence[Block | Pair], width: int, words: Sequence[str] = ()) -> Laid:
    """Return blocks in rows of at most `width` cells; `words`, folded, are marked where found."""
    room = min(width, LONGEST)
    rows: list[Content] = []
    found: list[int] = []
    for block in blocks:
        if block.air and rows:
            rows.append(Content(""))
        marked = tuple(words) if matches(block, words) else ()
        if marked:
            found.append(len(rows))
        if isinstance(block, Block):
            rows += _paragraphs(block, room, marked)
        else:
            rows += _pair(block, room, marked)
    return Laid(rows, found)


def _paragraphs(block: Block, room: int, marked: Sequence[str]) -> list[Content]:
    rows: list[Content] = []
    lead, bullet = block.lead, block.bullet
    hang = " " * cell_width(bullet)
    for index, paragraph in enumerate(re.split(r"\n\s*\n", block.text.strip("\n"))):
        if index:
            rows.append(Content(hang + block.sign.rstrip()))
        for line in paragraph.split("\n"):
            tokens = [(word, "bold") for word in lead.split()]
            tokens += [(word, block.style) for word in line.split()]
            edge = len(hang) + cell_width(block.sign)
            for row in _filled(tokens, room - edge):
                head = Content.styled(bullet or hang, QUIET) + Content.styled(block.sign, QUIET)
                rows.append(head + _said(row, marked))
                bullet = ""
            lead = ""
    return rows


_NOTHING: list[tuple[str, str]] = []


def _pair(pair: Pair, room: int, marked: Sequence[str]) -> list[Content]:
    left = _filled([(word, pair.style or QUIET) for word in pair.left.split()], PAIR_LEFT)
    right = _filled([(word, pair.style) for word in pair.right.split()], room - PAIR_LEFT - 2)
    rows = []
    for one, other in zip_longest(left, right, fillvalue=_NOTHING):
        width = sum(cell_width(word) + 1 for word, _style in one)
        gap = Content(" " * (PAIR_LEFT + 2 - max(0, width - 1)))
        rows.append(_said(one, marked) + gap + _said(other, marked))
    return rows


def _filled(tokens: Sequence[Token], room: int) -> list[list[Token]]:
    """Return words in rows of at most `room` cells; a longer word is cut."""
    rows: list[list[Token]] = [[]]
    used = 0
    for word, style in tokens:
        cells = cell_width(word)
        if rows[-1] and used + 1 + cells > room:
            rows.append([])
        used = cells if not rows[-1] else used + 1 + cells
        rows[-1].append((word if cells <= room else first_line(word, max(1, room)), style))
    return rows


def _said(row: Sequence[Token], marked: Sequence[str]) -> Content:
    parts: list[Content] = []
    for word, style in row:
        said = Content.styled(word, style) if style else Content(word)
        begun = any(
            fold(part).startswith(wanted)
            for part in re.findall(r"[^\W_]+", word)
            for wanted in marked
        )
        parts.append(said.stylize(FOUND) if begun else said)
    return Content(" ").join(parts)
