"""Going back to a backup: looked at first, what is here kept, then put in its place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.exchange.archive import (
    DATABASE,
    KEYS,
    SETTINGS,
    is_archive,
    make_private,
    no_backup,
    unpack,
)
from advocacy_tui.i18n import _
from advocacy_tui.store.backups import BEFORE_RESTORE, copy_database, free_name, replace_contents
from advocacy_tui.store.faults import said
from advocacy_tui.store.inspection import NO_DATABASE, USABLE, Condition, Look, look_at
from advocacy_tui.system_words import say_reason

if TYPE_CHECKING:
    from advocacy_tui.paths import Paths

_BESIDE = ("", "-wal", "-shm", "-journal")
"""Endings of the files that together are one SQLite database."""


class Prepared(NamedTuple):
    """A backup that was found sound: where its files lie, what it holds, when it was made."""

    stage: Path
    look: Look
    made_at: str


def prepare(file: str, stage: Path) -> Prepared:
    """Unpack or copy a backup into `stage` and look it through; nothing else is touched.

    Args:
        file: An archive of `backup`, or a copy of the database.
        stage: An empty folder of the owner's alone.

    Raises:
        UsageProblem: it is not there, no backup, damaged, or from a newer version.
    """
    path = Path(file).expanduser()
    try:
        made_at = unpack(path, stage) if is_archive(path) else _copy(path, stage)
    except OSError as error:
        raise UsageProblem(
            _("{path} could not be read ({reason}). See that the name is right.").format(
                path=file, reason=say_reason(error)
            )
        ) from None
    look = look_at(str(stage / DATABASE))
    if look.condition is Condition.NEWER:
        raise UsageProblem(
            _(
                "{path} was made by a newer version of advocacy-tui. Install the newer version, "
                "then bring it back."
            ).format(path=file)
        )
    if look.condition in (Condition.FOREIGN, Condition.MISSING):
        raise no_backup(path)
    if look.condition not in USABLE:
        raise _damaged(path)
    return Prepared(stage, look, made_at or look.newest)


def _damaged(path: Path) -> UsageProblem:
    return UsageProblem(
        _("{path} is damaged, so nothing was brought back. Choose another backup.").format(
            path=path
        )
    )


def _copy(path: Path, stage: Path) -> str:
    """Copy a database file; "" as it does not tell when it was made."""
    look = look_at(str(path))
    if look.reason == NO_DATABASE or path.stat().st_size == 0:
        raise no_backup(path)
    if look.condition in (Condition.DAMAGED, Condition.UNREADABLE):
        raise _damaged(path)
    with said(str(path)):
        copy_database(str(path), str(stage / DATABASE))
    return ""


def put_back(prepared: Prepared, paths: Paths, *, unix_now: float) -> str | None:
    """Put a prepared backup in the place of what is here.

    A sound database is copied first and then overwritten within itself, so that a program that
    has it open goes on with the new contents. Anything else is moved aside, never deleted. Keys
    that the backup does not hold stay.

    Returns:
        Where what was here lies now; None where nothing was here.

    Raises:
        UsageProblem: something could not be written; what was here is still there.
        DatabaseProblem: the database is held by another program, or there is no room.
    """
    new = str(prepared.stage / DATABASE)
    present = look_at(paths.database).condition
    try:
        kept = _keep_beside(prepared, paths, unix_now)
        if present in (*USABLE, Condition.NEWER):
            kept = free_name(paths.database, BEFORE_RESTORE, ".db", unix_now=unix_now)
            with said(paths.database):
                copy_database(paths.database, kept)
            replace_contents(paths.database, new)
        else:
            if present is not Condition.MISSING:
                kept = _move_aside(paths, kept, unix_now)
            os.replace(new, paths.database)  # noqa: PTH105
        _put_beside(prepared, paths)
    except OSError as error:
        raise UsageProblem(
            _(
                "{path} could not be written ({reason}). What was here is in {folder} or still in "
                "its place."
            ).format(
                path=error.filename or paths.database,
                reason=say_reason(error),
                folder=paths.backups,
            )
        ) from None
    return kept


def _incoming(prepared: Prepared, paths: Paths) -> dict[Path, Path]:
    """Return the files beside the database: from the stage → to their place."""
    pairs = {prepared.stage / SETTINGS: Path(paths.settings)}
    keys = prepared.stage / KEYS
    for path in keys.rglob("*"):
        if path.is_file():
            pairs[path] = Path(paths.keys) / path.relative_to(keys)
    return {source: target for source, target in pairs.items() if source.is_file()}


def _keep_beside(prepared: Prepared, paths: Paths, unix_now: float) -> str | None:
    """Copy the settings file and the keys that are about to change; returns their folder."""
    changing = [
        target
        for source, target in _incoming(prepared, paths).items()
        if target.is_file() and target.read_bytes() != source.read_bytes()
    ]
    if not changing:
        return None
    folder = free_name(paths.database, BEFORE_RESTORE, "", unix_now=unix_now)
    for target in changing:
        kept = Path(folder) / target.relative_to(paths.home)
        make_private(kept.parent, Path(folder))
        shutil.copyfile(target, kept)
        kept.chmod(0o600)
    return folder


def _move_aside(paths: Paths, folder: str | None, unix_now: float) -> str:
    """Move a database that cannot be used, and the files that belong to it, into a folder."""
    folder = folder or free_name(paths.database, BEFORE_RESTORE, "", unix_now=unix_now)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    for ending in _BESIDE:
        path = paths.database + ending
        if os.path.lexists(path):
            os.replace(path, os.path.join(folder, os.path.basename(path)))  # noqa: PTH105, PTH118, PTH119
    return folder


def _put_beside(prepared: Prepared, paths: Paths) -> None:
    for source, target in _incoming(prepared, paths).items():
        make_private(target.parent, Path(paths.home))
        source.replace(target)
