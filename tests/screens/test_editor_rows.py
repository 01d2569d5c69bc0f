"""The rows of the editor: in step with the text after anything, and painted as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App
from textual.widgets import Input
from textual.widgets.text_area import Selection

from advocacy_tui.text import graphemes
from advocacy_tui.themes import THEMES
from advocacy_tui.widgets import editor_wrap
from advocacy_tui.widgets.editor import DraftEditor
from advocacy_tui.widgets.editor_paint import starter_rows
from advocacy_tui.widgets.editor_wrap import wrap

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import ComposeResult

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1f0"
QUESTIONS = (
    "Start midt i det: hvor stod du, hvem sagde hvad?",
    "Hvad forstod du bagefter, som du ikke forstod før?",
    "Hvad vil du gerne spørge læseren om?",
)


class Desk(App[None]):
    """An app with the editor and another place for the focus."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.given = text

    def compose(self) -> ComposeResult:
        yield DraftEditor(self.given)
        yield Input(id="elsewhere")

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.editor.focus()

    @property
    def editor(self) -> DraftEditor:
        return self.query_one(DraftEditor)


def _shown(editor: DraftEditor, rows: int) -> list[str]:
    return [editor.render_line(y).text.rstrip() for y in range(rows)]


# --- rows -------------------------------------------------------------------------------------

pieces = st.sampled_from([*"aæ  \t漢", "ord ", "langtord ", "\n", "\n\n", FAMILY, FLAG, "e\u0301",
                          "\u0301", "\u200b", "\u2028", "\u00a0"])  # fmt: skip
texts = st.lists(pieces, max_size=12).map("".join)
steps = st.one_of(
    st.tuples(st.just("replace"), st.integers(0, 60), st.integers(0, 12), texts),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("resize"), st.integers(2, 20)),
    st.tuples(st.just("cut line")),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.lists(steps, max_size=12))
def test_after_any_edits_the_rows_are_those_of_a_fresh_wrap(
    text: str, edits: list[tuple[object, ...]]
) -> None:
    editor = DraftEditor(text)
    editor.rows.wrap(10)
    for kind, *rest in edits:
        if kind == "replace":
            start, length, inserted = rest
            first = editor.draft.location_at(start)
            editor.replace(inserted, first, editor.draft.location_at(start + length))
        elif kind == "resize":
            editor.rows.wrap(rest[0])
        else:
            {"undo": editor.undo, "redo": editor.redo, "cut line": editor.action_delete_line}[
                kind
            ]()
        rows = editor.rows
        fresh = [wrap(line, rows.width, rows.tab) for line in editor.text.split("\n")]
        assert [rows.get_offsets(n) for n in range(editor.draft.line_count)] == fresh
        assert rows.height == sum(len(division) + 1 for division in fresh)
        assert ["".join(parts) for parts in rows.lines] == editor.text.split("\n")
        seen = [rows.row_at(y) for y in range(rows.height)]
        assert all(row is not None for row in seen)
        assert rows.row_at(rows.height) is None


async def test_resizing_the_terminal_wraps_at_the_reading_width() -> None:
    app = Desk("ord " * 100)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.editor.rows.width == app.editor.reading_width == 66
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert app.editor.rows.width == app.editor.reading_width == 72
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert app.editor.rows.width < 40
        assert "".join(app.editor.rows.lines[0]) == "ord " * 100


@given(texts)
def test_a_location_and_its_cell_find_each_other(text: str) -> None:
    editor = DraftEditor(text)
    editor.rows.wrap(8)
    for row, line in enumerate(editor.draft.lines):
        column = 0
        for cluster in [*graphemes(line), ""]:
            cell = editor.rows.location_to_offset((row, column))
            assert editor.rows.offset_to_location(cell) == (row, column)
            column += len(cluster)


# --- looks ------------------------------------------------------------------------------------


async def test_what_is_shown_is_the_text_in_rows() -> None:
    app = Desk(f"Første linje\n\nTab\ther og {FAMILY} nul\u200bbredde\u202e")
    async with app.run_test() as pilot:
        app.query_one("#elsewhere").focus()
        await pilot.pause()
        assert _shown(app.editor, 4) == ["Første linje", "", f"Tab her og {FAMILY} nul·bredde·", ""]
        assert all(app.editor.render_line(y).cell_length == 80 for y in range(4))


def _attributes(style: Style | None) -> tuple[bool, ...]:
    assert style is not None
    return (bool(style.reverse), bool(style.underline), bool(style.bold), bool(style.dim))


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_cursor_selection_and_questions_are_seen_in_every_theme(theme: str) -> None:
    app = Desk("tekst")
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.press("shift+right", "shift+right", "shift+right")
        await pilot.pause()
        segments = [s for s in app.editor.render_lines(app.editor.size.region)[0] if s.text.strip()]
        assert [s.text for s in segments] == ["tek", "s", "t"]
        selected, cursor, bare = (s.style for s in segments)
        assert len({selected, cursor, bare}) == 3
        app.editor.replace_all_text("")
        app.editor.starter = QUESTIONS
        await pilot.pause()
        question = next(iter(app.editor.render_lines(app.editor.size.region)[1])).style
        assert question != bare
        if theme in ("ansi", "plain"):
            assert len({_attributes(style) for style in (selected, cursor, bare)}) == 3
            assert _attributes(question) != _attributes(bare)


async def test_a_selection_over_a_line_end_shows_on_an_empty_line() -> None:
    app = Desk("a\n\nb")
    async with app.run_test() as pilot:
        app.editor.selection = Selection((0, 0), (2, 1))
        await pilot.pause()
        first, rest = app.editor.render_line(1)
        assert (first.text, len(rest.text)) == (" ", 79)
        assert first.style != rest.style
        assert first.style == next(iter(app.editor.render_line(0))).style


async def test_grey_questions_stand_in_an_empty_draft_and_are_no_text() -> None:
    app = Desk()
    async with app.run_test(size=(80, 16)) as pilot:
        app.editor.starter = QUESTIONS
        await pilot.pause()
        shown = _shown(app.editor, 14)
        assert [shown.index(question) for question in QUESTIONS] == [1, 6, 10]
        assert app.editor.text == ""
        await pilot.press("x")
        assert _shown(app.editor, 3) == ["x", "", ""]
        await pilot.press("backspace")
        assert _shown(app.editor, 2)[1] == QUESTIONS[0]
        app.editor.starter = ()
        await pilot.pause()
        assert _shown(app.editor, 2) == ["", ""]


@given(st.lists(st.text("ab ", min_size=1, max_size=60), max_size=4), st.integers(8, 70),
       st.integers(1, 30))  # fmt: skip
def test_starter_rows_leave_the_first_row_to_the_cursor_and_fit(
    questions: list[str], width: int, height: int
) -> None:
    rows = starter_rows(questions, width, height)
    assert rows[0] == ""
    assert len(rows) <= height
    assert all(len(row) <= width for row in rows)


# --- long lines -------------------------------------------------------------------------------


async def test_a_key_in_a_very_long_line_measures_a_few_rows_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Desk("ord og mere til " * 4_000)
    async with app.run_test() as pilot:
        app.editor.goto_offset(30_000)
        await pilot.pause()
        measured: list[int] = []
        original = editor_wrap.row_end

        def counted(line: str, start: int, width: int, tab: int) -> int | None:
            measured.append(start)
            return original(line, start, width, tab)

        monkeypatch.setattr(editor_wrap, "row_end", counted)
        await pilot.press("x")
        assert 0 < len(measured) < 12
