"""The app in a test: a fixed clock, a data folder of its own, and nothing left running."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from advocacy_tui import i18n
from advocacy_tui.app import AdvocacyApp
from advocacy_tui.paths import paths_in
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.database import Database, open_database
from advocacy_tui.text import fold

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

COPENHAGEN = timezone(timedelta(hours=1), "CET")
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=COPENHAGEN)
"""Monday of week 48, half past nine."""


@pytest.fixture
def now() -> datetime:
    """The moment at which the tests take place."""
    return NOW


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[Callable[..., AdvocacyApp]]:
    """Make an app: `make_app(language="da", now=NOW, home="second")`; its clock stands still.

    `app.database` is open before the app runs, so that a test can fill it first.
    """
    opened: list[Database] = []

    def make(
        language: str = "en", *, now: datetime = NOW, home: str = "data", demo: bool = False
    ) -> AdvocacyApp:
        i18n.use(language)
        paths = paths_in(str(tmp_path / home))
        database = open_database(paths.database, unix_now=now.timestamp(), home=paths.home)
        opened.append(database)
        return AdvocacyApp(database, paths, now=lambda: now, demo=demo)

    yield make
    for database in opened:
        database.close()


@pytest.fixture
def keep() -> Callable[..., list[str]]:
    """Keep thoughts in a database, a minute apart: `keep(app.database, "one", "two")` → ids."""

    def keep_all(database: Database, *texts: str, now: datetime = NOW, **rest: Any) -> list[str]:
        return [
            add_idea(
                database, text, now=now - timedelta(minutes=len(texts) - number), **rest
            ).id
            for number, text in enumerate(texts)
        ]

    return keep_all


@pytest.fixture
def keep_many() -> Callable[[Database, Iterable[str]], None]:
    """Put thousands of thoughts into a database in one go; their ids are "I0000000" and on."""

    def keep_all(database: Database, texts: Iterable[str]) -> None:
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
            if isinstance(app, AdvocacyApp) and app.is_running:
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
