"""What the guidelines reader makes of ordinary Markdown, and that no text stops it."""

from __future__ import annotations

import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui.guidelines import (
    Guidelines,
    OffLimit,
    WordChoice,
    post_type_of,
    read_guidelines,
    read_kickoff,
)
from advocacy_tui.guidelines.names import KINDS, channels_in, kind_of_heading
from advocacy_tui.models import PostType

pieces = st.sampled_from(
    ["## Off limits\n", "## Themes {#themes}\n", "### Customers\n", "- ", "  - ", "why: ", "> ",
     "| a | b |\n|---|---|\n", "| x | y |\n", "**Bold**: ", "*note*\n", "a, b, c", "»x«", "\n",
     "\n\n", "---\n", "title: x\n", "```\n", "1. ", "<div>", "[Firm]", "x → y", "{#words}", " ",
     "— Ann, lead, 1 May", "# ", "\t", "&amp;", "\x00", "\u2028", "é"]
)  # fmt: skip
documents = st.lists(pieces, max_size=60).map("".join) | st.text(max_size=300)


def read(text: str) -> Guidelines:
    return read_guidelines(text, "guidelines.md")


# --- any text -----------------------------------------------------------------------------------


@given(documents)
def test_no_text_stops_the_readers(text: str) -> None:
    guidelines = read(text)
    read_kickoff(text, "kickoff.md")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for one in (*guidelines.not_understood, *guidelines.themes, *guidelines.off_limits):
        assert 1 <= one.line <= lines


@given(st.lists(st.sampled_from(["# A", "## Themes", "### B {#b}", "text", "- item", ""])))
def test_every_line_below_a_heading_is_in_its_section(lines: list[str]) -> None:
    guidelines = read("\n".join(lines))
    kept = [line for one in guidelines.sections for line in one.text.split("\n") if line]
    assert kept == [line for line in lines if line and not line.startswith("#")]
    assert len({one.slug for one in guidelines.sections}) == len(guidelines.sections)


