"""File names made of titles: plain letters, each once."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui.exchange.names import SLUG_LENGTH, Names, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [("Det, et fyrrum lærte mig", "det-et-fyrrum-laerte-mig"),
     ("Blåbærgrød på Ø", "blaabaergroed-paa-oe"), ("Straße, Łódź", "strasse-lodz"),
     ("What's up?", "whats-up"), ("漢字 🙂", ""), ("", ""),
     ("x" * 60, "x" * 40), ("a " * 60, "-".join("a" * 20)), ("../../etc/passwd", "etc-passwd")],
)  # fmt: skip
def test_a_title_becomes_plain_letters(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_a_name_is_safe_everywhere_and_however_the_title_is_composed(title: str) -> None:
    name = slug(title)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", name)
    assert len(name) <= SLUG_LENGTH
    assert slug(unicodedata.normalize("NFC", title)) == name or len(title) > SLUG_LENGTH


@given(st.lists(st.text(max_size=5)))
def test_a_name_is_given_once(titles: list[str]) -> None:
    names = Names()
    given_names = [names.name("2026-11-23", title) for title in titles]
    assert len(set(given_names)) == len(titles)
    assert all(name.startswith("2026-11-23") for name in given_names)


def test_many_titles_without_latin_letters_are_named_without_counting_from_one() -> None:
    class Counted(set[str]):
        asked = 0

        def __contains__(self, one: object) -> bool:
            self.asked += 1
            return super().__contains__(one)

    names = Names()
    names._taken = taken = Counted()
    found = [names.name("2026-11-24", "想法") for _again in range(2_000)]
    assert len(set(found)) == 2_000
    assert found[-1] == "2026-11-24-2000"
    assert taken.asked <= 2 * 2_000
