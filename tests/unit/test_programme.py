"""A programme folder becomes a programme, whatever lies in it."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy_tui.exchange import programme as reading
from advocacy_tui.exchange.folder import MAX_BYTES, Folder
from advocacy_tui.exchange.programme import demo_programme, ensure_programme, read_programme
from advocacy_tui.models import CHANNELS, PostType
from advocacy_tui.store.capture import known_themes
from advocacy_tui.store.catalogue import get_shared, list_catalogue, theme_counts
from advocacy_tui.store.database import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.models import CatalogueIdea
    from advocacy_tui.programme import Programme
    from advocacy_tui.store.database import Database

FIXTURE = Path(__file__).parents[1] / "fixtures" / "programme"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme(FIXTURE, "test")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(str(tmp_path / "advocacy.db"), unix_now=0)
    yield opened
    opened.close()


def idea(programme: Programme, one: str) -> CatalogueIdea:
    return next(found for found in programme.ideas if found.id == one)


def test_the_marker_names_it(programme: Programme) -> None:
    assert (programme.id, programme.name) == ("test", "Prøven")
    assert (programme.language, programme.company) == ("da", "Vandværket")


def test_danish_file_names_serve_too(programme: Programme) -> None:
    assert programme.guidelines.file == "rammer.md"
    assert [theme.name for theme in programme.guidelines.themes] == ["Rent vand", "Folk"]
    assert programme.rewards == "# Tak\n\nEt nik."
    assert [note.title for note in programme.news] == ["Nyt", "Gammelt"]
    assert idea(programme, "ideer/h-dansk.md").title == "dansk mappe"


def test_ideas_come_by_file_name_and_sent_ones_last(programme: Programme) -> None:
    assert [found.id for found in programme.ideas] == [
        "ideas/a-uden-front.md", "med-alt", "ideas/c-linje.md", "ideas/f-grim.md",
        "ideas/g-latin.md", "ideer/h-dansk.md", "sendt-1",
    ]  # fmt: skip


def test_an_idea_has_all_that_its_file_says(programme: Programme) -> None:
    found = idea(programme, "med-alt")
    assert (found.path, found.title) == ("ideas/b-med-alt.md", "Et kig: ned i brønden")
    assert (found.theme, found.type, found.author) == ("Rent vand", "perspective", "Mette")
    assert (found.channels, found.until) == (("linkedin", "reddit"), "2026-10-31")
    assert (found.body, found.source) == ("Der var *meget* mørkt.", "curated")
    assert found.extra == {"mood": "12:30", "kilder": "en, to"}


def test_an_idea_has_had_its_day_the_day_after(programme: Programme) -> None:
    found = idea(programme, "med-alt")
    assert not found.is_stale(date(2026, 10, 31))
    assert found.is_stale(date(2026, 11, 1))
    assert not idea(programme, "sendt-1").is_stale(date(2100, 1, 1))


def test_without_a_title_the_first_heading_or_line_serves(programme: Programme) -> None:
    heading, line = idea(programme, "ideas/a-uden-front.md"), idea(programme, "ideas/c-linje.md")
    assert (heading.title, heading.body) == ("Uden front matter", "Med tekst under.")
    assert (line.title, line.body) == ("Bare en linje", "og en til")
    sent = idea(programme, "sendt-1")
    assert (sent.title, sent.body, sent.source) == ("En sendt idé", "med mere i", "sent")


def test_nods_and_claims_go_to_their_idea_in_order_of_time(programme: Programme) -> None:
    assert idea(programme, "med-alt").nods == ("Sara", "Jonas")
    assert idea(programme, "sendt-1").claims == (("lugten", "Mette"),)


def test_what_others_wrote_holds_nothing_hidden(programme: Programme) -> None:
    found = idea(programme, "ideas/f-grim.md")
    assert (found.title, found.body) == ("Skjult tekst", "f]52;c;AAAAra her")


def test_each_problem_is_told_with_its_place(programme: Programme) -> None:
    told = {(one.path, one.line): one.message for one in programme.problems}
    assert set(told) == {
        ("ideas/d-i-stykker.md", 3), ("ideas/e-samme-id.md", 0), ("ideas/f-grim.md", 0),
        ("ideas/g-latin.md", 0), ("contributions.toml", 0),
    }  # fmt: skip
    assert "ideas/b-med-alt.md has the same id" in told["ideas/e-samme-id.md", 0]
    assert "findes-ikke" in told["contributions.toml", 0]
    assert idea(programme, "ideas/g-latin.md").title == "Blåbær"


def test_people_without_a_name_are_left_out_and_a_strange_role_is_an_ambassador(
    programme: Programme,
) -> None:
    assert [(one.name, one.role) for one in programme.people] == [
        ("Lene Bak", "lead"), ("Mette", "ambassador"),
    ]  # fmt: skip


def test_sessions_are_the_list_items(programme: Programme) -> None:
    assert programme.sessions == (
        "hver tirsdag 9.00-9.45: Introer (Teams)",
        "lukket 21. december 2026 til 3. januar 2027: Juleferie",
    )


def test_a_folder_that_is_empty_or_missing_is_an_empty_programme(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        found = read_programme(folder, "x")
        assert (found.ideas, found.people, found.problems) == ((), (), ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=300), st.sampled_from(
    ["advocacy-share.toml", "guidelines.md", "kickoff.md", "ideas/a.md", "people.toml",
     "contributions.toml", "sessions.md", "news/a.md", "rewards.md"]
))  # fmt: skip
def test_no_bytes_in_any_file_stop_the_rest(tmp_path: Path, data: bytes, name: str) -> None:
    folder = tmp_path / "p"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "ideas").mkdir(parents=True)
    (folder / "news").mkdir()
    (folder / "ideas" / "good.md").write_text("good idea", encoding="utf-8")
    (folder / name).write_bytes(data)
    assert "good idea" in [one.title for one in read_programme(folder, "x").ideas]


def test_a_file_that_is_too_long_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "ideas").mkdir()
    (tmp_path / "ideas" / "long.md").write_bytes(b"x" * (MAX_BYTES + 1))
    (tmp_path / "guidelines.md").write_bytes(b"x" * (MAX_BYTES + 1))
    found = read_programme(tmp_path, "x")
    assert {one.path for one in found.problems} == {"guidelines.md", "ideas/long.md"}
    assert found.ideas == ()


def test_an_empty_file_is_no_idea(tmp_path: Path) -> None:
    (tmp_path / "ideas").mkdir()
    (tmp_path / "ideas" / "empty.md").write_text("\n \n", encoding="utf-8")
    assert read_programme(tmp_path, "x").ideas == ()


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "ideas").mkdir()
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (tmp_path / "ideas" / "link.md").symlink_to(tmp_path / "secret.md")
    assert read_programme(tmp_path, "x").ideas == ()


# --- the digest and the catalogue ---------------------------------------------------------------


def test_the_digest_moves_with_names_and_sizes(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(FIXTURE, copy)
    first = Folder(copy).digest()
    assert first == Folder(FIXTURE).digest()
    (copy / "ideas" / "a-uden-front.md").rename(copy / "ideas" / "a-med-andet-navn.md")
    renamed = Folder(copy).digest()
    (copy / "tak.md").write_text("Et længere nik.", encoding="utf-8")
    assert len({first, renamed, Folder(copy).digest()}) == 3


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_built_in_programme_is_whole(language: str) -> None:
    found = demo_programme(language)
    themes = {theme.name for theme in found.guidelines.themes}
    curated = [one for one in found.ideas if one.source == "curated"]
    names = {person.name for person in found.people}
    assert found.problems == ()
    assert len(curated) >= 64
    assert {one.theme for one in curated} == themes
    assert {one.type for one in curated} == {str(kind) for kind in PostType}
    assert all(set(one.channels) <= set(CHANNELS) for one in curated)
    assert {one.author for one in found.ideas} <= names
    assert sum(one.is_stale(date(2026, 11, 1)) for one in curated) >= 2
    assert sum(len(one.nods) for one in found.ideas) >= 40
    assert sum(len(one.claims) for one in found.ideas) >= 12
    assert len({one.title for one in found.ideas}) == len(found.ideas)
    assert len(found.people) == 8
    assert len(found.news) == 4
    assert len(found.sessions) >= 6


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_built_in_programme_is_in_the_catalogue(database: Database, language: str) -> None:
    one = ensure_programme(database, language, NOW)
    found = list_catalogue(database, one, limit=None)
    assert one == f"demo-{language}"
    assert [shared.id for shared in found] == [
        shared.id for shared in demo_programme(language).ideas
    ]
    assert {theme for theme, _shared, _mine in theme_counts(database, one)} == set(
        known_themes(database)
    )
    wanted = next(shared for shared in demo_programme(language).ideas if shared.claims)
    kept = get_shared(database, one, wanted.id)
    assert (kept.nods, kept.claims, kept.until) == (wanted.nods, wanted.claims, wanted.until)


def test_a_catalogue_that_is_up_to_date_opens_no_file(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_programme(database, "da", NOW)
    before = database.value("SELECT count(*) FROM catalogue")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(reading, "demo_programme", refuse)
    assert ensure_programme(database, "da", NOW) == "demo-da"
    assert database.value("SELECT count(*) FROM catalogue") == before


def refuse(*_words: object) -> None:
    raise AssertionError("read without need")


def test_a_changed_programme_is_read_again_and_ideas_keep_their_place(database: Database) -> None:
    ensure_programme(database, "da", NOW)
    with database.write() as connection:
        connection.execute("UPDATE programmes SET digest = 'older'")
        connection.execute("DELETE FROM catalogue WHERE seq = 3")
    places = dict(database.rows("SELECT id, seq FROM catalogue"))
    ensure_programme(database, "da", NOW)
    again = dict(database.rows("SELECT id, seq FROM catalogue"))
    assert len(again) == len(places) + 1
    assert places.items() <= again.items()


def test_one_bad_byte_spoils_no_other_letter_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "rammer.md").write_bytes("Blåbær ".encode() + b"\xe5" + " og smør".encode())
    folder = Folder(tmp_path)
    assert folder.file("rammer.md")[1] == "Blåbær å og smør"
    (problem,) = folder.problems
    assert "Windows-1252" in problem.message
