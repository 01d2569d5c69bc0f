"""Checks of what is kept: the database, where it lies, its copies, the settings."""

from __future__ import annotations

import os
import shlex
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from advocacy_tui.commands.diagnosis import Finding
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _, ngettext, say_date
from advocacy_tui.paths import local_suggestion
from advocacy_tui.settings import checked
from advocacy_tui.store.backups import list_backups, made_at
from advocacy_tui.store.database import SCHEMA_VERSION
from advocacy_tui.store.inspection import USABLE, Condition
from advocacy_tui.store.leftovers import old_leftovers
from advocacy_tui.store.placement import file_system_of, journal_mode_for, synced_ancestor

if TYPE_CHECKING:
    from advocacy_tui.commands.diagnosis import Seen

BACKUP_WITHIN = timedelta(days=30)
"""Age from which the newest copy is too old, where something was written since."""

FIRST_BACKUP_WITHIN = timedelta(days=14)
"""Age of the first thing kept from which there should be a copy."""

NO_MODES = os.name != "posix"
"""Whether files here have no modes that say who can read them."""

_NAMED = 3


def integrity(seen: Seen) -> Finding:
    """The database can be read, and all of it is sound."""
    condition, path = seen.look.condition, seen.paths.database
    if condition is Condition.MISSING:
        return Finding("integrity", True, _("There is no notebook yet; a first thought makes it."))
    if condition is Condition.DAMAGED:
        copies = list_backups(path)
        message = _("{path} is damaged. It was left as it is.").format(path=path)
        todo = _("Bring a copy back with: advocacy-tui restore {backup}").format(
            backup=copies[-1] if copies else _("FILE")
        )
        return Finding("integrity", False, message, todo)
    if condition is Condition.UNREADABLE:
        message = _("{path} cannot be read ({reason}).").format(path=path, reason=seen.look.reason)
        todo = _("See that the file and its folder are yours to read and write.")
        return Finding("integrity", False, message, todo)
    if condition is Condition.FOREIGN:
        message = _("{path} belongs to another program.").format(path=path)
        return Finding("integrity", False, message, _("Choose another folder with --data-dir."))
    return Finding("integrity", True, _("Your notebook is sound: {path}").format(path=path))


def schema(seen: Seen) -> Finding:
    """The database's schema is one that this version reads."""
    condition = seen.look.condition
    if condition is Condition.NEWER:
        message = _("Your notebook was written by a newer version of advocacy-tui.")
        return Finding("schema", False, message, _("Install the newer version."))
    if condition is Condition.OLDER:
        message = _(
            "Your notebook is from an older version. It is brought up to date, with a copy first."
        )
        return Finding("schema", True, message)
    if condition not in USABLE:
        return Finding("schema", True, _("There is nothing to look at yet."))
    return Finding(
        "schema", True, _("It is of the newest form ({version}).").format(version=SCHEMA_VERSION)
    )


def journal(seen: Seen) -> Finding:
    """The database is written in the way that its file system can stand."""
    system = file_system_of(seen.paths.home)
    wanted = journal_mode_for(seen.paths.home).lower()
    if wanted == "wal":
        return Finding("journal", True, _("It lies on a local disk."))
    message = _("It lies on a network disk ({system}), so it is written more slowly.")
    if seen.look.is_wal:
        return Finding(
            "journal",
            False,
            _("It lies on a network disk ({system}), in a way that does not suit one.").format(
                system=system
            ),
            _("Move the folder to a local disk, for instance {local}").format(
                local=local_suggestion()
            ),
        )
    return Finding("journal", True, message.format(system=system))


def place(seen: Seen) -> Finding:
    """The data folder is no synced one."""
    synced = synced_ancestor(seen.paths.home)
    if synced is None:
        message = _("No sync program touches it: {folder}").format(folder=seen.paths.home)
        return Finding("place", True, message)
    message = _("{folder} lies in a synced folder ({synced}), where a database can be damaged.")
    todo = _("Use a local one, for instance: ADVOCACY_TUI_HOME={local}")
    return Finding(
        "place",
        False,
        message.format(folder=seen.paths.home, synced=synced),
        todo.format(local=local_suggestion()),
    )


