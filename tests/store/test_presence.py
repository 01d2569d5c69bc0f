"""Several apps over one notebook: who is gone leaves words to put back, who is here keeps them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.idea_writing import SLOT, finish_idea, recover_captures, recover_ideas
from advocacy_tui.store.ideas import edit_idea, get_idea, list_ideas
from advocacy_tui.store.presence import Presence
from advocacy_tui.store.unsaved import CAPTURE, CAPTURE_BESIDE, keep_unsaved, unsaved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from advocacy_tui.store.database import Database

pytest.importorskip("fcntl")

HELD_ELSEWHERE = """
import sys
from advocacy_tui.store.presence import Presence
here = Presence(sys.argv[1])
print(here.is_alone, flush=True)
here.stay()
sys.stdin.read()
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the same notebook open."""
    with subprocess.Popen(
        [sys.executable, "-c", HELD_ELSEWHERE, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def texts(database: Database) -> list[str]:
    return sorted(idea.text for idea in list_ideas(database))


def test_the_one_after_a_running_app_is_not_alone(
    elsewhere: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert elsewhere.poll() is None
    second = Presence(str(tmp_path))
    assert not second.is_alone
    second.stay()
    second.leave()


def test_the_one_after_a_killed_app_is_alone(
    elsewhere: subprocess.Popen[str], tmp_path: Path
) -> None:
    elsewhere.kill()
    elsewhere.wait()
    assert Presence(str(tmp_path)).is_alone


def test_two_threads_that_ask_at_once_do_not_take_each_other_for_another_app(
    tmp_path: Path,
) -> None:
    for number in range(50):
        home = tmp_path / str(number)
        home.mkdir()
        here = Presence(str(home))
        with ThreadPoolExecutor(2) as threads:
            asked = [threads.submit(lambda one: one.is_alone, here) for _ in range(2)]
            assert [one.result() for one in asked] == [True, True]
        here.leave()


def test_a_folder_that_cannot_be_written_counts_as_alone(tmp_path: Path) -> None:
    here = Presence(str(tmp_path / "nowhere"))
    assert here.is_alone
    here.stay()
    here.leave()


def test_words_from_before_a_change_of_the_idea_stand_apart(
    database: Database, now: datetime
) -> None:
    one = add_idea(database, "Start", now=now).id
    keep_unsaved(database, SLOT + one, "Start, and more", now=now + timedelta(seconds=1))
    edit_idea(database, one, "Start from the shell", now=now + timedelta(seconds=2))
    found = recover_ideas(database, now=now + timedelta(seconds=3))
    assert found is not None
    assert (found.back, found.apart) == (0, 1)
    assert texts(database) == ["Start from the shell", "Start, and more"]
    assert unsaved(database, SLOT + one) == ""


def test_words_of_several_ideas_are_counted_by_where_they_went(
    database: Database, now: datetime
) -> None:
    kept, changed = (add_idea(database, text, now=now).id for text in ("One", "Two"))
    later = now + timedelta(seconds=1)
    for one in (kept, changed):
        keep_unsaved(database, SLOT + one, "and more", now=later)
    edit_idea(database, changed, "Two, edited", now=later + timedelta(seconds=1))
    found = recover_ideas(database, now=later + timedelta(seconds=2))
    assert found is not None
    assert (found.back, found.apart) == (1, 1)
    assert texts(database) == ["Two, edited", "and more", "and more"]


def test_an_idea_and_its_slot_change_together_or_not_at_all(
    database: Database, now: datetime
) -> None:
    one = add_idea(database, "Start", now=now).id
    keep_unsaved(database, SLOT + one, "Start again", now=now)
    with database.write() as connection:
        connection.execute(
            "CREATE TRIGGER held BEFORE DELETE ON unsaved BEGIN SELECT RAISE(ABORT, 'held'); END"
        )
    with pytest.raises(Exception, match="held"):
        finish_idea(database, one, "Start again", now=now)
    assert get_idea(database, one).text == "Start"
    assert unsaved(database, SLOT + one) == "Start again"


def test_the_line_of_another_app_is_offered_in_the_empty_capture_line(
    database: Database, now: datetime
) -> None:
    keep_unsaved(database, f"{CAPTURE_BESIDE}41", "half a thou", now=now)
    recover_captures(database, now=now)
    assert unsaved(database, CAPTURE) == "half a thou"
    assert unsaved(database, f"{CAPTURE_BESIDE}41") == ""
    assert texts(database) == []


def test_the_line_of_another_app_becomes_a_thought_where_the_capture_line_is_taken(
    database: Database, now: datetime
) -> None:
    keep_unsaved(database, CAPTURE, "mine", now=now)
    keep_unsaved(database, f"{CAPTURE_BESIDE}41", "half a thou", now=now)
    keep_unsaved(database, f"{CAPTURE_BESIDE}42", "  ", now=now)
    recover_captures(database, now=now)
    assert unsaved(database, CAPTURE) == "mine"
    assert texts(database) == ["half a thou"]
    assert unsaved(database, f"{CAPTURE_BESIDE}42") == ""
