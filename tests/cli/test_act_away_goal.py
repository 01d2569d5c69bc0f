"""`act`, `acts`, `away` and `goal`: what the rhythm is worked out from, entered and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advocacy_tui.models import ActKind

if TYPE_CHECKING:
    from collections.abc import Callable

NOPE = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


@pytest.fixture(autouse=True)
def _a_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wednesday of week 48, ten in the morning."""
    monkeypatch.setenv("ADVOCACY_TUI_NOW", "2026-11-25T10:00:00+01:00")


def done(run: Callable) -> int:
    """Return how many acts this week holds."""
    return run("week", "--json").json["done"]


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_kind_can_be_noted_and_has_words_in_both_languages(
    run: Callable, kind: ActKind
) -> None:
    one = run("act", kind).id
    assert run("acts", "--json").json == [
        {"id": one, "kind": str(kind), "day": "2026-11-25", "thing": None}
    ]
    english, danish = run("acts").out, run("--language", "da", "acts").out
    assert "25 November 2026" in english
    assert "25. november 2026" in danish
    assert one in english
    assert english.split("2026")[1] != danish.split("2026")[1]


def test_each_call_is_one_act_also_twice_a_day(run: Callable) -> None:
    run("act", "comment")
    run("act", "comment")
    assert done(run) == 2


def test_acts_are_listed_by_their_day(run: Callable) -> None:
    run("act", "cafe", "--on", "2026-11-20")
    run("act", "comment", "--on", "2026-11-02")
    assert [act["kind"] for act in run("acts", "--json").json] == ["comment", "cafe"]


def test_an_act_to_come_is_refused_and_today_is_not(run: Callable) -> None:
    told = run("act", "cafe", "--on", "2026-11-26")
    assert (told.code, told.out) == (2, "")
    assert "2026-11-26 is still to come" in told.said
    assert run("acts", "--json").json == []
    assert run("act", "cafe", "--on", "2026-11-25").code == 0


def test_an_act_can_be_taken_back_and_the_taking_back_undone(run: Callable) -> None:
    one = run("act", "sparring").id
    assert run("act", "remove", one, "--json").json == {"id": one}
    assert done(run) == 0
    assert run("act", "remove", one).code == 2
    run("undo")
    assert done(run) == 1
    run("undo")
    assert done(run) == 0


@pytest.mark.parametrize(
    "words",
    [("act",), ("act", "party"), ("act", "remove"), ("act", "remove", NOPE), ("act", "cafe", NOPE),
     ("act", "cafe", "--on", "soon"), ("away", "remove"), ("away", "remove", NOPE), ("away", "x"),
     ("away", "2026-12-24", "2026-12-23"), ("away", "end"), ("away", "2026-12-24", "x"),
     ("goal", "0"), ("goal", "6"), ("goal", "two"), ("goal", "2", "--from", "x")],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    run: Callable, words: tuple[str, ...]
) -> None:
    english, danish = run(*words), run("--language", "da", *words)
    for told in (english, danish):
        assert (told.code, told.out) == (2, "")
        assert len(told.said.splitlines()) == 1
    assert english.said != danish.said
    assert run("acts", "--json").json == run("away", "--json").json == []
    assert run("goal", "--json").json == {"goal": 1}


@pytest.mark.parametrize("days", [("2026-12-01",), ("2026-12-01", "2026-12-04")])
def test_time_off_that_is_planned_already_is_said_and_planned_once(
    run: Callable, days: tuple[str, ...]
) -> None:
    one = run("away", *days).id
    told = run("away", *days)
    assert told == (0, f"{one}\n", "That time off is planned already.\n")
    assert run("--json", "away", *days).json == {"id": one}
    assert run("--language", "da", "away", *days).said == "Den fri er allerede planlagt.\n"
    assert len(run("away", "--json").json) == 1
    run("away", "remove", one)
    assert run("away", *days).id != one


def test_time_off_that_is_not_there_is_said_in_danish_too(run: Callable) -> None:
    assert run("--language", "da", "away", "remove", NOPE).said == (
        f"Der er ingen fri med id {NOPE}. `advocacy-tui away` viser dem, du har planlagt.\n"
    )


def test_nothing_here_yet_is_said_with_a_way_on(run: Callable) -> None:
    assert "advocacy-tui act comment" in run("acts").out
    assert "advocacy-tui away FROM TO" in run("away").out
    assert "advocacy-tui away FRA TIL" in run("--language", "da", "away").out
    assert run("away", "--json").json == []