@pytest.mark.parametrize(
    "text",
    ["## Off limits\n- **A**: " + "a, " * 60_000, "## Words\n- " + " " * 200_000 + "x = y",
     "# " + " " * 100_000 + "x", "> " * 50_000, "- " * 20_000, "*" * 100_000, "(" * 100_000],
    ids=["terms", "blanks", "heading", "quotes", "lists", "stars", "parentheses"],
)  # fmt: skip
def test_a_text_made_to_be_slow_is_read_in_good_time(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 10


# --- headings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Themes", "themes"), ("What we stand for", "themes"), ("Pejlemærker", "themes"),
        ("Det vil vi gerne forbindes med", "themes"), ("DET UNDGÅR VI", "off-limits"),
        ("Off limits", "off-limits"), ("Avoid", "off-limits"), ("Don’t", "off-limits"),
        ("3. Eksempler", "examples"), ("Examples of good posts", "examples"),
        ("Post types", "examples"), ("Ordvalg", "words"), ("Words we prefer", "words"),
        ("Målgruppe", "audience"), ("Whom we want to reach", "audience"), ("Kanaler", "channels"),
        ("If it gets unpleasant", "support"), ("Support for new parents", ""), ("Kontakt", ""),
        ("Anything {#off-limits}", "off-limits"),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_usual_names(heading: str, kind: str) -> None:
    assert read(f"## {heading}\n\ntext").sections[0].kind == kind


def test_a_heading_under_a_known_one_keeps_its_kind() -> None:
    text = "## Themes\n\n### Never forget the basics\n\nWhy.\n\n### Off limits\n\n- **A**: B"
    guidelines = read(text)
    assert [one.kind for one in guidelines.sections] == ["themes", "themes", "off-limits"]
    assert [theme.name for theme in guidelines.themes] == ["Never forget the basics"]


def test_the_title_is_the_front_matters_or_the_first_top_heading() -> None:
    assert read("---\ntitle: 'Ours'\nlanguage: da\n---\n# Other").title == "Ours"
    assert read("# Other\n\n## Themes").title == "Other"
    assert read("# Themes\n\n- A: b").title == ""


def test_line_numbers_count_the_front_matter() -> None:
    text = "---\ntitle: x\n---\n\n## Themes\n\n- **Heat**: yes"
    assert read(text).themes[0].line == 7


def test_explicit_ids_and_made_up_slugs_can_be_linked_to() -> None:
    guidelines = read("## Themes {#own}\n\n## Det gør vi, ja!\n\n## Det gør vi, ja!")
    assert [one.slug for one in guidelines.sections] == ["own", "det-gør-vi-ja", "det-gør-vi-ja-1"]
    assert guidelines.sections[0].heading == "Themes"


# --- rules --------------------------------------------------------------------------------------

OFF_LIMITS = """## Off limits
- **Customers by name**: Kystbanken, Lind & Søn, Vestergaard Stål A/S
  - why: their contracts forbid it
  - say instead: "en kunde i finanssektoren"
  - allow: Vestergaards bageri
- **On the way**: Nordlys, Projekt Polaris
- **Salaries**
  - hvorfor: det er deres egne
  - sig hellere: »en kollega«, »nogen«
- **Cases**: we never talk about what is still going on.
"""


def test_off_limits_are_read_as_in_the_documentation() -> None:
    rules = read(OFF_LIMITS).off_limits
    assert rules[0] == OffLimit(
        "Customers by name",
        ("Kystbanken", "Lind & Søn", "Vestergaard Stål A/S"),
        "their contracts forbid it",
        ("en kunde i finanssektoren",),
        ("Vestergaards bageri",),
        2,
    )
    assert rules[1].terms == ("Nordlys", "Projekt Polaris")
    assert (rules[2].terms, rules[2].instead) == ((), ("en kollega", "nogen"))
    assert rules[2].why == "det er deres egne"
    assert (rules[3].terms, rules[3].why) == ((), "we never talk about what is still going on.")
    assert read(OFF_LIMITS).not_understood == ()


def test_terms_may_be_a_list_of_their_own_or_stand_under_a_heading() -> None:
    nested = read("## Avoid\n- Customers\n  - Kystbanken\n  - Lind & Søn, Nord A/S")
    assert nested.off_limits[0].terms == ("Kystbanken", "Lind & Søn", "Nord A/S")
    below = read("## Avoid\n\n### Customers\n\nThey trust us.\n\n- Kystbanken\n- Lind & Søn")
    assert (below.off_limits[0].category, below.off_limits[0].terms) == (
        "Customers", ("Kystbanken", "Lind & Søn"),
    )  # fmt: skip
    assert below.off_limits[0].why == "They trust us."


def test_a_placeholder_and_a_name_in_parentheses_are_told_apart() -> None:
    terms = read("## Off limits\n- **A**: [Your Company], Nord (Oslo, Bergen), b2:00ff").off_limits
    assert terms[0].terms == ("Nord (Oslo, Bergen)", "b2:00ff")


def test_what_fits_no_rule_is_listed_with_its_line() -> None:
    unclear = read("## Off limits\n- **A**: B\n  - colour: blue\n\n## Words\n- just a line")
    assert [(one.line, one.text) for one in unclear.not_understood] == [
        (3, "colour: blue"), (6, "just a line"),
    ]  # fmt: skip


def test_a_document_that_has_no_rules_has_nothing_unclear() -> None:
    guidelines = read("Just a paragraph.\n\n## Contact\n\n- Ring Ann: 12 34 56 78")
    assert guidelines.not_understood == ()
    assert guidelines.sections[0].text == "Just a paragraph."


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        ("slutbruger → kunde", "slutbruger", "kunde"), ("users = people", "users", "people"),
        ("end user -> customer", "end user", "customer"),
        ("swap utilise for use", "utilise", "use"),
        ("byt implementere ud med tage i brug", "implementere", "tage i brug"),
        ("people, not users", "users", "people"), ("kunde, ikke bruger", "bruger", "kunde"),
        ("Instead of synergy: say together", "synergy", "together"),
        ("I stedet for rejse: sig ændring.", "rejse", "ændring"),
        ("sig »naboer« i stedet for »stakeholdere«", "stakeholdere", "naboer"),
    ],
)  # fmt: skip
def test_a_choice_of_words_may_be_put_in_many_ways(line: str, old: str, new: str) -> None:
    guidelines = read(f"## Ordvalg\n- {line}")
    assert guidelines.words == (WordChoice(old, new, "", 2),)


def test_a_table_of_words_may_have_its_columns_either_way_and_a_note() -> None:
    table = "## Words we use\n\n| {} | {} | Note |\n|---|---|---|\n| a | b | c |"
    assert read(table.format("Instead of", "We say")).words[0] == WordChoice("a", "b", "c", 5)
    assert read(table.format("We say", "Instead of")).words[0] == WordChoice("b", "a", "c", 5)


