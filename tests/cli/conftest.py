"""Running command lines: in this process, which is quick, or in one of their own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from advocacy_tui import cli, i18n

if TYPE_CHECKING:
    from collections.abc import Callable


class Told(NamedTuple):
    """What one run left: its exit code, stdout and stderr."""

    code: int
    out: str
    said: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def id(self) -> str:
        """The id that was printed, alone on its line."""
        assert (self.code, self.said, len(self.out.splitlines())) == (0, "", 1), self
        return self.out.strip()


class Input(io.TextIOWrapper):
    """Standard input of some bytes, from a terminal or not."""

    def __init__(self, data: bytes, terminal: bool) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        """Tell what the test wants."""
        return self._terminal


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Told]:
    """Run a command line in this process: `run("add", "x", stdin=b"", terminal=False)`."""

    def go(*words: str, stdin: bytes = b"", terminal: bool = False) -> Told:
        monkeypatch.setattr(sys, "stdin", Input(stdin, terminal))
        capsys.readouterr()
        try:
            code = cli.main(words)
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        i18n.use("en")
        out, said = capsys.readouterr()
        return Told(code, out, said)

    return go


@pytest.fixture
def shell() -> Callable[..., Told]:
    """Run a command line in a process of its own."""

    def go(*words: str, stdin: bytes = b"", **environ: str) -> Told:
        done = subprocess.run(
            [sys.executable, "-m", "advocacy_tui", *words],
            input=stdin, capture_output=True, env={**os.environ, **environ}, check=False,
        )  # fmt: skip
        return Told(done.returncode, done.stdout.decode(), done.stderr.decode())

    return go
