"""The files of a programme folder, read with a cap, cleaned, and with what went wrong noted."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advocacy_tui import __version__
from advocacy_tui.exchange.front_matter import FrontMatter, FrontMatterProblem, read_front_matter
from advocacy_tui.i18n import _
from advocacy_tui.programme import FileProblem
from advocacy_tui.system_words import say_reason, toml_place
from advocacy_tui.text import clean_shared, decode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

MAX_BYTES = 256 * 1024
"""Bytes of a Markdown or TOML file that are read; a longer one is a problem."""


class Folder:
    """A programme folder; `problems` grows while it is read."""

    def __init__(self, root: Traversable) -> None:
        self.root = root
        self.problems: list[FileProblem] = []
        self._top = {one.name: one for one in _children(root)}

    def digest(self) -> str:
        """Return a digest of the program's version and the files' names and sizes.

        It costs a listing and opens no file, so it does not see a change that keeps the size.
        """
        found = hashlib.blake2b(__version__.encode(), digest_size=16)
        for name, one in sorted(self._top.items()):
            for path, file in [(name, one)] if one.is_file() else _inside(name, one):
                found.update(f"\0{path}\0{_size(file)}".encode())
        return found.hexdigest()

    def file(self, *names: str) -> tuple[str, str]:
        """Return name and text of the first of these files that is there, else the last name."""
        for name in names:
            if name in self._top and self._top[name].is_file():
                return name, self.text(name, self._top[name])
        return names[-1], ""

    def markdown(self, *folders: str) -> list[tuple[str, FrontMatter]]:
        """Return the Markdown files of these folders by path; each has its front matter read."""
        found = []
        for folder in folders:
            if folder not in self._top or not self._top[folder].is_dir():
                continue
            for path, file in sorted(_inside(folder, self._top[folder]), key=lambda one: one[0]):
                if path.lower().endswith(".md") and not file.name.startswith((".", "~")):
                    parsed = self.front_matter(path, self.text(path, file))
                    found += [(path, parsed)] if parsed is not None else []
        return found

    def front_matter(self, path: str, text: str) -> FrontMatter | None:
        """Return the parsed file, or None with the problem noted."""
        try:
            return read_front_matter(text)
        except FrontMatterProblem as problem:
            self.note(path, problem.message, problem.line, problem.column)
            return None

    def toml(self, name: str, *others: str) -> dict[str, Any]:
        """Return a TOML file's content; {} where it is missing or could not be read."""
        import tomllib

        found, text = self.file(name, *others)
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.note(found, _("This file is not TOML."), *toml_place(error))
            return {}

    def text(self, path: str, file: Traversable) -> str:
        """Return a file's text, cleaned as what comes from others; "" with the problem noted."""
        try:
            if _size(file) > MAX_BYTES:
                self.note(path, _("This file is longer than 256 KB, so it was not read."))
                return ""
            data = file.read_bytes()
        except OSError as error:
            self.note(
                path, _("This file could not be read ({reason}).").format(reason=say_reason(error))
            )
            return ""
        text, guessed = decode(data)
        if guessed:
            self.note(
                path, _("This file is not UTF-8 throughout; the rest was read as Windows-1252.")
            )
        return clean_shared(text).text

    def note(self, path: str, message: str, line: int = 0, column: int = 0) -> None:
        """Keep a problem."""
        self.problems.append(FileProblem(path, message, line, column))


def _children(folder: Traversable) -> Iterable[Traversable]:
    """Return what lies in a folder, symbolic links left out; nothing for a missing folder."""
    if not folder.is_dir():
        return []
    return [one for one in folder.iterdir() if not (isinstance(one, Path) and one.is_symlink())]


def _inside(name: str, folder: Traversable) -> list[tuple[str, Traversable]]:
    """Return the files of a folder with their paths, composed as NFC."""
    return [
        (f"{name}/{unicodedata.normalize('NFC', one.name)}", one)
        for one in _children(folder)
        if one.is_file()
    ]


def _size(file: Traversable) -> int:
    return file.stat().st_size if isinstance(file, Path) else len(file.read_bytes())
