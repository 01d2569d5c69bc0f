"""Taking a text along: the clipboard where there is one, the terminal's own, and always a file.

The order: a native tool (through pyperclip) when it is really there, read back to make sure; else
the terminal is asked with the escape sequence OSC 52, which nobody can confirm, as some terminals
say yes and copy nothing. What is told afterwards never claims more than is known.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from contextlib import suppress
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.paths import LAST_COPIED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE = 4.0
"""Seconds that a clipboard tool may take; a dead display makes some wait for ever."""

SCREEN_CHUNK = 500
"""Bytes that GNU screen passes on at a time (its limit is 768)."""

NATIVE, TERMINAL, FILE = "native", "terminal", "file"

_COPY = "import sys, pyperclip; pyperclip.copy(sys.stdin.buffer.read().decode())"
_PASTE = "import sys, pyperclip; sys.stdout.buffer.write(pyperclip.paste().encode())"


class Copied(NamedTuple):
    """Where a text went.

    `way` is NATIVE, TERMINAL or FILE; `checked` says that the clipboard was read back and held the
    text, which is so for NATIVE alone; `path` is the file ("" where it could not be written).
    """

    way: str
    checked: bool
    path: str
    sentence: str


def copy_text(
    text: str,
    *,
    home: str,
    way: str = "auto",
    environ: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    write: Callable[[str], bool] | None = None,
) -> Copied:
    """Take a text along.

    Args:
        text: What is to be pasted, to the character.
        home: The data folder, where `last-copied.txt` is written, mode 0600.
        way: "auto", "osc52" (never a native tool) or "file" (only the file).
        environ: The environment, the process's own by default.
        platform: As `sys.platform`.
        write: Writes a sequence to the terminal and says whether it could; /dev/tty by default.

    Raises:
        UsageProblem: no clipboard answered, and the file could not be written either.
    """
    env = dict(os.environ if environ is None else environ)
    path = _write_file(text, home)
    if way == "auto" and tool_is_there(env, platform) and _native(text, env):
        sentence = _("The text is copied, exactly as it stands. Paste it where it is to go.")
        return Copied(NATIVE, True, path, sentence)
    if way != "file" and _ask_terminal(text, env, write or write_to_terminal):
        sentence = _(
            "Your terminal was asked to copy the text. Some say yes and copy nothing, so see "
            "that it pastes."
        )
        if path:
            sentence += " " + _("The text also lies in {path}").format(path=path)
        return Copied(TERMINAL, False, path, sentence)
    if not path:
        sentence = _("No clipboard answered, and {path} could not be written. See that it can be.")
        raise UsageProblem(sentence.format(path=os.path.join(home, LAST_COPIED)))  # noqa: PTH118
    if way == "file":
        return Copied(FILE, False, path, _("The text lies in {path}").format(path=path))
    sentence = _("No clipboard answered here. The text lies in {path}")
    return Copied(FILE, False, path, sentence.format(path=path))


def tool_is_there(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a tool reaches the clipboard of the person's own screen.

    Over ssh the other machine's clipboard is of no use, unless its display is forwarded here.
    """
    remote = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
    display = environ.get("DISPLAY", "")
    if platform == "win32":
        return not remote
    if platform == "darwin":
        return not remote and _found(environ, "pbcopy") and _found(environ, "pbpaste")
    if remote and (not display or display.startswith((":", "unix:"))):
        return False
    if environ.get("WSL_DISTRO_NAME"):
        return _found(environ, "clip.exe") and _found(environ, "powershell.exe")
    wayland = bool(environ.get("WAYLAND_DISPLAY")) and not remote
    if wayland and _found(environ, "wl-copy") and _found(environ, "wl-paste"):
        return True
    return bool(display) and (_found(environ, "xclip") or _found(environ, "xsel"))


def _found(environ: Mapping[str, str], tool: str) -> bool:
    return which(tool, path=environ.get("PATH")) is not None


def _native(text: str, environ: dict[str, str]) -> bool:
    """Hand the text to pyperclip, and say whether it was there to be read back.

    pyperclip runs in a process of its own: xclip stays behind to serve the text and would hold on
    to our output, and a tool that hangs can be left there. That the tool leaves without a word
    says nothing, as pyperclip does not ask how it went.
    """
    if _pyperclip(_COPY, text.encode(), environ) is None:
        return False
    data = _pyperclip(_PASTE, b"", environ)
    return data is not None and data.decode("utf-8", "replace").replace("\r\n", "\n") == text


def _pyperclip(code: str, given: bytes, environ: dict[str, str]) -> bytes | None:
    """Run a line of Python beside us; its output, or None where that did not work."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", code],
            input=given,
            stdout=subprocess.PIPE if code is _PASTE else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            env=environ,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout or b""


def _ask_terminal(text: str, environ: dict[str, str], write: Callable[[str], bool]) -> bool:
    """Ask the terminal, and tmux where we are in it; says whether anyone could be asked."""
    if environ.get("TERM", "") in ("", "dumb", "linux"):
        return False
    buffered = bool(environ.get("TMUX")) and _tmux_buffer(text, environ)
    return write(osc52(text, environ)) or buffered


def _tmux_buffer(text: str, environ: dict[str, str]) -> bool:
    """Put the text into tmux's buffer; tmux 3.2 and later pass it on to the terminal (`-w`)."""
    for options in (["-w", "-"], ["-"]):
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                ["tmux", "load-buffer", *options],
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                env=environ,
                check=True,
            )
            return True
    return False


def osc52(text: str, environ: Mapping[str, str]) -> str:
    """Return the escape sequence that asks a terminal to copy a text.

    Inside tmux it stands twice: plain, for `set-clipboard on`, and wrapped with its escapes
    doubled, for `allow-passthrough on`; tmux swallows what it is not set to take. Inside screen
    it is cut into pieces that screen passes on.
    """
    plain = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    if environ.get("TMUX"):
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY"):
        pieces = (plain[at : at + SCREEN_CHUNK] for at in range(0, len(plain), SCREEN_CHUNK))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain


def write_to_terminal(sequence: str) -> bool:
    """Write to the terminal itself, wherever standard output goes; False where there is none."""
    try:
        handle = os.open("/dev/tty", os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as terminal:
            terminal.write(sequence.encode())
    except OSError:
        return False
    return True


def _write_file(text: str, home: str) -> str:
    """Write the text to the file, whole or not at all; "" where that could not be done."""
    path = os.path.join(home, LAST_COPIED)  # noqa: PTH118
    part = f"{path}.{os.getpid()}.part"
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        os.replace(part, path)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.remove(part)  # noqa: PTH107
        return ""
    return path
