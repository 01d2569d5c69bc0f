"""One archive of everything: the database, the keys, the settings file, and a manifest.

A zip file with `advocacy.db` (a copy made by SQLite's backup API), `settings.toml`, `keys/…` and
`manifest.json`: program, format, version, schema, made_at, and for each file its size in bytes
and SHA-256. Everything in it is its owner's alone: the archive's mode is 0600.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from advocacy_tui import __version__
from advocacy_tui.clock import utc_text
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.store.backups import copy_database
from advocacy_tui.store.database import SCHEMA_VERSION
from advocacy_tui.store.faults import said
from advocacy_tui.store.leftovers import PART
from advocacy_tui.system_words import say_reason

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.paths import Paths

FORMAT = 1
DATABASE, SETTINGS, KEYS, MANIFEST = "advocacy.db", "settings.toml", "keys", "manifest.json"

_MOST_MANIFEST = 1_000_000
_BLOCK = 1 << 20
_KEY_NAME = re.compile(rf"{KEYS}(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)+")


class Archived(NamedTuple):
    """What was written: where, how many bytes, how many keys."""

    file: str
    size: int
    keys: int


def archive_path(given: str, paths: Paths, *, now: datetime) -> Path:
    """Return where an archive goes: the file given, or in the folder given a dated name.

    Raises:
        UsageProblem: the notebook itself lies there.
    """
    place = Path(given).expanduser()
    if place.is_dir():
        return place / f"advocacy-tui-{now:%Y-%m-%d}.zip"
    target = place.resolve()
    own = {Path(paths.database + end).resolve() for end in ("", "-wal", "-shm", "-journal")}
    if target in own | {Path(paths.settings).resolve()} or Path(paths.keys) in target.parents:
        raise UsageProblem(
            _("{path} is part of your notebook. Choose another place for the backup.").format(
                path=place
            )
        )
    return place


def write_archive(paths: Paths, target: Path, *, now: datetime) -> Archived:
    """Write the archive, complete or not at all.

    Raises:
        UsageProblem: it cannot be written there.
        DatabaseProblem: the database cannot be copied.
    """
    part = target.with_name(target.name + PART)
    try:
        # Beside the notebook, as that disk has room for it; elsewhere if that is only to be read.
        beside = paths.home if os.access(paths.home, os.W_OK) else target.parent
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=beside) as stage:
            database = os.path.join(stage, DATABASE)  # noqa: PTH118
            with said(paths.database):
                copy_database(paths.database, database)
            files = {DATABASE: Path(database), **_beside(paths)}
            handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w+b") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                    _fill(archive, files, now)
                file.flush()
                os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise UsageProblem(
            _("{path} could not be written ({reason}). Make room there or choose another.").format(
                path=target, reason=say_reason(error)
            )
        ) from None
    keys = sum(name.startswith(f"{KEYS}/") for name in files)
    return Archived(str(target), target.stat().st_size, keys)


def _beside(paths: Paths) -> dict[str, Path]:
    """Return the settings file and the keys that are there, by their names in the archive."""
    files = {SETTINGS: Path(paths.settings)} if Path(paths.settings).is_file() else {}
    keys = Path(paths.keys)
    for path in sorted(keys.rglob("*")) if keys.is_dir() else ():
        name = f"{KEYS}/{path.relative_to(keys).as_posix()}"
        if path.is_file() and not path.is_symlink() and _KEY_NAME.fullmatch(name):
            files[name] = path
    return files


def _fill(archive: zipfile.ZipFile, files: dict[str, Path], now: datetime) -> None:
    listed = {}
    for name, path in files.items():
        digest, size = hashlib.sha256(), 0
        with (
            path.open("rb") as source,
            archive.open(_entry(name, now), "w", force_zip64=True) as target,
        ):
            while block := source.read(_BLOCK):
                digest.update(block)
                size += len(block)
                target.write(block)
        listed[name] = {"size": size, "sha256": digest.hexdigest()}
    manifest = {
        "program": "advocacy-tui",
        "format": FORMAT,
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "made_at": utc_text(now),
        "files": listed,
    }
    archive.writestr(_entry(MANIFEST, now), json.dumps(manifest, indent=2))


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    # A zip file knows the years 1980 to 2107; a clock that is elsewhere must not stop a backup.
    year = min(max(now.year, 1980), 2107)
    entry = zipfile.ZipInfo(name, (year, now.month, now.day, now.hour, now.minute, now.second))
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


# --- reading one ----------------------------------------------------------------------------------


def is_archive(path: Path) -> bool:
    """Tell whether a file begins like a zip file; raises OSError as reading does."""
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def unpack(path: Path, stage: Path) -> str:
    """Unpack an archive's files into `stage`, each compared with the manifest; returns `made_at`.

    Raises:
        UsageProblem: it is no archive of ours, a newer one, or damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive, path)
            for name, listed in manifest["files"].items():
                _unpack_one(archive, name, listed, stage)
            return str(manifest.get("made_at", ""))
    except (
        zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, AttributeError, EOFError,
        RuntimeError,
    ):  # fmt: skip
        raise UsageProblem(
            _("{path} is damaged, so nothing was brought back. Choose another backup.").format(
                path=path
            )
        ) from None


def _manifest(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    if MANIFEST not in archive.namelist():
        raise no_backup(path)
    with archive.open(MANIFEST) as file:
        manifest: dict[str, Any] = json.loads(file.read(_MOST_MANIFEST))
    if manifest["program"] != "advocacy-tui":
        raise no_backup(path)
    if int(manifest["format"]) > FORMAT:
        raise UsageProblem(
            _(
                "{path} was made by a newer version of advocacy-tui. Install the newer version, "
                "then bring it back."
            ).format(path=path)
        )
    return manifest


def no_backup(path: Path) -> UsageProblem:
    """Return the sentence for a file that is no backup of ours."""
    return UsageProblem(
        _(
            "{path} is no backup of advocacy-tui. Choose one that `advocacy-tui backup` made."
        ).format(path=path)
    )


def make_private(folder: Path, root: Path) -> None:
    """Make a folder below `root` and those between, each its owner's alone."""
    for each in reversed((folder, *folder.parents)):
        if each.is_relative_to(root):
            each.mkdir(mode=0o700, exist_ok=True)


def _unpack_one(archive: zipfile.ZipFile, name: str, listed: dict[str, Any], stage: Path) -> None:
    """Unpack one file; ValueError where its name, size or digest is not as it was."""
    if name not in (DATABASE, SETTINGS) and not _KEY_NAME.fullmatch(name):
        raise ValueError(name)
    target = stage / name
    make_private(target.parent, stage)
    digest, left = hashlib.sha256(), int(listed["size"])
    with (
        archive.open(name) as source,
        os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file,
    ):
        while block := source.read(min(_BLOCK, left + 1)):
            left -= len(block)
            if left < 0:
                raise ValueError(name)
            digest.update(block)
            file.write(block)
    if left or digest.hexdigest() != listed["sha256"]:
        raise ValueError(name)
