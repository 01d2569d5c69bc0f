"""The heat-map: a year of days that reads without colour and moves by keys and mouse."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App

from advocacy_tui import i18n
from advocacy_tui.themes import THEMES
from advocacy_tui.widgets import heat_marks
from advocacy_tui.widgets.heat_map import HeatMap
from advocacy_tui.widgets.sparkline import curve

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.strip import Strip

TODAY = date(2026, 11, 25)
"""A Wednesday in week 48."""


class MapApp(App[None]):
    """Nothing but a year of days."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield HeatMap()

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)

    def on_heat_map_day_selected(self, event: HeatMap.DaySelected) -> None:
        self.heard.append(("selected", event.day))

    def on_heat_map_day_opened(self, event: HeatMap.DayOpened) -> None:
        self.heard.append(("opened", event.day))

    @property
    def map(self) -> HeatMap:
        return self.query_one(HeatMap)

    def line(self, y: int) -> str:
        return self.map.render_line(y).text.rstrip()


def show(app: MapApp, counts: dict[date, int] | None = None, off: Any = frozenset()) -> HeatMap:
    app.map.show(TODAY, counts or {}, off)
    return app.map


def test_no_mark_has_a_width_that_terminals_disagree_on() -> None:
    marks = (heat_marks.NONE, heat_marks.SOME, heat_marks.MORE, heat_marks.OFF, heat_marks.TODAY)
    assert {unicodedata.east_asian_width(mark) for mark in marks} <= {"N", "Na", "H"}
    assert len(set(marks)) == len(marks)


async def test_a_year_is_fifty_three_weeks_that_begin_on_mondays_and_end_with_this_one() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)):
        show(app)
        assert app.map.first == date(2025, 11, 24)
        monday, wednesday, thursday = app.line(1), app.line(3), app.line(4)
        assert monday == "Mon " + "∙" * 53
        assert wednesday == "Wed " + "∙" * 53 + " ‹ today"
        assert thursday == "Thu " + "∙" * 52, "what is still to come is blank"


async def test_marks_tell_nothing_something_more_and_time_off_without_colour() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)):
        counts = {date(2026, 11, 16): 1, date(2026, 11, 23): 4, date(2026, 11, 9): 1}
        off = {date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 27)}
        show(app, counts, off)
        assert app.line(1).endswith("∙~▯▯▮"), "what counted shows on a day off too"
        assert app.line(5).endswith("∙~"), "time off that is still to come shows"
        assert app.line(8).strip().split("   ") == [
            "∙ nothing", "▯ something that counts", "▮ more than one", "~ time off",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "names", "first"),
    [("en", "Dec Jan Feb Mar", "Mon"), ("da", "dec jan feb mar", "ma ")],
)
async def test_months_and_weekdays_are_named_in_the_language(
    language: str, names: str, first: str
) -> None:
    i18n.use(language)
    app = MapApp()
    async with app.run_test(size=(80, 24)):
        show(app)
        assert names in app.line(0)
        assert app.line(1).startswith(first)


@pytest.mark.parametrize(("width", "pitch"), [(80, 1), (115, 1), (118, 2), (200, 2)])
async def test_the_year_fits_and_takes_two_cells_a_week_where_there_is_room(
    width: int, pitch: int
) -> None:
    app = MapApp()
    async with app.run_test(size=(width, 24)):
        show(app)
        assert app.map.pitch == pitch
        assert app.line(3).endswith("‹ today")
        assert app.line(3).count("∙") == 53
        assert len(app.line(3)) <= width


async def test_every_month_stands_above_the_week_of_its_first_day() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            for offset in range(0, 400, 3):
                today = TODAY + timedelta(days=offset)
                app.map.show(today, {}, frozenset(), day=today)
                line = app.line(0)
                assert 11 <= len(line.split()) <= 13
                for column in range(1, heat_marks.WEEKS - 2):
                    monday = app.map.first + timedelta(weeks=column)
                    sunday = monday + timedelta(days=6)
                    at = heat_marks.LABEL + column * app.map.pitch
                    if sunday.day <= 7:
                        assert line[at : at + 3] == i18n.month_name(sunday.month, short=True)


