"""Keys from the action registry, changed by the settings file."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, format_key, key_to_character

from advocacy_tui.actions import BY_ID, in_group
from advocacy_tui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

URGENT = frozenset({"everywhere", "today-gap"})
"""Groups whose keys go before those of what has the focus, a list's letters for instance."""


def bindings_for(*groups: str) -> Sequence[Binding]:
    """Return Textual bindings for the actions of some groups; URGENT ones go first."""
    return [
        Binding(
            action.keys,
            action.method,
            action.label,
            id=action.id,
            show=False,
            priority=action.group in URGENT,
        )
        for group in groups
        for action in in_group(group)
    ]


def remapped(settings_file: str) -> tuple[dict[str, str], list[str]]:
    """Read `[keys]` of the settings file: action id → keys, separated by commas.

    Returns:
        What can be used, in Textual's names, and a sentence for each line that cannot.
    """
    path = Path(settings_file)
    if not path.exists():
        return {}, []
    import tomllib  # two milliseconds that only a person with a settings file pays

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        from advocacy_tui.system_words import say_unreadable

        return {}, [
            _("{path} could not be read ({reason}), so the usual keys serve.").format(
                path=path.name, reason=say_unreadable(error)
            )
        ]
    table = document.get("keys", {})
    if not isinstance(table, dict):
        return {}, [
            _("[keys] in {path} is no table, so the usual keys serve.").format(path=path.name)
        ]
    kept: dict[str, str] = {}
    sentences: list[str] = []
    for name, keys in _flat(table):
        sentence = _trouble(name, keys)
        if sentence:
            sentences.append(sentence.format(name=name, keys=keys, path=path.name))
        else:
            kept[name] = ",".join(key_name(part) for part in _parts(str(keys)))
    return kept, sentences + _clashes(kept)


def _trouble(name: str, keys: object) -> str:
    """Return a sentence about a line of `[keys]` that cannot be used, "" where it can."""
    if name not in BY_ID:
        return _("{path}: there is nothing to do called {name}, so that line was left out.")
    if not isinstance(keys, str) or not _parts(keys):
        return _('{path}: {name} needs a key in quotes, such as "z", so that line was left out.')
    if not all(_is_key(key_name(part)) for part in _parts(keys)):
        return _("{path}: {keys} is no key that {name} can have, so that line was left out.")
    return ""


def _clashes(kept: dict[str, str]) -> list[str]:
    """Return a sentence for each key that a line gave to something where another has it."""
    sentences = []
    for name, keys in kept.items():
        group = BY_ID[name].group
        for other in in_group(group):
            if other.id == name or (other.id in kept and other.id < name):
                continue
            both = set(keys.split(",")) & set(kept.get(other.id, other.keys).split(","))
            sentences += [
                _("{key} means both {one} and {other} now; give one of them another key.").format(
                    key=say_keys(key), one=name, other=other.id
                )
                for key in sorted(both)
            ]
    return sentences


def _parts(keys: str) -> list[str]:
    if keys.strip() == ",":
        return [","]
    return [part.strip() for part in keys.split(",") if part.strip()]


def key_name(key: str) -> str:
    """Return Textual's name of a key as people write it.

    "." is "full_stop" and "Ctrl+K" is "ctrl+k".
    """
    *chord, last = key.split("+") if len(key) > 1 else [key]
    by_word = {said: name for name, said in _SAID.items()}
    if last in by_word:
        last = by_word[last]
    elif len(last) > 1:
        last = last.lower()
    elif last and not last.isalnum():
        name = unicodedata.name(last, last).lower().replace("-", "_").replace(" ", "_")
        last = KEY_NAME_REPLACEMENTS.get(name, name)
    if chord and len(last) == 1:
        last = last.lower()
    return "+".join([*(part.lower() for part in chord), last])


def _is_key(name: str) -> bool:
    """Tell whether a terminal can send a key of this name."""
    *chord, last = name.split("+")
    if any(part not in ("ctrl", "alt", "shift", "super", "meta", "hyper") for part in chord):
        return False
    if last in KEY_NAME_REPLACEMENTS.values() or last in {key.value for key in Keys}:
        return True
    # Unicode names control characters too: "hop" is one.
    return (key_to_character(last) or "\0").isprintable()


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
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "pgdn", "pageup": "pgup",
    "escape": "esc", "enter": "enter", "delete": "del", "backspace": "backspace",
    "tab": "tab", "space": N_("space"), "home": "home", "end": "end",
}  # fmt: skip
"""Key names as people say them, where that is not the character itself."""


def say_keys(keys: str, *, first: bool = False) -> str:
    """Return keys as a person reads them: "down,j" is "↓ j"; with `first` only the first."""
    names = keys.split(",")[: 1 if first else None]
    return " ".join(_said(name) for name in names)


def _said(name: str) -> str:
    *chord, last = name.split("+")
    said = _SAID.get(last) or format_key(last)
    if last == "space":
        said = _(said)
    return "+".join([*chord, said])
