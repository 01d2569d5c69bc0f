"""The four themes: read with ease, told by more than colour, and none under NO_COLOR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.color import Color

from advocacy_tui import settings
from advocacy_tui.themes import CALM_DARK, CALM_LIGHT, PLAIN, THEMES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot
    from textual.theme import Theme

    from advocacy_tui.app import AdvocacyApp

    Settle = Callable[[Pilot[Any]], Awaitable[None]]

LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3: text against what it stands on."""

READ = (
    "text", "foreground", "text-muted", "text-primary", "text-warning", "text-error",
    "text-success", "text-accent", "primary", "accent", "warning", "error", "success",
)  # fmt: skip
GROUNDS = ("background", "surface", "panel")
PAIRS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
)


def luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(Color.parse(c)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [CALM_DARK, CALM_LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", READ)
def test_what_is_read_stands_out_from_what_it_stands_on(
    theme: Theme, ground: str, text: str
) -> None:
    found = colours(theme)
    assert contrast(found[text], found[ground]) >= LEGIBLE


@pytest.mark.parametrize("theme", [CALM_DARK, CALM_LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS)
def test_cursor_and_selection_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    found = colours(theme)
    assert contrast(found[pair[0]], found[pair[1]]) >= LEGIBLE


def test_the_settings_offer_exactly_these_themes() -> None:
    assert tuple(theme.name for theme in THEMES) == settings.THEMES


def test_the_plain_theme_names_no_colour() -> None:
    named = {value for value in PLAIN.variables.values() if value.startswith("ansi_")}
    assert named == {"ansi_default"}


def styles(pilot: Pilot[Any]) -> list[Any]:
    """Return the style of every piece of the screen, as it is sent to the terminal."""
    app = pilot.app
    filters = app.get_line_filters()
    found = []
    for strip in app.screen._compositor.render_strips():
        for one in filters:
            strip = strip.apply_filter(one, app.screen.background_colors[1])
        found += [segment.style for segment in strip if segment.style and segment.text.strip()]
    return found


async def everywhere(pilot: Pilot[Any], settle: Any) -> list[Any]:
    """Return the styles of every screen and sheet that is open from the first one."""
    found = []
    for keys in ("t", "g", "comma", "ctrl+p", "question_mark", "full_stop", "ctrl+n"):
        await pilot.press("escape", keys)
        await settle(pilot)
        found += styles(pilot)
    return found


async def test_no_color_in_the_environment_leaves_every_screen_without_colour(
    make_app: Callable[..., AdvocacyApp], settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == "plain"
        app.wear("calm-dark")
        assert app.theme == "plain"
        coloured = [
            style
            for style in await everywhere(pilot, settle)
            for colour in (style.color, style.bgcolor)
            if colour is not None and not colour.is_default
        ]
        assert not coloured


async def test_the_plain_theme_paints_nothing_in_colour(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.wear("plain")
        await settle(pilot)
        coloured = [
            style
            for style in await everywhere(pilot, settle)
            for colour in (style.color, style.bgcolor)
            if colour is not None and not colour.is_default
        ]
        assert not coloured


async def test_the_ansi_theme_keeps_to_the_terminals_sixteen_colours(
    make_app: Callable[..., AdvocacyApp], settle: Settle
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.wear("ansi")
        await settle(pilot)
        for style in await everywhere(pilot, settle):
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.is_default or colour.number < 16, style


@pytest.mark.parametrize("theme", settings.THEMES)
async def test_the_cursor_is_seen_without_colour_too(
    make_app: Callable[..., AdvocacyApp], settle: Settle, seen: Callable[..., str], theme: str
) -> None:
    app = make_app(demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.wear(theme)
        await settle(pilot)
        assert "› 1" in seen(pilot)
        await pilot.press("down")
        await settle(pilot)
        assert "› 2" in seen(pilot)
        assert "› 1" not in seen(pilot)
