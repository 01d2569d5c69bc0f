"""A programme folder read into values, and the built-in ones into the catalogue.

The layout is that of a share: `guidelines.md`, `kickoff.md`, `ideas/*.md`, `sessions.md`, `news/`,
`people.toml`, and Danish names for the same. A demo programme holds `contributions.toml` besides,
in the place of what colleagues sent.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from advocacy_tui.exchange.folder import Folder
from advocacy_tui.exchange.idea_file import contributed_idea, idea_from_file
from advocacy_tui.guidelines import read_guidelines, read_kickoff
from advocacy_tui.i18n import LANGUAGES, _
from advocacy_tui.programme import News, Person, Programme
from advocacy_tui.store.catalogue import programme_digest, replace_programme

if TYPE_CHECKING:
    from datetime import datetime
    from importlib.resources.abc import Traversable

    from advocacy_tui.models import CatalogueIdea
    from advocacy_tui.store.database import Database

_ROLES = ("lead", "leader", "mentor", "ambassador")


def built_in(language: str) -> Traversable:
    """Return the folder of the built-in programme of a language ("da" or "en")."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return files("advocacy_tui") / "data" / "demo" / language


def demo_id(language: str) -> str:
    """Return the id of the built-in programme of a language."""
    return f"demo-{language}"


@lru_cache(maxsize=len(LANGUAGES))
def demo_programme(language: str) -> Programme:
    """Return the built-in programme of a language, read once."""
    return read_programme(built_in(language), demo_id(language))


def ensure_programme(database: Database, language: str, now: datetime) -> str:
    """Put the built-in programme of a language into the catalogue, where it is not there as it is.

    An up-to-date catalogue costs a listing of the folder, and no file is opened. In a notebook
    that can only be read, the catalogue read in earlier serves.

    Returns:
        The programme's id, "demo-da" or "demo-en".
    """
    one = demo_id(language)
    known = programme_digest(database, one)
    if known and database.read_only:
        return one
    if known != Folder(built_in(language)).digest():
        programme = demo_programme(language)
        replace_programme(
            database,
            one,
            digest=programme.digest,
            name=programme.name,
            themes=[theme.name for theme in programme.guidelines.themes],
            ideas=programme.ideas,
            now=now,
        )
    return one


def read_programme(root: Traversable, programme_id: str) -> Programme:
    """Read a programme folder; what cannot be read is listed and hides nothing else."""
    folder = Folder(root)
    marker = folder.toml("advocacy-share.toml")
    language = _word(marker, "language") or "en"
    ideas = _ideas(folder, language)
    guidelines, direction = folder.file(f"guidelines.{language}.md", "guidelines.md", "rammer.md")
    _name, sessions = folder.file("sessions.md")
    return Programme(
        id=programme_id,
        name=_word(marker, "name"),
        language=language,
        company=_word(marker, "company"),
        digest=folder.digest(),
        guidelines=read_guidelines(direction, guidelines),
        kickoff=read_kickoff(folder.file("kickoff.md")[1], "kickoff.md"),
        ideas=tuple(ideas),
        people=tuple(_people(folder)),
        sessions=tuple(
            line.lstrip()[2:].strip()
            for line in sessions.split("\n")
            if line.lstrip()[:2] in ("- ", "* ", "+ ")
        ),
        news=tuple(_news(folder)),
        rewards=_body(folder, "rewards.md", "tak.md"),
        problems=tuple(folder.problems),
    )


def _word(table: dict[str, Any], key: str) -> str:
    """Return a field as text, "" where it is missing or no text."""
    value = table.get(key, "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _records(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = table.get(key, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _body(folder: Folder, *names: str) -> str:
    parsed = folder.front_matter(*folder.file(*names))
    return parsed.body.strip("\n") if parsed is not None else ""


def _ideas(folder: Folder, language: str) -> list[CatalogueIdea]:
    """Return the curated ideas by file name, then what colleagues sent, each id once."""
    sent = folder.toml("contributions.toml")
    found: dict[str, CatalogueIdea] = {}
    paths: dict[str, str] = {}
    made = [
        idea_from_file(folder, path, parsed, language)
        for path, parsed in folder.markdown("ideas", "ideer")
        if parsed.body.strip() or parsed.fields
    ]
    made += [
        contributed_idea(record, language)
        for record in _records(sent, "idea")
        if _word(record, "id") and _word(record, "text")
    ]
    for idea in made:
        if idea.id in found:
            folder.note(
                idea.path,
                _(
                    "{path} has the same id, {id}, so that one is shown. Give one another id."
                ).format(path=found[idea.id].path, id=idea.id),
            )
            continue
        found[idea.id] = idea
        paths[idea.path] = idea.id
    nods, claims = _voices(folder, sent, {**paths, **{one: one for one in found}})
    return [
        replace(idea, nods=tuple(nods.get(one, ())), claims=tuple(claims.get(one, ())))
        for one, idea in found.items()
    ]


def _voices(
    folder: Folder, sent: dict[str, Any], known: dict[str, str]
) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
    """Return who nodded and who claimed which angle, by idea id, in order of time."""
    nods: dict[str, list[str]] = {}
    claims: dict[str, list[tuple[str, str]]] = {}
    for kind in ("nod", "claim"):
        for record in sorted(_records(sent, kind), key=lambda one: str(one.get("at", ""))):
            target = known.get(_word(record, "idea"))
            if target is None:
                folder.note(
                    "contributions.toml",
                    _("There is no idea {id} here.").format(id=_word(record, "idea")),
                )
            elif kind == "nod":
                nods.setdefault(target, []).append(_word(record, "by"))
            else:
                claims.setdefault(target, []).append((_word(record, "angle"), _word(record, "by")))
    return nods, claims


def _people(folder: Folder) -> list[Person]:
    return [
        Person(
            device=_word(record, "device"),
            name=_word(record, "name"),
            role=_word(record, "role") if _word(record, "role") in _ROLES else "ambassador",
            burns_for=_word(record, "burns_for"),
            mentor=_word(record, "mentor"),
            cohort=_word(record, "cohort"),
        )
        for record in _records(folder.toml("people.toml", "personer.toml"), "person")
        if _word(record, "name")
    ]


def _news(folder: Folder) -> list[News]:
    """Return the lead's notes, newest first."""
    notes = [
        News(
            path=path,
            title=_word(parsed.fields, "title"),
            date=_word(parsed.fields, "date"),
            author=_word(parsed.fields, "author"),
            text=parsed.body.strip("\n"),
        )
        for path, parsed in folder.markdown("news", "nyt")
    ]
    return sorted(notes, key=lambda one: (one.date, one.path), reverse=True)
