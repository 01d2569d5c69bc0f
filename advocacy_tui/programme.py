"""A programme as its folder says it is, as plain values without any input or output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advocacy_tui.guidelines import Guidelines, Kickoff
    from advocacy_tui.models import CatalogueIdea


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the programme; `role` is lead, leader, mentor or ambassador."""

    device: str
    name: str
    role: str
    burns_for: str
    mentor: str
    cohort: str


@dataclass(frozen=True, slots=True)
class News:
    """A short note from the lead; `date` is an ISO date, "" where none was given."""

    path: str
    title: str
    date: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file that could not be read, or not all of it: a sentence, and where (0 for nowhere)."""

    path: str
    message: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """All that a programme folder holds.

    `id` names it in the catalogue, `digest` changes with its files. `sessions` are the list items
    of the session file as written, `rewards` the Markdown of that file. What could not be read is
    in `problems`; everything else is there nevertheless.
    """

    id: str
    name: str
    language: str
    company: str
    digest: str
    guidelines: Guidelines
    kickoff: Kickoff
    ideas: tuple[CatalogueIdea, ...]
    people: tuple[Person, ...]
    sessions: tuple[str, ...]
    news: tuple[News, ...]
    rewards: str
    problems: tuple[FileProblem, ...]
