"""The guidelines: what we want comes first, the fence is explained, and words are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from advocacy_tui.exchange.programme import demo_programme
from advocacy_tui.guidelines import read_guidelines, read_kickoff
from advocacy_tui.screens.guidelines import PartList
from advocacy_tui.screens.guidelines_parts import parts_of
from advocacy_tui.text import cell_width, fold_words
from advocacy_tui.widgets.prose import LONGEST, Block, Pair, lay_out
from advocacy_tui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.programme import Programme

    Settle = Callable[[Pilot[Any]], Awaitable[None]]


def with_guidelines(text: str) -> Programme:
    """Return a programme whose guidelines hold this text."""
    from dataclasses import replace

    return replace(
        demo_programme("en"),
        guidelines=read_guidelines(text, "guidelines.md"),
        kickoff=read_kickoff("", "kickoff.md"),
    )


@pytest.mark.parametrize("language", ["da", "en"])
async def test_themes_come_first_and_every_part_is_one_key_away(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    language: str,
) -> None:
    programme = demo_programme(language)
    guidelines = programme.guidelines
    said = [
        guidelines.themes[0].name,
        guidelines.audience[0].text.split()[0],
        guidelines.examples[0].note.split(".")[0],
        guidelines.off_limits[0].category,
        guidelines.words[0].prefer.split()[0],
        guidelines.channels[0].name,
        guidelines.support[0].text.split(".")[0][:30],
        programme.kickoff.backing.sentence.split(":")[0],
    ]
    app = make_app(language, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        for words in said:
            assert words in seen(pilot)
            await pilot.press("right")
            await settle(pilot)
        assert said[0] in seen(pilot)


async def test_a_fence_says_why_and_what_to_say_instead(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("g", *"lll")
        await settle(pilot)
        shown = seen(pilot)
        assert "Kystbanken" in shown
        assert "Hvorfor: de er kunder" in shown
        assert "Sig hellere: »en kunde i finanssektoren«" in shown
        assert "Gerne: Vestergaards bageri" in shown


async def test_examples_stand_under_their_kind_with_their_note(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("g", "l", "l")
        await settle(pilot)
        shown = seen(pilot)
        assert shown.index("Fra hverdagen") < shown.index("Driftstekniker på LinkedIn.")
        assert "│ Min kollega satte spidsen" in shown


async def test_the_backing_is_signed(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("g", "h")
        await settle(pilot)
        assert "This is working time" in seen(pilot)
        assert "Graham Pell, managing director, 28 September 2026" in seen(pilot)
        assert "When would I have time?" in seen(pilot)


async def test_search_goes_to_the_words_and_enter_to_the_next_place(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        app.post_message(events.Key("slash", "/"))
        for letter in "castor":
            app.post_message(events.Key(letter, letter))
        await settle(pilot)
        assert "places" in seen(pilot)
        assert "Castor" in seen(pilot)
        await pilot.press("enter")
        await settle(pilot)
        first = (app.screen._here, app.screen.query_one(Reading).scroll_y)
        await pilot.press("enter")
        await settle(pilot)
        assert (app.screen._here, app.screen.query_one(Reading).scroll_y) != first


async def test_words_that_are_nowhere_are_said_to_be(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        await pilot.press("slash", *"xyzzy")
        await settle(pilot)
        assert "de ord står ingen steder" in seen(pilot)
        await pilot.press("escape", "l")
        await settle(pilot)
        assert "Højkøbing" in seen(pilot)


async def test_a_click_reads_a_part(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        await pilot.click(PartList, offset=(5, 5))
        await settle(pilot)
        assert "› Channels" in seen(pilot)
        assert "LinkedIn:" in seen(pilot)


async def test_the_text_scrolls_by_the_keys_of_a_list(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        reading = app.screen.query_one(Reading)
        await pilot.press("j", "j")
        await settle(pilot)
        assert reading.scroll_y == 2
        await pilot.press("end")
        await settle(pilot)
        assert reading.scroll_y == reading.max_scroll_y > 2


async def test_another_language_is_another_programme(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app("en", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        await app.speak("da")
        await settle(pilot)
        assert "Varme med hjerte" in seen(pilot)
        assert "Grøn omstilling" in seen(pilot)


def test_a_line_that_fits_no_rule_is_shown_with_its_number() -> None:
    programme = with_guidelines("# Ours\n\n## Words {#words}\n\n- just so\n- x, not y\n")
    parts = {part.id: part for part in parts_of(programme)}
    assert "words" in parts
    texts = [block.text for block in parts["not-understood"].blocks if isinstance(block, Block)]
    assert "just so" in texts


def test_a_programme_without_guidelines_has_no_parts() -> None:
    assert parts_of(with_guidelines("")) == []


def test_nothing_in_a_text_is_read_as_markup() -> None:
    laid = lay_out([Block("[bold]not[/bold] [link=x]bold[/] $primary", lead="[red]a")], 60)
    assert laid.rows[0].plain == "[red]a [bold]not[/bold] [link=x]bold[/] $primary"


def test_found_words_are_marked_by_their_beginning_whatever_their_accents() -> None:
    blocks = [Block("Varmen kommer"), Block("fjernvarmen"), Block("vårmen"), Block("andet")]
    laid = lay_out(blocks, 60, fold_words("VARM"))
    assert laid.found == [0, 4]
    assert [bool(row.spans) for row in laid.rows] == [True, False, False, False, True, False, False]


def test_two_columns_stay_apart_when_both_are_long() -> None:
    laid = lay_out([Pair("a word to leave that is long enough for two rows", "and one " * 12)], 70)
    assert len(laid.rows) > 2
    assert all(row.plain[26:28] == "  " for row in laid.rows)


texts = st.text(alphabet="ab cæøå\n日👍🏽é ", max_size=120)


@given(texts, texts, st.integers(12, 100), st.booleans())
def test_no_row_is_wider_than_the_room(text: str, lead: str, width: int, is_quote: bool) -> None:
    blocks = [Block(text, lead=lead, sign="│ " if is_quote else "", bullet="· ")]
    for row in lay_out(blocks, width).rows:
        assert cell_width(row.plain) <= min(width, LONGEST)


@given(texts, st.integers(12, 100))
def test_no_word_is_lost_in_wrapping(text: str, width: int) -> None:
    rows = lay_out([Block(text)], width).rows
    words = " ".join(row.plain for row in rows).split()
    if all(cell_width(word) <= min(width, LONGEST) for word in text.split()):
        assert words == text.split()
