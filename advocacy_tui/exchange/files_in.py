"""Files and folders from outside: what is read, and what is passed over and said."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.exchange.markdown_in import Notice, Reading
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.models import Thought
from advocacy_tui.system_words import say_reason
from advocacy_tui.text import clean_own, decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from advocacy_tui.store.intake import Incoming

MARKDOWN = (".md", ".markdown")
"""Endings of files that hold one idea each."""

OTHER_FORMATS = (".json", ".csv", ".tsv", ".html", ".htm", ".xml", ".toml", ".yaml", ".yml")
"""Endings of text files whose lines are no ideas."""

MOST_BYTES = 1_000_000
"""Bytes of one Markdown file; more is no idea."""

_NAMED = 3
"""Names given of what was passed over; the rest is counted."""


class Brought(NamedTuple):
    """What a source holds, and what to tell about it."""

    incoming: Incoming
    notices: list[Notice]


def read_source(path: str, *, now: datetime) -> Brought:
    """Read a Markdown folder, a Markdown file, or a file of plain lines.

    Raises:
        UsageProblem: it is not there, cannot be read, or is something else.
    """
    place = Path(path).expanduser()
    if place.is_dir():
        return _read_folder(place, now)
    if place.suffix.lower() in OTHER_FORMATS:
        raise UsageProblem(
            _("{path} is neither plain lines nor Markdown. Save it as one of those first.").format(
                path=path
            )
        )
    try:
        data = place.read_bytes()
    except OSError as error:
        raise UsageProblem(
            _("{path} could not be read ({reason}). See that the name is right.").format(
                path=path, reason=say_reason(error)
            )
        ) from None
    if is_binary(data):
        raise UsageProblem(
            _("{path} is no text. Plain lines and Markdown can be brought in.").format(path=path)
        )
    if place.suffix.lower() not in MARKDOWN:
        return read_lines(data, path)
    reading = Reading(now)
    _add_data(reading, data, path)
    return _finished(reading, [])


def read_lines(data: bytes, name: str) -> Brought:
    """Read plain lines: one idea a line, blank lines passed over."""
    text, guessed = decode(data)
    cleaned = clean_own(text)
    lines = (line.strip() for line in cleaned.text.split("\n"))
    notices = [_guessed(name)] if guessed else []
    notices += _dropped(cleaned.dropped)
    return Brought(_thoughts(line for line in lines if line), notices)


def _thoughts(lines: Iterator[str]) -> Incoming:
    from advocacy_tui.store.intake import Incoming

    return Incoming(thoughts=[Thought(line) for line in lines])


def is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text: a NUL without a byte order mark."""
    return b"\0" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


# --- folders ------------------------------------------------------------------------------------


class _Passed:
    """Names that were passed over, by what they are."""

    def __init__(self) -> None:
        self.hidden: list[str] = []
        self.links: list[str] = []
        self.binary: list[str] = []
        self.other: list[str] = []

    def notices(self, root: str) -> list[Notice]:
        """Return one notice for each kind, with a few names."""
        said = []
        if self.hidden:
            said.append(
                ngettext(
                    "{count} hidden name was passed over: {names}",
                    "{count} hidden names were passed over: {names}",
                    len(self.hidden),
                ).format(count=len(self.hidden), names=_few(self.hidden))
            )
        if self.links:
            said.append(
                ngettext(
                    "{count} link was passed over: {names}",
                    "{count} links were passed over: {names}",
                    len(self.links),
                ).format(count=len(self.links), names=_few(self.links))
            )
        if self.binary:
            said.append(
                ngettext(
                    "{count} file is no text and was passed over: {names}",
                    "{count} files are no text and were passed over: {names}",
                    len(self.binary),
                ).format(count=len(self.binary), names=_few(self.binary))
            )
        if self.other:
            said.append(
                ngettext(
                    "{count} file is no Markdown and was passed over: {names}",
                    "{count} files are no Markdown and were passed over: {names}",
                    len(self.other),
                ).format(count=len(self.other), names=_few(self.other))
            )
        return [Notice(root, 0, one) for one in said]


def _few(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def _read_folder(root: Path, now: datetime) -> Brought:
    reading, passed = Reading(now), _Passed()
    for file in _markdown_files(root, root, passed, reading.notices):
        name = file.relative_to(root).as_posix()
        try:
            size = file.stat().st_size
            data = b"" if size > MOST_BYTES else file.read_bytes()
        except OSError as error:
            reading.notices.append(_unreadable(name, error))
            continue
        if size > MOST_BYTES:
            reading.notices.append(Notice(name, 0, _("It is larger than 1 MB, so it stayed out.")))
        elif is_binary(data):
            passed.binary.append(name)
        else:
            _add_data(reading, data, name)
    return _finished(reading, passed.notices(str(root)))


def _markdown_files(
    folder: Path, root: Path, passed: _Passed, notices: list[Notice]
) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        notices.append(_unreadable(folder.relative_to(root).as_posix(), error))
        return
    for entry in entries:
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if entry.is_symlink():
            passed.links.append(name)
        elif entry.name.startswith("."):
            passed.hidden.append(name)
        elif entry.is_dir(follow_symlinks=False):
            yield from _markdown_files(path, root, passed, notices)
        elif entry.is_file(follow_symlinks=False) and path.suffix.lower() in MARKDOWN:
            yield path
        else:
            passed.other.append(name)


def _add_data(reading: Reading, data: bytes, name: str) -> None:
    text, guessed = decode(data)
    if guessed:
        reading.notices.append(_guessed(name))
    reading.add_file(text, name)


def _finished(reading: Reading, notices: list[Notice]) -> Brought:
    incoming = reading.finished()
    notices = [*reading.notices, *notices, *_dropped(reading.dropped)]
    if reading.left_out:
        keys = ", ".join(sorted(reading.left_out))
        message = _("These lines of the front matter have no place here: {keys}").format(keys=keys)
        notices.append(Notice("", 0, message))
    return Brought(incoming, notices)


def _unreadable(name: str, error: OSError) -> Notice:
    return Notice(name, 0, _("It could not be read ({reason}).").format(reason=say_reason(error)))


def _guessed(name: str) -> Notice:
    message = _(
        "It is not UTF-8 throughout; the rest was read as Windows-1252. "
        "See that the letters are right."
    )
    return Notice(name, 0, message)


def _dropped(count: int) -> list[Notice]:
    if not count:
        return []
    message = ngettext(
        "{count} control character was left out; every other character is kept.",
        "{count} control characters were left out; every other character is kept.",
        count,
    ).format(count=count)
    return [Notice("", 0, message)]
