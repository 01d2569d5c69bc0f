"""A database of its own for each store test, and a clock that stands still."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.store.database import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))
"""Monday of week 48, in Copenhagen."""


@pytest.fixture
def now() -> datetime:
    """The moment at which everything happens."""
    return NOW


@pytest.fixture
def path() -> str:
    """Where the database of this test lies."""
    return f"{os.environ['ADVOCACY_TUI_HOME']}/advocacy.db"


@pytest.fixture
def opening(path: str) -> Iterator[Callable[[], Database]]:
    """Open the database, each time as a new start of the program would; closed at the end."""
    opened: list[Database] = []

    def again() -> Database:
        while opened:
            opened.pop().close()
        opened.append(open_database(path, unix_now=NOW.astimezone(UTC).timestamp()))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture
def database(opening: Callable[[], Database]) -> Database:
    """A new, empty database."""
    return opening()


@pytest.fixture
def statements(database: Database) -> Callable[[], object]:
    """Collect the SQL that runs inside a `with statements() as said:` block."""

    @contextmanager
    def collect() -> Iterator[list[str]]:
        said: list[str] = []

        def hear(statement: str) -> None:
            if not statement.startswith("--"):  # SQLite's own, inside a full-text index
                said.append(statement)

        database.connection.set_trace_callback(hear)
        try:
            yield said
        finally:
            database.connection.set_trace_callback(None)

    return collect
