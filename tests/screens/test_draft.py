"""One draft: never an empty page, typing and leaving, what lies beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui import i18n
from advocacy_tui.prompts import load_deck
from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.draft_beside import Beside
from advocacy_tui.screens.drafts import DraftsScreen
from advocacy_tui.screens.today import TodayScreen
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.catalogue import list_catalogue, take
from advocacy_tui.store.drafts import get_draft, list_drafts, new_draft
from advocacy_tui.store.posts import mark_posted
from advocacy_tui.store.versions import list_versions
from advocacy_tui.widgets.find_bar import FindBar
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database


@pytest.fixture
def kladde(database: Database, monday: datetime) -> str:
    """A draft with two lines in it."""
    text = "Water to my knees.\nThat is what I learnt."
    return new_draft(database, now=monday, text=text, post_type="event").id


def said(app: Any) -> list[str]:
    """What was told in the corner."""
    return [note.message for note in app._notifications]


def bar(app: Any) -> list[str]:
    """Key and word of everything in the key bar."""
    return [f"{key} {word}" for key, word, _method in app.screen.query_one(KeyBar).words()]


async def opened(pilot: Any, settle: Any, one: str) -> DraftScreen:
    """Open a draft and wait until all of it is there."""
    pilot.app.open_draft(one)
    await settle(pilot)
    await settle(pilot)
    assert isinstance(pilot.app.screen, DraftScreen)
    return pilot.app.screen


# --- a new draft ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
async def test_a_new_draft_has_three_grey_questions_that_are_no_text(
    make_app: Any, settle: Any, seen: Any, database: Database, language: str
) -> None:
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await settle(pilot)
        screen = pilot.app.screen
        questions = {
            (one.start, one.middle, one.end)
            for one in load_deck(language).starters_for("perspective")
        }
        assert tuple(screen.editor.starter) in questions
        assert all(question in seen(pilot) for question in screen.editor.starter)
        assert screen.editor.text == ""
        assert pilot.app.focused is screen.editor
    assert list_drafts(database)[0].text == ""


@pytest.mark.parametrize(
    ("language", "kind", "themes", "calm"),
    [
        ("en", "from everyday work", "Themes: ", "for you alone"),
        ("da", "fra hverdagen", "Pejlemærker: ", "kun til dig"),
    ],
)
async def test_kind_themes_and_a_calm_line_stand_around_an_empty_draft(
    make_app: Any, settle: Any, seen: Any, language: str, kind: str, themes: str, calm: str
) -> None:
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await settle(pilot)
        text = seen(pilot)
        assert kind in text
        assert themes in text
        assert calm in text
        assert "f1 " in text.splitlines()[-1]


async def test_letters_typed_right_after_w_land_in_the_draft(
    make_app: Any, settle: Any, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("w", *"quick")
        await settle(pilot)
        assert pilot.app.screen.editor.text == "quick"


async def test_the_questions_go_with_the_first_letter_and_come_back_with_the_last(
    make_app: Any, settle: Any, seen: Any
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        question = pilot.app.screen.editor.starter[0]
        await pilot.press("x")
        await settle(pilot)
        assert question not in seen(pilot)
        assert "for you alone" not in seen(pilot)
        await pilot.press("backspace")
        await settle(pilot)
        assert question in seen(pilot)


@pytest.mark.parametrize("key", ["f8", "8"])
async def test_another_kind_brings_other_questions_and_is_kept(
    make_app: Any, settle: Any, seen: Any, database: Database, key: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        if key == "8":
            await pilot.press("escape")
        before = tuple(pilot.app.screen.editor.starter)
        await pilot.press(key)
        await settle(pilot)
        assert tuple(pilot.app.screen.editor.starter) != before
        assert "from an event" in seen(pilot)
        for kind in ("about working here", "something I believe", "from everyday work"):
            await pilot.press(key)
            await settle(pilot)
            assert kind in seen(pilot)
    assert list_drafts(database)[0].type == "perspective"


async def test_f6_makes_the_page_blank_and_f6_again_brings_the_questions_back(
    make_app: Any, settle: Any, seen: Any
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        question = pilot.app.screen.editor.starter[0]
        await pilot.press("f6")
        await settle(pilot)
        assert question not in seen(pilot)
        assert "for you alone" not in seen(pilot)
        await pilot.press("f6")
        await settle(pilot)
        assert question in seen(pilot)


async def test_f8_changes_the_kind_of_a_text_and_f6_nothing(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        before = screen.editor.text, screen.editor.selection
        await pilot.press("f8", "f6")
        await settle(pilot)
        assert (screen.editor.text, screen.editor.selection) == before
        assert get_draft(database, kladde).type == "culture"


async def test_an_empty_draft_that_is_left_goes_and_can_be_had_back(
    make_app: Any, settle: Any, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert list_drafts(database) == []
        await pilot.press("u")
        await settle(pilot)
        assert len(list_drafts(database)) == 1


async def test_a_draft_from_an_idea_has_its_title_and_stays_though_empty(
    make_app: Any, settle: Any, seen: Any, database: Database, monday: datetime
) -> None:
    idea = add_idea(database, "Waste heat for beginners\nand more", now=monday).id
    async with make_app().run_test(size=(80, 24)) as pilot:
        pilot.app.new_draft(idea=idea)
        await settle(pilot)
        await settle(pilot)
        assert seen(pilot).splitlines()[0].startswith(" New draft · Waste heat for beginners")
        await pilot.press("escape", "escape")
        await settle(pilot)
    assert [draft.title for draft in list_drafts(database)] == ["Waste heat for beginners"]


@pytest.mark.parametrize(("language", "nodded"), [("en", "have nodded"), ("da", "har nikket")])
async def test_who_nodded_at_the_shared_idea_is_counted_in_the_head_line(
    make_app: Any, settle: Any, seen: Any, database: Database, monday: datetime,
    language: str, nodded: str,
) -> None:  # fmt: skip
    async with make_app(language, demo=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shared = next(
            one for one in list_catalogue(database, pilot.app.programme) if len(one.nods) > 1
        )
        idea = take(database, pilot.app.programme, shared.id, now=monday).id
        pilot.app.new_draft(idea=idea)
        await settle(pilot)
        await settle(pilot)
        assert f"{len(shared.nods)} {nodded}" in seen(pilot).splitlines()[0]
        assert pilot.app.screen.draft.type == shared.type


async def test_a_new_draft_has_the_channels_that_were_chosen_once(
    make_app: Any, settle: Any, database: Database, monday: datetime
) -> None:
    from advocacy_tui.store.preferences import set_settings

    set_settings(database, {"channels": "linkedin,mastodon"}, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        assert pilot.app.screen.draft.channels == ("linkedin", "mastodon")


# --- head and counts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words", "saved"),
    [("en", "9 words · 41 characters", "saved 09:00"), ("da", "9 ord · 41 tegn", "gemt 09.00")],
)
async def test_the_lines_above_tell_how_long_it_is_and_that_it_is_saved(
    make_app: Any, settle: Any, seen: Any, kladde: str, language: str, words: str, saved: str
) -> None:
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        assert words in seen(pilot).splitlines()[1]
        await pilot.press("x", "backspace")
        await screen.settle()
        await settle(pilot)
        assert saved in seen(pilot).splitlines()[0]


async def test_a_long_title_leaves_room_for_whether_it_is_saved(
    make_app: Any, settle: Any, seen: Any
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await pilot.press(*("w", "o", "r", "d", "space") * 20)
        await pilot.app.screen.settle()
        await settle(pilot)
        head = seen(pilot).splitlines()[0]
        assert "saved 09:00" in head
        assert "…" in head


@pytest.mark.parametrize(("width", "cells"), [(80, 66), (100, 72), (120, 72), (200, 72)])
async def test_the_text_is_66_wide_at_80_and_72_from_100(
    make_app: Any, settle: Any, kladde: str, width: int, cells: int
) -> None:
    async with make_app().run_test(size=(width, 30)) as pilot:
        screen = await opened(pilot, settle, kladde)
        assert screen.editor.wrap_width == cells
        await pilot.press("f2")
        await settle(pilot)
        if width >= 112:
            assert screen.editor.wrap_width == cells
            assert screen.query_one(Beside).region.x > screen.editor.region.x


# --- typing and leaving ---------------------------------------------------------------------


async def test_a_draft_opens_ready_to_type_where_the_cursor_was(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        screen.editor.goto_offset(5)
        await pilot.press("escape", "escape")
        await settle(pilot)
    assert get_draft(database, kladde).cursor == 5
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("X")
        assert screen.editor.text.startswith("WaterX")


async def test_after_escape_letters_are_commands_and_the_bar_shows_them(
    make_app: Any, settle: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, settle, kladde)
        assert {"f9 examples", "f2 themes", "ctrl+g take the text", "f1 help"} <= set(
            bar(pilot.app)
        )
        await pilot.press("escape")
        await settle(pilot)
        words = bar(pilot.app)
        assert {"enter write on", "k take the text", "i details", "9 examples", "? help"} <= set(
            words
        )
        assert not any(word.startswith(("f9", "f1 ", "ctrl")) for word in words)
        before = screen.editor.text
        await pilot.press("2")
        await settle(pilot)
        assert screen.query_one(Beside).shown == "themes"
        assert screen.editor.text == before
        await pilot.press("escape", "enter", "end", "z")
        await settle(pilot)
        assert screen.editor.text != before


async def test_back_goes_to_where_one_came_from(make_app: Any, settle: Any, kladde: str) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_d_goes_to_the_list_and_elsewhere_and_back_the_draft_is_still_open(
    make_app: Any, settle: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("x", "escape", "t")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
        await pilot.press("d")
        await settle(pilot)
        assert pilot.app.screen is screen
        assert pilot.app.focused is None
        await pilot.press("enter", "ctrl+z")
        assert not screen.editor.text.startswith("x")
        await pilot.press("escape", "d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)


async def test_one_draft_is_open_at_a_time_and_the_other_is_saved(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    other = new_draft(database, now=monday, text="the other").id
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("x")
        second = await opened(pilot, settle, other)
        assert second is not screen
        assert not screen.is_attached
        assert get_draft(database, kladde).text.startswith("x")
        again = await opened(pilot, settle, other)
        assert again is second


async def test_opening_a_draft_that_is_gone_says_so_and_holds_no_keys(
    make_app: Any, settle: Any
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        pilot.app.open_draft("NOTHING")
        await settle(pilot)
        assert any("There is no draft NOTHING" in sentence for sentence in said(pilot.app))
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)


async def test_undo_and_redo_are_the_editors_own(make_app: Any, settle: Any, kladde: str) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        before = screen.editor.text
        await pilot.press("q")
        await pilot.press("ctrl+z")
        assert screen.editor.text == before
        await pilot.press("ctrl+y")
        assert screen.editor.text == "q" + before


async def test_find_and_replace_opens_over_the_text_and_gives_it_back(
    make_app: Any, settle: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("ctrl+f", *"learnt")
        await settle(pilot)
        assert screen.query_one(FindBar).display
        assert screen.editor.selected_text == "learnt"
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.focused is screen.editor


async def test_a_control_character_that_is_pasted_is_left_out_and_that_is_said(
    make_app: Any, settle: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        screen.editor.insert("bell\x07")
        await settle(pilot)
        assert "\x07" not in screen.editor.text
        assert any("1 control character was left out" in sentence for sentence in said(pilot.app))


# --- beside the text ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_f9_shows_an_example_of_the_kind_and_then_the_next(
    make_app: Any, settle: Any, seen: Any, kladde: str, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await opened(pilot, settle, kladde)
        examples = [one for one in screen.programme.guidelines.examples if one.type == "event"]
        assert len(examples) > 1
        for number, example in enumerate([*examples, examples[0]]):
            await pilot.press("f9")
            await settle(pilot)
            place = number % len(examples) + 1
            assert f"{place} of {len(examples)}" in seen(pilot)
            shown = screen.query_one("#beside-body").render().plain
            assert example.text in shown
        assert pilot.app.focused is screen.editor
        await pilot.press("escape")
        assert not screen.query_one(Beside).shown
        assert pilot.app.focused is screen.editor


async def test_f2_shows_what_we_like_to_be_associated_with_and_f2_closes_it(
    make_app: Any, settle: Any, seen: Any, kladde: str
) -> None:
    async with make_app("da").run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, settle, kladde)
        await pilot.press("f2")
        await settle(pilot)
        assert "Det vil vi gerne forbindes med" in seen(pilot)
        assert screen.programme.guidelines.themes[0].name in seen(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert not screen.query_one(Beside).shown


# --- ready, versions, language --------------------------------------------------------------


@pytest.mark.parametrize("keys", [("ctrl+l",), ("escape", "r")])
async def test_ready_is_marked_counted_and_said(
    make_app: Any, settle: Any, kladde: str, database: Database, keys: tuple[str, ...]
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("x", *keys)
        await settle(pilot)
        await settle(pilot)
        assert get_draft(database, kladde).status == "ready"
        assert "Marked as ready. u takes it back." in said(pilot.app)
    newest = list_versions(database, kladde)[0]
    assert newest.reason == "ready"
    assert newest.text.startswith("x")


async def test_what_is_posted_does_not_become_ready_again(
    make_app: Any, settle: Any, kladde: str, database: Database, monday: datetime
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        pilot.app.write(lambda: mark_posted(database, kladde, now=monday))
        await settle(pilot)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert "It is posted already." in said(pilot.app)
    assert get_draft(database, kladde).status == "posted"


async def test_a_version_is_kept_when_a_draft_is_opened(
    make_app: Any, settle: Any, kladde: str, database: Database
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("x")
        await settle(pilot)
    kept = list_versions(database, kladde)
    assert [one.reason for one in kept] == ["open"]
    assert kept[0].text == "Water to my knees.\nThat is what I learnt."


async def test_another_language_changes_the_words_and_leaves_text_cursor_and_undo(
    make_app: Any, settle: Any, seen: Any, kladde: str
) -> None:
    async with make_app("en").run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        before = screen.editor.text
        await pilot.press("end", "m", "o", "r", "e")
        text, place = screen.editor.text, screen.editor.cursor_location
        await pilot.app.speak("da")
        await settle(pilot)
        assert "Kladde · " in seen(pilot)
        assert "fra et event" in seen(pilot)
        assert (screen.editor.text, screen.editor.cursor_location) == (text, place)
        assert pilot.app.focused is screen.editor
        for _step in range(4):
            screen.editor.undo()
        assert screen.editor.text == before
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert "Sæt ind" in seen(pilot)
        assert i18n.language() == "da"


async def test_letters_stay_commands_after_a_thought_was_kept_over_the_draft(
    make_app: Any, settle: Any, kladde: str
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, settle, kladde)
        before = screen.editor.text
        await pilot.press("escape", "a", *"hello", "enter")
        await settle(pilot)
        assert pilot.app.screen is screen
        await pilot.press("i", "escape", "d")
        await settle(pilot)
        assert screen.editor.text == before
        assert isinstance(pilot.app.screen, DraftsScreen)


async def test_the_head_line_says_that_a_draft_is_posted(
    make_app: Any, settle: Any, seen: Any, kladde: str, database: Database, monday: datetime
) -> None:
    mark_posted(database, kladde, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert seen(pilot).splitlines()[0].endswith(" posted")


async def test_the_keys_of_finding_and_replacing_are_in_the_key_bar(
    make_app: Any, settle: Any, seen: Any, kladde: str
) -> None:
    async with make_app("da").run_test(size=(100, 30)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("ctrl+f", *"water")
        await settle(pilot)
        bar = seen(pilot).splitlines()[-1]
        assert "enter næste sted   alt+r erstat alle   tab den anden linje" in bar
        await pilot.press("tab")
        await settle(pilot)
        assert "enter erstat   alt+r erstat alle" in seen(pilot).splitlines()[-1]
        await pilot.press(*"ild", "enter", "escape")
        await settle(pilot)
        assert pilot.app.screen.editor.text.lower().startswith("ild to my knees.")
