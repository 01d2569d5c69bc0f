"""List items, rows and paragraphs as rules: themes, off limits, words, channels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advocacy_tui.guidelines import names
from advocacy_tui.guidelines.blocks import ITEM, PARAGRAPH, QUOTE, ROW, Block, plain_text
from advocacy_tui.guidelines.values import ChannelNote, Line, OffLimit, Theme, WordChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_WORDS = 8
"""Words at most in the name of a theme or a category that no bold type sets apart."""

TERM_WORDS = 5
"""Words at most in a term; more is a sentence."""

_QUOTES = {"»": "«", "«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’", "'": "'"}
_SENTENCE_WORDS = frozenset(
    (
        "never", "not", "unless", "we", "you", "they", "when", "if", "because", "must", "should",
        "may", "can", "aldrig", "ikke", "medmindre", "vi", "du", "de", "når", "hvis", "fordi",
        "nogen", "der", "som", "skal", "må", "kan", "bør",
    )
)  # fmt: skip
SWAP_LENGTH = 400
"""Characters at most of a line that is looked at for a choice of words."""

_ARROW = r"\s*(?:→|⇒|->|=>|=)\s*"
_SAY = "(?:say |write |use |sig |skriv |brug )?"
_SWAPS = (
    rf"^(?P<old>[^→⇒=]+?){_ARROW}(?P<new>.+)$",
    r"^(?:swap|byt)\s+(?P<old>.+?)\s+(?:for|ud med|med)\s+(?P<new>.+)$",
    rf"^(?:instead of|i stedet for)\s+(?P<old>[^:]+?)\s*[:,]\s*{_SAY}(?P<new>.+)$",
    rf"^{_SAY}(?P<new>.+?)\s+(?:instead of|rather than|i stedet for|frem for)\s+(?P<old>.+)$",
    rf"^{_SAY}(?P<new>[^,]+),\s*(?:not|ikke)\s+(?P<old>.+)$",
)


def split_name(block: Block) -> tuple[str, str]:
    """Return what stands before the colon or dash of an item, and what follows; ("", text) if none.

    A bold beginning is the name, however long.
    """
    if block.bold:
        rest = block.text[len(block.bold) :]
        return block.bold.strip().rstrip(":.").strip(), rest.lstrip(" \t:–—.-").strip()
    found = re.match(
        r"^(?P<name>[^:\n]{1,200}?)(?::\s+|:$|\s+[–—-]\s+)(?P<rest>[\s\S]*)$", block.text
    )
    if found and len(found["name"].split()) <= NAME_WORDS:
        return found["name"].strip(), found["rest"].strip()
    return "", block.text.strip()


def unquoted(text: str) -> str:
    """Return a text without the quotation marks around it and the full stop after them."""
    bare = text.strip()
    if bare[:1] in _QUOTES and bare.endswith("."):
        bare = bare[:-1].rstrip()
    if len(bare) > 1 and bare[-1] in _QUOTES.get(bare[0], ""):
        bare = bare[1:-1].strip()
    return bare


def quoted_parts(text: str) -> tuple[str, ...]:
    """Return what stands in quotation marks, or the whole text where nothing does."""
    found = re.findall(r"»([^»«]+)«|“([^“”]+)”|„([^„“”]+)[“”]|\"([^\"]+)\"", text)
    parts = tuple("".join(groups).strip() for groups in found)
    return tuple(filter(None, parts)) or ((unquoted(text),) if text.strip() else ())


def theme_of(block: Block) -> Theme | None:
    """Return the theme that an item or row names; None where there is no short name."""
    name, text = _row_pair(block) if block.kind == ROW else split_name(block)
    if not name and len(text.split()) <= NAME_WORDS:
        name, text = text.rstrip("."), ""
    beneath = plain_text(block.children)
    whole = "\n".join(filter(None, (text, beneath)))
    return Theme(name, whole, block.line) if name else None


def _row_pair(row: Block) -> tuple[str, str]:
    return (row.cells[0] if row.cells else ""), " ".join(filter(None, row.cells[1:]))


def split_terms(text: str) -> tuple[str, ...]:
    """Return the terms of a list such as "Kystbanken, Lind & Søn"; none where it is a sentence.

    Commas and semicolons part terms, except inside quotation marks and parentheses. A placeholder
    in brackets is no term.
    """
    terms = []
    for part in _parts(text.strip().rstrip(".")):
        term = unquoted(part)
        if not term or (term.startswith("[") and term.endswith("]")):
            continue
        if not is_term(term):
            return ()
        terms.append(term)
    return tuple(dict.fromkeys(terms))


def _parts(text: str) -> list[str]:
    """Part a text at commas and semicolons that stand outside parentheses and quotation marks."""
    closers = {"(": ")", "»": "«", "“": "”"}
    parts, closing = [""], ""
    for character in text:
        if character in ",;" and not closing:
            parts.append("")
            continue
        if closing and character == closing:
            closing = ""
        elif not closing:
            closing = closers.get(character, "")
        parts[-1] += character
    return parts


def is_term(text: str) -> bool:
    """Tell whether a text can be a term: a few words, and no sentence."""
    words = text.split()
    if not 0 < len(words) <= TERM_WORDS or re.search(r"[.!?:]\s", text):
        return False
    return not any(word in _SENTENCE_WORDS for word in words)


def off_limit_of(block: Block) -> tuple[OffLimit | None, list[Line]]:
    """Return the rule that an item, row or bold paragraph states, and lines not understood."""
    if block.kind == ROW:
        category, rest = (block.cells[0] if block.cells else ""), " ".join(block.cells[1:2])
        why = " ".join(block.cells[2:])
    else:
        category, rest = split_name(block)
        why = ""
    if not category:
        category, rest = rest, ""
    terms = list(split_terms(rest))
    if rest and not terms:
        why = " ".join(filter(None, (rest, why)))
    fields: dict[str, list[str]] = {"why": [why] if why else [], "instead": [], "allow": []}
    unclear = [
        Line(child.line, child.text)
        for child in block.children
        if not _take_rule(child, terms, fields)
    ]
    if not category:
        return None, [Line(block.line, block.text), *unclear]
    rule = OffLimit(
        category=category,
        terms=tuple(dict.fromkeys(terms)),
        why=" ".join(fields["why"]),
        instead=tuple(fields["instead"]),
        allow=tuple(fields["allow"]),
        line=block.line,
    )
    return rule, unclear


def _take_rule(child: Block, terms: list[str], fields: dict[str, list[str]]) -> bool:
    """Put what a nested item says where it belongs; False where it says nothing we know."""
    key, colon, value = child.text.partition(":")
    said = names.words_of(key) if colon else ()
    value = value.strip()
    if said in {names.words_of(one) for one in names.RULE_WHY}:
        fields["why"].append(value)
    elif said in {names.words_of(one) for one in names.RULE_INSTEAD}:
        fields["instead"].extend(quoted_parts(value))
    elif said in {names.words_of(one) for one in names.RULE_ALLOW}:
        fields["allow"].extend(split_terms(value) or quoted_parts(value))
    elif child.kind in (ITEM, PARAGRAPH) and not colon and split_terms(child.text):
        terms.extend(split_terms(child.text))
    else:
        return False
    return True


def word_of_row(row: Block, *, swapped: bool) -> WordChoice | None:
    """Return the choice that a row of two or more columns states; None for fewer."""
    if len(row.cells) < 2 or not (row.cells[0] and row.cells[1]):
        return None
    old, new = row.cells[1::-1] if swapped else row.cells[:2]
    note = " ".join(filter(None, row.cells[2:]))
    return WordChoice(unquoted(old), unquoted(new), note, row.line)


def is_swapped(header: Sequence[str]) -> bool:
    """Tell whether a table's first column is the one we prefer."""
    first = names.words_of(header[0]) if header else ()
    return first[:2] in {("we", "say"), ("vi", "siger")} or first[:1] in {
        ("say",), ("prefer",), ("preferred",), ("use",), ("sig",), ("skriv",), ("brug",),
        ("hellere",),
    }  # fmt: skip


def word_of_item(block: Block) -> WordChoice | None:
    """Return the choice that a line such as "X → Y" or "Y, not X" states; None for none."""
    text, note = block.text.strip(), ""
    if len(text) > SWAP_LENGTH:
        return None
    aside = re.search(r"\s*\(([^()]+)\)\.?$", text)
    if aside:
        text, note = text[: aside.start()], aside[1].strip()
    for pattern in _SWAPS:
        found = re.match(pattern, text, re.IGNORECASE)
        if found:
            old, new = unquoted(found["old"]), unquoted(found["new"].rstrip("."))
            if old and new:
                return WordChoice(old, new, note, block.line)
    return None


def channel_of(block: Block) -> ChannelNote | None:
    """Return the channel that an item or row speaks of; None where no name stands first."""
    name, text = _row_pair(block) if block.kind == ROW else split_name(block)
    if not name and names.channels_in(text) and len(text.split()) <= NAME_WORDS:
        name, text = text, ""
    beneath = plain_text([child for child in block.children if child.kind != QUOTE])
    whole = "\n".join(filter(None, (text, beneath)))
    return ChannelNote(name, whole, names.channels_in(name), block.line) if name else None
