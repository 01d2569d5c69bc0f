"""What goes out can come back: every text exactly, with what belongs to it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy_tui.exchange.export import export
from advocacy_tui.exchange.files_in import read_lines, read_source
from advocacy_tui.exchange.markdown_in import Reading
from advocacy_tui.exchange.markdown_out import markdown_file
from advocacy_tui.models import ActKind, DraftStatus, IdeaStatus
from advocacy_tui.store.acts import add_absence, add_act, set_goal
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.drafts import (
    edit_draft,
    mark_ready,
    new_draft,
    set_draft_status,
    set_fields,
)
from advocacy_tui.store.ideas import delete_ideas, set_idea_status
from advocacy_tui.store.intake import DraftText, Incoming, take_in
from advocacy_tui.store.outgoing import LISTS, PRIVATE_LISTS, items
from advocacy_tui.store.posts import mark_posted
from advocacy_tui.store.preferences import set_settings
from advocacy_tui.store.undoing import undo_last
from advocacy_tui.store.unsaved import keep_unsaved
from advocacy_tui.text import clean_own

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from advocacy_tui.store.database import Database

SECRET = "kanariegul: only for me"
TEXTS = (
    "One line", "Two\nlines", "  indented\n\n\nwith room\t", "---\ntitle: not a front matter\n---",
    "# A heading\n\n- [ ] a list\n\n```\ncode\n```", "æøå ÆØÅ é 漢字 👨‍👩‍👧 #tag @theme",
    "con", "nul.", "a/b\\c:d*e?f\"g<h>i|j", "...", "🙂", "no", "2026-11-23",
    "line\u2028separator\xa0next",
)  # fmt: skip


def filled(database: Database, now: datetime) -> None:
    """Fill a notebook with one of everything."""
    ideas = [
        add_idea(database, text, now=now - timedelta(days=100 - at), tags=("beside", "no"),
                 theme="Grøn omstilling: nu").id
        for at, text in enumerate(TEXTS)
    ]  # fmt: skip
    set_idea_status(database, ideas[:1], IdeaStatus.ARCHIVED, now=now)
    delete_ideas(database, [add_idea(database, "gone for now", now=now).id], now=now)
    for text in ("", "\n\nA draft\nwith empty lines around it\n\n", *TEXTS):
        one = new_draft(database, now=now, text=text, channels=("x", "linkedin"), idea=ideas[1]).id
        set_fields(
            database, one, now=now, title="»Title«: 'quoted' \"twice\"", notes=SECRET,
            audience="no", alt_text="a\nb", type="culture",
        )  # fmt: skip
        mark_ready(database, one, now=now)
        if text:
            mark_posted(database, one, now=now, channel="x", url="https://example.org/?a=1#b")
    set_draft_status(database, one, DraftStatus.ARCHIVED, now=now)
    add_act(database, ActKind.CAFE, now=now)
    add_absence(database, now.date(), None, now=now)
    set_goal(database, 2, now=now)
    set_settings(database, {"name": "Mette"}, now=now)
    keep_unsaved(database, "capture", "half a thought", now=now)


def lists(database: Database, *names: str) -> dict[str, list[dict[str, Any]]]:
    """Return lists without what only tells when a row was written last."""
    return {
        name: [
            {key: value for key, value in item.items() if key not in ("changed_at", "origin")}
            for item in sorted(
                items(database, name), key=lambda item: item.get("id") or item["draft"]
            )
        ]
        for name in names
    }


def test_an_export_brought_into_an_empty_notebook_is_the_same(
    database: Database, opened: Callable, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    written = export(database, str(tmp_path / "out"), now=now)
    assert (written.ideas, written.drafts) == (len(TEXTS), len(TEXTS) + 2)
    other = opened(tmp_path / "other")
    brought = read_source(str(tmp_path / "out"), now=now)
    taken = take_in(other, brought.incoming, now=now)
    assert taken.skipped == 0
    names = ("ideas", "drafts", "versions", "posts", "notes")
    assert lists(other, *names) == lists(database, *names)


def test_an_export_brought_into_its_own_notebook_adds_nothing(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    export(database, str(tmp_path / "out"), now=now)
    brought = read_source(str(tmp_path / "out"), now=now)
    taken = take_in(database, brought.incoming, now=now)
    assert (taken.added, taken.change) == (0, None)


def test_drafts_without_a_word_of_text_are_told_apart_by_their_notes(
    database: Database, now: datetime
) -> None:
    def bring(*notes: str) -> int:
        incoming = Incoming(drafts=[DraftText("", notes=one) for one in notes])
        return take_in(database, incoming, now=now).added

    assert bring("ask Bo", "ask Ida", "ask Bo") == 2
    assert bring("ask Ida") == 0


def test_one_undo_takes_a_whole_export_out_again_and_it_can_come_again(
    database: Database, opened: Callable, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    export(database, str(tmp_path / "out"), now=now)
    other = opened(tmp_path / "other")
    names = ("ideas", "drafts", "versions", "posts")
    first = take_in(other, read_source(str(tmp_path / "out"), now=now).incoming, now=now)
    undo_last(other, now=now)
    assert not any(lists(other, *names).values())
    again = take_in(other, read_source(str(tmp_path / "out"), now=now).incoming, now=now)
    assert again.added == first.added
    texts = [one["text"] for one in items(other, "ideas")]
    assert sorted(texts) == sorted(one["text"] for one in items(database, "ideas"))
    known = {draft["id"] for draft in items(other, "drafts")}
    assert {version["draft"] for version in items(other, "versions")} <= known
    assert {post["draft"] for post in items(other, "posts")} <= known


def test_everything_is_in_the_json_file_too(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    export(database, str(tmp_path / "out"), now=now)
    document = json.loads((tmp_path / "out" / "everything.json").read_text("utf-8"))
    assert document["settings"] == {"name": "Mette"}
    assert (document["program"], document["format"]) == ("advocacy-tui", 1)
    for name in LISTS:
        assert document[name] == list(items(database, name)), name
    private = json.loads((tmp_path / "out" / "private" / "private.json").read_text("utf-8"))
    assert private["private"] is True
    for name in PRIVATE_LISTS:
        assert private[name] == list(items(database, name)), name


def test_what_is_private_is_marked_and_lies_apart(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    out = tmp_path / "out"
    export(database, str(out), now=now)
    holding = [
        path for path in out.rglob("*") if path.is_file() and SECRET in path.read_text("utf-8")
    ]
    assert len(holding) == len(TEXTS) + 3
    assert {path.parent.name for path in holding} == {"private"}
    assert all("private: \"true\"" in path.read_text("utf-8") for path in holding
               if path.suffix == ".md")  # fmt: skip
    shutil.rmtree(out / "private")
    assert "half a thought" not in "".join(p.read_text("utf-8") for p in out.rglob("*.*"))


def test_every_name_can_lie_on_windows_and_on_a_share(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    out = tmp_path / "out"
    export(database, str(out), now=now)
    names = [path.relative_to(out).as_posix() for path in out.rglob("*")]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*(\.md|\.json)?", name), name
        assert len(name) < 140
        for part in name.split("/"):
            assert not re.match(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", part)


def test_only_the_owner_can_read_an_export(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    filled(database, now)
    out = tmp_path / "out"
    export(database, str(out), now=now)
    for path in (out, *out.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_draft_that_changed_since_comes_in_beside_the_present_one(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    one = new_draft(database, now=now, text="as it was").id
    export(database, str(tmp_path / "out"), now=now)
    edit_draft(database, one, "as it is", now=now)
    taken = take_in(database, read_source(str(tmp_path / "out"), now=now).incoming, now=now)
    assert taken.added == 1
    assert sorted(d["text"] for d in items(database, "drafts")) == ["as it is", "as it was"]


plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
tricky = st.sampled_from([
    "---", "---\n", "\n---\nx: y\n---\n", "no", "~", "12:30", "#x", "- a", "'", '"', "\\", "\t",
    ": ",
    "\ufeff", "a: &b c", "*a", "{}", "[]", "!x", "%", "@a", "`", "|", ">", "\u2028", "\x85", "\xa0",
])  # fmt: skip
anything = plain | tricky | st.lists(plain | tricky, max_size=4).map("\n".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=anything, text=anything, tags=st.lists(plain | tricky, max_size=3))
def test_whatever_stands_in_a_draft_is_read_as_it_was_written(
    now: datetime, title: str, text: str, tags: list[str]
) -> None:
    title, text = clean_own(title).text, clean_own(text).text
    written = markdown_file(
        {"advocacy-tui": "draft", "title": title, "channels": tags, "status": "ready"}, text
    )
    reading = Reading(now)
    reading.add_file(written, "one.md")
    [draft] = reading.finished().drafts
    assert (draft.text, draft.title, draft.status) == (text, title, "ready")
    assert not reading.notices


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=anything)
def test_whatever_file_comes_in_becomes_a_text_or_a_notice(now: datetime, text: str) -> None:
    reading = Reading(now)
    reading.add_file(text, "one.md")
    incoming = reading.finished()
    assert len(incoming) + len(reading.notices) >= 1
    for thought in incoming.thoughts:
        assert thought.text.strip()


def test_ten_thousand_lines_come_in_with_one_transaction(database: Database, now: datetime) -> None:
    said: list[str] = []
    database.connection.set_trace_callback(said.append)
    data = "\n".join(f"{at}: en tanke #tag" for at in range(10_000)).encode()
    taken = take_in(database, read_lines(data, "lines").incoming, now=now)
    database.connection.set_trace_callback(None)
    assert taken.added == 10_000
    assert sum(one.startswith("BEGIN") for one in said) == 1
    assert undo_last(database, now=now) is not None
    assert not list(items(database, "ideas"))


@pytest.mark.parametrize("kind", ["idea", "draft", "version", "post", "notes", "poem"])
def test_a_file_of_ours_that_was_changed_by_hand_never_breaks_an_import(
    now: datetime, kind: str
) -> None:
    reading = Reading(now)
    reading.add_file(
        f"---\nadvocacy-tui: {kind}\nid: '../../etc'\nstatus: sleeping\ncreated: soon\n"
        "date: never\ntags: {a: b}\nchannels: [linkedin, nowhere]\nreason: none\n---\nA text",
        "one.md",
    )  # fmt: skip
    incoming = reading.finished()
    for thought in incoming.thoughts:
        assert (thought.id, thought.status, thought.tags) == ("", "open", ())
        assert thought.created_day == "2026-11-23"
    for draft in incoming.drafts:
        assert (draft.channels, draft.status) == (("linkedin",), "draft")
    for version in incoming.versions:
        assert version.reason == "import"
    assert (kind == "poem") == bool(reading.notices)


def test_what_a_person_says_to_herself_is_not_in_what_can_be_handed_on(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    from advocacy_tui.exchange.everything import write_everything, write_private
    from advocacy_tui.store.preferences import set_settings

    own = {"burn": "canary-burn", "stake": "canary-stake", "plan": "canary-plan"}
    set_settings(database, {**own, "name": "Mette"}, now=now)
    write_everything(database, tmp_path / "all.json", now=now)
    write_private(database, tmp_path / "own.json")
    handed_on = (tmp_path / "all.json").read_text("utf-8")
    assert "canary" not in handed_on
    assert json.loads(handed_on)["settings"]["name"] == "Mette"
    assert json.loads((tmp_path / "own.json").read_text("utf-8"))["settings"] == own
