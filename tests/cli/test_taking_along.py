"""The details beside a draft's text, taking it along, and what is told about shared ideas."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.paths import LAST_COPIED

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "**Blåbær** er ikke *bær*.\n\n- [se her](https://example.org/a_b)\n"


@pytest.fixture(autouse=True)
def _a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-23T09:30:00+01:00")


@pytest.fixture
def draft(run: Callable) -> str:
    """A draft with some text; taking it along writes the file alone."""
    run("settings", "clipboard", "file")
    one: str = run("draft", "new", "--file", "-", stdin=TEXT.encode()).id
    return one


def copied() -> Path:
    return Path(os.environ["ADVOCACY_TUI_HOME"]) / LAST_COPIED


def test_a_text_is_taken_along_exactly_and_a_version_is_kept(run: Callable, draft: str) -> None:
    told = run("draft", "copy", draft)
    assert (told.code, told.out) == (0, "")
    assert told.said == f"The text lies in {copied()}\n"
    assert copied().read_bytes() == TEXT.encode()
    assert [one["reason"] for one in run("--json", "draft", "versions", draft).json] == ["copy"]


def test_taking_a_text_along_says_in_json_how_it_went(run: Callable, draft: str) -> None:
    assert run("draft", "copy", draft, "--format", "linkedin", "--json").json == {
        "id": draft, "way": "file", "checked": False, "file": str(copied()),
    }  # fmt: skip
    assert (
        copied().read_text("utf-8") == "Blåbær er ikke bær.\n\n• se her https://example.org/a_b\n"
    )


def test_without_a_terminal_and_a_clipboard_the_file_is_named(shell: Callable) -> None:
    one = shell("draft", "new", "--file", "-", stdin=TEXT.encode()).id
    told = shell("draft", "copy", one, "--language", "da", TERM="dumb", PATH="")
    assert (told.code, told.out) == (0, "")
    assert told.said == f"Ingen udklipsholder svarede her. Teksten ligger i {copied()}\n"


@pytest.mark.parametrize("name", ["linkedin", "markdown", "html"])
def test_a_draft_is_shown_in_other_forms(run: Callable, draft: str, name: str) -> None:
    shown = run("--json", "draft", "show", draft, "--format", name).json["text"]
    assert ("<strong>" in shown, "**" in shown, "•" in shown) == {
        "linkedin": (False, False, True),
        "markdown": (False, True, False),
        "html": (True, False, False),
    }[name]


def test_what_was_taken_along_goes_when_it_is_purged(run: Callable, draft: str) -> None:
    run("draft", "copy", draft)
    assert run("purge", draft, "--yes").code == 0
    assert not copied().exists()


@pytest.mark.parametrize("verb", ["ready", "copy"])
def test_an_empty_draft_is_not_ready_and_not_taken_along(run: Callable, verb: str) -> None:
    run("settings", "clipboard", "file")
    one = run("draft", "new").id
    told = run("draft", verb, one)
    assert (told.code, told.out) == (2, "")
    assert told.said.startswith("There is no text in this draft yet.")
    assert not copied().exists()
    assert run("--json", "acts").json == []


def test_the_details_are_changed_without_a_new_text(run: Callable, draft: str) -> None:
    assert run("draft", "edit", draft, "--title", "Bær", "--notes", "spørg Mette").id == draft
    run("draft", "edit", draft, "--channel", "x", "--channel", "blog", "--type", "Fra hverdagen")
    shown = run("--json", "draft", "show", draft).json
    assert (shown["title"], shown["notes"], shown["text"]) == ("Bær", "spørg Mette", TEXT)
    assert (shown["channels"], shown["type"]) == (["x", "blog"], "perspective")
    run("undo")
    run("undo")
    assert run("--json", "draft", "show", draft).json["notes"] == ""


def test_a_draft_is_laid_away_and_taken_out_again(run: Callable, draft: str) -> None:
    assert run("draft", "archive", draft).id == draft
    assert run("draft", "list").out == ""
    assert [one["id"] for one in run("--json", "draft", "list", "--status", "archived").json] == [
        draft
    ]
    run("draft", "open", draft)
    assert [one["status"] for one in run("--json", "draft", "list").json] == ["draft"]


@pytest.mark.parametrize(
    "url", ["example.org/1", "javascript:alert(1)", "https://", "https://a b", "file:///etc/x"]
)
def test_a_post_is_not_kept_with_an_address_no_browser_opens(
    run: Callable, draft: str, url: str
) -> None:
    told = run("posted", draft, "--url", url)
    assert (told.code, told.out) == (2, "")
    assert "is no web address" in told.said
    assert run("--json", "draft", "show", draft).json["status"] == "draft"


def test_an_idea_says_on_the_side_what_there_is_to_know(run: Callable) -> None:
    one = run("add", "En tanke", "om #varme").id
    told = run("idea", "show", one)
    assert told.out.rstrip("\n") == "En tanke om #varme"
    assert "#varme" in told.said
    assert run("--json", "idea", "show", one).said == ""


def test_a_shared_idea_that_has_had_its_day_says_so(run: Callable) -> None:
    shown = {
        one["id"]: run("--json", "catalogue", "show", one["id"]).json["until"]
        for one in run("--json", "catalogue").json
    }
    stale = {one for one, until in shown.items() if until and until < "2026-11-23"}
    lines = run("catalogue", "--limit", "500").out.splitlines()
    told = {line.split()[0] for line in lines if line.endswith("(has had its day)")}
    assert stale
    assert told == stale
    assert "has had its day" in run("catalogue", "show", min(stale)).out


def test_a_theme_there_is_not_is_answered_with_those_there_are(run: Callable) -> None:
    told = run("catalogue", "--theme", "Elefanter", "--language", "da")
    assert (told.code, told.out) == (0, "")
    assert "Temaerne er: " in told.said
    assert "Grøn omstilling" in told.said


def test_the_danish_words_for_a_kind_serve_in_the_shell(run: Callable) -> None:
    by_words = run("--language", "da", "--json", "catalogue", "--type", "noget, jeg mener").json
    by_id = run("--language", "da", "--json", "catalogue", "--type", "opinion").json
    assert by_words == by_id != []
    assert run("--json", "prompt", "--type", "fra et event").json["type"] == "event"


def test_json_stays_json_on_a_terminal_without_unicode(shell: Callable) -> None:
    shell("add", "Blåbær 👩‍👩‍👧")
    told = shell("ideas", "--json", PYTHONIOENCODING="ascii")
    assert told.json[0]["text"] == "Blåbær 👩‍👩‍👧"
    one = told.json[0]["id"]
    shown = shell("idea", "show", one, "--json", PYTHONIOENCODING="latin-1")
    assert shown.json["text"] == "Blåbær 👩‍👩‍👧"
    assert shell("idea", "show", one, PYTHONIOENCODING="ascii").out == "Blåbær 👩‍👩‍👧"
