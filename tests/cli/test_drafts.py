"""`draft` and `posted`: from a first line to a post, in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONTRACT = {"id", "text", "title", "notes", "status", "channels", "idea"}
TODAY = "2026-11-23T09:30:00+01:00"


@pytest.fixture(autouse=True)
def _a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", TODAY)


def test_a_draft_holds_what_it_was_begun_with(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "tekst.md"
    file.write_bytes("\ufeffBlåbær\r\n\r\nog mere\n".encode())
    idea = run("add", "tanken").id
    one = run(
        "draft", "new", "--idea", idea, "--channel", "mastodon", "--channel", "x", "--channel",
        "mastodon", "--type", "event", "--file", str(file),
    ).id  # fmt: skip
    draft = run("--json", "draft", "show", one).json
    assert set(draft) >= CONTRACT
    assert {name: draft[name] for name in (*CONTRACT, "type")} == {
        "id": one, "text": "Blåbær\n\nog mere\n", "title": "tanken", "notes": "",
        "status": "draft", "channels": ["mastodon", "x"], "idea": idea, "type": "event",
    }  # fmt: skip


def test_a_draft_may_begin_empty_and_take_the_usual_channels(run: Callable) -> None:
    run("settings", "channels", "linkedin,blog")
    one = run("draft", "new", "--title", "Min egen").id
    draft = run("--json", "draft", "show", one).json
    assert (draft["text"], draft["title"]) == ("", "Min egen")
    assert draft["channels"] == ["linkedin", "blog"]


def test_a_kind_of_the_programmes_own_is_kept_as_written(run: Callable) -> None:
    one = run("draft", "new", "--type", "Fredagsnyt").id
    assert run("--json", "draft", "show", one).json["type"] == "Fredagsnyt"


def test_the_text_is_shown_exactly(shell: Callable) -> None:
    text = "  Blåbær  \n\n\tog 👩‍👩‍👧 mere\n\n"
    one = shell("draft", "new", "--file", "-", stdin=text.encode()).id
    assert shell("draft", "show", one) == (0, text, "")
    assert shell("draft", "show", one, "--format", "markdown").code == 0
    other = shell("draft", "new", "--file", "-", stdin=b"no line end").id
    assert shell("draft", "show", other).out == "no line end"


@pytest.mark.parametrize(
    "words",
    [
        ("--channel", "myspace"), ("--idea", "NOPE"), ("--file", "none.txt"),
        ("--file", "-"), ("a", "word"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_no_draft_begun(
    run: Callable, words: tuple[str, ...]
) -> None:
    told = run("draft", "new", *words)
    assert (told.code, told.out) == (2, "")
    assert told.said
    assert run("--json", "draft", "list").json == []


def test_drafts_are_listed_last_changed_first_with_words_and_status(run: Callable) -> None:
    first, second = (
        run("draft", "new", "--file", "-", stdin=text.encode()).id
        for text in ("Blåbær\nog mere", "Tærte")
    )
    run("draft", "edit", first, "--file", "-", stdin="Blåbær igen".encode())
    assert [one["id"] for one in run("--json", "draft", "list").json] == [first, second]
    assert [one["id"] for one in run("--json", "draft", "list", "taerte").json] == [second]
    run("draft", "ready", second)
    assert [one["id"] for one in run("--json", "draft", "list", "--status", "ready").json] == [
        second
    ]
    lines = run("draft", "list").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [second, first]
    assert "ready" in lines[0]
    assert "in progress" in lines[1]
    danish = run("--language", "da", "draft", "list").out
    assert "klar" in danish
    assert len(run("draft", "list", "--limit", "1").out.splitlines()) == 2
    assert len(run("--json", "draft", "list", "--limit", "1").json) == 1


def test_an_edit_keeps_the_old_text_as_a_version_that_comes_back(run: Callable) -> None:
    one = run("draft", "new", "--file", "-", stdin=b"first").id
    assert run("draft", "edit", one, "--file", "-", stdin=b"second").id == one
    (version,) = run("--json", "draft", "versions", one).json
    assert set(version) == {"id", "reason", "at", "text"}
    assert (version["reason"], version["text"]) == ("import", "first")
    assert "before a text came in from outside" in run("draft", "versions", one).out
    assert run("draft", "restore", version["id"]).id == one
    assert run("--json", "draft", "show", one).json["text"] == "first"
    assert [v["text"] for v in run("--json", "draft", "versions", one).json] == ["second", "first"]


def test_a_text_and_its_title_are_edited_and_undone_as_one(run: Callable) -> None:
    one = run("draft", "new", "--title", "before", "--file", "-", stdin=b"first").id
    run("draft", "edit", one, "--file", "-", "--title", "after", stdin=b"second")
    shown = run("--json", "draft", "show", one).json
    assert (shown["title"], shown["text"]) == ("after", "second")
    assert run("undo").out == "Undone: rewrote a draft\n"
    shown = run("--json", "draft", "show", one).json
    assert (shown["title"], shown["text"]) == ("before", "first")


def test_an_edit_without_text_changes_nothing(run: Callable) -> None:
    one = run("draft", "new", "--file", "-", stdin=b"first").id
    assert run("draft", "edit", one, "--file", "-", stdin=b" \n").code == 2
    assert run("draft", "edit", one).code == 2
    assert run("--json", "draft", "show", one).json["text"] == "first"


def test_a_draft_is_ready_posted_and_deleted(run: Callable) -> None:
    one = run("draft", "new", "--channel", "x", "--file", "-", stdin=b"text").id
    assert run("--json", "draft", "ready", one).json == {"id": one}
    assert run("--json", "draft", "show", one).json["status"] == "ready"
    post = run("--json", "posted", one, "--url", "https://example.org/1").json
    assert set(post) == {"id"}
    assert run("--json", "draft", "show", one).json["status"] == "posted"
    assert [act["kind"] for act in run("--json", "acts").json] == ["draft", "posted"]
    assert run("draft", "delete", one).id == one
    assert run("draft", "show", one).code == 2
    assert run("undo").out == "Undone: deleted a draft\n"


def test_an_empty_draft_cannot_be_posted(run: Callable) -> None:
    one = run("draft", "new").id
    told = run("posted", one)
    assert told == (
        2, "", "There is no text in this draft yet. Write some, then try again.\n",
    )  # fmt: skip
    assert run("--json", "draft", "show", one).json["status"] == "draft"
    assert run("--json", "acts").json == []


def test_a_post_may_lie_back_but_not_ahead(run: Callable) -> None:
    one = run("draft", "new", "--file", "-", stdin=b"text").id
    told = run("posted", one, "--on", "2026-11-24")
    assert told == (
        2, "", "2026-11-24 is still to come. Give today's date or an earlier one.\n",
    )  # fmt: skip
    assert run("posted", one, "--on", "2026-11-31").code == 2
    assert run("posted", one, "--channel", "myspace").code == 2
    assert run("--json", "acts").json == []
    assert run("posted", one, "--on", "2026-11-02").code == 0
    assert [act["day"] for act in run("--json", "acts").json] == ["2026-11-02"]


@pytest.mark.parametrize(
    "words",
    [
        ("draft", "show"), ("draft", "edit"), ("draft", "ready"), ("draft", "copy"),
        ("draft", "versions"), ("draft", "restore"), ("draft", "delete"), ("posted",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_unknown_id_is_said(run: Callable, words: tuple[str, ...]) -> None:
    run("add", "x")
    more = ("--file", "-") if words[-1] == "edit" else ()
    for language in ("en", "da"):
        told = run("--language", language, "--json", *words, "NOPE", *more, stdin=b"text")
        assert (told.code, told.out) == (2, "")
        assert "NOPE" in told.said
        assert ("There is no" in told.said) == (language == "en")
    assert run("undo").out == "Undone: kept a thought\n"


def test_a_verb_is_needed(run: Callable) -> None:
    for words in (("draft",), ("draft", "publish"), ("idea",)):
        told = run(*words)
        assert (told.code, told.out) == (2, "")
        assert "--help` shows how." in told.said
