"""Wherever the notebook lies, and whatever befell it, it is said plainly and nothing is lost."""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import io
import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from advocacy_tui.store import database as store
from advocacy_tui.store.backups import weekly_backup
from advocacy_tui.store.capture import add_idea

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BEFORE = "kept before anything went wrong"
LONG = "en lang tanke om blåbær " * 400_000
NOON = 1_790_000_000.0
"""A Unix moment, for the name of a backup."""


def home() -> Path:
    """Return the data folder of this test."""
    return Path(os.environ["ADVOCACY_TUI_HOME"])


def file() -> Path:
    """Return the database of this test."""
    return home() / "advocacy.db"


def keep() -> None:
    """Keep a thought while all is well."""
    opened = store.open_database(str(file()), unix_now=NOON)
    add_idea(opened, BEFORE, now=datetime.now(UTC))
    opened.close()


# --- Places -----------------------------------------------------------------------------------


class Place(NamedTuple):
    """A data folder in a bad way: how it comes about, and the two sentences."""

    name: str
    arrange: Callable[[], None]
    sentence: str
    danish: str


def _folder_in_its_place() -> None:
    file().mkdir(parents=True)


def _file_in_its_place() -> None:
    home().write_text("my shopping list", encoding="utf-8")


def _garbage() -> None:
    keep()
    file().write_bytes(bytes(range(256)) * 100)


def _torn_off() -> None:
    keep()
    file().write_bytes(file().read_bytes()[:5000])


def _flip(start: int, end: int | None = None) -> None:
    data = bytearray(file().read_bytes())
    data[start:end] = bytes(byte ^ 0xA5 for byte in data[start:end])
    file().write_bytes(data)


def _flipped_all_but_the_first_page() -> None:
    keep()
    _flip(4096)


def _flipped_page_of_ideas() -> None:
    keep()
    with contextlib.closing(sqlite3.connect(file())) as plain:
        page = plain.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ideas'").fetchone()[
            0
        ]
    _flip((page - 1) * 4096, page * 4096)


def _newer() -> None:
    keep()
    with contextlib.closing(sqlite3.connect(file())) as plain:
        plain.execute("PRAGMA user_version = 999")


def _foreign(mark: int) -> None:
    home().mkdir(parents=True)
    with contextlib.closing(sqlite3.connect(file())) as plain:
        plain.execute("CREATE TABLE recipes (name TEXT)")
        plain.execute(f"PRAGMA application_id = {mark}")
        plain.execute("INSERT INTO recipes VALUES ('blåbærtærte')")
        plain.commit()


FOREIGN = ("belongs to another program, so it was left as it is.", "hører til et andet program")
DAMAGED = ("is damaged, so it was left as it is, and there is no backup beside it.",
           "er beskadiget og er ikke rørt, og der ligger ingen sikkerhedskopi")  # fmt: skip
PLACES = [
    Place("a folder for the database", _folder_in_its_place, "is a folder, and your notebook",
          "er en mappe"),
    Place("a file for the folder", _file_in_its_place, "is a file, not a folder.", "er en fil"),
    Place("garbage", _garbage, *DAMAGED),
    Place("torn off", _torn_off, *DAMAGED),
    Place("flipped bytes", _flipped_all_but_the_first_page, *DAMAGED),
    Place("a flipped page", _flipped_page_of_ideas, *DAMAGED),
    Place("a newer version", _newer, "was written by a newer version of advocacy-tui, so nothing",
          "er skrevet af en nyere"),
    Place("another program's, unmarked", lambda: _foreign(0), *FOREIGN),
    Place("another program's, marked", lambda: _foreign(0x0F055112), *FOREIGN),
]  # fmt: skip


