"""Whatever comes in, a person reads one plain sentence, and nothing that was kept is lost."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE = "kept before anything went wrong"

# --- Texts ------------------------------------------------------------------------------------

LONG = "en lang tanke om blåbær " * 400_000
TAGS = " ".join(f"#tag{number}" for number in range(100_000))
ODD = "שָׁלוֹם עולם · مرحبا · Z̷̡͇a̵l̶g̴o · क्षि · 👩‍👩‍👧‍👦 · \u202eנגד\u202c"


class Text(NamedTuple):
    """Bytes on standard input, and what comes of them."""

    name: str
    data: bytes
    code: int
    sentence: str
    danish: str
    kept: str | None


TEXTS = [
    Text("nothing", b"", 2, "There was no text to keep.", "Der var ingen tekst", None),
    Text("blanks", b" \t\r\n\n ", 2, "There was no text to keep.", "Der var ingen tekst", None),
    Text("control characters only", b"\0\x1b\x07", 2, "There was no text", "Der var ingen", None),
    Text("ten megabytes", LONG.encode(), 0, "", "", LONG),
    Text("NUL and escape", b"a\0b\x1b[31mc", 0, "2 control characters were left out;",
         "2 styretegn", "ab[31mc"),
    Text("no UTF-8", b"bl\xe5b\xe6rt\xe6rte", 0, "Standard input is not UTF-8 throughout; the",
         "Standard input er ikke", "blåbærtærte"),
    Text("half a letter", "æ".encode()[:1], 0, "Standard input is not UTF-8", "Standard input",
         "Ã"),
    Text("right-to-left and combining", ODD.encode(), 0, "", "", ODD),
    Text("decomposed", unicodedata.normalize("NFD", "blåbær").encode(), 0, "", "",
         unicodedata.normalize("NFD", "blåbær")),
    Text("100,000 tags", TAGS.encode(), 0, "", "", TAGS),
    Text("an option", b"--help", 0, "", "", "--help"),
    Text("a query language", b"\" OR 1=1; DROP TABLE ideas; --", 0, "", "",
         "\" OR 1=1; DROP TABLE ideas; --"),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("text", TEXTS, ids=lambda one: one.name)
def test_any_text_is_kept_whole_or_refused_kindly(
    text: Text, language: str, shell: Callable, kept: Callable
) -> None:
    shell("add", BEFORE)
    told = shell("--language", language, "add", "-", stdin=text.data)
    assert told.code == text.code
    sentence = text.sentence if language == "en" else text.danish
    assert told.said.startswith(sentence)
    assert bool(told.said) == bool(sentence)
    assert bool(told.out) == (text.kept is not None)
    assert kept() == [BEFORE, *([] if text.kept is None else [text.kept])]


@pytest.mark.parametrize("text", [one for one in TEXTS if one.kept], ids=lambda one: one.name)
def test_what_was_kept_can_be_listed_and_searched(text: Text, shell: Callable) -> None:
    shell("add", "-", stdin=text.data)
    told = shell("ideas")
    assert (told.code, len(told.out.splitlines())) == (0, 1)
    words = [word for word in (text.kept or "").split() if any(map(str.isalnum, word))]
    told = shell("ideas", "--", words[-1])
    assert (told.code, told.said, len(told.out.splitlines())) == (0, "", 1)


def test_bytes_that_are_no_utf_8_are_read_from_the_words_too(
    shell: Callable, kept: Callable
) -> None:
    told = shell("add", b"bl\xe5b\xe6r", LC_ALL="C.UTF-8")
    assert told.code == 0
    assert told.said.startswith("What you typed is not UTF-8 throughout; the rest was read as")
    assert kept() == ["blåbær"]
    told = shell(
        "add", "smørrebrød med ".encode() + b"bl\xe5b\xe6r \xe2\x80\x93 ja", LC_ALL="C.UTF-8"
    )
    assert kept()[1:] == ["smørrebrød med blåbær – ja"]


@pytest.mark.parametrize(
    "words",
    [("add", "x", "-t", b"bl\xe5"), ("add", "x", "--theme", b"bl\xe5"), ("ideas", b"bl\xe5"),
     ("draft", "new", "--title", b"bl\xe5"), ("settings", "name", b"bl\xe5")],
    ids=lambda words: " ".join(map(str, words)),
)  # fmt: skip
def test_every_word_typed_in_other_bytes_is_read_and_said(
    words: tuple[str | bytes, ...], shell: Callable
) -> None:
    shell("add", "blå")
    told = shell(*words, LC_ALL="C.UTF-8")
    assert told.code == 0
    assert told.said.startswith("What you typed is not UTF-8 throughout; the rest was read as")


def test_the_letters_of_an_option_are_read_in_other_bytes(shell: Callable) -> None:
    shell("add", "x", "-t", b"bl\xe5", LC_ALL="C.UTF-8")
    assert '"tags": ["blå"]' in shell("--json", "ideas").out


def test_an_empty_word_is_no_thought(shell: Callable) -> None:
    told = shell("add", "")
    assert (told.code, told.out) == (2, "")
    assert told.said.startswith("There was no text to keep.")


# --- Clocks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "moment", ["1970-01-01T00:00:00+00:00", "1969-12-31T23:59:59+00:00", "1901-01-01T00:00:00Z"]
)
def test_a_clock_before_1970_keeps_the_thought_and_the_order(
    moment: str, shell: Callable, kept: Callable
) -> None:
    shell("add", BEFORE)
    told = shell("add", "an early thought", ADVOCACY_TUI_NOW=moment)
    assert (told.code, told.said) == (0, "")
    assert kept() == [BEFORE, "an early thought"]
    assert shell("ideas").out.splitlines()[0].endswith("an early thought")
    assert shell("week", ADVOCACY_TUI_NOW=moment).code == 0


@pytest.mark.parametrize("moment", ["tomorrow", "2026-13-45", "0001-01-01T00:00:00+14:00"])
def test_a_moment_that_is_none_is_refused(moment: str, shell: Callable, kept: Callable) -> None:
    shell("add", BEFORE)
    english = shell("add", "x", ADVOCACY_TUI_NOW=moment)
    danish = shell("--language", "da", "add", "x", ADVOCACY_TUI_NOW=moment)
    for told, sentence in (
        (english, f"ADVOCACY_TUI_NOW is {moment}, which is no moment."),
        (danish, f"ADVOCACY_TUI_NOW er {moment}, og det er ikke et tidspunkt."),
    ):
        assert (told.code, told.out) == (2, "")
        assert told.said.startswith(sentence)
    assert kept() == [BEFORE]