def backups(seen: Seen) -> Finding:
    """There is a copy, and it is young enough."""
    copies, now = list_backups(seen.paths.database), seen.now
    todo = _("`advocacy-tui backup FILE` makes one now; the app makes one a week by itself.")
    if not copies:
        waits = seen.look.oldest and _moment(seen.look.oldest) < now - FIRST_BACKUP_WITHIN
        message = _("There is no copy of your notebook yet.")
        return Finding("backups", not waits, message, todo if seen.look.oldest else "")
    newest = datetime.fromtimestamp(made_at(copies[-1]), UTC).astimezone(now.tzinfo)
    changed = seen.look.newest and _moment(seen.look.newest) > newest
    old = bool(changed) and newest < now - BACKUP_WITHIN
    message = ngettext(
        "There is {count} copy, made on {day}.", "There are {count} copies, the newest of {day}.",
        len(copies),
    ).format(count=len(copies), day=say_date(newest.date(), year=True))  # fmt: skip
    return Finding("backups", not old, message, todo if old else "")


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


def permissions(seen: Seen) -> Finding:
    """Folders and files are their owner's alone, where the system knows such a thing."""
    if NO_MODES:
        return Finding("permissions", True, _("The system looks after who can read your files."))
    home = Path(seen.paths.home)
    if not home.is_dir():
        return Finding("permissions", True, _("There is nothing to look at yet."))
    if not os.access(home, os.W_OK):
        message = _("{folder} cannot be written to.").format(folder=home)
        return Finding("permissions", False, message, _("See that the folder is yours to write."))
    open_ones = [path for path in (home, *_inside(seen)) if path.stat().st_mode & 0o077]
    if not open_ones:
        return Finding("permissions", True, _("Only you can read what you keep."))
    names = ", ".join(str(path) for path in open_ones[:_NAMED])
    message = ngettext(
        "Others on this machine can read {count} place: {names}",
        "Others on this machine can read {count} places: {names}",
        len(open_ones),
    ).format(count=len(open_ones), names=names)
    return Finding("permissions", False, message, f"chmod -R go= {shlex.quote(str(home))}")


def _inside(seen: Seen) -> list[Path]:
    """Return what lies in the data folder and is ours."""
    paths = seen.paths
    files = [Path(paths.settings), *(Path(paths.database + end) for end in ("", "-wal", "-shm"))]
    for folder in (Path(paths.keys), Path(paths.backups), Path(paths.logs)):
        files += [folder, *sorted(folder.rglob("*"))] if folder.is_dir() else []
    return [path for path in files if path.exists() and not path.is_symlink()]


def settings(seen: Seen) -> Finding:
    """The settings file can be read, its keys are known, and so are the settings kept."""
    from advocacy_tui.keys import remapped

    sentences = list(remapped(seen.paths.settings)[1])
    for key, value in seen.look.settings.items():
        try:
            checked(key, value)
        except UsageProblem as problem:
            sentences.append(str(problem))
    if not sentences:
        count = len(seen.look.settings)
        if not count:
            return Finding("settings", True, _("Every setting is the usual one."))
        message = ngettext("{count} setting is yours.", "{count} settings are yours.", count)
        return Finding("settings", True, message.format(count=count))
    todo = _("Change {path}, or set it anew with `advocacy-tui settings KEY VALUE`.")
    return Finding("settings", False, " ".join(sentences), todo.format(path=seen.paths.settings))


def leftovers(seen: Seen) -> Finding:
    """No run that was killed left half a copy behind."""
    found = old_leftovers(seen.paths.home, unix_now=seen.now.timestamp())
    if not found:
        return Finding("leftovers", True, _("Nothing half done lies about."))
    message = ngettext(
        "A run that was cut off left {count} thing, which may hold texts of yours: {names}",
        "Runs that were cut off left {count} things, which may hold texts of yours: {names}",
        len(found),
    ).format(count=len(found), names=", ".join(found[:_NAMED]))
    removal = f"rm -r {' '.join(map(shlex.quote, found))}"
    todo = _("The app takes it away when it opens. By hand: {command}").format(command=removal)
    return Finding("leftovers", False, message, todo)


NOTEBOOK = (integrity, schema, journal, place, permissions, backups, leftovers, settings)
