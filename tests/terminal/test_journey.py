"""The main job in a real terminal, in both languages: a thought becomes a post that counts."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal.conftest import Terminal

pytestmark = pytest.mark.proof

WORDS = {
    "da": {
        "help": "hjælp", "place": "Notesbog", "kept": "notesbog", "copied": "kopieret",
        "posted": "Sådan",
        "thought": "Hvorfor er regningen størst i maj", "body": "I går stod jeg i vand til knæene.",
        "week": "uge",
    },
    "en": {
        "help": "help", "place": "Notebook", "kept": "notebook", "copied": "copied",
        "posted": "there it is",
        "thought": "Why is the bill highest in May", "body": "Yesterday I stood in water.",
        "week": "week",
    },
}  # fmt: skip


def shell(data: Path, *words: str) -> object:
    """Ask the command line about the same notebook."""
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_tui", "--data-dir", str(data), "--json", *words],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_from_a_thought_to_a_kept_week(
    terminal: Callable[..., Terminal], tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    words, data = WORDS[language], tmp_path / "data"
    locale = {"da": "da_DK.UTF-8", "en": "en_GB.UTF-8"}[language]
    pane = terminal(size=size, environ={"LANG": locale})
    pane.start()
    pane.until(words["help"])
    pane.keys("a")
    pane.type(words["thought"])
    pane.until(words["thought"])
    pane.keys("Enter")
    pane.until(words["kept"])
    pane.keys("n")
    pane.until(lambda screen: words["place"] in screen and words["thought"] in screen)
    pane.keys("w")
    pane.until("f1")
    pane.type(words["body"])
    pane.until(words["body"])
    pane.keys("C-g")
    _through_taking(pane, words)
    posts = shell(data, "draft", "list", "--status", "posted")
    assert [draft["text"] for draft in posts] == [words["body"]]  # type: ignore[attr-defined]
    week = shell(data, "week")
    assert week["state"] == "kept"  # type: ignore[index]
    assert week["done"] == 1  # type: ignore[index]


def _through_taking(pane: Terminal, words: dict[str, str]) -> None:
    """Take the text along, say yes at the minute before posting, and lay the link aside."""
    pane.until(words["copied"])
    pane.keys("Enter")
    pane.until(words["posted"])
