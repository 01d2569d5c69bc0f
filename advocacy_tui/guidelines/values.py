"""What the guidelines and the kickoff say, as plain values. Lines are counted from 1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, for what is told with its place."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of any level.

    `kind` is one of `names.KINDS` ("" for none); a heading under a recognised one has its kind.
    `text` is the Markdown under the heading as written. What stands before the first heading has
    an empty heading, level 0 and line 1.
    """

    heading: str
    slug: str
    level: int
    line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Something we like to be associated with; `text` says what it is and why."""

    name: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """A post as a model; `note` says who, where and why it works, `type` is a post type."""

    note: str
    text: str
    type: str
    line: int


@dataclass(frozen=True, slots=True)
class OffLimit:
    """A kind of thing to leave out: its terms (none for a mere kind), why, what to say instead.

    `allow` holds phrases in which a term is no hit.
    """

    category: str
    terms: tuple[str, ...]
    why: str
    instead: tuple[str, ...]
    allow: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class WordChoice:
    """A word to leave, and the one we prefer."""

    instead_of: str
    prefer: str
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class ChannelNote:
    """Why we are on a channel and who listens there; `ids` are the channels the name means."""

    name: str
    text: str
    ids: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Guidelines:
    """All that a guidelines file says.

    `file` is the name it was read under, so that `file#slug` links to a section. `not_understood`
    lists lines under a recognised heading that fit no rule of it; everything is in `sections`.
    """

    file: str
    title: str
    language: str
    themes: tuple[Theme, ...]
    audience: tuple[Line, ...]
    examples: tuple[Example, ...]
    off_limits: tuple[OffLimit, ...]
    words: tuple[WordChoice, ...]
    channels: tuple[ChannelNote, ...]
    support: tuple[Line, ...]
    sections: tuple[Section, ...]
    not_understood: tuple[Line, ...]

    def section(self, kind: str) -> Section | None:
        """Return the first section of a kind, or None."""
        return next((one for one in self.sections if one.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and the plain text under it, paragraphs apart by an empty line."""

    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Round:
    """A round of the brainstorm: its question, and nudges for who is stuck."""

    question: str
    nudges: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Backing:
    """Who backs this, signed; `date` as written. What is missing is ""."""

    sentence: str
    name: str
    title: str
    date: str
    line: int


@dataclass(frozen=True, slots=True)
class Kickoff:
    """All that a kickoff file says; `sections` holds everything as written."""

    file: str
    title: str
    language: str
    whys: tuple[Passage, ...]
    worries: tuple[Passage, ...]
    backing: Backing | None
    rounds: tuple[Round, ...]
    sections: tuple[Section, ...]
