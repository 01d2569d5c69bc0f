"""`everything.json`: the database's rows as a program can read them, one item a line.

Format 1: an object whose lists hold objects with the fields of `store.outgoing`; fields are only
added to. Private notes and settings and half-typed lines are in `private/private.json` instead.
"""

from __future__ import annotations

import json
import os
from typing import IO, TYPE_CHECKING, Any

from advocacy_tui import __version__
from advocacy_tui.clock import utc_text
from advocacy_tui.store.outgoing import LISTS, PRIVATE_LISTS, items
from advocacy_tui.store.preferences import stored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from advocacy_tui.store.database import Database

FORMAT = 1

PRIVATE_SETTINGS = ("burn", "stake", "plan")
"""What a person says of herself to herself alone; all other settings can be handed on."""


def write_everything(database: Database, path: Path, *, now: datetime) -> None:
    """Write all that is kept but what is private; raises OSError as writing does."""
    head = {
        "program": "advocacy-tui",
        "version": __version__,
        "format": FORMAT,
        "exported_at": utc_text(now),
        "settings": _settings(database, private=False),
    }
    _write(path, head, {name: items(database, name) for name in LISTS})


def write_private(database: Database, path: Path) -> None:
    """Write private notes and lines that are being typed; raises OSError as writing does."""
    head = {
        "program": "advocacy-tui",
        "format": FORMAT,
        "private": True,
        "settings": _settings(database, private=True),
    }
    _write(path, head, {name: items(database, name) for name in PRIVATE_LISTS})


def _settings(database: Database, *, private: bool) -> dict[str, str]:
    return {
        key: value
        for key, value in stored(database).items()
        if (key in PRIVATE_SETTINGS) is private
    }


def _write(path: Path, head: dict[str, Any], lists: dict[str, Iterator[dict[str, Any]]]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n")
        file.write(",\n".join(f'"{key}": {_text(value)}' for key, value in head.items()))
        for name, listed in lists.items():
            file.write(f',\n"{name}": [')
            _write_items(file, listed)
            file.write("]")
        file.write("\n}\n")


def _write_items(file: IO[str], listed: Iterator[dict[str, Any]]) -> None:
    mark = "\n"
    for item in listed:
        file.write(f"{mark}{_text(item)}")
        mark = ",\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
