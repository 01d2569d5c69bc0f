"""One thing that a person can do."""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """Something a person can do.

    `keys` are Textual's key names, separated by commas; `method` is the Textual action;
    `group` is a screen's name, "anywhere" (but in a text field) or "everywhere" (text fields
    included); `bar` is its place among the key bar's words, 0 for not there.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    method: str
    bar: int = 0
