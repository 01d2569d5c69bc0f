"""What every command takes, before or after it, and the manners they share."""

from __future__ import annotations

import argparse
import itertools
import json
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from advocacy_tui import __version__, cli, i18n
from advocacy_tui.log import EXIT_UNEXPECTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COMMANDS = [
    name
    for name in cli.COMMANDS
    if find_spec(f"advocacy_tui.commands.{'import_' if name == 'import' else name}")
]
"""The commands there are."""

VERBS = [
    ("idea", verb) for verb in ("show", "edit", "archive", "open", "delete")
] + [
    ("draft", verb)
    for verb in ("new", "show", "list", "edit", "ready", "copy", "versions", "restore", "delete")
]  # fmt: skip


def test_the_options_of_every_command_stand_before_or_after_it(
    run: Callable, tmp_path: Path
) -> None:
    place = str(tmp_path / "another")
    one = run("--data-dir", place, "add", "blåbær").id
    expected = {"id": one}
    options = (("--data-dir", place), ("--language", "da"), ("--json",), ("--yes",))
    for before in itertools.product((True, False), repeat=len(options)):
        first = [word for o, b in zip(options, before, strict=True) if b for word in o]
        last = [word for o, b in zip(options, before, strict=True) if not b for word in o]
        told = run(*first, "ideas", *last)
        assert (told.code, told.said) == (0, "")
        assert [{"id": idea["id"]} for idea in told.json] == [expected]
    assert run("--json", "ideas").json == []


def test_the_options_stand_before_between_and_after_a_verb(run: Callable, tmp_path: Path) -> None:
    place = str(tmp_path / "another")
    one = run("--data-dir", place, "add", "x").id
    for words in (
        ("--json", "--data-dir", place, "idea", "show", one),
        ("--data-dir", place, "idea", "--json", "show", one),
        ("idea", "--data-dir", place, "show", "--json", one),
        ("idea", "show", one, "--json", f"--data-dir={place}"),
        ("--json", "idea", "--yes", "show", "--data-dir", place, one),
    ):
        assert run(*words).json["id"] == one


def test_an_option_given_twice_takes_the_later_one(run: Callable, tmp_path: Path) -> None:
    run("--data-dir", str(tmp_path / "a"), "add", "x", "--data-dir", str(tmp_path / "b"))
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b" / "advocacy.db").is_file()


@pytest.mark.parametrize("words", [("--js", "ideas"), ("ideas", "--js"), ("ideas", "--lang", "da")])
def test_options_are_not_guessed_from_their_beginning(
    run: Callable, words: tuple[str, ...]
) -> None:
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    assert "`advocacy-tui" in told.said


@pytest.mark.parametrize(
    "words", [("--lang", "en", "week"), ("--lang=en", "week"), ("--json", "--lang", "en", "week"),
              ("--data-dir", "x", "--lang", "da")]
)  # fmt: skip
def test_an_unknown_option_before_the_command_is_named(
    run: Callable, words: tuple[str, ...]
) -> None:
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    named = next(word for word in words if word.startswith("--lang"))
    assert told.said == (
        f"advocacy-tui: there is no option {named}. `advocacy-tui --help` shows how.\n"
    )
    assert f"{named} kender vi ikke" in run("--language", "da", *words).said


@pytest.mark.parametrize("words", [("--data-dir", "", "add", "x"), ("add", "x", "--data-dir="),
                                   ("where", "--data-dir", " ")])  # fmt: skip
def test_an_empty_data_folder_is_refused(
    run: Callable, tmp_path: Path, words: tuple[str, ...]
) -> None:
    told = run(*words)
    assert (told.code, told.out) == (2, "")
    assert "--data-dir: name a folder" in told.said
    assert "--data-dir: skriv en mappe" in run("--language", "da", *words).said
    assert not (tmp_path / "data").exists()


def test_the_data_folder_is_chosen_by_option_environment_and_place(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = run("--json", "where").json
    assert set(where) == {"database", "settings", "logs", "keys", "backups"}
    assert where["database"] == str(tmp_path / "data" / "advocacy.db")
    chosen = run("--json", "where", "--data-dir", "~/own").json
    assert chosen["database"] == str(tmp_path / "home" / "own" / "advocacy.db")
    monkeypatch.delenv("ADVOCACY_TUI_HOME")
    usual = run("--json", "where").json["database"]
    assert usual.startswith(str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert not (tmp_path / "xdg").exists()
    for name in where:
        assert where[name] in run("where", "--data-dir", str(tmp_path / "data")).out


@pytest.mark.parametrize(
    ("environ", "options", "danish"),
    [
        ({}, (), False),
        ({"LANG": "da_DK.UTF-8"}, (), True),
        ({"LANG": "de_DE.UTF-8"}, (), False),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, (), False),
        ({"LANG": "da_DK.UTF-8"}, ("--language", "en"), False),
        ({}, ("--language=da",), True),
    ],
)
def test_the_language_follows_the_option_then_the_profile_then_the_machine(
    run: Callable, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str],
    options: tuple[str, ...], danish: bool,
) -> None:  # fmt: skip
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    told = run("idea", "show", "NOPE", *options)
    assert ("There is no idea" in told.said) != danish
    run("settings", "language", "en" if danish else "da")
    told = run("idea", "show", "NOPE", *options)
    assert ("There is no idea" in told.said) == (danish != bool(options)), told


