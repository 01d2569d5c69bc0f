"""`completion`: what the shells really offer after a tab."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.cli import COMMANDS, build_parser
from advocacy_tui.commands.completion import SHELLS
from advocacy_tui.commands.shells.tree import Kind, tree_of
from advocacy_tui.models import CHANNELS, ActKind, DraftStatus, IdeaStatus, PostType
from advocacy_tui.settings import BY_KEY, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OFFERED = [
    ("advocacy-tui wee", {"week"}),
    ("advocacy-tui ", set(COMMANDS)),
    ("advocacy-tui act c", {"cafe", "comment"}),
    ("advocacy-tui act ", {*map(str, ActKind), "remove"}),
    ("advocacy-tui --language d", {"da"}),
    ("advocacy-tui --json --language da week --hi", {"--history"}),
    ("advocacy-tui ideas --status ", set(map(str, IdeaStatus))),
    ("advocacy-tui draft list --status ", set(map(str, DraftStatus))),
    ("advocacy-tui draft ne", {"new"}),
    ("advocacy-tui draft new --channel linkedin-", {"linkedin-comment"}),
    ("advocacy-tui draft new --channel x --channel ", set(CHANNELS)),
    ("advocacy-tui draft new --type ", set(map(str, PostType))),
    ("advocacy-tui settings ", set(BY_KEY)),
    ("advocacy-tui settings theme ", set(THEMES)),
    ("advocacy-tui settings confetti ", {"on", "off"}),
    ("advocacy-tui settings burn ", set()),
    ("advocacy-tui profile --role ", set(BY_KEY["role"].allowed)),
    ("advocacy-tui profile --days w", {"wed"}),
    ("advocacy-tui completion ", set(SHELLS)),
    ("advocacy-tui add ", set()),
    ("advocacy-tui add --theme ", set()),
    ("advocacy-tui prompt --theme ", set()),
    ("advocacy-tui catalogue --theme ", set()),
    ("advocacy-tui catalogue s", {"show"}),
    ("advocacy-tui catalogue --type ", set(map(str, PostType))),
    ("advocacy-tui away ", {"remove", "end"}),
    ("advocacy-tui away remove ", set()),
    ("advocacy-tui profile --country ", set()),
]
"""What is typed before the tab, and every word that is offered."""

FILES = [
    ("advocacy-tui import ", {"a file.txt", "folder"}),
    ("advocacy-tui backup a", {"a file.txt"}),
    ("advocacy-tui draft new --file a", {"a file.txt"}),
    ("advocacy-tui export ", {"folder"}),
    ("advocacy-tui --data-dir fo", {"folder"}),
]


@pytest.fixture
def script(run: Callable, tmp_path: Path) -> Callable[[str], Path]:
    """Write the script of a shell, and make a folder with a file and a folder to offer."""

    def write(shell: str) -> Path:
        told = run("completion", shell)
        assert (told.code, told.said) == (0, "")
        (tmp_path / "here" / "folder").mkdir(parents=True)
        (tmp_path / "here" / "a file.txt").touch()
        (tmp_path / "script").write_text(told.out)
        return tmp_path / "script"

    return write


_BASH = """
source "$1"; cd "$2"
while IFS= read -r line; do
    IFS=' ' read -ra COMP_WORDS <<< "$line"
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$line COMP_POINT=${#line}
    COMPREPLY=()
    "$(complete -p advocacy-tui | sed 's/.*-F \\([^ ]*\\) .*/\\1/')"
    echo "== $line"
    printf '%s\\n' "${COMPREPLY[@]}"
done
"""


def asked_of_bash(script: Path, lines: list[str]) -> dict[str, set[str]]:
    """Return what bash offers after each line."""
    done = subprocess.run(
        ["bash", "--norc", "-c", _BASH, "bash", str(script), str(script.parent / "here")],
        input="\n".join(lines) + "\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr.replace("bash: ", "") == "" or "compopt" in done.stderr, done.stderr
    parts = done.stdout.split("== ")[1:]
    return {
        part.partition("\n")[0]: set(filter(None, part.partition("\n")[2].split("\n")))
        for part in parts
    }


def test_bash_offers_what_can_follow(script: Callable) -> None:
    lines = dict(OFFERED + FILES)
    assert asked_of_bash(script("bash"), list(lines)) == lines


def test_bash_offers_values_also_after_an_equals_sign(script: Callable) -> None:
    # bash hands `--language=d` over as three words.
    lines = {
        "advocacy-tui --language = d": {"da"},
        "advocacy-tui --language =": {"da", "en"},
        "advocacy-tui draft new --channel = threads --type = cul": {"culture"},
    }
    assert asked_of_bash(script("bash"), list(lines)) == lines


def test_bash_offers_every_option_of_every_command(script: Callable) -> None:
    nodes = list(tree_of(build_parser()).all())
    assert len(nodes) > 40
    lines = {
        f"advocacy-tui{node.path.replace('/', ' ')} -": {
            name for option in node.options for name in option.names
        }
        for node in nodes
    }
    assert asked_of_bash(script("bash"), list(lines)) == lines


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_one_that_the_shell_can_read(
    script: Callable, run: Callable, shell: str
) -> None:
    if shutil.which(shell):
        subprocess.run([shell, "-n", str(script(shell))], check=True, capture_output=True)
    danish = run("--language", "da", "completion", shell).out
    assert "advocacy-tui" in danish
    assert set(run("completion", shell, "--json").json) == {"shell", "script"}


def test_a_shell_there_is_not_is_refused(run: Callable) -> None:
    for language in ("en", "da"):
        told = run("--language", language, "completion", "tcsh")
        assert (told.code, told.out) == (2, "")
        assert "fish" in told.said


def test_every_word_offered_is_one_that_needs_no_quoting() -> None:
    for node in tree_of(build_parser()).all():
        words = [child.name for child in node.children]
        for values in (*node.positionals, *(o.values for o in node.options if o.values)):
            words += values.words
            words += [one for after in values.after.values() for one in after]
            assert values.kind is Kind.WORDS or not values.words
        assert all(re.fullmatch(r"[A-Za-z0-9_-]+", word) for word in words)


@pytest.mark.proof
def test_fish_offers_what_can_follow(script: Callable) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    file = script("fish")
    for line, offered in OFFERED + FILES:
        done = subprocess.run(
            ["fish", "-N", "-c", f"source '{file}'; cd '{file.parent}/here'; complete -C '{line}'"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told = {one.partition("\t")[0] for one in done.stdout.splitlines()}
        assert {one.rstrip("/").replace("\\", "") for one in told} == offered, line


PROMPT = "@@ "


def listed_by_zsh(script: Path, lines: list[str]) -> list[str]:
    """Type lines into an interactive zsh, and return what it lists for each."""
    import pty

    process, handle = pty.fork()
    if process == 0:
        os.environ.update(TERM="dumb")
        os.execlp("zsh", "zsh", "-f", "-i")
    told = []
    try:
        _typed(
            handle,
            f"PS1='{PROMPT}'; stty cols 200 rows 100; unset zle_bracketed_paste; LISTMAX=999; "
            "autoload -Uz compinit; compinit -D -u; "
            f"source '{script}'; cd '{script.parent}/here'\n",
        )
        for line in lines:
            # ctrl+D lists what can follow, ctrl+U empties the line.
            told.append(_typed(handle, f"{line}\x04\x15"))
    finally:
        os.close(handle)
        os.waitpid(process, 0)
    return told


def _typed(handle: int, keys: str) -> str:
    """Type keys, and return what is shown until zsh waits for the next ones."""
    os.write(handle, f"{keys}print do''ne\n".encode())
    shown, end = "", time.monotonic() + 30
    while not re.search(rf"\ndone\n.*{PROMPT}$", shown, re.DOTALL) and time.monotonic() < end:
        if select.select([handle], [], [], 0.1)[0]:
            shown += os.read(handle, 65536).decode(errors="replace").replace("\r", "")
    assert "\ndone\n" in shown, shown
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


def _words(shown: str, line: str) -> set[str]:
    """Return the words of a list: the first of a line that explains it, or all."""
    below = shown.partition(line)[2].partition("\n")[2].partition(PROMPT)[0]
    found: set[str] = set()
    for row in below.splitlines():
        name, mark, _help = row.partition(" -- ")
        found |= set(name.split()[:1] if mark else row.split())
    return found


@pytest.mark.proof
def test_zsh_offers_what_can_follow(script: Callable) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    asked = [line for line, offered in OFFERED if len(offered) > 1]
    for line, shown in zip(asked, listed_by_zsh(script("zsh"), asked), strict=True):
        assert _words(shown, line) == dict(OFFERED)[line], (line, shown)


@pytest.mark.proof
def test_zsh_offers_files_and_folders(script: Callable) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    asked = ["advocacy-tui import ", "advocacy-tui export "]
    both, folders = listed_by_zsh(script("zsh"), asked)
    assert "a\\ file.txt" in both
    assert "folder/" in both
    assert "file.txt" not in folders
