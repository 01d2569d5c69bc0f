"""What Textual makes of escape sequences that it does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.events import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

_UNKNOWN = re.compile(
    r"\[\[[A-Za-z]"  # a function key of the Linux console
    r"|\[[0-?]*[ -/]*[@-~$]"  # a control sequence (ECMA-48, 5.4)
    r"|O[0-9;]*[ -~]"  # a function key after SS3
    r"|[\]PX^_][^\x07\x1b\\]*(?:\\|\x07)?"  # a string of the terminal, and its end
)


def without_unknown_sequence(batch: list[Message]) -> list[Message]:
    """Drop the keys that Textual spells an escape sequence with which it does not know.

    `batch` is what one byte or one timeout made of the input. Several keys at once, or one after
    a timeout, are a sequence that was given up (its escape gone, or spelt "^"). What was typed
    right after the sequence stays; a single character after an escape is that key with alt.
    """
    keys = [message for message in batch if isinstance(message, Key)]
    if len(keys) != len(batch) or not keys or any(len(key.character or "") != 1 for key in keys):
        return batch
    if keys[0].key == "circumflex_accent" and len(keys) > 1:
        del keys[0]
    found = _UNKNOWN.match("".join(key.character or "" for key in keys))
    if found and found.end() > 1:
        return list(keys[found.end() :])
    if keys[0].is_printable and not keys[0].key.startswith("alt+"):
        keys[0] = Key(f"alt+{keys[0].key}", keys[0].character)
    return list(keys)


def swallow_unknown_sequences() -> None:
    """Keep escape sequences that Textual does not know from being typed, in this whole process.

    To be called before the app runs: a driver takes hold of the parser's methods as it starts.
    """
    if getattr(XTermParser, "swallows", False):
        return
    feed, tick = XTermParser.feed, XTermParser.tick

    def feed_quietly(self: Any, data: str) -> Iterator[Message]:
        for character in data or [""]:
            batch = list(feed(self, character))
            yield from without_unknown_sequence(batch) if len(batch) > 1 else batch

    def tick_quietly(self: Any) -> Iterable[Message]:
        return without_unknown_sequence(list(tick(self)))

    XTermParser.feed = feed_quietly  # type: ignore[method-assign]
    XTermParser.tick = tick_quietly  # type: ignore[method-assign]
    XTermParser.swallows = True  # type: ignore[attr-defined]
