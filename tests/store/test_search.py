"""Finding a thought again, however its letters are typed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy_tui.models import IdeaStatus
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.drafts import (
    edit_draft,
    list_drafts,
    new_draft,
    set_draft_status,
    set_fields,
)
from advocacy_tui.store.ideas import (
    PAGE,
    count_ideas,
    delete_ideas,
    edit_idea,
    list_ideas,
    set_idea_status,
    stream_ideas,
)
from advocacy_tui.store.undoing import undo_last
from advocacy_tui.text import fold, fold_words
from tests.overwriting import overwrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from advocacy_tui.store.database import Database

    Statements = Callable[[], AbstractContextManager[list[str]]]

TEXT = "Opskrift på blåbærtærte til Øens søndag"


def found(database: Database, query: str) -> list[str]:
    """Return the texts that a query finds."""
    return [idea.text for idea in list_ideas(database, query)]


@pytest.mark.parametrize(
    "query",
    [
        "blåbær", "blabaer", "blaabaer", "BLÅBÆR", "blåbærtærte", "Blabartarte", "bla", "b",
        unicodedata.normalize("NFD", "blåbær"), "oen", "øen", "oeens", "sondag", "soendag SON",
        "opskrift blå", "  tærte opskrift".replace("tærte", "til"), "søn  øens   på", "«blåbær»",
        "blåbær-tærte".replace("-", ""), "blåbær, opskrift!",
    ],
)  # fmt: skip
def test_every_spelling_finds_the_thought(database: Database, now: datetime, query: str) -> None:
    add_idea(database, "noget helt andet", now=now)
    add_idea(database, TEXT, now=now)
    assert found(database, query) == [TEXT]
    assert count_ideas(database, query=query) == 1
    assert [idea.text for idea in stream_ideas(database, query)] == [TEXT]


@pytest.mark.parametrize("query", ["bær", "blåbær kage", "tærte", "søndage", "!!", "…", '"'])
def test_what_no_word_begins_with_is_not_found(
    database: Database, now: datetime, query: str
) -> None:
    add_idea(database, TEXT, now=now)
    assert found(database, query) == []
    assert count_ideas(database, query=query) == 0


def test_a_decomposed_thought_is_found_by_composed_words(database: Database, now: datetime) -> None:
    decomposed = unicodedata.normalize("NFD", TEXT)
    add_idea(database, decomposed, now=now)
    assert found(database, "blåbær øens") == [decomposed]


@pytest.mark.parametrize(
    "query", ['"', "blå OR noget", "NOT blå", "blå*", "(", "folded:blå", "NEAR(blå", "^blå", "-blå"]
)
def test_nothing_that_is_typed_is_read_as_a_query_language(
    database: Database, now: datetime, query: str
) -> None:
    text = f"x {query} y"
    add_idea(database, text, now=now)
    assert found(database, query) == ([text] if fold_words(query) else [])


def test_tags_and_theme_are_searched_beside_the_text(database: Database, now: datetime) -> None:
    add_idea(database, "en tanke", now=now, tags=["Vejle å"], theme="Grøn omstilling")
    for query in ("vejle", "gron", "oms", "tanke gron a"):
        assert found(database, query) == ["en tanke"]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs", "Cc"])
        | st.sampled_from("aæåøoeAÆÅØ éüñßœ\u030a\u0308#@-_")
        , min_size=1, max_size=40,
    ),
    data=st.data(),
)  # fmt: skip
def test_any_thought_is_found_by_beginnings_of_its_own_words(
    database: Database, now: datetime, text: str, data: st.DataObject
) -> None:
    words = fold_words(text)
    if not words:
        return
    one = add_idea(database, text, now=now).id
    picked = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    query = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in picked)
    # Folding a beginning again can only shorten a run, never turn it into another beginning.
    assert one in {idea.id for idea in list_ideas(database, query, limit=None)}
    assert one in {idea.id for idea in list_ideas(database, text, limit=None)}


def test_an_edit_moves_what_is_found(database: Database, now: datetime) -> None:
    one = add_idea(database, "skrivecafé på Fanø #kyst", now=now, tags=["egen"]).id
    edit_idea(database, one, "skrivecafé på Rømø", now=now)
    assert found(database, "fano") == []
    assert found(database, "kyst") == []
    assert found(database, "romo egen") == ["skrivecafé på Rømø"]
    undo_last(database, now=now)
    assert found(database, "fano kyst egen") == ["skrivecafé på Fanø #kyst"]
    assert found(database, "romo") == []


def test_a_deleted_thought_is_not_found_and_an_archived_one_is(
    database: Database, now: datetime
) -> None:
    gone = add_idea(database, "blåbær et", now=now).id
    away = add_idea(database, "blåbær to", now=now).id
    delete_ideas(database, [gone], now=now)
    set_idea_status(database, [away], IdeaStatus.ARCHIVED, now=now)
    assert found(database, "blå") == ["blåbær to"]
    assert [i.id for i in list_ideas(database, "blå", status="archived")] == [away]
    assert list_ideas(database, "blå", status="open") == []


def test_drafts_are_found_by_title_text_and_notes_and_after_every_way_of_writing(
    database: Database, now: datetime
) -> None:
    one = new_draft(database, now=now, title="Ærø", text="første").id

    def hits(query: str) -> bool:
        return [draft.id for draft in list_drafts(database, query)] == [one]

    assert hits("aero forste")
    overwrite(database, one, "anden udgave", now=now)
    assert hits("anden")
    assert not hits("forste")
    edit_draft(database, one, "tredje", now=now)
    assert hits("tredje")
    set_fields(database, one, now=now, notes="spørg Mette")
    assert hits("sporg tredje aro")
    for _step in range(3):
        undo_last(database, now=now)
        if _step == 1:
            assert hits("anden")
            assert not hits("tredje")
    assert not list_drafts(database, "anden")


def test_a_draft_laid_away_is_listed_only_when_asked_for(database: Database, now: datetime) -> None:
    one = new_draft(database, now=now, text="æbler").id
    from advocacy_tui.models import DraftStatus

    set_draft_status(database, one, DraftStatus.ARCHIVED, now=now)
    assert list_drafts(database) == []
    assert list_drafts(database, "aebler") == []
    assert [draft.id for draft in list_drafts(database, "aebler", status="archived")] == [one]


def test_a_page_is_one_query_of_at_most_a_page_of_heads(
    database: Database, now: datetime, statements: Statements
) -> None:
    for number in range(PAGE + 50):
        add_idea(database, f"blåbær {number} " + "x" * 1000, now=now)
    for query in ("", "bla"):
        with statements() as said:
            page = list_ideas(database, query)
        assert len(said) == 1
        assert len(page) == PAGE
        assert page[0].text.startswith(f"blåbær {PAGE + 49} ")
        assert max(len(idea.text) for idea in page) <= 400
        with statements() as said:
            rest = list_ideas(database, query, before_seq=page[-1].seq)
        assert len(said) == 1
        assert len(rest) == 50
        assert len({idea.id for idea in (*page, *rest)}) == PAGE + 50


def test_each_key_of_a_search_is_one_query(
    database: Database, now: datetime, statements: Statements
) -> None:
    add_idea(database, TEXT, now=now)
    for end in range(1, len("blåbærtærte") + 1):
        with statements() as said:
            assert found(database, "blåbærtærte"[:end]) == [TEXT]
        assert len(said) == 1


def test_a_search_walks_the_index_and_never_all_texts(database: Database) -> None:
    with database.write() as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT i.seq FROM ideas_fts f CROSS JOIN ideas i "
            "ON i.seq = f.rowid WHERE ideas_fts MATCH 'b*' ORDER BY f.rowid DESC LIMIT 256"
        ).fetchall()
    told = " ".join(row["detail"] for row in plan)
    assert "VIRTUAL TABLE INDEX" in told
    assert "INTEGER PRIMARY KEY" in told
    assert "TEMP B-TREE" not in told


def test_the_fold_of_a_tag_is_what_is_compared(database: Database, now: datetime) -> None:
    one = add_idea(database, "#Blåbær #blaabaer #kage", now=now, tags=["BLABAR"]).id
    (idea,) = list_ideas(database)
    assert (idea.id, idea.tags) == (one, ("BLABAR", "kage"))
    assert fold("Blåbær") == fold("blaabaer") == fold("BLABAR")
