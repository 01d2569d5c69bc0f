"""`add`: a thought is kept as typed, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advocacy_tui.store.capture import TAGS_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_thought_is_kept_as_typed_and_its_id_printed(run: Callable) -> None:
    one = run("add", "hvad", "nu  hvis #kunden", "ringer?").id
    assert len(one) == 26
    assert run("--json", "idea", "show", one).json == {
        "id": one,
        "text": "hvad nu  hvis #kunden ringer?",
        "status": "open",
        "tags": ["kunden"],
        "theme": None,
        "created_at": run("--json", "ideas").json[0]["created_at"],
    }


def test_under_json_the_id_is_the_whole_document(run: Callable) -> None:
    told = run("add", "x", "--json")
    assert told.json == {"id": run("--json", "ideas").json[0]["id"]}
    assert told.said == ""


def test_tags_come_from_the_option_and_from_the_text_once_each(run: Callable) -> None:
    run("add", "-t", "#Kyst", "om #kyst og #havn", "--tag", "egen")
    (idea,) = run("--json", "ideas").json
    assert idea["tags"] == ["Kyst", "egen", "havn"]
    assert idea["text"] == "om #kyst og #havn"


def test_a_theme_is_given_or_known_from_the_text(run: Callable) -> None:
    run("catalogue")
    theme = run("--json", "catalogue", "--limit", "1").json[0]["theme"]
    at_word = "@" + theme.replace(" ", "-").lower()
    run("add", f"en tanke {at_word}")
    run("add", "--theme", "My own", f"en anden {at_word}")
    run("add", "en tredje @nogen")
    assert [(one["theme"], one["text"]) for one in run("--json", "ideas").json] == [
        (None, "en tredje @nogen"),
        ("My own", f"en anden {at_word}"),
        (theme, f"en tanke {at_word}"),
    ]


def test_standard_input_is_read_for_a_dash(run: Callable) -> None:
    run("add", "-", stdin="\n\nførste linje\r\nanden\tlinje\n\n".encode())
    assert run("--json", "ideas").json[0]["text"] == "første linje\nanden\tlinje"


@pytest.mark.parametrize("words", [("add",), ("add", ""), ("add", " \t "), ("add", "-")])
def test_nothing_is_no_thought(run: Callable, words: tuple[str, ...]) -> None:
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    assert told.said == "There was no text to keep. Write a few words and try again.\n"
    assert run("--json", "ideas").json == []


def test_words_that_look_like_options_are_kept_after_two_dashes(run: Callable) -> None:
    run("add", "--", "--json", "-t")
    assert run("--json", "ideas").json[0]["text"] == "--json -t"


def test_a_thousand_tags_are_kept_and_every_word(run: Callable) -> None:
    text = " ".join(f"#t{number}" for number in range(TAGS_KEPT + 500))
    run("add", "-", stdin=text.encode())
    (idea,) = run("--json", "ideas").json
    assert len(idea["tags"]) == TAGS_KEPT
    assert idea["text"] == text
    assert len(run("--json", "ideas", f"t{TAGS_KEPT + 499}").json) == 1


def test_control_characters_are_left_out_and_said(run: Callable) -> None:
    told = run("add", "a\x1b[31mb")
    assert told.said == "1 control character was left out; every other character is kept.\n"
    assert run("--json", "ideas").json[0]["text"] == "a[31mb"


def test_an_unknown_option_does_nothing(run: Callable) -> None:
    told = run("add", "x", "--colour", "red")
    assert (told.code, told.out) == (2, "")
    assert "--colour" in told.said
    assert "`advocacy-tui --help` shows how." in told.said
    assert run("--json", "ideas").json == []


def test_the_folder_is_made_where_it_is_asked_for(run: Callable, tmp_path: Path) -> None:
    place = tmp_path / "a" / "deep place"
    run("add", "x", "--data-dir", str(place))
    assert (place / "advocacy.db").is_file()
    assert run("--json", "ideas").json == []
    assert len(run("--json", "--data-dir", str(place), "ideas").json) == 1
