"""A text through the person's own editor and back, with nothing lost on the way."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.system_words import say_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

USUAL = ("nano", "vim", "vi", "notepad")
"""Editors to look for where none was chosen, the easiest to leave first."""

AT_ONCE = 1.0
"""Seconds under which an editor that changed nothing has not really been open."""


class Edited(NamedTuple):
    """What came back, and a sentence about it ("" where there is nothing to say)."""

    text: str
    remark: str


def editor_command(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command of the person's editor: $VISUAL, $EDITOR, or one that is there.

    Raises:
        UsageProblem: there is none, or what was chosen cannot be read as a command.
    """
    for name in ("VISUAL", "EDITOR"):
        chosen = environ.get(name, "").strip()
        if not chosen:
            continue
        try:
            return shlex.split(chosen, posix=sys.platform != "win32")
        except ValueError:
            raise UsageProblem(
                _(
                    "${name} cannot be read as a command: {value}. Set it anew and try again."
                ).format(name=name, value=chosen)
            ) from None
    for usual in USUAL:
        found = shutil.which(usual)
        if found:
            return [found]
    raise UsageProblem(_("No editor was found. Set $EDITOR to the one you like and try again."))


def edit_outside(text: str, command: Sequence[str], *, keep_in: str) -> Edited:
    """Run an editor on a text and wait for it.

    The text lies meanwhile in a folder of its own that nobody else can read, removed afterwards
    with whatever the editor left there.

    Args:
        text: What to edit.
        command: The editor and its options; the file is added.
        keep_in: Where a file that is no text is kept, so that it is not lost.

    Raises:
        UsageProblem: the editor could not be started, its file is gone, or holds no text.
    """
    try:
        with tempfile.TemporaryDirectory(
            prefix="advocacy-tui-", ignore_cleanup_errors=True
        ) as folder:
            return _edit_in(Path(folder), text, command, keep_in)
    except OSError as error:
        raise UsageProblem(
            _("The text could not be handed over ({reason}), so it was left as it was.").format(
                reason=say_reason(error)
            )
        ) from error


def _edit_in(folder: Path, text: str, command: Sequence[str], keep_in: str) -> Edited:
    file = folder / "draft.md"
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
        out.write(text)
    started = time.monotonic()
    code = _run([*command, str(file)])
    new = _read(file, text, keep_in)
    return Edited(new, _remark(code, changed=new != text, took=time.monotonic() - started))


def _run(command: Sequence[str]) -> int:
    with _deaf_to_interrupts():
        try:
            return subprocess.run(command, check=False).returncode
        except OSError as error:
            raise UsageProblem(
                _("{editor} could not be started ({reason}). Set $EDITOR and try again.").format(
                    editor=command[0], reason=say_reason(error)
                )
            ) from error


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let ctrl+c reach the editor alone: it goes to every process of the terminal.

    A function, not SIG_IGN, as the editor would inherit that.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_ignored: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read(file: Path, before: str, keep_in: str) -> str:
    try:
        held = file.read_bytes()
    except FileNotFoundError:
        raise UsageProblem(
            _("The file was gone when your editor closed, so the text was left as it was.")
        ) from None
    try:
        new = held.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageProblem(
            _(
                "What your editor saved is not UTF-8 text, so the draft was left as it was. "
                "The file is kept as {path}"
            ).format(path=_put_aside(held, keep_in))
        ) from None
    new = new.replace("\r\n", "\n")
    # Most editors end the last line; the draft did not, and nobody typed it.
    return new[:-1] if new.endswith("\n") and not before.endswith("\n") else new


def _put_aside(held: bytes, keep_in: str) -> str:
    handle, path = tempfile.mkstemp(prefix="from-editor-", suffix=".md", dir=keep_in)
    with os.fdopen(handle, "wb") as out:
        out.write(held)
    return path


def _remark(code: int, *, changed: bool, took: float) -> str:
    if code and changed:
        return _("Your editor ended with code {code}. What it had saved is here.").format(code=code)
    if code:
        return _("Your editor ended with code {code}, so the text is as it was.").format(code=code)
    if not changed and took < AT_ONCE:
        return _(
            "Your editor came back at once. If it opens a window of its own, tell it to wait, "
            "for instance EDITOR='code --wait'."
        )
    return ""
