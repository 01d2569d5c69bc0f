"""Settings: what is chosen holds at once, is kept, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui import i18n
from advocacy_tui.errors import UsageProblem
from advocacy_tui.screens.ask import AskScreen
from advocacy_tui.screens.settings import ROWS, SettingsScreen
from advocacy_tui.settings import BY_KEY, WEEKDAYS
from advocacy_tui.settings_rows import PARTS, say_value
from advocacy_tui.store.acts import list_goals
from advocacy_tui.store.preferences import get_setting, set_settings
from advocacy_tui.weekdays import days_in, say_days
from advocacy_tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.database import Database

    Settle = Callable[[Pilot[Any]], Awaitable[None]]


async def at(pilot: Pilot[Any], settle: Any, setting: str) -> None:
    """Open the settings with the cursor on one of them."""
    pilot.app.action_settings(setting)
    await settle(pilot)
    assert isinstance(pilot.app.screen, SettingsScreen)


async def test_the_language_changes_everywhere_without_a_restart(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    database: Database,
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await at(pilot, settle, "language")
        await pilot.press("enter")
        await settle(pilot)
        assert get_setting(database, "language") == "da"
        assert "Indstillinger" in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Hvor lang tid har du?" in seen(pilot)
        assert "mandag 23. november" in seen(pilot)


@pytest.mark.parametrize("theme", ["calm-light", "ansi", "plain"])
async def test_colours_are_seen_while_one_chooses(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, theme: str
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "theme")
        for _step in range(4):
            if app.theme == theme:
                break
            await pilot.press("right")
            await settle(pilot)
        assert app.theme == theme
        assert get_setting(database, "theme") == theme
        await pilot.press("left")
        await settle(pilot)
        assert app.theme != theme


async def test_u_takes_a_setting_back_and_the_colours_with_it(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "theme")
        await pilot.press("right")
        await settle(pilot)
        assert app.theme == "calm-light"
        await pilot.press("u")
        await settle(pilot)
        assert app.theme == "calm-dark"
        assert get_setting(database, "theme") == "calm-dark"


async def test_a_theme_set_in_the_shell_is_put_on_while_the_app_runs(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        set_settings(database, {"theme": "calm-light", "language": "da"}, now=monday)
        app.on_app_focus()
        await settle(pilot)
        assert app.theme == "calm-light"
        assert i18n.language() == "da"


async def test_a_language_given_on_the_command_line_goes_before_the_kept_one(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database, monday: datetime
) -> None:
    set_settings(database, {"language": "da"}, now=monday)
    app = make_app("en", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        set_settings(database, {"theme": "calm-light"}, now=monday)
        app.on_app_focus()
        await settle(pilot)
        assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("setting", "typed", "kept"),
    [
        ("plan", "Når kaffen er klar", "Når kaffen er klar, skriver jeg i 15 minutter."),
        ("name", "Mette", "Mette"),
        ("days", "", "mon,tue,wed,thu,fri"),
        ("country", "dk", "DK"),
    ],
)
async def test_a_line_is_written_and_kept(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    database: Database,
    setting: str,
    typed: str,
    kept: str,
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, setting)
        await pilot.press("enter", "ctrl+u", *typed, "enter")
        await settle(pilot)
        assert get_setting(database, setting) == kept
        assert isinstance(app.screen, SettingsScreen)


async def test_a_country_nobody_knows_is_said_and_the_line_stays_open(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    database: Database,
    seen: Callable[[Pilot[Any]], str],
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at(pilot, settle, "country")
        await pilot.press("enter", *"XX", "enter")
        await settle(pilot)
        assert isinstance(app.screen, AskScreen)
        assert "No public holidays are known for XX" in seen(pilot)
        assert get_setting(database, "country") == ""
        await pilot.press("backspace", "backspace", *"dk", "enter")
        await settle(pilot)
        assert get_setting(database, "country") == "DK"
        assert isinstance(app.screen, SettingsScreen)


async def test_working_days_are_written_in_either_language(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "days")
        await pilot.press("enter", "ctrl+u", *"ma ti torsdag", "enter")
        await settle(pilot)
        assert get_setting(database, "days") == "mon,tue,thu"


async def test_what_is_enough_for_a_week_is_a_dated_choice(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "goal")
        await pilot.press("right", "right")
        await settle(pilot)
        assert [goal.per_week for goal in list_goals(database)][-1] in (2, 3)
        assert list_goals(database)[-1].from_day == "2026-11-23"


async def test_escape_leaves_a_line_as_it_was(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "name")
        await pilot.press("enter", *"Nobody", "escape")
        await settle(pilot)
        assert get_setting(database, "name") == ""
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, SettingsScreen)


async def test_a_click_changes_the_setting_under_the_mouse(
    make_app: Callable[..., AdvocacyApp], settle: Settle, database: Database
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "")
        await pilot.click(Choices, offset=(12, 3))
        await settle(pilot)
        assert get_setting(database, "confetti") == "off"


async def test_the_settings_say_where_the_keys_are_changed(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(140, 50)) as pilot:
        await at(pilot, settle, "")
        shown = seen(pilot)
        assert app.paths.settings in shown.replace("\n", "")
        assert 'idea.keep = "z"' in shown


async def test_going_elsewhere_closes_the_settings(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, settle, "")
        await pilot.press("g")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert not isinstance(app.screen, SettingsScreen)


def test_every_choice_offered_is_one_that_can_be_kept() -> None:
    for row in ROWS.values():
        if row.key in BY_KEY and row.words is not None:
            possible = BY_KEY[row.key].allowed
            assert {value for value in row.words if value} == set(possible), row.key


def test_every_row_has_words_in_both_languages() -> None:
    for language in i18n.LANGUAGES:
        i18n.use(language)
        for _heading, rows in PARTS:
            for row in rows:
                assert all(say_value(row, value) for value in row.words or ()), row.key


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday to Wednesday", None),
        ("mon, wed;fri", "mon,wed,fri"),
        ("mandag og onsdag", None),
        ("man ons fre", "mon,wed,fri"),
        ("LØRDAG søn", "sat,sun"),
        ("lordag", "sat"),
        ("t", None),
        ("mon-fri", "mon,tue,wed,thu,fri"),
        ("man – tors", "mon,tue,wed,thu"),
        ("lør-man", "mon,sat,sun"),
        ("", ""),
    ],
)
def test_weekdays_are_read_as_people_write_them(text: str, days: str | None) -> None:
    if days is None:
        with pytest.raises(UsageProblem, match="is no weekday"):
            days_in(text)
    else:
        assert days_in(text) == days


@given(st.sets(st.sampled_from(WEEKDAYS)), st.sampled_from(i18n.LANGUAGES))
def test_what_is_said_of_weekdays_is_read_back(days: set[str], language: str) -> None:
    kept = ",".join(day for day in WEEKDAYS if day in days)
    before = i18n.language()
    i18n.use(language)
    try:
        assert days_in(say_days(kept)) == kept
    finally:
        i18n.use(before)
