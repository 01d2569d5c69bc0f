"""The catalogue: what could we write about, who nodded, and what is already mine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui.draft_words import say_kind
from advocacy_tui.models import CatalogueIdea, PostType
from advocacy_tui.screens.catalogue import CatalogueScreen
from advocacy_tui.store.catalogue import list_catalogue, mine, replace_programme, take, theme_counts
from advocacy_tui.store.drafts import list_drafts
from advocacy_tui.store.ideas import list_ideas
from advocacy_tui.store.pages import own_copy
from advocacy_tui.widgets.idea_view import ReadingView
from advocacy_tui.widgets.plain_markdown import plain_markdown
from advocacy_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]

SMALL, WIDE, VAST = (80, 24), (120, 36), (200, 50)


async def go(pilot: Pilot[Any], settle: Settle) -> None:
    await settle(pilot)
    await pilot.press("c")
    await settle(pilot)


def shared(app: AdvocacyApp) -> RecordList:
    return app.screen.query_one("#shared", RecordList)


def cursor(app: AdvocacyApp) -> CatalogueIdea:
    row = shared(app).row
    assert row is not None
    idea: CatalogueIdea = row.thing[0]
    return idea


async def to(pilot: Pilot[Any], settle: Settle, one: str) -> CatalogueIdea:
    """Put the cursor on a shared idea by searching for its title."""
    (idea,) = [
        idea
        for idea in list_catalogue(pilot.app.database, pilot.app.programme, limit=None)
        if idea.id == one
    ]
    row = next(n for n, row in shared(pilot.app)._window.rows.items() if row.id == one)
    shared(pilot.app)._move_to(row)
    await settle(pilot)
    return idea


@pytest.mark.parametrize("size", [SMALL, WIDE, VAST])
@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "Catalogue · the demo programme “"),
        ("da", "Idékatalog · demoprogrammet »"),
    ],
)
async def test_it_says_whose_ideas_these_are_and_how_many(
    make_app: Any, settle: Settle, seen: Seen, size: tuple[int, int], language: str, head: str
) -> None:
    async with make_app(language).run_test(size=size) as pilot:
        await go(pilot, settle)
        text = seen(pilot)
        count = len(list_catalogue(pilot.app.database, pilot.app.programme, limit=None))
        assert count >= 64
        assert text.startswith(f" {head}")
        assert f"{count} id" in text.split("\n")[0]
        assert cursor(pilot.app).title in text
        assert isinstance(pilot.app.focused, RecordList)


async def test_another_language_brings_another_programme(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("en").run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        english = cursor(pilot.app).title
        await pilot.app.speak("da")
        await settle(pilot)
        assert "demoprogrammet" in seen(pilot)
        assert english not in seen(pilot)


async def test_nods_and_angles_are_said_in_words(make_app: Any, settle: Settle, seen: Seen) -> None:
    async with make_app("da").run_test(size=(120, 60)) as pilot:
        await go(pilot, settle)
        ideas = list_catalogue(pilot.app.database, pilot.app.programme, limit=None)
        one = next(idea for idea in ideas if idea.claims and len(set(idea.nods)) == 2)
        await to(pilot, settle, one.id)
        text = " ".join(seen(pilot).split())
        first, second = (name.split()[0] for name in one.nods)
        assert f"{first} og {second} nikkede" in text
        angle, person = one.claims[0]
        assert f"{person}: min vinkel er {angle[:20]}" in text
        assert one.author in text


async def test_what_has_had_its_time_is_said_in_list_and_text(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("da").run_test(size=(120, 60)) as pilot:
        await go(pilot, settle)
        ideas = list_catalogue(pilot.app.database, pilot.app.programme, limit=None)
        old = next(idea for idea in ideas if idea.until and idea.until < "2026-11-23")
        await to(pilot, settle, old.id)
        text = seen(pilot)
        line = next(line for line in text.split("\n") if old.title[:20] in line)
        assert line.rstrip().endswith("har haft sin tid")
        assert "Den har haft sin tid" in text


# --- narrowing --------------------------------------------------------------------------------


async def test_themes_stand_beside_my_own_coverage(
    make_app: Any, settle: Settle, seen: Seen, database: Database, monday: datetime
) -> None:
    app = make_app("da")
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        theme, count, _taken = theme_counts(database, app.programme)[0]
        first, second = list_catalogue(database, app.programme, theme=theme)[:2]
        app.write(lambda: take(database, app.programme, first.id, now=monday))
        app.write(lambda: take(database, app.programme, second.id, now=monday))
        await settle(pilot)
        line = next(line for line in seen(pilot).split("\n") if line.strip().startswith(theme))
        assert f"{count} · 2 hos dig" in line
        assert line.count("hos dig") <= 2


async def test_a_theme_is_chosen_by_moving_and_escape_brings_all_back(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("en").run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        (theme, count, _mine), *_rest = theme_counts(pilot.app.database, pilot.app.programme)
        await pilot.press("f", "j")
        await settle(pilot)
        assert f"{count} ideas" in seen(pilot).split("\n")[0]
        assert cursor(pilot.app).theme == theme
        await pilot.press("enter")
        assert pilot.app.focused is shared(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert f"{count} ideas" not in seen(pilot).split("\n")[0]


async def test_where_there_is_little_room_the_themes_take_the_place_of_the_ideas(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("en").run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        themes = [theme for theme, _n, _m in theme_counts(pilot.app.database, pilot.app.programme)]
        assert "[all themes]" in seen(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert all(theme in seen(pilot) for theme in themes)
        assert cursor(pilot.app).title not in seen(pilot)
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        assert f"[{themes[1]}]" in seen(pilot)
        assert cursor(pilot.app).title in seen(pilot)
        await pilot.click("#theme", offset=(3, 0))
        await settle(pilot)
        assert all(theme in seen(pilot) for theme in themes)


async def test_kinds_are_gone_through_by_key_and_chosen_with_the_mouse(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("en").run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        for kind in PostType:
            await pilot.press("y")
            await settle(pilot)
            assert cursor(pilot.app).type == kind
            assert f"[{say_kind(kind)}]" in seen(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "[all kinds]" in seen(pilot)
        await pilot.click("#kind", offset=(18, 0))
        await settle(pilot)
        assert cursor(pilot.app).type == PostType.PERSPECTIVE


async def test_search_finds_words_in_any_spelling_and_escape_ends_it(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("da").run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        every = seen(pilot).split("\n")[0]
        await pilot.press("slash", *"vaerme")
        await settle(pilot)
        found = list_catalogue(pilot.app.database, pilot.app.programme, "værme", limit=None)
        assert f"{len(found)} id" in seen(pilot)
        await pilot.press(*"zzz")
        await settle(pilot)
        assert "Ingen i kataloget har de ord" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert seen(pilot).split("\n")[0] == every
        assert pilot.app.focused is shared(pilot.app)


# --- reading and taking -----------------------------------------------------------------------


async def test_enter_goes_into_the_idea_and_escape_back(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    async with make_app("en").run_test(size=SMALL) as pilot:
        await go(pilot, settle)
        await pilot.press("j", "enter")
        await settle(pilot)
        idea = cursor(pilot.app)
        assert isinstance(pilot.app.focused, ReadingView)
        last = plain_markdown(idea.body).plain.split()[-1]
        assert last in seen(pilot)
        await pilot.press("j", "k", "end", "home", "pagedown", "pageup")
        assert cursor(pilot.app) == idea
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.focused is shared(pilot.app)
        assert "all themes" in seen(pilot)


async def test_an_idea_is_made_mine_and_a_draft_is_one_key_away(
    make_app: Any, settle: Settle, seen: Seen
) -> None:
    app = make_app("en")
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        await pilot.press("j")
        await settle(pilot)
        idea = cursor(app)
        assert "w make it mine" in seen(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert idea.id in mine(app.database)
        assert cursor(app) == idea
        assert "with you" in seen(pilot)
        assert "It is in your notebook. w begins a draft from it." in seen(pilot)
        assert "w make a draft" in seen(pilot)
        await pilot.press("w")
        await settle(pilot)
        (draft,) = list_drafts(app.database)
        assert draft.idea == own_copy(app.database, idea.id)
        assert draft.type == idea.type
        assert not isinstance(app.screen, CatalogueScreen)
        assert len(list_ideas(app.database)) == 1


async def test_making_it_mine_can_be_undone(make_app: Any, settle: Settle, seen: Seen) -> None:
    app = make_app("en")
    async with app.run_test(size=WIDE) as pilot:
        await go(pilot, settle)
        await pilot.press("w")
        await settle(pilot)
        assert mine(app.database)
        await pilot.press("u")
        await settle(pilot)
        assert not mine(app.database)
        assert "w make it mine" in seen(pilot)


async def test_what_others_wrote_is_never_read_as_markup(
    make_app: Any, settle: Settle, seen: Seen, database: Database, monday: datetime
) -> None:
    app = make_app("en")
    hostile = "[@click=app.leave]press[/] [/x] [red]loud[/red]"
    async with app.run_test(size=VAST) as pilot:
        await go(pilot, settle)

        def replace() -> Any:
            idea = CatalogueIdea(
                seq=0, id="x", path="x.md", title=hostile, body=f"{hostile} **kept**",
                theme="[b]T", type="[i]kind", channels=(), language="en", author="[u]A",
                until="not a date", source="file", nods=("[b]N",), claims=(("[i]a", "[b]P"),),
            )  # fmt: skip
            return replace_programme(
                database, app.programme, digest="x", name="[b]P", themes=["[b]T"], ideas=[idea],
                now=monday,
            )  # fmt: skip

        app.write(replace)
        await settle(pilot)
        text = seen(pilot)
        assert text.count(hostile) == 3
        assert "kept" in text
        assert "**" not in text
        for part in ("[b]T · [i]kind · [u]A", "[b]N nodded", "[b]P: my angle is [i]a", "“[b]P”"):
            assert part in text


# --- Markdown ---------------------------------------------------------------------------------


def test_markdown_is_shown_as_a_person_reads_it() -> None:
    shown = plain_markdown(
        "# Head\n\nOne *soft*\nline with **weight** and [words](https://example.org/a).\n\n"
        "- first\n- second\n  - inner\n\n3. three\n4. four\n\n> said\n"
    )
    assert shown.plain == (
        "Head\n\nOne soft line with weight and words (https://example.org/a).\n\n"
        "- first\n- second\n  - inner\n\n3. three\n4. four\n\n│ said"
    )
    styled = {shown.plain[span.start : span.end]: span.style for span in shown.spans}
    assert styled == {"Head": "bold", "soft": "italic", "weight": "bold"}


@given(st.text(max_size=200))
def test_any_text_can_be_shown(text: str) -> None:
    assert isinstance(plain_markdown(text).plain, str)


@given(st.text(alphabet="*_[]()`#->1. \nab|", max_size=120))
def test_any_heap_of_markdown_signs_can_be_shown(text: str) -> None:
    letters = [one for one in text if one in "ab"]
    shown = [one for one in plain_markdown(text).plain if one in "ab"]
    assert len(shown) <= len(letters)
