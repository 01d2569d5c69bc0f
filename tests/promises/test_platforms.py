"""Nothing breaks where only POSIX has something, and every file can lie on Windows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name in ("fcntl", "termios", "pwd", "resource", "grp", "tty"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
for name in ("fcntl", "termios", "pwd", "resource", "grp", "tty"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Blocker())
"""

_COMMANDS = [
    ["add", "a thought"],
    ["ideas"],
    ["draft", "new"],
    ["week"],
    ["where"],
    ["catalogue"],
    ["prompt"],
    ["settings"],
    ["backup", "copy.zip"],
    ["undo"],
]


@pytest.mark.parametrize("words", _COMMANDS, ids=lambda words: " ".join(words))
def test_commands_work_without_posix_modules(words: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{_BLOCKED}\nfrom advocacy_tui.cli import main\n"
            "assert main(['add', 'first']) == 0\nraise SystemExit(main(sys.argv[1:]))",
            *words,
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr


_WHOLE_LIFE = """
import json, io, contextlib
from advocacy_tui.cli import main
def run(*words):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main([*words, "--json"])
    assert code == 0, words
    return json.loads(out.getvalue() or "null")
one = run("add", "a thought")["id"]
draft = run("draft", "new", "--idea", one)["id"]
open("text.md", "w").write("words to take along")
run("draft", "edit", draft, "--file", "text.md")
assert run("draft", "copy", draft)["file"]
run("export", "out")
run("backup", "all.zip")
run("purge", one, "--yes")
run("import", "out")
run("restore", "all.zip", "--yes")
assert run("idea", "show", one)["text"] == "a thought"
"""


def test_texts_go_out_and_come_back_without_posix_modules(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{_BLOCKED}{_WHOLE_LIFE}"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        env={**os.environ, "PATH": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr


def test_doctor_works_without_posix_modules(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{_BLOCKED}\nfrom advocacy_tui.cli import main\nraise SystemExit(main(['doctor']))",
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


def test_the_app_opens_without_posix_modules() -> None:
    # Textual's own driver for Windows takes the place of the one that needs termios.
    code = (
        f"{_BLOCKED}\nimport asyncio, os\n"
        "os.environ['TEXTUAL_DRIVER'] = 'textual.drivers.headless_driver:HeadlessDriver'\n"
        "from advocacy_tui.app import AdvocacyApp\n"
        "from advocacy_tui.paths import data_home, paths_in\n"
        "from advocacy_tui.store.database import open_database\n"
        "async def main():\n"
        "    paths = paths_in(data_home())\n"
        "    app = AdvocacyApp(open_database(paths.database, unix_now=0), paths)\n"
        "    async with app.run_test() as pilot:\n"
        "        await pilot.press('n', 'm', 't')\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


def test_no_file_has_a_name_that_windows_forbids() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout
    names = [name for name in listed.split("\0") if name]
    assert len(names) > 100
    bad = [
        name
        for name in names
        if any(_FORBIDDEN.search(part) or _RESERVED.match(part) for part in name.split("/"))
    ]
    assert not bad
    folded = [name.lower() for name in names]
    assert len(folded) == len(set(folded))
