"""A small curve in one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVELS = "▁▂▃▄▅▆▇█"


def curve(values: Iterable[float]) -> str:
    """Return one block a value, its height the value's place between 0 and 1."""
    top = len(_LEVELS) - 1
    return "".join(_LEVELS[round(min(1.0, max(0.0, value)) * top)] for value in values)
