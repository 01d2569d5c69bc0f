"""The two languages: which one is spoken, and the words, numbers and dates in it."""

from __future__ import annotations

import gettext as _gettext
import os

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from datetime import date, datetime

LANGUAGES = ("da", "en")
_LOCALES = os.path.join(os.path.dirname(__file__), "locales")  # noqa: PTH118, PTH120
_catalogues: dict[str, _gettext.NullTranslations] = {}
_language = "en"


def N_(message: str) -> str:  # noqa: N802 - the customary gettext name
    """Mark a message for the catalogues without translating it yet."""
    return message


def from_environment(environ: dict[str, str] | None = None) -> str:
    """Return the interface language that the locale asks for.

    Reads LANGUAGE, LC_ALL, LC_MESSAGES and LANG in gettext's order; anything but Danish
    (`da`) is served in English.
    """
    env = os.environ if environ is None else environ
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = env.get(name, "")
        if value:
            return "da" if value.split(":")[0].lower().startswith("da") else "en"
    return "en"


def use(language: str) -> None:
    """Speak `language` ("da" or "en") from now on; anything else raises ValueError."""
    global _language
    if language not in LANGUAGES:
        raise ValueError(language)
    _language = language


def language() -> str:
    """Return the language spoken now."""
    return _language


def _catalogue(language: str) -> _gettext.NullTranslations:
    found = _catalogues.get(language)
    if found is None:
        found = _catalogues[language] = _read_catalogue(language)
    return found


def _read_catalogue(language: str) -> _gettext.NullTranslations:
    """Read a compiled catalogue; English needs none, as the messages are English.

    gettext.translation() would do, but its look for aliases imports `locale` for a millisecond.
    """
    path = os.path.join(_LOCALES, language, "LC_MESSAGES", "advocacy_tui.mo")  # noqa: PTH118
    if not os.path.exists(path):  # noqa: PTH110
        return _gettext.NullTranslations()
    with open(path, "rb") as file:  # noqa: PTH123
        return _gettext.GNUTranslations(file)


def _(message: str) -> str:
    """Translate a message."""
    return _catalogue(_language).gettext(message)


def in_language(language: str, message: str) -> str:
    """Translate a message marked by N_ into a language, whichever is spoken."""
    return _catalogue(language).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message that counts `n` things."""
    return _catalogue(_language).ngettext(singular, plural, n)


_WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "da": (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def weekday_name(day: date, *, short: bool = False) -> str:
    """Return "mandag" / "Monday", or its first two (da) or three (en) letters."""
    name = _WEEKDAYS[_language][day.weekday()]
    if not short:
        return name
    return name[:2] if _language == "da" else name[:3]


def month_name(month: int, *, short: bool = False) -> str:
    """Return the name of month 1–12, or its first three letters."""
    name = _MONTHS[_language][month - 1]
    return name[:3] if short else name


def say_date(day: date, *, weekday: bool = False, year: bool = False) -> str:
    """Return "mandag 23. november" / "Monday 23 November", with the parts asked for."""
    dot = "." if _language == "da" else ""
    said = f"{day.day}{dot} {month_name(day.month)}"
    if weekday:
        said = f"{weekday_name(day)} {said}"
    return f"{said} {day.year}" if year else said


def say_time(moment: datetime) -> str:
    """Return "14.02" / "14:02", in the moment's own zone."""
    return moment.strftime("%H.%M" if _language == "da" else "%H:%M")


def say_number(number: int) -> str:
    """Return a whole number with the language's thousands mark: "1.204" / "1,204"."""
    said = f"{number:,}"
    return said.replace(",", ".") if _language == "da" else said


_INNER = {ord(mark): inner for mark, inner in zip("»«“”„", "›‹‘’‚", strict=True)}
"""What stands within quotation marks has single ones."""


def quoted(text: str) -> str:
    """Return the text in the language's quotation marks: »…« / “…”, and single ones in it."""
    inner = text.translate(_INNER)
    return f"»{inner}«" if _language == "da" else f"“{inner}”"
