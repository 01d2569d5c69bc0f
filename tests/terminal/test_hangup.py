"""A window that is closed and a machine that shuts down end the app well."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from tests.terminal.conftest import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal.conftest import Terminal

pytestmark = pytest.mark.proof


@pytest.mark.parametrize("asked", [signal.SIGHUP, signal.SIGTERM])
def test_the_very_last_key_is_saved_when_the_system_ends_the_app(
    terminal: Callable[..., Terminal], tmp_path: Path, asked: signal.Signals
) -> None:
    pane = terminal()
    pane.start("--language", "en")
    pane.until("help")
    pane.keys("d", "w")
    pane.until("f1")
    pane.type("the very last words")
    pane.until("the very last words")
    os.kill(pane.pid, asked)
    pane.until_gone()
    connection = sqlite3.connect(tmp_path / "data" / "advocacy.db")
    kept = connection.execute("SELECT text FROM drafts").fetchone()[0]
    connection.close()
    assert kept.rstrip() == "the very last words"


def test_a_demo_whose_window_is_closed_leaves_nothing_behind(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    places = tmp_path / "places"
    places.mkdir()
    pane = terminal(environ={"TMPDIR": str(places)})
    pane.start("--language", "en", "--demo")
    pane.until("help")
    assert list(places.glob("advocacy-tui-demo-*"))
    pane.close()
    end = time.monotonic() + PATIENCE
    while list(places.iterdir()) and time.monotonic() < end:
        time.sleep(0.02)
    assert list(places.iterdir()) == []


def test_a_mistake_of_the_programs_own_ends_with_a_sentence_and_shows_no_text(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import advocacy_tui.app as app\n"
        "def places(self):\n"
        "    words = 'precious-private'\n"
        "    raise ZeroDivisionError(words)\n"
        "app.AdvocacyApp.action_places = places\n"
    )
    pane = terminal(environ={"PYTHONPATH": str(broken)})
    pane.start("--language", "en")
    pane.until("help")
    pane.keys(".")
    pane.until_gone()
    seen = " ".join(pane.screen(above=50).split())
    assert "Something went wrong that we had not thought of (ZeroDivisionError)." in seen
    assert "precious-private" not in seen
    assert "Traceback" not in seen
    log = (tmp_path / "data" / "logs" / "advocacy-tui.log").read_text()
    assert "ZeroDivisionError" in log
    assert "precious-private" not in log
