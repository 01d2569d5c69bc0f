"""`week`: the contract's numbers, words for a person, and a line for a prompt that stays kind."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SUMMARY = {
    "week", "state", "mendable", "done", "goal", "run", "best", "total", "freezes", "steadiness",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _a_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wednesday of week 48, ten in the morning."""
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-25T10:00:00+01:00")


def acts(run: Callable, *days: str, kind: str = "comment") -> None:
    """Note one act on each day."""
    for day in days:
        run("act", kind, "--on", day)


def test_before_the_first_act_everything_is_open_and_nothing_is_lacking(run: Callable) -> None:
    assert run("week", "--json").json == {
        "week": "2026-W48", "state": "open", "mendable": False, "done": 0, "goal": 1, "run": 0,
        "best": 0, "total": 0, "freezes": 2, "steadiness": 0.0,
    }  # fmt: skip
    assert run("week", "--history", "--json").json == []
    assert run("week").out == "Week 48 is open. 1 thing a week is enough for you.\n"


def test_the_week_is_told_as_the_contract_says(run: Callable) -> None:
    acts(run, "2026-11-03", "2026-11-10", "2026-11-24", "2026-11-24")
    assert run("--json", "week").json == {
        "week": "2026-W48", "state": "kept", "mendable": True, "done": 2, "goal": 1, "run": 3,
        "best": 3, "total": 3, "freezes": 2, "steadiness": 0.317,
    }  # fmt: skip
    history = run("week", "--history", "--json").json
    assert [(week["week"], week["state"], week["done"]) for week in history] == [
        ("2026-W45", "kept", 1), ("2026-W46", "kept", 1), ("2026-W47", "mended", 0),
        ("2026-W48", "kept", 2),
    ]  # fmt: skip
    assert all(set(week) == {"week", "state", "done", "goal", "steadiness"} for week in history)


def test_a_week_is_seen_as_on_a_date(run: Callable) -> None:
    acts(run, "2026-11-03", "2026-11-24")
    assert run("week", "--json", "--on", "2026-11-08").json["total"] == 1
    later = run("week", "--json", "--on", "2027-01-06").json
    assert (later["week"], later["state"], later["total"]) == ("2027-W01", "open", 2)
    assert run("week", "--json", "--on", "2026-11-01").json["total"] == 0


def test_steadiness_has_three_decimals_in_json_and_is_a_word_on_screen(run: Callable) -> None:
    acts(run, "2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24")
    assert run("week", "--json").json["steadiness"] == 0.431
    told = run("week").out
    assert "taking root" in told
    assert "%" not in told
    assert "slår rod" in run("--language", "da", "week").out


def test_json_has_the_contracts_fields_whatever_else_is_asked_for(run: Callable) -> None:
    for words in (("week", "--json"), ("week", "--json", "--brief")):
        assert set(run(*words).json) == SUMMARY


def test_what_counted_is_said_by_its_name_in_both_languages(run: Callable) -> None:
    acts(run, "2026-11-23", kind="cafe")
    acts(run, "2026-11-24", "2026-11-25")
    first = run("week").out.splitlines()[0]
    assert first == "Week 48 is kept: a writing café and a comment for a colleague."
    danish = run("--language", "da", "week").out.splitlines()[0]
    assert danish == "Uge 48 er holdt: en skrivecafé og en kommentar til en kollega."


def test_a_rest_card_is_said_kindly_and_two_things_mend(run: Callable) -> None:
    acts(run, "2026-11-10")
    told = run("week").out
    assert "There was a rest card for week 47. You have one left." in told
    assert "Two things this week mend week 47, if you like." in told
    acts(run, "2026-11-24")
    assert "One more thing this week mends week 47." in run("week").out
    acts(run, "2026-11-25")
    told = run("week").out
    assert "Week 47 is mended." in told
    assert "rest card for" not in told


def test_weeks_in_a_row_can_be_switched_off(run: Callable) -> None:
    acts(run, "2026-11-17", "2026-11-24")
    assert "2 weeks in a row" in run("week").out
    run("settings", "runs", "off")
    told = run("week").out
    assert "in a row" not in told
    assert "2 weeks in all" in told
    assert run("week", "--json").json["run"] == 2


def test_a_run_that_ended_is_not_announced(run: Callable) -> None:
    acts(run, "2026-10-05", "2026-11-24")
    told = run("week").out
    assert "quiet" not in told
    assert "ended" not in told
    assert "quiet" in run("week", "--history").out


