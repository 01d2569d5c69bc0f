"""What is purged is nowhere any more: not in a table, an index, a log or a copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.errors import UsageProblem
from advocacy_tui.models import ActKind
from advocacy_tui.paths import LAST_COPIED
from advocacy_tui.store import acts, drafts, ideas, posts, undo, undoing, unsaved, versions
from advocacy_tui.store.acts import list_acts
from advocacy_tui.store.backups import list_backups, weekly_backup
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.leftovers import private_leftovers
from advocacy_tui.store.purge import purge, what_is

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.store.database import Database

CANARY = "kanariegul"
"""A word that stands nowhere but in what is purged."""


def where_it_is(path: str) -> list[str]:
    """Return the files of the data folder that hold the canary, whole or as an index keeps it."""
    return [
        one.name
        for one in Path(path).parent.rglob("*")
        if one.is_file() and CANARY[:6].encode() in one.read_bytes()
    ]


def fill(database: Database, now: datetime) -> None:
    """Keep other things, so that pages are shared and indexes have several parts."""
    for number in range(300):
        add_idea(database, f"en anden tanke nummer {number} " * 5, now=now)


def test_a_purged_idea_leaves_no_byte_in_any_file(
    database: Database, path: str, now: datetime
) -> None:
    fill(database, now)
    one = add_idea(database, f"{CANARY} #{CANARY}", now=now, tags=[CANARY], theme=CANARY).id
    ideas.edit_idea(database, one, f"{CANARY} igen", now=now)
    ideas.edit_idea(database, one, "harmløs", now=now)
    unsaved.keep_unsaved(database, f"idea-{one}", f"{CANARY} på vej", now=now)
    fill(database, now)
    assert weekly_backup(database, unix_now=now.timestamp())
    (Path(path).parent / LAST_COPIED).write_text(CANARY, encoding="utf-8")
    assert len(where_it_is(path)) >= 3

    gone = purge(database, one)
    assert (gone.id, gone.table, gone.backups, gone.settled) == (one, "ideas", 1, True)
    assert where_it_is(path) == []
    database.close()
    assert where_it_is(path) == []


def test_a_purged_draft_takes_versions_posts_and_undo_along_but_no_week(
    database: Database, path: str, now: datetime
) -> None:
    fill(database, now)
    one = drafts.new_draft(database, now=now, title=CANARY, text=f"første {CANARY}").id
    drafts.list_drafts(database, "første")
    versions.cut_version(database, one, "open", now=now)
    drafts.edit_draft(database, one, f"anden {CANARY}", now=now)
    drafts.list_drafts(database, "anden")
    drafts.set_fields(database, one, now=now, notes=CANARY, alt_text=CANARY)
    drafts.mark_ready(database, one, now=now)
    post = posts.mark_posted(database, one, now=now, url=f"https://example.org/{CANARY}").id
    posts.set_post_url(database, post, "https://example.org/2", now=now)
    weekly_backup(database, unix_now=now.timestamp())
    assert where_it_is(path)

    assert purge(database, one).table == "drafts"
    assert where_it_is(path) == []
    for table in ("versions", "posts", "drafts"):
        assert database.value(f"SELECT count(*) FROM {table}") == 0
    assert {(act.kind, act.thing) for act in list_acts(database)} == {
        ("draft", None),
        ("posted", None),
    }
    with pytest.raises(UsageProblem):
        drafts.get_draft(database, one)
    with pytest.raises(UsageProblem):
        what_is(database, post)


def test_the_rest_stays_in_the_notebook_its_indexes_and_its_copies(
    database: Database, now: datetime
) -> None:
    one = add_idea(database, CANARY, now=now).id
    fill(database, now)
    backup = weekly_backup(database, unix_now=now.timestamp())
    assert backup is not None
    purge(database, one)
    assert ideas.count_ideas(database) == 300
    assert ideas.count_ideas(database, query="tanke 299") == 1
    assert database.value("PRAGMA integrity_check") == "ok"
    database.rows("INSERT INTO ideas_fts(ideas_fts) VALUES ('integrity-check')")
    assert list_backups(database.path) == [backup]
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM ideas").fetchone()[0] == 300
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_deleted_item_can_be_purged_and_no_undo_brings_it_back(
    database: Database, path: str, now: datetime
) -> None:
    keep = add_idea(database, "bliver", now=now).id
    one = add_idea(database, CANARY, now=now).id
    ideas.delete_ideas(database, [keep, one], now=now)
    assert what_is(database, one) == ("ideas", CANARY)
    purge(database, one)
    assert where_it_is(path) == []
    undoing.undo_last(database, now=now)
    assert [idea.id for idea in ideas.list_ideas(database)] == [keep]


def test_a_purged_item_cannot_be_done_again(database: Database, path: str, now: datetime) -> None:
    one = add_idea(database, "harmløs", now=now).id
    ideas.edit_idea(database, one, f"{CANARY} igen", now=now)
    undoing.undo_last(database, now=now)
    assert where_it_is(path)
    purge(database, one)
    assert where_it_is(path) == []
    assert undoing.redo_last(database, now=now) is None


def test_a_copy_that_cannot_be_searched_goes_as_it_may_hold_the_item(
    database: Database, path: str, now: datetime
) -> None:
    one = add_idea(database, CANARY, now=now).id
    backup = weekly_backup(database, unix_now=now.timestamp())
    assert backup is not None
    Path(backup).write_bytes(f"no database, but {CANARY}".encode())
    Path(backup + ".part").write_bytes(CANARY.encode())
    assert purge(database, one).backups == 1
    assert where_it_is(path) == []
    assert list_backups(path) == []


@pytest.mark.parametrize("table", ["acts", "unsaved", "undo", "versions", "drafts_fts"])
def test_a_copy_that_lacks_a_table_loses_the_item_and_keeps_the_rest(
    database: Database, path: str, now: datetime, table: str
) -> None:
    one = add_idea(database, CANARY, now=now).id
    add_idea(database, "bliver", now=now)
    backup = weekly_backup(database, unix_now=now.timestamp())
    assert backup is not None
    with closing(sqlite3.connect(backup, isolation_level=None)) as copy:
        copy.execute(f"DROP TABLE {table}")
    assert purge(database, one).backups == 1
    assert where_it_is(path) == []
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT text FROM ideas").fetchall() == [("bliver",)]


def test_another_programs_database_among_the_copies_is_left_alone(
    database: Database, path: str, now: datetime
) -> None:
    one = add_idea(database, CANARY, now=now).id
    foreign = Path(path).parent / "backups" / "before-restore-20260101-000000" / "advocacy.db"
    foreign.parent.mkdir(parents=True)
    with closing(sqlite3.connect(foreign, isolation_level=None)) as other:
        other.execute("CREATE TABLE ideas (x)")
    before = foreign.read_bytes()
    assert purge(database, one).not_reached == ()
    assert foreign.read_bytes() == before


def test_a_copy_in_use_stays_and_is_told_and_the_purge_can_be_done_again(
    database: Database, path: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = add_idea(database, CANARY, now=now).id
    backup = weekly_backup(database, unix_now=now.timestamp())
    assert backup is not None
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
    with closing(sqlite3.connect(backup, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        gone = purge(database, one)
        assert (gone.backups, gone.not_reached) == (0, (backup,))
    assert where_it_is(path) == [Path(backup).name]
    assert what_is(database, one) == ("ideas", CANARY)
    assert purge(database, one).backups == 1
    assert where_it_is(path) == []


def test_a_purge_that_was_cut_off_can_be_done_again(
    database: Database, path: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = add_idea(database, CANARY, now=now).id
    weekly_backup(database, unix_now=now.timestamp())

    def cut_off(*_rest: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("advocacy_tui.store.purge._purge_copy", cut_off)
        with pytest.raises(KeyboardInterrupt):
            purge(database, one)
    assert ideas.get_idea(database, one).text == CANARY
    assert purge(database, one).backups == 1
    assert where_it_is(path) == []


def test_what_killed_runs_left_goes_too(database: Database, path: str, now: datetime) -> None:
    one = add_idea(database, CANARY, now=now).id
    home = Path(path).parent
    left = (
        home / ".backup-abcd" / "advocacy.db",
        home / ".restore-abcd" / "advocacy.db",
        home / f"{LAST_COPIED}.4711.part",
        home / "backups" / "weekly-20260101-000000.db.part",
    )
    for one_left in left:
        one_left.parent.mkdir(exist_ok=True)
        one_left.write_text(CANARY, encoding="utf-8")
    aside = home / "backups" / "before-restore-20260101-000000" / "advocacy.db"
    aside.parent.mkdir()
    aside.write_text(f"damaged, but {CANARY}", encoding="utf-8")
    assert len(private_leftovers(str(home))) == len(left)
    purge(database, one)
    assert where_it_is(path) == []


def test_an_unknown_id_is_refused_and_nothing_goes(database: Database, now: datetime) -> None:
    add_idea(database, CANARY, now=now)
    with pytest.raises(UsageProblem, match="There is nothing with the id NOPE"):
        purge(database, "NOPE")
    assert ideas.count_ideas(database) == 1


def test_what_another_reader_still_sees_is_told(
    opening: Callable[[], Database], path: str, now: datetime
) -> None:
    database = opening()
    database.busy_seconds = 0.05
    database.close()
    one = add_idea(database, CANARY, now=now).id
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM ideas").fetchone()
        assert purge(database, one).settled is False
        reader.execute("COMMIT")
    database.close()
    assert where_it_is(path) == []


@pytest.mark.parametrize("table", ["acts", "absences", "goals"])
def test_acts_absences_and_goals_can_be_purged_too(
    database: Database, now: datetime, table: str
) -> None:
    made = {
        "acts": lambda: acts.add_act(database, ActKind.CAFE, now=now),
        "absences": lambda: acts.add_absence(database, now.date(), None, now=now),
        "goals": lambda: acts.set_goal(database, 2, now=now),
    }[table]()
    assert what_is(database, made.id) == (table, "")
    assert purge(database, made.id).table == table
    assert database.value(f"SELECT count(*) FROM {table}") == 0
    assert undo.next_undo(database) is None
