"""What can be typed after `advocacy-tui`, read out of the parsers."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = frozenset(("file", "path"))
_FOLDERS = frozenset(("folder", "data_dir"))
"""Argument names (`dest`) whose values are files or folders."""


class Kind(Enum):
    """What an argument's values are."""

    WORDS = "words"
    FILES = "files"
    FOLDERS = "folders"
    NOTHING = "nothing"
    """A text of one's own; nothing can be offered."""


@dataclass(frozen=True, slots=True)
class Values:
    """What can stand as a value; `after` gives words by the argument before it."""

    kind: Kind
    words: tuple[str, ...] = ()
    after: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its names, what it does, its values (None for a switch)."""

    names: tuple[str, ...]
    help: str
    values: Values | None


@dataclass(frozen=True, slots=True)
class Node:
    """A command or a command's verb: its path such as "/draft/new", "" for the program itself."""

    path: str
    help: str
    options: tuple[Option, ...]
    positionals: tuple[Values, ...]
    children: tuple[Node, ...]

    def all(self) -> Iterator[Node]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def name(self) -> str:
        """The word that leads here."""
        return self.path.rpartition("/")[2]

    @property
    def valued(self) -> tuple[str, ...]:
        """The names of the options that take a value."""
        return tuple(
            name for option in self.options if option.values is not None for name in option.names
        )


def tree_of(parser: argparse.ArgumentParser, path: str = "", text: str = "") -> Node:
    """Return what a parser takes; it has no public list of its arguments, so `_actions` serves."""
    options: list[Option] = []
    positionals: list[Values] = []
    children: list[Node] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            # Two names of one verb are one parser; each is offered.
            helps = {one.dest: one.help or "" for one in action._choices_actions}
            for name, child in action.choices.items():
                children.append(tree_of(child, f"{path}/{name}", helps.get(name, "")))
        elif action.option_strings:
            values = None if action.nargs == 0 else _values(action)
            options.append(Option(tuple(action.option_strings), _help(action), values))
        else:
            positionals.append(_values(action))
    return Node(path, text, tuple(options), tuple(positionals), tuple(children))


def _help(action: argparse.Action) -> str:
    return action.help if action.help and action.help != argparse.SUPPRESS else ""


def _values(action: argparse.Action) -> Values:
    if action.choices is not None:
        return Values(Kind.WORDS, tuple(map(str, action.choices)))
    suggested: tuple[tuple[str, ...], dict[str, tuple[str, ...]]] | None
    suggested = getattr(action, "suggested", None)
    if suggested is not None:
        return Values(Kind.WORDS, *suggested)
    if action.dest in _FILES:
        return Values(Kind.FILES)
    return Values(Kind.FOLDERS if action.dest in _FOLDERS else Kind.NOTHING)
