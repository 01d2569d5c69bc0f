"""How the question deck draws: who gets which question, and when one comes again."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advocacy_tui import i18n
from advocacy_tui.prompts import (
    IDEA_WIDTH,
    MINUTES,
    POST_TYPES,
    ROLES,
    Deck,
    Prompt,
    load_deck,
)
from advocacy_tui.text import cell_width, graphemes

languages = st.sampled_from(i18n.LANGUAGES)
rngs = st.integers(0, 2**32).map(random.Random)
types = st.none() | st.sampled_from(POST_TYPES)
roles = st.none() | st.sampled_from(ROLES)
times = st.none() | st.integers(-5, 600)
QUOTES = '»«“”„"'
names = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)


def card(name: str, *, kind: str = "event", to: tuple[str, ...] = (), minutes: int = 10) -> Prompt:
    return Prompt(name, f"{name}?", kind, (), to, minutes)


def small_deck(*cards: Prompt) -> Deck:
    return Deck("en", cards, (), (), ("What about “{idea}” today?",))


def cards_of(deck: Deck) -> dict[str, Prompt]:
    return {card.id: card for card in deck.prompts + deck.theme_prompts}


@pytest.fixture(autouse=True)
def _speak_english() -> None:
    i18n.use("en")


# --- What is drawn ----------------------------------------------------------------------------


@given(languages, rngs, types, roles, times)
def test_a_question_suits_the_type_the_role_and_the_time(
    language: str, rng: random.Random, post_type: str | None, role: str | None, minutes: int | None
) -> None:
    deck = load_deck(language)
    drawn = deck.draw(rng, post_type=post_type, role=role, minutes=minutes)
    card = cards_of(deck)[drawn.prompt_id]
    assert (drawn.text, drawn.type, drawn.minutes) == (card.text, card.type, card.minutes)
    assert drawn.theme is None
    assert post_type in (None, drawn.type)
    assert not card.roles or role in card.roles
    if minutes is not None:
        assert drawn.minutes == max([m for m in MINUTES if m <= minutes] or [min(MINUTES)])


@given(languages, rngs, types, roles, names)
def test_a_theme_is_woven_into_the_question(
    language: str, rng: random.Random, post_type: str | None, role: str | None, name: str
) -> None:
    deck = load_deck(language)
    assume(not set(name) & set(QUOTES))
    drawn = deck.draw(rng, theme=name, post_type=post_type, role=role)
    opening, closing = "»«" if language == "da" else "“”"
    assert drawn.theme == name
    assert f"{opening}{name}{closing}" in drawn.text
    template = cards_of(deck)[drawn.prompt_id]
    assert template in deck.theme_prompts
    assert drawn.text == template.text.replace("{theme}", name)
    assert post_type in (None, drawn.type)


@pytest.mark.parametrize(
    ("given_theme", "theme"),
    [
        ("  Grøn   omstilling\n", "Grøn omstilling"),
        ("»Håndværket bag«", "Håndværket bag"),
        ("» Håndværket bag «", "Håndværket bag"),
        ("“Craft” and “care”", "“Craft” and “care”"),
        ("{theme}", "{theme}"),
        ("  ", None),
        ("»«", None),
        ("“", "“"),
    ],
)
def test_a_theme_is_tidied_before_it_is_quoted(given_theme: str, theme: str | None) -> None:
    drawn = load_deck("da").draw(random.Random(1), theme=given_theme)
    assert drawn.theme == theme
    assert theme is None or f"»{theme}«" in drawn.text


@given(languages, st.integers(), types, roles, st.lists(st.text(max_size=3)))
def test_the_same_chance_draws_the_same_question(
    language: str, seed: int, post_type: str | None, role: str | None, seen: list[str]
) -> None:
    deck = load_deck(language)
    one, other = (
        deck.draw(random.Random(seed), seen=seen, post_type=post_type, role=role) for _ in range(2)
    )
    assert one == other


# --- What comes again -------------------------------------------------------------------------


@given(languages, rngs, types, roles, times, st.none() | names)
def test_nothing_repeats_until_everything_suitable_was_seen(
    language: str,
    rng: random.Random,
    post_type: str | None,
    role: str | None,
    minutes: int | None,
    theme: str | None,
) -> None:
    deck = load_deck(language)
    history: list[str] = []
    while True:
        drawn = deck.draw(
            rng, seen=history, post_type=post_type, role=role, minutes=minutes, theme=theme
        )
        if drawn.prompt_id in history:
            break
        history.append(drawn.prompt_id)
    fresh = deck.draw(
        rng, seen=set(history), post_type=post_type, role=role, minutes=minutes, theme=theme
    )
    assert fresh.prompt_id in history
    if post_type is None and minutes is None and drawn.theme is None:
        suited = [c for c in deck.prompts if not c.roles or role in c.roles]
        assert len(history) == len(suited)


@given(rngs, st.integers(2, 6), st.integers(1, 5))
def test_every_round_shows_each_question_once(rng: random.Random, size: int, rounds: int) -> None:
    deck = small_deck(*(card(str(number)) for number in range(size)))
    history: list[str] = []
    for _ in range(size * rounds):
        history.append(deck.draw(rng, seen=history).prompt_id)
    assert set(Counter(history).values()) == {rounds}


@given(rngs, st.lists(st.sampled_from("abc"), min_size=1, max_size=12))
def test_no_question_comes_twice_running(rng: random.Random, history: list[str]) -> None:
    deck = small_deck(card("a"), card("b"), card("c"))
    assert deck.draw(rng, seen=history).prompt_id != history[-1]


def test_a_lone_question_comes_again_rather_than_none() -> None:
    deck = small_deck(card("only"))
    assert deck.draw(random.Random(0), seen=["only", "only"]).prompt_id == "only"


def test_ids_that_the_deck_no_longer_has_do_not_matter() -> None:
    deck = small_deck(card("a"), card("b"))
    assert deck.draw(random.Random(0), seen=["gone", "a", "gone"]).prompt_id == "b"


# --- Whom it leans on -------------------------------------------------------------------------


def test_questions_for_the_own_role_come_twice_as_often() -> None:
    deck = small_deck(card("own", to=("sales",)), card("anyone"), card("other", to=("leader",)))
    rng = random.Random(7)
    drawn = Counter(deck.draw(rng, role="sales").prompt_id for _ in range(6000))
    assert set(drawn) == {"own", "anyone"}
    assert 1.85 < drawn["own"] / drawn["anyone"] < 2.15


def test_a_question_for_several_roles_reaches_each_of_them() -> None:
    deck = small_deck(card("both", to=("sales", "support")), card("leaders", to=("leader",)))
    for role in ("sales", "support"):
        assert deck.draw(random.Random(0), role=role).prompt_id == "both"


def test_without_a_role_only_questions_for_anyone_come() -> None:
    deck = small_deck(card("sellers", to=("sales",)), card("anyone"))
    assert {deck.draw(random.Random(n)).prompt_id for n in range(50)} == {"anyone"}


# --- When nothing suits -----------------------------------------------------------------------


def test_minutes_are_let_go_before_the_role() -> None:
    deck = small_deck(
        card("short", kind="culture", to=("leader",), minutes=2),
        card("long", kind="culture", to=("sales",), minutes=25),
    )
    drawn = deck.draw(random.Random(0), role="sales", post_type="culture", minutes=2)
    assert (drawn.prompt_id, drawn.minutes) == ("long", 25)


def test_the_role_is_let_go_before_the_type() -> None:
    deck = small_deck(
        card("leaders", kind="culture", to=("leader",)), card("mine", kind="opinion", to=("sales",))
    )
    drawn = deck.draw(random.Random(0), role="sales", post_type="culture", minutes=10)
    assert (drawn.prompt_id, drawn.type) == ("leaders", "culture")


def test_the_type_is_let_go_last_and_the_draw_tells() -> None:
    deck = small_deck(card("a", kind="event"))
    drawn = deck.draw(random.Random(0), post_type="opinion", role="maker", minutes=2)
    assert (drawn.prompt_id, drawn.type, drawn.minutes) == ("a", "event", 10)


def test_the_longest_kind_that_fits_the_time_is_drawn() -> None:
    deck = small_deck(*(card(str(minutes), minutes=minutes) for minutes in MINUTES))
    fits = {1: "2", 2: "2", 9: "2", 10: "10", 24: "10", 25: "25", 300: "25"}
    for minutes, name in fits.items():
        assert deck.draw(random.Random(0), minutes=minutes).prompt_id == name


# --- An own old idea --------------------------------------------------------------------------


words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters=QUOTES), min_size=1)


@given(languages, rngs, st.lists(words, min_size=1, max_size=30), st.text())
def test_an_old_idea_becomes_a_question_about_its_first_line(
    language: str, rng: random.Random, parts: list[str], below: str
) -> None:
    line = " ".join(parts)
    question = load_deck(language).from_own_idea(f" \n\t{line} \n{below}", rng)
    opening, closing = "»«" if language == "da" else "“”"
    shown = question[question.index(opening) + 1 : question.index(closing)]
    if cell_width(line) <= IDEA_WIDTH:
        assert shown == line
        return
    kept = shown.removesuffix("…")
    assert kept != shown
    assert cell_width(shown) <= IDEA_WIDTH
    assert line.startswith(kept)
    assert line[len(kept)] == " " or " " not in kept
    assert graphemes(line)[: len(graphemes(kept))] == graphemes(kept)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\n  Ingen taler om vandkvaliteten  \nmere", "Ingen taler om vandkvaliteten"),
        ("»Fyret for fuglene«", "Fyret for fuglene"),
        ("“ Fyret for fuglene ”", "Fyret for fuglene"),
        ("»Fyret« og »fuglene«", "»Fyret« og »fuglene«"),
        ("{idea} og {theme}", "{idea} og {theme}"),
        ("fjernvarme " * 20, "fjernvarme " * 4 + "fjernvarme…"),
        ("🧑‍🚒" * 40, "🧑‍🚒" * 29 + "…"),
    ],
)
def test_the_idea_is_quoted_as_written_and_cut_at_an_end(text: str, shown: str) -> None:
    deck = small_deck(card("any"))
    assert deck.from_own_idea(text, random.Random(0)) == f"What about “{shown}” today?"


@given(rngs)
def test_every_way_of_asking_about_an_idea_comes_up(rng: random.Random) -> None:
    deck = load_deck("da")
    asked = {deck.from_own_idea("Varme", rng) for _ in range(400)}
    assert asked == {echo.replace("{idea}", "Varme") for echo in deck.echoes}


@given(rngs, st.text(" \n\t\u2028"))
def test_an_idea_without_text_is_told_plainly(rng: random.Random, blanks: str) -> None:
    with pytest.raises(ValueError, match="no text in this idea"):
        load_deck("en").from_own_idea(blanks, rng)


# --- The decks --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_deck_is_read_once(language: str) -> None:
    assert load_deck(language) is load_deck(language)
    assert load_deck(language).language == language


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("post_type", POST_TYPES)
def test_every_type_offers_its_own_grey_questions(language: str, post_type: str) -> None:
    starters = load_deck(language).starters_for(post_type)
    assert [starter.type for starter in starters] == [post_type] * 3


def test_the_first_danish_starter_is_the_one_people_know() -> None:
    first = load_deck("da").starters_for("perspective")[0]
    assert first.start == "Start midt i det: hvor stod du, hvem sagde hvad?"
    assert first.middle == "Hvad forstod du bagefter, som du ikke forstod før?"
    assert first.end == "Hvad vil du gerne spørge læseren om?"


def test_unknown_wishes_name_the_choices() -> None:
    deck = load_deck("en")
    rng = random.Random(0)
    with pytest.raises(ValueError, match=r"“poem”.*perspective, event, culture, opinion"):
        deck.draw(rng, post_type="poem")
    with pytest.raises(ValueError, match=r"“king”.*sales, support, people, maker, leader"):
        deck.draw(rng, role="king")
    with pytest.raises(ValueError, match=r"“poem”.*perspective, event, culture, opinion"):
        deck.starters_for("poem")
    with pytest.raises(ValueError, match=r"“tlh”.*da, en"):
        load_deck("tlh")


def test_unknown_wishes_are_told_in_danish_too() -> None:
    i18n.use("da")
    with pytest.raises(ValueError, match="»digt« er ikke en af mulighederne"):
        load_deck("da").draw(random.Random(0), post_type="digt")
