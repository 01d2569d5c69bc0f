"""`ideas` and `idea`: the notebook from the shell."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from advocacy_tui.paths import data_home, paths_in
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.database import open_database

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPE = {"id", "text", "status", "tags", "theme", "created_at"}


def fill(count: int) -> None:
    """Keep many thoughts past the command line."""
    database = open_database(paths_in(data_home()).database, unix_now=0)
    now = datetime.now(UTC)
    with database.write() as connection:
        # One transaction for all: `add_idea` opens its own, so it is asked for within this one.
        one = Within(database, connection)
        for number in range(count):
            add_idea(one, f"tanke {number} blåbær " + "y" * 500, now=now)  # type: ignore[arg-type]
    database.close()


class Within:
    """A database whose writes join a transaction that is already open."""

    def __init__(self, database: object, connection: object) -> None:
        self.database, self.connection = database, connection

    def write(self) -> Within:
        """Join."""
        return self

    def __enter__(self) -> object:
        return self.connection

    def __exit__(self, *_error: object) -> None:
        """Leave it to the outer transaction."""


def test_every_idea_is_listed_newest_first_and_whole(run: Callable) -> None:
    fill(5200)
    told = run("--json", "ideas")
    found = told.json
    assert [one["text"].split()[1] for one in found] == [str(n) for n in range(5199, -1, -1)]
    assert all(set(one) == SHAPE for one in found)
    assert all(len(one["text"]) > 500 for one in found)
    assert told.said == ""
    assert len(run("--json", "ideas", "blaabaer").json) == 5200
    assert len(run("--json", "ideas", "--limit", "300").json) == 300
    told = run("ideas")
    assert len(told.out.splitlines()) == 21
    assert told.out.splitlines()[-1] == "5180 more; --limit shows further."
    told = run("ideas", "blabar", "tanke", "--limit", "2")
    assert told.out.splitlines()[-1] == "5198 more; --limit shows further."
    assert max(len(line) for line in told.out.splitlines()) < 145


def test_a_reader_that_leaves_is_no_reason_to_complain(run: Callable) -> None:
    fill(5000)
    with subprocess.Popen(
        [sys.executable, "-m", "advocacy_tui", "--json", "ideas"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as listing:  # fmt: skip
        assert listing.stdout is not None
        assert listing.stdout.read(10).startswith(b'[{"id": ')
        listing.stdout.close()
        assert listing.stderr is not None
        said = listing.stderr.read()
    assert (listing.returncode, said) == (0, b"")


def test_an_empty_notebook_is_an_empty_list(run: Callable) -> None:
    assert run("--json", "ideas").json == []
    for words, english, danish in (
        ((), "Nothing here yet.", "Her er ikke noget endnu."),
        (("noget",), "Nothing found.", "Der var ikke noget."),
    ):
        told = run("ideas", *words)
        assert told.code == 0
        assert f"{told.out}{told.said}" == f"{english}\n"
        told = run("--language", "da", "ideas", *words)
        assert f"{told.out}{told.said}" == f"{danish}\n"


def test_a_status_narrows_the_list(run: Callable) -> None:
    kept, away, used = (run("add", text).id for text in ("åben", "væk", "brugt"))
    assert run("idea", "archive", away).id == away
    run("draft", "new", "--idea", used)
    for status, one in (("open", kept), ("archived", away), ("used", used)):
        assert [i["id"] for i in run("--json", "ideas", "--status", status).json] == [one]
    assert run("idea", "open", away).id == away
    assert len(run("--json", "ideas", "--status", "open").json) == 2
    assert run("ideas", "--status", "lost").code == 2


LISTS = [("ideas",), ("draft", "list")]
"""The two lists whose items can be laid away."""


def laid_away(run: Callable, words: tuple[str, ...]) -> str:
    """Lay an idea or a draft away and return its id."""
    if words == ("ideas",):
        one = run("add", "en tanke om varme").id
        run("idea", "archive", one)
    else:
        one = run("draft", "new", "--title", "en tanke om varme").id
        run("draft", "archive", one)
    return str(one)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_what_is_laid_away_is_shown_with_a_mark_when_asked_for(
    run: Callable, words: tuple[str, ...]
) -> None:
    one = laid_away(run, words)
    for more in ((), ("varme",)):
        told = run(*words, *more)
        assert told == (0, "", "Nothing but what is laid away: 1. --all shows it.\n")
        danish = run("--language", "da", *words, *more)
        assert danish == (0, "", "Der er kun noget, der er lagt væk: 1. --all viser det.\n")
    assert run(*words, "andet").said == "Nothing found.\n"
    for which in (("--all",), ("--status", "archived")):
        (line,) = run(*words, *which).out.splitlines()
        assert one in line
        assert "laid away" in line
        assert "lagt væk" in run("--language", "da", *words, *which).out


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_list_that_holds_something_hides_what_is_laid_away(
    run: Callable, words: tuple[str, ...]
) -> None:
    one = laid_away(run, words)
    run(*(("add", "ny") if words == ("ideas",) else ("draft", "new", "--title", "ny")))
    told = run(*words)
    assert (len(told.out.splitlines()), told.said) == (1, "")
    assert len(run(*words, "--all").out.splitlines()) == 2
    assert run(*words, "--all", "--status", "archived").code == 2
    # A program reads the status, and needs to know of no default.
    assert {item["id"]: item["status"] for item in run("--json", *words).json}[one] == "archived"


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5"])
def test_a_limit_is_a_number_from_one_up(run: Callable, limit: str) -> None:
    told = run("ideas", "--limit", limit)
    assert (told.code, told.out) == (2, "")
    assert limit in told.said


def test_an_idea_is_shown_whole(run: Callable) -> None:
    text = "første linje\n\n  anden linje " + "x" * 1000
    one = run("add", text).id
    told = run("idea", "show", one)
    assert told.code == 0
    assert told.out.removesuffix("\n") == text
    assert set(run("--json", "idea", "show", one).json) == SHAPE


def test_an_idea_takes_a_new_text_from_words_a_file_or_standard_input(
    run: Callable, tmp_path: object
) -> None:
    one = run("add", "først").id
    file = f"{tmp_path}/ny.txt"
    with open(file, "w", encoding="utf-8") as new:
        new.write("fra en fil #kyst\n")
    for words, stdin, text in (
        (("fra", "ord"), b"", "fra ord"),
        (("--file", file), b"", "fra en fil #kyst"),
        (("--file", "-"), b"fra inddata", "fra inddata"),
        (("-",), b"igen", "igen"),
    ):
        assert run("idea", "edit", one, *words, stdin=stdin).id == one
        assert run("--json", "idea", "show", one).json["text"] == text
    for words in ((), ("",), ("--file", "-")):
        told = run("idea", "edit", one, *words)
        assert (told.code, told.out) == (2, "")
        assert told.said.startswith("There was no text to keep.")
    told = run("idea", "edit", one, "--file", f"{tmp_path}/none.txt")
    assert told.code == 2
    assert "none.txt could not be read" in told.said
    assert run("--json", "idea", "show", one).json["text"] == "igen"


def test_a_deleted_idea_is_gone_until_it_is_undone(run: Callable) -> None:
    one = run("add", "x").id
    assert run("--json", "idea", "delete", one).json == {"id": one}
    assert run("--json", "ideas").json == []
    assert run("idea", "show", one).code == 2
    assert run("undo").out == "Undone: deleted an idea\n"
    assert run("idea", "show", one).out.rstrip("\n") == "x"


@pytest.mark.parametrize("verb", ["show", "edit", "archive", "open", "delete"])
def test_an_unknown_id_is_said_and_nothing_done(run: Callable, verb: str) -> None:
    run("add", "x")
    words = ("idea", verb, "NOPE", *(["y"] if verb == "edit" else []))
    told = run("--json", *words)
    assert (told.code, told.out) == (2, "")
    assert told.said == "There is no idea NOPE. `advocacy-tui ideas` lists them.\n"
    danish = run("--language", "da", *words)
    assert danish.code == 2
    assert danish.said not in ("", told.said)
    assert run("undo").out == "Undone: kept a thought\n"
