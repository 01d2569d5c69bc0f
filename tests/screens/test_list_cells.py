"""The columns of a list stand where they should, whatever text is in them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from advocacy_tui.widgets.list_cells import draw, fitted, matches, steady
from advocacy_tui.widgets.list_source import Column, Row

HARD = (
    "plain words that are long enough to be cut somewhere before the end of the column",
    "漢字かな交じり文は二つずつ取る文字でできています",
    "👩‍🔧👩‍🔧 and 🇩🇰🇩🇰 and 👍🏽 and ❤️ and 1️⃣ in one line of a list that is long",
    "שלום עולם וברוכים הבאים אל הרשימה הארוכה הזאת",
    "مرحبا 12 بالعالم",
    "a\tb\nsecond line",
    "e\u0301a\u0300 combining \u200b\u202e\u2066 hidden",
    "[bold]not markup[/bold] [/x] \\[",
    "\x1b[31mred\x07",
)


def drawn(cells: tuple[str, ...], columns: tuple[Column, ...], room: int) -> str:
    strip = draw(
        Row(0, "a", cells), columns, room, signs="> ", words=(), style=lambda _part: Style()
    )
    assert strip.cell_length == room
    assert cell_len(strip.text) == room
    return strip.text


@pytest.mark.parametrize("room", [24, 37, 60, 200])
@pytest.mark.parametrize("text", HARD)
def test_columns_stand_where_they_should_whatever_is_in_them(text: str, room: int) -> None:
    line = drawn((text, "today"), (Column(), Column(8, align="right")), room)
    assert line.startswith(">  ")
    assert line.endswith("   today ")


@given(st.text(max_size=60), st.integers(16, 90))
def test_any_text_leaves_the_columns_where_they_are(text: str, room: int) -> None:
    line = drawn((text, "today"), (Column(), Column(8, align="right")), room)
    assert line.endswith("   today ")


def test_text_from_right_to_left_is_closed_off_from_its_neighbours() -> None:
    line = drawn(("שלום", "12"), (Column(), Column(4)), 30)
    assert line.replace(" ", "") == ">\u200eשלום\u200e12"


def test_a_column_is_left_out_where_there_is_no_room_for_it() -> None:
    columns = (Column(), Column(10, from_width=60), Column(6, align="right"))
    cells = ("Byen klokken fem", "Grøn", "i dag")
    assert "Grøn" not in drawn(cells, columns, 40)
    assert "Grøn" in drawn(cells, columns, 80)


@given(st.text(max_size=40), st.integers(0, 30))
def test_a_fitted_text_is_one_line_of_at_most_its_width(text: str, width: int) -> None:
    shown = fitted(text, width)
    assert cell_len(shown) <= width
    assert not {unicodedata.category(one) for one in shown} & {"Cc", "Cf", "Zl", "Zp"}


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs", "Sm", "So")), max_size=40))
def test_making_a_text_steady_twice_changes_nothing_more(text: str) -> None:
    assert steady(steady(text)) == steady(text)


def test_found_words_are_marked_by_their_beginnings_in_any_spelling() -> None:
    text = "Grøn varme til gronne huse"
    assert [text[a:b] for a, b in matches(text, ["gron"])] == ["Grøn", "gronne"]
    assert matches(text, []) == []
