"""The question deck: questions to write from, drawn to suit a person and a moment."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advocacy_tui.i18n import LANGUAGES, _
from advocacy_tui.models import PostType
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Collection

POST_TYPES = tuple(str(kind) for kind in PostType)
"""What a question can lead to."""
ROLES = ("sales", "support", "people", "maker", "leader")
"""Whom a question can be meant for; a question without a role is for anyone."""
MOODS = ("short", "brave", "event", "curious", "proud")
"""What a question can feel like."""
MINUTES = (2, 10, 25)
"""How long a question can take, shortest first."""
IDEA_WIDTH = 60
"""Terminal cells of an old idea that a question repeats."""

_DATA = Path(__file__).parent / "data" / "prompts"
_QUOTES = ("»«", "“”", "„“", '""')
_OWN_ROLE_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to write from; a theme prompt's `text` has `{theme}` in it."""

    id: str
    text: str
    type: str
    mood: tuple[str, ...]
    roles: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Starter:
    """Three grey questions for an empty draft of a type, and the calm line under them."""

    id: str
    type: str
    start: str
    middle: str
    end: str
    calm: str


@dataclass(frozen=True, slots=True)
class Draw:
    """The question that was drawn; type, theme and minutes are its own, not those asked for."""

    prompt_id: str
    text: str
    theme: str | None
    type: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Deck:
    """The questions of one language; `echoes` are templates with `{idea}` in them."""

    language: str
    prompts: tuple[Prompt, ...]
    theme_prompts: tuple[Prompt, ...]
    starters: tuple[Starter, ...]
    echoes: tuple[str, ...]

    def draw(
        self,
        rng: random.Random,
        *,
        seen: Collection[str] = (),
        theme: str | None = None,
        post_type: str | None = None,
        role: str | None = None,
        minutes: int | None = None,
    ) -> Draw:
        """Draw a question, none twice until all that suit have been seen.

        `seen` holds the ids of earlier draws; given as a history, oldest first, each further
        round is without repeats too, and no question comes twice running. A `theme` is woven into
        the question. Questions for the own `role` come twice as often as those for anyone, and
        those for other roles not at all. `minutes` is the time at hand: the longest kind that
        fits is drawn. Where nothing suits, minutes are let go first, then role, then type.
        Raises ValueError for an unknown type or role.
        """
        _check(post_type, POST_TYPES)
        _check(role, ROLES)
        name = _bare(" ".join((theme or "").split()))
        cards = self.theme_prompts if name else self.prompts
        candidates = _least_seen(_suited(cards, post_type, role, minutes), seen)
        weights = [_OWN_ROLE_WEIGHT if role in card.roles else 1 for card in candidates]
        card = rng.choices(candidates, weights)[0]
        text = card.text.replace("{theme}", name)
        return Draw(card.id, text, name or None, card.type, card.minutes)

    def from_own_idea(self, text: str, rng: random.Random) -> str:
        """Return a question made of an old idea: its first line, quoted, at most `IDEA_WIDTH` wide.

        A longer line is cut at the end of a word, with an ellipsis. Raises ValueError for a text
        with nothing on it.
        """
        idea = first_line(_bare(first_line(text)), IDEA_WIDTH)
        if not idea:
            raise ValueError(_("There is no text in this idea. Write a line in it first."))
        return rng.choice(self.echoes).replace("{idea}", idea)

    def starters_for(self, post_type: str) -> tuple[Starter, ...]:
        """Return the sets of grey questions for a type; raises ValueError for an unknown one."""
        _check(post_type, POST_TYPES)
        return tuple(starter for starter in self.starters if starter.type == post_type)


@lru_cache(maxsize=len(LANGUAGES))
def load_deck(language: str) -> Deck:
    """Return the deck of "da" or "en"; raises ValueError for any other language."""
    _check(language, LANGUAGES)
    data = tomllib.loads((_DATA / f"{language}.toml").read_text(encoding="utf-8"))
    return Deck(
        language=language,
        prompts=tuple(_prompt(entry) for entry in data["prompt"]),
        theme_prompts=tuple(_prompt(entry) for entry in data["theme_prompt"]),
        starters=tuple(Starter(**entry) for entry in data["starter"]),
        echoes=tuple(entry["text"] for entry in data["echo"]),
    )


def _prompt(entry: dict[str, Any]) -> Prompt:
    lists = {name: tuple(entry.get(name, ())) for name in ("mood", "roles")}
    return Prompt(**{**entry, **lists})


def _check(given: str | None, allowed: Sequence[str]) -> None:
    if given is not None and given not in allowed:
        message = _("“{given}” is not one of the choices. Choose one of these: {allowed}")
        raise ValueError(message.format(given=given, allowed=", ".join(allowed)))


def _bare(text: str) -> str:
    """Return the text without one pair of quotation marks around all of it."""
    inner = text[1:-1]
    for pair in _QUOTES:
        if len(text) > 1 and text[0] + text[-1] == pair and not set(pair) & set(inner):
            return inner.strip()
    return text


def _suited(
    cards: Sequence[Prompt], post_type: str | None, role: str | None, minutes: int | None
) -> list[Prompt]:
    wishes: list[Callable[[Prompt], bool]] = [lambda card: not card.roles or role in card.roles]
    if minutes is not None:
        length = max((step for step in MINUTES if step <= minutes), default=MINUTES[0])
        wishes.insert(0, lambda card: card.minutes == length)
    if post_type is not None:
        wishes.append(lambda card: card.type == post_type)
    for let_go in range(len(wishes)):
        found = [card for card in cards if all(wish(card) for wish in wishes[let_go:])]
        if found:
            return found
    return list(cards)


def _least_seen(cards: list[Prompt], seen: Collection[str]) -> list[Prompt]:
    latest = seen[-1] if seen and isinstance(seen, Sequence) else None
    others = [card for card in cards if card.id != latest] or cards
    times = Counter(seen)
    fewest = min(times[card.id] for card in others)
    return [card for card in others if times[card.id] == fewest]
