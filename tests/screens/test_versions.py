"""Earlier versions beside the present text."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.versions import VersionsScreen
from advocacy_tui.store.drafts import get_draft, new_draft
from advocacy_tui.store.versions import cut_version, list_versions
from advocacy_tui.widgets.compare_view import CompareView
from advocacy_tui.widgets.comparing import Pair, compare, rows
from advocacy_tui.widgets.record_list import RecordList
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database

NOW = "I stood in cold water to my knees.\n\nThat taught me more than three reports."
THEN = "I stood in water.\n\nThat taught me more than three long reports."


def shown(cell: Any) -> list[str]:
    """The words of a cell that are marked."""
    return [cell.text[start:end].strip() for start, end in cell.spans]


# --- comparing ------------------------------------------------------------------------------


def test_only_the_words_that_differ_are_marked() -> None:
    first, blank, last = compare(NOW, THEN)
    assert shown(first.left) == ["cold", "to my knees"]
    assert shown(first.right) == []
    assert not blank.changed
    assert shown(last.right) == ["long"]
    assert shown(last.left) == []


def test_a_paragraph_that_came_in_stands_alone_and_its_neighbours_stay_together() -> None:
    pairs = compare("one thing\nquite new here\nanother thing", "one thing\nanother thin")
    assert [(pair.left and pair.left.text, pair.right and pair.right.text) for pair in pairs] == [
        ("one thing", "one thing"),
        ("quite new here", None),
        ("another thing", "another thin"),
    ]


texts = st.lists(st.text("ab \t.é中", max_size=8), max_size=6).map("\n".join)


@given(texts, texts)
@settings(max_examples=300)
def test_each_side_holds_its_text_whole_and_unmarked_words_are_in_both(one: str, two: str) -> None:
    pairs = compare(one, two)
    for place, text in enumerate((one, two)):
        held = [cell.text for pair in pairs if (cell := pair[place]) is not None]
        assert "\n".join(held) == text.expandtabs(4)
    for pair in pairs:
        if pair.left is not None and pair.right is not None:
            assert unmarked(pair.left) == unmarked(pair.right)
            assert pair.changed == (pair.left.text != pair.right.text)


def unmarked(cell: Any) -> str:
    """What is left of a line without the marked words."""
    kept, at = "", 0
    for start, end in cell.spans:
        kept += cell.text[at:start]
        at = end
    return kept + cell.text[at:]


@given(texts, texts, st.integers(8, 20))
def test_no_row_is_wider_than_its_half_and_none_of_the_text_is_lost(
    one: str, two: str, width: int
) -> None:
    made = rows(compare(one, two), width)
    for place, text in enumerate((one, two)):
        halves = [row[place] for row in made]
        assert "".join(half.text for half in halves) == text.expandtabs(4).replace("\n", "")
        for half in halves:
            assert all(0 <= start < end <= len(half.text) for start, end in half.spans)


# --- the screen -----------------------------------------------------------------------------


@pytest.fixture
def kladde(database: Database, monday: datetime) -> str:
    """A draft with an earlier text, which was taken along yesterday."""
    yesterday = monday - timedelta(days=1)
    one = new_draft(database, now=yesterday, text=THEN).id
    cut_version(database, one, "copy", now=yesterday)
    overwrite(database, one, NOW, now=monday)
    return one


async def opened(pilot: Any, settle: Any, one: str, *keys: str) -> VersionsScreen:
    """Open a draft and go to its versions."""
    pilot.app.open_draft(one)
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)
    await settle(pilot)
    assert isinstance(pilot.app.screen, VersionsScreen)
    return pilot.app.screen


@pytest.mark.parametrize("keys", [("ctrl+r",), ("escape", "v")])
@pytest.mark.parametrize("size", [(80, 24), (140, 36)])
async def test_the_version_stands_beside_the_present_text_with_changed_words_marked(
    make_app: Any, settle: Any, seen: Any, kladde: str, keys: tuple[str, ...],
    size: tuple[int, int],
) -> None:  # fmt: skip
    async with make_app().run_test(size=size) as pilot:
        screen = await opened(pilot, settle, kladde, *keys)
        text = seen(pilot)
        assert "when you took the text" in text
        assert "yesterday" in text
        lines = [line for line in text.splitlines() if "│" in line]
        assert any(line.split("│")[0].rstrip().endswith("knees.") for line in lines)
        assert any("I stood in water." in line.split("│")[1] for line in lines)
        assert sum("~ " in line for line in lines) == 2
        view = screen.query_one(CompareView)
        marked = [
            segment.text
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert "cold" in " ".join(marked)
        assert "water" not in " ".join(marked)


async def test_a_newer_version_stands_above_an_older_one_and_j_shows_it(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database, monday: datetime
) -> None:
    overwrite(database, kladde, "something in between", now=monday)
    cut_version(database, kladde, "ready", now=monday)
    overwrite(database, kladde, NOW, now=monday)
    async with make_app("da").run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde, "ctrl+r")
        found = screen.query_one(RecordList)
        assert found.row.cells[0] == "da den var klar"
        assert "something in" in seen(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert found.row.cells[0] == "da du tog teksten med"
        assert "I stood in water." in seen(pilot)


async def test_enter_brings_it_back_the_present_text_is_kept_and_undo_has_a_name(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde, "end", "!", "escape", "v")
        await pilot.press("j", "enter")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DraftScreen)
        assert screen.editor.text == THEN
        assert get_draft(database, kladde).text == THEN
        newest = list_versions(database, kladde)[0]
        assert newest.reason == "restore"
        assert "knees.!" in newest.text
        await pilot.press("u")
        await settle(pilot)
        messages = [note.message for note in pilot.app._notifications]
        assert "Undone: brought an older version back" in messages
        assert screen.editor.text == newest.text
    assert get_draft(database, kladde).text == newest.text


async def test_after_a_restore_from_inside_the_text_the_key_that_was_named_undoes_it(
    make_app: Any, settle: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde, "ctrl+r")
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.screen.editor.text == THEN
        await pilot.press("u")
        await settle(pilot)
        assert pilot.app.screen.editor.text == NOW


async def test_going_back_changes_nothing(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde, "ctrl+r")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
        assert pilot.app.focused is pilot.app.screen.editor
    assert get_draft(database, kladde).text == NOW


@pytest.mark.parametrize(
    ("language", "words"), [("en", "No earlier version yet"), ("da", "Ingen tidligere versioner")]
)
async def test_a_draft_without_versions_says_when_one_is_kept(
    make_app: Any, settle: Any, seen: Any, database: Database, monday: datetime,
    language: str, words: str,
) -> None:  # fmt: skip
    one = new_draft(database, now=monday, text="fresh").id
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, one, "ctrl+r")
        assert words in seen(pilot)
        await pilot.press("enter", "r", "space")
        await settle(pilot)
        assert isinstance(pilot.app.screen, VersionsScreen)


async def test_both_texts_scroll_together_from_the_list(
    make_app: Any, settle: Any, database: Database, monday: datetime
) -> None:
    one = new_draft(database, now=monday, text="first\n" + "line\n" * 200).id
    cut_version(database, one, "copy", now=monday)
    overwrite(database, one, "other\n" + "line\n" * 200, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, one, "ctrl+r")
        view = screen.query_one(CompareView)
        assert view.scroll_y == 0
        await pilot.press("space")
        assert view.scroll_y > 5
        await pilot.press("b")
        assert view.scroll_y == 0


def test_a_line_missing_on_one_side_is_a_change() -> None:
    assert Pair(None, compare("a", "a")[0].left).changed


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Every earlier version is the same as the text is now."),
        ("da", "Alle tidligere versioner er som teksten nu."),
    ],
)
async def test_versions_that_are_all_like_the_text_are_said_to_be(
    make_app: Any, settle: Any, seen: Any, database: Database, monday: datetime,
    language: str, words: str,
) -> None:  # fmt: skip
    one = new_draft(database, now=monday, text="fresh").id
    for reason in ("copy", "posted"):
        cut_version(database, one, reason, now=monday)
    assert len(list_versions(database, one)) == 2
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, one, "ctrl+r")
        assert words in seen(pilot)
