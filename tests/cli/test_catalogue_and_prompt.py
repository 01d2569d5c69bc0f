"""`catalogue`, `take` and `prompt`: what to write about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advocacy_tui.models import PostType
from advocacy_tui.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPE = {"id", "title", "author", "theme", "type", "nods", "claims", "source"}


def test_every_shared_idea_is_listed_in_its_shape(run: Callable) -> None:
    ideas = run("--json", "catalogue").json
    assert len(ideas) > 20
    assert len({idea["id"] for idea in ideas}) == len(ideas)
    for idea in ideas:
        assert set(idea) == SHAPE
        assert isinstance(idea["nods"], int)
        assert idea["title"]
        assert "\n" not in idea["title"]
        assert all(set(claim) == {"angle", "by"} for claim in idea["claims"])
    lines = run("catalogue").out.splitlines()
    assert len(lines) == 21
    assert lines[-1] == f"{len(ideas) - 20} more; --limit shows further."
    assert len(run("catalogue", "--limit", "500").out.splitlines()) == len(ideas)


def test_the_catalogue_speaks_the_language_of_the_person(run: Callable) -> None:
    english, danish = (
        run("--json", "catalogue").json,
        run("--language", "da", "--json", "catalogue").json,
    )
    themes = [{idea["theme"] for idea in ideas if idea["theme"]} for ideas in (english, danish)]
    assert all(themes)
    assert themes[0].isdisjoint(themes[1])
    run("settings", "language", "da")
    assert run("--json", "catalogue").json == danish


def test_theme_type_and_words_narrow_the_list(run: Callable) -> None:
    ideas = run("--json", "catalogue").json
    theme = ideas[0]["theme"]
    narrowed = run("--json", "catalogue", "--theme", theme.upper()).json
    assert narrowed == [idea for idea in ideas if idea["theme"] == theme]
    for kind in PostType:
        narrowed = run("--json", "catalogue", "--type", str(kind)).json
        assert narrowed == [idea for idea in ideas if idea["type"] == kind]
    word = ideas[0]["title"].split()[-1].strip("?.!\"'")
    found = run("--json", "catalogue", fold(word)[:4]).json
    assert ideas[0]["id"] in {idea["id"] for idea in found}
    assert run("--json", "catalogue", "qqqq").json == []
    told = run("catalogue", "qqqq")
    assert (told.code, f"{told.out}{told.said}") == (0, "Nothing found.\n")
    assert run("--json", "catalogue", "--type", "rant").json == []


def test_one_shared_idea_is_shown_with_those_who_nodded(run: Callable) -> None:
    ideas = run("--json", "catalogue").json
    idea = max(ideas, key=lambda one: (one["nods"] > 0) + (len(one["claims"]) > 0))
    shown = run("--json", "catalogue", "show", idea["id"]).json
    assert set(shown) >= SHAPE | {"text", "until"}
    assert {name: shown[name] for name in SHAPE} == idea
    text = run("catalogue", "show", idea["id"]).out
    assert text.startswith(idea["title"])
    assert "Nods: " in text
    for claim in idea["claims"]:
        assert f"{claim['by']}: my angle: {claim['angle']}" in text


@pytest.mark.parametrize("words", [("catalogue", "show", "NOPE"), ("take", "NOPE")])
def test_an_unknown_shared_idea_is_said(run: Callable, words: tuple[str, ...]) -> None:
    told = run("--json", *words)
    assert told == (
        2, "", "There is no shared idea NOPE. `advocacy-tui catalogue` lists them.\n",
    )  # fmt: skip
    assert run("--language", "da", *words).said != told.said
    assert run("--json", "ideas").json == []


def test_show_wants_one_id(run: Callable) -> None:
    for words in ((), ("a", "b")):
        told = run("catalogue", "show", *words)
        assert told == (2, "", "Give one id: advocacy-tui catalogue show ID\n")


def test_a_shared_idea_is_taken_into_the_notebook(run: Callable) -> None:
    shared = run("--json", "catalogue").json[3]
    one = run("--json", "take", shared["id"]).json["id"]
    idea = run("--json", "idea", "show", one).json
    assert idea["theme"] == shared["theme"]
    assert idea["text"].startswith(shared["title"])
    assert run("undo").out == "Undone: kept a thought\n"
    assert run("--json", "ideas").json == []


def test_a_question_is_drawn_and_does_not_come_again_at_once(run: Callable) -> None:
    drawn = [run("--json", "prompt").json for _number in range(12)]
    assert all(set(one) == {"prompt", "theme", "type"} for one in drawn)
    assert len({one["prompt"] for one in drawn}) == 12
    told = run("prompt")
    assert (told.code, told.said) == (0, "")
    assert told.out.strip()


@pytest.mark.parametrize("kind", [str(kind) for kind in PostType])
def test_a_question_can_be_of_a_kind_and_a_theme(run: Callable, kind: str) -> None:
    told = run("--json", "prompt", "--type", kind, "--theme", "Kyst", "--for", "support")
    assert told.code == 0
    assert told.json["type"] == kind


def test_questions_are_asked_in_both_languages(run: Callable) -> None:
    english = {run("prompt").out for _number in range(5)}
    danish = {run("--language", "da", "prompt").out for _number in range(5)}
    assert english.isdisjoint(danish)


def test_a_kind_or_work_that_is_not_known_is_refused(run: Callable) -> None:
    assert run("prompt", "--type", "rant").code == 2
    assert run("prompt", "--for", "wizard").code == 2
