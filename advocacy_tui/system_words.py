"""What the machine answers when something does not work, in words of the person's language."""

from __future__ import annotations

import errno
import re

from advocacy_tui.errors import OutputLost
from advocacy_tui.i18n import N_, _

_REASONS = {
    errno.EACCES: N_("the right to do so is missing"),
    errno.EPERM: N_("the right to do so is missing"),
    errno.EROFS: N_("that disk can only be read"),
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("part of the path is a file, not a folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("it is there already"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your share of the disk is used up"),
    errno.EFBIG: N_("it is too large for that place"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EINVAL: N_("such a name or place will not do here"),
    errno.EBADF: N_("nothing is open there"),
    errno.EIO: N_("the disk or the terminal did not answer"),
    errno.EBUSY: N_("another program is using it"),
    errno.ETXTBSY: N_("another program is using it"),
    errno.ENOEXEC: N_("it is no program"),
    errno.ELOOP: N_("its links lead in a circle"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.EXDEV: N_("it lies on another disk"),
    errno.ETIMEDOUT: N_("there was no answer in time"),
}
"""What the common error numbers mean; the untranslated words for it."""


def say_reason(error: OSError) -> str:
    """Return why the machine could not do something; for rare reasons the number to look up."""
    known = _REASONS.get(error.errno or 0)
    if known is not None:
        return _(known)
    name = errno.errorcode.get(error.errno or 0) or type(error).__name__
    return _("the machine says {name}").format(name=name)


def toml_place(error: ValueError) -> tuple[int, int]:
    """Return the line and column where a text stops being TOML; (0, 0) where that is not told."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    return (int(found[1]), int(found[2])) if found else (0, 0)


def say_unreadable(error: OSError | ValueError) -> str:
    """Return why a TOML file could not be read."""
    if isinstance(error, OSError):
        return say_reason(error)
    if isinstance(error, UnicodeDecodeError):
        return _("it is not UTF-8")
    line, column = toml_place(error)
    if not line:
        return _("it stops too early")
    return _("see line {line}, column {column}").format(line=line, column=column)


def lost_output(error: OSError, kept: str = "") -> OutputLost:
    """Return what to tell where the answer cannot be written; `kept` says what is done anyway."""
    said = _("The answer could not be written where it was to go ({reason}).")
    return OutputLost(f"{kept} {said.format(reason=say_reason(error))}".strip())