def test_a_language_there_is_not_is_refused(run: Callable) -> None:
    told = run("--language", "de", "ideas")
    assert (told.code, told.out) == (2, "")
    assert "da" in told.said
    assert "en" in told.said


@pytest.mark.parametrize("words", [("--version",), ("add", "--version")])
def test_the_version_is_told(run: Callable, words: tuple[str, ...]) -> None:
    told = run(*words)
    if len(words) == 1:
        assert told == (0, f"advocacy-tui {__version__}\n", "")
    else:
        assert told.code == 2


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("words", [(name,) for name in COMMANDS] + VERBS, ids=" ".join)
def test_every_command_helps_in_both_languages(
    run: Callable, words: tuple[str, ...], language: str
) -> None:
    told = run("--language", language, *words, "--help")
    assert (told.code, told.said) == (0, "")
    usage = "brug" if language == "da" else "usage"
    assert told.out.startswith(f"{usage}: advocacy-tui ")
    for option in ("--data-dir", "--language", "--json", "--yes"):
        assert option in told.out
    if len(words) == 1:
        summary = cli.COMMANDS[words[0]]
        assert (" ".join(told.out.split()).find(summary) >= 0) == (language == "en")


@pytest.mark.parametrize("words", [("nonsense",), ("--nonsense",), ("add", "--nonsense")])
def test_wrong_usage_is_one_sentence_with_a_way_on(run: Callable, words: tuple[str, ...]) -> None:
    for language in ("en", "da"):
        told = run("--language", language, *words)
        assert (told.code, told.out) == (2, "")
        assert len(told.said.splitlines()) == 1
        assert "nonsense" in told.said
        assert re.search(r"`advocacy-tui[ \w]* --help`", told.said)


def test_without_a_terminal_the_app_says_what_works_instead(shell: Callable) -> None:
    for words in ((), ("--demo",)):
        told = shell(*words)
        assert told == (
            2, "",
            "The app needs a terminal. `advocacy-tui --help` lists what works without one.\n",
        )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ("add", "x"), ("ideas",), ("ideas", "none"), ("draft", "new"), ("draft", "list"),
        ("catalogue",), ("prompt",), ("undo",), ("where",), ("week",), ("acts",), ("settings",),
        ("goal",), ("away",), ("profile",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_under_json_one_document_is_on_stdout_and_nothing_beside_it(
    run: Callable, words: tuple[str, ...]
) -> None:
    for language in ("en", "da"):
        told = run("--language", language, *words, "--json")
        assert told.code == 0
        assert told.said == ""
        json.loads(told.out)


def test_a_mistake_of_the_programs_own_is_said_without_a_traceback_or_a_text(
    run: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Imported before it is patched, or the patch would be what it goes back to.
    from advocacy_tui.commands import idea

    def fall(*_args: object, **_options: object) -> None:
        raise RuntimeError("a secret thought")

    monkeypatch.setattr(idea, "get_idea", fall)
    told = run("idea", "show", "a-secret-id")
    assert (told.code, told.out) == (EXIT_UNEXPECTED, "")
    assert told.said.startswith("Something went wrong that we had not thought of (RuntimeError).")
    log = (tmp_path / "data" / "logs" / "advocacy-tui.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "secret" not in log + told.said


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a parser and those of its commands and verbs."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in dict.fromkeys(action.choices.values()):
                yield from parsers(one)


def helped(language: str) -> list[tuple[str, str]]:
    """Return every line of help with where it stands, in a language."""
    i18n.use(language)
    found = []
    for parser in parsers(cli.build_parser()):
        found.append((f"{parser.prog}: description", parser.description or ""))
        found += [(f"{parser.prog}: {g.title}", g.title or "") for g in parser._action_groups]
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                found += [
                    (f"{parser.prog} {a.dest}", a.help or "") for a in action._choices_actions
                ]
            elif action.help != argparse.SUPPRESS:
                found.append((f"{parser.prog} {action.dest}", action.help or ""))
    return found


def test_no_line_of_help_is_english_in_danish() -> None:
    english, danish = helped("en"), helped("da")
    assert len(english) == len(danish) > 200
    left = {
        place for (place, said), (_place, sagt) in zip(english, danish, strict=True)
        if said and said == sagt
    }  # fmt: skip
    assert left == set()
    text = cli.build_parser().format_help()
    assert "brug: " in text
    assert "vis versionen" in text
    assert "det kan du skrive:" in next(
        one.format_help() for one in parsers(cli.build_parser()) if one.prog.endswith(" add")
    )


def test_a_terminal_that_cannot_show_a_letter_shows_its_code(shell: Callable) -> None:
    shell("add", "blåbær 👩‍👩‍👧")
    told = shell("ideas", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert told.code == 0
    assert "bl\\xe5b\\xe6r" in told.out
    told = shell("--json", "ideas", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert told.json[0]["text"] == "blåbær 👩‍👩‍👧"
