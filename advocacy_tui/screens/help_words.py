"""What the keys do on a screen, from the registry and as they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.actions import BY_ID, in_group
from advocacy_tui.i18n import N_, _
from advocacy_tui.keys import say_keys

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen

    from advocacy_tui.actions import Action

HERE, LIST, EVERYWHERE = N_("Here"), N_("In a list"), N_("Everywhere")
"""The parts of the help, in the order shown; untranslated."""

_PART_OF = {"list": LIST, "anywhere": EVERYWHERE, "everywhere": EVERYWHERE}
_NUMBER = "today.choose"
_FIRST_NUMBER = f"{_NUMBER}1"


class KeyHelp(NamedTuple):
    """One line of the help: the keys as they are said, the short name, what it does."""

    keys: str
    label: str
    help: str


def told(screen: Screen[Any], own_keys: dict[str, str]) -> list[tuple[Action, KeyHelp]]:
    """Return what the keys do on a screen, in the registry's order; the numbers are one line."""
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        action = BY_ID.get(active.binding.id or "")
        if action is not None and active.enabled:
            keys.setdefault(action.id, []).append(key)
    for action in in_group("everywhere"):
        # These work over a sheet too, where Textual does not list them.
        keys.setdefault(action.id, own_keys.get(action.id, action.keys).split(","))
    return [
        (action, KeyHelp(_said(one, keys), _(action.label), _(action.help)))
        for one, action in BY_ID.items()
        if one in keys and (one == _FIRST_NUMBER or not one.startswith(_NUMBER))
    ]


def _said(one: str, keys: dict[str, list[str]]) -> str:
    if one != _FIRST_NUMBER:
        return say_keys(",".join(keys[one]))
    said = sorted(key for name, found in keys.items() if name.startswith(_NUMBER) for key in found)
    return f"{said[0]}-{said[-1]}" if len(said) > 1 else said[0]


def in_parts(
    lines: list[tuple[Action, KeyHelp]],
) -> dict[str, list[tuple[Action, KeyHelp]]]:
    """Return the lines by part: here, in a list, everywhere."""
    parts: dict[str, list[tuple[Action, KeyHelp]]] = {HERE: [], LIST: [], EVERYWHERE: []}
    for action, line in lines:
        parts[_PART_OF.get(action.group, HERE)].append((action, line))
    return {part: found for part, found in parts.items() if found}


def doable(screen: Screen[Any], own_keys: dict[str, str]) -> list[tuple[Action, KeyHelp]]:
    """Return what can be done on a screen by its name: each once, and no mere moving about."""
    found: dict[str, tuple[Action, KeyHelp]] = {}
    for action, line in told(screen, own_keys):
        if action.group != "list" and action.id not in ("palette", _FIRST_NUMBER):
            found.setdefault(action.method, (action, line))
    return list(found.values())
