"""A rolling year of days: a column a week, Mondays first, and a cursor over the days.

How to use it::

    yield HeatMap(id="year")
    self.query_one(HeatMap).show(today, counts, off)   # things by day; days off
    self.query_one(HeatMap).day                        # the day under the cursor

It posts `DaySelected(day)` when the cursor moves and `DayOpened(day)` when the cursor's day is
clicked. Its keys are the registry group "days". The last column is the week of `today`; what is
still to come in it is blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from advocacy_tui.i18n import weekday_name
from advocacy_tui.keys import bindings_for
from advocacy_tui.text import cell_width
from advocacy_tui.widgets import heat_marks as marks
from advocacy_tui.widgets.heat_marks import KINDS, LABEL, WEEKS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from rich.style import Style
    from textual import events

DAYS, LEGEND = range(1, 8), 8
"""Rows: the months, the days of a week, what the marks say."""


class HeatMap(Widget, can_focus=True):
    """53 weeks of days, drawn line by line; only lines that change are drawn again."""

    BINDINGS: ClassVar = [*bindings_for("days")]
    COMPONENT_CLASSES: ClassVar = {
        f"heat-map--{part}" for part in ("label", "today", *KINDS.values())
    }
    DEFAULT_CSS = """
    HeatMap {
        height: 9; width: 1fr;
        & > .heat-map--label { color: $text-muted; }
        & > .heat-map--none { color: $foreground 35%; }
        & > .heat-map--some { color: $primary; }
        & > .heat-map--more { color: $primary; text-style: bold; }
        & > .heat-map--off { color: $text-muted; }
        & > .heat-map--today { color: $foreground; text-style: bold; }
        &:ansi > .heat-map--label, &:ansi > .heat-map--none, &:ansi > .heat-map--off,
        &:nocolor > .heat-map--label, &:nocolor > .heat-map--none, &:nocolor > .heat-map--off {
            color: ansi_default; text-style: dim;
        }
    }
    """

    @dataclass
    class DaySelected(Message):
        """The cursor is on another day."""

        map: HeatMap
        day: date

        @property
        def control(self) -> HeatMap:
            """The heat-map it is about, for `@on(…, "#id")`."""
            return self.map

    @dataclass
    class DayOpened(DaySelected):
        """The cursor's day was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.today: date | None = None
        self.first = date.min
        """The Monday that the year begins with."""
        self.day: date | None = None
        """The day under the cursor; None before the first `show`."""
        self._counts: Mapping[date, int] = {}
        self._off: Collection[date] = frozenset()
        self._from = 0
        self._strips: dict[int, Strip] = {}

    # --- what a screen asks and tells ---------------------------------------------------------

    def show(
        self,
        today: date,
        counts: Mapping[date, int],
        off: Collection[date],
        *,
        day: date | None = None,
    ) -> None:
        """Show the year up to the week of `today`.

        Args:
            today: The last day the cursor can reach.
            counts: How many things counted, by day.
            off: Days off.
            day: Where the cursor goes; it else stays, or follows today if it was there.
        """
        if day is None:
            day = today if self.day is None or self.day == self.today else self.day
        self.today, self._counts, self._off = today, counts, off
        self.first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
        self.day = self._clamped(day)
        self._reveal()
        self._forget()

    def mark_of(self, day: date) -> str:
        """Return the mark of a day; a blank for one still to come that is no day off."""
        count = self._counts.get(day, 0)
        if count:
            return marks.MORE if count > 1 else marks.SOME
        if day in self._off:
            return marks.OFF
        return marks.NONE if self.today is not None and day <= self.today else " "

    # --- the cursor ---------------------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Move the cursor to a day, or to the nearest there is."""
        day = self._clamped(day)
        if self.today is None or self.day is None or day == self.day:
            return
        left = self.day
        self.day = day
        if self._reveal():
            self._forget()
        else:
            self._forget(DAYS.start + left.weekday(), DAYS.start + day.weekday())
        self.post_message(self.DaySelected(self, day))

    def _move(self, days: int) -> None:
        if self.day is not None:
            self.go_to(self.day + timedelta(days=days))

    def _clamped(self, day: date) -> date:
        return day if self.today is None else min(max(day, self.first), self.today)

    def action_cursor_left(self) -> None:
        """Go a week back."""
        self._move(-7)

    def action_cursor_right(self) -> None:
        """Go a week on."""
        self._move(7)

    def action_cursor_up(self) -> None:
        """Go a day back."""
        self._move(-1)

    def action_cursor_down(self) -> None:
        """Go a day on."""
        self._move(1)

    def action_page_up(self) -> None:
        """Go four weeks back."""
        self._move(-28)

    def action_page_down(self) -> None:
        """Go four weeks on."""
        self._move(28)

    def action_scroll_home(self) -> None:
        """Go to the first day of the year."""
        self.go_to(self.first)

    def action_scroll_end(self) -> None:
        """Go to today."""
        if self.today is not None:
            self.go_to(self.today)

    def on_click(self, event: events.Click) -> None:
        """Go to the day under the mouse; a click on the cursor's day opens it."""
        offset = event.get_content_offset(self)
        if offset is None or self.today is None or offset.y not in DAYS or offset.x < LABEL:
            return
        column = self._from + (offset.x - LABEL) // self.pitch
        day = self.first + timedelta(weeks=column, days=offset.y - DAYS.start)
        if column >= WEEKS or day > self.today:
            return
        if day == self.day:
            self.post_message(self.DayOpened(self, day))
        self.go_to(day)

    # --- drawing ------------------------------------------------------------------------------

    @property
    def pitch(self) -> int:
        """Cells from one week to the next: two where there is room for them, else one."""
        room = LABEL + 2 * WEEKS + cell_width(marks.today_words()) + 1
        return 2 if self.content_size.width >= room else 1

    @property
    def _columns(self) -> int:
        """How many weeks there is room for."""
        return max(1, min(WEEKS, (self.content_size.width - LABEL) // self.pitch))

    def _reveal(self) -> bool:
        """Choose the first week shown so that the cursor's is; tell whether that changed."""
        before, self._from = self._from, WEEKS - self._columns
        if self.day is not None:
            self._from = min(self._from, (self.day - self.first).days // 7)
        return before != self._from

    def _forget(self, *lines: int) -> None:
        """Draw lines again; all of them when none is named."""
        if not lines:
            self._strips.clear()
            self.refresh()
            return
        for line in lines:
            self._strips.pop(line, None)
            self.refresh(Region(0, line, self.size.width, 1))

    def on_resize(self) -> None:
        """Fit the weeks to the room."""
        self._reveal()
        self._forget()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor as one that moves, or as one that waits."""
        super().watch_has_focus(has_focus)
        self._forget()

    def notify_style_update(self) -> None:
        """Take on new colours."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line, or find it drawn."""
        found = self._strips.get(y)
        if found is None:
            segments = self._segments(y) if self.today is not None else []
            found = Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
            self._strips[y] = found
        return found

    def _segments(self, y: int) -> list[Segment]:
        if y == 0:
            end = self._from + self._columns
            line = marks.month_line(self.first, self._from, end, self.pitch)
            return [Segment(line, self._style("label"))]
        if y in DAYS:
            return self._week_days(y - DAYS.start)
        return self._legend() if y == LEGEND else []

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"heat-map--{name}")

    def _week_days(self, row: int) -> list[Segment]:
        name = weekday_name(self.first + timedelta(days=row), short=True)
        segments = [Segment(f"{name:<{LABEL}}", self._style("label"))]
        styles = {mark: self._style(kind) for mark, kind in KINDS.items()}
        gap = [Segment(" ", self.rich_style)] * (self.pitch - 1)
        for column in range(self._from, min(WEEKS, self._from + self._columns)):
            day = self.first + timedelta(weeks=column, days=row)
            mark = self.mark_of(day)
            style = styles.get(mark, self.rich_style)
            if day == self.day:
                style = self._with_cursor(style)
            segments += [Segment(mark, style), *gap]
        if self.today is not None and row == self.today.weekday():
            space = " " * (2 - self.pitch)
            segments.append(Segment(space + marks.today_words(), self._style("today")))
        return segments

    def _with_cursor(self, style: Style) -> Style:
        """Return a day's style under the cursor: reversed, or underlined while it waits."""
        from rich.style import Style

        if self.has_focus:
            return self._style("today") + Style(reverse=True)
        return style + Style(underline=True, bold=True)

    def _legend(self) -> list[Segment]:
        segments = [Segment(" " * LABEL, self.rich_style)]
        for mark, word in marks.legend():
            segments.append(Segment(mark, self._style(KINDS[mark])))
            segments.append(Segment(f" {word}   ", self._style("label")))
        return segments
