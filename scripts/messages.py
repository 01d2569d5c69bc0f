"""Finds the messages of the sources in their syntax; `babel` misses some in f-strings."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKERS = {"_": 1, "N_": 1, "ngettext": 2}
"""What marks a message → how many of its arguments are messages."""


class Message(NamedTuple):
    """A message, in one form or two, and where it stands."""

    forms: tuple[str, ...]
    file: str
    line: int


def messages_in(root: Path) -> Iterator[Message]:
    """Yield the messages of every module under a folder, by file and line."""
    for path, tree in _trees(root):
        found = []
        for call in _marked(tree):
            wanted = call.args[: MARKERS[_name(call)]]
            forms = [one.value for one in wanted if isinstance(one, ast.Constant)]
            if forms and len(forms) == len(wanted) and all(isinstance(one, str) for one in forms):
                found.append(Message(tuple(map(str, forms)), path, call.lineno))
        yield from sorted(found, key=lambda one: one.line)


def in_f_strings(root: Path) -> Iterator[str]:
    """Yield "file:line" of every message that is translated inside an f-string, or is one."""
    for path, tree in _trees(root):
        lines = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                lines |= {call.lineno for call in _marked(node)}
        for call in _marked(tree):
            if any(isinstance(one, ast.JoinedStr) for one in call.args):
                lines.add(call.lineno)
        yield from (f"{path}:{line}" for line in sorted(lines))


def _trees(root: Path) -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(root.rglob("*.py")):
        yield path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _marked(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in MARKERS:
            yield node
