"""Copies beside the notebook: weekly, private, few, and never of something damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.errors import DatabaseDamaged, DatabaseLocked, DatabaseProblem
from advocacy_tui.log import ROTATE_AT, log_exception, log_line
from advocacy_tui.store import backups
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.database import open_database

if TYPE_CHECKING:
    from collections.abc import Callable

    from advocacy_tui.store.database import Database

WEEK = 7 * 24 * 3600
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC).timestamp()


def names(path: str) -> list[str]:
    """Return the names of the copies, oldest first."""
    return [Path(one).name for one in backups.list_backups(path)]


def texts(path: str) -> list[str]:
    """Return the texts in a database file, read past the program."""
    with contextlib.closing(sqlite3.connect(path)) as plain:
        return [row[0] for row in plain.execute("SELECT text FROM ideas ORDER BY seq")]


def test_a_copy_is_made_once_a_week(database: Database) -> None:
    first = backups.weekly_backup(database, unix_now=NOON)
    assert first is not None
    assert first.endswith("weekly-20261125-120000.db")
    assert backups.weekly_backup(database, unix_now=NOON + WEEK - 1) is None
    assert backups.weekly_backup(database, unix_now=NOON + WEEK + 1) is not None


def test_a_copy_holds_what_is_kept_and_is_its_owners_alone(
    database: Database, now: datetime
) -> None:
    add_idea(database, "kept", now=now)
    made = backups.weekly_backup(database, unix_now=NOON)
    assert made is not None
    assert texts(made) == ["kept"]
    copy = Path(made)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert list(copy.parent.iterdir()) == [copy]


def test_the_three_newest_weekly_copies_stay_and_others_are_never_touched(
    database: Database, path: str
) -> None:
    folder = backups.backup_folder(path)
    other = Path(folder) / "before-schema-2-20200101-000000.db"
    other.write_bytes(b"mine")
    for week in range(6):
        backups.weekly_backup(database, unix_now=NOON + week * (WEEK + 1))
    assert names(path)[0] == other.name
    assert names(path)[1:] == [
        "weekly-20261216-120003.db", "weekly-20261223-120004.db", "weekly-20261230-120005.db",
    ]  # fmt: skip


def test_the_age_of_a_copy_is_told_by_its_name_also_after_a_move(
    database: Database, path: str
) -> None:
    made = backups.weekly_backup(database, unix_now=NOON)
    assert made is not None
    os.utime(made, (0, 0))
    assert backups.made_at(made) == NOON
    assert backups.weekly_backup(database, unix_now=NOON + 60) is None


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_was_wrong_neither_stops_copies_nor_costs_the_newest_one(
    database: Database, path: str, year: int
) -> None:
    wrong = datetime(year, 1, 1, 12, tzinfo=UTC).timestamp()
    backups.weekly_backup(database, unix_now=NOON)
    for week in range(2):
        backups.weekly_backup(database, unix_now=wrong + week * (WEEK + 1))
    made = backups.weekly_backup(database, unix_now=NOON + WEEK + 1)
    assert made is not None
    assert Path(made).exists()
    assert len(names(path)) == 3
    assert backups.weekly_backup(database, unix_now=NOON + WEEK + 60) is None


def test_a_damaged_notebook_is_said_and_the_copies_stay(
    database: Database, path: str, now: datetime, opening: Callable[[], Database]
) -> None:
    for at in range(300):
        add_idea(database, f"{at} " + "words " * 40, now=now)
    good = backups.weekly_backup(database, unix_now=NOON)
    database.close()
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[:100_000] + b"\xaa" * 60_000 + data[160_000:])
    with pytest.raises(DatabaseDamaged) as said:
        backups.weekly_backup(opening(), unix_now=NOON + 2 * WEEK)
    assert str(good) in str(said.value)
    assert backups.list_backups(path) == [good]


def test_what_interrupted_copies_left_is_swept_away_when_it_is_old(
    database: Database, path: str
) -> None:
    folder = Path(backups.backup_folder(path))
    for name, age in (("old.db.part", 2 * 24 * 3600), ("young.db.part", 60)):
        (folder / name).write_bytes(b"half")
        os.utime(folder / name, (NOON - age, NOON - age))
    backups.weekly_backup(database, unix_now=NOON)
    assert sorted(one.name for one in folder.glob("*.part")) == ["young.db.part"]


def test_what_killed_runs_left_is_swept_away_also_where_no_copy_is_due(
    database: Database, path: str
) -> None:
    assert backups.weekly_backup(database, unix_now=NOON)
    home = Path(path).parent
    for name, age in ((".backup-old", 2 * 24 * 3600), (".restore-old", 2 * 24 * 3600),
                      (".backup-young", 60)):  # fmt: skip
        (home / name).mkdir()
        (home / name / "advocacy.db").write_bytes(b"half")
        os.utime(home / name, (NOON - age, NOON - age))
    assert backups.weekly_backup(database, unix_now=NOON) is None
    assert [one.name for one in home.glob(".*")] == [".backup-young"]


def test_a_copy_that_cannot_be_finished_leaves_nothing(
    database: Database, path: str, tmp_path: Path
) -> None:
    (tmp_path / "target").mkdir()
    with pytest.raises(OSError, match="directory"):
        backups.copy_database(path, str(tmp_path / "target"))
    assert not list(tmp_path.glob("*.part"))


def test_copying_a_database_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        backups.copy_database(str(tmp_path / "no.db"), str(tmp_path / "copy.db"))
    assert not list(tmp_path.glob("*.db*"))


def test_a_name_with_signs_in_it_is_copied_too(tmp_path: Path) -> None:
    folder = tmp_path / "a b#c?d%20e"
    folder.mkdir()
    database = open_database(str(folder / "advocacy.db"), unix_now=NOON)
    assert backups.weekly_backup(database, unix_now=NOON) is not None
    database.close()


def test_a_database_that_is_held_is_said_and_not_waited_for_for_ever(
    path: str, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_PATIENCE", 1)
    really = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: really(*a, **{**k, "timeout": 0.01}))
    source = str(tmp_path / "source.db")
    backups.copy_database(path, source)
    with contextlib.closing(really(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            backups.replace_contents(path, source)


def test_replaced_contents_are_all_or_nothing(
    path: str, database: Database, now: datetime, tmp_path: Path
) -> None:
    add_idea(database, "then", now=now)
    backups.copy_database(path, str(tmp_path / "then.db"))
    add_idea(database, "since", now=now)
    backups.replace_contents(path, str(tmp_path / "then.db"))
    assert texts(path) == ["then"]
    (tmp_path / "broken.db").write_bytes(Path(tmp_path / "then.db").read_bytes()[:5000])
    with pytest.raises(DatabaseProblem):
        backups.replace_contents(path, str(tmp_path / "broken.db"))
    assert texts(path) == ["then"]
    assert database.value("PRAGMA integrity_check") == "ok"


_KILLED = """
import os, sys
from advocacy_tui.store import backups
def die(*_):
    os._exit(9)
