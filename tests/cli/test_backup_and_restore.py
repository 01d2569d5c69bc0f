"""`backup` and `restore`: everything in one file, back again, and nothing lost on the way."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.store import database as store

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def home() -> Path:
    """Return the data folder of this test."""
    return Path(os.environ["ADVOCACY_TUI_HOME"])


def texts(run: Callable) -> list[str]:
    """Return the notebook's texts, oldest first."""
    return [idea["text"] for idea in reversed(run("ideas", "--json").json)]


@pytest.fixture
def archive(run: Callable, tmp_path: Path) -> Path:
    """Return a backup of a notebook with one thought, a key and a settings file."""
    run("add", "kept in the backup")
    (home() / "keys" / "share").mkdir(parents=True)
    (home() / "keys" / "share" / "device.key").write_bytes(b"\0secret\xff")
    (home() / "settings.toml").write_text('[keys]\n"undo" = "z"\n')
    assert run("backup", str(tmp_path / "b.zip")).code == 0
    return tmp_path / "b.zip"


# --- backup -------------------------------------------------------------------------------------


def test_an_archive_holds_everything_with_a_manifest(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        assert set(opened.namelist()) == {
            "advocacy.db", "keys/share/device.key", "settings.toml", "manifest.json",
        }  # fmt: skip
        manifest = json.loads(opened.read("manifest.json"))
        assert (manifest["program"], manifest["schema"]) == ("advocacy-tui", store.SCHEMA_VERSION)
        for name, listed in manifest["files"].items():
            data = opened.read(name)
            assert listed == {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        assert opened.testzip() is None


def test_only_the_owner_can_read_an_archive(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_an_archive_holds_what_another_process_has_written_but_not_yet_folded_in(
    run: Callable, tmp_path: Path
) -> None:
    run("add", "first")
    with contextlib.closing(sqlite3.connect(home() / "advocacy.db")) as other:
        other.execute("UPDATE ideas SET text = 'in the write-ahead log'")
        other.commit()
        run("backup", str(tmp_path / "b.zip"))
    run("restore", str(tmp_path / "b.zip"), "--yes")
    assert texts(run) == ["in the write-ahead log"]


def test_a_file_that_is_there_is_not_written_over_unasked(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "letter"
    file.write_text("dear Jonas")
    told = run("backup", str(file))
    assert (told.code, told.out) == (2, "")
    assert file.read_text() == "dear Jonas"
    assert run("backup", str(file), stdin=b"\n", terminal=True).code == 0
    assert file.read_text() == "dear Jonas"
    assert run("backup", str(file), stdin=b"j\n", terminal=True).code == 0
    assert zipfile.is_zipfile(file)


def test_the_notebook_itself_is_never_written_over_by_its_backup(
    run: Callable, archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(home() / "advocacy.db")
    before = {path: path.read_bytes() for path in home().rglob("*") if path.is_file()}
    for target in (*before, tmp_path / "link", home() / "advocacy.db-wal"):
        for language in ("en", "da"):
            told = run("--language", language, "backup", str(target), "--yes")
            assert (told.code, told.out, len(told.said.splitlines())) == (2, "", 1)
    assert {path: path.read_bytes() for path in before} == before


def test_a_folder_gets_a_dated_file(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-25T10:00:00+01:00")
    told = run("backup", str(tmp_path), "--json")
    assert told.json["file"] == str(tmp_path / "advocacy-tui-2026-11-25.zip")
    assert told.json["size"] == (tmp_path / "advocacy-tui-2026-11-25.zip").stat().st_size


def test_what_backup_tells_is_there_in_both_languages(run: Callable, tmp_path: Path) -> None:
    english = run("backup", str(tmp_path / "a.zip")).out
    danish = run("--language", "da", "backup", str(tmp_path / "b.zip")).out
    assert "advocacy-tui restore FILE" in english
    assert "advocacy-tui restore FIL`" in danish


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "x")
    told = run("backup", str(tmp_path / "nowhere" / "b.zip"))
    assert (told.code, told.out, len(told.said.splitlines())) == (2, "", 1)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(os, "fsync", full)
    told = run("backup", str(tmp_path / "out" / "b.zip"))
    assert (told.code, told.out) == (2, "")
    assert "the disk is full" in told.said
    assert list((tmp_path / "out").iterdir()) == []
    assert not [path for path in home().iterdir() if path.name.startswith(".backup-")]


@pytest.mark.parametrize("year", [1970, 2099, 2150])
def test_a_clock_that_is_wrong_does_not_stop_a_backup(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", f"{year}-01-02T03:04:05+00:00")
    run("add", "then")
    assert run("backup", str(tmp_path / "b.zip")).code == 0
    assert run("restore", str(tmp_path / "b.zip"), "--yes").code == 0
    assert texts(run) == ["then"]


# --- restore ------------------------------------------------------------------------------------


def test_an_archive_comes_back_and_what_was_here_is_kept(run: Callable, archive: Path) -> None:
    run("add", "written since")
    (home() / "settings.toml").write_text("changed since")
    (home() / "keys" / "share" / "device.key").write_text("changed since")
    (home() / "keys" / "newer.key").write_text("made since")
    told = run("restore", str(archive), "--yes", "--json")
    assert told.json["restored"] == str(archive)
    assert texts(run) == ["kept in the backup"]
    assert (home() / "settings.toml").read_text().startswith("[keys]")
    assert (home() / "keys" / "share" / "device.key").read_bytes() == b"\0secret\xff"
    assert (home() / "keys" / "newer.key").read_text() == "made since"
    kept = {
        path.relative_to(home() / "backups").as_posix().partition("/")[2]: path.read_text()
        for path in (home() / "backups").rglob("*")
        if path.is_file() and path.suffix != ".db"
    }
    assert kept == {"settings.toml": "changed since", "keys/share/device.key": "changed since"}
    assert run("restore", told.json["kept"], "--yes").code == 0
    assert texts(run) == ["kept in the backup", "written since"]


def test_everything_restored_is_its_owners_alone(
    run: Callable, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_HOME", str(tmp_path / "new"))
    run("restore", str(archive), "--yes")
    (home() / "settings.toml").write_text("changed")
    (home() / "settings.toml").chmod(0o644)
    run("restore", str(archive), "--yes")
    places = [home(), *home().rglob("*")]
    assert len(places) > 8
    for path in places:
        assert path.stat().st_mode & 0o077 == 0, path


def test_restore_asks_and_tells_what_the_backup_holds(run: Callable, archive: Path) -> None:
    run("add", "written since")
    for language, words in (("en", "1 idea and 0 drafts"), ("da", "1 idé og 0 kladder")):
        told = run("--language", language, "restore", str(archive))
        assert (told.code, told.out) == (2, "")
        assert words in told.said
        assert "--yes" in told.said
    told = run("restore", str(archive), stdin=b"n\n", terminal=True)
    assert (told.code, told.out) == (0, "Nothing was changed.\n")
    assert texts(run) == ["kept in the backup", "written since"]
    assert not (home() / "backups").exists()
    assert run("restore", str(archive), stdin=b"y\n", terminal=True).code == 0
    assert texts(run) == ["kept in the backup"]


def test_an_archive_comes_back_on_a_new_machine(
    run: Callable, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_HOME", str(tmp_path / "new"))
    told = run("restore", str(archive), "--yes", "--json")
    assert told.json == {"restored": str(archive), "kept": None}
    assert texts(run) == ["kept in the backup"]
    assert (home() / "keys" / "share" / "device.key").is_file()


def test_a_copy_from_backups_comes_back(run: Callable, tmp_path: Path) -> None:
    run("add", "then")
    copy = tmp_path / "copy.db"
    with (
        contextlib.closing(sqlite3.connect(home() / "advocacy.db")) as source,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    run("add", "since")
    before = copy.read_bytes()
    assert run("restore", str(copy), "--yes").code == 0
    assert texts(run) == ["then"]
    assert copy.read_bytes() == before


@pytest.mark.parametrize("damage", [b"garbage", b"", "middle", "folder"])
def test_a_damaged_database_is_moved_aside_and_never_deleted(
    run: Callable, archive: Path, damage: bytes | str
) -> None:
    file = home() / "advocacy.db"
    run("import", "-", stdin=b"\n".join(b"line %d" % at for at in range(500)))
    whole = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
        (file / "mine.txt").write_text("not yours")
    elif damage == "middle":
        file.write_bytes(whole[:8192] + b"\xaa" * 65536 + whole[8192 + 65536 :])
    else:
        assert isinstance(damage, bytes)
        file.write_bytes(damage)
        (home() / "advocacy.db-wal").write_bytes(b"left over")
    was = None if file.is_dir() else file.read_bytes()
    kept = Path(run("restore", str(archive), "--yes", "--json").json["kept"])
    assert texts(run) == ["kept in the backup"]
    if was is None:
        assert (kept / "advocacy.db" / "mine.txt").read_text() == "not yours"
    else:
        assert (kept / "advocacy.db").read_bytes() == was


def test_what_is_left_of_an_old_write_ahead_log_never_gets_into_the_restored_notebook(
    run: Callable, archive: Path
) -> None:
    (home() / "advocacy.db").write_bytes(b"garbage")
    (home() / "advocacy.db-wal").write_bytes(b"old log")
    (home() / "advocacy.db-shm").write_bytes(b"old index")
    kept = Path(run("restore", str(archive), "--yes", "--json").json["kept"])
    assert (kept / "advocacy.db-wal").read_bytes() == b"old log"
    assert texts(run) == ["kept in the backup"]


def test_a_program_that_has_the_notebook_open_goes_on_with_what_was_restored(
    run: Callable, archive: Path
) -> None:
    run("add", "written since")
    opened = store.open_database(str(home() / "advocacy.db"), unix_now=0)
    seen = opened.data_version()
    assert run("restore", str(archive), "--yes").code == 0
    assert opened.data_version() != seen
    assert [row["text"] for row in opened.rows("SELECT text FROM ideas")] == ["kept in the backup"]
    with opened.write() as connection:
        connection.execute("UPDATE ideas SET text = 'written after'")
    opened.close()
    assert texts(run) == ["written after"]


def test_a_notebook_that_another_program_holds_is_left_alone(
    run: Callable, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "written since")
    monkeypatch.setattr("advocacy_tui.store.backups._PATIENCE", 0)
    really = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: really(*a, **{**k, "timeout": 0.01}))
    with contextlib.closing(really(home() / "advocacy.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = run("restore", str(archive), "--yes")
        other.execute("ROLLBACK")
    assert (told.code, told.out) == (4, "")
    assert "Another program" in told.said
    assert texts(run) == ["kept in the backup", "written since"]


def test_an_older_schema_is_brought_up_to_date(run: Callable, tmp_path: Path) -> None:
    frozen = Path(__file__).parents[1] / "store" / "frozen"
    for file in sorted(frozen.glob("*.db")):
        copy = tmp_path / file.name
        copy.write_bytes(file.read_bytes())
        assert run("restore", str(copy), "--yes").code == 0, file.name
        assert run("ideas", "--json").code == 0


def broken_archives(archive: Path, folder: Path) -> list[Path]:
    """Return files that no notebook can be brought back from."""
    data = archive.read_bytes()

    def rewritten(name: str, **changes: bytes | None) -> None:
        with zipfile.ZipFile(archive) as source, zipfile.ZipFile(folder / name, "w") as target:
            for entry in source.namelist():
                content = changes.get(entry, source.read(entry))
                if content is not None:
                    target.writestr(entry, content)
            for entry in set(changes) - set(source.namelist()):
                target.writestr(entry, changes[entry] or b"")

    def manifest(**changes: object) -> bytes:
        with zipfile.ZipFile(archive) as source:
            return json.dumps({**json.loads(source.read("manifest.json")), **changes}).encode()

    with zipfile.ZipFile(archive) as source:
        database = source.read("advocacy.db")
    (folder / "cut.zip").write_bytes(data[: len(data) // 2])
    (folder / "flipped.zip").write_bytes(data[:200] + b"\xff\xff\xff" + data[203:])
    (folder / "text.zip").write_text("a letter")
    (folder / "empty.db").write_bytes(b"")
    (folder / "cut.db").write_bytes(database[: len(database) // 2])
    with contextlib.closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE t (x)")
    (folder / "newer.db").write_bytes(database)
    with contextlib.closing(sqlite3.connect(folder / "newer.db")) as newer:
        newer.execute("PRAGMA user_version = 999")
    rewritten("no-manifest.zip", **{"manifest.json": None})
    rewritten("changed.zip", **{"advocacy.db": database + b"\0"})
    rewritten("shorter.zip", **{"advocacy.db": database[:-1]})
    rewritten("missing.zip", **{"advocacy.db": None})
    rewritten("foreign.zip", **{"manifest.json": manifest(program="another")})
    rewritten("newer.zip", **{"manifest.json": manifest(format=99)})
    rewritten("list.zip", **{"manifest.json": b"[]"})
    rewritten("no-json.zip", **{"manifest.json": b"{"})
    outside = {"../outside": {"size": 1, "sha256": hashlib.sha256(b"x").hexdigest()}}
    rewritten("outside.zip", **{"manifest.json": manifest(files=outside), "../outside": b"x"})
    rewritten("nothing.zip", **{"manifest.json": manifest(files={})})
    return sorted(folder.iterdir())


def test_what_is_no_sound_backup_changes_nothing(
    run: Callable, archive: Path, tmp_path: Path
) -> None:
    run("add", "written since")
    (tmp_path / "broken").mkdir()
    files = broken_archives(archive, tmp_path / "broken")
    assert len(files) == 17
    for file in (*files, tmp_path, tmp_path / "missing.zip"):
        english = run("restore", str(file), "--yes")
        danish = run("--language", "da", "restore", str(file), "--yes")
        for told in (english, danish):
            assert (told.code, told.out) == (2, ""), (file.name, told)
            assert len(told.said.splitlines()) == 1
        assert english.said != danish.said
        assert texts(run) == ["kept in the backup", "written since"], file.name
    assert not (home() / "backups").exists()
    assert not (tmp_path / "outside").exists()
    assert not (home().parent / "outside").exists()
    assert not [path for path in home().iterdir() if path.name.startswith(".restore-")]


def test_two_restores_within_a_second_keep_both(
    run: Callable, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advocacy_tui.commands.context.now", lambda: NOON)
    kept = {run("restore", str(archive), "--yes", "--json").json["kept"] for _ in range(3)}
    assert len(kept) == 3
    assert all(Path(one).is_file() for one in kept)


def test_a_full_disk_while_bringing_back_leaves_what_was_here(
    run: Callable, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "written since")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("advocacy_tui.exchange.restoring.copy_database", full)
        told = run("restore", str(archive), "--yes")
    assert (told.code, told.out) == (2, "")
    assert "the disk is full" in told.said
    assert texts(run) == ["kept in the backup", "written since"]
