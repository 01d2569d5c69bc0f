"""Keys: one registry, changed by the settings file, said as they stand, clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui import i18n
from advocacy_tui.actions import ACTIONS, BY_ID
from advocacy_tui.keys import bindings_for, key_name, remapped, say_keys
from advocacy_tui.screens.capture import CaptureScreen
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp

    Settle = Callable[[Pilot[Any]], Awaitable[None]]


def settings(tmp_path: Path, text: str) -> str:
    path = tmp_path / "data" / "settings.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    "line", ['[keys]\n"idea.keep" = "z"', '[keys]\nidea.keep = "z"', '[keys.idea]\nkeep = "z"']
)
def test_a_key_is_remapped_however_toml_spells_the_name(tmp_path: Path, line: str) -> None:
    assert remapped(settings(tmp_path, line)) == ({"idea.keep": "z"}, [])


def test_without_a_settings_file_the_usual_keys_serve(tmp_path: Path) -> None:
    assert remapped(str(tmp_path / "nothing.toml")) == ({}, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[keys\n", "could not be read"),
        ("keys = 3", "no table"),
        ('[keys]\n"idea.kept" = "z"', "nothing to do called idea.kept"),
        ('[keys]\n"idea.keep" = 3', "needs a key in quotes"),
        ('[keys]\n"idea.keep" = ""', "needs a key in quotes"),
        ('[keys]\n"idea.keep" = "ctrl+hop"', "ctrl+hop is no key"),
        ('[keys]\n"idea.keep" = "hyper-x"', "hyper-x is no key"),
        ('[keys]\n"idea.keep" = "u"', "u means both idea.keep and undo"),
    ],
)
def test_a_line_that_cannot_be_used_is_said_in_a_sentence(
    tmp_path: Path, text: str, said: str
) -> None:
    _keys, sentences = remapped(settings(tmp_path, text))
    assert len(sentences) == 1
    assert said in sentences[0]
    assert sentences[0].endswith(".")


def test_a_bad_line_spoils_no_other(tmp_path: Path) -> None:
    text = '[keys]\n"idea.keep" = "z"\n"nothing" = "y"\nundo = "ctrl+u, Z"'
    keys, sentences = remapped(settings(tmp_path, text))
    assert keys == {"idea.keep": "z", "undo": "ctrl+u,Z"}
    assert len(sentences) == 1


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (".", "full_stop"), (",", "comma"), ("?", "question_mark"), ("/", "slash"),
        ("+", "plus"), ("-", "minus"), ("Ctrl+K", "ctrl+k"), ("esc", "escape"), ("ø", "ø"),
        ("F5", "f5"), ("D", "D"), ("space", "space"), ("↓", "down"),
    ],
)  # fmt: skip
def test_keys_are_written_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


def test_every_key_of_the_registry_is_said_and_read_back() -> None:
    for action in ACTIONS:
        for key in action.keys.split(","):
            assert key_name(say_keys(key)) == key, action.id


@given(st.text(max_size=12))
def test_no_key_name_raises(written: str) -> None:
    assert isinstance(key_name(written), str)


@given(st.text(max_size=80))
def test_no_settings_file_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("keys") / "settings.toml"
    path.write_bytes(("[keys]\n" + text).encode("utf-8", "surrogatepass"))
    keys, sentences = remapped(str(path))
    assert set(keys) <= set(BY_ID)
    assert all(isinstance(one, str) for one in sentences)


def test_every_action_has_an_id_of_its_own_and_something_to_press() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert all(action.keys and action.label and action.help for action in ACTIONS)


def test_a_key_means_one_thing_in_a_group() -> None:
    groups = {action.group for action in ACTIONS}
    for group in groups:
        keys = [key for one in ACTIONS if one.group == group for key in one.keys.split(",")]
        twice = {key for key in keys if keys.count(key) > 1}
        # Two actions that never work at the same time may share a key; they say so themselves.
        assert not twice or group in {"notebook", "catalogue", "momentum"}, (group, twice)


def test_bindings_carry_the_ids_of_their_actions() -> None:
    assert [binding.id for binding in bindings_for("capture")] == [
        action.id for action in ACTIONS if action.group == "capture"
    ]


async def test_a_remapped_key_works_and_is_shown_everywhere(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    tmp_path: Path,
) -> None:
    settings(tmp_path, '[keys]\n"idea.keep" = "z"\nhelp = "f3"')
    app = make_app(demo=True)
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        assert "z keep a thought" in seen(pilot)
        assert "f3 help" in seen(pilot)
        await pilot.press("a")
        assert not isinstance(app.screen, CaptureScreen)
        await pilot.press("f3")
        await settle(pilot)
        assert " z " in seen(pilot)
        await pilot.press("escape", "z", *"typed")
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)
        assert app.screen.line.kept_text == "typed"


async def test_what_is_wrong_in_the_settings_file_is_told_at_the_start(
    make_app: Callable[..., AdvocacyApp], settle: Settle, tmp_path: Path
) -> None:
    settings(tmp_path, '[keys]\nnothing = "z"')
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert next(note.message for note in app._notifications).startswith("settings.toml:")


@pytest.mark.parametrize("language", ["da", "en"])
async def test_the_key_bar_fits_at_eighty_columns_and_help_stays_at_its_edge(
    make_app: Callable[..., AdvocacyApp], settle: Settle, language: str
) -> None:
    app = make_app(language, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for mode in ("today", "notebook", "drafts", "catalogue", "guidelines", "momentum"):
            await app.action_go(mode)
            await settle(pilot)
            bar = app.screen.query_one(KeyBar)
            line = bar.render_line(0).text.rstrip()
            assert line.endswith({"da": "? hjælp", "en": "? help"}[language]), mode
            assert len(line) <= 79, mode


async def test_a_narrow_bar_drops_words_from_the_middle_and_keeps_help(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(40, 24)) as pilot:
        await settle(pilot)
        line = app.screen.query_one(KeyBar).render_line(0).text
        assert line.rstrip().endswith("? help")
        assert ". everywhere" in line
        assert "b another question" not in line


async def test_a_word_of_the_bar_answers_to_a_click(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bar = app.screen.query_one(KeyBar)
        at = bar.render_line(0).text.index("keep a thought")
        await pilot.click(KeyBar, offset=(at + 1, 0))
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)


def test_the_keys_are_the_same_in_both_languages() -> None:
    said = []
    for language in i18n.LANGUAGES:
        i18n.use(language)
        said.append([binding.key for binding in bindings_for("anywhere", "everywhere")])
    assert said[0] == said[1]
