"""`u` takes back, `U` does again; both say what, and no words are lost on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.store.drafts import get_draft, new_draft
from advocacy_tui.store.ideas import edit_idea, get_idea
from advocacy_tui.store.preferences import set_settings
from advocacy_tui.store.undoing import note_restore
from advocacy_tui.store.working_text import save_over

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from textual.pilot import Pilot

    from advocacy_tui.store.database import Database

    Visit = Callable[..., AbstractAsyncContextManager[Pilot[Any]]]
    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Told = Callable[[Pilot[Any]], list[str]]


async def press(pilot: Pilot[Any], settle: Settle, *keys: str) -> None:
    """Press keys one by one, each of them done with before the next."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def test_an_accidental_undo_is_turned_round(
    database: Database,
    keep: Callable[..., list[str]],
    visit: Visit,
    settle: Settle,
    told: Told,
    monday: datetime,
) -> None:
    (one,) = keep("old words")
    edit_idea(database, one, "new words", now=monday)
    async with visit("n") as pilot:
        await press(pilot, settle, "u")
        assert get_idea(database, one).text == "old words"
        await press(pilot, settle, "U", "U")
        assert get_idea(database, one).text == "new words"
        assert told(pilot)[-3:] == [
            "Undone: edited an idea",
            "Done again: edited an idea",
            "There is nothing to do again.",
        ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You have written in the draft since, so it is laid away, not deleted."),
        ("da", "Du har skrevet i kladden siden, så den er lagt væk, ikke slettet."),
    ],
)
async def test_a_draft_of_some_hours_is_laid_away_and_not_deleted(
    database: Database,
    visit: Visit,
    settle: Settle,
    told: Told,
    monday: datetime,
    language: str,
    said: str,
) -> None:
    one = new_draft(database, now=monday - timedelta(hours=3)).id
    save_over(database, one, "hours of work", known="", cursor=0, now=monday)
    async with visit("d", language=language) as pilot:
        await press(pilot, settle, "u")
        assert told(pilot)[-1].endswith(said)
        draft = get_draft(database, one)
        assert (draft.status, draft.text) == ("archived", "hours of work")
        await press(pilot, settle, "U")
        assert get_draft(database, one).status == "draft"


async def test_undo_after_a_restore_says_where_what_was_here_lies(
    database: Database,
    keep: Callable[..., list[str]],
    visit: Visit,
    settle: Settle,
    told: Told,
    monday: datetime,
) -> None:
    (one,) = keep("from the backup")
    note_restore(database, "/home/mette/backups/before-restore.db", now=monday)
    async with visit("n") as pilot:
        await press(pilot, settle, "u")
        assert told(pilot)[-1] == (
            "A backup was brought back last, and undo does not reach behind that. "
            "What was here before lies in /home/mette/backups/before-restore.db"
        )
        assert get_idea(database, one).text == "from the backup"


async def test_the_setting_that_is_put_back_is_named(
    database: Database, visit: Visit, settle: Settle, told: Told, monday: datetime
) -> None:
    set_settings(database, {"confetti": "off"}, now=monday)
    async with visit("n") as pilot:
        await press(pilot, settle, "u")
        assert told(pilot)[-1] == "Undone: changed a setting (confetti)"
