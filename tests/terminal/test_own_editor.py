"""A text goes to the editor a person likes and comes back, and so does the terminal."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal.conftest import Terminal

pytestmark = pytest.mark.proof


def editor(tmp_path: Path, script: str) -> str:
    """Make an editor out of a shell script; returns its path."""
    made = tmp_path / "editor"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return str(made)


def drafting(terminal: Callable[..., Terminal], command: str) -> Terminal:
    """Open the app, type two words into a new draft and hand it to the editor."""
    pane = terminal(environ={"EDITOR": command})
    pane.start("--language", "en")
    pane.until("help")
    pane.keys("d", "w")
    pane.until("f1")
    pane.type("my words")
    pane.until("my words")
    pane.keys("C-t")
    return pane


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "could not be started"),
        ("exit 3", "ended with code 3"),
        ("rm $1", "The file was gone when your editor"),
        ("printf '\\377' > $1", "is not UTF-8 text"),
    ],
)
def test_whatever_the_editor_does_the_app_and_its_text_are_back(
    terminal: Callable[..., Terminal], tmp_path: Path, script: str | None, said: str
) -> None:
    command = "/nowhere/editor" if script is None else editor(tmp_path, script)
    pane = drafting(terminal, command)
    pane.until(lambda screen: said in " ".join(screen.replace("▌", " ").split()))
    pane.type(" and more")
    pane.until("my words and more")


def test_what_the_editor_wrote_is_the_draft(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    pane = drafting(terminal, editor(tmp_path, "printf 'from outside' > $1"))
    pane.until("from outside")
    pane.keys("Escape", "Escape")
    pane.until("new draft")
    pane.keys("q")
    pane.until_gone()
    connection = sqlite3.connect(tmp_path / "data" / "advocacy.db")
    assert connection.execute("SELECT text FROM drafts").fetchone()[0] == "from outside"
    connection.close()
