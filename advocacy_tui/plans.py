"""The plan with oneself, a whole sentence: "When I get coffee, I write for 15 minutes."."""

from __future__ import annotations

from typing import NamedTuple

from advocacy_tui.i18n import LANGUAGES, N_, _, in_language

_SENTENCE = N_("When {when}, I write for 15 minutes.")


def plan_frame(language: str | None = None) -> tuple[str, str]:
    """Return what stands before and behind the person's own words; None: the language spoken."""
    said = _(_SENTENCE) if language is None else in_language(language, _SENTENCE)
    before, _slot, behind = said.partition("{when}")
    return before, behind


def whole_plan(written: str) -> str:
    """Return a plan as a whole sentence: "When I get coffee" gets its other half.

    Words that are a sentence already, or of another form, stay as they are.
    """
    plan = written.strip()
    for language in LANGUAGES:
        before, behind = plan_frame(language)
        clause = plan.rstrip(" .,…")
        if clause.lower().startswith(before.lower()) and "," not in clause:
            return f"{before}{clause[len(before) :].strip()}{behind}"
    return plan


class Split(NamedTuple):
    """A plan around its blank: what stands before, the person's own words, what stands behind."""

    before: str
    own: str
    behind: str

    def filled(self, own: str) -> str:
        """Return the plan of other own words, also where they begin with "when" once more."""
        words = own.strip()
        if words.lower().startswith(self.before.lower()):
            words = words[len(self.before) :].strip()
        return f"{self.before}{words.rstrip(' .,')}{self.behind}" if words else ""


def split_plan(plan: str) -> Split | None:
    """Return a plan around its blank, in the language it was made in; None for another form."""
    if not plan:
        before, behind = plan_frame()
        return Split(before, "", behind)
    bare = plan.rstrip(".")
    for language in LANGUAGES:
        before, behind = plan_frame(language)
        end = behind.rstrip(".")
        if bare.lower().startswith(before.lower()) and bare.endswith(end):
            return Split(before, bare[len(before) : len(bare) - len(end)].strip(), behind)
    return None
