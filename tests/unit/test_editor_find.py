"""Finding and replacing by what a reader sees as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui.text import graphemes
from advocacy_tui.widgets.editor_find import find_all, replace_all, shared_ends

letters = st.text("aAbBßSsİiıæÆ \n\u0301漢", max_size=20)


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Kaffe kaffe KAFFE", "kaffe", ["Kaffe", "kaffe", "KAFFE"]),
        ("Straße STRASSE strasse", "strasse", ["Straße", "STRASSE", "strasse"]),
        ("Maße", "masse", ["Maße"]),
        ("İstanbul og İzmir", "izmir", []),
        ("İstanbul og İzmir", "İZMIR", ["İzmir"]),
        ("Café cafe\u0301 cafe", "café", ["Café", "cafe\u0301"]),
        ("Blåbær BLÅBÆR", "blåbær", ["Blåbær", "BLÅBÆR"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("en\nlinje", "n\nl", ["n\nl"]),
        ("alt", "", []),
    ],
)
def test_case_and_composition_do_not_hide_a_word(text: str, needle: str, found: list[str]) -> None:
    spans = find_all(text, needle, match_case=False)
    assert [text[start:end] for start, end in spans] == found


def test_capitals_count_when_asked_to() -> None:
    text = "Lind lind LIND"
    assert find_all(text, "Lind", match_case=True) == [(0, 4)]


def test_half_a_letter_is_never_found() -> None:
    assert find_all("ß", "s", match_case=False) == []
    assert find_all("cafe\u0301", "e", match_case=False) == []
    assert find_all("\U0001f468\u200d\U0001f469", "\U0001f468", match_case=False) == []


@given(letters, letters, st.booleans())
def test_what_is_found_reads_like_the_needle_and_is_whole(
    text: str, needle: str, match_case: bool
) -> None:
    edges = {0}
    for cluster in graphemes(text):
        edges.add(max(edges) + len(cluster))
    last = 0
    for start, end in find_all(text, needle, match_case=match_case):
        assert last <= start < end
        assert {start, end} <= edges
        assert find_all(text[start:end], needle, match_case=match_case) == [(0, end - start)]
        last = end


@given(letters, st.text("abæ", min_size=1, max_size=3), letters)
def test_a_needle_that_stands_in_the_text_is_found(before: str, needle: str, after: str) -> None:
    text = f"{before} {needle} {after}"
    assert len(before) + 1 in [start for start, _ in find_all(text, needle, match_case=True)]


@given(letters, st.text("abß", min_size=1, max_size=2), st.text("xy", max_size=3), st.booleans())
def test_replacing_all_leaves_nothing_to_replace(
    text: str, needle: str, replacement: str, match_case: bool
) -> None:
    found = find_all(text, needle, match_case=match_case)
    new, count = replace_all(text, needle, replacement, match_case=match_case)
    assert count == len(found)
    pieces, last = [], 0
    for start, end in found:
        pieces += [text[last:start], replacement]
        last = end
    assert new == "".join([*pieces, text[last:]])


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_shared_ends_are_as_long_as_they_can_be_and_do_not_overlap(one: str, other: str) -> None:
    head, tail = shared_ends(one, other)
    assert head + tail <= min(len(one), len(other))
    assert one[:head] == other[:head]
    assert one[len(one) - tail :] == other[len(other) - tail :]
    assert (
        one == other
        or one[head : head + 1] != other[head : head + 1]
        or head + tail == min(len(one), len(other))
    )
