"""A Markdown file from outside, as an idea; or from our own export, as what it was."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from advocacy_tui.clock import day_text, utc_text
from advocacy_tui.exchange.front_matter import FrontMatterProblem, read_front_matter
from advocacy_tui.i18n import _
from advocacy_tui.models import CHANNELS, DraftStatus, IdeaStatus, Thought
from advocacy_tui.store.intake import DraftText, EarlierText, Incoming
from advocacy_tui.store.versions import REASONS
from advocacy_tui.text import clean_own, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN_KEY = "advocacy-tui"
"""The front matter key that tells what a file of our own export holds."""

_TAGS = ("tags", "tag")
_THEME = ("theme", "tema")
_DATE = ("date", "dato", "created", "created_at")
_UNDERSTOOD = frozenset((*_TAGS, *_THEME, *_DATE, "title", "titel", "id"))

_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_DANISH_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")


class Notice(NamedTuple):
    """Something to tell about a file: its path, the line (from 1, 0 for none), a sentence."""

    path: str
    line: int
    message: str


class Reading:
    """What is read out of Markdown files.

    `incoming` and `notices` as they come, `left_out` counts front matter keys that have no place
    here, `dropped` counts control characters.
    """

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.incoming = Incoming()
        self.notices: list[Notice] = []
        self.left_out: dict[str, int] = {}
        self.dropped = 0
        self._notes: dict[str, str] = {}

    def add_file(self, text: str, path: str) -> None:
        """Take a file in; one without text is told of, as its name alone is no thought."""
        text, dropped = clean_own(text)
        self.dropped += dropped
        try:
            read = read_front_matter(text)
            fields, body = read.fields, read.body
        except FrontMatterProblem as problem:
            message = _("{problem} The lines stay in the text.").format(problem=problem.message)
            self.notices.append(Notice(path, problem.line, message))
            fields, body = {}, text
        if isinstance(fields.get(OWN_KEY), str):
            self._add_own(fields, _own_body(body), path)
        else:
            self._add_thought(fields, body.strip("\n"), path)

    def finished(self) -> Incoming:
        """Return what came in, oldest first, each draft with the notes that stood apart from it."""
        now = utc_text(self.now)
        self.incoming.thoughts.sort(key=lambda one: one.created_at or now)
        drafts = [
            draft if draft.id not in self._notes else _with_notes(draft, self._notes[draft.id])
            for draft in self.incoming.drafts
        ]
        self.incoming.drafts = sorted(drafts, key=lambda one: one.created_at or now)
        return self.incoming

    # --- files from elsewhere -----------------------------------------------------------------

    def _add_thought(self, fields: Mapping[str, Any], body: str, path: str) -> None:
        title = _word(fields, "title", "titel")
        if title and fold(title) not in fold(body.lstrip("# \n")[: 2 * len(title) + 40]):
            body = f"{title}\n\n{body}".rstrip("\n")
        if not re.search(r"\w", body):
            self.notices.append(Notice(path, 0, _("There was no text in it.")))
            return
        at, day = self._moment(fields, path)
        for key in fields:
            if key.lower() not in _UNDERSTOOD:
                self.left_out[key] = self.left_out.get(key, 0) + 1
        self.incoming.thoughts.append(
            Thought(
                text=body,
                tags=_words(fields, *_TAGS),
                theme=_word(fields, *_THEME),
                created_at=at,
                created_day=day,
            )
        )

    def _moment(self, fields: Mapping[str, Any], path: str) -> tuple[str, str]:
        """Return UTC text and local day of a file's date; ("", "") without a usable one."""
        said = _word(fields, *_DATE)
        moment = parse_moment(said, self.now) if said else None
        if said and (moment is None or moment > self.now):
            message = _("The date {date} was not understood, so today's serves.").format(date=said)
            self.notices.append(Notice(path, 0, message))
            return "", ""
        return (utc_text(moment), day_text(moment)) if moment else ("", "")

    # --- files of our own export --------------------------------------------------------------

    def _add_own(self, fields: Mapping[str, Any], body: str, path: str) -> None:
        kind, one = fields[OWN_KEY], _word(fields, "id")
        one = one if _ULID.fullmatch(one) else ""
        at, day = self._own_moment(fields)
        if kind == "idea":
            self.incoming.thoughts.append(_own_idea(fields, body, one, at, day))
        elif kind == "draft":
            self.incoming.drafts.append(_own_draft(fields, body, one, at, day))
        elif kind == "notes":
            self._notes[_word(fields, "draft")] = body
        elif kind in ("version", "post"):
            reason = _word(fields, "reason")
            earlier = EarlierText(
                draft=_word(fields, "draft"), text=body, id=one, title=_word(fields, "title"),
                reason=reason if reason in REASONS else "import",
                channel=_word(fields, "channel"), url=_word(fields, "url"), at=at, day=day,
            )  # fmt: skip
            (self.incoming.posts if kind == "post" else self.incoming.versions).append(earlier)
        else:
            message = _("It says {kind}, which this version does not know.").format(kind=kind)
            self.notices.append(Notice(path, 1, message))

    def _own_moment(self, fields: Mapping[str, Any]) -> tuple[str, str]:
        moment = parse_moment(_word(fields, "created"), self.now) or self.now
        try:
            day = date.fromisoformat(_word(fields, "date")).isoformat()
        except ValueError:
            day = day_text(moment)
        return utc_text(moment), day


