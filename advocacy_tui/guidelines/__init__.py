"""The programme's direction, read from ordinary Markdown: `read_guidelines` and `read_kickoff`."""

from __future__ import annotations

from advocacy_tui.guidelines.kickoff import read_kickoff
from advocacy_tui.guidelines.names import post_type_of
from advocacy_tui.guidelines.reader import read_guidelines
from advocacy_tui.guidelines.values import (
    Backing,
    ChannelNote,
    Example,
    Guidelines,
    Kickoff,
    Line,
    OffLimit,
    Passage,
    Round,
    Section,
    Theme,
    WordChoice,
)

__all__ = [
    "Backing",
    "ChannelNote",
    "Example",
    "Guidelines",
    "Kickoff",
    "Line",
    "OffLimit",
    "Passage",
    "Round",
    "Section",
    "Theme",
    "WordChoice",
    "post_type_of",
    "read_guidelines",
    "read_kickoff",
]
