"""Every sentence a person can see is there in both languages."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2] / "advocacy_tui"
PO = ROOT / "locales" / "da" / "LC_MESSAGES" / "advocacy_tui.po"
FROM_ARGPARSE = "argparse"
"""The comment that marks messages of argparse itself, which no source of ours holds."""

_PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\{[^{}]*\}")


@lru_cache(maxsize=1)
def scanner() -> Any:
    """Return the module that finds messages; it is no part of the package."""
    spec = spec_from_file_location("messages", ROOT.parent / "scripts" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)
def messages() -> dict[str, str]:
    """Message → where it is used."""
    found: dict[str, str] = {}
    for forms, file, line in scanner().messages_in(ROOT):
        for one in forms:
            found.setdefault(one, f"{file}:{line}")
    return found


def test_no_message_is_translated_inside_an_f_string() -> None:
    # On Python 3.11 a scanner of words sees such a string as one, and misses the message.
    assert list(scanner().in_f_strings(ROOT)) == []


def test_the_scanner_finds_what_stands_in_f_strings_and_over_several_lines(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(
        'f"{_(\'within\')}"\n_("over "\n  "lines")\nngettext("one", "many", 2)\n'
        'N_(name)\n_(f"made {up}")\n',
        encoding="utf-8",
    )
    found = [(one.forms, one.line) for one in scanner().messages_in(tmp_path)]
    assert found == [(("within",), 1), (("over lines",), 2), (("one", "many"), 4)]
    assert list(scanner().in_f_strings(tmp_path)) == ["one.py:1", "one.py:6"]


@lru_cache(maxsize=1)
def danish() -> dict[str, tuple[str, ...]]:
    """Message → its Danish, one or two forms."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="da", abort_invalid=True)
    known: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        said = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        for one in ids:
            known[one] = said
    return known


def test_every_message_has_its_danish() -> None:
    missing = {text: place for text, place in messages().items() if not any(danish().get(text, ()))}
    assert not missing


def test_no_danish_is_left_over() -> None:
    with PO.open("rb") as file:
        of_argparse = {
            one
            for message in read_po(file, locale="da")
            if FROM_ARGPARSE in message.user_comments
            for one in ((message.id,) if isinstance(message.id, str) else message.id)
        }
    assert not set(danish()) - set(messages()) - of_argparse


def test_no_message_is_translated_twice() -> None:
    ids = re.findall(r'^msgid ("(?:.*)"(?:\n".*")*)', PO.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(ids) > 50
    assert not {one for one in ids if ids.count(one) > 1}


@pytest.mark.parametrize("form", [0, 1])
def test_the_danish_has_the_same_blanks_to_fill(form: int) -> None:
    wrong = {
        text: said
        for text, said in danish().items()
        if len(said) > form and said[form]
        and (set(_PLACEHOLDER.findall(said[form])) ^ set(_PLACEHOLDER.findall(text))) - {"{count}"}
    }  # fmt: skip
    assert not wrong


FORBIDDEN = re.compile(
    r"\b(du skal|undgå|fejl|misset|brudt|you must|error|failed|broken|missed|streak)\b",
    re.IGNORECASE,
)
"""Words of voice.md that no one is met with."""


def test_nobody_is_told_off() -> None:
    told = {text for text in messages() if FORBIDDEN.search(text)}
    told |= {one for said in danish().values() for one in said if FORBIDDEN.search(one)}
    assert not told


def test_there_is_no_exclamation_mark_outside_a_cheer() -> None:
    assert not {text for text in messages() if "!" in text and "!=" not in text}
    assert not {one for said in danish().values() for one in said if "!" in one}