def _own_body(body: str) -> str:
    """Return a text as it was exported: one empty line before it, one line end after it."""
    return body.removeprefix("\n").removesuffix("\n")


def _own_idea(fields: Mapping[str, Any], body: str, one: str, at: str, day: str) -> Thought:
    status = _word(fields, "status")
    return Thought(
        text=body, id=one, status=status if status in set(IdeaStatus) else IdeaStatus.OPEN,
        tags=_words(fields, "tags"), theme=_word(fields, "theme"),
        origin=_word(fields, "origin"), created_at=at, created_day=day,
    )  # fmt: skip


def _own_draft(fields: Mapping[str, Any], body: str, one: str, at: str, day: str) -> DraftText:
    status = _word(fields, "status")
    return DraftText(
        text=body, id=one, title=_word(fields, "title"), picture=_word(fields, "picture"),
        alt_text=_word(fields, "alt_text"), first_comment=_word(fields, "first_comment"),
        audience=_word(fields, "audience"), type=_word(fields, "type"),
        channels=tuple(one for one in _words(fields, "channels") if one in CHANNELS),
        status=status if status in set(DraftStatus) else DraftStatus.DRAFT,
        idea=_word(fields, "idea"), created_at=at, created_day=day,
    )  # fmt: skip


def _with_notes(draft: DraftText, notes: str) -> DraftText:
    from dataclasses import replace

    return replace(draft, notes=notes)


# --- values of a front matter -------------------------------------------------------------------


def _word(fields: Mapping[str, Any], *keys: str) -> str:
    """Return the first of the keys that holds a text, "" for none; keys in any case."""
    for key, value in fields.items():
        if key.lower() in keys and isinstance(value, str) and value:
            return clean_own(value).text
    return ""


def _words(fields: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """Return a list, or the words of a text between commas or blanks."""
    for key, value in fields.items():
        if key.lower() not in keys or isinstance(value, dict):
            continue
        parts = re.split(r"[,\s]+", value) if isinstance(value, str) else value
        return tuple(clean_own(one).text.strip() for one in parts if isinstance(one, str) and one)
    return ()


def parse_moment(text: str, like: datetime) -> datetime | None:
    """Return a moment from ISO 8601 or a Danish date (23.11.2026); None for anything else.

    Without a time it is noon, without an offset the time zone of `like`.
    """
    text = text.strip()
    danish = _DANISH_DATE.match(text)
    try:
        if danish:
            day, month, year = map(int, danish.groups())
            found = datetime(year, month, day, 12, tzinfo=like.tzinfo)
        elif len(text) <= 10:
            whole = date.fromisoformat(text)
            found = datetime(whole.year, whole.month, whole.day, 12, tzinfo=like.tzinfo)
        else:
            found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.year < 1900:
        return None
    return found if found.tzinfo else found.replace(tzinfo=like.tzinfo)
