"""Where rows end, and that a division mended after an edit is the one made afresh."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets.text_area import Document, WrappedDocument

from advocacy_tui.text import graphemes
from advocacy_tui.widgets import editor_wrap
from advocacy_tui.widgets.editor_wrap import (
    cells_before,
    cluster_width,
    column_at,
    rewrap,
    tab_cells,
    wrap,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1f0"
odd = st.lists(
    st.sampled_from(
        [*"aaaæ   \t漢\u00a0", "e\u0301", FAMILY, FLAG, "\U0001f1e9", "\u0301", "\u200b", "\u200d",
         "\u2028", "ord ", "langtord "]
    ),
    max_size=40,
).map("".join)  # fmt: skip
plain = st.text("abæ   ", max_size=120)
widths = st.integers(2, 24)


def _row_cells(row: str, width: int, tab: int) -> int:
    cells = 0
    for cluster in graphemes(row):
        cells += tab_cells(cells, width, tab) if cluster == "\t" else cluster_width(cluster)
    return cells


@given(plain, st.integers(1, 24))
def test_ordinary_text_is_divided_as_textual_divides_it(line: str, width: int) -> None:
    theirs = WrappedDocument(Document(line), width) if line else None
    assert wrap(line, width, 4) == (theirs.get_offsets(0) if theirs else [])


@given(st.lists(st.text("aæ漢字", min_size=1, max_size=5), max_size=20), st.integers(12, 30))
def test_wide_letters_are_divided_as_textual_divides_them(words: list[str], width: int) -> None:
    line = " ".join(words)
    theirs = WrappedDocument(Document(line), width).get_offsets(0) if line else []
    assert wrap(line, width, 4) == theirs


@given(odd, widths)
def test_every_row_fits_and_begins_with_a_whole_character(line: str, width: int) -> None:
    edges = [0, *wrap(line, width, 4), len(line)]
    rows = [line[first:last] for first, last in pairwise(edges)]
    assert "".join(rows) == line
    assert [cluster for row in rows for cluster in graphemes(row)] == graphemes(line)
    assert all(_row_cells(row, width, 4) <= width for row in rows)
    assert all(rows) or not line


@given(plain, st.integers(1, 24))
def test_the_short_way_for_plain_text_is_the_long_way(line: str, width: int) -> None:
    short = wrap(line, width, 4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editor_wrap, "_is_narrow", lambda *_: False)
        assert wrap(line, width, 4) == short


@given(st.data(), odd | plain, odd | plain, widths)
def test_mending_a_division_gives_the_fresh_one(
    data: st.DataObject, line: str, inserted: str, width: int
) -> None:
    old = wrap(line, width, 4)
    start = data.draw(st.integers(0, len(line)))
    old_end = data.draw(st.integers(start, len(line)))
    new = line[:start] + inserted + line[old_end:]
    mended = rewrap(new, old, width, 4, start, old_end, start + len(inserted))
    assert mended == wrap(new, width, 4)


def test_mending_looks_at_a_few_rows_of_a_long_line_alone() -> None:
    line = "ord og flere ord " * 6_000
    old = wrap(line, 66, 4)
    seen: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        original = editor_wrap.row_end
        patch.setattr(
            editor_wrap, "row_end", lambda *given: seen.append(given[1]) or original(*given)
        )
        rewrap(line[:50_000] + "x" + line[50_000:], old, 66, 4, 50_000, 50_000, 50_001)
    assert len(seen) < 12


def test_no_break_spaces_hold_words_together() -> None:
    assert wrap("der er 12\u00a0000 kr", 10, 4) == [7]


def test_a_long_address_is_divided_between_characters() -> None:
    assert wrap("se " + "x" * 25, 10, 4) == [3, 13, 23]
    assert wrap(FAMILY * 3, 4, 4) == [10]


@given(odd, widths, st.data())
def test_a_column_and_its_cell_find_each_other(line: str, width: int, data: st.DataObject) -> None:
    edges = [0, *wrap(line, width, 4), len(line)]
    start, end = data.draw(st.sampled_from(list(pairwise(edges))))
    column, cells = start, 0
    for cluster in graphemes(line[start:end]):
        assert cells_before(line, start, column, width, 4) == cells
        assert column_at(line, start, end, cells, width, 4) == column
        column += len(cluster)
        cells += tab_cells(cells, width, 4) if cluster == "\t" else cluster_width(cluster)
    assert column_at(line, start, end, cells + 5, width, 4) == end
