"""What the program keeps, as plain values without any input or output."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class IdeaStatus(StrEnum):
    """Where an idea stands."""

    OPEN = "open"
    USED = "used"
    ARCHIVED = "archived"


class DraftStatus(StrEnum):
    """Where a draft stands."""

    DRAFT = "draft"
    READY = "ready"
    POSTED = "posted"
    ARCHIVED = "archived"


class PostType(StrEnum):
    """The four kinds of post that the method names."""

    PERSPECTIVE = "perspective"
    EVENT = "event"
    CULTURE = "culture"
    OPINION = "opinion"


class ActKind(StrEnum):
    """What counts in the weekly rhythm."""

    CAFE = "cafe"
    DROPIN = "dropin"
    WORKSHOP = "workshop"
    KICKOFF = "kickoff"
    SPARRING = "sparring"
    FEEDBACK = "feedback"
    COMMENT = "comment"
    IDEA = "idea"
    DRAFT = "draft"
    POSTED = "posted"


CHANNELS = (
    "linkedin", "linkedin-comment", "x", "bluesky", "mastodon", "threads", "reddit", "hackernews",
    "stackoverflow", "facebook", "instagram", "teams", "slack", "comment", "talk", "newsletter",
    "podcast", "blog",
)  # fmt: skip
"""Channel ids of the command line contract, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class Idea:
    """A thought in the notebook.

    `created_at` is UTC text, `created_day` the local day; `head` is the text's beginning (at most
    `HEAD_LENGTH` characters), all that a list needs.
    """

    seq: int
    id: str
    text: str
    status: str
    tags: tuple[str, ...]
    theme: str | None
    origin: str | None
    created_at: str
    created_day: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class Thought:
    """A text to be brought into the notebook; what is "" or () there is found or made.

    `id` is the id it had in an export, `created_at` UTC text, `created_day` the local day.
    """

    text: str
    id: str = ""
    status: str = IdeaStatus.OPEN
    tags: tuple[str, ...] = ()
    theme: str = ""
    origin: str = ""
    created_at: str = ""
    created_day: str = ""


HEAD_LENGTH = 400
"""Characters of an item that a list reads."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way; `cursor` is a code-point offset into `text`."""

    seq: int
    id: str
    title: str
    text: str
    notes: str
    picture: str
    alt_text: str
    first_comment: str
    audience: str
    type: str | None
    channels: tuple[str, ...]
    status: str
    idea: str | None
    cursor: int
    created_at: str
    created_day: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier state of a draft; `reason` is one of `store.versions.REASONS`."""

    seq: int
    id: str
    draft: str
    title: str
    text: str
    reason: str
    at: str
    day: str


@dataclass(frozen=True, slots=True)
class Post:
    """A text that was posted, exactly as it was then."""

    seq: int
    id: str
    draft: str
    channel: str
    url: str
    text: str
    at: str
    day: str


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One dated act that counts; `thing` is what it arose from, if anything."""

    seq: int
    id: str
    kind: str
    thing: str | None
    at: str
    day: str


@dataclass(frozen=True, slots=True)
class AbsenceRecord:
    """Days off, both ends included; `last` is None for "until I say so"."""

    seq: int
    id: str
    first: str
    last: str | None


@dataclass(frozen=True, slots=True)
class GoalRecord:
    """Acts a week that are enough, from a day on."""

    seq: int
    id: str
    per_week: int
    from_day: str


@dataclass(frozen=True, slots=True)
class CatalogueIdea:
    """A shared idea as the local copy knows it; `nods` holds names, `claims` (angle, name)."""

    seq: int
    id: str
    path: str
    title: str
    body: str
    theme: str
    type: str
    channels: tuple[str, ...]
    language: str
    author: str
    until: str | None
    source: str
    nods: tuple[str, ...] = ()
    claims: tuple[tuple[str, str], ...] = ()
    extra: dict[str, str] = field(default_factory=dict)

    def is_stale(self, today: date) -> bool:
        """Tell whether the idea has had its day: `until` is the last one it is fresh on."""
        return self.until is not None and self.until < today.isoformat()
