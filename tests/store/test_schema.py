"""The schema: released steps never change, older files are brought up, newer ones left alone."""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlite_utils
from sqlite_utils.migrations import Migrations

from advocacy_tui.errors import DatabaseDamaged, DatabaseNewer, DatabaseProblem
from advocacy_tui.store import database as store
from advocacy_tui.store import migrations as steps
from advocacy_tui.store.backups import list_backups
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.drafts import list_drafts, new_draft
from advocacy_tui.store.ideas import list_ideas
from advocacy_tui.store.undoing import undo_last

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

FROZEN = Path(__file__).parent / "frozen"
VERSIONS = range(1, store.SCHEMA_VERSION + 1)


def plain(path: str | Path) -> closing[sqlite3.Connection]:
    """Open a database past the program."""
    return closing(sqlite3.connect(path, isolation_level=None))


def marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the schema version and the owner's mark."""
    return (
        connection.execute("PRAGMA user_version").fetchone()[0],
        connection.execute("PRAGMA application_id").fetchone()[0],
    )


def schema(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Return every table, index and trigger with its SQL, as SQLite keeps it."""
    found = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"
    )
    return [tuple(row) for row in found]


def freeze(path: str, version: int) -> None:
    """Make a database as a release with that schema version left it, with one thing in each."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with plain(path) as old:
        old.executescript((FROZEN / f"schema-{version}.sql").read_text(encoding="utf-8"))
        old.execute(
            "INSERT INTO ideas (id, created_at, created_day, changed_at, text, folded) VALUES "
            "('I', '2026-01-01T00:00:00.000Z', '2026-01-01', '2026-01-01T00:00:00.000Z', "
            "'blåbær', 'blabar')"
        )
        old.execute(
            "INSERT INTO drafts (id, created_at, created_day, changed_at, text) VALUES "
            "('D', '2026-01-01T00:00:00.000Z', '2026-01-01', '2026-01-01T00:00:00.000Z', 'tærte')"
        )


def names_of_steps() -> list[str]:
    """Return the names of the migrations, in order."""
    with plain(":memory:") as empty:
        return [step.name for step in steps.migrations.pending(sqlite_utils.Database(empty))]


def test_every_schema_version_has_its_step_and_is_frozen_as_text() -> None:
    assert len(names_of_steps()) == store.SCHEMA_VERSION
    assert {int(re.sub(r"\D", "", one.name)) for one in FROZEN.glob("schema-*.sql")} == set(
        VERSIONS
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_step_makes_exactly_what_it_made_when_it_was_released(version: int) -> None:
    with plain(":memory:") as frozen, plain(":memory:") as made:
        frozen.executescript((FROZEN / f"schema-{version}.sql").read_text(encoding="utf-8"))
        steps.migrations.apply(
            sqlite_utils.Database(made), stop_before=names_of_steps()[version : version + 1]
        )
        assert schema(made) == schema(frozen)
        assert marks(made) == marks(frozen) == (version, store.APPLICATION_ID)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_of_every_release_opens_with_all_that_was_in_it(
    opening: Callable[[], store.Database], path: str, tmp_path: Path, now: datetime, version: int
) -> None:
    freeze(path, version)
    database = opening()
    fresh = store.open_database(str(tmp_path / "fresh" / "advocacy.db"), unix_now=0)
    assert schema(database.connection) == schema(fresh.connection)
    fresh.close()
    assert [idea.id for idea in list_ideas(database, "blaabaer")] == ["I"]
    assert [draft.id for draft in list_drafts(database, "taerte")] == ["D"]
    add_idea(database, "en ny", now=now)
    new_draft(database, now=now, text="også ny")
    assert undo_last(database, now=now) is not None
    assert len(list_ideas(database)) == 2


def one_more_step(monkeypatch: pytest.MonkeyPatch, statement: str) -> int:
    """Pretend that the program has a further schema step; returns its version."""
    version = store.SCHEMA_VERSION + 1
    more = Migrations("advocacy-tui")
    for step in steps.migrations._migrations:
        more._migrations.append(step)

    @more()
    def m999_pretended(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE ideas ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
        db.execute(statement)
        db.execute(f"PRAGMA user_version = {version}")

    monkeypatch.setattr(steps, "migrations", more)
    monkeypatch.setattr(store, "SCHEMA_VERSION", version)
    return version


def test_a_backup_is_made_before_a_migration(
    opening: Callable[[], store.Database],
    path: str,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_idea(opening(), "før", now=now)
    before = store.SCHEMA_VERSION
    version = one_more_step(monkeypatch, "UPDATE ideas SET mood = 'glad'")
    database = opening()
    assert database.value("SELECT mood FROM ideas") == "glad"
    (backup,) = list_backups(path)
    assert f"before-schema-{version}-" in backup
    assert stat.S_IMODE(Path(backup).stat().st_mode) == 0o600
    with plain(backup) as copy:
        assert marks(copy)[0] == before
        assert copy.execute("SELECT text FROM ideas").fetchone()[0] == "før"
        assert "mood" not in str(schema(copy))
    opening()
    assert list_backups(path) == [backup]


def test_a_migration_that_fails_leaves_everything_as_it_was_and_a_backup(
    opening: Callable[[], store.Database],
    path: str,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = opening()
    add_idea(database, "før", now=now)
    before = schema(database.connection)
    version = store.SCHEMA_VERSION
    with monkeypatch.context() as patch:
        one_more_step(patch, "UPDATE no_such_table SET x = 1")
        with pytest.raises(sqlite3.OperationalError):
            opening()
    with plain(path) as after:
        assert schema(after) == before
        assert marks(after)[0] == version
    assert len(list_backups(path)) == 1
    assert [idea.text for idea in list_ideas(opening())] == ["før"]


def test_a_new_notebook_needs_no_backup_and_is_its_owners_only(
    database: store.Database, path: str, now: datetime
) -> None:
    add_idea(database, "x", now=now)
    assert list_backups(path) == []
    assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700
    for file in Path(path).parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert marks(database.connection) == (store.SCHEMA_VERSION, store.APPLICATION_ID)


def test_what_a_person_made_is_written_through_and_overwritten_when_deleted(
    database: store.Database,
) -> None:
    assert database.value("PRAGMA journal_mode") == "wal"
    assert database.value("PRAGMA synchronous") == 2  # FULL
    assert database.value("PRAGMA secure_delete") == 1


def test_every_table_of_ours_is_strict_and_has_text_ids(database: store.Database) -> None:
    tables = [
        row
        for row in database.rows("PRAGMA table_list")
        if row["type"] == "table" and not row["name"].startswith(("sqlite_", "_sqlite_"))
    ]
    assert len(tables) > 10
    assert [row["name"] for row in tables if not row["strict"]] == []


def test_a_newer_database_is_refused_and_not_touched(
    opening: Callable[[], store.Database], path: str
) -> None:
    opening().close()
    with plain(path) as newer:
        newer.execute(f"PRAGMA user_version = {store.SCHEMA_VERSION + 1}")
    before = Path(path).read_bytes()
    with pytest.raises(DatabaseNewer, match="newer version"):
        opening()
    assert Path(path).read_bytes() == before
    assert list_backups(path) == []


@pytest.mark.parametrize("statement", ["CREATE TABLE x (y)", "PRAGMA application_id = 7"])
def test_another_programs_database_is_refused_and_not_touched(
    opening: Callable[[], store.Database], path: str, statement: str
) -> None:
    Path(path).parent.mkdir()
    with plain(path) as foreign:
        foreign.execute(statement)
    before = Path(path).read_bytes()
    with pytest.raises(DatabaseProblem, match="belongs to another program"):
        opening()
    assert Path(path).read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_not_touched(
    opening: Callable[[], store.Database], path: str
) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(b"not a database at all" * 300)
    before = Path(path).read_bytes()
    with pytest.raises(DatabaseDamaged, match="is damaged, so it was left as it is"):
        opening()
    assert Path(path).read_bytes() == before


def test_an_empty_file_becomes_a_notebook(
    opening: Callable[[], store.Database], path: str, now: datetime
) -> None:
    Path(path).parent.mkdir()
    Path(path).touch()
    add_idea(opening(), "x", now=now)
    assert len(list_ideas(opening())) == 1
