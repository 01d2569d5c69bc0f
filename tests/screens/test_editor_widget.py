"""The editor as a person meets it: keys, whole characters, clean text, rows in step."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App
from textual.binding import Binding
from textual.events import Key, Paste
from textual.widgets import Input, TextArea

from advocacy_tui.text import clean_own, graphemes
from advocacy_tui.widgets.editor import DraftEditor

if TYPE_CHECKING:
    from textual.app import ComposeResult

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1f0"
THUMB = "\U0001f44d\U0001f3fd"
QUESTIONS = (
    "Start midt i det: hvor stod du, hvem sagde hvad?",
    "Hvad forstod du bagefter, som du ikke forstod før?",
    "Hvad vil du gerne spørge læseren om?",
)
SCREEN_KEYS = [
    *(f"f{number}" for number in range(1, 10)),
    *(f"ctrl+{letter}" for letter in "fgndrtl"),
    "shift+f8", "escape", "alt+r",
]  # fmt: skip


class Desk(App[None]):
    """An app with the editor alone, which notes what reaches it."""

    BINDINGS = [Binding(key, f"note('{key}')") for key in SCREEN_KEYS]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.given = text
        self.noted: list[str] = []
        self.cleaned: list[int] = []
        self.changes = 0

    def compose(self) -> ComposeResult:
        yield DraftEditor(self.given)
        yield Input(id="elsewhere")

    def on_mount(self) -> None:
        self.editor.focus()

    def action_note(self, key: str) -> None:
        self.noted.append(key)

    def on_draft_editor_cleaned(self, message: DraftEditor.Cleaned) -> None:
        self.cleaned.append(message.count)

    def on_text_area_changed(self) -> None:
        self.changes += 1

    @property
    def editor(self) -> DraftEditor:
        return self.query_one(DraftEditor)


def _shown(editor: DraftEditor, rows: int) -> list[str]:
    return [editor.render_line(y).text.rstrip() for y in range(rows)]


# --- keys -------------------------------------------------------------------------------------


async def test_typing_counts_versions_and_says_it_changed() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        before = app.editor.version
        await pilot.press(*"blå", "enter", "x")
        assert app.editor.text == "blå\nx"
        assert app.editor.version == before + 5
        assert app.changes >= 5


@pytest.mark.parametrize("key", SCREEN_KEYS)
async def test_the_keys_of_the_screen_reach_it_and_type_nothing(key: str) -> None:
    app = Desk("tekst")
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.noted == [key]
        assert app.editor.text == "tekst"
        assert app.editor.selection.is_empty


async def test_a_burst_of_keys_is_done_in_the_order_typed() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst = ["a", "b", "backspace", "c", "left", "d", "end", "e", "ctrl+w", "f", "enter", "g"]
        for key in burst:
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert app.editor.text == "f\ng"


async def test_line_ends_undo_and_redo_keep_their_usual_keys() -> None:
    app = Desk("en to tre")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+e")
        assert app.editor.cursor_location == (0, 9)
        await pilot.press("ctrl+a", "x")
        assert app.editor.text == "xen to tre"
        await pilot.press("ctrl+z")
        assert app.editor.text == "en to tre"
        await pilot.press("ctrl+y")
        assert app.editor.text == "xen to tre"


async def test_words_are_stepped_over_and_deleted() -> None:
    app = Desk("Én cafe\u0301, tak \u2764\ufe0f nu")
    async with app.run_test() as pilot:
        ends = []
        for _ in range(6):
            await pilot.press("ctrl+right")
            ends.append(app.editor.cursor_location[1])
        assert ends == [2, 8, 9, 13, 16, 19]
        starts = []
        for _ in range(6):
            await pilot.press("ctrl+left")
            starts.append(app.editor.cursor_location[1])
        assert starts == [17, 14, 10, 8, 3, 0]
        await pilot.press("alt+delete", "end", "ctrl+w")
        assert app.editor.text == " cafe\u0301, tak \u2764\ufe0f "


async def test_home_and_end_stay_on_the_row_that_is_seen() -> None:
    app = Desk("ord " * 40)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press("down", "end")
        assert app.editor.cursor_location == (0, 127)
        await pilot.press("home")
        assert app.editor.cursor_location == (0, 64)
        await pilot.press("up")
        assert app.editor.cursor_location == (0, 0)
        await pilot.press("down", "down", "down")
        assert app.editor.cursor_location == (0, 160)


# --- whole characters ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "whole", [FAMILY, FLAG, THUMB, "e\u0301", "\u2764\ufe0f", "\u0915\u094d\u0937"]
)
async def test_one_key_steps_over_selects_or_deletes_a_whole_character(whole: str) -> None:
    text = f"a{whole}{whole}b"
    app = Desk(text)
    async with app.run_test() as pilot:
        await pilot.press("right", "right")
        assert app.editor.cursor_location == (0, 1 + len(whole))
        await pilot.press("shift+left")
        assert app.editor.selected_text == whole
        await pilot.press("right", "left", "delete")
        assert app.editor.text == f"a{whole}b"
        await pilot.press("right", "backspace")
        assert app.editor.text == "ab"


async def test_a_click_lands_before_or_after_a_wide_character_never_in_it() -> None:
    app = Desk(f"a{FAMILY}漢b")
    async with app.run_test() as pilot:
        columns = []
        for cell in range(7):
            await pilot.click(DraftEditor, offset=(cell, 0))
            columns.append(app.editor.cursor_location[1])
        assert columns == [0, 1, 1, 6, 6, 7, 8]


async def test_a_character_that_comes_in_parts_is_typed_whole() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        for character in f"{FAMILY}\u00a0e\u0301":
            app.post_message(Key(unicodedata.name(character).lower().replace(" ", "_"), character))
        await pilot.pause()
        assert app.editor.text == f"{FAMILY}\u00a0e\u0301"


async def test_a_chord_with_a_letter_types_nothing() -> None:
    app = Desk("tekst")
    async with app.run_test() as pilot:
        await pilot.press("alt+a", "alt+left_square_bracket", "ctrl+underscore")
        assert app.editor.text == "tekst"


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*"ab \n", FAMILY, FLAG, THUMB, "e\u0301", "\u0301"]), max_size=12),
       st.lists(st.sampled_from("lrudhe"), max_size=25))  # fmt: skip
def test_the_cursor_never_stands_inside_a_character(parts: list[str], keys: list[str]) -> None:
    editor = DraftEditor("".join(parts))
    editor.rows.wrap(5)
    move = {
        "l": editor.action_cursor_left, "r": editor.action_cursor_right,
        "u": editor.action_cursor_up, "d": editor.action_cursor_down,
        "h": editor.action_cursor_line_start, "e": editor.action_cursor_line_end,
    }  # fmt: skip
    for key in keys:
        move[key]()
        row, column = editor.cursor_location
        edges = {0}
        for cluster in graphemes(editor.draft[row]):
            edges.add(max(edges) + len(cluster))
        assert column in edges


# --- clean text -------------------------------------------------------------------------------


async def test_pasted_controls_are_left_out_and_that_is_said() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.post_message(Paste("a\x1b[31mb\x00\r\nc\rd\te\u2028f\u200bg"))
        await pilot.pause()
        assert app.editor.text == "a[31mb\nc\nd\te\u2028f\u200bg"
        assert app.cleaned == [2]


async def test_a_text_to_begin_with_is_cleaned_too() -> None:
    app = Desk("a\x07b")
    async with app.run_test() as pilot:
        assert app.editor.text == "ab"
        app.editor.load_text("c\x00d")
        await pilot.pause()
        assert app.editor.text == "cd"
        assert app.cleaned == [1, 1]


async def test_pasting_nothing_but_controls_leaves_the_selection_alone() -> None:
    app = Desk("tekst")
    async with app.run_test() as pilot:
        app.editor.select_range(0, 5)
        app.post_message(Paste("\x00\x07"))
        await pilot.pause()
        assert app.editor.text == "tekst"
        assert app.cleaned == [2]


# --- offsets ----------------------------------------------------------------------------------


@given(st.text("ab\næ\u2028 ", max_size=30), st.integers(0, 40))
def test_offsets_are_code_points_of_the_text(text: str, offset: int) -> None:
    editor = DraftEditor(text)
    location = editor.draft.location_at(offset)
    assert editor.offset_of(location) == min(offset, len(text))
    assert editor.get_text_range((0, 0), location) == text[:offset]
    editor.goto_offset(offset)
    assert editor.offset_of(editor.cursor_location) == min(offset, len(text))


async def test_a_range_is_selected_by_offsets() -> None:
    app = Desk("første\nanden linje")
    async with app.run_test():
        app.editor.select_range(7, 12)
        assert app.editor.selected_text == "anden"


# --- replacing all ------------------------------------------------------------------------------


async def test_replacing_the_whole_text_is_one_step_of_the_history() -> None:
    app = Desk("en\nto\ntre")
    async with app.run_test() as pilot:
        await pilot.press("x")
        app.editor.replace_all_text("en\nhelt andet\ntre")
        assert app.editor.text == "en\nhelt andet\ntre"
        await pilot.press("ctrl+z")
        assert app.editor.text == "xen\nto\ntre"
        await pilot.press("ctrl+z")
        assert app.editor.text == "en\nto\ntre"
        await pilot.press("ctrl+y", "ctrl+y")
        assert app.editor.text == "en\nhelt andet\ntre"


async def test_replacing_a_text_with_itself_is_no_change() -> None:
    app = Desk("tekst")
    async with app.run_test():
        before = app.editor.version
        app.editor.replace_all_text("tekst")
        assert app.editor.version == before


@given(st.text("ab\n", max_size=20), st.text("ab\næ", max_size=20))
def test_replacing_all_and_undoing_it_gives_each_text_exactly(old: str, new: str) -> None:
    editor = DraftEditor(old)
    editor.replace_all_text(new)
    assert editor.text == new
    editor.undo()
    assert editor.text == old


# --- bindings and contract ---------------------------------------------------------------------


def test_the_editor_keeps_the_bindings_of_a_text_area_but_the_screens() -> None:
    own = {key for binding in DraftEditor.BINDINGS for key in binding.key.split(",")}
    theirs = {key for binding in TextArea.BINDINGS for key in binding.key.split(",")}
    assert theirs - own == {"f6", "f7", "ctrl+d"}
    assert own <= theirs


@given(st.text(st.characters(), max_size=30))
def test_whatever_is_entered_only_clean_text_is_kept(text: str) -> None:
    editor = DraftEditor()
    editor.insert(text)
    assert editor.text == clean_own(text).text
