"""What stands on the settings screen: each setting's name, its possibilities, what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui import i18n
from advocacy_tui.i18n import LANGUAGES, N_, _
from advocacy_tui.weekdays import say_days

if TYPE_CHECKING:
    from collections.abc import Mapping

GOAL = "goal"
"""The row that is no setting but a dated choice of its own."""

DAYS = "days"


class SettingRow(NamedTuple):
    """One setting; without `words` it is a line to write in, for which `example` stands grey."""

    key: str
    label: str
    about: str
    words: Mapping[str, str] | None = None
    example: str = ""


_ON_OFF = {"on": N_("on"), "off": N_("off")}

PARTS: tuple[tuple[str, tuple[SettingRow, ...]], ...] = (
    (N_("Language and looks"), (
        SettingRow("language", N_("language"), N_("Changes at once, everywhere."),
                   {"da": "dansk", "en": "English"}),
        SettingRow("theme", N_("colours"), N_("Changes at once, so that you can see it."), {
            "calm-dark": N_("calm and dark"), "calm-light": N_("calm and light"),
            "ansi": N_("the terminal's own"), "plain": N_("none")}),
        SettingRow("confetti", N_("confetti"), N_("Falls once when a post is out."), _ON_OFF),
        SettingRow("runs", N_("weeks in a row"),
                   N_("Marks and sums of your weeks; off, only this week is shown."), _ON_OFF),
    )),
    (N_("How I write"), (
        SettingRow("plan", N_("my plan"), N_("It stands on Today, for you alone."),
                   example=N_("When I get my Tuesday coffee, I write for 15 minutes.")),
        SettingRow(GOAL, N_("enough for a week"), N_("Things that count, a week."),
                   {str(n): str(n) for n in range(1, 6)}),
        SettingRow("clipboard", N_("taking the text along"),
                   N_("By itself, it finds the way that works. There is a file each time."), {
            "auto": N_("by itself"), "osc52": N_("through the terminal"),
            "file": N_("into a file")}),
    )),
    (N_("About me, as much as I like"), (
        SettingRow("name", N_("name"), N_("What colleagues call you."), example="Mette"),
        SettingRow("burn", N_("I burn for"), N_("Only you see it."),
                   example=N_("boiler rooms where the caretaker knows best")),
        SettingRow("stake", N_("I have at stake"), N_("What it may lead to, for you."),
                   example=N_("finding the next apprentice")),
        SettingRow("role", N_("my work is mostly"), N_("Questions for it come more often."), {
            "": N_("not said"), "sales": N_("sales"), "support": N_("helping customers"),
            "people": N_("people and culture"), "maker": N_("making and mending"),
            "leader": N_("leading")}),
        SettingRow(DAYS, N_("working days"), N_("A week with most of them off is time off."),
                   example="mon tue wed thu fri"),
        SettingRow("country", N_("country"),
                   N_("Its public holidays are no working days. Two letters, for instance DK."),
                   example="DK"),
    )),
)  # fmt: skip


def say_value(row: SettingRow, value: str) -> str:
    """Return a setting's value in words; "" for a line with nothing in it."""
    if row.key == "language":
        value = value if value in LANGUAGES else i18n.language()
    if row.words is not None:
        return _(row.words.get(value, value))
    return say_days(value) if row.key == DAYS else value
