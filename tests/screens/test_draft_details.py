"""What goes with a draft: the form at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.draft_channels import ChannelsScreen
from advocacy_tui.screens.draft_details import Choice, DetailsScreen, Pick
from advocacy_tui.store.drafts import get_draft, new_draft, set_fields
from advocacy_tui.store.undo import next_undo
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database


@pytest.fixture
def kladde(database: Database, monday: datetime) -> str:
    """A draft with a text in it."""
    return new_draft(database, now=monday, text="the text").id


async def opened(pilot: Any, settle: Any, one: str, *keys: str) -> DetailsScreen:
    """Open a draft and the form beside it."""
    pilot.app.open_draft(one)
    await settle(pilot)
    await pilot.press(*(keys or ("ctrl+d",)))
    await settle(pilot)
    assert isinstance(pilot.app.screen, DetailsScreen)
    return pilot.app.screen


async def type_into(pilot: Any, screen: DetailsScreen, name: str, words: str) -> None:
    """Type into a field of the form."""
    screen.query_one(f"#{name}").focus()
    await pilot.pause()
    await pilot.press(*words)


@pytest.mark.parametrize("keys", [("ctrl+d",), ("escape", "i")])
@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ("Title", "Who it is for", "The picture in words", "Notes, only for you")),
        ("da", ("Titel", "Hvem du skriver til", "Billedet i ord", "Noter, kun til dig")),
    ],
)
async def test_the_form_has_its_labels_and_begins_at_the_title(
    make_app: Any, settle: Any, seen: Any, kladde: str, keys: tuple[str, ...], language: str,
    labels: tuple[str, ...],
) -> None:  # fmt: skip
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde, *keys)
        assert all(label in seen(pilot) for label in labels)
        assert screen.focused.id == "title"
        assert "the text"[:4] in seen(pilot)


async def test_every_field_is_saved_as_it_is_typed(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    words = {
        "title": "Boiler", "audience": "my aunt", "picture": "fyr.jpg",
        "alt_text": "A boiler", "first_comment": "Thanks", "notes": "ask Lene",
    }  # fmt: skip
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        for name, typed in words.items():
            await type_into(pilot, screen, name, typed)
        assert await screen.autosave.settle()
        draft = get_draft(database, kladde)
        assert {name: getattr(draft, name) for name in words} == words
        assert draft.text == "the text"


async def test_leaving_saves_and_makes_one_undo_of_it_all(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database, monday: datetime
) -> None:
    set_fields(database, kladde, now=monday, title="Before", notes="first")
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await type_into(pilot, screen, "notes", "x")
        await screen.autosave.settle()
        await type_into(pilot, screen, "notes", "y")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
        assert get_draft(database, kladde).notes == "xyfirst"
        assert next_undo(database).label == "changed a draft's details"
        await pilot.press("escape", "u")
        await settle(pilot)
        assert get_draft(database, kladde).notes == "first"
        assert get_draft(database, kladde).title == "Before"


async def test_looking_without_changing_anything_leaves_nothing_to_undo(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    before = get_draft(database, kladde)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("escape")
        await settle(pilot)
    assert next_undo(database).label == "began a draft"
    assert get_draft(database, kladde) == before


async def test_undoing_details_leaves_words_typed_since(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await type_into(pilot, screen, "title", "T")
        await pilot.press("escape")
        await settle(pilot)
        overwrite(database, kladde, "the text, and more", now=monday)
        pilot.app.action_undo()
        await settle(pilot)
    draft = get_draft(database, kladde)
    assert (draft.title, draft.text) == ("", "the text, and more")


async def test_the_title_shows_in_the_head_line_of_the_draft(
    make_app: Any, settle: Any, seen: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await type_into(pilot, screen, "title", "Boiler")
        await pilot.press("escape")
        await settle(pilot)
        assert seen(pilot).splitlines()[0].startswith(" Draft · Boiler")
        assert "the text" in seen(pilot)


async def test_left_and_right_choose_the_kind(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        screen.query_one(Choice).focus()
        await pilot.press("right")
        assert "from an event" in seen(pilot)
        await pilot.press("left", "left")
        await settle(pilot)
        assert "something I believe" in seen(pilot)
        await screen.autosave.settle()
    assert get_draft(database, kladde).type == "opinion"


async def test_channels_are_chosen_from_a_list_told_without_colour(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        screen.query_one(Pick).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChannelsScreen)
        await pilot.press("space", "down", "down", "space")
        await settle(pilot)
        assert "● LinkedIn" in seen(pilot)
        assert "● X" in seen(pilot)
        assert "○ Bluesky" in seen(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "LinkedIn, X" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
    assert get_draft(database, kladde).channels == ("linkedin", "x")


async def test_another_language_keeps_what_was_typed(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database, monkeypatch: Any
) -> None:
    monkeypatch.setattr("advocacy_tui.widgets.autosave.SAVE_AFTER", 3600.0)
    async with make_app("en").run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await type_into(pilot, screen, "title", "Boiler")
        await type_into(pilot, screen, "notes", "ask")
        await pilot.app.speak("da")
        await settle(pilot)
        assert "Titel" in seen(pilot)
        assert "Boiler" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
    draft = get_draft(database, kladde)
    assert (draft.title, draft.notes) == ("Boiler", "ask")


async def test_notes_never_come_along_with_the_text(
    make_app: Any, settle: Any, kladde: str, database: Database, tmp_path: Any
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await type_into(pilot, screen, "notes", "private")
        await pilot.press("escape", "ctrl+g")
        await settle(pilot)
        await settle(pilot)
    assert (tmp_path / "data" / "last-copied.txt").read_text(encoding="utf-8") == "the text"
