"""Installed from the checkout as its users do, with the pinned dependencies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.proof
ROOT = Path(__file__).parents[2]


def test_an_install_from_the_checkout_gives_the_command(tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", "requirements/run.lock"], cwd=ROOT, check=True)
    subprocess.run([*pip, "."], cwd=ROOT, check=True)
    program = str(venv / "bin" / "advocacy-tui")
    said = subprocess.run(
        [program, "--language", "da", "add"], capture_output=True, text=True, check=False
    )
    assert said.returncode == 2
    assert said.stderr.startswith("Der var ingen tekst")
    shown = subprocess.run(
        [program, "catalogue", "--json"], capture_output=True, text=True, check=True
    )
    assert shown.stdout.startswith("[{")
