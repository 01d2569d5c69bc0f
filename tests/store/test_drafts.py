"""Drafts, their versions, what was posted, and the settings beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.errors import UsageProblem
from advocacy_tui.models import DraftStatus, IdeaStatus
from advocacy_tui.settings import SETTINGS
from advocacy_tui.store import acts, drafts, ideas, posts, preferences, undo, undoing, versions
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.ideas import get_idea
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database


def reasons(database: Database, one: str) -> list[str]:
    """Return why each version was cut, newest first."""
    return [version.reason for version in versions.list_versions(database, one)]


def test_a_draft_from_an_idea_takes_its_first_line_and_marks_it_used(
    database: Database, now: datetime
) -> None:
    idea = add_idea(database, "\n  Blåbær i køledisken  \nog mere", now=now).id
    draft = drafts.get_draft(database, drafts.new_draft(database, now=now, idea=idea).id)
    assert (draft.title, draft.text, draft.idea) == ("Blåbær i køledisken", "", idea)
    assert get_idea(database, idea).status == "used"
    with pytest.raises(UsageProblem, match="There is no idea NOPE"):
        drafts.new_draft(database, now=now, idea="NOPE")
    assert len(drafts.list_drafts(database)) == 1


def test_autosave_overwrites_the_working_text_and_cuts_no_version(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="a").id
    for number in range(5):
        overwrite(database, one, f"a{number}", now=now, cursor=number)
    assert drafts.get_draft(database, one).text == "a4"
    assert drafts.get_draft(database, one).cursor == 4
    assert reasons(database, one) == []


def test_versions_are_cut_where_the_text_is_handed_over_and_never_twice(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="første").id
    assert versions.cut_version(database, one, "open", now=now)
    assert versions.cut_version(database, one, "copy", now=now) is None
    drafts.edit_draft(database, one, "anden", now=now)
    drafts.mark_ready(database, one, now=now)
    assert reasons(database, one) == ["ready", "open"]
    posts.mark_posted(database, one, now=now)
    posts.mark_posted(database, one, now=now)
    assert reasons(database, one) == ["posted", "posted", "ready", "open"]
    with pytest.raises(ValueError, match="no reason"):
        versions.cut_version(database, one, "no reason", now=now)


def test_an_empty_draft_cuts_no_version(database: Database, now: datetime) -> None:
    one = drafts.new_draft(database, now=now).id
    assert versions.cut_version(database, one, "open", now=now) is None


def test_an_older_version_comes_back_and_the_present_text_is_kept_as_one(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="første").id
    older = versions.cut_version(database, one, "open", now=now)
    assert older is not None
    overwrite(database, one, "anden", now=now)
    versions.restore_version(database, older.id, now=now)
    assert drafts.get_draft(database, one).text == "første"
    assert [v.text for v in versions.list_versions(database, one)] == ["anden", "første"]
    drafts.delete_draft(database, one, now=now)
    with pytest.raises(UsageProblem, match="There is no version"):
        versions.restore_version(database, older.id, now=now)


def test_old_versions_are_thinned_to_one_a_day_and_posted_ones_stay(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="0").id
    other = drafts.new_draft(database, now=now, text="anden").id
    old = now - timedelta(days=100)
    for number in range(4):
        overwrite(database, one, f"gammel {number}", now=old)
        versions.cut_version(database, one, "idle", now=old + timedelta(minutes=number))
    posts.mark_posted(database, one, now=old)
    overwrite(database, one, "efter", now=old)
    versions.cut_version(database, one, "idle", now=old + timedelta(hours=1))
    versions.cut_version(database, other, "idle", now=old)
    for number in range(3):
        overwrite(database, one, f"ældre dag {number}", now=old)
        versions.cut_version(database, one, "idle", now=old - timedelta(days=1, minutes=number))
        overwrite(database, one, f"ny {number}", now=now)
        versions.cut_version(database, one, "idle", now=now - timedelta(days=89))
    assert versions.thin_versions(database, now=now) == 6
    assert [v.text for v in versions.list_versions(database, one)] == [
        "ny 2", "ældre dag 2", "ny 1", "ny 0", "efter", "gammel 3",
    ]  # fmt: skip
    assert "posted" in reasons(database, one)
    assert len(reasons(database, other)) == 1
    assert versions.thin_versions(database, now=now) == 0


def test_a_post_keeps_the_text_exactly_as_it_was(database: Database, now: datetime) -> None:
    one = drafts.new_draft(database, now=now, text="som lagt op", channels=["mastodon", "x"]).id
    posts.mark_posted(database, one, now=now, url="https://example.org/1")
    overwrite(database, one, "skrevet om", now=now)
    (post,) = posts.list_posts(database, one)
    assert (post.text, post.channel, post.url) == (
        "som lagt op", "mastodon", "https://example.org/1",
    )  # fmt: skip
    assert drafts.get_draft(database, one).status == "posted"


def test_what_was_posted_and_laid_away_is_posted_when_it_is_taken_out(
    database: Database, now: datetime
) -> None:
    posted = drafts.new_draft(database, now=now, text="lagt op").id
    posts.mark_posted(database, posted, now=now)
    other = drafts.new_draft(database, now=now, text="ikke lagt op").id
    for one in (posted, other):
        drafts.set_draft_status(database, one, DraftStatus.ARCHIVED, now=now)
        drafts.set_draft_status(database, one, DraftStatus.DRAFT, now=now)
    assert drafts.get_draft(database, posted).status == "posted"
    assert drafts.get_draft(database, other).status == "draft"


def test_an_idea_with_a_draft_is_used_when_it_is_taken_out_again(
    database: Database, now: datetime
) -> None:
    used, idle = (add_idea(database, text, now=now).id for text in ("brugt", "ikke brugt"))
    drafts.new_draft(database, now=now, idea=used)
    ideas.set_idea_status(database, [used, idle], IdeaStatus.ARCHIVED, now=now)
    ideas.set_idea_status(database, [used, idle], IdeaStatus.OPEN, now=now)
    assert ideas.get_idea(database, used).status == "used"
    assert ideas.get_idea(database, idle).status == "open"
    ideas.set_idea_status(database, [used], IdeaStatus.OPEN, now=now)
    assert ideas.get_idea(database, used).status == "open"


def test_a_post_on_an_earlier_date_counts_once_on_the_first_of_them(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="x").id
    posts.mark_posted(database, one, now=now, day=date(2026, 11, 18))
    posts.mark_posted(database, one, now=now, day=date(2026, 11, 2), channel="x")
    posts.mark_posted(database, one, now=now)
    assert [post.day for post in posts.list_posts(database)] == [
        "2026-11-23", "2026-11-02", "2026-11-18",
    ]  # fmt: skip
    assert [(act.kind, act.day) for act in acts.list_acts(database)] == [("posted", "2026-11-02")]
    undoing.undo_last(database, now=now)
    undoing.undo_last(database, now=now)
    assert [act.day for act in acts.list_acts(database)] == ["2026-11-18"]


def test_a_post_still_to_come_is_refused_and_nothing_changes(
    database: Database, now: datetime
) -> None:
    one = drafts.new_draft(database, now=now, text="x").id
    with pytest.raises(UsageProblem, match="2026-11-24 is still to come"):
        posts.mark_posted(database, one, now=now, day=date(2026, 11, 24))
    assert posts.list_posts(database) == []
    assert drafts.get_draft(database, one).status == "draft"


def test_the_day_of_an_act_is_the_persons_own_and_not_utc(
    database: Database, now: datetime
) -> None:
    late = now.replace(hour=0, minute=10)
    one = drafts.new_draft(database, now=late, text="x").id
    draft = drafts.get_draft(database, one)
    assert (draft.created_day, draft.created_at) == ("2026-11-23", "2026-11-22T23:10:00.000Z")


def test_forty_words_make_an_idea_count_and_only_once(database: Database, now: datetime) -> None:
    from advocacy_tui.store.ideas import WORKED_UP_WORDS, edit_idea

    one = add_idea(database, "kort", now=now).id
    edit_idea(database, one, "ord " * (WORKED_UP_WORDS - 1), now=now)
    assert acts.list_acts(database) == []
    edit_idea(database, one, "ord " * WORKED_UP_WORDS, now=now)
    edit_idea(database, one, "kort igen", now=now)
    edit_idea(database, one, "ord " * WORKED_UP_WORDS * 2, now=now)
    assert [(act.kind, act.thing) for act in acts.list_acts(database)] == [("idea", one)]


@pytest.mark.parametrize(
    ("key", "given", "kept"),
    [
        ("language", "da", "da"), ("theme", "PLAIN", "plain"), ("country", "dk", "DK"),
        ("days", "mon, fri,mon", "mon,fri"), ("channels", "x,mastodon", "x,mastodon"),
        ("name", "  Mette\nSøe ", "Mette Søe"),
        ("plan", "Når det er fredag", "Når det er fredag, skriver jeg i 15 minutter."),
    ],
)  # fmt: skip
def test_a_setting_is_checked_and_kept_in_one_form(
    database: Database, now: datetime, key: str, given: str, kept: str
) -> None:
    preferences.set_settings(database, {key: given}, now=now)
    assert preferences.get_setting(database, key) == kept
    preferences.set_settings(database, {key: ""}, now=now)
    assert preferences.stored(database) == {}


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("nonsense", "x", "There is no setting nonsense."),
        ("theme", "pink", "theme cannot be pink. Choose from: calm-dark, calm-light"),
        ("days", "mon,someday", "someday is no weekday. Write, for instance: mon tue wed"),
        ("theme", "calm-dark,plain", "theme cannot be calm-dark,plain."),
        ("country", "Atlantis", "No public holidays are known for Atlantis."),
    ],
)
def test_a_setting_that_is_not_possible_is_refused_and_none_of_the_others_is_kept(
    database: Database, now: datetime, key: str, value: str, sentence: str
) -> None:
    with pytest.raises(UsageProblem, match=sentence):
        preferences.set_settings(database, {"name": "Mette", key: value}, now=now)
    assert preferences.stored(database) == {}
    assert undo.next_undo(database) is None


def test_every_setting_has_its_usual_value(database: Database) -> None:
    for setting in SETTINGS:
        assert preferences.get_setting(database, setting.key) == setting.default


def test_what_the_program_notes_for_itself_is_no_setting(database: Database) -> None:
    preferences.set_note(database, "seen", "1")
    assert preferences.get_note(database, "seen") == "1"
    assert preferences.stored(database) == {}
    assert undo.next_undo(database) is None
