"""Help, places and the palette: everything that can be done is found, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from advocacy_tui import i18n
from advocacy_tui.actions import BY_ID
from advocacy_tui.i18n import _
from advocacy_tui.screens.capture import CaptureScreen
from advocacy_tui.screens.help import HelpScreen
from advocacy_tui.screens.palette import Palette
from advocacy_tui.screens.places import PlacesScreen
from advocacy_tui.screens.settings import SettingsScreen
from advocacy_tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from advocacy_tui.app import AdvocacyApp

    Settle = Callable[[Pilot[Any]], Awaitable[None]]


@pytest.mark.parametrize("close", ["escape", "question_mark", "q", "f1"])
async def test_help_says_the_keys_of_the_screen_and_closes_again(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str], close: str
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert "Hvad tasterne gør her" in seen(pilot)
        assert "1-3" in seen(pilot)
        assert "et andet spørgsmål" in seen(pilot)
        await pilot.press(close)
        await settle(pilot)
        assert not isinstance(app.screen, HelpScreen)
        assert app.is_running


async def test_help_scrolls_to_the_keys_that_work_everywhere(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        assert "ctrl+p" not in seen(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "ctrl+p" in seen(pilot)
        await pilot.press("home", *"jjj")
        await settle(pilot)
        assert "1-3" not in seen(pilot)


async def test_help_on_a_sheet_says_the_keys_of_the_sheet(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", "f1")
        await settle(pilot)
        assert "lay it aside" in seen(pilot)
        assert "ctrl+p" in seen(pilot)
        assert "another question" not in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)


async def test_a_wide_help_shows_the_names_for_the_settings_file(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        assert "idea.keep" in seen(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "idea.keep" not in seen(pilot)


@pytest.mark.parametrize("language", ["da", "en"])
async def test_places_lists_every_screen_with_its_key_and_question(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    language: str,
) -> None:
    app = make_app(language, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("full_stop")
        await settle(pilot)
        shown = seen(pilot)
        i18n.use(language)
        for mode in app.MODES:
            action = BY_ID[f"go.{mode}"]
            assert _(action.help) in shown
        await pilot.press("full_stop")
        await settle(pilot)
        assert not isinstance(app.screen, PlacesScreen)


@pytest.mark.parametrize(("keys", "mode"), [("g", "guidelines"), ("jj enter", "drafts")])
async def test_a_letter_or_enter_goes_to_a_place(
    make_app: Callable[..., AdvocacyApp], settle: Settle, keys: str, mode: str
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("full_stop")
        await pilot.press(*(part for word in keys.split() for part in _parts(word)))
        await settle(pilot)
        assert app.current_mode == mode
        assert not isinstance(app.screen, PlacesScreen)


def _parts(word: str) -> list[str]:
    return [word] if word == "enter" else list(word)


async def test_a_click_goes_to_a_place(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("full_stop")
        await settle(pilot)
        await pilot.click(Choices, offset=(10, 3))
        await settle(pilot)
        assert app.current_mode == "catalogue"


async def test_places_opens_settings_and_the_capture_line_too(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("full_stop", "comma")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("full_stop", "a")
        await settle(pilot)
        assert isinstance(app.screen, CaptureScreen)


@pytest.mark.parametrize(
    ("language", "words", "mode"),
    [("da", "ramm", "guidelines"), ("da", "idékat", "catalogue"), ("da", "idekat", "catalogue"),
     ("en", "guid", "guidelines"), ("en", "rythm", "momentum"), ("da", "legeplads", "guidelines")],
)  # fmt: skip
async def test_the_palette_finds_by_name_and_goes(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    language: str,
    words: str,
    mode: str,
) -> None:
    app = make_app(language, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *words)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(app.screen, Palette)
        assert app.current_mode == mode


async def test_the_palette_offers_what_works_here_with_its_keys(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        offered = {choice.text: choice.key for choice in app.screen.choices.choices}
        assert offered["et andet spørgsmål"] == "b"
        assert "gør den til min" not in offered
        await pilot.press("escape", "c")
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        offered = {choice.text: choice.key for choice in app.screen.choices.choices}
        assert offered["gør den til min"] == "w"
        assert "et andet spørgsmål" not in offered


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "Her er ikke noget, der hedder det."), ("en", "Nothing here is called that.")],
)
async def test_a_name_that_is_not_there_is_said_in_our_language(
    make_app: Callable[..., AdvocacyApp],
    settle: Settle,
    seen: Callable[..., str],
    language: str,
    said: str,
) -> None:
    app = make_app(language, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"xqzxqz")
        await settle(pilot)
        assert said in seen(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Palette)


async def test_letters_behind_the_palettes_key_land_in_its_line(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.post_message(events.Key("ctrl+p", None))
        for letter in "guid":
            app.post_message(events.Key(letter, letter))
        app.post_message(events.Key("enter", "\r"))
        await settle(pilot)
        assert app.current_mode == "guidelines"


async def test_the_palette_works_over_a_sheet(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, Palette)
        await pilot.press(*"notebook", "enter")
        await settle(pilot)
        assert app.current_mode == "notebook"


async def test_the_language_changes_under_an_open_sheet(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str]
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for key, said in (("question_mark", "På en liste"), ("full_stop", "Hvor vil du hen?")):
            await app.speak("en")
            await pilot.press("escape", key)
            await settle(pilot)
            await app.speak("da")
            await settle(pilot)
            assert said in seen(pilot)


@pytest.mark.parametrize("language", ["en", "da"])
async def test_long_words_of_the_help_go_on_below_themselves(
    make_app: Any, settle: Any, seen: Any, language: str
) -> None:
    app = make_app(language)
    async with app.run_test(size=(60, 60)) as pilot:
        await pilot.press("m", "question_mark")
        await settle(pilot)
        rows = seen(pilot).splitlines()
        assert all(len(row) <= 60 for row in rows)
        begun = next(row for row in rows if row.lstrip().startswith("+"))
        at = len(begun) - len(begun.split("   ")[-1].lstrip())
        after = rows[rows.index(begun) + 1]
        assert after[:at].strip() == ""
        assert after.strip()


@pytest.mark.parametrize("key", ["ctrl+p", "full_stop", "comma"])
async def test_the_key_bar_shows_only_keys_that_work_now(
    make_app: Any, settle: Any, seen: Any, key: str
) -> None:
    async with make_app(demo=True).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert "1-3 choose" in seen(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert "1-3 choose" not in seen(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "1-3 choose" in seen(pilot)
