"""The parts of the guidelines as blocks of prose: what we want first, then the fence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.draft_words import KIND_WORDS, say_kind
from advocacy_tui.i18n import _, quoted
from advocacy_tui.widgets.prose import HEADING, QUIET, Block, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.guidelines import Guidelines, Kickoff
    from advocacy_tui.programme import Programme


class Part(NamedTuple):
    """A part: its name in the code, in the list of parts, and what stands in it."""

    id: str
    name: str
    blocks: list[Block | Pair]


def parts_of(programme: Programme) -> list[Part]:
    """Return the parts that hold anything, themes first."""
    guidelines, kickoff = programme.guidelines, programme.kickoff
    every = [
        Part("themes", _("Themes"), _themes(guidelines)),
        Part("audience", _("Whom we want to reach"), _lines(guidelines, "audience")),
        Part("examples", _("Examples"), _examples(guidelines)),
        Part("off-limits", _("Off limits"), _off_limits(guidelines)),
        Part("words", _("Words we prefer"), _words(guidelines)),
        Part("channels", _("Channels"), _channels(guidelines)),
        Part("support", _("If it gets unpleasant"), _lines(guidelines, "support")),
        Part("why", _("Why we do it"), _why(kickoff)),
        Part("not-understood", _("Could not be read"), _not_understood(guidelines)),
    ]
    return [part for part in every if part.blocks]


def _heading(guidelines: Guidelines, kind: str) -> list[Block | Pair]:
    """Return a section's heading in the file's own words, and what leads it in."""
    section = guidelines.section(kind)
    return [] if section is None else [Block(section.heading, HEADING)]


def _themes(guidelines: Guidelines) -> list[Block | Pair]:
    if not guidelines.themes:
        return []
    lead = [one for one in guidelines.sections if not one.kind and one.text.strip()][:1]
    before: list[Block | Pair] = [Block(one.text) for one in lead if one.level < 2]
    before += _heading(guidelines, "themes")
    for one in guidelines.themes:
        before += [Block("", lead=one.name), Block(one.text, air=False)]
    return before


def _lines(guidelines: Guidelines, kind: str) -> list[Block | Pair]:
    lines = guidelines.audience if kind == "audience" else guidelines.support
    said = [Block(line.text, bullet="· ") for line in lines]
    return [*_heading(guidelines, kind), *said] if said else []


def _examples(guidelines: Guidelines) -> list[Block | Pair]:
    said: list[Block | Pair] = []
    kinds = dict.fromkeys([*map(str, KIND_WORDS), *(one.type for one in guidelines.examples)])
    for kind in kinds:
        found = [one for one in guidelines.examples if one.type == kind]
        if not found:
            continue
        name = say_kind(kind)
        said.append(Block(name[:1].upper() + name[1:], HEADING))
        for example in found:
            said += [Block(example.note, QUIET)] if example.note else []
            said.append(Block(example.text, sign="│ ", air=not example.note))
    return said


def _off_limits(guidelines: Guidelines) -> list[Block | Pair]:
    said: list[Block | Pair] = []
    for one in guidelines.off_limits:
        said.append(Block(", ".join(one.terms), lead=one.category + (":" if one.terms else "")))
        for label, text in (
            (_("Why:"), one.why),
            (_("Say instead:"), ", ".join(map(quoted, one.instead))),
            (_("Gladly:"), ", ".join(one.allow)),
        ):
            said += [Block(f"{label} {text}", QUIET, bullet="   ", air=False)] if text else []
    return [*_heading(guidelines, "off-limits"), *said] if said else []


def _words(guidelines: Guidelines) -> list[Block | Pair]:
    if not guidelines.words:
        return []
    pairs = [Pair(one.instead_of, _with_note(one.prefer, one.note)) for one in guidelines.words]
    head = Pair(_("Instead of"), _("We say"), "bold", air=True)
    return [*_heading(guidelines, "words"), head, *pairs]


def _with_note(word: str, note: str) -> str:
    return f"{word} ({note})" if note else word


def _channels(guidelines: Guidelines) -> list[Block | Pair]:
    said = [Block(one.text, lead=f"{one.name}:") for one in guidelines.channels]
    return [*_heading(guidelines, "channels"), *said] if said else []


def _why(kickoff: Kickoff) -> list[Block | Pair]:
    return list(_kickoff_blocks(kickoff))


def _kickoff_blocks(kickoff: Kickoff) -> Iterator[Block]:
    if kickoff.backing is not None:
        backing = kickoff.backing
        signed = ", ".join(part for part in (backing.name, backing.title, backing.date) if part)
        yield Block(quoted(backing.sentence), sign="│ ")
        yield Block(signed, QUIET, sign="│ ", air=False)
    for passage in (*kickoff.whys, *kickoff.worries):
        yield Block(passage.heading, HEADING)
        yield Block(passage.text, air=False)


def _not_understood(guidelines: Guidelines) -> list[Block | Pair]:
    said: list[Block | Pair] = [
        Block(one.text, lead=_("Line {number}:").format(number=one.line))
        for one in guidelines.not_understood
    ]
    lead = _("These lines fit no rule, so the app does not follow them. They are all here.")
    return [Block(lead, QUIET), *said] if said else []
