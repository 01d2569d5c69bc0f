"""`export`: asks before a folder that holds something, and writes nothing where it cannot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def _a_notebook(run: Callable) -> None:
    run("add", "a thought of mine")
    run("draft", "new", "--file", "-", stdin=b"a draft of mine")


@pytest.mark.usefixtures("_a_notebook")
def test_everything_is_written_and_counted(run: Callable, tmp_path: Path) -> None:
    told = run("export", str(tmp_path / "new" / "out"), "--json")
    assert told.json == {
        "folder": str(tmp_path / "new" / "out"), "ideas": 1, "drafts": 1, "versions": 0,
        "posts": 0, "notes": 0,
    }  # fmt: skip
    [idea] = (tmp_path / "new" / "out" / "ideas").iterdir()
    assert idea.name.endswith("-a-thought-of-mine.md")
    assert idea.read_text().endswith("---\n\na thought of mine\n")
    assert json.loads((tmp_path / "new" / "out" / "everything.json").read_text())["ideas"]
    for language, word in (("en", "ideas 1, drafts 1"), ("da", "idéer 1, kladder 1")):
        out = run("--language", language, "export", str(tmp_path / language)).out
        assert word in out


@pytest.mark.usefixtures("_a_notebook")
def test_a_folder_that_holds_something_is_asked_about(run: Callable, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear Jonas")
    told = run("export", str(mine))
    assert (told.code, told.out) == (2, "")
    assert "--yes" in told.said
    told = run("export", str(mine), stdin=b"n\n", terminal=True)
    assert (told.code, told.out) == (0, "Nothing was written.\n")
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
    assert run("export", str(mine), stdin=b"y\n", terminal=True).code == 0
    assert run("export", str(mine), "--yes").code == 0
    assert (mine / "letter.txt").read_text() == "dear Jonas"
    assert (mine / "everything.json").is_file()


@pytest.mark.usefixtures("_a_notebook")
def test_an_empty_folder_is_not_asked_about(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("export", str(tmp_path / "empty")).code == 0


@pytest.mark.usefixtures("_a_notebook")
def test_where_nothing_can_be_written_one_sentence_says_so(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    for place in (file, file / "below"):
        for language in ("en", "da"):
            told = run("--language", language, "export", str(place), "--yes")
            assert (told.code, told.out, len(told.said.splitlines())) == (2, "", 1)
    assert file.read_text() == "x"


@pytest.mark.usefixtures("_a_notebook")
def test_a_full_disk_is_one_sentence(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("advocacy_tui.exchange.export.markdown_file", full)
    told = run("export", str(tmp_path / "out"))
    assert (told.code, told.out) == (2, "")
    assert "the disk is full" in told.said