def everything() -> dict[str, bytes]:
    """Return every file of the data folder but SQLite's shared memory."""
    if home().is_file():
        return {"": home().read_bytes()}
    return {
        str(path.relative_to(home())): path.read_bytes()
        for path in home().rglob("*")
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


@pytest.mark.parametrize("words", [("add", "x"), ("ideas",)], ids=["add", "ideas"])
@pytest.mark.parametrize("place", PLACES, ids=lambda one: one.name)
def test_a_database_that_cannot_be_used_is_said_and_left_as_it_is(
    place: Place, words: tuple[str, ...], shell: Callable
) -> None:
    place.arrange()
    before = everything()
    for language, sentence in (("en", place.sentence), ("da", place.danish)):
        told = shell("--language", language, "--json", *words)
        assert (told.code, told.out) == (4, "")
        assert sentence in told.said
        assert str(home()) in told.said
    assert everything() == before


@pytest.mark.parametrize("damage", [_garbage, _torn_off, _flipped_page_of_ideas])
def test_a_damaged_database_names_the_way_to_the_last_backup(
    damage: Callable[[], None], shell: Callable
) -> None:
    keep()
    opened = store.open_database(str(file()), unix_now=NOON)
    backup = weekly_backup(opened, unix_now=NOON)
    opened.close()
    damage()
    told = shell("ideas")
    assert told.code == 4
    assert told.said.rstrip().endswith(f"advocacy-tui restore {backup}")
    assert f"advocacy-tui restore {backup}" in shell("--language", "da", "ideas").said
    with contextlib.closing(sqlite3.connect(str(backup))) as plain:
        assert plain.execute("SELECT text FROM ideas").fetchone()[0] == BEFORE


SYNCED = [
    ("OneDrive", ""), ("OneDrive - Nordlys Brød", ""), ("Dropbox", ""), ("Dropbox (Firm)", ""),
    ("Nextcloud2", ""), ("CloudStorage", ""), ("Mobile Documents", ""), ("plain", ".stfolder"),
    ("plain", ".dropbox"), ("plain", ".nextcloudsync.log"), ("plain", "advocacy-share.toml"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "marker"), SYNCED)
def test_a_synced_folder_is_refused_with_a_local_one_named(
    tmp_path: Path, name: str, marker: str, shell: Callable
) -> None:
    synced = tmp_path / name
    synced.mkdir()
    if marker:
        (synced / marker).touch()
    inside = synced / "deeper" / "data"
    told = shell("--data-dir", str(inside), "add", "x")
    assert (told.code, told.out) == (4, "")
    assert told.said.startswith(f"{inside} lies in a synced folder ({synced}), where a database")
    assert "ADVOCACY_TUI_HOME=" in told.said
    danish = shell("--data-dir", str(inside), "--language", "da", "add", "x")
    assert danish.code == 4
    assert danish.said.startswith(f"{inside} ligger i en mappe")
    assert not inside.exists()


# --- What another program or the disk does -----------------------------------------------------


_HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_locked_database_is_said_after_a_while_and_works_again_after(
    monkeypatch: pytest.MonkeyPatch, inside: Callable, kept: Callable
) -> None:
    keep()
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(file())], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        english = inside("add", "x")
        danish = inside("--language", "da", "add", "x")
        reading = inside("ideas")
        holder.communicate()
    for told, sentence in (
        (english, "Another program is holding your notebook, so nothing was saved just now."),
        (danish, "Et andet program holder"),
    ):
        assert (told.code, told.out) == (4, "")
        assert told.said.startswith(sentence)
    assert reading.out.rstrip().endswith(BEFORE)
    assert inside("add", "later").code == 0
    assert kept() == [BEFORE, "later"]


def after_preparing(monkeypatch: pytest.MonkeyPatch, pragma: str) -> None:
    """Let each connection run a PRAGMA once it is ready."""
    prepare = store.Database._prepare

    def prepare_and_limit(self: store.Database, made: sqlite3.Connection) -> None:
        prepare(self, made)
        made.execute(pragma)

    monkeypatch.setattr(store.Database, "_prepare", prepare_and_limit)


def refused(inside: Callable, kept: Callable, english: str, danish: str, text: str = "x") -> None:
    """Check that `add` says so in both languages, and that all that was kept is there."""
    for language, sentence in (("en", english), ("da", danish)):
        told = inside("--language", language, "add", text)
        assert (told.code, told.out) == (4, "")
        assert told.said.startswith(sentence)
    assert inside("ideas").out.rstrip().endswith(BEFORE)
    assert kept() == [BEFORE]


def test_a_database_that_may_only_be_read_is_said(
    monkeypatch: pytest.MonkeyPatch, inside: Callable, kept: Callable
) -> None:
    keep()
    after_preparing(monkeypatch, "PRAGMA query_only = ON")
    refused(
        inside, kept, "Your notebook cannot be written to, so nothing", "Der kan ikke skrives i din"
    )


CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24


def as_bound_by_modes() -> None:
    """Give up root's right to write where the modes forbid it; called in the child."""
    if os.geteuid():
        return
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0:
            return
    os.setgid(65534)
    os.setuid(65534)


