"""What the question deck promises about its own words, in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations, product

import pytest

from advocacy_tui.prompts import MINUTES, MOODS, POST_TYPES, ROLES, Deck, load_deck

LONGEST_QUESTION = 160
EDITOR_COLUMNS = 66

UNKIND = {
    "da": r"""
        du\ skal | burde | bør | skyld(ig|es|fri)? | skam\w* | fejl\w* | forkert\w* | samvittighed
        | forsøm\w* | svigt\w* | (du|har)\ glemte? | nåede\ ikke | undgå\w*
        | mist(e|er|et|ede) | miss\w* | brudt\w* | tab(e|er|t|te)? | glip | bagud | indhent\w*
        | for\ sent | spildt? | karakter\w* | score\w* | point\w* | bedøm\w* | præst\w* | rang\w*
        | vurder\w* | procent | deadline\w* | frist\w* | nedtælling | skynd\w* | sidste\ chance
        | løber\ ud | på\ tide
    """,
    "en": r"""
        should\ have | ought | must | ha(ve|s|d)\ to | fail\w* | mistake\w* | wrong\w* | guilt\w*
        | asham\w* | sham\w* | fault\w* | blam\w* | neglect\w* | avoid\w* | errors? | miss(ed|ing)?
        | lost | los(e|es|ing) | broken | too\ late | overdue | behind\ on | fall(en)?\ behind
        | catch\ up | wasted? | scor(e|es|ing) | grad(e|es|ing) | rank\w* | rating\w* | points
        | perform\w* | assess\w* | evaluat\w* | percent | deadline\w* | hurry\w* | last\ chance
        | run(ning)?\ out | countdown | days?\ left
    """,
}

JARGON = {
    "da": r"""
        synergi\w* | interessent\w* | eksekver\w* | leverance\w* | værdiskab\w* | implementer\w*
        | proaktiv\w* | strategi\w* | best\ practice | kpi\w* | mindset | agil\w* | branding
        | content | målgruppe\w* | italesæt\w* | forankr\w* | i\ forhold\ til | fokus\w* | robust\w*
        | passion\w* | innovati\w* | medarbejder\w* | kompetence\w* | forandringsparat\w* | rejsen
        | læringer | publicer\w* | udkast | prompt\w*
    """,
    "en": r"""
        synerg\w* | stakeholder\w* | leverag\w* | kpis? | roi | align\w* | best\ practices?
        | thought\ leader\w* | personal\ brand\w* | engagement | content | passion\w* | innovat\w*
        | learnings | takeaways? | empower\w* | mindset | agile | strateg\w* | ecosystem
        | deep\ dive | game.changer | bandwidth | low-hanging | impact\w* | solutions | employees?
        | journeys | prompts? | sparring
    """,
}


@pytest.fixture(params=["da", "en"])
def deck(request: pytest.FixtureRequest) -> Deck:
    return load_deck(request.param)


def questions(deck: Deck) -> list[str]:
    return [card.text for card in deck.prompts + deck.theme_prompts]


def every_text(deck: Deck) -> list[str]:
    grey = [text for s in deck.starters for text in (s.start, s.middle, s.end, s.calm)]
    return [*questions(deck), *grey, *deck.echoes]


def found(pattern: str, texts: list[str]) -> list[str]:
    words = re.compile(rf"\b(?:{pattern})\b", re.VERBOSE | re.IGNORECASE)
    return [text for text in texts if words.search(text)]


def test_the_deck_is_large_and_even(deck: Deck) -> None:
    assert len(deck.prompts) >= 160
    types = Counter(card.type for card in deck.prompts)
    roles = Counter(role for card in deck.prompts for role in card.roles)
    assert all(types[kind] >= 30 for kind in POST_TYPES)
    assert all(roles[role] >= 15 for role in ROLES)
    assert sum("short" in card.mood for card in deck.prompts) >= 30


def test_every_card_uses_only_known_values(deck: Deck) -> None:
    for card in deck.prompts + deck.theme_prompts:
        assert card.type in POST_TYPES, card.id
        assert card.minutes in MINUTES, card.id
        assert set(card.roles) <= set(ROLES), card.id
        assert set(card.mood) <= set(MOODS), card.id
        assert len(set(card.mood)) == len(card.mood), card.id


def test_short_means_two_minutes_and_two_minutes_means_short(deck: Deck) -> None:
    for card in deck.prompts + deck.theme_prompts:
        assert ("short" in card.mood) == (card.minutes == 2), card.id


def test_questions_from_an_event_say_so_in_their_mood(deck: Deck) -> None:
    assert all(("event" in card.mood) == (card.type == "event") for card in deck.prompts)


def test_every_role_finds_questions_of_its_own_in_every_type(deck: Deck) -> None:
    own = Counter((card.type, role) for card in deck.prompts for role in card.roles)
    assert all(own[pair] >= 3 for pair in product(POST_TYPES, ROLES))


def test_anyone_finds_questions_of_every_type_for_every_length(deck: Deck) -> None:
    free = Counter((card.type, card.minutes) for card in deck.prompts if not card.roles)
    woven = Counter((card.type, card.minutes) for card in deck.theme_prompts)
    assert all(free[pair] >= 3 for pair in product(POST_TYPES, MINUTES))
    assert all(woven[pair] >= 1 for pair in product(POST_TYPES, MINUTES))


def test_ids_are_plain_slugs_and_unique(deck: Deck) -> None:
    ids = [card.id for card in deck.prompts + deck.theme_prompts]
    assert len(set(ids)) == len(ids)
    starters = [starter.id for starter in deck.starters]
    assert len(set(starters)) == len(starters)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids + starters)


def test_each_language_has_its_own_ids() -> None:
    danish, english = ({card.id for card in load_deck(name).prompts} for name in ("da", "en"))
    assert not danish & english


def test_a_question_is_short_and_ends_gently(deck: Deck) -> None:
    for text in questions(deck):
        assert len(text) <= LONGEST_QUESTION, text
        assert text.endswith(("?", ".")), text


def test_nothing_is_shouted(deck: Deck) -> None:
    assert not [text for text in every_text(deck) if "!" in text]


def test_no_word_speaks_of_guilt_loss_grades_or_a_countdown(deck: Deck) -> None:
    assert found(UNKIND[deck.language], every_text(deck)) == []


def test_no_word_comes_from_the_management_handbook(deck: Deck) -> None:
    assert found(JARGON[deck.language], every_text(deck)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Hvad fik du ikke nået, før du kom bagud?"),
        ("da", "Hvilken fejl lærte du af?"),
        ("en", "What have you missed this week?"),
        ("en", "What would you score your week?"),
    ],
)
def test_the_list_of_unkind_words_finds_them(language: str, text: str) -> None:
    assert found(UNKIND[language], [text]) == [text]


def test_typography_is_the_languages_own(deck: Deck) -> None:
    for text in every_text(deck):
        assert text == unicodedata.normalize("NFC", text), text
        assert text == " ".join(text.split()), text
        assert not re.search("[\"']", text), text
        foreign = "“”" if deck.language == "da" else "»«"
        assert not set(text) & set(foreign), text


def test_danish_is_in_du_form() -> None:
    formal = [t for t in every_text(load_deck("da")) if re.search(r"\w,? (De|Dem|Deres)\b", t)]
    assert formal == []


def test_openings_vary(deck: Deck) -> None:
    texts = questions(deck)
    for words, share in ((1, 1 / 4), (2, 1 / 12), (3, 1 / 25)):
        openings = Counter(tuple(re.findall(r"\w+", text.lower())[:words]) for text in texts)
        opening, count = openings.most_common(1)[0]
        assert count <= share * len(texts), opening


def test_no_two_questions_are_alike(deck: Deck) -> None:
    texts = questions(deck)
    bags = {text: set(re.findall(r"\w{4,}", text.lower())) - {"theme"} for text in texts}
    for one, other in combinations(texts, 2):
        shared = len(bags[one] & bags[other]) / len(bags[one] | bags[other])
        assert shared <= 0.45, (one, other)
        if shared > 0.2:
            assert SequenceMatcher(None, one, other).ratio() < 0.75, (one, other)


def test_theme_questions_quote_the_theme_once_inside_the_sentence(deck: Deck) -> None:
    opening, closing = "»«" if deck.language == "da" else "“”"
    assert len(deck.theme_prompts) >= 20
    for card in deck.theme_prompts:
        assert card.text.count("{theme}") == 1, card.id
        assert re.search(rf"{opening}\{{theme\}}{closing}(, | \w)", card.text), card.text
        assert not card.roles, card.id
    assert not [card.id for card in deck.prompts if "{" in card.text]


def test_echoes_quote_the_idea_once_inside_the_sentence(deck: Deck) -> None:
    opening, closing = "»«" if deck.language == "da" else "“”"
    assert len(deck.echoes) >= 8
    assert len(set(deck.echoes)) == len(deck.echoes)
    for text in deck.echoes:
        assert text.count("{idea}") == 1, text
        assert re.search(rf"{opening}\{{idea\}}{closing}(, | \w)", text), text
        assert text.endswith("?"), text
        assert len(text.replace("{idea}", "x" * 60)) <= LONGEST_QUESTION, text


def test_every_type_has_three_ways_to_start(deck: Deck) -> None:
    assert Counter(starter.type for starter in deck.starters) == dict.fromkeys(POST_TYPES, 3)


def test_grey_questions_fit_one_line_of_the_narrow_editor(deck: Deck) -> None:
    for starter in deck.starters:
        for text in (starter.start, starter.middle, starter.end):
            assert text.endswith("?"), text
            assert len(text) <= EDITOR_COLUMNS, text
        assert starter.calm.endswith("."), starter.calm
        assert len(starter.calm) <= EDITOR_COLUMNS, starter.calm


def test_no_grey_question_is_used_twice(deck: Deck) -> None:
    texts = Counter(text for s in deck.starters for text in (s.start, s.middle, s.end, s.calm))
    assert [text for text, count in texts.items() if count > 1] == []
