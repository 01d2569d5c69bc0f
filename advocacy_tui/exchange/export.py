"""Everything a person keeps, as Markdown files and one JSON file.

`ideas/`, `drafts/`, `versions/`, `posts/` and `everything.json` can be handed on; `private/` holds
private notes and half-typed lines, each marked as such, and can be left out as a whole.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.exchange.everything import write_everything, write_private
from advocacy_tui.exchange.markdown_in import OWN_KEY
from advocacy_tui.exchange.markdown_out import markdown_file
from advocacy_tui.exchange.names import Names
from advocacy_tui.i18n import _
from advocacy_tui.store.capture import BROUGHT_IN
from advocacy_tui.store.outgoing import items
from advocacy_tui.system_words import say_reason
from advocacy_tui.text import first_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from advocacy_tui.store.database import Database

    Item = dict[str, Any]

_EXTRAS = ("picture", "alt_text", "first_comment", "audience")


class Exported(NamedTuple):
    """What was written: the folder, and how many files of which kind."""

    folder: str
    ideas: int
    drafts: int
    versions: int
    posts: int
    notes: int


def is_empty(folder: str) -> bool:
    """Tell whether an export can go to a folder as it is: it is not there, or holds nothing.

    Raises:
        UsageProblem: it is a file, or cannot be read.
    """
    place = Path(folder).expanduser()
    try:
        return not any(place.iterdir())
    except FileNotFoundError:
        return True
    except NotADirectoryError:
        raise UsageProblem(
            _("{folder} is a file. Choose a folder to export to.").format(folder=folder)
        ) from None
    except OSError as error:
        raise _not_written(folder, error) from None


def export(database: Database, folder: str, *, now: datetime) -> Exported:
    """Write everything into a folder; files of the same name are replaced, others left alone.

    Raises:
        UsageProblem: the folder cannot be written to, or the disk is full.
        DatabaseProblem: the database cannot be read.
    """
    place = Path(folder).expanduser()
    try:
        writer = _Writer(place)
        ideas = writer.ideas(items(database, "ideas"))
        drafts = writer.drafts(items(database, "drafts"))
        written = Exported(
            folder=str(place),
            ideas=ideas,
            drafts=len(drafts),
            versions=writer.versions(items(database, "versions"), drafts),
            posts=writer.posts(items(database, "posts")),
            notes=writer.notes(items(database, "notes"), drafts),
        )
        write_private(database, place / "private" / "private.json")
        write_everything(database, place / "everything.json", now=now)
    except OSError as error:
        raise _not_written(folder, error) from None
    return written


def _not_written(folder: str, error: OSError) -> UsageProblem:
    return UsageProblem(
        _("{folder} could not be written ({reason}). Make room there or choose another.").format(
            folder=folder, reason=say_reason(error)
        )
    )


class _Writer:
    """Writes the Markdown files of one export."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("ideas", "drafts", "versions", "posts", "private"):
            (place / name).mkdir(mode=0o700, exist_ok=True)

    def _write(self, path: Path, fields: Mapping[str, str | Iterable[str]], body: str) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(markdown_file(fields, body))

    def ideas(self, ideas: Iterable[Item]) -> int:
        """Write one file an idea; returns how many."""
        names, count = Names(), 0
        for idea in ideas:
            name = names.name(idea["created_day"], first_line(idea["text"]))
            origin = idea["origin"] or ""
            fields = {
                OWN_KEY: "idea",
                "id": idea["id"],
                "status": idea["status"],
                "created": idea["created_at"],
                "date": idea["created_day"],
                "tags": idea["tags"],
                "theme": idea["theme"] or "",
                "origin": "" if origin.startswith(BROUGHT_IN) else origin,
            }
            self._write(self.place / "ideas" / f"{name}.md", fields, idea["text"])
            count += 1
        return count

    def drafts(self, drafts: Iterable[Item]) -> dict[str, str]:
        """Write one file a draft; returns their names by their ids."""
        names, given = Names(), dict[str, str]()
        for draft in drafts:
            name = names.name(draft["created_day"], draft["title"] or first_line(draft["text"]))
            fields = {
                OWN_KEY: "draft",
                "id": draft["id"],
                "title": draft["title"],
                "status": draft["status"],
                "type": draft["type"] or "",
                "channels": draft["channels"],
                "idea": draft["idea"] or "",
                "created": draft["created_at"],
                "date": draft["created_day"],
                **{key: draft[key] for key in _EXTRAS},
            }
            self._write(self.place / "drafts" / f"{name}.md", fields, draft["text"])
            given[draft["id"]] = name
        return given

    def versions(self, versions: Iterable[Item], drafts: Mapping[str, str]) -> int:
        """Write one file a version, in a folder for each draft; returns how many."""
        names: dict[str, Names] = {}
        count = 0
        for version in versions:
            draft = drafts.get(version["draft"])
            if draft is None:  # begun since the drafts were written
                continue
            fields = {
                OWN_KEY: "version",
                "id": version["id"],
                "draft": version["draft"],
                "title": version["title"],
                "reason": version["reason"],
                "created": version["at"],
                "date": version["day"],
            }
            folder = self.place / "versions" / draft
            folder.mkdir(mode=0o700, exist_ok=True)
            name = names.setdefault(draft, Names()).name(version["day"], version["reason"])
            self._write(folder / f"{name}.md", fields, version["text"])
            count += 1
        return count

    def posts(self, posts: Iterable[Item]) -> int:
        """Write one file a post, exactly as it was posted; returns how many."""
        names, count = Names(), 0
        for post in posts:
            fields = {
                OWN_KEY: "post",
                "id": post["id"],
                "draft": post["draft"],
                "channel": post["channel"],
                "url": post["url"],
                "created": post["at"],
                "date": post["day"],
            }
            name = names.name(post["day"], first_line(post["text"]))
            self._write(self.place / "posts" / f"{name}.md", fields, post["text"])
            count += 1
        return count

    def notes(self, notes: Iterable[Item], drafts: Mapping[str, str]) -> int:
        """Write the private notes of each draft, apart from all the rest; returns how many."""
        count = 0
        for note in notes:
            draft = drafts.get(note["draft"])
            if draft is None:
                continue
            fields = {OWN_KEY: "notes", "private": "true", "draft": note["draft"]}
            self._write(self.place / "private" / f"{draft}.md", fields, note["text"])
            count += 1
        return count
