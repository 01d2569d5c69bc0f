"""Soft wrap: where the rows of a logical line begin, kept up to date edit by edit.

The rule: a row takes whole chunks (a word and the blanks after it) as long as they fit; a chunk
wider than a row begins a row of its own and is divided between two grapheme clusters. No-break
spaces hold words together, tab stops count from the start of the row, and a cluster without a
width of its own is shown as one cell. Where a row ends depends only on what stands from its start
on, so after an edit the old division is valid again from the first row start that both share.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from rich.cells import cell_len

from advocacy_tui.text import NARROW, clusters

_NARROW_RUN = re.compile(f"[{NARROW}]*")
_BLANK = re.compile(r"[^\S\u00a0\u2007\u202f]")


@lru_cache(maxsize=4096)
def cluster_width(cluster: str) -> int:
    """Return the cells that a cluster (not a tab) is shown in: at least one."""
    return max(1, cell_len(cluster))


def _is_narrow(line: str, start: int, end: int) -> bool:
    """Tell whether each code point of a slice is one cell that never joins another."""
    found = _NARROW_RUN.match(line, start, end)
    return found is not None and found.end() == min(end, len(line))


def _narrow_row_end(line: str, start: int, limit: int) -> int:
    """Return where a row of one-cell characters ends that reaches beyond `limit`."""
    end = limit
    while True:
        blank = line.rfind(" ", start, end)
        if blank < 0:
            return limit
        if line[blank + 1] != " ":
            return blank + 1
        end = blank + 1
        while end > start and line[end - 1] == " ":
            end -= 1


def row_end(line: str, start: int, width: int, tab: int) -> int | None:
    """Return the column where the row that begins at `start` ends; None if the rest fits on it."""
    limit = start + width
    if _is_narrow(line, start, limit + 1):
        return None if len(line) <= limit else _narrow_row_end(line, start, limit)
    cells, boundary, after_blank = 0, start, False
    for first, last in clusters(line, start):
        cluster = line[first:last]
        blank = _BLANK.fullmatch(cluster) is not None
        if after_blank and not blank:
            boundary = first
        after_blank = blank
        cells += tab_cells(cells, width, tab) if cluster == "\t" else cluster_width(cluster)
        if cells > width and first > start:
            return boundary if boundary > start else first
    return None


def tab_cells(cells: int, width: int, tab: int) -> int:
    """Return how wide a tab is that stands `cells` from the start of its row."""
    stop = max(1, min(tab, width) if width else tab)
    return stop - cells % stop


def wrap(line: str, width: int, tab: int) -> list[int]:
    """Return the columns at which every row of a line but the first begins."""
    return rewrap(line, [], width, tab, 0, 0, 0)


def rewrap(
    line: str, old: list[int], width: int, tab: int, start: int, old_end: int, new_end: int
) -> list[int]:
    """Return the division of a line after the columns `start` to `old_end` of it were replaced.

    `old` is the division before, `new_end` where the inserted text ends in `line`. Two rows
    before the edit are looked at again, as a shorter word may now fit on an earlier row.
    """
    if not width:
        return []
    kept = old[: max(0, bisect_right(old, max(0, start - 1)) - 2)]
    column: int | None = kept[-1] if kept else 0
    shift = new_end - old_end
    while (column := row_end(line, column or 0, width, tab)) is not None:
        kept.append(column)
        if column >= new_end:
            same = bisect_left(old, column - shift)
            if same < len(old) and old[same] == column - shift:
                kept.extend(offset + shift for offset in old[same + 1 :])
                break
    return kept


def cells_before(line: str, start: int, column: int, width: int, tab: int) -> int:
    """Return how many cells of the row that begins at `start` stand before `column`."""
    if _is_narrow(line, start, column + 1):
        return column - start
    cells = 0
    for first, last in clusters(line, start):
        if last > column:
            break
        cluster = line[first:last]
        cells += tab_cells(cells, width, tab) if cluster == "\t" else cluster_width(cluster)
    return cells


def column_at(line: str, start: int, end: int, cell: int, width: int, tab: int) -> int:
    """Return the column of the cluster shown at `cell` in the row from `start` to `end`."""
    if _is_narrow(line, start, min(end, start + cell + 1) + 1):
        return min(end, start + cell)
    cells = 0
    for first, last in clusters(line, start):
        if first >= end:
            break
        cluster = line[first:last]
        cells += tab_cells(cells, width, tab) if cluster == "\t" else cluster_width(cluster)
        if cells > cell:
            return first
    return end
