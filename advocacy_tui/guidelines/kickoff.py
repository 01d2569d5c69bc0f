"""A kickoff file as values: why, the worries answered, who backs it, the rounds of questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advocacy_tui.guidelines import names
from advocacy_tui.guidelines.blocks import (
    ITEM,
    PARAGRAPH,
    QUOTE,
    Block,
    parse,
    plain_text,
    split_front,
)
from advocacy_tui.guidelines.sections import Part, split_sections, title_of
from advocacy_tui.guidelines.values import Backing, Kickoff, Passage, Round

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNATURE = r"^[—–-]{1,3}\s*(?P<words>\S.*)$"


def read_kickoff(text: str, file: str) -> Kickoff:
    """Read a kickoff file; sections are recognised as in `read_guidelines`. No text raises.

    Args:
        text: The whole file, front matter included, cleaned as shared text.
        file: The name to show where something comes from.
    """
    fields, lines = split_front(text)
    parts = split_sections(lines, parse(lines), names.KICKOFF_KINDS)
    return Kickoff(
        file=file,
        title=fields.get("title", "") or title_of(parts),
        language=fields.get("language", ""),
        whys=_passages(parts, names.WHY),
        worries=_passages(parts, names.WORRIES),
        backing=_backing(parts),
        rounds=_rounds(parts),
        sections=tuple(part.section for part in parts),
    )


def _of_kind(parts: Sequence[Part], kind: str) -> list[Part]:
    return [part for part in parts if part.section.kind == kind]


def _passages(parts: Sequence[Part], kind: str) -> tuple[Passage, ...]:
    """Return a passage for each heading of the kind that has text; bold items serve as headings."""
    passages = []
    for part in _of_kind(parts, kind):
        section = part.section
        named = [block for block in part.blocks if block.bold]
        if part.under or (part.blocks and not named):
            passages.append(Passage(section.heading, plain_text(part.blocks), section.line))
        else:
            for block in named:
                rest = block.text[len(block.bold) :].strip(" :–—")
                text = "\n".join(filter(None, (rest, plain_text(block.children))))
                passages.append(Passage(block.bold.rstrip(":"), text, block.line))
    return tuple(passages)


def _backing(parts: Sequence[Part]) -> Backing | None:
    """Return the signed sentence: a quotation, or else the text, and the line with the name."""
    blocks = [
        leaf
        for part in _of_kind(parts, names.BACKING)
        for block in part.blocks
        for leaf in (block.children if block.kind == QUOTE else (block,))
    ]
    said: list[Block] = []
    for block in blocks:
        sentence, signature = _split_signature(block.text)
        if signature:
            before = plain_text(said) or sentence
            name, title, date = _signed(signature)
            line = said[0].line if said else block.line
            return Backing(before, name, title, date, line)
        said.append(block)
    return Backing(plain_text(said), "", "", "", said[0].line) if said else None


def _split_signature(text: str) -> tuple[str, str]:
    """Return what stands before a line that begins with a dash, and that line's words."""
    before, _newline, last = text.strip().rpartition("\n")
    found = re.match(_SIGNATURE, last)
    return (before, found["words"]) if found else (text, "")


def _signed(words: str) -> tuple[str, str, str]:
    """Return name, title and date of "Karen Holm, administrerende direktør, 12. oktober 2026"."""
    name, *rest = [part.strip() for part in words.split(",")]
    date = rest.pop() if rest and any(c.isdigit() for c in rest[-1]) else ""
    return name, ", ".join(rest), date


def _rounds(parts: Sequence[Part]) -> tuple[Round, ...]:
    rounds = []
    for part in _of_kind(parts, names.BRAINSTORM):
        items = [block for block in part.blocks if block.kind == ITEM]
        if part.under:
            nudges = tuple(block.text for block in items if block.text)
            rounds.append(Round(part.section.heading, nudges, part.section.line))
            continue
        for block in items:
            nudges = tuple(one.text for one in block.children if one.kind in (ITEM, PARAGRAPH))
            rounds.append(Round(block.text, nudges, block.line))
    return tuple(rounds)
