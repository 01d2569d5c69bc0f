"""An app over a notebook of its own, at a fixed moment, in either language."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from advocacy_tui import i18n
from advocacy_tui.app import AdvocacyApp
from advocacy_tui.paths import paths_in
from advocacy_tui.store.database import open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


@pytest.fixture
def make_app(database: Database, tmp_path: Path) -> Callable[..., AdvocacyApp]:
    """Return what makes an app: `make_app(language="en", now=MONDAY, demo=False)`."""

    def make(language: str = "en", now: datetime = MONDAY, *, demo: bool = False) -> AdvocacyApp:
        i18n.use(language)
        return AdvocacyApp(
            database, paths_in(str(tmp_path / "data")), now=lambda: now, demo=demo
        )

    return make
