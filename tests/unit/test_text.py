"""What the functions over plain text promise, mostly as properties."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import unicodedata

import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st
from wcwidth import wcwidth

from advocacy_tui.text import (
    NARROW,
    _clusters_around,
    at_words,
    cell_width,
    clean_own,
    clean_shared,
    decode,
    first_line,
    fold,
    fold_words,
    graphemes,
    hashtags,
    next_grapheme,
    previous_grapheme,
    word_count,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1f0"
THUMB = "\U0001f44d\U0001f3fd"
HEART = "\u2764\ufe0f"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
KEYCAP = "1\ufe0f\u20e3"

danish = st.text("abeodgrnsåæøÅÆØéüAEO")
pieces = st.sampled_from(
    [*"ab å\n\t.", "e\u0301", FAMILY, FLAG, THUMB, HEART, ENGLAND, KEYCAP, "\u200d", "\ufe0f",
     "\U0001f1e9", "\u0301", "\u0915\u094d\u0937\u093f", "\ud55c", "\u1112\u1161\u11ab", "\r\n",
     "\u0600", "\u200b", "漢"]
)  # fmt: skip
clustered = st.lists(pieces, max_size=30).map("".join) | st.text(max_size=40)


# --- fold -------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["blabaer", "blaabaer", "BLÅBÆR", "blabar", "Blåb", "BLÅBÆRT"])
def test_every_spelling_of_a_beginning_finds_the_word(typed: str) -> None:
    assert fold("blåbærtærte").startswith(fold(typed))
    assert fold(unicodedata.normalize("NFD", "blåbærtærte")).startswith(fold(typed))


@given(st.text(), st.text())
def test_the_fold_of_a_beginning_is_a_beginning_of_the_fold(start: str, rest: str) -> None:
    assert fold(start + rest).startswith(fold(start))


@given(danish, danish)
def test_the_fold_of_a_danish_beginning_is_a_beginning_of_the_fold(start: str, rest: str) -> None:
    assert fold(start + rest).startswith(fold(start))


@given(danish, st.data())
def test_each_danish_letter_may_be_spelt_in_each_of_its_ways(
    word: str, data: st.DataObject
) -> None:
    ways = {"å": ["å", "aa", "a", "Å"], "æ": ["æ", "ae", "a", "Æ"], "ø": ["ø", "oe", "o", "Ø"]}
    respelt = "".join(data.draw(st.sampled_from(ways.get(c.lower(), [c]))) for c in word)
    assert fold(respelt) == fold(word)


@given(st.text())
def test_case_composition_and_repetition_do_not_change_the_fold(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zoé", "ZOE"), ("Israél", "israel"), ("søer", "soer"), ("europæer", "Europaer"),
     ("ekstraåben", "ekstraaben"), ("Straße", "STRASSE"), ("cœur", "coeur"), ("İzmir", "izmir")],
)  # fmt: skip
def test_words_that_differ_in_accent_or_case_alone_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("varme", "vand", "net", "nat", "nyt", "rør", "ror")}) == 6


# --- fold_words -------------------------------------------------------------------------------


def _fts_tokens(text: str) -> list[str]:
    db = sqlite3.connect(":memory:")
    try:
        db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61')")
        db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
        db.execute("INSERT INTO t(x) VALUES (?)", (text,))
        return [row[0] for row in db.execute("SELECT term FROM v ORDER BY offset")]
    finally:
        db.close()


@given(st.text("abeozåæøéüÅÆØ019 .,;:-_'#@/()»«\n\t€“”—²½αω"))
def test_words_are_split_as_the_full_text_index_splits_them(text: str) -> None:
    assert fold_words(text) == _fts_tokens(fold(text))


@given(st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs", "Cc"])))
def test_folded_words_are_stored_as_they_are(text: str) -> None:
    assert _fts_tokens(" ".join(fold_words(text))) == fold_words(text)


def test_words_are_letters_and_digits() -> None:
    assert fold_words("Tag-teksten med, L'été 2026 (#blåbær)") == [
        "tag", "teksten", "med", "l", "ete", "2026", "blabar",
    ]  # fmt: skip


# --- cleaning ---------------------------------------------------------------------------------


def test_own_text_loses_controls_and_keeps_what_can_be_seen_or_meant() -> None:
    dirty = "a\x00b\x07\x1b[31m\x85\x9b\ud800\ttab\r\nny\rlinje\u2028s\u200bn\u202eb\u200d"
    kept = clean_own(dirty)
    assert kept.text == "ab[31m\ttab\nny\nlinje\u2028s\u200bn\u202eb\u200d"
    assert kept.dropped == 6


@given(st.text(st.characters()))
def test_cleaning_leaves_no_control_and_counts_what_it_drops(text: str) -> None:
    kept = clean_own(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in kept.text if c not in "\t\n")
    assert clean_own(kept.text) == (kept.text, 0)
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    assert kept.dropped == len(ends) - len(kept.text)
    kept.text.encode()


def test_shared_text_keeps_joiners_inside_an_emoji_alone() -> None:
    whole = f"a {FAMILY} {HEART} {ENGLAND} {KEYCAP} {FLAG} {THUMB}"
    assert clean_shared(whole) == (whole, 0)
    assert clean_shared("ad\u200dm\ufe0fin\u202e\u2066\u200b\ufeff\U000e0041") == ("admin", 7)
    assert clean_shared(f"\u200d{FAMILY}\u200d") == (FAMILY, 2)


@given(clustered)
@example("\u2764\ufe0f\u200d\U0001f468")
def test_cleaned_shared_text_is_clean_and_the_count_is_right(text: str) -> None:
    kept = clean_shared(text)
    assert clean_shared(kept.text) == (kept.text, 0)
    assert kept.dropped == len(clean_own(text).text) - len(kept.text) + clean_own(text).dropped
    assert not regex.search(r"[\u202a-\u202e\u2066-\u2069\u200b\u200c\ufeff]", kept.text)
    # A variation selector counts as a mark and so as \w; after it a joiner is at home.
    assert not regex.search(r"[^\W\ufe0f]\u200d", kept.text)


# --- grapheme clusters ------------------------------------------------------------------------


@given(clustered)
def test_clusters_make_up_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(clustered)
def test_clusters_are_those_of_the_unicode_rules(text: str) -> None:
    assert graphemes(text) == regex.findall(r"\X", text)


@given(clustered)
def test_stepping_either_way_lands_on_cluster_ends_alone(text: str) -> None:
    edges = [0]
    for cluster in graphemes(text):
        edges.append(edges[-1] + len(cluster))
    for column in range(len(text)):
        assert next_grapheme(text, column) == min(edge for edge in edges if edge > column)
        assert previous_grapheme(text, column + 1) == max(e for e in edges if e <= column)
    assert next_grapheme(text, len(text)) == len(text)
    assert previous_grapheme(text, 0) == 0


@pytest.mark.parametrize(
    "unit", ["å", FAMILY, THUMB, "e\u0301", "漢", "\ud55c", "\u0915\u094d\u0937"]
)
def test_a_step_begins_to_read_near_the_column(unit: str) -> None:
    line, middle = unit * 20_000, len(unit) * 10_000
    start, _end = next(iter(_clusters_around(line, middle)))
    assert middle - len(unit) <= start <= middle
    assert next_grapheme(line, middle) == middle + len(unit)
    assert previous_grapheme(line, middle) == middle - len(unit)


# --- words, lines and widths ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("  \n", 0), ("Fuel for the birds", 4), ("– jo, 2 ting –", 3)]
)
def test_words_are_counted_as_a_reader_counts_them(text: str, words: int) -> None:
    assert word_count(text) == words


def test_narrow_characters_are_one_cell_and_never_join() -> None:
    narrow = [c for c in map(chr, range(0x3000)) if regex.fullmatch(f"[{NARROW}]", c)]
    assert all(wcwidth(c) == 1 for c in narrow)
    assert len(graphemes("".join(narrow) + "".join(reversed(narrow)))) == 2 * len(narrow)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("blåbær", 6), (FAMILY, 2), (FLAG, 2), (THUMB, 2), ("e\u0301", 1), ("漢字", 4), ("a\x07b", 2),
     (HEART, 2), ("\u200b", 0), ("“…” – €", 7)],
)  # fmt: skip
def test_widths_are_those_of_the_terminal(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_the_first_line_is_cut_at_a_word_end() -> None:
    text = "\n \n  Hej med dig,  du gamle ven \nNæste"
    assert first_line(text) == "Hej med dig,  du gamle ven"
    assert first_line(text, 80) == "Hej med dig, du gamle ven"
    assert first_line(text, 15) == "Hej med dig,…"
    assert first_line(text, 13) == "Hej med dig,…"
    assert first_line(text, 12) == "Hej med…"
    assert first_line("Overskudsvarme", 6) == "Overs…"
    assert first_line(f"{FAMILY}{FAMILY}", 3) == f"{FAMILY}…"
    assert first_line("\n\n") == ""


@given(clustered, st.integers(0, 40))
def test_a_first_line_fits_the_width_it_was_given(text: str, width: int) -> None:
    line = first_line(clean_shared(text).text, width)
    assert cell_width(line) <= width
    assert "\n" not in line


# --- tags -------------------------------------------------------------------------------------


def test_tags_have_letters_digits_underscore_and_hyphen() -> None:
    text = "#grøn-omstilling og (#CSR), **#fed_1**. #2025 #-nej #bla\u030abær- #tag2"
    assert hashtags(text) == ["grøn-omstilling", "CSR", "fed_1", "blåbær", "tag2"]


def test_a_tag_does_not_stand_inside_a_word_or_an_address() -> None:
    text = "a#b https://x.dk/#afsnit http://x.dk/a?b=#c x.dk/p#q &#230; ## # Overskrift ##to"
    assert hashtags(text) == []


def test_a_tag_comes_once_in_its_first_spelling() -> None:
    assert hashtags("#Aarhus #århus #ARHUS #Odense") == ["Aarhus", "Odense"]


def test_a_theme_is_not_an_address() -> None:
    assert at_words("@Grøn-omstilling mette@varme.example, (@håndværk) @2") == [
        "Grøn-omstilling", "håndværk",
    ]  # fmt: skip


def test_a_hundred_thousand_tags_are_found_in_one_pass() -> None:
    assert len(hashtags(" ".join(f"#tag{n}" for n in range(100_000)))) == 100_000
    for hard in ("#" * 100_000, "#1" * 50_000, "#a-" * 50_000 + "!", "#" + "a-" * 50_000):
        assert len(hashtags(hard)) <= 1


@given(st.lists(st.from_regex(r"[a-zæø][a-z0-9æø_]{0,8}", fullmatch=True), max_size=8))
def test_every_tag_that_was_written_is_found(names: list[str]) -> None:
    found = hashtags("Se " + ", ".join(f"#{name}" for name in names))
    assert [fold(name) for name in found] == list(dict.fromkeys(fold(name) for name in names))


# --- cost of the import -----------------------------------------------------------------------


def test_importing_and_using_it_for_a_capture_loads_neither_regex_nor_wcwidth() -> None:
    code = (
        "import sys; from advocacy_tui.text import *\n"
        "clean_own('blå #tag\\n'); fold('blå'); hashtags('#blå'); at_words('@blå')\n"
        "first_line('blå – …', 9); next_grapheme('abc', 1)\n"
        "print(sorted({'regex', 'wcwidth', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- Bytes that are no UTF-8 --------------------------------------------------------------------

WRITTEN = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufeff"))


@given(before=WRITTEN, after=WRITTEN, bad=st.integers(0x80, 0xFF))
def test_one_bad_byte_leaves_every_other_letter_as_it_was(
    before: str, after: str, bad: int
) -> None:
    data = before.encode() + bytes([bad]) + after.encode()
    assume(not data.startswith((b"\xff\xfe", b"\xfe\xff")))
    meant = bytes([bad]).decode("cp1252", errors="replace")
    assert decode(data) == (before + meant + after, True)


@given(
    before=WRITTEN,
    after=WRITTEN,
    torn=st.characters(min_codepoint=0x80, exclude_categories=("Cs",)),
)
def test_a_torn_letter_leaves_what_stands_before_and_after(
    before: str, after: str, torn: str
) -> None:
    text, guessed = decode(before.encode() + torn.encode()[:-1] + after.encode())
    assert guessed
    assert text.startswith(before)
    assert text.endswith(after)


@given(WRITTEN)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, False)


def test_a_whole_text_in_windows_letters_is_read_as_such() -> None:
    text = "Blåbærgrød på en onsdag – „sådan“ €"
    assert decode(text.encode("cp1252")) == (text, True)