def bound(*words: str, stdin: bytes = b"", language: str = "en") -> tuple[int, str, str]:
    """Run a command line for which file modes hold; returns exit code, stdout and stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_tui", "--language", language, *words],
        input=stdin, capture_output=True, check=False, preexec_fn=as_bound_by_modes,
    )  # fmt: skip
    said = done.stderr.decode()
    assert "Traceback" not in said
    return done.returncode, done.stdout.decode(), said


posix = pytest.mark.skipif(os.name != "posix", reason="needs file modes")


@contextlib.contextmanager
def modes(of_folder: int, of_file: int) -> Iterator[None]:
    """Let the notebook have these modes for a while."""
    file().chmod(of_file)
    home().chmod(of_folder)
    try:
        yield
    finally:
        home().chmod(0o700)
        file().chmod(0o600)


READ_ONLY = [(0o500, 0o600), (0o500, 0o400), (0o700, 0o400)]
"""Modes of folder and file of a notebook that can only be read."""


@posix
@pytest.mark.parametrize(("of_folder", "of_file"), READ_ONLY, ids=["folder", "both", "file"])
def test_a_notebook_that_can_only_be_read_is_read(
    of_folder: int, of_file: int, shell: Callable, tmp_path: Path
) -> None:
    keep()
    shell("catalogue")
    shell("act", "comment")
    draft = shell(
        "draft", "new", "--file", "-", stdin=b"a draft of bl\xc3\xa5b\xc3\xa6r"
    ).out.strip()
    before = everything()
    with modes(of_folder, of_file):
        assert bound("ideas")[1].rstrip().endswith(BEFORE)
        assert BEFORE in bound("ideas", "anything")[1]
        assert BEFORE in bound("--json", "ideas")[1]
        assert bound("draft", "show", draft) == (0, "a draft of blåbær", "")
        assert "a draft of" in bound("draft", "list")[1]
        assert draft in bound("draft", "list", "blaab")[1]
        assert bound("draft", "list", "else")[1] == ""
        assert "is kept" in bound("week")[1]
        for words in (("acts",), ("where",), ("prompt",), ("catalogue",), ("settings",), ("away",)):
            code, out, said = bound(*words)
            assert (code, bool(out or said)) == (0, True)
        assert bound("export", str(tmp_path / "out"))[0] == 0
        assert bound("backup", str(tmp_path / "copy.zip"))[0] == 0
    assert everything() == before
    assert BEFORE in (tmp_path / "out" / "everything.json").read_text(encoding="utf-8")
    assert (tmp_path / "copy.zip").stat().st_size > 1000


@posix
@pytest.mark.parametrize(("of_folder", "of_file"), READ_ONLY, ids=["folder", "both", "file"])
def test_what_is_to_be_kept_in_one_that_can_only_be_read_is_refused(
    of_folder: int, of_file: int, shell: Callable, kept: Callable
) -> None:
    keep()
    one = shell("ideas").out.split()[0]
    for language, sentence in (
        ("en", "Your notebook cannot be written to, so nothing"),
        ("da", "Der kan ikke skrives i din notesbog"),
    ):
        with modes(of_folder, of_file):
            for words in (("add", "x"), ("idea", "delete", one), ("act", "comment"), ("undo",)):
                code, out, said = bound(*words, language=language)
                assert (code, out) == (4, "")
                assert said.startswith(sentence)
                assert len(said.splitlines()) == 1
    assert kept() == [BEFORE]


@posix
def test_what_another_program_has_written_last_is_read_where_nothing_can_be_written() -> None:
    keep()
    with contextlib.closing(sqlite3.connect(file(), isolation_level=None)) as other:
        other.execute("UPDATE ideas SET text = 'written last'")
        assert Path(f"{file()}-wal").stat().st_size
        with modes(0o500, 0o400):
            assert bound("ideas")[1].rstrip().endswith("written last")


def test_a_full_disk_is_said_and_the_next_try_works(
    monkeypatch: pytest.MonkeyPatch, inside: Callable, kept: Callable
) -> None:
    keep()
    with monkeypatch.context() as patch:
        after_preparing(patch, "PRAGMA max_page_count = 1")  # SQLite takes: as many as there are
        refused(
            inside,
            kept,
            "The disk is full, so this could not be saved yet.",
            "Disken er fuld",
            LONG,
        )
    assert inside("add", LONG).code == 0
    assert kept() == [BEFORE, LONG.strip("\n")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "What came in is kept in "), ("da", "Det, du sendte ind, er gemt i ")],
)
@pytest.mark.parametrize(
    "words",
    [("add", "-"), ("idea", "edit", "UNKNOWN", "-"), ("draft", "new", "--file", "-"),
     ("draft", "edit", "UNKNOWN", "--file", "-"), ("import", "-")],
    ids=" ".join,
)  # fmt: skip
def test_what_was_piped_in_is_kept_in_a_file_when_it_cannot_be_saved(
    words: tuple[str, ...], language: str, sentence: str, tmp_path: Path
) -> None:
    file().mkdir(parents=True)
    text = "blåbær\r\nog mere \x1b[2J\n".encode()
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_tui", "--language", language, *words],
        input=text, capture_output=True, env={**os.environ, "TMPDIR": str(tmp_path)}, check=False,
    )  # fmt: skip
    *_said, kept_in = done.stderr.decode().splitlines()
    assert done.returncode == 4
    assert kept_in.startswith(sentence)
    (aside,) = tmp_path.glob("advocacy-tui-*.txt")
    assert str(aside) in kept_in
    assert aside.read_bytes() == text
    assert os.name != "posix" or aside.stat().st_mode & 0o077 == 0


def test_what_was_piped_in_is_said_where_no_file_can_be_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from advocacy_tui.commands.context import Context

    def full(*_given: object, **_rest: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("advocacy_tui.exchange.aside.put_aside", full)
    context = Context(argparse.Namespace(text=["-"]))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"en tanke \x1b[2J\n"), "utf-8"))
    assert context.rescue() == "en tanke [2J\n"
