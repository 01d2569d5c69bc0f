"""The app usable, with 100,000 ideas and 10,000 shared ones, beside a Textual hello world.

Both run in a real pseudo-terminal of 100×30. "Usable" is when the key bar (or the hello) has been
painted and the program has answered a key by ending: `q` for the app, `q` for the hello.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import struct
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from common import PYTHON, child_environ, compile_package, database_with, paired, row

ROUNDS = 12
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    BINDINGS = [("q", "quit", "quit")]
    def compose(self):
        yield Static("hello, world")
Hello().run()
"""


class Run(NamedTuple):
    """Seconds from exec to the painted words, and the peak memory in bytes."""

    seconds: float
    peak: int


def painted(command: list[str], environ: dict[str, str], words: bytes) -> Run:
    """Start a program in a pseudo-terminal and wait for words, then end it with `q`."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(command[0], command, environ)
    _resize(terminal, 30, 100)
    seen = b""
    try:
        while words not in seen:
            if not select.select([terminal], [], [], 30)[0]:
                sys.exit(f"{command} never painted {words!r}; last seen: {seen[-400:]!r}")
            seen += os.read(terminal, 65536)
        seconds = time.perf_counter() - start
        os.write(terminal, b"q")
        _drain(terminal)
    finally:
        _, _status, usage = os.wait4(pid, 0)
        os.close(terminal)
    scale = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * scale)


def _resize(terminal: int, rows: int, columns: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _drain(terminal: int) -> None:
    while True:
        try:
            if not os.read(terminal, 65536):
                return
        except OSError:
            return


def main() -> None:
    """Print the rows for time and memory."""
    compile_package()
    home = database_with(100_000, 10_000)
    hello = Path(tempfile.mkdtemp(prefix="advocacy-bench-")) / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    environ = {**child_environ(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    command = [str(Path(PYTHON).with_name("advocacy-tui"))]
    peaks: dict[str, list[int]] = {"ours": [], "hello": []}

    def ours() -> float:
        run = painted(command, environ, b"help")
        peaks["ours"].append(run.peak)
        return run.seconds

    def floor() -> float:
        run = painted([PYTHON, str(hello)], environ, b"hello, world")
        peaks["hello"].append(run.peak)
        return run.seconds

    try:
        mine, base, ratio = paired(ours, floor, ROUNDS)
        row("app usable, 100,000 + 10,000 ideas", f"{mine * 1e3:.0f} ms",
            f"Textual hello {base * 1e3:.0f} ms", f"{ratio:.2f}×", "≤ 1.6×")  # fmt: skip
        most, least = max(peaks["ours"]) / 1e6, max(peaks["hello"]) / 1e6
        row("peak memory then", f"{most:.1f} MB", f"Textual hello {least:.1f} MB",
            f"{most / least:.2f}×", "≤ 50 MB")  # fmt: skip
    finally:
        shutil.rmtree(home)
        shutil.rmtree(hello.parent)


if __name__ == "__main__":
    main()
