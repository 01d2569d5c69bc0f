"""Whatever the shell does to standard input, output and error, it ends in order."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

NO_TEXT = "There was no text to keep. Write a few words and try again.\n"
NO_ROOM = "The answer could not be written where it was to go (the disk is full).\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@pytest.fixture(autouse=True, params=["", "1"], ids=["buffered", "unbuffered"])
def _buffering(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python hold output back, and write it at once: what fails, fails at other places."""
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


def sh(line: str) -> tuple[int, str, str]:
    """Run `app …` with the shell's own redirections; returns exit code, stdout and stderr."""
    app = f"{shlex.quote(sys.executable)} -m advocacy_tui"
    done = subprocess.run(
        ["sh", "-c", f'app() {{ {app} "$@"; }}; {line}'],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_a_thought_is_kept_with_standard_output_closed(kept: Callable) -> None:
    assert sh("app add first >&-") == (0, "", "")
    assert sh("app add second >&- <&- 2>&-") == (0, "", "")
    assert kept() == ["first", "second"]


@pytest.mark.parametrize("words", ["ideas", "week", "--help", "draft list", "--json ideas"])
def test_a_command_ends_in_order_with_standard_output_closed(words: str) -> None:
    code, out, said = sh(f"app {words} >&-")
    assert (code, out) == (0, "")
    assert len(said.splitlines()) <= 1


@pytest.mark.parametrize("words", ["add -", "draft new --file -", "idea edit X -"])
def test_closed_standard_input_is_no_text(words: str) -> None:
    code, out, said = sh(f"app {words} <&-")
    assert (code, out, said) == (2, "", NO_TEXT)


def test_a_question_cannot_be_asked_with_standard_input_closed(kept: Callable) -> None:
    sh("app add stays")
    code, out, said = sh("app purge $(app --json ideas | tr -d '[]' | cut -d'\"' -f4) <&-")
    assert (code, out) == (2, "")
    assert said.endswith("Nothing was done: answer with --yes.\n")
    assert kept() == ["stays"]


def test_standard_input_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    code, out, said = sh(f"app add - 0>{tmp_path / 'only-for-writing'}")
    assert (code, out) == (2, "")
    assert said == "Standard input could not be read (nothing is open there). Nothing was done.\n"


@pytest.mark.parametrize("words", ["nonsense", "idea show X", "add", "--language xx week"])
def test_what_is_wrong_has_its_code_with_standard_error_closed(words: str) -> None:
    assert sh(f"app {words} 2>&-") == (2, "", "")


needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@needs_full
def test_a_thought_is_kept_and_said_to_be_where_its_id_cannot_be_written(kept: Callable) -> None:
    assert sh("app add first > /dev/full") == (2, "", f"Your thought is kept. {NO_ROOM}")
    assert sh("app --json add second > /dev/full") == (2, "", f"Your thought is kept. {NO_ROOM}")
    assert kept() == ["first", "second"]


@needs_full
def test_an_act_is_done_and_said_to_be_where_its_id_cannot_be_written() -> None:
    assert sh("app act comment > /dev/full") == (2, "", f"What you asked for is done. {NO_ROOM}")
    assert "a comment" in sh("app acts")[1]


@needs_full
@pytest.mark.parametrize(
    "words", ["ideas", "--json ideas", "week", "where", "--help", "--version", "catalogue",
              "completion bash", "draft list", "--json draft list"]
)  # fmt: skip
def test_an_answer_that_cannot_be_written_is_said(words: str) -> None:
    sh("app add first")
    sh("app draft new")
    code, out, said = sh(f"app {words} > /dev/full")
    assert (code, out, said) == (2, "", NO_ROOM)


@needs_full
def test_many_lines_that_cannot_be_written_are_said_once() -> None:
    thoughts = " ".join(f"thought-{number}" for number in range(2000))
    for _time in range(3):
        sh(f"app add {thoughts}")
    assert sh("app --json ideas > /dev/full") == (2, "", NO_ROOM)


@needs_full
def test_a_text_shown_exactly_is_said_where_it_cannot_be_written() -> None:
    one = sh("printf 'some words' | app draft new --file -")[1].strip()
    assert sh(f"app draft show {one} > /dev/full") == (2, "", NO_ROOM)


@needs_full
def test_a_full_standard_error_changes_nothing(kept: Callable) -> None:
    assert sh("app nonsense 2> /dev/full") == (2, "", "")
    assert sh("app idea show X 2> /dev/full") == (2, "", "")
    assert sh("printf 'a\\001b' | app add - 2> /dev/full")[0] == 0
    assert sh("app add first > /dev/full 2>&1") == (2, "", "")
    assert kept() == ["ab", "first"]


def test_a_reader_that_leaves_early_is_no_matter() -> None:
    thoughts = " ".join(f"thought-{number}" for number in range(5000))
    for _time in range(3):
        sh(f"app add {thoughts}")
    assert sh("app --json ideas | head -c 1")[1:] == ("[", "")
