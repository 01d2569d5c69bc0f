"""`import`: what comes in, what stays out and is said, and the one undo for all of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def texts(run: Callable) -> list[str]:
    """Return the notebook's texts, oldest first."""
    return [idea["text"] for idea in reversed(run("ideas", "--json").json)]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files under a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def messages(told: Any) -> str:
    """Return every problem's path and message, one a line."""
    return "\n".join(f"{one['path']}: {one['message']}" for one in told.json["problems"])


# --- plain lines --------------------------------------------------------------------------------


def test_plain_lines_are_one_idea_each_and_blank_ones_none(run: Callable, tmp_path: Path) -> None:
    file = write(tmp_path, {"a.txt": "first\n\n  second #tag  \r\n\t\n- third, @theme\n"}) / "a.txt"
    told = run("import", str(file), "--json")
    assert told.json == {"added": 3, "skipped": 0, "problems": []}
    assert texts(run) == ["first", "second #tag", "- third, @theme"]
    assert run("ideas", "second", "--json").json[0]["tags"] == ["tag"]


def test_standard_input_is_plain_lines(run: Callable) -> None:
    told = run("import", "-", stdin="æble\nblåbær".encode())
    assert (told.code, told.said) == (0, "")
    assert told.out == "2 texts came in. `advocacy-tui undo` takes it all back.\n"
    assert texts(run) == ["æble", "blåbær"]
    assert run("import", "-", "--json").json == {"added": 0, "skipped": 0, "problems": []}


def test_one_undo_takes_all_of_it_back_and_it_can_come_again(run: Callable) -> None:
    run("import", "-", stdin=b"one\ntwo\nthree")
    assert run("undo", "--json").json == {"undone": "brought 3 texts in"}
    assert texts(run) == []
    assert run("import", "-", "--json", stdin=b"one\ntwo\nthree").json["added"] == 3
    assert run("--language", "da", "undo", "--json").json == {"undone": "hentede 3 tekster ind"}


def test_what_is_here_is_skipped_however_it_came(run: Callable) -> None:
    run("add", "typed by hand")
    told = run(
        "import", "-", "--json", stdin="typed by hand\nblåbær\nbla\u030aba\u0308r\n".encode()
    )
    assert told.json["added"] == 2
    told = run("import", "-", "--json", stdin="bla\u030abær\nblåbær  \ntyped by hand".encode())
    assert told.json == {"added": 0, "skipped": 3, "problems": []}
    assert "3 were here before." in run("import", "-", stdin="blåbær\n".encode() * 3).out


def test_what_was_brought_in_stays_out_when_it_was_edited_or_deleted_since(run: Callable) -> None:
    run("import", "-", stdin=b"edited later\ndeleted later")
    deleted, edited = (idea["id"] for idea in run("ideas", "--json").json)
    run("idea", "edit", edited, "another text")
    run("idea", "delete", deleted)
    told = run("import", "-", "--json", stdin=b"edited later\ndeleted later\nnew")
    assert told.json["added"] == 1
    assert texts(run) == ["another text", "new"]


def test_a_deleted_thought_that_was_typed_may_come_in(run: Callable) -> None:
    run("idea", "delete", run("add", "typed").id)
    assert run("import", "-", "--json", stdin=b"typed").json["added"] == 1


def test_other_letters_than_utf8_are_read_and_said(run: Callable, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "blåbær".encode("cp1252"), "b.txt": "grød".encode("utf-16"),
                     "c.txt": "\ufeffærte".encode()})  # fmt: skip
    told = run("import", str(tmp_path / "a.txt"), "--json")
    assert "Windows-1252" in messages(told)
    for name in ("b.txt", "c.txt"):
        assert run("import", str(tmp_path / name), "--json").json["problems"] == []
    assert texts(run) == ["blåbær", "grød", "ærte"]


def test_control_characters_stay_out_and_are_counted(run: Callable) -> None:
    told = run("import", "-", "--json", stdin=b"a\x1b[31mb\x07\n")
    assert "2 control characters" in messages(told)
    assert texts(run) == ["a[31mb"]


