"""Finding and replacing beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.widgets import Input, Static

from advocacy_tui import i18n
from advocacy_tui.widgets.editor import DraftEditor
from advocacy_tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

TEXT = "Varme i går.\nI dag varme, i morgen varme.\n"


class Desk(App[None]):
    """An editor with its bar; ctrl+f opens it, as the draft screen's key does."""

    BINDINGS = [("ctrl+f", "find")]

    def __init__(self, text: str = TEXT) -> None:
        super().__init__()
        self.given = text

    def compose(self) -> ComposeResult:
        editor = DraftEditor(self.given)
        yield editor
        yield FindBar(editor)

    def on_mount(self) -> None:
        self.editor.focus()

    def action_find(self) -> None:
        self.bar.open()

    @property
    def editor(self) -> DraftEditor:
        return self.query_one(DraftEditor)

    @property
    def bar(self) -> FindBar:
        return self.query_one(FindBar)

    @property
    def said(self) -> str:
        return str(self.query_one("#find-count", Static).content)

    @property
    def selected(self) -> tuple[int, str]:
        start = min(self.editor.selection)
        return self.editor.offset_of(start), self.editor.selected_text


async def _replace_with(pilot: Pilot[None], app: Desk, words: str) -> None:
    app.query_one("#find-replacement", Input).value = words
    await pilot.pause()


async def test_the_bar_is_hidden_until_it_is_opened_and_hides_again() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        assert not app.bar.display
        await pilot.press("ctrl+f")
        assert app.bar.display
        assert app.focused is app.query_one("#find-needle", Input)
        await pilot.press("escape")
        assert not app.bar.display
        assert app.focused is app.editor


async def test_typing_finds_the_first_place_and_enter_goes_round() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+f", *"varme")
        assert (app.said, app.selected) == ("1 of 3", (0, "Varme"))
        await pilot.press("enter")
        assert (app.said, app.selected) == ("2 of 3", (19, "varme"))
        await pilot.press("enter", "enter")
        assert (app.said, app.selected) == ("1 of 3", (0, "Varme"))
        await pilot.press("f3")
        assert (app.said, app.selected) == ("3 of 3", (35, "varme"))
        await pilot.press("shift+enter")
        assert app.said == "2 of 3"
        await pilot.press("escape")
        assert app.editor.selected_text == "varme"


async def test_finding_begins_at_the_cursor_with_what_is_selected() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.select_range(19, 24)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert app.bar.needle == "varme"
        assert (app.said, app.selected) == ("2 of 3", (19, "varme"))


async def test_capitals_count_when_asked_to() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+f", *"varme", "alt+c")
        assert (app.said, app.selected) == ("Aa 1 of 2", (19, "varme"))
        await pilot.press("alt+c")
        assert app.said == "1 of 3"


async def test_a_word_that_is_not_there_is_said_and_moves_nothing() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.goto_offset(5)
        await pilot.press("ctrl+f", *"xyz", "enter", "f3", "ctrl+r", "alt+r")
        assert app.said == "Not in the text"
        assert app.editor.offset_of(app.editor.cursor_location) == 5
        assert app.editor.text == TEXT


async def test_replacing_one_place_goes_to_the_next_and_is_one_step_of_the_history() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+f", *"varme")
        await _replace_with(pilot, app, "kulde")
        await pilot.press("ctrl+r")
        assert app.editor.text == TEXT.replace("Varme", "kulde")
        assert (app.said, app.selected[1]) == ("1 of 2", "varme")
        await pilot.press("ctrl+r")
        assert app.editor.text.count("kulde") == 2
        await pilot.press("ctrl+z")
        assert app.editor.text.count("kulde") == 1
        await pilot.press("ctrl+z")
        assert app.editor.text == TEXT


@pytest.mark.parametrize("key", ["alt+r", "ctrl+shift+r"])
async def test_replacing_all_is_one_step_of_the_history(key: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+f", *"varme")
        await _replace_with(pilot, app, "varme varme")
        await pilot.press(key)
        assert app.editor.text.lower().count("varme varme") == 3
        assert app.said == "3 replaced"
        await pilot.press("ctrl+z")
        assert app.editor.text == TEXT
        await pilot.press("ctrl+y")
        assert app.editor.text.lower().count("varme varme") == 3


async def test_the_places_follow_the_text() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+f", *"varme", "escape")
        app.editor.replace_all_text("varme")
        await pilot.press("ctrl+f", "enter")
        assert (app.said, app.selected) == ("1 of 1", (0, "varme"))


async def test_the_bar_speaks_danish() -> None:
    i18n.use("da")
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+f", *"varme")
        assert app.said == "1 af 3"
        assert [str(label.content) for label in app.query(Static)][:2] == ["Find", "Sæt ind"]