os.replace = die
backups.copy_database(sys.argv[1], sys.argv[2])
"""


def test_a_copy_cut_off_by_a_power_cut_is_no_copy(
    path: str, database: Database, now: datetime, tmp_path: Path
) -> None:
    add_idea(database, "kept", now=now)
    target = f"{backups.backup_folder(path)}/weekly-20261125-120000.db"
    done = subprocess.run([sys.executable, "-c", _KILLED, path, target], check=False)
    assert done.returncode == 9
    assert backups.list_backups(path) == []
    assert backups.weekly_backup(database, unix_now=NOON) == target
    assert texts(target) == ["kept"]


# --- the log ------------------------------------------------------------------------------------


def test_the_log_is_its_owners_alone_also_where_the_folder_is_new(tmp_path: Path) -> None:
    path = Path(log_line("started", home=str(tmp_path / "new")))
    assert path.read_text().endswith(" started\n")
    for place in (path, path.parent, path.parent.parent):
        assert place.stat().st_mode & 0o077 == 0, place


def test_a_long_log_is_laid_aside_once(tmp_path: Path) -> None:
    path = Path(log_line("first", home=str(tmp_path)))
    path.write_text("x" * (ROTATE_AT + 1))
    log_line("second", home=str(tmp_path))
    assert path.read_text().endswith(" second\n")
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, f"{path.name}.1"]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    assert log_line("x", home=str(tmp_path)).startswith(str(tmp_path))


def test_an_exception_is_logged_without_a_persons_words(tmp_path: Path) -> None:
    try:
        raise ValueError("kanariegul")
    except ValueError as error:
        path = log_exception(error, ("add", "kanariegul"), home=str(tmp_path))
    line = Path(path).read_text()
    assert "ValueError at test_backups.py:" in line
    assert "kanariegul" not in line
