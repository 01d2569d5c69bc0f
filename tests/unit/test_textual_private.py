"""Fails when Textual changes a private name that the widgets lean on, or mends what they mend."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.widgets import TextArea
from textual.widgets.text_area import Document, DocumentNavigator, WrappedDocument

from advocacy_tui.widgets._textual_private.keys import (
    swallow_unknown_sequences,
    without_unknown_sequence,
)
from advocacy_tui.widgets._textual_private.text_area import OpenTextArea

if TYPE_CHECKING:
    from textual.message import Message

swallow_unknown_sequences()


def _keys(monkeypatch: pytest.MonkeyPatch, data: str) -> list[tuple[str, str | None]]:
    """Return what the terminal's bytes become, once the wait for the rest of them is over."""
    now = [0.0]
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    parser = XTermParser()
    messages: list[Message] = list(parser.feed(data))
    now[0] = 60.0
    messages += parser.tick()
    return [(message.key, message.character) for message in messages if isinstance(message, Key)]


def test_a_text_area_makes_its_parts_in_one_place() -> None:
    assert list(inspect.signature(TextArea._set_document).parameters) == [
        "self",
        "text",
        "language",
    ]
    source = inspect.getsource(TextArea._set_document)
    for name in ("self.document", "self.wrapped_document", "self.navigator",
                 "_build_highlight_map", "_rewrap_and_refresh_virtual_size"):  # fmt: skip
        assert name in source
    assert "_set_document" in inspect.getsource(TextArea.load_text)


def test_the_subclass_makes_the_parts() -> None:
    made: list[str] = []

    class Own(OpenTextArea):
        def make_parts(self, text: str) -> tuple[Document, WrappedDocument, DocumentNavigator]:
            made.append(text)
            document = Document(text)
            rows = WrappedDocument(document)
            return document, rows, DocumentNavigator(rows)

    area = Own("første")
    area.load_text("anden")
    assert made[0] == "første"
    assert made[-1] == area.text == "anden"


@pytest.mark.parametrize(
    "unknown",
    ["\x1b[1;9Z", "\x1b[[F", "\x1bOz", "\x1b[?62c", "\x1b]11;rgb:00/00/00\x07", "\x1b[42$",
     "\x1b[99;99;99;99q"],
)  # fmt: skip
def test_an_unknown_sequence_types_nothing(monkeypatch: pytest.MonkeyPatch, unknown: str) -> None:
    assert [key for key, said in _keys(monkeypatch, unknown) if said and said.isprintable()] == []


@pytest.mark.parametrize("shift_f8", ["\x1b[34~", "\x1b[19;2~", "\x1b[32~"])
def test_shift_f8_types_nothing(monkeypatch: pytest.MonkeyPatch, shift_f8: str) -> None:
    assert [said for _key, said in _keys(monkeypatch, shift_f8)] == [None]


def test_what_is_typed_around_an_unknown_sequence_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [said for _key, said in _keys(monkeypatch, "før\x1b[1;9Zhej")]
    assert "".join(character or "" for character in said) == "førhej"
    assert _keys(monkeypatch, "\x1b[1;9Z\x1b[A") == [("up", None)]


@pytest.mark.parametrize("text", ["[1] se [link](her)", "^[a^", "O hej", "]x", "æøå {[]}\\ P^_X"])
def test_plain_text_comes_through_however_fast(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    assert "".join(said or "" for _key, said in _keys(monkeypatch, text)) == text


@pytest.mark.parametrize(
    ("data", "key"),
    [("\x1b", "escape"), ("\x1b[A", "up"), ("\x1bOP", "f1"), ("\x1b[19~", "f8"),
     ("\x1ba", "alt+a"), ("\x1b[13;2u", "shift+enter"), ("\x7f", "backspace"), ("\r", "enter")],
)  # fmt: skip
def test_known_keys_are_what_they_were(
    monkeypatch: pytest.MonkeyPatch, data: str, key: str
) -> None:
    assert [name for name, _said in _keys(monkeypatch, data)] == [key]


@pytest.mark.parametrize("data", ["\x1b[", "\x1b\\", "\x1bå"])
def test_a_character_after_an_escape_is_that_key_with_alt(
    monkeypatch: pytest.MonkeyPatch, data: str
) -> None:
    ((key, _said),) = _keys(monkeypatch, data)
    assert key.startswith("alt+")


def test_a_paste_keeps_its_text() -> None:
    messages = list(XTermParser().feed("\x1b[200~[1] ^x O\x1b[201~x"))
    assert [message.text for message in messages if isinstance(message, Paste)] == ["[1] ^x O"]


def test_keys_made_at_once_lose_the_sequence_and_keep_what_follows_it() -> None:
    given = [Key("left_square_bracket", "["), Key("1", "1"), Key("Z", "Z"), Key("h", "h")]
    kept = without_unknown_sequence(list(given))
    assert [key.character for key in kept if isinstance(key, Key)] == ["h"]


def test_the_key_part_loads_no_widget() -> None:
    code = (
        "import sys, advocacy_tui.widgets._textual_private.keys\n"
        "print([name for name in sys.modules if name.startswith('textual.widgets')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
