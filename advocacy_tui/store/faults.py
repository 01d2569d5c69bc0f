"""SQLite's errors as sentences a person can act on."""

from __future__ import annotations

import contextlib
import sqlite3

from advocacy_tui.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseProblem,
    DiskFull,
    ReadOnly,
)
from advocacy_tui.i18n import _

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Iterator


def held(path: str) -> DatabaseLocked:
    """Return what to tell where another program holds the database for too long."""
    return DatabaseLocked(
        _(
            "Another program is holding your notebook, so nothing was saved just now. "
            "Close it and try again: {path}"
        ).format(path=path)
    )


def damaged(path: str) -> DatabaseDamaged:
    """Return what to tell where the file is no sound database."""
    from advocacy_tui.store.backups import damaged_sentence

    return DatabaseDamaged(damaged_sentence(path))


def not_writable(path: str) -> ReadOnly:
    """Return what to tell where the notebook can only be read."""
    return ReadOnly(
        _(
            "Your notebook cannot be written to, so nothing was saved. "
            "See that {path} and its folder are yours to write."
        ).format(path=path)
    )


def _typed(error: sqlite3.Error, path: str) -> DatabaseProblem:
    code = getattr(error, "sqlite_errorcode", 0) or 0
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return held(path)
    if primary == sqlite3.SQLITE_FULL:
        return DiskFull(
            _("The disk is full, so this could not be saved yet. Make some room and try again.")
        )
    if primary == sqlite3.SQLITE_READONLY or code == sqlite3.SQLITE_IOERR_ACCESS:
        return not_writable(path)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return ReadOnly(
            _(
                "Your notebook could not be opened. "
                "See that {path} and its folder are yours to read and write."
            ).format(path=path)
        )
    if primary == sqlite3.SQLITE_IOERR:
        return DiskFull(
            _(
                "The disk did not answer, so this could not be saved yet. "
                "See that there is room and that the disk is there: {path}"
            ).format(path=path)
        )
    return DatabaseProblem(
        _("Your notebook could not be used ({reason}). `advocacy-tui doctor` tells more.").format(
            reason=getattr(error, "sqlite_errorname", None) or type(error).__name__
        )
    )


@contextlib.contextmanager
def said(path: str) -> Iterator[None]:
    """Turn sqlite3's errors inside the block into a DatabaseProblem.

    Mistakes in our own SQL (ProgrammingError, IntegrityError) are not dressed up.
    """
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise
        raise _typed(error, path) from error
