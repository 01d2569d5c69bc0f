"""Where a database may lie: never in a synced folder, and without WAL on a network disk."""

from __future__ import annotations

import os

from advocacy_tui.errors import DatabaseProblem
from advocacy_tui.i18n import _

_SYNCED_NAMES = frozenset(
    (
        "onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive",
        "icloud drive", "iclouddrive", "com~apple~clouddocs", "mobile documents", "cloudstorage",
        "sharepoint", "syncthing", "box sync", "pcloud drive", "pclouddrive", "mega", "megasync",
    )
)  # fmt: skip
_SYNC_MARKERS = (
    ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".stfolder",
    ".stignore", "advocacy-share.toml",
)  # fmt: skip
_NETWORK_FILE_SYSTEMS = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "9p", "afs")
)


def _is_synced_name(name: str) -> bool:
    """Tell whether a folder has a sync program's usual name.

    "OneDrive - Firm", "Dropbox (Firm)" and "Nextcloud2" are told by their first word.
    """
    plain = name.lower().split(" - ")[0].split(" (")[0].rstrip("0123456789")
    return plain in _SYNCED_NAMES


def synced_ancestor(folder: str) -> str | None:
    """Return the synced folder that `folder` lies in, or None.

    Told by the usual names (OneDrive, Dropbox, Nextcloud, iCloud …), by the marker files that
    sync programs leave, and by a programme's own marker.
    """
    place = os.path.realpath(folder)
    while True:
        if _is_synced_name(os.path.basename(place)):  # noqa: PTH119
            return place
        # A home folder holds a folder of this name, a synced one a file.
        if os.path.isfile(os.path.join(place, ".dropbox")):  # noqa: PTH113, PTH118
            return place
        for marker in _SYNC_MARKERS:
            if os.path.exists(os.path.join(place, marker)):  # noqa: PTH110, PTH118
                return place
        above = os.path.dirname(place)  # noqa: PTH120
        if above == place:
            return None
        place = above


def refuse_synced_folder(folder: str) -> None:
    """Raise DatabaseProblem where the data folder is inside a synced folder."""
    synced = synced_ancestor(folder)
    if synced is None:
        return
    from advocacy_tui.paths import local_suggestion

    raise DatabaseProblem(
        _(
            "{folder} lies in a synced folder ({synced}), where a database can be damaged. "
            "Use a local one, for instance: ADVOCACY_TUI_HOME={local}"
        ).format(folder=folder, synced=synced, local=local_suggestion())
    )


def file_system_of(folder: str, mounts: str = "/proc/self/mounts") -> str:
    """Return the type of the file system that holds `folder` ("" where that is not known)."""
    try:
        with open(mounts, encoding="utf-8", errors="replace") as table:  # noqa: PTH123
            lines = table.read().splitlines()
    except OSError:
        return ""
    place = os.path.realpath(folder)
    best, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


def journal_mode_for(folder: str) -> str:
    """Return "WAL", or "TRUNCATE" on a network file system, where WAL does not work."""
    return "TRUNCATE" if file_system_of(folder) in _NETWORK_FILE_SYSTEMS else "WAL"


def may_write(path: str) -> bool:
    """Tell whether a database can be written: the file itself, and its journal beside it."""
    folder = os.path.dirname(path) or "."  # noqa: PTH120
    return os.access(path, os.W_OK) and os.access(folder, os.W_OK)


def read_only_address(path: str) -> str:
    """Return the URI under which SQLite reads a database that cannot be written.

    A database with a write-ahead log wants a file of shared memory beside it, and in a folder
    that cannot be written it is only read where it is said that nobody writes ("immutable").
    A log that holds something would be passed over then, so with one that is not said.
    """
    from urllib.parse import quote

    absolute = os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100
    address = f"file://{'' if absolute.startswith('/') else '/'}{quote(absolute)}"
    log = f"{path}-wal"
    has_log = os.path.exists(log) and os.path.getsize(log) > 0  # noqa: PTH110, PTH202
    beside = os.access(os.path.dirname(path) or ".", os.W_OK)  # noqa: PTH120
    return f"{address}?{'mode=ro' if has_log or beside else 'immutable=1'}"
