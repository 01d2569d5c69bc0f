"""The settings a person has, each documented where it is defined."""

from __future__ import annotations

from typing import NamedTuple

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import LANGUAGES, N_, _
from advocacy_tui.models import CHANNELS
from advocacy_tui.plans import whole_plan
from advocacy_tui.text import clean_own
from advocacy_tui.weekdays import WEEKDAYS, days_in, say_days

THEMES = ("calm-dark", "calm-light", "ansi", "plain")
"""The app's themes; "plain" is without colour."""


class Setting(NamedTuple):
    """A setting: its key, its value when nothing was chosen, what it does, what it takes."""

    key: str
    default: str
    help: str
    allowed: tuple[str, ...] = ()
    several: bool = False


SETTINGS = (
    Setting("language", "", N_("the language of the app; empty follows the machine"), LANGUAGES),
    Setting("theme", THEMES[0], N_("the colours of the app"), THEMES),
    Setting("confetti", "on", N_("confetti when a post is out"), ("on", "off")),
    Setting("runs", "on", N_("weeks in a row are shown"), ("on", "off")),
    Setting("clipboard", "auto", N_("how a text is taken along"), ("auto", "osc52", "file")),
    Setting("channels", "", N_("the channels of a new draft"), CHANNELS, several=True),
    Setting("plan", "", N_("my plan: \"When …, I write for 15 minutes\"")),
    Setting("name", "", N_("what colleagues call you")),
    Setting("burn", "", N_("what you burn for")),
    Setting("stake", "", N_("what you have at stake")),
    Setting("role", "", N_("what your work is mostly about"),
            ("sales", "support", "people", "maker", "leader")),
    Setting("country", "", N_("the country whose public holidays count, for instance DK")),
    Setting("days", "mon,tue,wed,thu,fri", N_("your working days"), WEEKDAYS, several=True),
)  # fmt: skip

PROFILE = ("name", "burn", "stake", "role", "country", "days", "language")
"""The settings that make up a profile."""

BY_KEY = {setting.key: setting for setting in SETTINGS}


def checked(key: str, value: str) -> str:
    """Return the value as it is kept, on one line, or raise UsageProblem with what is possible."""
    setting = BY_KEY.get(key)
    if setting is None:
        raise UsageProblem(
            _("There is no setting {key}. `advocacy-tui settings` lists them.").format(key=key)
        )
    value = " ".join(clean_own(value).text.split())
    if key == "country" and value:
        return _checked_country(value)
    if key == "plan":
        return whole_plan(value)
    if key == "days":
        return _checked_days(value)
    if not setting.allowed or not value:
        return value
    parts = [part.strip().lower() for part in value.split(",") if part.strip()]
    if not setting.several:
        parts = parts if len(parts) == 1 else [value]
    for part in parts:
        if part not in setting.allowed:
            raise UsageProblem(
                _("{key} cannot be {value}. Choose from: {allowed}.").format(
                    key=key, value=part, allowed=", ".join(setting.allowed)
                )
            )
    return ",".join(dict.fromkeys(parts))


def _checked_days(value: str) -> str:
    days = days_in(value)
    if value and not days:
        raise UsageProblem(
            _("{word} is no weekday. Write, for instance: {example}").format(
                word=value, example=say_days(BY_KEY["days"].default)
            )
        )
    return days


def _checked_country(value: str) -> str:
    from advocacy_tui.holidays_of import known_country

    code = value.upper()
    if not known_country(code):
        raise UsageProblem(
            _("No public holidays are known for {value}. Use a two-letter code such as DK.").format(
                value=value
            )
        )
    return code
