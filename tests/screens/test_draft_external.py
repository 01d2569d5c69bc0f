"""A text through the person's own editor and back."""

from __future__ import annotations

import contextlib
import shlex
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.errors import UsageProblem
from advocacy_tui.screens import draft_external
from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.draft_external import edit_outside, editor_command
from advocacy_tui.store.drafts import get_draft, new_draft
from advocacy_tui.store.versions import list_versions

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from advocacy_tui.store.database import Database

TEXT = "Grødris til 42.\nOg én ting mere."


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], list[str]]:
    """Make an editor of a few lines of Python, which know the file as `path`."""

    def make(code: str) -> list[str]:
        script = tmp_path / "editor.py"
        script.write_text(
            f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{code}\n", encoding="utf-8"
        )
        return [sys.executable, str(script)]

    return make


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


# --- the round trip -------------------------------------------------------------------------


def test_what_the_editor_saved_comes_back(editor: Any, temporary: Path, tmp_path: Path) -> None:
    command = editor("path.write_text(path.read_text('utf-8').replace('42', '43'), 'utf-8')")
    edited = edit_outside(TEXT, command, keep_in=str(tmp_path))
    assert edited.text == TEXT.replace("42", "43")
    assert edited.remark == ""


def test_the_file_is_for_its_owner_alone_ends_in_md_and_goes_with_all_beside_it(
    editor: Any, temporary: Path, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    command = editor(
        "import os\n"
        "(path.parent / '.draft.md.swp').write_text('left behind')\n"
        f"pathlib.Path({str(seen)!r}).write_text("
        "f'{os.stat(path).st_mode} {os.stat(path.parent).st_mode} {path}')"
    )
    edit_outside(TEXT, command, keep_in=str(tmp_path))
    file_mode, folder_mode, path = seen.read_text().split(" ", 2)
    assert stat.S_IMODE(int(file_mode)) == 0o600
    assert stat.S_IMODE(int(folder_mode)) == 0o700
    assert path.endswith(".md")
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("saved", ["Grødris", "Grødris\n", "Grødris\r\n"])
def test_a_line_end_that_only_the_editor_wanted_does_not_come_along(
    editor: Any, temporary: Path, tmp_path: Path, saved: str
) -> None:
    command = editor(f"path.write_bytes({saved.encode()!r})")
    assert edit_outside("x", command, keep_in=str(tmp_path)).text == "Grødris"


def test_a_line_end_of_the_draft_stays(editor: Any, temporary: Path, tmp_path: Path) -> None:
    assert edit_outside("x\n", editor(""), keep_in=str(tmp_path)).text == "x\n"


def test_a_byte_order_mark_is_no_text(editor: Any, temporary: Path, tmp_path: Path) -> None:
    command = editor("path.write_bytes(b'\\xef\\xbb\\xbfhej')")
    assert edit_outside("x", command, keep_in=str(tmp_path)).text == "hej"


def test_what_is_no_utf8_is_put_aside_and_the_sentence_says_where(
    editor: Any, temporary: Path, tmp_path: Path
) -> None:
    command = editor("path.write_bytes('blå'.encode('latin-1'))")
    with pytest.raises(UsageProblem, match="is not UTF-8 text") as told:
        edit_outside(TEXT, command, keep_in=str(tmp_path))
    (kept,) = tmp_path.glob("from-editor-*.md")
    assert str(kept) in str(told.value)
    assert kept.read_bytes() == "blå".encode("latin-1")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_file_that_is_gone_is_told(editor: Any, temporary: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="The file was gone"):
        edit_outside(TEXT, editor("path.unlink()"), keep_in=str(tmp_path))


def test_an_editor_that_is_not_there_is_told(temporary: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="could not be started"):
        edit_outside(TEXT, ["no-such-editor-anywhere"], keep_in=str(tmp_path))
    assert list(temporary.iterdir()) == []


def test_an_editor_that_ends_badly_keeps_what_it_saved(
    editor: Any, temporary: Path, tmp_path: Path
) -> None:
    same = edit_outside(TEXT, editor("sys.exit(3)"), keep_in=str(tmp_path))
    assert same.text == TEXT
    assert "ended with code 3, so the text is as it was" in same.remark
    command = editor("path.write_text('half')\nsys.exit(3)")
    other = edit_outside(TEXT, command, keep_in=str(tmp_path))
    assert other.text == "half"
    assert "What it had saved is here" in other.remark


def test_an_editor_that_comes_back_at_once_is_suspected_of_a_window_of_its_own(
    editor: Any, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_external, "AT_ONCE", 3600.0)
    assert "code --wait" in edit_outside(TEXT, editor(""), keep_in=str(tmp_path)).remark
    monkeypatch.setattr(draft_external, "AT_ONCE", 0.0)
    assert edit_outside(TEXT, editor(""), keep_in=str(tmp_path)).remark == ""


def test_a_temporary_folder_that_cannot_be_made_is_told(
    editor: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(UsageProblem, match="could not be handed over"):
        edit_outside(TEXT, editor(""), keep_in=str(tmp_path))


# --- which editor ---------------------------------------------------------------------------


def test_visual_goes_before_editor_and_options_are_kept() -> None:
    environ = {"VISUAL": "code --wait", "EDITOR": "vi"}
    assert editor_command(environ) == ["code", "--wait"]
    assert editor_command({"EDITOR": "'/opt/my editor/ed' -x"}) == ["/opt/my editor/ed", "-x"]


def test_without_a_choice_one_that_is_there_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("vi", "nano"):
        tool = tmp_path / name
        tool.write_text("#!/bin/sh\n")
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert editor_command({}) == [str(tmp_path / "nano")]
    assert editor_command({"VISUAL": "  ", "EDITOR": ""}) == [str(tmp_path / "nano")]
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(UsageProblem, match=r"Set \$EDITOR"):
        editor_command({})


def test_an_unreadable_choice_is_told() -> None:
    with pytest.raises(UsageProblem, match="EDITOR cannot be read as a command"):
        editor_command({"EDITOR": "vi 'unclosed"})


# --- from the draft -------------------------------------------------------------------------


@pytest.fixture
def kladde(database: Database, monday: datetime) -> str:
    """A draft with a text in it."""
    return new_draft(database, now=monday, text=TEXT).id


async def through_the_editor(
    make_app: Any, settle: Any, monkeypatch: Any, kladde: str, command: list[str],
    keys: tuple[str, ...], language: str = "en",
) -> tuple[str, str]:  # fmt: skip
    """Press keys in the open draft; returns the text and what was told."""
    monkeypatch.setenv("EDITOR", shlex.join(command))
    monkeypatch.setattr(draft_external, "AT_ONCE", 0.0)
    app = make_app(language)
    app.suspend = contextlib.nullcontext
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_draft(kladde)
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, DraftScreen)
        text = app.screen.editor.text
        if text != TEXT:
            app.screen.editor.undo()
            assert app.screen.editor.text != text
            app.screen.editor.redo()
        return text, "\n".join(note.message for note in app._notifications)


@pytest.mark.parametrize("keys", [("ctrl+t",), ("escape", "E")])
async def test_the_round_trip_cuts_a_version_saves_and_can_be_undone(
    make_app: Any, settle: Any, monkeypatch: Any, kladde: str, editor: Any, database: Database,
    keys: tuple[str, ...],
) -> None:  # fmt: skip
    command = editor("path.write_text(path.read_text('utf-8') + ' Fra vim.', 'utf-8')")
    text, told = await through_the_editor(
        make_app, settle, monkeypatch, kladde, command, ("X", *keys)
    )
    assert text == "X" + TEXT + " Fra vim."
    assert told == ""
    assert get_draft(database, kladde).text == text
    assert "X" + TEXT in {one.text for one in list_versions(database, kladde)}


@pytest.mark.parametrize(
    ("code", "language", "sentence"),
    [
        ("path.unlink()", "en", "The file was gone"),
        ("path.write_bytes(b'\\xff\\xfe')", "da", "er ikke UTF-8-tekst"),
        ("sys.exit(1)", "da", "sluttede med koden 1"),
    ],
)
async def test_whatever_goes_wrong_is_one_sentence_and_the_text_stays(
    make_app: Any, settle: Any, monkeypatch: Any, kladde: str, editor: Any, database: Database,
    code: str, language: str, sentence: str,
) -> None:  # fmt: skip
    text, told = await through_the_editor(
        make_app, settle, monkeypatch, kladde, editor(code), ("ctrl+t",), language
    )
    assert text == TEXT
    assert sentence in told
    assert get_draft(database, kladde).text == TEXT


async def test_control_characters_from_an_editor_are_left_out_and_that_is_said(
    make_app: Any, settle: Any, monkeypatch: Any, kladde: str, editor: Any
) -> None:
    command = editor("path.write_bytes(b'one\\x07two\\x1b')")
    text, told = await through_the_editor(
        make_app, settle, monkeypatch, kladde, command, ("ctrl+t",)
    )
    assert text == "onetwo"
    assert "2 control characters were left out" in told


async def test_a_terminal_that_cannot_be_handed_over_is_told(
    make_app: Any, settle: Any, monkeypatch: Any, kladde: str
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with make_app().run_test(size=(80, 24)) as pilot:
        pilot.app.open_draft(kladde)
        await settle(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        messages = [note.message for note in pilot.app._notifications]
        assert messages == ["Another editor cannot be opened in this kind of terminal."]
        assert pilot.app.screen.editor.text == TEXT


def test_ctrl_c_in_the_editor_does_not_reach_us(
    editor: Any, temporary: Path, tmp_path: Path
) -> None:
    command = editor(
        "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\npath.write_text('after')"
    )
    assert edit_outside(TEXT, command, keep_in=str(tmp_path)).text == "after"
