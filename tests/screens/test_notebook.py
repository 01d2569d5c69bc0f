"""The notebook: find a thought among thousands, and read it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui.models import IdeaStatus
from advocacy_tui.screens.idea_editor import IdeaEditor
from advocacy_tui.store.drafts import list_drafts
from advocacy_tui.store.ideas import list_ideas, set_idea_status
from advocacy_tui.widgets.record_list import PAGE, RecordList, Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from textual.pilot import Pilot

    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]
    Go = Callable[[Pilot[Any], str], Awaitable[None]]
    Seen = Callable[[Pilot[Any]], str]
    Told = Callable[[Pilot[Any]], list[str]]
    AtOnce = Callable[..., None]
    Keep = Callable[..., list[str]]

SMALL, WIDE = (80, 24), (120, 36)


def row(pilot: Pilot[Any]) -> Row:
    """Return the row under the cursor."""
    found = pilot.app.screen.query_one("#ideas", RecordList).row
    assert found is not None
    return found


# --- seeing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_list_and_the_idea_are_seen_together(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, size: tuple[int, int], go: Go
) -> None:
    keep("Ducks on the pipe", "Why is heat dearer next door?\n\nShe asked by the hedge.")
    async with make_app().run_test(size=size) as pilot:
        await go(pilot, "n")
        text = seen(pilot)
        assert "Notebook" in text
        assert "2 open ideas" in text
        assert "Ducks on the pipe" in text
        assert "She asked by the hedge." in text
        assert isinstance(pilot.app.focused, RecordList)
        await pilot.press("j")
        await settle(pilot)
        assert "She asked by the hedge." not in seen(pilot)


async def test_it_speaks_danish(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, monday: datetime, go: Go
) -> None:
    from datetime import timedelta

    keep("Bageren ved det først", now=monday)
    keep("Pedellen fyrer for fuglene", now=monday - timedelta(days=1))
    keep("Vand til knæene", now=monday - timedelta(days=11))
    keep("Sidste år", now=monday - timedelta(days=400))
    async with make_app("da").run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        text = seen(pilot)
        assert "Notesbog" in text
        assert "4 åbne idéer" in text
        for day in ("i dag", "i går", "12. nov", "okt 2025"):
            assert day in text
        assert "[åbne idéer]" in text
        await pilot.app.speak("en")
        await settle(pilot)
        assert "4 open ideas" in seen(pilot)
        assert "yesterday" in seen(pilot)


async def test_tags_theme_and_origin_are_said(
    make_app: Any, keep: Keep, seen: Seen, go: Go
) -> None:
    keep("A thought #heat #pipes", theme="Our town", origin="shared-one")
    async with make_app().run_test(size=WIDE) as pilot:
        await go(pilot, "n")
        assert "today 08:59 · Our town · from the catalogue · #heat · #pipes" in seen(pilot)


async def test_an_empty_notebook_says_what_to_do(
    make_app: Any, settle: Settle, seen: Seen, go: Go
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        assert "Press a and keep one" in seen(pilot)
        await pilot.press("e", "enter", "w", "x", "delete", "space", "j")
        await settle(pilot)
        assert not pilot.app.screen.query(IdeaEditor)
        assert list_drafts(pilot.app.database) == []


async def test_peoples_text_is_never_read_as_markup(
    make_app: Any, keep: Keep, seen: Seen, go: Go
) -> None:
    keep("[bold]loud[/bold] [@click=app.leave]here[/] [/x]")
    async with make_app().run_test(size=WIDE) as pilot:
        await go(pilot, "n")
        assert seen(pilot).count("[bold]loud[/bold]") == 2
        assert "[@click=app.leave]here[/] [/x]" in seen(pilot)


async def test_a_thought_kept_in_the_shell_shows_within_a_second(
    make_app: Any, keep: Keep, seen: Seen, tmp_path: Path, go: Go
) -> None:
    keep("First")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        command = [sys.executable, "-m", "advocacy_tui", "--data-dir", str(tmp_path / "data")]
        subprocess.run([*command, "add", "From the shell"], check=True, capture_output=True)
        for _tenth in range(15):
            await asyncio.sleep(0.1)
            if "From the shell" in seen(pilot):
                break
        assert "From the shell" in seen(pilot)
        assert row(pilot).cells[0] == "First"


async def test_a_hundred_thousand_ideas_are_paged_with_one_query_a_key(
    make_app: Any,
    keep_many: Callable[[Iterable[str]], None],
    database: Database,
    settle: Settle,
    seen: Seen,
    monkeypatch: pytest.MonkeyPatch,
    go: Go,
) -> None:
    keep_many(f"Thought {n} about {'heat' if n % 3 else 'water'}" for n in range(100_000))
    queries: list[str] = []
    connect = database._connect

    def traced() -> Any:
        connection = connect()
        connection.set_trace_callback(
            lambda sql: queries.append(sql) if "ideas" in sql and "text" in sql else None
        )
        return connection

    monkeypatch.setattr(database, "_connect", traced)
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        assert "100,000 open ideas" in seen(pilot)
        for key in ("j", "pagedown", "end", "k", "home"):
            queries.clear()
            await pilot.press(key)
            await settle(pilot)
            assert len(queries) <= 1, key
        await pilot.press("slash")
        await settle(pilot)
        for key in "wat":
            queries.clear()
            await pilot.press(key)
            await settle(pilot)
            assert len(queries) == 1, queries
        assert f"more than {PAGE} ideas" in seen(pilot)
        await pilot.press("enter", "end")
        await settle(pilot)
        assert row(pilot).id == "I0000000"


# --- searching and filtering ------------------------------------------------------------------


async def test_search_narrows_as_one_types_and_escape_shows_everything_again(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go
) -> None:
    keep("Waste heat for beginners", "Ducks on the pipe", "A heated talk", "Grøn varme")
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        await pilot.press("j", "slash", *"heat")
        await settle(pilot)
        assert "2 ideas" in seen(pilot)
        assert "Ducks" not in seen(pilot)
        await pilot.press("down")
        assert isinstance(pilot.app.focused, RecordList)
        await pilot.press("j")
        await settle(pilot)
        found = row(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "4 open ideas" in seen(pilot)
        assert row(pilot) == found
        await pilot.press("slash", *"gron zzz")
        await settle(pilot)
        assert "No idea has those words" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.focused, RecordList)
        assert "4 open ideas" in seen(pilot)


async def test_letters_typed_right_after_the_slash_are_never_commands(
    make_app: Any, keep: Keep, settle: Settle, seen: Seen, go: Go, at_once: AtOnce
) -> None:
    keep("An exquisite duck", "Two", "Three")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        at_once(pilot, "j", "j", "slash", *"exq")
        await settle(pilot)
        assert app.screen.query_one("SearchLine Input").value == "exq"
        assert [idea.status for idea in list_ideas(app.database)] == ["open"] * 3
        assert "1 idea" in seen(pilot)


async def test_a_search_looks_among_used_and_laid_away_ideas_too(
    make_app: Any,
    keep: Keep,
    database: Database,
    settle: Settle,
    seen: Seen,
    monday: datetime,
    go: Go,
) -> None:
    old, _new = keep("Old heat", "New heat")
    set_idea_status(database, [old], IdeaStatus.ARCHIVED, now=monday)
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        assert "1 open idea" in seen(pilot)
        await pilot.press("slash", *"heat")
        await settle(pilot)
        line = next(line for line in seen(pilot).split("\n") if "Old heat" in line)
        assert "laid away" in line
        await pilot.press("escape")
        await settle(pilot)
        assert "1 open idea" in seen(pilot)


async def test_the_filter_goes_through_open_used_laid_away_and_all(
    make_app: Any,
    keep: Keep,
    database: Database,
    settle: Settle,
    seen: Seen,
    monday: datetime,
    go: Go,
) -> None:
    _open, used, away = keep("Still open", "Became a draft", "Laid away once")
    set_idea_status(database, [used], IdeaStatus.USED, now=monday)
    set_idea_status(database, [away], IdeaStatus.ARCHIVED, now=monday)
    async with make_app().run_test(size=SMALL) as pilot:
        await go(pilot, "n")
        for words, there in (
            ("1 used idea", "Became a draft"),
            ("1 idea laid away", "Laid away once"),
            ("3 ideas", "Still open"),
            ("1 open idea", "Still open"),
        ):
            await pilot.press("f")
            await settle(pilot)
            assert words in seen(pilot)
            assert there in seen(pilot)
        await pilot.click("#which", offset=(16, 0))
        await settle(pilot)
        assert "1 used idea" in seen(pilot)


async def test_a_notebook_of_used_ideas_only_is_not_called_empty(
    make_app: Any, keep: Any, settle: Any, seen: Any, go: Any, database: Any, monday: Any
) -> None:
    (one,) = keep("Start")
    set_idea_status(database, [one], IdeaStatus.USED, now=monday)
    async with make_app("da").run_test(size=(80, 24)) as pilot:
        await go(pilot, "n")
        assert "Ingen åbne tanker lige nu. f viser de andre." in seen(pilot)
