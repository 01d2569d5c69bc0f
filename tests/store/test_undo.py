"""Every act can be taken back by name, also after a restart."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui import i18n
from advocacy_tui.errors import UsageProblem
from advocacy_tui.models import ActKind, CatalogueIdea, DraftStatus, IdeaStatus
from advocacy_tui.store import (
    acts,
    catalogue,
    drafts,
    ideas,
    posts,
    preferences,
    undo,
    undoing,
    versions,
)
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.intake import DraftText, Incoming, take_in
from advocacy_tui.store.working_text import keep_details, save_details, save_over
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.store.change import Change
    from advocacy_tui.store.database import Database

    Act = Callable[[Database, datetime, "Known"], Change | None]

DAY = date(2026, 11, 20)
KEPT_AS_TYPED = "changed a draft's details"
LONG = " ".join(["ord"] * 40)


class Known:
    """What is there before each act: ids by name."""

    def __init__(self, database: Database, now: datetime) -> None:
        self.idea = add_idea(database, "blåbær #kyst", now=now).id
        self.other = add_idea(database, "tærte", now=now).id
        self.away = add_idea(database, "lagt væk", now=now).id
        ideas.set_idea_status(database, [self.away], IdeaStatus.ARCHIVED, now=now)
        self.draft = drafts.new_draft(database, now=now, text="en kladde", title="Titel").id
        self.older = versions.cut_version(database, self.draft, "open", now=now).id  # type: ignore[union-attr]
        save_over(database, self.draft, "en bedre kladde", known="en kladde", cursor=3, now=now)
        self.resting = drafts.new_draft(database, now=now, text="en anden").id
        drafts.set_draft_status(database, self.resting, DraftStatus.ARCHIVED, now=now)
        self.post = posts.mark_posted(database, self.draft, now=now, day=DAY).id
        self.act = acts.add_act(database, ActKind.CAFE, now=now).id
        self.absence = acts.add_absence(database, DAY, None, now=now).id
        acts.set_goal(database, 3, now=now)
        preferences.set_settings(database, {"name": "Mette"}, now=now)
        shared = CatalogueIdea(
            seq=0, id="shared", path="ideas/shared.md", title="Delt", body="Tekst", theme="Kyst",
            type="event", channels=(), language="da", author="Jonas", until=None, source="",
        )  # fmt: skip
        catalogue.replace_programme(
            database, "p", digest="1", name="P", themes=["Kyst"], ideas=[shared], now=now
        )


def _type_in_details(database: Database, now: datetime, known: Known) -> Change | None:
    save_details(database, known.draft, {"notes": "spørg", "channels": ["x"]}, now=now)
    return keep_details(database, known.draft, {"notes": "", "channels": []}, now=now)


ACTS: dict[str, Act] = {
    "kept a thought": lambda db, now, k: add_idea(db, "ny", now=now),
    "edited an idea": lambda db, now, k: ideas.edit_idea(db, k.idea, LONG, now=now, theme="Havn"),
    "took an idea out again": lambda db, now, k: ideas.set_idea_status(
        db, [k.away], IdeaStatus.OPEN, now=now
    ),
    "marked an idea as used": lambda db, now, k: ideas.set_idea_status(
        db, [k.idea], IdeaStatus.USED, now=now
    ),
    "laid 2 ideas away": lambda db, now, k: ideas.set_idea_status(
        db, [k.idea, k.other], IdeaStatus.ARCHIVED, now=now
    ),
    "deleted an idea": lambda db, now, k: ideas.delete_ideas(db, [k.idea], now=now),
    "deleted 3 ideas": lambda db, now, k: ideas.delete_ideas(
        db, [k.idea, k.other, k.away], now=now
    ),
    "began a draft": lambda db, now, k: drafts.new_draft(db, now=now, idea=k.idea, text="ny"),
    "changed a draft's details": lambda db, now, k: drafts.set_fields(
        db, k.draft, now=now, title="Ny", channels=["linkedin"], type="event"
    ),
    "changed a draft's details ": _type_in_details,
    "rewrote a draft": lambda db, now, k: drafts.edit_draft(db, k.draft, "helt ny", now=now),
    "marked a draft as ready": lambda db, now, k: drafts.mark_ready(db, k.resting, now=now),
    "laid a draft away": lambda db, now, k: drafts.set_draft_status(
        db, k.draft, DraftStatus.ARCHIVED, now=now
    ),
    "took a draft out again": lambda db, now, k: drafts.set_draft_status(
        db, k.resting, DraftStatus.DRAFT, now=now
    ),
    "deleted a draft": lambda db, now, k: drafts.delete_draft(db, k.draft, now=now),
    "brought an older version back": lambda db, now, k: versions.restore_version(
        db, k.older, now=now
    ),
    "marked a draft as posted": lambda db, now, k: posts.mark_posted(
        db, k.draft, now=now, channel="x", day=DAY - timedelta(days=9)
    ),
    "kept a post's link": lambda db, now, k: posts.set_post_url(
        db, k.post, "https://example.org/1", now=now
    ),
    "noted something that counts": lambda db, now, k: acts.add_act(
        db, ActKind.COMMENT, now=now, day=DAY
    ),
    "took back something that counts": lambda db, now, k: acts.remove_act(db, k.act, now=now),
    "planned time off": lambda db, now, k: acts.add_absence(db, DAY, DAY, now=now),
    "took back time off": lambda db, now, k: acts.remove_absence(db, k.absence, now=now),
    "ended time off": lambda db, now, k: acts.end_absences(db, DAY + timedelta(days=2), now=now),
    "chose what is enough for a week": lambda db, now, k: acts.set_goal(db, 5, now=now),
    "changed a setting": lambda db, now, k: preferences.set_settings(
        db, {"name": "", "burn": "vand", "days": "mon,tue"}, now=now
    ),
    "kept a thought ": lambda db, now, k: catalogue.take(db, "p", "shared", now=now),
}
"""Undo name → an act that has it (a blank at the end tells two apart)."""


def everything(database: Database) -> dict[str, Any]:
    """Return all that a person can see."""
    return {
        "ideas": ideas.list_ideas(database, whole=True, limit=None),
        "found": {word: ideas.count_ideas(database, query=word) for word in ("bla", "ny", "ord")},
        "drafts": [
            draft
            for status in DraftStatus
            for draft in drafts.list_drafts(database, status=status, whole=True, limit=None)
        ],
        "searched": [draft.id for draft in drafts.list_drafts(database, "bedre")],
        "posts": posts.list_posts(database),
        "acts": acts.list_acts(database),
        "absences": acts.list_absences(database),
        "goals": acts.list_goals(database),
        "settings": preferences.stored(database),
        "mine": catalogue.mine(database),
    }


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_taken_back_whole_after_a_restart(
    opening: Callable[[], Database], now: datetime, name: str
) -> None:
    database = opening()
    known = Known(database, now)
    before = everything(database)
    change = ACTS[name](database, now + timedelta(minutes=5), known)
    assert change is not None
    assert everything(database) != before

    database = opening()
    assert undo.next_undo(database) == change
    done = everything(database)
    taken = undoing.undo_last(database, now=now)
    assert taken == (change, 0)
    assert i18n._(change.label).format(**dict(change.params)) == name.strip()
    after = everything(opening())
    if change.label == KEPT_AS_TYPED:  # each key saved the draft, and so it was changed
        for one in (before, after):
            one["drafts"] = [replace(draft, changed_at="") for draft in one["drafts"]]
    assert after == before

    database = opening()
    assert undoing.redo_last(database, now=now) == change
    assert everything(opening()) == done


def test_acts_are_taken_back_one_by_one_newest_first(database: Database, now: datetime) -> None:
    known = Known(database, now)
    states = [everything(database)]
    labels = []
    for act in list(ACTS.values())[:6]:
        change = act(database, now, known)
        assert change is not None
        labels.append(change.label)
        states.append(everything(database))
    for label in reversed(labels):
        assert everything(database) == states.pop()
        taken = undoing.undo_last(database, now=now)
        assert taken is not None
        assert taken.change.label == label
    assert everything(database) == states.pop()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_undo_name_can_be_said(database: Database, now: datetime, language: str) -> None:
    known = Known(database, now)
    i18n.use(language)
    for name, act in ACTS.items():
        change = act(database, now, known)
        assert change is not None
        said = i18n._(change.label).format(**dict(change.params))
        assert said
        assert (said == name.strip()) == (language == "en")
        undoing.undo_last(database, now=now)


def test_where_there_is_nothing_to_undo_nothing_happens(database: Database, now: datetime) -> None:
    assert undo.next_undo(database) is None
    assert undoing.undo_last(database, now=now) is None
    assert undoing.redo_last(database, now=now) is None


def test_an_undo_leaves_what_was_written_into_other_columns_since(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="først").id
    drafts.set_fields(database, one, now=now, title="Titel")
    overwrite(database, one, "skrevet videre", now=now)
    undoing.undo_last(database, now=now)
    draft = drafts.get_draft(database, one)
    assert (draft.title, draft.text) == ("", "skrevet videre")


def test_an_act_that_fails_half_way_leaves_no_trace(database: Database, now: datetime) -> None:
    add_idea(database, "først", now=now)
    before = everything(database)

    def half() -> None:
        with database.write() as connection:
            connection.execute("DELETE FROM ideas")
            connection.execute("DELETE FROM nothing_of_that_name")

    with pytest.raises(sqlite3.OperationalError):
        half()
    assert everything(database) == before


def test_the_newest_acts_are_remembered_and_the_list_does_not_grow(
    database: Database, now: datetime
) -> None:
    for number in range(undo.KEPT + 20):
        add_idea(database, f"tanke {number}", now=now)
    assert database.value("SELECT count(*) FROM undo") == undo.KEPT
    for number in range(undo.KEPT):
        assert undoing.undo_last(database, now=now) is not None, number
    assert undoing.undo_last(database, now=now) is None
    assert ideas.count_ideas(database) == 20


def test_undone_acts_are_done_again_in_the_order_they_were_done(
    database: Database, now: datetime
) -> None:
    known = Known(database, now)
    states, labels = [], []
    for act in list(ACTS.values())[:6]:
        change = act(database, now, known)
        assert change is not None
        labels.append(change.label)
        states.append(everything(database))
    for _label in labels:
        undoing.undo_last(database, now=now)
    for label, state in zip(labels, states, strict=True):
        again = undoing.redo_last(database, now=now)
        assert again is not None
        assert again.label == label
        assert everything(database) == state
    assert undoing.redo_last(database, now=now) is None


def test_something_new_closes_what_could_be_done_again(database: Database, now: datetime) -> None:
    one = add_idea(database, "først", now=now).id
    ideas.edit_idea(database, one, "nye ord", now=now)
    undoing.undo_last(database, now=now)
    add_idea(database, "noget nyt", now=now)
    assert undoing.redo_last(database, now=now) is None
    undoing.undo_last(database, now=now)
    again = undoing.redo_last(database, now=now)
    assert again is not None
    assert again.label == "kept a thought"
    assert ideas.get_idea(database, one).text == "først"


def test_an_undo_keeps_the_text_it_replaces_as_a_version(database: Database, now: datetime) -> None:
    one = drafts.new_draft(database, now=now, text="først").id
    drafts.edit_draft(database, one, "udefra", now=now)
    save_over(database, one, "udefra og videre", known="udefra", cursor=0, now=now)
    undoing.undo_last(database, now=now)
    assert drafts.get_draft(database, one).text == "først"
    newest = versions.list_versions(database, one)[0]
    assert (newest.reason, newest.text) == ("undo", "udefra og videre")

    save_over(database, one, "først, og så mere", known="først", cursor=0, now=now)
    undoing.redo_last(database, now=now)
    assert drafts.get_draft(database, one).text == "udefra og videre"
    newest = versions.list_versions(database, one)[0]
    assert (newest.reason, newest.text) == ("redo", "først, og så mere")


@pytest.mark.parametrize("field", ["text", "title", "notes", "first_comment"])
def test_a_draft_that_was_written_in_since_is_laid_away_by_an_undo_of_its_beginning(
    database: Database, now: datetime, field: str
) -> None:
    idea = add_idea(database, "en tanke", now=now).id
    one = drafts.new_draft(database, now=now, idea=idea).id
    later = now + timedelta(hours=2)
    if field == "text":
        save_over(database, one, "to timers arbejde", known="", cursor=0, now=later)
    else:
        save_details(database, one, {field: "to timers arbejde"}, now=later)
    undone = undoing.undo_last(database, now=later)
    assert undone is not None
    assert (undone.change.label, undone.laid_away) == ("began a draft", 1)
    kept = drafts.get_draft(database, one)
    assert (kept.status, getattr(kept, field)) == ("archived", "to timers arbejde")
    assert ideas.get_idea(database, idea).status == IdeaStatus.OPEN
    undoing.redo_last(database, now=later)
    assert drafts.get_draft(database, one).status == DraftStatus.DRAFT
    assert ideas.get_idea(database, idea).status == IdeaStatus.USED


def test_an_undone_import_lays_away_only_the_draft_that_was_written_in(
    database: Database, now: datetime
) -> None:
    incoming = Incoming(drafts=[DraftText("den ene"), DraftText("den anden")])
    change = take_in(database, incoming, now=now).change
    assert change is not None
    one, other = change.ids
    save_over(
        database, one, "den ene, og mere", known="den ene", cursor=0, now=now + timedelta(hours=1)
    )
    undone = undoing.undo_last(database, now=now + timedelta(hours=1))
    assert undone == (change, 1)
    assert drafts.get_draft(database, one).status == DraftStatus.ARCHIVED
    with pytest.raises(UsageProblem):
        drafts.get_draft(database, other)


def test_undo_does_not_reach_behind_a_restore(database: Database, now: datetime) -> None:
    one = add_idea(database, "fra kopien", now=now).id
    undoing.note_restore(database, "/kopier/før.db", now=now)
    assert undoing.undo_last(database, now=now) is None
    assert undoing.restored_last(database) == "/kopier/før.db"
    add_idea(database, "efter", now=now)
    assert undoing.restored_last(database) is None
    assert undoing.undo_last(database, now=now) is not None
    assert undoing.undo_last(database, now=now) is None
    assert [idea.id for idea in ideas.list_ideas(database)] == [one]
