"""What a command imports is what it costs; these lists guard it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SLOW = {
    "textual", "rich", "sqlite_utils", "platformdirs", "ulid", "markdown_it", "yaml", "regex",
    "wcwidth", "holidays", "pyperclip",
}  # fmt: skip
"""Packages that none of the quick commands may import."""

SLOW_STANDARD = {"dataclasses", "inspect", "pathlib", "typing", "shutil", "locale", "asyncio"}
"""Standard modules that cost `add` milliseconds it does not have."""

ADD_IMPORTS = {
    "advocacy_tui", "advocacy_tui.cli", "advocacy_tui.clock", "advocacy_tui.commands",
    "advocacy_tui.commands.add", "advocacy_tui.commands.context", "advocacy_tui.commands.options",
    "advocacy_tui.commands.reading",
    "advocacy_tui.errors", "advocacy_tui.i18n", "advocacy_tui.paths", "advocacy_tui.store",
    "advocacy_tui.store.capture", "advocacy_tui.store.change", "advocacy_tui.store.database",
    "advocacy_tui.store.faults", "advocacy_tui.store.placement", "advocacy_tui.store.undo",
    "advocacy_tui.text", "advocacy_tui.ulid",
}  # fmt: skip

_PROBE = """
import json, sys
before = set(sys.modules)
from advocacy_tui.cli import main
code = main(sys.argv[1:])
print()
print(json.dumps({"code": code, "modules": sorted(set(sys.modules) - before)}))
"""


def modules_of(*words: str) -> set[str]:
    """Run a command in a fresh interpreter and return what it imported."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *words], capture_output=True, text=True, check=True
    )
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["code"] == 0, done.stderr
    return set(report["modules"])


@pytest.fixture(autouse=True)
def _a_notebook_that_exists() -> None:
    """The first run may import more: it makes the database."""
    modules_of("add", "first")


def test_add_imports_exactly_these_modules_of_ours() -> None:
    ours = {name for name in modules_of("add", "a thought") if name.startswith("advocacy_tui")}
    assert ours == ADD_IMPORTS


def test_add_with_a_tag_and_a_theme_imports_no_more() -> None:
    ours = {n for n in modules_of("add", "a #tag and @theme") if n.startswith("advocacy_tui")}
    assert ours == ADD_IMPORTS


def test_add_imports_no_slow_part_of_the_standard_library() -> None:
    assert not SLOW_STANDARD & modules_of("add", "a thought")


@pytest.mark.parametrize(
    "words", [("add", "x"), ("ideas",), ("ideas", "first"), ("week",), ("where",)]
)
def test_quick_commands_import_no_slow_package(words: tuple[str, ...]) -> None:
    tops = {name.partition(".")[0] for name in modules_of(*words)}
    assert not SLOW & tops


_FIRST_SCREEN = """
import asyncio, json, sys
from advocacy_tui.app import AdvocacyApp
from advocacy_tui.paths import data_home, paths_in
from advocacy_tui.store.database import open_database

async def main():
    paths = paths_in(data_home())
    seen = []
    app = AdvocacyApp(open_database(paths.database, unix_now=0), paths)
    async with app.run_test(size=(80, 24)) as pilot:
        app.call_after_refresh(lambda: seen.extend(sorted(sys.modules)))
        while not seen:
            await pilot.pause()
    print(json.dumps(seen))

asyncio.run(main())
"""

NOT_ON_THE_FIRST_SCREEN = {
    "sqlite_utils", "markdown_it", "yaml", "holidays", "pyperclip",
    "textual.widgets._text_area", "textual.widgets._markdown", "textual.widgets._data_table",
}  # fmt: skip


def test_the_first_screen_waits_for_nothing_it_does_not_show() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_SCREEN], capture_output=True, text=True, check=True
    )
    too_early = NOT_ON_THE_FIRST_SCREEN & set(json.loads(done.stdout.splitlines()[-1]))
    assert sorted(too_early) == []
