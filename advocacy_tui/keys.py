"""Keys from the action registry, changed by the settings file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding

from advocacy_tui.actions import BY_ID, in_group
from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def bindings_for(*groups: str) -> Sequence[Binding]:
    """Return Textual bindings for the actions of some groups; "everywhere" ones go first."""
    return [
        Binding(
            action.keys,
            action.method,
            action.label,
            id=action.id,
            show=False,
            priority=action.group == "everywhere",
        )
        for group in groups
        for action in in_group(group)
    ]


def remapped(settings_file: str) -> tuple[dict[str, str], list[str]]:
    """Read `[keys]` of the settings file: action id → keys, separated by commas.

    Returns:
        What can be used, and a sentence for each line that cannot.
    """
    path = Path(settings_file)
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError) as error:
        return {}, [
            _("{path} could not be read ({reason}), so the usual keys serve.").format(
                path=path.name, reason=error
            )
        ]
    table = document.get("keys", {})
    if not isinstance(table, dict):
        return {}, [_("[keys] in {path} is no table, so the usual keys serve.").format(path=path.name)]
    kept: dict[str, str] = {}
    sentences: list[str] = []
    for name, keys in _flat(table):
        if name in BY_ID and isinstance(keys, str) and keys.strip():
            kept[name] = ",".join(part.strip() for part in keys.split(",") if part.strip())
        else:
            sentences.append(
                _("{name} in {path} is no action with keys, so it was left out.").format(
                    name=name, path=path.name
                )
            )
    return kept, sentences


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, object]]:
    """Return dotted names: TOML reads an unquoted `idea.keep = "x"` as nested tables."""
    flat: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{prefix}{name}.")
        else:
            flat.append((prefix + name, value))
    return flat


_SAID = {
    "full_stop": ".", "comma": ",", "question_mark": "?", "slash": "/", "plus": "+",
    "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "space": "space",
    "down": "↓", "up": "↑", "left": "←", "right": "→",
}  # fmt: skip


def say_keys(keys: str, *, first: bool = False) -> str:
    """Return keys as a person reads them: "down,j" is "↓ j"; with `first` only the first."""
    names = keys.split(",")[: 1 if first else None]
    return " ".join(_SAID.get(name, name) for name in names)