def test_examples_have_their_type_and_the_note_before_them() -> None:
    text = (
        "## Eksempler\n\n### Fra hverdagen\n\n*Mette på LinkedIn.*\n\n> Første.\n>\n> Andet\n"
        "> afsnit.\n\n> Uden note.\n\n### Sådan ikke\n\n> Vi er stolte.\n\n### Noget, jeg mener\n\n"
        "- »Jeg mener noget.«\n- et almindeligt punkt"
    )
    found = read(text).examples
    assert [(one.type, one.note, one.text) for one in found] == [
        ("perspective", "Mette på LinkedIn.", "Første.\n\nAndet afsnit."),
        ("perspective", "", "Uden note."),
        ("opinion", "", "Jeg mener noget."),
    ]


def test_channels_say_why_and_which_they_are() -> None:
    text = "## Kanaler\n- LinkedIn — fagfæller\n- **Reddit og Mastodon**: spørgsmål\n- En kommentar"
    found = read(text).channels
    assert [(one.name, one.text, one.ids) for one in found] == [
        ("LinkedIn", "fagfæller", ("linkedin",)),
        ("Reddit og Mastodon", "spørgsmål", ("reddit", "mastodon")),
        ("En kommentar", "", ("comment",)),
    ]


def test_audience_and_support_are_lines_in_full() -> None:
    guidelines = read(
        "## Audience\n- **Nurses**: at night\n\n## If it gets nasty\nRing Ann.\n\n- Ok"
    )
    assert [one.text for one in guidelines.audience] == ["Nurses: at night"]
    assert [one.text for one in guidelines.support] == ["Ring Ann.", "Ok"]


@pytest.mark.parametrize("kind", list(PostType))
def test_each_post_type_is_known_by_its_own_id(kind: PostType) -> None:
    assert post_type_of(str(kind)) == kind


def test_a_wording_of_ones_own_stays_as_written() -> None:
    assert post_type_of("  Behind   the scenes ") == "Behind the scenes"
    assert post_type_of("Noget, jeg mener") == "opinion"


@given(st.text(max_size=40))
def test_names_are_looked_up_for_any_text(text: str) -> None:
    assert kind_of_heading(text, "", KINDS) in {"", *KINDS}
    channels_in(text)
    post_type_of(text)


# --- the built-in ones --------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_built_in_guidelines_are_understood_to_the_last_line(language: str) -> None:
    folder = files("advocacy_tui") / "data" / "demo" / language
    text = (folder / "guidelines.md").read_text(encoding="utf-8")
    guidelines = read(text)
    assert guidelines.not_understood == ()
    assert guidelines.language == language
    assert 6 <= len(guidelines.themes) <= 8
    assert {one.type for one in guidelines.examples} == {str(kind) for kind in PostType}
    assert all(one.note and one.text for one in guidelines.examples)
    assert sum(bool(one.terms) for one in guidelines.off_limits) >= 3
    assert len(guidelines.words) >= 10
    assert guidelines.audience
    assert guidelines.support
    assert guidelines.channels


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_built_in_kickoff_has_all_its_parts(language: str) -> None:
    folder = files("advocacy_tui") / "data" / "demo" / language
    kickoff = read_kickoff((folder / "kickoff.md").read_text(encoding="utf-8"), "kickoff.md")
    assert (len(kickoff.whys), len(kickoff.worries), len(kickoff.rounds)) == (3, 3, 4)
    assert all(len(one.nudges) == 3 for one in kickoff.rounds)
    assert kickoff.backing is not None
    assert kickoff.backing.name
    assert kickoff.backing.title
    assert "2026" in kickoff.backing.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Worktime.\n>\n> — Ann, lead, 1 May", ("Worktime.", "Ann", "lead", "1 May")),
        ("Worktime.\n\n– Ann Lee", ("Worktime.", "Ann Lee", "", "")),
        ("> Worktime.", ("Worktime.", "", "", "")),
        ("> Worktime.\n\n— Ann, head of it, and more, 2026-05-01",
         ("Worktime.", "Ann", "head of it, and more", "2026-05-01")),
    ],
)  # fmt: skip
def test_a_backing_is_signed_in_different_ways(text: str, expected: tuple[str, ...]) -> None:
    backing = read_kickoff(f"## Who backs you\n\n{text}", "kickoff.md").backing
    assert backing is not None
    assert (backing.sentence, backing.name, backing.title, backing.date) == expected


def test_whys_may_be_bold_items_and_worries_missing() -> None:
    kickoff = read_kickoff("## Hvorfor\n- **Folk**: de spørger\n- **Os**: vi ved", "kickoff.md")
    assert [(one.heading, one.text) for one in kickoff.whys] == [
        ("Folk", "de spørger"), ("Os", "vi ved"),
    ]  # fmt: skip
    assert kickoff.worries == ()
    assert kickoff.backing is None
