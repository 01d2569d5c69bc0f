"""The app and the shell may write at the same moment, also into a notebook that is not there."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

from advocacy_tui.store import acts, drafts, versions, working_text
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.ideas import count_ideas, list_ideas
from advocacy_tui.store.undoing import undo_last
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import pytest

    from advocacy_tui.store.database import Database

IDEAS_EACH = 200

_WRITER = """
import sys
from datetime import UTC, datetime
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.database import open_database
from tests.overwriting import overwrite
path, name, count = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
database = open_database(path, unix_now=0)
for number in range(int(count)):
    add_idea(database, f"{name} {number}", now=datetime.now(UTC))
database.close()
"""


def write_at_once(path: str, count: int, writers: int = 2) -> None:
    """Let several processes write ideas from the same moment on; all must end well."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, path, f"w{number}", str(count)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in range(writers)
    ]  # fmt: skip
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in started:
        _out, said = one.communicate(timeout=100)
        assert (one.returncode, said) == (0, "")


def test_two_processes_keep_two_hundred_thoughts_each_at_once(
    opening: Callable[[], Database], path: str
) -> None:
    opening().close()
    write_at_once(path, IDEAS_EACH)
    database = opening()
    texts = {idea.text for idea in list_ideas(database, limit=None)}
    assert texts == {f"w{writer} {n}" for writer in range(2) for n in range(IDEAS_EACH)}
    assert count_ideas(database, query="w1 19") == 11
    assert database.value("PRAGMA integrity_check") == "ok"


def test_processes_that_make_the_notebook_at_the_same_moment_both_keep_their_thought(
    opening: Callable[[], Database], path: str
) -> None:
    write_at_once(path, 3, writers=4)
    assert count_ideas(opening()) == 12


def test_a_notebook_that_another_process_is_just_writing_is_waited_for(
    opening: Callable[[], Database], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening().close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            other.execute("COMMIT")

    monkeypatch.setattr("advocacy_tui.store.database.time.sleep", wait)
    assert opening().value("PRAGMA journal_mode") == "wal"
    assert len(waits) == 3
    other.close()


def test_another_processs_thought_is_noticed(
    opening: Callable[[], Database], path: str, now: datetime
) -> None:
    database = opening()
    add_idea(database, "egen", now=now)
    before = database.data_version()
    add_idea(database, "egen igen", now=now)
    assert database.data_version() == before
    write_at_once(path, 1, writers=1)
    assert database.data_version() != before


def test_a_text_that_another_program_saved_meanwhile_becomes_a_version(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="begyndt").id
    first = working_text.save_over(
        database, one, "begyndt og mere", known="begyndt", cursor=4, now=now
    )
    assert not first.met
    overwrite(database, one, "fra en anden", now=now)
    second = working_text.save_over(
        database, one, "begyndt og meget mere", known="begyndt og mere", cursor=9, now=now
    )
    assert second.met
    assert drafts.get_draft(database, one).text == "begyndt og meget mere"
    assert drafts.get_draft(database, one).cursor == 9
    (kept,) = versions.list_versions(database, one)
    assert (kept.text, kept.reason) == ("fra en anden", "outside")


def test_an_act_that_arises_by_itself_counts_once_on_its_first_day(
    database: Database, now: datetime
) -> None:
    def record(day: str) -> int:
        with database.write() as connection:
            return len(acts.record_once(connection, "posted", "D", now=now, day=day))

    assert [record("2026-11-10"), record("2026-11-10"), record("2026-11-12")] == [1, 0, 0]
    assert [act.day for act in acts.list_acts(database)] == ["2026-11-10"]
    assert record("2026-11-03") == 1
    assert [act.day for act in acts.list_acts(database)] == ["2026-11-03"]
    with database.write() as connection:
        assert acts.record_once(connection, "draft", "D", now=now)
        assert acts.record_once(connection, "posted", "other", now=now)
    assert len(acts.list_acts(database)) == 3


def test_an_act_that_was_undone_can_arise_anew(database: Database, now: datetime) -> None:
    one = drafts.new_draft(database, now=now, text="x").id
    drafts.mark_ready(database, one, now=now)
    drafts.mark_ready(database, one, now=now)
    assert len(acts.list_acts(database)) == 1
    undo_last(database, now=now)
    assert len(acts.list_acts(database)) == 1
    undo_last(database, now=now)
    assert acts.list_acts(database) == []
    drafts.mark_ready(database, one, now=now)
    assert [act.kind for act in acts.list_acts(database)] == ["draft"]


def test_an_act_that_was_taken_back_does_not_arise_again(database: Database, now: datetime) -> None:
    def arises() -> int:
        with database.write() as connection:
            return len(acts.record_once(connection, "idea", "I", now=now))

    assert arises() == 1
    (act,) = acts.list_acts(database)
    acts.remove_act(database, act.id, now=now)
    assert arises() == 0
    assert acts.list_acts(database) == []


def test_what_was_undone_and_done_again_counts(database: Database, now: datetime) -> None:
    one = drafts.new_draft(database, now=now, text="x").id
    for _again in range(2):
        drafts.mark_ready(database, one, now=now)
        assert [act.thing for act in acts.list_acts(database)] == [one]
        undo_last(database, now=now)
        assert acts.list_acts(database) == []
    drafts.mark_ready(database, one, now=now)
    (act,) = acts.list_acts(database)
    acts.remove_act(database, act.id, now=now)
    undo_last(database, now=now)
    assert [act.thing for act in acts.list_acts(database)] == [one]
