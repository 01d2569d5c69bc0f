"""A full disk under the capture line, an idea or a draft's details: the words are kept anyway."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.errors import DiskFull
from advocacy_tui.screens import capture, draft_details, idea_editor
from advocacy_tui.screens.capture import CaptureScreen
from advocacy_tui.store import idea_writing
from advocacy_tui.store.drafts import new_draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from advocacy_tui.store.database import Database


@pytest.fixture
def fill_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], None]:
    """Return what lets every write of typed words fail from then on."""
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))

    def full(*_given: object, **_rest: object) -> None:
        raise DiskFull("full")

    def fill() -> None:
        for module in (capture, idea_editor, idea_writing):
            monkeypatch.setattr(module, "keep_unsaved", full)
        monkeypatch.setattr(capture, "add_idea", full)
        monkeypatch.setattr(idea_writing, "edit_idea", full)
        monkeypatch.setattr(draft_details, "save_details", full)

    return fill


@pytest.fixture
def put_aside(tmp_path: Path) -> Callable[[], list[str]]:
    """Return the texts that were put into files of their own."""
    return lambda: [one.read_text() for one in (tmp_path / "aside").iterdir()]


async def leave_twice(pilot: Any, settle: Any) -> None:
    """Ask to leave: the first time it is said that words are not saved, the second time it goes."""
    await pilot.press("ctrl+q")
    await settle(pilot)
    await pilot.app.workers.wait_for_complete()
    assert not pilot.app._exit
    await pilot.press("ctrl+q")
    await pilot.app.workers.wait_for_complete()


async def test_the_capture_line_stays_open_and_goes_into_a_file_on_leaving(
    make_app: Any, settle: Any, fill_disk: Any, put_aside: Any
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        fill_disk()
        await pilot.press(*"precious", "escape")
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)
        assert app.screen.line.text == "precious"
        await leave_twice(pilot, settle)
        assert app._exit
    assert put_aside() == ["precious"]


async def test_an_idea_that_is_being_written_goes_into_a_file_on_leaving(
    make_app: Any, settle: Any, fill_disk: Any, put_aside: Any, keep: Any, go: Any
) -> None:
    keep("an idea")
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, "n")
        await pilot.press("enter")
        await settle(pilot)
        fill_disk()
        await pilot.press(*" and more")
        await leave_twice(pilot, settle)
        assert app._exit
    assert put_aside() == ["an idea and more"]


async def test_the_details_of_a_draft_go_into_a_file_on_leaving(
    make_app: Any, settle: Any, fill_disk: Any, put_aside: Any, database: Database, monday: datetime
) -> None:
    one = new_draft(database, now=monday, text="x").id
    app = make_app()
    async with app.run_test() as pilot:
        app.open_draft(one)
        await settle(pilot)
        await settle(pilot)
        await pilot.press("ctrl+d")
        await settle(pilot)
        fill_disk()
        app.screen.query_one("#notes").focus()
        await pilot.press(*"private")
        await leave_twice(pilot, settle)
    assert put_aside() == ["private"]


async def test_a_backup_folder_that_is_a_file_is_said_and_the_app_stays(
    make_app: Any, settle: Any, told: Any, tmp_path: Path, database: Database
) -> None:
    from advocacy_tui.upkeep import _keep_house

    (tmp_path / "data" / "backups").write_text("x")
    app = make_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        _keep_house(app)
        await settle(pilot)
        assert any("The weekly copy could not be written" in one for one in told(pilot))
        assert app.is_running