@pytest.mark.parametrize("name", ["missing.txt", "ideas.json", "ideas.csv", "picture.txt", "m.md"])
def test_what_cannot_be_read_is_one_sentence_and_brings_nothing_in(
    run: Callable, tmp_path: Path, name: str
) -> None:
    write(tmp_path, {"ideas.json": "[]", "ideas.csv": "a,b", "picture.txt": b"\x89PNG\0\0",
                     "m.md": b"\0\1"})  # fmt: skip
    english = run("import", str(tmp_path / name))
    danish = run("--language", "da", "import", str(tmp_path / name))
    for told in (english, danish):
        assert (told.code, told.out, len(told.said.splitlines())) == (2, "", 1)
    assert english.said != danish.said
    assert texts(run) == []


# --- Markdown -----------------------------------------------------------------------------------


def test_a_markdown_file_is_one_idea_with_its_tags_theme_and_date(
    run: Callable, tmp_path: Path
) -> None:
    body = "# A heading\n\nWith a [[link]] and ![[picture.png]]\n\n- a list #more\n"
    write(tmp_path, {"one.md": f"---\ntags: [heat, 'two words']\ntheme: Grøn\n"
                               f"date: 2024-02-03\n---\n\n{body}"})  # fmt: skip
    assert run("import", str(tmp_path / "one.md"), "--json").json == {
        "added": 1, "skipped": 0, "problems": [],
    }  # fmt: skip
    [idea] = run("ideas", "--json").json
    assert idea["text"] == body.rstrip("\n")
    assert idea["tags"] == ["heat", "two words", "more"]
    assert idea["theme"] == "Grøn"
    assert idea["created_at"].startswith("2024-02-03T")


@pytest.mark.parametrize(
    ("said", "tags"),
    [("tags: heat, cold", ["heat", "cold"]), ("tags: heat cold", ["heat", "cold"]),
     ("Tags:\n  - heat\n  - '#cold'", ["heat", "cold"]), ("tag: heat", ["heat"]),
     ("tags: [no, 12:30]", ["no", "12:30"]), ("tags:", []), ("tags: []", [])],
)  # fmt: skip
def test_tags_are_read_in_every_way_they_are_written(
    run: Callable, tmp_path: Path, said: str, tags: list[str]
) -> None:
    write(tmp_path, {"one.md": f"---\n{said}\n---\ntext"})
    run("import", str(tmp_path / "one.md"))
    assert run("ideas", "--json").json[0]["tags"] == tags


@pytest.mark.parametrize(
    ("said", "day"),
    [("2024-02-03", "2024-02-03"), ("2024-02-03T23:30:00+01:00", "2024-02-03"),
     ("2024-02-03 10:00", "2024-02-03"), ("3.2.2024", "2024-02-03"), ("03-02-2024", "2024-02-03")],
)  # fmt: skip
def test_dates_are_read_in_every_way_they_are_written(
    run: Callable, tmp_path: Path, said: str, day: str
) -> None:
    write(tmp_path, {"one.md": f"---\ncreated: {said}\n---\ntext"})
    told = run("import", str(tmp_path / "one.md"), "--json")
    assert told.json["problems"] == []
    assert run("ideas", "--json").json[0]["created_at"][:10] == day


