"""A guidelines file as values. Any text is read; what fits no rule is listed, never lost."""

from __future__ import annotations

from dataclasses import dataclass, field

from advocacy_tui.guidelines import names, rules
from advocacy_tui.guidelines.blocks import (
    CODE,
    HEADER,
    HTML,
    ITEM,
    PARAGRAPH,
    QUOTE,
    ROW,
    Block,
    parse,
    plain_text,
    split_front,
)
from advocacy_tui.guidelines.sections import Part, split_sections, title_of
from advocacy_tui.guidelines.values import (
    ChannelNote,
    Example,
    Guidelines,
    Line,
    OffLimit,
    Theme,
    WordChoice,
)


@dataclass
class _Found:
    """What the sections said so far."""

    themes: list[Theme] = field(default_factory=list)
    audience: list[Line] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    off_limits: list[OffLimit] = field(default_factory=list)
    words: list[WordChoice] = field(default_factory=list)
    channels: list[ChannelNote] = field(default_factory=list)
    support: list[Line] = field(default_factory=list)
    unclear: list[Line] = field(default_factory=list)

    def unless(self, found: object, block: Block) -> None:
        """Note the block as not understood where nothing was found in it."""
        if found is None:
            text = block.text or plain_text(block.children)
            self.unclear.append(Line(block.line, text))


def read_guidelines(text: str, file: str) -> Guidelines:
    """Read a guidelines file.

    Sections are recognised by `{#id}` or by their usual Danish and English names. Paragraphs that
    lead a section in are background; list items and rows that fit no rule of their section are
    listed in `not_understood`. No text raises.

    Args:
        text: The whole file, front matter included, cleaned as shared text.
        file: The name to show where something comes from.
    """
    fields, lines = split_front(text)
    parts = split_sections(lines, parse(lines), names.KINDS)
    found = _Found()
    for part in parts:
        reader = _READERS.get(part.section.kind)
        if reader is not None:
            reader(part, found)
    return Guidelines(
        file=file,
        title=fields.get("title", "") or title_of(parts),
        language=fields.get("language", ""),
        themes=tuple(found.themes),
        audience=tuple(found.audience),
        examples=tuple(found.examples),
        off_limits=tuple(found.off_limits),
        words=tuple(found.words),
        channels=tuple(found.channels),
        support=tuple(found.support),
        sections=tuple(part.section for part in parts),
        not_understood=tuple(found.unclear),
    )


def _is_line(block: Block) -> bool:
    return block.kind in (ITEM, ROW)


def _themes(part: Part, found: _Found) -> None:
    if part.under:
        # A heading of its own for each theme: what stands under it says what and why.
        text = plain_text(part.blocks)
        found.themes.append(Theme(part.section.heading, text, part.section.line))
        return
    for block in part.blocks:
        if _is_line(block) or (block.kind == PARAGRAPH and block.bold):
            theme = rules.theme_of(block)
            found.themes += [theme] if theme else []
            found.unless(theme, block)
        elif block.kind in (CODE, HTML):
            found.unless(None, block)


def _audience(part: Part, found: _Found) -> None:
    found.audience += _said(part)


def _support(part: Part, found: _Found) -> None:
    found.support += _said(part)


def _said(part: Part) -> list[Line]:
    """Return the section's items, or its paragraphs where it has no items."""
    items = [block for block in part.blocks if _is_line(block)]
    if part.section.kind == names.SUPPORT or not items:
        items = [block for block in part.blocks if block.kind != HEADER]
    return [
        Line(block.line, "\n".join(filter(None, (block.text, plain_text(block.children)))))
        if block.kind == ITEM
        else Line(block.line, block.text)
        for block in items
    ]


def _examples(part: Part, found: _Found) -> None:
    heading = part.section.heading
    kind = names.post_type_of(part.section.slug)
    if kind not in names.POST_TYPES:
        kind = names.post_type_of(heading)
    if kind == heading and not part.under:
        kind = ""
    note = ""
    for block in part.blocks:
        if block.kind == PARAGRAPH:
            note = block.text if block.italic or block.text.endswith(":") else ""
        elif names.is_negative(note) or names.is_negative(heading):
            note = ""
        elif block.kind in (QUOTE, CODE) or (block.kind == ITEM and _quoted(block.text)):
            text = rules.unquoted(block.text) if block.kind == ITEM else block.text
            found.examples.append(Example(note, text, kind, block.line))
            note = ""
        elif block.kind not in (HEADER, ITEM):
            found.unless(None, block)


def _quoted(text: str) -> bool:
    return rules.unquoted(text) != text.strip()


def _off_limits(part: Part, found: _Found) -> None:
    lists = [block for block in part.blocks if _is_line(block)]
    plain = [block for block in lists if block.kind == ITEM and not block.children]
    if part.under and len(plain) == len(lists) and all(rules.is_term(one.text) for one in plain):
        terms = tuple(term for one in plain for term in rules.split_terms(one.text))
        why = plain_text([one for one in part.blocks if one.kind == PARAGRAPH])
        found.off_limits.append(
            OffLimit(part.section.heading, terms, why, (), (), part.section.line)
        )
        return
    for block in part.blocks:
        if _is_line(block) or (block.kind == PARAGRAPH and block.bold):
            rule, unclear = rules.off_limit_of(block)
            found.off_limits += [rule] if rule else []
            found.unclear += unclear
        elif block.kind in (CODE, HTML):
            found.unless(None, block)


def _words(part: Part, found: _Found) -> None:
    swapped = False
    for block in part.blocks:
        choice: WordChoice | None = None
        if block.kind == HEADER:
            swapped = rules.is_swapped(block.cells)
            continue
        if block.kind == ROW:
            choice = rules.word_of_row(block, swapped=swapped)
        elif block.kind == ITEM:
            choice = rules.word_of_item(block)
        elif block.kind == PARAGRAPH:
            continue
        found.words += [choice] if choice else []
        found.unless(choice, block)


def _channels(part: Part, found: _Found) -> None:
    if part.under and names.channels_in(part.section.heading):
        text = plain_text(part.blocks)
        ids = names.channels_in(part.section.heading)
        found.channels.append(ChannelNote(part.section.heading, text, ids, part.section.line))
        return
    for block in part.blocks:
        if _is_line(block):
            channel = rules.channel_of(block)
            found.channels += [channel] if channel else []
            found.unless(channel, block)


_READERS = {
    names.THEMES: _themes,
    names.AUDIENCE: _audience,
    names.EXAMPLES: _examples,
    names.OFF_LIMITS: _off_limits,
    names.WORDS: _words,
    names.WHERE: _channels,
    names.SUPPORT: _support,
}
