"""Front matter is strings, and what could do harm is refused with its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui.exchange.front_matter import (
    MAX_EVENTS,
    FrontMatterProblem,
    load_strings,
    read_front_matter,
)

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "word", ["no", "yes", "12:30", "1_000", "0x1f", "2026-11-23", "null", "~", "1e3", ".5", "!x y"]
)
def test_a_word_stays_the_word_it_was(word: str) -> None:
    expected = "y" if word == "!x y" else word
    assert load_strings(f"a: {word}") == {"a": expected}


def depth(value: object) -> int:
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 0


@given(st.dictionaries(words, values, max_size=5).filter(lambda one: depth(one) <= 4))
def test_what_a_writer_writes_comes_back(fields: dict[str, object]) -> None:
    written = yaml.dump(fields, Dumper=yaml.SafeDumper, allow_unicode=True, default_style='"')
    assert load_strings(written) == fields


@given(st.text(max_size=200) | st.lists(st.sampled_from(
    ["---\n", "a: b\n", "&x ", "*x\n", "- ", "{", "}", "[", "]", ":", "\t", "'", '"', "|\n", "? ",
     "<<: ", "!!str ", "%YAML 1.2\n", "#", "\x07", "\ud800"]
), max_size=30).map("".join))  # fmt: skip
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    whole = f"---\n{text}\n---\nbody"
    problem = refused(whole)
    if problem is None:
        assert "body" in read_front_matter(whole).body
    else:
        assert problem.message
        assert problem.column >= 1
        assert 1 <= problem.line <= len(whole.splitlines()) + 1


def refused(text: str) -> FrontMatterProblem | None:
    try:
        read_front_matter(text)
    except FrontMatterProblem as problem:
        return problem
    return None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: &x 1", (3, 4), "reference"),
        ("a: *x", (2, 4), "reference"),
        ("a: 1\na: 2", (3, 1), "“a” stands here twice"),
        ("a:\n  - b: 1\n    b: 2", (4, 5), "“b” stands here twice"),
        ("a: {b: {c: 1, c: 2}}", (2, 15), "“c” stands here twice"),
        ("a: [[[[1]]]]", (2, 7), "too deep"),
        ("[1, 2]: 3", (2, 1), "A key has to be"),
        ("- a", (2, 1), "no “key: value” lines"),
        ("title: Et tip: begynd", (2, 14), "put quotation marks"),
        ("a: b\n{", (4, 1), "put quotation marks"),
        ("a: \x07", (2, 1), "control character"),
    ],
)
def test_what_could_do_harm_is_refused(text: str, place: tuple[int, int], words: str) -> None:
    with pytest.raises(FrontMatterProblem) as told:
        read_front_matter(f"---\n{text}\n---\n")
    assert (told.value.line, told.value.column) == place
    assert words in told.value.message


def test_a_bomb_of_aliases_is_never_built() -> None:
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    with pytest.raises(FrontMatterProblem, match="reference"):
        load_strings("\n".join(layers))


def test_too_many_fields_are_refused_while_they_are_counted() -> None:
    with pytest.raises(FrontMatterProblem, match="too much"):
        load_strings("\n".join(f"k{i}: v" for i in range(MAX_EVENTS)))


def test_a_file_without_front_matter_is_all_body() -> None:
    found = read_front_matter("# Heading\r\n\r\ntext\r\n")
    assert (found.fields, found.body, found.body_line) == ({}, "# Heading\n\ntext\n", 1)


def test_the_body_begins_below_the_second_fence() -> None:
    found = read_front_matter("\ufeff---\ntitle: x\n---\nfirst\n---\nlast")
    assert (found.fields, found.body, found.body_line) == ({"title": "x"}, "first\n---\nlast", 4)


def test_a_front_matter_without_an_end_is_told_at_its_beginning() -> None:
    with pytest.raises(FrontMatterProblem) as told:
        read_front_matter("---\ntitle: x\n\ntext")
    assert told.value.line == 1


def test_without_the_fast_loader_all_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert load_strings("a: no\nb: [1, 2]") == {"a": "no", "b": ["1", "2"]}
    with pytest.raises(FrontMatterProblem, match="twice"):
        load_strings("a: 1\na: 2")
