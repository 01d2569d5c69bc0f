"""A document as a list of sections, each with its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from advocacy_tui.guidelines.blocks import HEADING, Block
from advocacy_tui.guidelines.names import kind_of_heading
from advocacy_tui.guidelines.values import Section

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its blocks; `under` says that its kind comes from a heading above it."""

    section: Section
    blocks: tuple[Block, ...]
    under: bool


def slug_of(heading: str) -> str:
    """Return the slug a Markdown renderer would give a heading: lower case, blanks as hyphens."""
    kept = re.sub(r"[^\w\s-]", "", heading.lower())
    return re.sub(r"\s+", "-", kept.strip())


def split_sections(
    lines: Sequence[str], blocks: Sequence[Block], kinds: dict[str, tuple[str, ...]]
) -> list[Part]:
    """Return the parts of a document in order; the one before the first heading only if it says
    something.

    A heading has the kind that its id or name says; a deeper one has its own kind only by its id
    or its exact name, and else that of the heading above it.
    """
    starts = [index for index, block in enumerate(blocks) if block.kind == HEADING]
    parts: list[Part] = []
    above: list[tuple[int, str]] = []
    slugs: dict[str, int] = {}
    if starts[:1] != [0] and blocks:
        first = blocks[starts[0]].line if starts else len(lines) + 1
        opening = Section("", "", 0, 1, "", "\n".join(lines[: first - 1]).strip("\n"))
        parts.append(Part(opening, tuple(blocks[: starts[0] if starts else None]), under=False))
    for index, end in pairwise([*starts, len(blocks)]):
        heading = blocks[index]
        above = [one for one in above if one[0] < heading.level]
        inherited = above[-1][1] if above else ""
        own = kind_of_heading(heading.text, heading.slug, kinds, exact=bool(inherited))
        above.append((heading.level, own or inherited))
        last = blocks[end].line if end < len(blocks) else len(lines) + 1
        text = "\n".join(lines[heading.end - 1 : last - 1]).strip("\n")
        slug = _unique(heading.slug or slug_of(heading.text), slugs)
        section = Section(heading.text, slug, heading.level, heading.line, own or inherited, text)
        parts.append(Part(section, tuple(blocks[index + 1 : end]), under=not own))
    return parts


def _unique(slug: str, seen: dict[str, int]) -> str:
    """Return the slug, numbered where an earlier heading has it too."""
    count = seen.get(slug, 0)
    seen[slug] = count + 1
    return f"{slug}-{count}" if count else slug


def title_of(parts: Sequence[Part]) -> str:
    """Return the first top heading that is no kind of its own, "" for none."""
    return next(
        (one.section.heading for one in parts if one.section.level == 1 and not one.section.kind),
        "",
    )
