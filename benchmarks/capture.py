"""`add` from exec to exit with 100,000 ideas stored, beside `python -c pass` in the same run."""

from __future__ import annotations

import shutil
from pathlib import Path

from common import (
    PYTHON,
    child_environ,
    compile_package,
    database_with,
    paired,
    process_seconds,
    row,
)

ROUNDS = 40


def main() -> None:
    """Print the row."""
    compile_package()
    home = database_with(100_000)
    try:
        environ = child_environ(home)
        command = [str(Path(PYTHON).with_name("advocacy-tui")), "add", "the boiler was warm"]
        ours, floor, ratio = paired(
            lambda: process_seconds(command, environ),
            lambda: process_seconds([PYTHON, "-c", "pass"], environ),
            ROUNDS,
        )
        row("`add`, 100,000 ideas stored", f"{ours * 1e3:.1f} ms",
            f"`python -c pass` {floor * 1e3:.1f} ms", f"{ratio:.2f}×", "≤ 3×")  # fmt: skip
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
