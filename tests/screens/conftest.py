"""An app over a notebook of its own, at a fixed moment, in either language."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Key

from advocacy_tui import i18n
from advocacy_tui.app import AdvocacyApp
from advocacy_tui.log import log_and_say
from advocacy_tui.models import ActKind
from advocacy_tui.paths import paths_in
from advocacy_tui.store.acts import add_act
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.database import open_database
from advocacy_tui.text import fold
from advocacy_tui.writing import WritingApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
    from contextlib import AbstractAsyncContextManager
    from datetime import date
    from pathlib import Path

    from textual.pilot import Pilot

    from advocacy_tui.store.database import Database

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""Monday 23 November 2026, 09:00 in Copenhagen: week 48."""


@pytest.fixture
def monday() -> datetime:
    """The moment at which the app runs unless a test says otherwise."""
    return MONDAY


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty notebook; what a test puts into it stands in the app."""
    paths = paths_in(str(tmp_path / "data"))
    opened = open_database(paths.database, unix_now=MONDAY.timestamp(), home=paths.home)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def mistakes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """What went wrong beside the screen that nobody had thought of; none may be left over."""
    found: list[BaseException] = []

    def note(error: BaseException, **rest: Any) -> str:
        found.append(error)
        return log_and_say(error, **rest)

    monkeypatch.setattr("advocacy_tui.writing.log_and_say", note)
    yield found
    assert found == []


@pytest.fixture
def make_app(database: Database, tmp_path: Path) -> Callable[..., AdvocacyApp]:
    """Return what makes an app: `make_app(language="en", now=MONDAY, demo=False)`."""

    def make(language: str = "en", now: datetime = MONDAY, *, demo: bool = False) -> AdvocacyApp:
        i18n.use(language)
        return AdvocacyApp(database, paths_in(str(tmp_path / "data")), now=lambda: now, demo=demo)

    return make


@pytest.fixture
def keep(database: Database) -> Callable[..., list[str]]:
    """Keep thoughts, a minute apart, the last one newest: `keep("one", "two")` → ids."""

    def keep_all(*texts: str, now: datetime = MONDAY, **rest: Any) -> list[str]:
        first = now - timedelta(minutes=len(texts))
        return [
            add_idea(database, text, now=first + timedelta(minutes=number), **rest).id
            for number, text in enumerate(texts)
        ]

    return keep_all


@pytest.fixture
def keep_many(database: Database) -> Callable[[Iterable[str]], None]:
    """Put thousands of thoughts into the notebook in one go; ids are "I0000000" and on."""

    def keep_all(texts: Iterable[str]) -> None:
        at = "2026-11-01T08:00:00.000Z"
        with database.write() as connection:
            connection.executemany(
                "INSERT INTO ideas (id, created_at, created_day, changed_at, text, folded) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (f"I{number:07}", at, at[:10], at, text, fold(text))
                    for number, text in enumerate(texts)
                ),
            )

    return keep_all


@pytest.fixture
def settle() -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Wait until nothing is being read, written or painted: `await settle(pilot)`."""

    async def wait(pilot: Pilot[Any]) -> None:
        app = pilot.app
        for _round in range(3):
            await pilot.pause()
            if isinstance(app, WritingApp) and app.is_running:
                await asyncio.wrap_future(app.write(lambda: None))
            while not all(worker.is_finished for worker in app.workers):
                await asyncio.sleep(0.005)
        await pilot.pause()

    return wait


@pytest.fixture
def seen() -> Callable[[Pilot[Any]], str]:
    """Return what stands on the screen, line by line: `seen(pilot)`."""

    def text(pilot: Pilot[Any]) -> str:
        strips = pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    return text


@pytest.fixture
def go(
    settle: Callable[[Pilot[Any]], Awaitable[None]],
) -> Callable[[Pilot[Any], str], Awaitable[None]]:
    """Go to a screen by its key and wait until it stands: `await go(pilot, "n")`."""

    async def to(pilot: Pilot[Any], key: str) -> None:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)

    return to


@pytest.fixture
def visit(
    make_app: Callable[..., AdvocacyApp], go: Callable[[Pilot[Any], str], Awaitable[None]]
) -> Callable[..., AbstractAsyncContextManager[Pilot[Any]]]:
    """Open the app on a screen by its key: `async with visit("m", language="da") as pilot:`."""

    @asynccontextmanager
    async def open_it(
        key: str, size: tuple[int, int] = (80, 24), **rest: Any
    ) -> AsyncIterator[Pilot[Any]]:
        async with make_app(**rest).run_test(size=size) as pilot:
            await go(pilot, key)
            yield pilot

    return open_it


@pytest.fixture
def act(database: Database) -> Callable[..., None]:
    """Note that something counted, a comment unless a kind is given: `act(day, …)`."""

    def note(*days: date, kind: ActKind = ActKind.COMMENT, now: datetime = MONDAY) -> None:
        for day in days:
            add_act(database, kind, now=now, day=day)

    return note


@pytest.fixture
def told() -> Callable[[Pilot[Any]], list[str]]:
    """Return what was said in the corner: `told(pilot)`."""
    return lambda pilot: [one.message for one in pilot.app._notifications]


@pytest.fixture
def at_once() -> Callable[..., None]:
    """Put keys into the app's queue all at once, as a slow line does: `at_once(pilot, "j")`."""

    def send(pilot: Pilot[Any], *keys: str) -> None:
        for key in keys:
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))

    return send
