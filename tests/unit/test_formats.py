"""Four outputs of one draft, and that none of them loses what was written."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advocacy_tui.commands.draft import FORMATS as OFFERED
from advocacy_tui.exchange.formats import (
    FORMATS,
    as_html,
    as_linkedin,
    as_markdown,
    as_text,
    formatted,
)

anything = st.text()
marked = st.lists(
    st.sampled_from(
        ["*", "**", "_", "__", "`", "~~", "[", "](", ")", "https://a.dk/x_y_z", "# ", "\n", "\n\n",
         "- ", "1. ", "12. ", "> ", "ord", "Blåbær", " ", "æ", "#tag", "<b>", "&amp;", "\\", "|",
         "    ", "---\n", "2*3*4", "snake_case", "\t", "👨‍👩‍👧"]
    ),
    max_size=25,
).map("".join)  # fmt: skip
PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="*_`~[]()<>#\\|+-!\r\x00")).filter(
    lambda text: "://" not in text and not re.search(r"^\s*\d+[.)]", text, re.MULTILINE)
)


class Reader(HTMLParser):
    """What a browser would show, with the addresses of links and the numbers of lists."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(text: str) -> Reader:
    reader = Reader()
    reader.feed(as_html(text))
    reader.close()
    return reader


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]", text))


def test_the_command_line_offers_exactly_these_formats() -> None:
    assert tuple(FORMATS) == OFFERED


# --- text and markdown --------------------------------------------------------------------------


@given(anything | marked)
def test_text_and_markdown_are_the_draft_to_the_character(text: str) -> None:
    assert as_text(text) == text
    assert as_markdown(text) == text
    assert formatted(text, "text") == formatted(text, "markdown") == text


# --- linkedin -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "pasted"),
    [
        ("**Fed** og *kursiv* og ***begge***", "Fed og kursiv og begge"),
        ("__fed__ _kursiv_ ~~ud~~ `kode`", "fed kursiv ud kode"),
        ("**en *i* en**", "en i en"),
        ("**Stål**værket", "Stålværket"),
        ("2*3*4 = 24, snake_case_name, 5 * 3 * 2", "2*3*4 = 24, snake_case_name, 5 * 3 * 2"),
        ("# Overskrift ##\n## To", "Overskrift\nTo"),
        ("#tag er ikke en overskrift", "#tag er ikke en overskrift"),
        ("- en\n  * to\n+ tre\n1. fire", "• en\n  • to\n• tre\n1. fire"),
        ("* * *\n---", "* * *\n---"),
        ("- Hvad? *sagde han*", "• Hvad? sagde han"),
        ("[min blog](https://a.dk/b_c_d)", "min blog https://a.dk/b_c_d"),
        ("[a](https://da.wikipedia.org/wiki/Rør_(VVS))",
         "a https://da.wikipedia.org/wiki/Rør_(VVS)"),
        ("[https://a.dk](https://a.dk) <https://b.dk>", "https://a.dk https://b.dk"),
        ("**læs https://a.dk/b_c_**", "læs https://a.dk/b_c_"),
        ("https://a.dk/_x_/*y", "https://a.dk/_x_/*y"),
        ("![en pumpe](https://a.dk/p.jpg)", "en pumpe https://a.dk/p.jpg"),
        (r"\*ikke\* \[her\] C:\navn", r"*ikke* [her] C:\navn"),
        ("```py\n**x** - [a](b)\n```\n**y**", "**x** - [a](b)\ny"),
        ("```\nikke **lukket**", "```\nikke lukket"),
        ("> citat med **vægt**", "> citat med vægt"),
        ("[x][ref] &amp; <b>", "[x][ref] &amp; <b>"),
    ],
)  # fmt: skip
def test_linkedin_gets_the_words_without_the_marks(draft: str, pasted: str) -> None:
    assert as_linkedin(draft) == pasted


@given(PLAIN)
def test_a_text_without_marks_reaches_linkedin_to_the_character(text: str) -> None:
    assert as_linkedin(text) == text


@given(marked.filter(lambda text: "`" not in text and "~~~" not in text))
def test_linkedin_loses_no_letter(text: str) -> None:
    assert letters(as_linkedin(text)) == letters(text)
    assert as_linkedin(text).count("\n") == text.count("\n")


@given(marked)
def test_linkedin_gets_no_imitated_letters(text: str) -> None:
    assert set(as_linkedin(text)) <= {*text, "•", " "}


@pytest.mark.parametrize("piece", ["*", "**a ", "_a ", "[a](", "`", "~~a ", "(", "[a](" + "(" * 50])
def test_a_text_made_to_be_slow_is_done_in_good_time(piece: str) -> None:
    start = time.process_time()
    as_linkedin(piece * 20_000)
    assert time.process_time() - start < 10


# --- html ---------------------------------------------------------------------------------------


@given(PLAIN)
@example("a\n    indented\n\nb")
@example("a &amp; b; x\ty")
def test_html_shows_every_character_of_a_text_without_marks(text: str) -> None:
    assert "".join(shown(text).text.split()) == "".join(text.split())


@given(marked.filter(lambda text: "`" not in text and "~~~" not in text))
@example("[a]: https://a.dk\n\ntext")
@example("1986. a\n1990. b")
def test_html_loses_no_letter(text: str) -> None:
    page = shown(text)
    known = page.text + "".join(value for _name, value in page.attributes)
    assert sorted(letters(page.text)) <= sorted(letters(text))
    for letter in set(letters(text)):
        assert known.count(letter) >= text.count(letter)


@given(anything | marked | st.sampled_from(["<script>", "<img src=x onerror=y>", "<a href='x'>"]))
def test_html_holds_no_tag_and_no_handler_of_the_texts_own(text: str) -> None:
    page = shown(text)
    assert set(page.tags) <= {
        "p", "br", "em", "strong", "s", "code", "pre", "a", "img", "h1", "h2", "h3", "h4", "h5",
        "h6", "ul", "ol", "li", "blockquote", "hr",
    }  # fmt: skip
    assert {name for name, _value in page.attributes} <= {
        "href", "src", "alt", "title", "class", "start", "value",
    }  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
     "//evil.dk", "java&#x0a;script:x", "\x01javascript:x"],
)  # fmt: skip
def test_html_links_to_nothing_but_the_web_and_mail(address: str) -> None:
    page = shown(f"[a]({address}) <{address}> ![b]({address})")
    assert [value for name, value in page.attributes if name in ("href", "src")] == []


def test_html_makes_addresses_into_links_shown_as_typed() -> None:
    page = shown("Se https://a.dk/%C3%A6?a=1&b=2, og skriv til [mig](mailto:a@b.dk). fil.md")
    assert [value for name, value in page.attributes if name == "href"] == [
        "https://a.dk/%C3%A6?a=1&b=2", "mailto:a@b.dk",
    ]  # fmt: skip
    assert "https://a.dk/%C3%A6?a=1&b=2, og" in page.text


def test_html_keeps_line_breaks_and_the_numbers_that_were_typed() -> None:
    assert as_html("en\nto") == "<p>en<br />\nto</p>\n"
    numbers = shown("1986. a\n1990. b\n1991. c").attributes
    assert numbers == [("start", "1986"), ("value", "1990")]
    assert shown("1. a\n1. b\n1. c").attributes == []
