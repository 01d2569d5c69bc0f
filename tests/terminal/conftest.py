"""A real terminal: the program in tmux, on a server of the test's own."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 30.0
"""Seconds to wait for words before the test fails; nothing passes or fails by being quick."""


class Terminal:
    """One program in one tmux pane."""

    def __init__(self, home: Path, *, size: tuple[int, int] = (80, 24), **environ: str) -> None:
        self.home = home
        self.socket = f"advocacy-{uuid.uuid4().hex[:10]}"
        self.size = size
        self.environ = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
            **environ,
        }

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self.socket, *words], capture_output=True, text=True, check=False
        )
        return done.stdout

    def start(self, *words: str) -> None:
        """Run `advocacy-tui` with these words in the pane."""
        given = " ".join(f"{name}={shlex.quote(value)}" for name, value in self.environ.items())
        command = shlex.join([sys.executable, "-m", "advocacy_tui", *words])
        columns, rows = self.size
        self._tmux(
            "-f", os.devnull, "new-session", "-d", "-s", "pane",
            "-x", str(columns), "-y", str(rows), f"exec env -i {given} {command}",
            ";", "set-option", "-g", "remain-on-exit", "on",
        )  # fmt: skip

    @property
    def pid(self) -> int:
        """The process in the pane."""
        return int(self._tmux("list-panes", "-t", "pane", "-F", "#{pane_pid}").strip())

    def screen(self, *, above: int = 0) -> str:
        """What a person sees, and rows that have scrolled away above it."""
        return self._tmux("capture-pane", "-p", "-S", str(-above), "-t", "pane")

    def keys(self, *names: str) -> None:
        """Press keys by their tmux names."""
        for name in names:
            self._tmux("send-keys", "-t", "pane", name)

    def type(self, text: str) -> None:
        """Type text literally."""
        self._tmux("send-keys", "-t", "pane", "-l", text)

    def until(self, seen: str | Callable[[str], bool]) -> str:
        """Wait until words show, or until a test of the screen holds; returns the screen."""
        end = time.monotonic() + PATIENCE
        test = (lambda screen: seen in screen) if isinstance(seen, str) else seen
        while time.monotonic() < end:
            screen = self.screen()
            if test(screen):
                return screen
            time.sleep(0.05)
        pytest.fail(f"never saw {seen!r} in\n{self.screen()}")

    def until_gone(self) -> None:
        """Wait until the program has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._tmux("list-panes", "-t", "pane", "-F", "#{pane_dead}").strip() == "1":
                return
            time.sleep(0.05)
        pytest.fail(f"the program did not end:\n{self.screen()}")

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self.until_gone()
        self.close()

    def close(self) -> None:
        """End the tmux server of this terminal."""
        self._tmux("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Make terminals over one data folder; all are closed afterwards."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    made: list[Terminal] = []

    def make(**options: object) -> Terminal:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        environ = {"ADVOCACY_TUI_HOME": str(tmp_path / "data")}
        environ |= options.pop("environ", {})  # type: ignore[arg-type]
        one = Terminal(home, **options, **environ)  # type: ignore[arg-type]
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()
