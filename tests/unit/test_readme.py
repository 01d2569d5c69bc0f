"""The README says what the program does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from advocacy_tui.cli import COMMANDS

ROOT = Path(__file__).parents[2]


def test_the_key_table_is_made_from_the_registry() -> None:
    done = subprocess.run([sys.executable, "scripts/readme.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run: python scripts/readme.py"


def test_every_command_of_an_example_exists() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {
        words[1]
        for line in text.splitlines()
        if (words := line.split("|")[-1].split()) and words[0] == "advocacy-tui" and len(words) > 1
    }
    examples = {word for word in named if not word.startswith(("-", "#"))}
    assert examples
    assert examples <= set(COMMANDS)
