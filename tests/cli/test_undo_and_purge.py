"""`undo` takes back by name; `purge` removes for good, and only after a yes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.store.backups import weekly_backup
from advocacy_tui.store.database import open_database
from advocacy_tui.store.working_text import save_over

if TYPE_CHECKING:
    from collections.abc import Callable

CANARY = "kanariegul"


def holds_the_canary() -> list[str]:
    """Return the files of the data folder that hold it."""
    return [
        one.name
        for one in Path(os.environ["ADVOCACY_TUI_HOME"]).rglob("*")
        if one.is_file() and CANARY.encode() in one.read_bytes()
    ]


def test_undo_names_what_it_took_back_in_both_languages(run: Callable) -> None:
    one = run("add", "x").id
    run("idea", "archive", one)
    assert run("undo") == (0, "Undone: laid an idea away\n", "")
    assert run("--json", "undo").json == {"undone": "kept a thought"}
    assert run("--json", "undo").json == {"undone": None}
    told = run("undo")
    assert (told.code, f"{told.out}{told.said}") == (0, "There is nothing to undo.\n")
    run("add", "y")
    danish = run("--language", "da", "undo")
    assert danish.code == 0
    assert "kept a thought" not in danish.out
    assert "gem" in danish.out


def test_undo_of_the_shell_reaches_back_over_runs_in_order(shell: Callable) -> None:
    one = shell("add", "første").id
    shell("idea", "edit", one, "anden")
    shell("idea", "delete", one)
    for sentence in ("deleted an idea", "edited an idea", "kept a thought"):
        assert shell("undo").out == f"Undone: {sentence}\n"
    assert shell("--json", "ideas").json == []


def test_redo_does_again_what_was_undone_and_names_it(run: Callable) -> None:
    one = run("add", "første").id
    run("idea", "edit", one, "anden")
    run("undo")
    assert run("idea", "show", one).out == "første"
    assert run("redo") == (0, "Done again: edited an idea\n", "")
    assert run("idea", "show", one).out == "anden"
    assert run("--json", "redo").json == {"redone": None}
    assert run("redo") == (0, "There is nothing to do again.\n", "")


def test_undo_of_a_draft_that_was_written_in_says_that_it_is_laid_away(run: Callable) -> None:
    one = run("draft", "new").id
    database = open_database(
        str(Path(os.environ["ADVOCACY_TUI_HOME"]) / "advocacy.db"), unix_now=1_790_000_000
    )
    later = datetime.now(UTC) + timedelta(hours=1)
    save_over(database, one, "to timers arbejde", known="", cursor=0, now=later)
    database.close()
    told = run("undo")
    assert told.out == "Undone: began a draft\n"
    assert told.said == "You have written in the draft since, so it is laid away, not deleted.\n"
    assert run("draft", "show", one).out == "to timers arbejde"


def test_undo_names_the_settings_it_puts_back(run: Callable) -> None:
    run("settings", "theme", "calm-light")
    run("settings", "channels", "x")
    run("profile", "--name", "Mette", "--burn", "vand")
    assert run("undo").out == "Undone: changed a setting (name, I burn for)\n"
    assert run("undo").out == "Undone: changed a setting (the channels of a new draft)\n"
    danish = run("--language", "da", "undo")
    assert "(farver)" in danish.out


def test_undo_after_a_restore_tells_where_what_was_here_lies(run: Callable, tmp_path: Path) -> None:
    one = run("add", "fra kopien").id
    run("backup", str(tmp_path / "copy.zip"))
    run("add", "senere")
    kept = run("--json", "restore", str(tmp_path / "copy.zip"), "--yes").json["kept"]
    told = run("undo")
    assert (told.code, told.out) == (
        0,
        "A backup was brought back last, and undo does not reach behind that. "
        f"What was here before lies in {kept}\n",
    )
    assert run("idea", "show", one).code == 0
    run("restore", kept, "--yes")
    assert {idea["text"] for idea in run("--json", "ideas").json} == {"fra kopien", "senere"}


def test_a_purge_without_a_terminal_is_not_asked_and_not_done(run: Callable) -> None:
    one = run("add", CANARY).id
    told = run("purge", one)
    assert (told.code, told.out) == (2, "")
    assert told.said == (
        f"Remove “{CANARY}” for good? Undo cannot bring it back. "
        "Exports and archives that you made yourself keep it. "
        "Nothing was done: answer with --yes.\n"
    )
    danish = run("--language", "da", "purge", one)
    assert danish.code == 2
    assert f"»{CANARY}«" in danish.said
    assert run("idea", "show", one).code == 0


@pytest.mark.parametrize("answer", [b"n\n", b"\n", b"", b"maybe\n", b"yess\n"])
def test_anything_but_yes_removes_nothing(run: Callable, answer: bytes) -> None:
    one = run("add", CANARY).id
    told = run("purge", one, stdin=answer, terminal=True)
    assert (told.code, told.out) == (0, "Nothing was removed.\n")
    assert run("purge", one, "--json", stdin=answer, terminal=True).json == {"id": None}
    assert run("idea", "show", one).code == 0


@pytest.mark.parametrize(
    ("words", "answer"),
    [((), b"y\n"), ((), b"Ja\n"), ((), b"yes\n"), (("--yes",), b"")],
)
def test_a_yes_removes_the_item_from_every_file(
    run: Callable, words: tuple[str, ...], answer: bytes
) -> None:
    other = run("add", "bliver").id
    one = run("add", CANARY).id
    run("idea", "edit", one, f"{CANARY} igen")
    told = run("--json", "purge", one, *words, stdin=answer, terminal=bool(answer))
    assert told.code == 0
    assert told.json == {"id": one}
    assert holds_the_canary() == []
    told = run("undo")
    assert CANARY not in f"{told.out}{told.said}"
    assert run("idea", "show", one).code == 2
    assert other not in {idea["id"] for idea in run("--json", "ideas").json}  # undone, not purged


def test_a_purge_tells_how_many_backups_lost_it(run: Callable) -> None:
    one = run("add", CANARY).id
    run("add", "bliver")
    database = open_database(
        str(Path(os.environ["ADVOCACY_TUI_HOME"]) / "advocacy.db"), unix_now=1_790_000_000
    )
    weekly_backup(database, unix_now=1_790_000_000)
    database.close()
    assert len(holds_the_canary()) == 2
    told = run("purge", one, "--yes")
    assert told.code == 0
    assert told.said == "It went out of 1 backup too; the rest of that one stays.\n"
    assert holds_the_canary() == []


def test_a_draft_is_purged_with_its_versions(run: Callable) -> None:
    one = run("draft", "new", "--title", CANARY, "--file", "-", stdin=CANARY.encode()).id
    run("draft", "edit", one, "--file", "-", stdin=f"{CANARY} to".encode())
    run("draft", "list", CANARY)
    run("posted", one)
    assert run("purge", one, "--yes").code == 0
    assert holds_the_canary() == []
    assert run("--json", "draft", "list").json == []
    assert [act["thing"] for act in run("--json", "acts").json] == [None]


def test_an_unknown_id_is_said_before_anything_is_asked(run: Callable) -> None:
    for words in ((), ("--yes",)):
        told = run("--json", "purge", "NOPE", *words)
        assert told == (2, "", "There is nothing with the id NOPE.\n")
    danish = run("--language", "da", "purge", "NOPE", "--yes")
    assert danish.code == 2
    assert "NOPE" in danish.said
    assert "There is" not in danish.said


def test_a_purge_names_the_drafts_begun_from_the_idea(run: Callable) -> None:
    one = run("add", CANARY).id
    draft = run("draft", "new", "--idea", one).id
    told = run("purge", one, "--yes")
    assert told.code == 0
    assert told.said == (
        f"The draft “{CANARY}” was begun from it and keeps its own words. "
        f"`advocacy-tui purge {draft}` removes that one too.\n"
    )
    assert run("purge", draft, "--yes").code == 0
    assert holds_the_canary() == []


def test_a_purge_says_which_copy_it_could_not_reach_and_can_be_done_again(run: Callable) -> None:
    one = run("add", CANARY).id
    database = open_database(
        str(Path(os.environ["ADVOCACY_TUI_HOME"]) / "advocacy.db"), unix_now=1_790_000_000
    )
    copy = weekly_backup(database, unix_now=1_790_000_000)
    database.close()
    with closing(sqlite3.connect(copy, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        told = run("purge", one, "--yes")
    assert told.code == 0
    assert told.said.startswith(f"It may still be in: {copy}. ")
    assert run("idea", "show", one).code == 2
    assert Path(copy).exists()

    told = run("purge", one, "--yes")
    assert told.code == 0
    assert "It went out of 1 backup too" in told.said
    assert holds_the_canary() == []
