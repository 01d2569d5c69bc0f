"""How a row of the editor is painted, and the grey lines of an empty one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from advocacy_tui.text import NARROW, cell_width, clusters
from advocacy_tui.widgets.editor_wrap import tab_cells, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL_NARROW = re.compile(f"[{NARROW}]*")
_HIDDEN = "·"
_HIDDEN_STYLE = Style(dim=True)
_STARTER_GAPS = (4, 3)


class Mark(NamedTuple):
    """A style over the columns `start` to `end` of a row; one past the end is the cell after it."""

    start: int
    end: int
    style: Style


def paint_row(
    text: str, marks: Sequence[Mark], base: Style, cells: int, width: int, tab: int
) -> Strip:
    """Return a row of text `cells` wide with its marks laid over each other in order.

    `width` is what the rows are wrapped at, `tab` the tab stop. A cluster that has no width of
    its own shows as a dim dot, so nothing invisible stands in a text unseen.
    """
    shown, hidden = _shown(text, width, tab)
    layers = [*hidden, *marks]
    if max((mark.end for mark in marks), default=0) > len(text):
        shown = [*shown, " "]
    edges = {0, len(shown), *(m.start for m in layers), *(m.end for m in layers)}
    segments = []
    for first, last in pairwise(sorted(edge for edge in edges if 0 <= edge <= len(shown))):
        style = base
        for mark in layers:
            if mark.start <= first and last <= mark.end:
                style += mark.style
        segments.append(Segment("".join(shown[first:last]), style))
    taken = sum(cell_len(segment.text) for segment in segments)
    return Strip(segments, taken).extend_cell_length(cells, base)


def _shown(text: str, width: int, tab: int) -> tuple[Sequence[str], list[Mark]]:
    """Return what is shown for each column, and marks over clusters without a width.

    A cluster is shown at its first column; its other columns show nothing of their own.
    """
    if _ALL_NARROW.fullmatch(text):
        return text, []
    shown, hidden, cells = [""] * len(text), list[Mark](), 0
    for first, last in clusters(text):
        cluster = text[first:last]
        if cluster == "\t":
            cluster = " " * tab_cells(cells, width, tab)
        elif not cell_len(cluster):
            cluster = _HIDDEN
            hidden.append(Mark(first, last, _HIDDEN_STYLE))
        cells += cell_len(cluster)
        shown[first] = cluster
    return shown, hidden


def starter_rows(questions: Sequence[str], width: int, height: int) -> list[str]:
    """Return the rows of an empty draft: one for the cursor, then the questions well apart.

    The gaps of the sketch (four rows, then three) shrink alike where the height is small;
    a question wider than `width` cells takes several rows. Rows past `height` are left out.
    """
    wrapped = [_wrapped(question, width) for question in questions]
    gaps = [_STARTER_GAPS[min(n, len(_STARTER_GAPS) - 1)] for n in range(len(wrapped) - 1)]
    needed = 1 + sum(len(rows) for rows in wrapped)
    while sum(gaps) and needed + sum(gaps) > height:
        gaps[gaps.index(max(gaps))] -= 1
    rows = [""]
    for number, question in enumerate(wrapped):
        rows.extend(question)
        rows.extend([""] * (gaps[number] if number < len(gaps) else 0))
    return rows[:height]


def _wrapped(text: str, width: int) -> list[str]:
    if not width or cell_width(text) <= width:
        return [text]
    edges = [0, *wrap(text, width, 1), len(text)]
    return [text[first:last].rstrip() for first, last in pairwise(edges)]