async def test_arrows_and_letters_move_by_days_and_weeks_within_the_year() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        show(app)
        reached = {}
        for key in (
            "up", "k", "left", "h", "down", "j", "right", "l", "pageup", "pagedown", "home", "end",
        ):  # fmt: skip
            await pilot.press(key)
            reached[key] = app.map.day
        assert reached == {
            "up": date(2026, 11, 24), "k": date(2026, 11, 23),
            "left": date(2026, 11, 16), "h": date(2026, 11, 9),
            "down": date(2026, 11, 10), "j": date(2026, 11, 11),
            "right": date(2026, 11, 18), "l": TODAY,
            "pageup": date(2026, 10, 28), "pagedown": TODAY,
            "home": date(2025, 11, 24), "end": TODAY,
        }  # fmt: skip
        assert app.heard == [("selected", day) for day in reached.values()]


async def test_the_cursor_stops_at_both_ends_and_says_nothing_new_there() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        show(app)
        await pilot.press("down", "right", "pagedown", "end")
        assert app.map.day == TODAY
        assert app.heard == []
        await pilot.press("home", "left", "up", "pageup")
        assert app.map.day == app.map.first
        assert app.heard == [("selected", app.map.first)]


async def test_a_click_selects_a_day_and_a_second_one_opens_it() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        show(app)
        await pilot.click(HeatMap, offset=(4 + 10, 2))
        tuesday = date(2026, 2, 3)
        await pilot.click(HeatMap, offset=(4 + 10, 2))
        assert app.heard == [("selected", tuesday), ("opened", tuesday)]


async def test_a_click_beside_the_days_or_on_one_still_to_come_does_nothing() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        show(app)
        for offset in ((2, 2), (20, 0), (20, 8), (4 + 52, 6), (70, 3)):
            await pilot.click(HeatMap, offset=offset)
        assert app.heard == []
        assert app.map.day == TODAY


async def test_where_there_is_no_room_for_a_year_the_newest_weeks_show_and_the_rest_is_reached(
) -> None:  # fmt: skip
    app = MapApp()
    async with app.run_test(size=(40, 24)) as pilot:
        show(app, {date(2025, 11, 24): 1})
        assert app.line(3).startswith("Wed " + "∙" * 36)
        assert "▯" not in app.line(1)
        await pilot.press("home")
        assert app.line(1).startswith("Mon ▯")


async def test_moving_draws_only_the_two_lines_that_change(monkeypatch: pytest.MonkeyPatch) -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        show(app)
        await pilot.pause()
        drawn: list[int] = []
        segments = app.map._segments
        monkeypatch.setattr(app.map, "_segments", lambda y: drawn.append(y) or segments(y))
        await pilot.press("up")
        await pilot.pause()
        assert sorted(drawn) == [2, 3]


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_cursor_shows_in_every_theme(theme: str) -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        show(app)
        app.map.focus()
        await pilot.pause()
        assert [text for text, style in _cells(app.map.render_line(3)) if style.reverse] == ["∙"]
        app.screen.set_focus(None)
        await pilot.pause()
        assert [text for text, style in _cells(app.map.render_line(3)) if style.underline] == ["∙"]


def _cells(strip: Strip) -> list[tuple[str, Any]]:
    return [(segment.text, segment.style) for segment in strip if segment.style is not None]


async def test_the_cursor_follows_today_but_stays_on_an_older_day() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)):
        show(app)
        app.map.show(TODAY + timedelta(days=1), {}, frozenset())
        assert app.map.day == date(2026, 11, 26)
        app.map.go_to(date(2026, 11, 3))
        app.map.show(TODAY + timedelta(days=2), {}, frozenset())
        assert app.map.day == date(2026, 11, 3)


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 12, 31),  # week 53
        date(2027, 1, 1),  # still week 53
        date(2027, 1, 4),  # week 1
        date(2028, 2, 29),
        date(2026, 3, 29),  # clocks go forward in Denmark
        date(2026, 10, 25),  # clocks go back
    ],
)
async def test_odd_days_of_the_calendar_are_days_like_any_other(today: date) -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.map.show(today, {today: 1}, frozenset())
        assert app.line(1 + today.weekday()).endswith("▯ ‹ today")
        for _day in range(7):
            await pilot.press("up")
        assert app.map.day == today - timedelta(weeks=1)


def test_a_curve_goes_from_the_lowest_block_to_the_highest() -> None:
    assert curve([0.0, 0.5, 1.0]) == "▁▅█"
    assert curve([-1.0, 2.0]) == "▁█"
    assert curve([]) == ""