def test_an_act_that_arose_by_itself_counts_once_on_its_first_day(run: Callable) -> None:
    draft = run("draft", "new", "--file", "-", stdin=b"a text").id
    run("posted", draft)
    run("posted", draft, "--channel", "x", "--on", "2026-11-12")
    assert [(act["kind"], act["day"]) for act in run("acts", "--json").json] == [
        ("posted", "2026-11-12")
    ]
    run("undo")
    assert [act["day"] for act in run("acts", "--json").json] == ["2026-11-25"]
    run("undo")
    assert run("acts", "--json").json == []


# --- away ---------------------------------------------------------------------------------------


def test_time_off_has_both_ends_included(run: Callable) -> None:
    run("act", "cafe", "--on", "2026-11-04")
    one = run("away", "2026-11-09", "2026-11-11").id
    assert run("away", "--json").json == [{"id": one, "from": "2026-11-09", "to": "2026-11-11"}]
    states = [week["state"] for week in run("week", "--history", "--json").json]
    assert states[1] == "away"
    assert "9 November 2026 to 11 November 2026" in run("away").out


def test_time_off_may_be_one_day_or_have_no_end(run: Callable) -> None:
    run("away", "2026-12-24", "2026-12-24")
    run("away", "2027-01-02")
    first, second = run("away").out.splitlines()
    assert first.endswith("  24 December 2026")
    assert second.endswith("  from 2 January 2027, until you say so")
    assert run("away", "--json").json[1]["to"] is None
    assert run("week", "--json", "--on", "2031-06-04").json["done"] == 0


def test_open_ended_time_off_ends_when_one_says_so(run: Callable) -> None:
    one = run("away", "2026-11-16").id
    assert run("away", "end").id == one
    assert run("away", "--json").json == [{"id": one, "from": "2026-11-16", "to": "2026-11-24"}]
    run("undo")
    assert run("away", "--json").json[0]["to"] is None
    assert run("away", "end", "2026-12-01").id == one
    assert run("away", "--json").json[0]["to"] == "2026-12-01"


def test_time_off_that_had_not_begun_goes_when_it_ends(run: Callable) -> None:
    run("away", "2026-11-25")
    run("away", "end")
    assert run("away", "--json").json == []
    run("undo")
    assert [one["from"] for one in run("away", "--json").json] == ["2026-11-25"]


def test_time_off_can_be_taken_back(run: Callable) -> None:
    one = run("away", "2026-12-24", "2026-12-31").id
    assert run("away", "remove", one, "--json").json == {"id": one}
    assert run("away", "--json").json == []
    run("undo")
    assert len(run("away", "--json").json) == 1


# --- goal ---------------------------------------------------------------------------------------


def test_a_goal_counts_from_the_start_of_this_week(run: Callable) -> None:
    run("act", "cafe", "--on", "2026-11-18")
    assert run("goal", "2", "--json").json.keys() == {"id"}
    assert run("goal", "--json").json == {"goal": 2}
    assert [week["goal"] for week in run("week", "--history", "--json").json] == [1, 2]
    assert run("goal").out == "2 things a week are enough for you.\n"
    assert run("--language", "da", "goal").out == "2 ting om ugen rækker for dig.\n"


def test_a_goal_can_count_from_another_day_and_be_undone(run: Callable) -> None:
    run("act", "cafe", "--on", "2026-11-04")
    run("goal", "3", "--from", "2026-11-15")
    run("goal", "5", "--from", "2026-12-01")
    assert [week["goal"] for week in run("week", "--history", "--json").json] == [1, 3, 3, 3]
    assert run("goal", "--json").json == {"goal": 3}
    run("undo")
    run("undo")
    assert run("goal", "--json").json == {"goal": 1}


def test_of_two_goals_of_one_day_the_later_entered_counts(run: Callable) -> None:
    run("goal", "4")
    run("goal", "2")
    assert run("goal", "--json").json == {"goal": 2}


def test_an_act_is_removed_by_its_id_and_a_date_is_not_passed_over(run: Callable) -> None:
    one = run("act", "comment").out.strip()
    told = run("act", "remove", one, "--on", "2026-11-01")
    assert told.code == 2
    assert told.said == "`act remove` takes an id alone; a note is taken back by its id.\n"
    assert one in run("acts").out