def test_the_history_is_one_line_a_week_with_a_mark_and_a_word(run: Callable) -> None:
    acts(run, "2026-11-10")
    run("away", "2026-11-23", "2026-11-27")
    lines = run("week", "--history").out.splitlines()
    assert [" ".join(line.split()[:5]) for line in lines] == [
        "2026 week 46 ● kept", "2026 week 47 - rest", "2026 week 48 ~ away",
    ]  # fmt: skip
    danish = run("--language", "da", "week", "--history").out.splitlines()
    assert [" ".join(line.split()[:5]) for line in danish] == [
        "2026 uge 46 ● holdt", "2026 uge 47 - frikort", "2026 uge 48 ~ fri",
    ]  # fmt: skip


def test_working_days_of_the_profile_decide_what_being_away_is(run: Callable) -> None:
    acts(run, "2026-11-10")
    run("away", "2026-11-23", "2026-11-24")
    assert run("week", "--json").json["state"] == "open"
    run("profile", "--days", "mon,tue,wed")
    assert run("week", "--json").json["state"] == "away"
    assert run("week").out.startswith("You are away in week 48.")


def test_public_holidays_count_once_there_is_a_country(run: Callable) -> None:
    # Friday 25 and Saturday 26 December 2026 are holidays in Denmark.
    acts(run, "2026-12-01", "2026-11-24")
    run("profile", "--days", "thu,fri,sat")
    on = ("week", "--json", "--on", "2026-12-26")
    assert run(*on).json["state"] == "open"
    run("profile", "--country", "DK")
    assert run(*on).json["state"] == "away"


