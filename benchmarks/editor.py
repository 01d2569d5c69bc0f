"""Time from a key to its painted bytes: the draft editor beside Textual's TextArea.

Both run as small Textual apps, each in a pseudo-terminal of its own, at the same time; keys go to
them in turn, so whatever else the machine does weighs on both. A key is timed from its write until
the bytes read back hold the character that was typed, which occurs nowhere else in the text.

    python benchmarks/editor.py [--keys 60]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from common import child_environ, row

WORDS = 10_000
COLUMNS, ROWS = 80, 24
ROOT = Path(__file__).resolve().parent.parent
# One-cell letters that the text does not have; each is typed once.
KEYS = [chr(code) for code in range(0xC0, 0x17F) if code not in (0xD7, 0xF7)]
BUDGETS = {"paragraphs": (1.25, 1.05), "line": (0.35, 0.10)}


def make_text(case: str) -> str:
    """Return 10,000 words: about 170 paragraphs, or one line."""
    draw = random.Random(48)
    words = [
        "".join(draw.choices("abdefghijklmnoprstuv", k=draw.randint(2, 9))) for _ in range(WORDS)
    ]
    if case == "line":
        return " ".join(words)
    paragraphs = [" ".join(words[n : n + 60]) + "." for n in range(0, WORDS, 60)]
    return "\n\n".join(paragraphs)


def run_app(widget: str, case: str) -> None:
    """Run the app that is timed: one text area, the cursor in the middle of its text."""
    from textual.app import App, ComposeResult
    from textual.widgets import TextArea

    from advocacy_tui.widgets.editor import DraftEditor

    class Timed(App[None]):
        def compose(self) -> ComposeResult:
            yield (DraftEditor if widget == "draft" else TextArea)(make_text(case))

        def on_mount(self) -> None:
            area = self.query_one(TextArea)
            area.focus()
            row = area.document.line_count // 2
            self.call_after_refresh(area.move_cursor, (row, len(area.document[row]) // 2))

    Timed().run()


class Session:
    """A child process that runs an app in a pseudo-terminal of its own."""

    def __init__(self, widget: str, case: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = child_environ() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment["PYTHONPATH"] = str(ROOT)
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--app", widget, case],
            stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(slave)

    def read(self, seconds: float) -> bytes:
        """Return what is painted next; nothing after `seconds` of silence."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        return os.read(self.master, 65_536) if ready else b""

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing was painted for `quiet` seconds (a cursor blinks every 0.5)."""
        while self.read(quiet):
            pass

    def wait_ready(self) -> None:
        """Read what is painted in the first seconds, and until the silence after it."""
        ready = time.monotonic() + 4
        while time.monotonic() < ready:
            self.read(0.1)
        self.settle(0.3)

    def time_key(self, key: str) -> float:
        """Return the seconds from writing a key until its character is painted."""
        wanted, seen = key.encode(), b""
        begun = time.perf_counter()
        os.write(self.master, wanted)
        while wanted not in seen:
            painted = self.read(30)
            if not painted:
                raise SystemExit(f"The key {key!r} was not painted within 30 seconds.")
            seen = seen[-8:] + painted
        taken = time.perf_counter() - begun
        self.settle()
        return taken

    def close(self) -> None:
        """End the app."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def measure(case: str, keys: int) -> dict[str, list[float]]:
    """Return the milliseconds of each key in each widget, typed to them in turn."""
    sessions = {widget: Session(widget, case) for widget in ("plain", "draft")}
    times: dict[str, list[float]] = {widget: [] for widget in sessions}
    try:
        for session in sessions.values():
            session.wait_ready()
        for number, key in enumerate(KEYS[: keys + 3]):
            for widget, session in sessions.items():
                taken = session.time_key(key)
                if number >= 3:  # the first keys warm the caches of both
                    times[widget].append(taken * 1000)
                if number % 6 == 5:
                    os.write(session.master, b" ")
                    session.settle()
    finally:
        for session in sessions.values():
            session.close()
    return times


def percentile_95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> int:
    """Print a row for each case; exit 1 when a budget is not met."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--app", nargs=2, metavar=("WIDGET", "CASE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.app:
        run_app(*options.app)
        return 0
    late = False
    row("key to painted bytes, 10,000 words", "draft ms", "TextArea ms", "ratio", "budget, aim")
    for case, (budget, aim) in BUDGETS.items():
        times = measure(case, min(options.keys, len(KEYS) - 3))
        said = {w: f"{statistics.median(t):.1f}, {percentile_95(t):.1f}" for w, t in times.items()}
        ratio = statistics.median(times["draft"]) / statistics.median(times["plain"])
        late = late or ratio > budget
        verdict = f"≤ {budget}×, {aim}× {'over' if ratio > budget else 'ok'}"
        row(f"{case} (median, p95)", said["draft"], said["plain"], f"{ratio:.3f}×", verdict)
    return int(late)


if __name__ == "__main__":
    raise SystemExit(main())
