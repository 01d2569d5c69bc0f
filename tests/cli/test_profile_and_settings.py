"""`profile` and `settings`: shown with what they do, set after a check, undone like anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advocacy_tui.settings import PROFILE, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_profile_is_one_object_with_what_was_said(run: Callable) -> None:
    assert run("profile", "--json").json == {
        key: "mon,tue,wed,thu,fri" if key == "days" else "" for key in PROFILE
    }
    told = run(
        "profile", "--json", "--name", " Mette ", "--burn", "varme", "--stake", "salg",
        "--role", "sales", "--country", "dk", "--days", "mon,TUE", "--language", "da",
    )  # fmt: skip
    assert told.json == {
        "name": "Mette", "burn": "varme", "stake": "salg", "role": "sales", "country": "DK",
        "days": "mon,tue", "language": "da",
    }  # fmt: skip
    assert run("profile", "--json").json == told.json


def test_what_is_set_together_is_undone_together(run: Callable) -> None:
    run("profile", "--name", "Mette")
    run("profile", "--name", "Jonas", "--burn", "trains")
    run("undo")
    shown = run("profile", "--json").json
    assert (shown["name"], shown["burn"]) == ("Mette", "")


def test_one_value_that_cannot_be_keeps_the_others_out(run: Callable) -> None:
    told = run("profile", "--name", "Mette", "--role", "king")
    assert (told.code, told.out) == (2, "")
    assert "sales, support, people, maker, leader" in told.said
    assert run("profile", "--json").json["name"] == ""


def test_an_empty_value_brings_the_usual_one_back(run: Callable) -> None:
    run("profile", "--name", "Mette", "--days", "sat")
    run("profile", "--name", "", "--days", "")
    shown = run("profile", "--json").json
    assert (shown["name"], shown["days"]) == ("", "mon,tue,wed,thu,fri")
    run("undo")
    assert run("profile", "--json").json["days"] == "sat"


def test_a_language_after_profile_is_kept_and_one_before_it_is_for_this_run(
    run: Callable,
) -> None:
    told = run("--language", "da", "profile")
    assert "hvad kollegerne kalder dig" in told.out
    assert run("profile", "--json").json["language"] == ""
    assert "hvad kollegerne kalder dig" in run("profile", "--language", "da").out
    assert "hvad kollegerne kalder dig" in run("profile").out
    assert "what colleagues call you" in run("--language", "en", "profile").out


@pytest.mark.parametrize(
    ("words", "allowed"),
    [(("--country", "ZZ"), "DK"), (("--days", "mon,someday"), "someday"),
     (("--days", "5"), "5"), (("--language", "de"), "da")],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_with_what_can(
    run: Callable, words: tuple[str, ...], allowed: str
) -> None:
    for language in ("en", "da"):
        told = run("--language", language, "profile", *words)
        assert (told.code, told.out) == (2, "")
        assert allowed in told.said


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    ("written", "kept"),
    [("man,tir", "mon,tue"), ("mon,tue", "mon,tue"), ("mandag, torsdag", "mon,thu"),
     ("Monday,Thursday", "mon,thu"), ("lør,søn", "sat,sun"), ("man-fre", "mon,tue,wed,thu,fri"),
     ("ons tors", "wed,thu")],
)  # fmt: skip
def test_working_days_are_written_in_either_language(
    run: Callable, language: str, written: str, kept: str
) -> None:
    told = run("--language", language, "--json", "profile", "--days", written)
    assert told.json["days"] == kept
    run("--language", language, "settings", "days", written)
    assert run("--json", "settings", "days").json == {"days": kept}


def test_a_value_is_one_line_without_control_characters(run: Callable) -> None:
    run("profile", "--name", "Met\x1b[31mte\nHansen\t ")
    assert run("profile", "--json").json["name"] == "Met[31mte Hansen"


def test_all_settings_are_shown_with_what_they_do_and_take(run: Callable) -> None:
    english, danish = run("settings").out, run("--language", "da", "settings").out
    for setting in SETTINGS:
        assert f"{setting.key} =" in english
        assert setting.help in english
        assert setting.help not in danish
        assert " ".join(setting.allowed) in english
    assert run("settings", "--json").json == {one.key: one.default for one in SETTINGS}


def test_one_setting_is_shown_set_and_brought_back(run: Callable) -> None:
    assert run("settings", "confetti").out == "on\n"
    assert run("settings", "confetti", "off").out == "off\n"
    assert run("settings", "confetti", "--json").json == {"confetti": "off"}
    assert run("settings", "confetti", "").out == "on\n"
    run("undo")
    assert run("settings", "confetti").out == "off\n"


def test_a_setting_without_a_value_says_what_it_is_for(run: Callable) -> None:
    assert "what you burn for" in run("settings", "burn").out
    assert run("settings", "burn", "--json").json == {"burn": ""}


@pytest.mark.parametrize(
    "words", [("speed",), ("speed", "fast"), ("theme", "pink"), ("note.x", "1")]
)
def test_a_setting_there_is_not_is_refused(run: Callable, words: tuple[str, ...]) -> None:
    before = run("settings", "--json").json
    for language in ("en", "da"):
        told = run("--language", language, "settings", *words)
        assert (told.code, told.out) == (2, "")
        assert len(told.said.splitlines()) == 1
    assert run("settings", "--json").json == before


def test_a_new_language_is_spoken_at_once(run: Callable) -> None:
    run("settings", "language", "da")
    assert "appens farver" in run("settings").out
    run("settings", "language", "")
    assert "the colours of the app" in run("settings").out
