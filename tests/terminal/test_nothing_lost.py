"""Typing without a pause, a power cut at a random moment, and everything older is there."""

from __future__ import annotations

import random
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal.conftest import Terminal

pytestmark = pytest.mark.proof

SAFE_AFTER = 0.5
"""Seconds from which a keystroke must survive."""

WORDS = ("vand", "varme", "rør", "pumpe", "kedel", "måler", "ventil", "damp")


def typed_until_cut(terminal: Terminal, rng: random.Random) -> tuple[str, str]:
    """Type words without a pause and end the program at a random moment.

    Returns:
        All that was typed, and what of it was older than SAFE_AFTER at the cut. A key counts as
        typed when tmux has handed it over, so the time it takes to arrive is on our side.
    """
    sent: list[tuple[float, str]] = []
    cut = time.monotonic() + rng.uniform(1.5, 4.0)
    while time.monotonic() < cut:
        word = rng.choice(WORDS) + " "
        terminal.type(word)
        sent.append((time.monotonic(), word))
        # Sixty keys a second: three times the fastest typist, and never a pause of half a second.
        time.sleep(len(word) / 60)
    at = time.monotonic()
    terminal.kill()
    whole = "".join(word for _, word in sent)
    safe = "".join(word for moment, word in sent if at - moment > SAFE_AFTER)
    assert safe
    return whole, safe


def sound(data: Path) -> sqlite3.Connection:
    """Open the database as another program would, and see that it is sound."""
    connection = sqlite3.connect(data / "advocacy.db")
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return connection


@pytest.mark.parametrize("seed", range(6))
def test_a_draft_survives_a_power_cut(
    terminal: Callable[..., Terminal], tmp_path: Path, seed: int
) -> None:
    pane = terminal()
    pane.start("--language", "en")
    pane.until("help")
    pane.keys("d", "w")
    pane.until("f1")
    pane.type("x")
    pane.until("x")
    whole, safe = typed_until_cut(pane, random.Random(seed))
    connection = sound(tmp_path / "data")
    kept = connection.execute("SELECT text FROM drafts").fetchone()[0]
    connection.close()
    assert kept.startswith("x" + safe.rstrip())
    assert ("x" + whole).startswith(kept.rstrip("\n"))

    again = terminal()
    again.start("--language", "en")
    again.until("help")
    again.keys("d", "Enter")
    again.until(safe.split()[0])


@pytest.mark.parametrize("seed", range(3))
def test_an_idea_being_written_survives_a_power_cut(
    terminal: Callable[..., Terminal], tmp_path: Path, seed: int
) -> None:
    pane = terminal()
    pane.start("--language", "en")
    pane.until("help")
    pane.keys("C-n")
    pane.type("kernel ")
    pane.until("kernel")
    pane.keys("Enter")
    pane.until("It is in your notebook")
    pane.keys("n")
    pane.until("w make a draft")
    pane.keys("e")
    pane.until("done")
    pane.type("x")
    pane.until("kernel x")
    whole, safe = typed_until_cut(pane, random.Random(200 + seed))
    sound(tmp_path / "data").close()

    again = terminal()
    again.start("--language", "en")
    again.until("The words you were writing last time")
    connection = sound(tmp_path / "data")
    (kept,) = (row[0] for row in connection.execute("SELECT text FROM ideas"))
    connection.close()
    assert kept.startswith("kernel x" + safe.rstrip())
    assert ("kernel x" + whole).startswith(kept)


@pytest.mark.parametrize("seed", range(6))
def test_the_capture_line_survives_a_power_cut(
    terminal: Callable[..., Terminal], tmp_path: Path, seed: int
) -> None:
    pane = terminal()
    pane.start("--language", "en")
    pane.until("help")
    pane.keys("C-n")
    pane.type("x")
    pane.until("x")
    whole, safe = typed_until_cut(pane, random.Random(100 + seed))
    connection = sound(tmp_path / "data")
    kept = connection.execute("SELECT text FROM unsaved WHERE slot = 'capture'").fetchone()[0]
    connection.close()
    assert kept.startswith("x" + safe.rstrip())
    assert ("x" + whole).startswith(kept)

    again = terminal()
    again.start("--language", "en")
    again.until("help")
    again.keys("C-n")
    again.until(safe.split()[0])
    again.keys("Enter")
    again.until("notebook")
    end = time.monotonic() + 20
    rows: list[tuple[str]] = []
    while not rows and time.monotonic() < end:
        connection = sqlite3.connect(tmp_path / "data" / "advocacy.db")
        rows = connection.execute("SELECT text FROM ideas").fetchall()
        connection.close()
    assert rows
    assert rows[0][0].startswith("x" + safe.rstrip())
