"""Two texts side by side: which lines belong together, and which words differ in them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.widgets.editor_wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]+")
_ALIGNED = 40
"""Lines on a side up to which changed lines are matched by what they share."""

Spans = tuple[tuple[int, int], ...]


class Cell(NamedTuple):
    """A line of one side, and the columns of what the other side does not have."""

    text: str
    spans: Spans


class Pair(NamedTuple):
    """Lines that belong together; None where a side has no such line."""

    left: Cell | None
    right: Cell | None

    @property
    def changed(self) -> bool:
        """Whether the two differ."""
        return self.left is None or self.right is None or bool(self.left.spans or self.right.spans)


class Half(NamedTuple):
    """One side of a row on screen; a missing line has no text and is not changed itself."""

    text: str
    spans: Spans
    changed: bool


Row = tuple[Half, Half]


def compare(left: str, right: str) -> list[Pair]:
    """Return the lines of two texts in pairs, with the words that differ."""
    one, other = left.expandtabs(4).split("\n"), right.expandtabs(4).split("\n")
    pairs: list[Pair] = []
    for kind, start, end, from_, to in SequenceMatcher(None, one, other).get_opcodes():
        if kind == "equal":
            pairs += [Pair(Cell(line, ()), Cell(line, ())) for line in one[start:end]]
        else:
            pairs += _changed(one[start:end], other[from_:to])
    return pairs


def _changed(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    pairs = []
    for left, right in _matched(one, other):
        if left is None or right is None:
            pairs.append(Pair(_whole(left), _whole(right)))
        else:
            pairs.append(_words(left, right))
    return pairs


def _whole(line: str | None) -> Cell | None:
    return None if line is None else Cell(line, ((0, len(line)),) if line else ())


def _matched(one: Sequence[str], other: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Match lines so that what they share is greatest, in order (Needleman and Wunsch 1970)."""
    if not one or not other or max(len(one), len(other)) > _ALIGNED:
        return list(zip_longest(one, other))
    words = [[frozenset(re.findall(r"\w+", line)) for line in side] for side in (one, other)]
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            together = best[i + 1][j + 1] + _shared(words[0][i], words[1][j])
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found: list[tuple[str | None, str | None]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        shared = _shared(words[0][i], words[1][j])
        if shared and best[i][j] == best[i + 1][j + 1] + shared:
            found.append((one[i], other[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((one[i], None))
            i += 1
        else:
            found.append((None, other[j]))
            j += 1
    found += [(line, None) for line in one[i:]] + [(None, line) for line in other[j:]]
    return found


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0


def _words(left: str, right: str) -> Pair:
    one, other = _TOKEN.findall(left), _TOKEN.findall(right)
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    places = _places(one), _places(other)
    for kind, start, end, from_, to in SequenceMatcher(None, one, other).get_opcodes():
        if kind != "equal":
            for side, (first, last) in enumerate(((start, end), (from_, to))):
                if first < last:
                    spans[side].append((places[side][first], places[side][last]))
    return Pair(Cell(left, tuple(spans[0])), Cell(right, tuple(spans[1])))


def _places(tokens: Sequence[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def rows(pairs: Sequence[Pair], width: int) -> list[Row]:
    """Return the pairs as rows of two halves, each at most `width` cells."""
    made: list[Row] = []
    for pair in pairs:
        left, right = _wrapped(pair.left, pair, width), _wrapped(pair.right, pair, width)
        blank = Half("", (), changed=False)
        made += zip_longest(left, right, fillvalue=blank)
    return made


def _wrapped(cell: Cell | None, pair: Pair, width: int) -> list[Half]:
    if cell is None:
        return []
    edges = [0, *wrap(cell.text, width, 4), len(cell.text)]
    halves = []
    for number, (start, end) in enumerate(pairwise(edges)):
        spans = tuple(
            (max(first, start) - start, min(last, end) - start)
            for first, last in cell.spans
            if first < end and last > start
        )
        halves.append(Half(cell.text[start:end], spans, changed=pair.changed and number == 0))
    return halves