@pytest.mark.parametrize("said", ["soon", "2024-02-30", "9999-01-01", "0001-01-01", "31.31.2024"])
def test_a_date_that_cannot_be_is_said_and_todays_serves(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-25T10:00:00+01:00")
    write(tmp_path, {"one.md": f"---\ndate: {said}\n---\ntext"})
    assert said in messages(run("import", str(tmp_path / "one.md"), "--json"))
    assert run("ideas", "--json").json[0]["created_at"].startswith("2026-11-25")


def test_a_title_apart_from_the_text_is_its_first_line(run: Callable, tmp_path: Path) -> None:
    write(tmp_path, {
        "a.md": "---\ntitle: Waste heat\n---\nIt is warm.",
        "b.md": "---\ntitle: Waste heat, again\n---\n# Waste heat, again\n\nStill warm.",
        "c.md": "---\ntitle: Only a title\n---\n",
    })  # fmt: skip
    run("import", str(tmp_path))
    assert sorted(texts(run)) == [
        "# Waste heat, again\n\nStill warm.", "Only a title", "Waste heat\n\nIt is warm.",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x01\x02", b"---\ntags: [a]\n---\n", b"***\n"])
def test_a_file_without_text_is_no_idea_and_is_named(
    run: Callable, tmp_path: Path, data: bytes
) -> None:
    write(tmp_path, {"Only a name.md": data})
    for place in (tmp_path, tmp_path / "Only a name.md"):
        told = run("import", str(place), "--json")
        assert told.json["added"] == 0
        (problem,) = (one for one in told.json["problems"] if "Only a name" in one["path"])
        assert problem["message"] == "There was no text in it."
    assert texts(run) == []


def test_a_front_matter_that_cannot_be_read_stays_in_the_text(
    run: Callable, tmp_path: Path
) -> None:
    broken = {
        "colon.md": "---\na: b: c\n---\nbody",
        "open.md": "---\nno end\nbody",
        "bomb.md": "---\na: &a [x]\nb: *a\n---\nbody",
        "rule.md": "---\n\nA text under a rule",
    }
    told = run("import", str(write(tmp_path / "v", dict(broken))), "--json")
    assert {one["path"] for one in told.json["problems"]} == set(broken)
    assert all(one["line"] for one in told.json["problems"])
    assert sorted(texts(run)) == sorted(broken.values())


def test_front_matter_that_has_no_place_here_is_named(run: Callable, tmp_path: Path) -> None:
    write(
        tmp_path, {"a.md": "---\naliases: [x]\nrating: 5\n---\na", "b.md": "---\nrating: 1\n---\nb"}
    )
    said = messages(run("import", str(tmp_path), "--json"))
    assert said.count("rating") == 1
    assert "aliases" in said


def test_a_vault_is_read_but_for_hidden_folders_links_and_other_files(
    run: Callable, tmp_path: Path
) -> None:
    vault = write(tmp_path / "vault", {
        "one.md": "one", "below/two.MD": "two", "below/deeper/three.markdown": "three",
        ".obsidian/app.md": "hidden", ".trash/old.md": "hidden", "binary.md": b"a\0b",
        "picture.png": b"\x89PNG", "list.txt": "not Markdown", "large.md": "x" * 1_000_001,
        "empty.md": "", "--.md": "",
    })  # fmt: skip
    secret = write(tmp_path, {"secret.md": "beyond the vault"}) / "secret.md"
    (vault / "link.md").symlink_to(secret)
    (vault / "folder").symlink_to(tmp_path, target_is_directory=True)
    told = run("import", str(vault), "--json")
    assert sorted(texts(run)) == ["one", "three", "two"]
    said = messages(told)
    for name in (".obsidian", ".trash", "link.md", "folder", "binary.md", "picture.png", "list.txt",
                 "large.md", "--.md", "empty.md"):  # fmt: skip
        assert name in said, name
    assert (told.json["added"], told.json["skipped"]) == (3, 0)
    assert run("import", str(vault), "--json").json["skipped"] == 3


def test_what_was_passed_over_is_told_in_the_chosen_language(run: Callable, tmp_path: Path) -> None:
    write(tmp_path / "v", {"a.png": "x", "b.md": "text"})
    assert "1 file is no Markdown" in run("import", str(tmp_path / "v")).said
    run("settings", "language", "da")
    assert "1 fil er ikke Markdown" in run("import", str(tmp_path / "v")).said


def test_a_folder_that_cannot_be_read_is_said(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = write(tmp_path / "v", {"a.md": "text", "closed/b.md": "text"})
    really = os.scandir

    def scandir(folder: Path) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return really(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    told = run("import", str(vault), "--json")
    assert told.json["added"] == 1
    assert "closed: It could not be read (the right to do so is missing)." in messages(told)


def test_older_files_come_before_newer_ones(run: Callable, tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "---\ndate: 2025-05-05\n---\nlater", "b.md": "no date",
                     "c.md": "---\ndate: 2024-01-01\n---\nearlier"})  # fmt: skip
    run("import", str(tmp_path))
    assert texts(run) == ["earlier", "later", "no date"]


def test_nothing_counts_in_the_week_because_of_an_import(run: Callable) -> None:
    run("import", "-", stdin=b"word " * 60)
    assert run("acts", "--json").json == []
