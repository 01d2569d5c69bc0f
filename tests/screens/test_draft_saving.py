"""Nothing that is typed is lost: not to speed, a full disk, another writer, or leaving."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.drafts import DraftsScreen
from advocacy_tui.store.drafts import (
    delete_draft,
    edit_draft,
    get_draft,
    list_drafts,
    new_draft,
    set_fields,
)
from advocacy_tui.store.versions import list_versions
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.store.database import Database

PATIENCE = 20.0
"""Seconds after which a wait for something that must come is given up."""


@pytest.fixture
def kladde(database: Database, monday: datetime) -> str:
    """A draft with a line in it."""
    return new_draft(database, now=monday, text="the first words").id


def said(app: Any) -> str:
    """What was told in the corner."""
    return "\n".join(note.message for note in app._notifications)


async def until(test: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not test():
            await asyncio.sleep(0.01)


async def opened(pilot: Any, settle: Any, one: str) -> DraftScreen:
    """Open a draft and wait until all of it is there."""
    pilot.app.open_draft(one)
    await settle(pilot)
    await settle(pilot)
    assert isinstance(pilot.app.screen, DraftScreen)
    return pilot.app.screen


async def fill_the_disk(app: Any, database: Database) -> None:
    """Let the database not grow by a page: what SQLite says then is that the disk is full."""

    def no_more() -> None:
        database.connection.execute("VACUUM")  # else there may be free pages inside it
        pages = database.value("PRAGMA page_count")
        database.connection.execute(f"PRAGMA max_page_count={pages}")

    await asyncio.wrap_future(app.write(no_more))


async def make_room(app: Any, database: Database) -> None:
    """Let the database grow again."""

    def more() -> None:
        database.connection.execute("PRAGMA max_page_count=1000000")

    await asyncio.wrap_future(app.write(more))


# --- soon -----------------------------------------------------------------------------------


async def test_who_types_without_a_pause_is_saved_meanwhile(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        async with asyncio.timeout(PATIENCE):
            while not get_draft(database, kladde).text.startswith("x"):
                screen.editor.insert("x", (0, 0))
                await asyncio.sleep(0.02)


async def test_a_key_reads_the_text_as_little_as_a_save_does(
    make_app: Any, settle: Any, database: Database, monday: datetime, monkeypatch: Any
) -> None:
    long = new_draft(database, now=monday, text="word " * 10_000).id
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, long)
        alarms: list[Callable[[], None]] = []
        monkeypatch.setattr(
            screen.keeper.autosave, "_after", lambda _delay, ring: alarms.append(ring)
        )
        monkeypatch.setattr(screen.counts, "count", lambda: None)
        reads = 0
        text = type(screen.editor).text

        def read(editor: Any) -> str:
            nonlocal reads
            reads += 1
            return text.fget(editor)

        monkeypatch.setattr(type(screen.editor), "text", property(read, text.fset))
        await pilot.press(*"twenty keys in a row")
        assert reads == 0
        assert len(alarms) >= 1
        alarms[0]()
        assert reads == 1


async def test_leaving_the_text_the_screen_or_the_app_saves(
    make_app: Any, settle: Any, kladde: str, database: Database, monkeypatch: Any
) -> None:
    monkeypatch.setattr("advocacy_tui.widgets.autosave.SAVE_AFTER", 3600.0)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("1", "escape")
        await settle(pilot)
        assert get_draft(database, kladde).text.startswith("1")
        await pilot.press("enter", "2", "ctrl+n")
        await settle(pilot)
        assert get_draft(database, kladde).text.startswith("12")
        await pilot.press("escape", "3")
        pilot.app.app_focus = False
        await settle(pilot)
        assert get_draft(database, kladde).text.startswith("123")
        pilot.app.app_focus = True
        await pilot.press("4", "ctrl+q")
    assert get_draft(database, kladde).text.startswith("1234")


async def test_the_app_that_ends_by_itself_saves_first(
    make_app: Any, settle: Any, kladde: str, database: Database, monkeypatch: Any
) -> None:
    monkeypatch.setattr("advocacy_tui.widgets.autosave.SAVE_AFTER", 3600.0)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("z")
    assert get_draft(database, kladde).text.startswith("z")


async def test_the_cursor_is_remembered_without_counting_as_a_change(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    before = get_draft(database, kladde)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("end", "escape")
        await settle(pilot)
    after = get_draft(database, kladde)
    assert after.cursor == len("the first words")
    assert after.changed_at == before.changed_at


async def test_ten_idle_minutes_cut_a_version(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    app = make_app()
    moment = [monday]
    app.now = lambda: moment[0]
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("x")
        await screen.settle()
        moment[0] = monday + timedelta(minutes=9)
        screen.keeper.look_for_idle()
        await settle(pilot)
        assert [one.reason for one in list_versions(database, kladde)] == ["open"]
        moment[0] = monday + timedelta(minutes=10)
        screen.keeper.look_for_idle()
        screen.keeper.look_for_idle()
        await settle(pilot)
    assert [one.reason for one in list_versions(database, kladde)] == ["idle", "open"]


# --- a full disk ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "trouble", "saved"),
    [
        ("en", "Not saved yet: the disk is full", "saved 09:00"),
        ("da", "Ikke gemt endnu: disken er fuld", "gemt 09.00"),
    ],
)
async def test_on_a_full_disk_the_text_stays_that_is_said_and_it_is_saved_when_there_is_room(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database,
    language: str, trouble: str, saved: str,
) -> None:  # fmt: skip
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await fill_the_disk(pilot.app, database)
        screen.editor.insert("and many more words " * 2000, (0, 0))
        assert not await screen.settle()
        await settle(pilot)
        assert trouble in seen(pilot).splitlines()[0]
        assert "and many more words" in seen(pilot)
        assert get_draft(database, kladde).text == "the first words"
        await make_room(pilot.app, database)
        await until(lambda: saved in seen(pilot).splitlines()[0])
        assert get_draft(database, kladde).text == screen.editor.text
        assert len(screen.editor.text) > 40_000


async def test_a_draft_that_cannot_be_saved_does_not_close(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await fill_the_disk(pilot.app, database)
        screen.editor.insert("more " * 4000)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert pilot.app.screen is screen
        assert "The text is not saved yet, so it stays open. k takes it along." in said(pilot.app)
        await make_room(pilot.app, database)
        await pilot.press("escape")
        await settle(pilot)
        assert not screen.is_attached
    assert get_draft(database, kladde).text.startswith("more more")


async def test_quitting_with_words_that_cannot_be_saved_asks_once_and_then_keeps_them_in_a_file(
    make_app: Any, settle: Any, kladde: str, database: Database, tmp_path: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await fill_the_disk(app, database)
        screen.editor.insert("more " * 4000)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert app.is_running
        assert "quit once more" in said(app)
        await pilot.press("ctrl+q")
        with contextlib.suppress(Exception):
            await settle(pilot)
    (kept,) = tmp_path.glob("advocacy-tui-*.md")
    assert kept.read_text(encoding="utf-8").startswith("more more")
    assert kept.stat().st_mode & 0o777 == 0o600


async def test_quitting_with_everything_saved_asks_nothing_and_leaves_no_file(
    make_app: Any, settle: Any, kladde: str, database: Database, tmp_path: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("x", "escape", "q")
        await until(lambda: not app.is_running)
    assert get_draft(database, kladde).text.startswith("x")
    assert not list(tmp_path.glob("advocacy-tui-*"))


# --- other writers --------------------------------------------------------------------------


async def test_a_text_changed_by_the_shell_is_taken_in_and_said(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database, monday: datetime
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        edit_draft(database, kladde, "rewritten in the shell", now=monday)
        pilot.app._look()
        await until(lambda: screen.editor.text == "rewritten in the shell")
        assert "The text was changed elsewhere" in said(pilot.app)
        assert not screen.keeper.autosave.unsaved
        await pilot.press("ctrl+z")
        assert screen.editor.text == "the first words"


async def test_where_both_wrote_both_are_kept_and_that_is_said(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime,
    monkeypatch: Any,
) -> None:  # fmt: skip
    monkeypatch.setattr("advocacy_tui.widgets.autosave.SAVE_AFTER", 3600.0)
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("x")
        edit_draft(database, kladde, "theirs", now=monday)
        pilot.app._look()
        await settle(pilot)
        assert screen.editor.text == "xthe first words"
        assert await screen.settle()
        await settle(pilot)
        assert "also changed elsewhere" in said(pilot.app)
    assert get_draft(database, kladde).text == "xthe first words"
    kept = {one.reason: one.text for one in list_versions(database, kladde)}
    assert kept["outside"] == "theirs"


async def test_a_text_that_came_in_a_blink_before_a_save_is_kept_too(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        edit_draft(database, kladde, "nobody has seen this yet", now=monday)
        await pilot.press("x")
        assert await screen.settle()
        await settle(pilot)
    texts = {one.text for one in list_versions(database, kladde)}
    assert "nobody has seen this yet" in texts
    assert get_draft(database, kladde).text == "xthe first words"


async def test_details_changed_by_the_shell_show_and_leave_the_text(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database, monday: datetime
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        set_fields(database, kladde, now=monday, title="A title from outside")
        pilot.app._look()
        await until(lambda: "A title from outside" in seen(pilot).splitlines()[0])
        assert screen.editor.text == "the first words"
        assert "changed elsewhere" not in said(pilot.app)


async def test_a_draft_deleted_by_the_shell_closes_when_nothing_is_unsaved(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        delete_draft(database, kladde, now=monday)
        pilot.app._look()
        await until(lambda: not screen.is_attached)
        assert "deleted elsewhere" in said(pilot.app)
    assert list_drafts(database) == []


async def test_words_typed_into_a_draft_deleted_meanwhile_become_a_draft_of_their_own(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    set_fields(database, kladde, now=monday, title="Boiler", notes="ask Lene")
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        delete_draft(database, kladde, now=monday)
        await pilot.press("x")
        await screen.settle()
        await until(lambda: len(list_drafts(database)) == 1)
        await pilot.press("y")
        await settle(pilot)
        assert await screen.settle()
        await settle(pilot)
        assert "kept as a new one" in said(pilot.app)
    (new,) = list_drafts(database)
    assert (new.title, new.notes, new.text) == ("Boiler", "ask Lene", "xythe first words")
    assert new.id != kladde


async def test_undoing_the_beginning_of_a_draft_does_not_take_its_words(
    make_app: Any, settle: Any, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await pilot.press(*"precious", "escape", "u")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
    assert [first_line(draft.text) for draft in list_drafts(database)] == ["precious"]


async def test_undoing_the_beginning_of_an_empty_draft_closes_it(
    make_app: Any, settle: Any, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await pilot.press("escape", "u")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)
    assert list_drafts(database) == []


async def test_ctrl_c_does_not_say_that_all_is_saved_while_it_is_not(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        pilot.app.action_help_quit()
        await pilot.pause()
        assert "Everything is saved" in said(pilot.app)
        pilot.app.clear_notifications()
        await fill_the_disk(pilot.app, database)
        screen.editor.insert("more " * 4000)
        assert not await screen.settle()
        pilot.app.clear_notifications()
        pilot.app.action_help_quit()
        await pilot.pause()
        assert "Everything is saved" not in said(pilot.app)
        assert "Not saved yet" in said(pilot.app)
        await make_room(pilot.app, database)
        assert await screen.settle()
