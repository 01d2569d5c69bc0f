"""Taking a text along never claims more than is known, and always leaves a file."""

from __future__ import annotations

import base64
import os
import shutil
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui.errors import UsageProblem
from advocacy_tui.exchange import clipboard
from advocacy_tui.exchange.clipboard import FILE, NATIVE, TERMINAL, copy_text, osc52, tool_is_there
from advocacy_tui.paths import LAST_COPIED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Blåbær 👨‍👩‍👧\n\n\tto  mellemrum \n"
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell for stand-in tools")

KEEPS = 'case "$*" in *-o*) cat "$CLIP";; *) cat > "$CLIP";; esac'
FORGETS = 'case "$*" in *-o*) echo other;; *) cat > /dev/null;; esac'
FAILS = "exit 1"
LINGERS = 'case "$*" in *-o*) cat "$CLIP";; *) cat > "$CLIP"; sleep 20 & ;; esac'
HANGS = "sleep 20"


@pytest.fixture
def home(tmp_path: Path) -> str:
    folder = tmp_path / "data"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def desktop(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Return the surroundings of a screen whose xclip does as told."""

    def made(does: str) -> dict[str, str]:
        tools = tmp_path / "tools"
        tools.mkdir()
        tool = tools / "xclip"
        tool.write_text(f"#!/bin/sh\n{does}\n")
        tool.chmod(0o755)
        path = f"{tools}{os.pathsep}{os.environ['PATH']}"
        return {"PATH": path, "DISPLAY": ":0", "CLIP": str(tmp_path / "clip"), "TERM": "xterm"}

    return made


class Terminal:
    """A terminal that says yes to everything."""

    def __init__(self, *, there: bool = True) -> None:
        self.there = there
        self.got = ""

    def __call__(self, sequence: str) -> bool:
        self.got += sequence
        return self.there


def kept(home: str) -> str:
    with open(os.path.join(home, LAST_COPIED), encoding="utf-8", newline="") as file:
        return file.read()


# --- a native tool ------------------------------------------------------------------------------


@posix
def test_a_tool_that_gives_the_text_back_is_believed(
    home: str, desktop: Callable[[str], dict[str, str]]
) -> None:
    terminal = Terminal()
    done = copy_text(TEXT, home=home, environ=desktop(KEEPS), platform="linux", write=terminal)
    assert (done.way, done.checked) == (NATIVE, True)
    assert "copied, exactly as it stands" in done.sentence
    assert terminal.got == ""
    assert kept(home) == TEXT


@posix
@pytest.mark.parametrize("does", [FORGETS, FAILS], ids=["forgets", "fails"])
def test_a_tool_that_does_not_give_it_back_is_not_believed(
    home: str, desktop: Callable[[str], dict[str, str]], does: str
) -> None:
    terminal = Terminal()
    done = copy_text(TEXT, home=home, environ=desktop(does), platform="linux", write=terminal)
    assert (done.way, done.checked) == (TERMINAL, False)
    assert terminal.got
    assert "is copied" not in done.sentence


@posix
def test_a_tool_that_stays_behind_does_not_hold_us_back(
    home: str, desktop: Callable[[str], dict[str, str]]
) -> None:
    code = (
        "import os, sys\nfrom advocacy_tui.exchange.clipboard import copy_text\n"
        f"print(copy_text('x', home={home!r}, environ=dict(os.environ), platform='linux').way)"
    )
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **desktop(LINGERS)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "native\n"
    assert time.monotonic() - start < 15


@posix
def test_a_tool_that_hangs_is_left_there(
    home: str, desktop: Callable[[str], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.5)
    terminal = Terminal(there=False)
    done = copy_text(TEXT, home=home, environ=desktop(HANGS), platform="linux", write=terminal)
    assert done.way == FILE


@posix
@pytest.mark.skipif(shutil.which("xclip") is None, reason="xclip is not installed")
def test_the_real_xclip_on_a_screen_that_is_gone_is_not_believed(home: str) -> None:
    surroundings = {"PATH": os.environ["PATH"], "DISPLAY": ":7999", "TERM": "xterm"}
    done = copy_text(
        TEXT, home=home, environ=surroundings, platform="linux", write=Terminal(there=False)
    )
    assert (done.way, done.checked) == (FILE, False)


@pytest.mark.parametrize(
    ("environ", "platform", "there"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}, "linux", False),
        ({"DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/1"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0", "SSH_TTY": "/dev/pts/1"}, "linux", False),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", True),
        ({}, "darwin", True),
        ({"SSH_TTY": "/dev/ttys1"}, "darwin", False),
        ({}, "win32", True),
        ({"SSH_CLIENT": "1 2 3"}, "win32", False),
    ],
)
def test_only_the_clipboard_of_ones_own_screen_counts(
    environ: dict[str, str], platform: str, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "which", lambda tool, path=None: f"/usr/bin/{tool}")
    assert tool_is_there(environ, platform) is there
    monkeypatch.setattr(clipboard, "which", lambda tool, path=None: None)
    assert tool_is_there(environ, platform) is (there and platform == "win32")


# --- the terminal -------------------------------------------------------------------------------


@given(st.text())
def test_the_terminal_is_asked_for_every_character(text: str) -> None:
    plain = osc52(text, {})
    assert plain.startswith("\x1b]52;c;")
    assert plain.endswith("\x07")
    assert base64.b64decode(plain[7:-1]).decode() == text
    assert "\x1b" not in plain[1:]


@given(st.text(max_size=2000))
def test_screen_gets_the_same_in_pieces_it_passes_on(text: str) -> None:
    wrapped = osc52(text, {"STY": "1.pts"})
    pieces = wrapped.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert "".join(pieces) == osc52(text, {})
    assert all(len(piece) < 768 for piece in pieces)


def test_tmux_gets_it_plain_and_wrapped() -> None:
    plain = osc52("x", {})
    wrapped = "\x1bPtmux;\x1b" + plain + "\x1b\\"
    assert osc52("x", {"TMUX": "/tmp/tmux-0/default,1,0"}) == plain + wrapped


def test_what_the_terminal_does_with_it_is_not_claimed(home: str) -> None:
    terminal = Terminal()
    done = copy_text(TEXT, home=home, environ={"TERM": "xterm", "PATH": ""}, write=terminal)
    assert (done.way, done.checked) == (TERMINAL, False)
    assert terminal.got == osc52(TEXT, {})
    assert "Some say yes and copy nothing" in done.sentence
    assert done.path in done.sentence


@pytest.mark.parametrize("term", ["dumb", "linux", ""])
def test_a_terminal_that_would_show_the_sequence_is_not_asked(home: str, term: str) -> None:
    terminal = Terminal()
    done = copy_text(TEXT, home=home, environ={"TERM": term, "PATH": ""}, write=terminal)
    assert (done.way, terminal.got) == (FILE, "")
    assert "No clipboard answered" in done.sentence


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_inside_tmux_the_text_is_in_its_buffer(home: str, tmp_path: Path) -> None:
    socket = str(tmp_path / "s")
    tmux = ["tmux", "-S", socket]
    subprocess.run([*tmux, "-f", os.devnull, "new-session", "-d", "sleep 60"], check=True)
    try:
        server = subprocess.run(
            [*tmux, "display-message", "-p", "#{pid}"], capture_output=True, text=True, check=True
        ).stdout.strip()
        surroundings = {
            "PATH": os.environ["PATH"], "TERM": "tmux-256color", "TMUX": f"{socket},{server},0",
        }  # fmt: skip
        done = copy_text(TEXT, home=home, environ=surroundings, write=Terminal(there=False))
        shown = subprocess.run([*tmux, "show-buffer"], capture_output=True, check=True).stdout
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
    assert done.way == TERMINAL
    assert shown.decode() == TEXT


# --- the file -----------------------------------------------------------------------------------


def test_the_file_is_the_owners_alone_and_whole(home: str) -> None:
    path = os.path.join(home, LAST_COPIED)
    with open(path, "w", encoding="utf-8") as old:
        old.write("older and longer " * 100)
    done = copy_text(TEXT, home=home, way="file")
    assert (done.way, done.path, kept(home)) == (FILE, path, TEXT)
    assert os.listdir(home) == [LAST_COPIED]
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_the_settings_way_is_kept_to(home: str) -> None:
    terminal = Terminal()
    surroundings = {"TERM": "xterm", "PATH": os.environ["PATH"], "DISPLAY": ":0"}
    copy_text(TEXT, home=home, way="file", environ=surroundings, write=terminal)
    assert terminal.got == ""
    done = copy_text(TEXT, home=home, way="osc52", environ=surroundings, write=terminal)
    assert done.way == TERMINAL


def test_without_file_and_clipboard_it_says_so(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "gone")
    with pytest.raises(UsageProblem, match="No clipboard answered"):
        copy_text(TEXT, home=nowhere, environ={}, platform="linux")
    done = copy_text(
        TEXT, home=nowhere, environ={"TERM": "xterm"}, platform="linux", write=Terminal()
    )
    assert (done.way, done.path) == (TERMINAL, "")
    assert nowhere not in done.sentence


def test_without_a_terminal_nothing_is_written_to_one(tmp_path: Path) -> None:
    code = "from advocacy_tui.exchange.clipboard import write_to_terminal as w; print(w('x'))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        start_new_session=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout == "False\n"
