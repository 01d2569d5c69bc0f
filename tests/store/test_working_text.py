"""What is saved while a person types."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.errors import UsageProblem
from advocacy_tui.store.drafts import delete_draft, edit_draft, get_draft, list_drafts, new_draft
from advocacy_tui.store.undo import next_undo
from advocacy_tui.store.undoing import undo_last
from advocacy_tui.store.versions import list_versions
from advocacy_tui.store.working_text import keep_details, save_details, save_over

if TYPE_CHECKING:
    from advocacy_tui.store.database import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def kladde(database: Database) -> str:
    """A draft with a text in it."""
    return new_draft(database, now=NOW, text="first").id


def test_text_and_cursor_are_overwritten_and_nothing_is_cut(
    database: Database, kladde: str
) -> None:
    saved = save_over(database, kladde, "second", known="first", cursor=3, now=NOW)
    assert not saved.met
    assert (get_draft(database, kladde).text, get_draft(database, kladde).cursor) == ("second", 3)
    assert list_versions(database, kladde) == []
    assert next_undo(database).label == "began a draft"


def test_a_text_that_somebody_else_saved_becomes_a_version_first(
    database: Database, kladde: str
) -> None:
    edit_draft(database, kladde, "theirs", now=NOW)
    saved = save_over(database, kladde, "mine", known="first", cursor=0, now=NOW)
    assert saved.met
    assert get_draft(database, kladde).text == "mine"
    assert [(one.reason, one.text) for one in list_versions(database, kladde)] == [
        ("outside", "theirs"),
        ("import", "first"),
    ]


@pytest.mark.parametrize("theirs", ["", "mine"])
def test_an_empty_text_and_the_same_text_are_no_loss(
    database: Database, kladde: str, theirs: str
) -> None:
    edit_draft(database, kladde, theirs, now=NOW)
    assert not save_over(database, kladde, "mine", known="first", cursor=0, now=NOW).met


def test_what_is_saved_is_found_by_a_search(database: Database, kladde: str) -> None:
    save_over(database, kladde, "varmecentral", known="first", cursor=0, now=NOW)
    assert [draft.id for draft in list_drafts(database, "varme")] == [kladde]
    save_details(database, kladde, {"notes": "ring til Lene"}, now=NOW)
    assert [draft.id for draft in list_drafts(database, "lene")] == [kladde]


def test_a_deleted_draft_takes_nothing(database: Database, kladde: str) -> None:
    delete_draft(database, kladde, now=NOW)
    with pytest.raises(UsageProblem, match="There is no draft"):
        save_over(database, kladde, "mine", known="first", cursor=0, now=NOW)
    with pytest.raises(UsageProblem, match="There is no draft"):
        save_details(database, kladde, {"title": "x"}, now=NOW)
    assert keep_details(database, kladde, {"title": "x"}, now=NOW) is None


def test_details_saved_as_typed_are_one_undo(database: Database, kladde: str) -> None:
    for title in ("B", "Bo", "Boi"):
        save_details(database, kladde, {"title": title, "channels": ("reddit",)}, now=NOW)
    change = keep_details(database, kladde, {"title": "", "channels": (), "notes": ""}, now=NOW)
    assert change.label == "changed a draft's details"
    undo_last(database, now=NOW)
    draft = get_draft(database, kladde)
    assert (draft.title, draft.channels, draft.text) == ("", (), "first")


def test_details_that_are_as_they_were_leave_nothing_to_undo(
    database: Database, kladde: str
) -> None:
    save_details(database, kladde, {"title": "x"}, now=NOW)
    save_details(database, kladde, {"title": ""}, now=NOW)
    assert keep_details(database, kladde, {"title": ""}, now=NOW) is None


def test_only_what_goes_with_a_draft_can_be_set(database: Database, kladde: str) -> None:
    with pytest.raises(TypeError, match="status"):
        save_details(database, kladde, {"status": "posted"}, now=NOW)
