"""What stands on Today, line by line, for each of its three states."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.i18n import N_, _, ngettext, quoted, say_date
from advocacy_tui.rhythm_words import week_number
from advocacy_tui.text import cell_width, first_line
from advocacy_tui.today_words import last_words, say_names
from advocacy_tui.widgets.choices import Choice, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from advocacy_tui.screens.today_facts import Facts
    from advocacy_tui.store.returns import Return
    from advocacy_tui.store.today import LastDraft
    from advocacy_tui.widgets.choices import Line

BLANK = Words("")
STOPPED_AT = 44
"""Cells of the words a person stopped at; the room that 80 columns leave."""

MOODS = {
    "4": ("busy", N_("busy")),
    "5": ("hard", N_("hard")),
    "6": ("dull", N_("dull")),
    "7": ("fine", N_("fine")),
}
"""How it can be right now: the number, what is remembered, the word."""


class Acts(NamedTuple):
    """What choosing a line does."""

    keep: Callable[[], object]
    begin: Callable[[], object]
    write_on: Callable[[str], object]
    make_draft: Callable[[str], object]
    read_shared: Callable[[str], object]
    look_at_theme: Callable[[str], object]
    catalogue: Callable[[], object]
    examples: Callable[[], object]
    plan: Callable[[], object]
    mood: Callable[[str], object]
    away: Callable[[bool], object]


def first_question() -> str:
    """Return the one question of a first start."""
    return _("What did you last talk about at length with a colleague?")


def first_lines(acts: Acts) -> list[Line]:
    """Return the first start: one question, and that is all."""
    return [
        Words(first_question(), "heading"),
        BLANK,
        Choice("1", _("Write it as you said it. One line is enough."), acts.begin),
    ]


def usual_lines(facts: Facts, acts: Acts) -> list[Line]:
    """Return the usual Today: how long have you got, and what the others have been up to."""
    if facts.is_first_day:
        head = _("It is in your notebook. That was all for today, if you like.")
    else:
        head = _("How long have you got?")
    lines: list[Line] = [Words(head, "heading"), BLANK]
    lines += [_two_minutes("1", facts, acts), _ten_minutes("2", facts, acts)]
    lines.append(_half_an_hour("3", facts, acts))
    return lines + news_lines(facts)


def news_lines(facts: Facts) -> list[Line]:
    """Return what the catalogue has to tell; nothing where it has nothing."""
    if not facts.shared_count:
        return []
    count = ngettext("{count} idea", "{count} ideas", facts.shared_count).format(
        count=facts.shared_count
    )
    lines: list[Line] = [BLANK, BLANK, Words(_("In the catalogue"), "heading", count), BLANK]
    if facts.nodded is not None:
        names, title = say_names(facts.nodded.nods), quoted(facts.nodded.title)
        lines.append(Words(_("{names} nodded at {title}").format(names=names, title=title)))
    return lines if facts.nodded is not None else lines[:-1]


def return_lines(facts: Facts, back: Return, acts: Acts, keys: dict[str, str]) -> list[Line]:
    """Return the greeting after quiet weeks: nothing is listed that was missed."""
    lines: list[Line] = [
        Words(_("Good to see you again."), "heading"),
        BLANK,
        Words(_("There is nothing to catch up on. One small thing is plenty:")),
        BLANK,
        _two_minutes("1", facts, acts),
        _read_again("2", facts, acts),
        _plan("3", facts, acts),
        BLANK,
        *_mood_lines(back, acts, keys),
    ]
    if not back.away:
        lines += [BLANK, *_away_lines(back, acts, keys)]
    return lines


def _minutes(count: int) -> str:
    return _("{count} min").format(count=count)


def _two_minutes(key: str, facts: Facts, acts: Acts) -> Choice:
    question = facts.question.text
    if facts.back is None:
        said = _("Keep a thought: {question}").format(question=_running_on(question))
    else:
        said = question
    return Choice(key, said, acts.keep, _minutes(2))


def _running_on(question: str) -> str:
    """Return a question as it goes on behind a colon; "I" is a word in both languages."""
    word = question.partition(" ")[0]
    stays = word[:1] == "I" and not word[1:2].isalpha()
    return question if stays or word[1:2].isupper() else question[:1].lower() + question[1:]


def _stopped_at(draft: LastDraft) -> tuple[str, ...]:
    words = last_words(draft.before, STOPPED_AT)
    return (_("You stopped at: {words}").format(words=quoted(words)),) if words else ()


def _ten_minutes(key: str, facts: Facts, acts: Acts) -> Choice:
    draft = facts.draft
    if draft is not None:
        said = (
            _("Read once more and take it along: {title}")
            if draft.is_ready
            else _("Write on: {title}")
        )
        title = quoted(draft.title or _("without a title yet"))
        more = () if draft.is_ready else _stopped_at(draft)
        act = lambda: acts.write_on(draft.id)  # noqa: E731
        return Choice(key, said.format(title=title), act, _minutes(10), more)
    newest = facts.newest
    if newest is not None:
        said = _("Begin a draft from {title}").format(title=quoted(newest.title))
        return Choice(key, said, lambda: acts.make_draft(newest.id), _minutes(10))
    return _read_shared(key, facts, acts, 10)


def _read_shared(key: str, facts: Facts, acts: Acts, minutes: int) -> Choice:
    shared = facts.shared
    if shared is None:
        return Choice(
            key, _("Read the examples: how it can sound"), acts.examples, _minutes(minutes)
        )
    said = _("Read an idea from the catalogue: {title}").format(title=quoted(shared.title))
    return Choice(key, said, lambda: acts.read_shared(shared.id), _minutes(minutes))


def _half_an_hour(key: str, facts: Facts, acts: Acts) -> Choice:
    rested = facts.rested
    if rested is not None:
        said = _("Take up a thought that has rested: {title}").format(title=quoted(rested.title))
        kept = _kept_on(rested.day)
        return Choice(key, said, lambda: acts.make_draft(rested.id), _minutes(25), (kept,))
    if facts.theme is not None:
        name, count = facts.theme
        said = ngettext(
            "Look at {theme}: {count} idea you have not touched",
            "Look at {theme}: {count} ideas you have not touched",
            count,
        ).format(theme=quoted(name), count=count)
        return Choice(key, said, lambda: acts.look_at_theme(name), _minutes(25))
    return Choice(key, _("Look through the catalogue"), acts.catalogue, _minutes(25))


def _kept_on(day: str) -> str:
    from datetime import date

    return _("Kept on {day}").format(day=say_date(date.fromisoformat(day), weekday=True))


def _read_again(key: str, facts: Facts, acts: Acts) -> Choice:
    draft = facts.draft
    if draft is None:
        return _ten_minutes(key, facts, acts)
    said = _("Read {title} again").format(title=quoted(draft.title or _("without a title yet")))
    return Choice(key, said, lambda: acts.write_on(draft.id), _minutes(10), _stopped_at(draft))


def _plan(key: str, facts: Facts, acts: Acts) -> Choice:
    if facts.plan:
        said = _("Does it still fit? {plan}").format(plan=quoted(facts.plan))
    else:
        said = _("Make a plan with yourself: When …, I write for 15 minutes.")
    return Choice(key, said, acts.plan)


def _mood_lines(back: Return, acts: Acts, keys: dict[str, str]) -> list[Line]:
    if not back.mood:
        asked = Words(_("How is it right now?"), "text", _("(only you see the answer)"))
        words: list[Line] = [
            Choice(key, _(word), lambda mood=mood: acts.mood(mood), beside=True)  # type: ignore[misc]
            for key, (mood, word) in MOODS.items()
        ]
        skip = Choice(keys["skip"], _("skips this"), lambda: acts.mood("skipped"), beside=True)
        return [asked, BLANK, *words, skip]
    if back.mood == "busy":
        said = _(
            "Then two minutes are plenty, and a fixed quarter of an hour beats good intentions."
        )
        return [Words(said), BLANK, Choice("4", _("Find that quarter of an hour"), acts.plan)]
    if back.mood == "hard":
        said = _(
            "Half an hour with somebody helps more than all that stands here. And short counts."
        )
        return [
            Words(said),
            BLANK,
            Choice("4", _("See how short an example can be"), acts.examples),
        ]
    if back.mood == "dull":
        said = _(
            "Then do something else: another place, another kind, a comment instead of a post."
        )
        return [Words(said), BLANK, Choice("4", _("Look for something else"), acts.catalogue)]
    if back.mood == "fine":
        return [Words(_("Good. Then there is nothing more to say."))]
    return []


def _away_lines(back: Return, acts: Acts, keys: dict[str, str]) -> list[Line]:
    from datetime import date

    from advocacy_tui.momentum import iso_week

    first, last = (
        week_number(iso_week(date.fromisoformat(day))) for day in (back.first, back.last)
    )
    asked = _("Weeks {first} to {last}: were you off?").format(first=first, last=last)
    return [
        Words(asked),
        Choice(keys["yes"], _("yes, make them time off"), lambda: acts.away(True), beside=True),
        Choice(keys["no"], _("no, they were quiet"), lambda: acts.away(False), beside=True),
    ]


def backing_sentence(kept: str, width: int) -> tuple[str, str]:
    """Return who backs this, as (sentence, signature), from what was kept of the kickoff."""
    if not kept:
        return "", ""
    sentence, name, title, day = json.loads(kept)
    said = sentence.partition(". ")[0].rstrip(".") + "."
    while cell_width(said) > width and "," in said:
        said = f"{said.rpartition(',')[0]} …"
    signed = ", ".join(part for part in (name, title, day) if part)
    return quoted(first_line(said, width)), signed
