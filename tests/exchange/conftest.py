"""A notebook of its own for each test, and a clock that stands still."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.paths import Paths, paths_in
from advocacy_tui.store.database import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))
"""Monday of week 48, in Copenhagen."""


@pytest.fixture
def now() -> datetime:
    """The moment at which everything happens."""
    return NOW


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The places of this test's data folder."""
    return paths_in(str(tmp_path / "data"))


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Database]]:
    """Open the notebook of a folder; all are closed at the end."""
    made: list[Database] = []

    def notebook(home: Path) -> Database:
        made.append(open_database(str(home / "advocacy.db"), unix_now=NOW.timestamp()))
        return made[-1]

    yield notebook
    for one in made:
        one.close()


@pytest.fixture
def database(opened: Callable[[Path], Database], tmp_path: Path) -> Database:
    """A new, empty notebook."""
    return opened(tmp_path / "data")