def test_a_country_that_the_library_forgot_is_no_obstacle(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("profile", "--country", "DK")
    acts(run, "2026-11-10")

    def forgotten(*_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("advocacy_tui.holidays_of.public_holidays", forgotten)
    assert run("week", "--json").code == 0


def test_a_week_full_of_acts_never_waits_for_the_library_of_holidays(
    run: Callable, shell: Callable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("profile", "--country", "DK")
    acts(run, "2026-11-24")
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['holidays'] = None\n")
    told = shell("week", "--json", PYTHONPATH=str(tmp_path))
    assert json.loads(told.out)["state"] == "kept"


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-13-01", "2026-02-30", "24-12-2026", "0001-01-01", ""]
)
def test_a_date_that_is_none_is_refused(run: Callable, day: str) -> None:
    told = run("week", "--on", day)
    assert (told.code, told.out) == (2, "")
    assert "2026-11-23" in told.said
    assert run("--language", "da", "week", "--on", day).said.count("Skriv den som") == 1


# --- one line for a prompt ----------------------------------------------------------------------


def brief(run: Callable, day: str = "2026-11-25") -> str:
    """Return what a prompt would show on a day."""
    told = run("week", "--brief", "--on", day)
    assert (told.code, told.said) == (0, "")
    assert len(told.out.splitlines()) < 2
    return told.out.strip()


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    f"2026-11-{day}" for day in range(23, 30)
)


def test_the_brief_line_says_nothing_before_anything_was_kept(
    run: Callable, tmp_path: Path
) -> None:
    assert brief(run, THURSDAY) == ""
    assert not (tmp_path / "data").exists()
    run("add", "x")
    assert brief(run, THURSDAY) == ""


def test_the_brief_line_brings_the_plan_to_mind_late_in_an_open_week(run: Callable) -> None:
    run("settings", "plan", "When I get my coffee, I write for 15 minutes.")
    acts(run, "2026-11-18")
    assert brief(run, WEDNESDAY) == ""
    for day in (THURSDAY, FRIDAY):
        assert brief(run, day) == ("Week 48 is open. When I get my coffee, I write for 15 minutes.")


def test_the_brief_line_without_a_plan_names_a_small_thing(run: Callable) -> None:
    acts(run, "2026-11-18")
    assert brief(run, THURSDAY) == "Week 48 is open. A comment for a colleague counts too."
    run("settings", "language", "da")
    assert brief(run, FRIDAY) == "Uge 48 er åben. En kommentar til en kollega tæller også."


def test_the_brief_line_tells_of_a_rest_card_early_in_the_week(run: Callable) -> None:
    acts(run, "2026-11-10")
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        assert brief(run, day) == "Week 47 took a rest card. Two things this week mend it."


def test_the_brief_line_is_silent_once_the_week_is_kept(run: Callable) -> None:
    acts(run, "2026-11-10", "2026-11-23")
    assert {brief(run, day) for day in (MONDAY, WEDNESDAY, THURSDAY, FRIDAY)} == {""}


def test_the_brief_line_is_silent_at_the_weekend_and_on_days_off(run: Callable) -> None:
    acts(run, "2026-11-18")
    assert brief(run, SATURDAY) == brief(run, SUNDAY) == ""
    run("away", THURSDAY, THURSDAY)
    assert brief(run, THURSDAY) == ""
    assert brief(run, FRIDAY) != ""
    run("away", FRIDAY)
    assert brief(run, FRIDAY) == ""


def test_the_brief_line_is_silent_on_a_public_holiday(run: Callable) -> None:
    acts(run, "2026-05-06")
    assert brief(run, "2026-05-14") != ""  # Ascension Day, a Thursday
    run("profile", "--country", "DK")
    assert brief(run, "2026-05-14") == ""


def test_the_brief_line_knows_other_working_days(run: Callable) -> None:
    acts(run, "2026-11-18")
    run("profile", "--days", "mon,tue,sat")
    assert brief(run, TUESDAY) != ""
    assert brief(run, SATURDAY) != ""
    assert brief(run, THURSDAY) == ""


@pytest.mark.parametrize(
    ("hour", "speaks"), [(5, False), (6, True), (16, True), (17, False), (23, False)]
)
def test_the_brief_line_is_silent_in_the_evening_and_at_night(
    run: Callable, monkeypatch: pytest.MonkeyPatch, hour: int, speaks: bool
) -> None:
    acts(run, "2026-11-18")
    monkeypatch.setenv("ADVOCACY_TUI_NOW", f"2026-11-26T{hour:02}:15:00+01:00")
    assert bool(run("week", "--brief").out) is speaks


WHOLE = "When I get my coffee, I write for 15 minutes."
DANISH = "Når jeg får kaffe, skriver jeg i 15 minutter."


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    ("written", "said"),
    [("When I get my coffee", WHOLE), ("when I get my coffee.", WHOLE), (WHOLE, WHOLE),
     ("Når jeg får kaffe", DANISH), ("Når jeg får kaffe …", DANISH), (DANISH, DANISH),
     ("Når jeg får kaffe, skriver jeg en linje", "Når jeg får kaffe, skriver jeg en linje"),
     ("Hver tirsdag kl. 9", "Hver tirsdag kl. 9")],
)  # fmt: skip
def test_a_plan_is_a_whole_sentence_however_it_was_written(
    run: Callable, language: str, written: str, said: str
) -> None:
    run("--language", language, "settings", "plan", written)
    assert run("--json", "settings", "plan").json == {"plan": said}
    assert run("week").out.splitlines()[-1] == said
    assert brief(run, THURSDAY) == f"Week 48 is open. {said}"


def test_half_a_sentence_kept_by_an_earlier_version_is_shown_whole(
    run: Callable, tmp_path: Path
) -> None:
    run("settings", "name", "Mette")
    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "advocacy.db")) as plain:
        plain.execute("INSERT INTO settings VALUES ('plan', 'When I get my coffee')")
        plain.commit()
    assert run("week").out.splitlines()[-1] == WHOLE
    assert run("--json", "settings", "plan").json == {"plan": WHOLE}


def test_after_two_quiet_weeks_the_brief_line_leaves_a_person_be(run: Callable) -> None:
    run("settings", "plan", "When I get my coffee, I write for 15 minutes.")
    acts(run, "2026-11-03")
    assert brief(run, "2026-11-12") != ""
    assert brief(run, "2026-11-19") != ""
    assert {brief(run, day) for day in (MONDAY, WEDNESDAY, THURSDAY, FRIDAY)} == {""}


def test_no_line_tells_anyone_off(run: Callable) -> None:
    acts(run, "2026-09-01", "2026-11-10")
    for language in ("da", "en"):
        for words in (("week",), ("week", "--history"), ("week", "--brief")):
            told = run("--language", language, *words).out.lower()
            assert not {"missed", "broken", "misset", "brudt", "!", "%"} & set(told.split())
            assert "!" not in told
