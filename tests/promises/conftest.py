"""Running command lines as a person would, and reading what was kept past the program."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


class Told(NamedTuple):
    """What one run left: its exit code, stdout and stderr."""

    code: int
    out: str
    said: str


def is_plain(told: Told) -> Told:
    """Check that a person can read it: at most one line, and no words of Python's."""
    assert "Traceback" not in told.said
    assert "Error" not in told.said
    assert len(told.said.splitlines()) <= 1
    return told


@pytest.fixture
def shell() -> Callable[..., Told]:
    """Run a command line in a process of its own; what it says must be plain."""

    def run(*words: str | bytes, stdin: bytes = b"", **environ: str) -> Told:
        done = subprocess.run(
            [sys.executable, "-m", "advocacy_tui", *words],
            input=stdin, capture_output=True, env={**os.environ, **environ}, check=False,
        )  # fmt: skip
        return is_plain(Told(done.returncode, done.stdout.decode(), done.stderr.decode()))

    return run


@pytest.fixture
def inside(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Run a command line in this process, so that the database can be made to fail."""
    from advocacy_tui import cli

    def run(*words: str) -> Told:
        code = cli.main(words)
        out, said = capsys.readouterr()
        return is_plain(Told(code, out, said))

    return run


@pytest.fixture
def kept() -> Callable[[], list[str]]:
    """Return the texts of the notebook, oldest first, read past the program."""

    def read() -> list[str]:
        file = Path(os.environ["ADVOCACY_TUI_HOME"]) / "advocacy.db"
        with contextlib.closing(sqlite3.connect(file)) as plain:
            found = plain.execute("SELECT text FROM ideas WHERE deleted_at IS NULL ORDER BY seq")
            return [row[0] for row in found]

    return read
