"""A curated idea's file, or a colleague's contribution, as an idea of the catalogue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from advocacy_tui.guidelines import post_type_of
from advocacy_tui.i18n import _
from advocacy_tui.models import CatalogueIdea
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    from advocacy_tui.exchange.folder import Folder
    from advocacy_tui.exchange.front_matter import FrontMatter

CURATED, SENT = "curated", "sent"
"""Where a shared idea comes from: a file of the lead's, or a colleague."""

_KNOWN = frozenset(
    ("id", "title", "theme", "type", "channels", "language", "author", "until")
)  # fmt: skip


def idea_from_file(folder: Folder, path: str, parsed: FrontMatter, language: str) -> CatalogueIdea:
    """Return the idea of a Markdown file; its id is the front matter's, else its path.

    Without a title the first heading or line serves. Unknown fields are kept in `extra`.
    """
    fields = parsed.fields
    extra = {key: _said(value) for key, value in fields.items() if key not in _KNOWN}
    title, body = _said(fields.get("title", "")), parsed.body.strip("\n")
    if not title:
        title, body = _title_and_rest(body)
    until = _said(fields.get("until", "")) or None
    if until is not None and not _is_date(until):
        folder.note(path, _("“until” is no date. Write it as 2026-11-23."))
        extra["until"], until = until, None
    return CatalogueIdea(
        seq=0,
        id=_said(fields.get("id", "")) or path,
        path=path,
        title=title,
        body=body,
        theme=_said(fields.get("theme", "")),
        type=post_type_of(_said(fields.get("type", ""))),
        channels=_listed(fields.get("channels", "")),
        language=_said(fields.get("language", "")) or language,
        author=_said(fields.get("author", "")),
        until=until,
        source=CURATED,
        extra=extra,
    )


def contributed_idea(record: dict[str, Any], language: str) -> CatalogueIdea:
    """Return the idea that a colleague sent: its title is the first line of the text."""
    text = record.get("text", "")
    title, body = _title_and_rest(text if isinstance(text, str) else "")
    return CatalogueIdea(
        seq=0,
        id=_said(record.get("id", "")),
        path="contributions.toml",
        title=title,
        body=body,
        theme=_said(record.get("theme", "")),
        type=post_type_of(_said(record.get("type", ""))),
        channels=(),
        language=language,
        author=_said(record.get("author", "")),
        until=None,
        source=SENT,
    )


def _said(value: Any) -> str:
    """Return a field as one line of text; lists as their parts with commas."""
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(one)}" for key, one in value.items())
    return " ".join(str(value).split())


def _listed(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value).split(",")
    return tuple(one for one in (_said(part).lower() for part in parts) if one)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _title_and_rest(text: str) -> tuple[str, str]:
    """Return the first line that says something, without a heading's signs, and what follows."""
    line = first_line(text)
    rest = text.partition(line)[2].strip("\n") if line else ""
    return line.lstrip("#").strip() or line, rest
