"""`doctor`: looks at everything, changes nothing, and works where nothing else does."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.store import placement

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKS = [
    "integrity", "schema", "journal", "place", "permissions", "backups", "leftovers", "settings",
    "python", "parts", "disk", "clock", "terminal", "clipboard",
]  # fmt: skip


def home() -> Path:
    """Return the data folder of this test."""
    return Path(os.environ["ADVOCACY_TUI_HOME"])


def finding(run: Callable, check: str) -> Any:
    """Return what one check found."""
    [found] = [one for one in run("doctor", "--json").json if one["check"] == check]
    return found


def snapshot() -> dict[str, bytes]:
    """Return every file of the data folder."""
    return {str(path): path.read_bytes() for path in home().rglob("*") if path.is_file()}


def test_a_healthy_notebook_has_nothing_to_look_at(run: Callable) -> None:
    run("add", "x")
    told = run("doctor", "--json")
    assert (told.code, told.said) == (0, "")
    assert [one["check"] for one in told.json] == CHECKS
    assert all(set(one) == {"check", "ok", "message", "todo"} for one in told.json)
    assert all(one["ok"] and one["message"] for one in told.json)
    assert run("doctor").out.endswith("Everything works here.\n")
    assert run("--language", "da", "doctor").out.endswith("Det hele virker her.\n")


def test_a_new_machine_has_nothing_to_look_at_and_nothing_is_made(run: Callable) -> None:
    told = run("doctor", "--json")
    assert told.code == 0
    assert not home().exists()


def test_doctor_speaks_the_language_of_the_profile(run: Callable) -> None:
    run("profile", "--language", "da")
    assert "Din notesbog er hel" in run("doctor").out
    assert "Your notebook is sound" in run("doctor", "--language", "en").out


def test_doctor_changes_nothing(run: Callable) -> None:
    run("add", "x")
    (home() / "settings.toml").write_text("not = = toml")
    before = snapshot()
    run("doctor")
    assert snapshot() == before


def test_what_a_killed_run_left_is_said_once_it_is_old(run: Callable) -> None:
    run("add", "x")
    left = Path(os.environ["ADVOCACY_TUI_HOME"]) / ".restore-abcd"
    left.mkdir()
    assert finding(run, "leftovers")["ok"]
    os.utime(left, (1_600_000_000, 1_600_000_000))
    found = finding(run, "leftovers")
    assert not found["ok"]
    assert str(left) in found["message"]
    assert f"rm -r {left}" in found["todo"]


@pytest.mark.parametrize("damage", ["garbage", "middle", "folder", "newer", "foreign"])
def test_a_notebook_that_cannot_be_used_is_said_with_a_way_on(run: Callable, damage: str) -> None:
    run("import", "-", stdin=b"\n".join(b"line %d" % at for at in range(500)))
    file = home() / "advocacy.db"
    data = file.read_bytes()
    if damage == "garbage":
        file.write_bytes(b"garbage" * 100)
    elif damage == "middle":
        file.write_bytes(data[:8192] + b"\xaa" * 65536 + data[8192 + 65536 :])
    elif damage == "folder":
        file.unlink()
        file.mkdir(mode=0o700)
    elif damage == "newer":
        with contextlib.closing(sqlite3.connect(file)) as newer:
            newer.execute("PRAGMA user_version = 999")
    else:
        with contextlib.closing(sqlite3.connect(file)) as foreign:
            foreign.execute("PRAGMA application_id = 1")
    for language in ("en", "da"):
        told = run("--language", language, "doctor", "--json")
        assert (told.code, told.said) == (1, "")
        bad = {one["check"]: one for one in told.json if not one["ok"]}
        assert set(bad) == {"schema" if damage == "newer" else "integrity"}
        assert all(one["todo"] for one in bad.values())
    assert "!" in run("doctor").out


def test_a_damaged_notebook_is_told_its_newest_copy(run: Callable) -> None:
    run("add", "x")
    (home() / "backups").mkdir(mode=0o700)
    copy = home() / "backups" / "weekly-20261101-100000.db"
    copy.write_bytes((home() / "advocacy.db").read_bytes())
    copy.chmod(0o600)
    (home() / "advocacy.db").write_bytes(b"garbage")
    assert str(copy) in finding(run, "integrity")["todo"]


def test_what_others_can_read_is_said(run: Callable) -> None:
    run("add", "x")
    (home() / "advocacy.db").chmod(0o644)
    found = finding(run, "permissions")
    assert not found["ok"]
    assert "advocacy.db" in found["message"]
    assert found["todo"] == f"chmod -R go= {home()}"
    subprocess.run(found["todo"], shell=True, check=True)
    assert finding(run, "permissions")["ok"]


def test_a_system_without_such_permissions_is_not_asked_for_them(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "x")
    (home() / "advocacy.db").chmod(0o644)
    monkeypatch.setattr("advocacy_tui.commands.diagnosis.notebook.NO_MODES", True)
    assert finding(run, "permissions")["ok"]


def test_a_synced_folder_is_said(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_HOME", str(tmp_path / "OneDrive - Varme" / "data"))
    found = finding(run, "place")
    assert not found["ok"]
    assert "ADVOCACY_TUI_HOME=" in found["todo"]


def test_a_network_disk_is_said_and_suits_only_the_slower_way(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "x")  # on a local disk, so in WAL mode
    for module in (placement, sys.modules["advocacy_tui.commands.diagnosis.notebook"]):
        monkeypatch.setattr(module, "file_system_of", lambda *_: "nfs4")
    found = finding(run, "journal")
    assert not found["ok"]
    assert "nfs4" in found["message"]
    with contextlib.closing(sqlite3.connect(home() / "advocacy.db")) as other:
        other.execute("PRAGMA journal_mode=TRUNCATE")
    found = finding(run, "journal")
    assert found["ok"]
    assert "nfs4" in found["message"]


def test_a_disk_that_is_nearly_full_is_said(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 5_000_000

    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    found = finding(run, "disk")
    assert (found["ok"], found["message"]) == (False, "5 MB are free.")


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_that_cannot_be_right_is_said(
    run: Callable, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", f"{year}-01-01T10:00:00+00:00")
    found = finding(run, "clock")
    assert not found["ok"]
    assert str(year) in found["message"]


def test_a_clock_that_went_back_is_told_by_what_was_written(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-25T10:00:00+01:00")
    run("add", "x")
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-20T10:00:00+01:00")
    found = finding(run, "clock")
    assert not found["ok"]
    assert "25 November 2026" in found["message"]


def test_a_notebook_without_a_young_copy_is_said(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-01T10:00:00+01:00")
    run("add", "x")
    assert finding(run, "backups")["ok"]
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-25T10:00:00+01:00")
    assert not finding(run, "backups")["ok"]
    assert "advocacy-tui backup FILE" in finding(run, "backups")["todo"]
    (home() / "backups").mkdir(mode=0o700)
    (home() / "backups" / "weekly-20261024-100000.db").touch(0o600)
    assert not finding(run, "backups")["ok"]
    (home() / "backups" / "weekly-20261101-110000.db").touch(0o600)
    found = finding(run, "backups")
    assert found["ok"]
    assert "1 November 2026" in found["message"]


@pytest.mark.parametrize(
    "content", ["not = = toml", "[keys]\nfly = 'x'\n", "keys = 1", "[keys]\nundo = 3"]
)
def test_a_settings_file_that_cannot_be_understood_is_said(run: Callable, content: str) -> None:
    run("add", "x")
    (home() / "settings.toml").write_text(content)
    (home() / "settings.toml").chmod(0o600)
    found = finding(run, "settings")
    assert not found["ok"]
    assert "settings.toml" in found["message"] + found["todo"]


def test_a_settings_file_with_known_keys_is_fine(run: Callable) -> None:
    run("add", "x")
    (home() / "settings.toml").write_text('[keys]\n"undo" = "z"\n')
    (home() / "settings.toml").chmod(0o600)
    run("profile", "--name", "Mette")
    found = finding(run, "settings")
    assert (found["ok"], found["message"]) == (True, "1 setting is yours.")


def test_a_setting_from_another_version_is_said(run: Callable) -> None:
    run("add", "x")
    with contextlib.closing(sqlite3.connect(home() / "advocacy.db")) as other:
        other.execute("INSERT INTO settings VALUES ('theme', 'pink'), ('speed', 'fast')")
        other.commit()
    found = finding(run, "settings")
    assert not found["ok"]
    assert "pink" in found["message"]
    assert "speed" in found["message"]


@pytest.mark.parametrize(
    ("environ", "word"),
    [({"TERM": "dumb"}, "TERM=dumb"), ({"TERM": ""}, "TERM="), ({"COLUMNS": "60"}, "60 columns"),
     ({"NO_COLOR": "1"}, None), ({"COLORTERM": "truecolor", "TMUX": "x"}, None)],
)  # fmt: skip
def test_a_terminal_is_looked_at(
    run: Callable, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], word: str | None
) -> None:
    for name, value in {
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        **environ,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("advocacy_tui.commands.diagnosis.machine.is_terminal", lambda: True)
    found = finding(run, "terminal")
    assert found["ok"] is (word is None)
    assert (word or "xterm-256color, 80 columns and 24 lines") in found["message"]


@pytest.mark.parametrize(
    ("setting", "environ", "word"),
    [("auto", {}, "OSC 52"), ("osc52", {"TMUX": "x"}, "set-clipboard on"), ("file", {}, "a file")],
)
def test_the_way_of_a_text_is_told(
    run: Callable, monkeypatch: pytest.MonkeyPatch, setting: str, environ: dict[str, str], word: str
) -> None:
    monkeypatch.setattr("advocacy_tui.exchange.clipboard.tool_is_there", lambda *_: False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    run("settings", "clipboard", setting)
    found = finding(run, "clipboard")
    assert found["ok"]
    assert word in found["message"]


def test_a_part_that_is_missing_is_named(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advocacy_tui.commands.diagnosis.machine.PARTS", ("textual", "nowhere_x"))
    found = finding(run, "parts")
    assert (found["ok"], found["message"]) == (False, "These parts are not there: nowhere_x")


def test_a_check_that_stumbles_is_a_finding_and_the_others_go_on(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("shutil.disk_usage", stumble)
    told = run("doctor", "--json")
    assert told.code == 1
    assert [one["check"] for one in told.json] == CHECKS
    assert [one["check"] for one in told.json if not one["ok"]] == ["disk"]


def test_the_danish_list_has_danish_names(run: Callable) -> None:
    run("add", "en tanke")
    told = run("--language", "da", "doctor").out
    for line in told.splitlines()[:-1]:
        for check in ("integrity", "schema", "journal", "place", "permissions", "parts", "clock"):
            assert not line[2:].startswith(check)
    assert "GB ledig plads." in told
    assert [one["check"] for one in run("--language", "da", "--json", "doctor").json] == CHECKS
