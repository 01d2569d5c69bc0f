"""Momentum: am I keeping a rhythm that suits me?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from advocacy_tui import i18n
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _, say_date
from advocacy_tui.rhythm_words import say_goal, say_steadiness
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.screens.momentum_reading import (
    DayReading,
    Reading,
    read_momentum,
    read_one_day,
)
from advocacy_tui.screens.momentum_words import (
    day_lines,
    say_cards,
    say_day,
    say_weeks,
    week_sentences,
)
from advocacy_tui.widgets.heat_map import HeatMap
from advocacy_tui.widgets.sparkline import curve

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from advocacy_tui.screens.momentum_words import DayLine

CURVE_WEEKS = 26
"""Weeks that the curve of steadiness covers."""

NEW_DAY = 30.0
"""Seconds between two looks whether it is another day."""


class DayLines(Static):
    """What happened on a day, as much of it as there is room for."""

    def __init__(self) -> None:
        super().__init__("", id="day", markup=False)
        self._title = self._more = ""
        self._lines: list[str] = []

    def say(self, title: str, lines: list[str], more: str) -> None:
        """Show a title and lines; `more` has a {count} and says that lines were left out."""
        self._title, self._lines, self._more = title, lines, more
        self._lay_out()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._lay_out()

    def _lay_out(self) -> None:
        room = max(1, self.size.height - 1)
        shown = self._lines
        if len(shown) > room:
            left = len(shown) - room + 1
            shown = [*shown[: room - 1], self._more.format(count=left)]
        said = Content.styled(self._title, "bold")
        self.update(Content("\n").join([said, *(Content(f"  {line}") for line in shown)]))


class MomentumScreen(AdvocacyScreen):
    """The week, what the weeks add up to, and a year of days."""

    GROUP = "momentum"
    KINDS = frozenset({"act", "post", "idea", "draft", "absence", "goal", "setting"})
    AUTO_FOCUS = ""  # see on_mount
    CSS = """
    MomentumScreen #body { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    MomentumScreen #week { height: auto; margin: 1 0 0 0; }
    MomentumScreen #facts { height: auto; margin: 1 0 0 0; }
    MomentumScreen #sums { width: 1fr; max-width: 50; height: auto; }
    MomentumScreen #steady { width: 26; height: auto; margin: 0 0 0 2; }
    MomentumScreen #plan { height: auto; }
    MomentumScreen #year { margin: 1 0 0 0; }
    MomentumScreen #day { height: 1fr; min-height: 2; margin: 1 0 0 0; text-wrap: nowrap;
        text-overflow: ellipsis; }
    """

    @dataclass
    class Read(Message):
        """Everything was read, the day under the cursor too."""

        reading: Reading
        one: DayReading

    @dataclass
    class DayRead(Message):
        """Another day was read."""

        one: DayReading

    def __init__(self) -> None:
        super().__init__()
        self._reading: Reading | None = None
        self._one: DayReading | None = None
        self._day: date | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the week, the sums, the year and the day."""
        with VerticalScroll(id="body", can_focus=False):
            yield Static("", id="week", markup=False)
            with Horizontal(id="facts"):
                yield Static("", id="sums", markup=False)
                yield Static("", id="steady", markup=False)
            yield Static("", id="plan", markup=False)
            yield HeatMap(id="year")
            yield DayLines()

    def on_mount(self) -> None:
        """Show everything, and again when another day begins."""
        super().on_mount()
        # A low window shows its top first, not the year that takes the keys.
        self.set_focus(self.query_one(HeatMap), scroll_visible=False)
        self.set_interval(NEW_DAY, self._look_at_clock)

    def on_screen_resume(self) -> None:
        """Show what is so now."""
        self._look_at_clock()

    def _look_at_clock(self) -> None:
        if self._reading is not None and self._reading.on != self.app.now().date():
            self.load()

    # --- reading ------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything again; the cursor stays on its day, or goes on with today."""
        self.head.say(_("Rhythm"), self._head_right())
        today = self.app.now().date()
        if self._reading is not None and self._day == self._reading.on:
            self._day = today
        self._read(today, self._day or today, i18n.language())

    def _head_right(self) -> str:
        today = self.app.now().date()
        week = _("week {number}").format(number=today.isocalendar().week)
        return f"{say_date(today, weekday=True)} · {week}"

    @work(thread=True, exclusive=True, group="rhythm")
    def _read(self, today: date, day: date, language: str) -> None:
        worker, database = get_current_worker(), self.app.database
        try:
            reading = read_momentum(database, today)
            one = read_one_day(database, reading.rhythm, day, language=language)
        except AdvocacyError as error:
            self.app.call_from_thread(self.app.tell, str(error), serious=True)
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(reading, one))

    @work(thread=True, exclusive=True, group="day")
    def _read_day(self, reading: Reading, day: date, language: str) -> None:
        worker = get_current_worker()
        try:
            one = read_one_day(self.app.database, reading.rhythm, day, language=language)
        except AdvocacyError as error:
            self.app.call_from_thread(self.app.tell, str(error), serious=True)
            return
        if not worker.is_cancelled:
            self.post_message(self.DayRead(one))

    # --- showing ------------------------------------------------------------------------------

    @on(Read)
    def _show(self, event: Read) -> None:
        reading = self._reading = event.reading
        self._day = self._day or reading.on
        self.query_one("#week", Static).update(
            Content("\n".join(week_sentences(reading, self.app.key_of)))
        )
        sums = [say_weeks(reading), say_cards(reading)] if reading.weeks else []
        sums.append(say_goal(reading.summary.goal))
        self.query_one("#sums", Static).update(Content("\n".join(sums)))
        steady = self.query_one("#steady", Static)
        steady.display = bool(reading.weeks)
        steady.update(self._steady(reading))
        self.query_one("#plan", Static).update(self._plan(reading))
        year = self.query_one(HeatMap)
        year.show(reading.on, reading.counts, reading.off, day=self._day)
        self._day = year.day
        self._show_day(event.one)

    def _plan(self, reading: Reading) -> Content:
        if reading.plan:
            return Content(reading.plan)
        said = _("No plan with yourself yet; {key} makes one.")
        return Content.styled(said.format(key=self.app.key_of("momentum.plan")), "$text-muted")

    def _steady(self, reading: Reading) -> Content:
        """Return the word and its curve; nothing before the first week."""
        if not reading.weeks:
            return Content("")
        values = [week.steadiness for week in reading.weeks[-CURVE_WEEKS:]]
        word = say_steadiness(reading.summary.steadiness)
        return Content("\n").join(
            [Content.styled(word, "bold"), Content.styled(curve(values), "$primary")]
        )

    @on(DayRead)
    def _day_came(self, event: DayRead) -> None:
        self._show_day(event.one)

    def _show_day(self, one: DayReading) -> None:
        if self._reading is None or one.day != self._day:
            return
        self._one = one
        self.query_one(DayLines).say(
            say_day(one.day, self._reading),
            [line.text for line in day_lines(one, self._reading.on)],
            _("and {count} more ({key})").replace("{key}", self.app.key_of("momentum.day")),
        )

    @on(HeatMap.DaySelected)
    def _another_day(self, event: HeatMap.DaySelected) -> None:
        self._day = event.day
        if self._reading is not None:
            self._read_day(self._reading, event.day, i18n.language())

    # --- acting -------------------------------------------------------------------------------

    @on(HeatMap.DayOpened)
    def action_day(self) -> None:
        """Show the selected day in full."""
        if self._day is not None:
            from advocacy_tui.screens.momentum_day import DayScreen

            self.app.push_screen(DayScreen(self._day), self._go_to)

    def _go_to(self, day: date | None) -> None:
        if day is not None:
            self.query_one(HeatMap).go_to(day)

    def action_add_act(self) -> None:
        """Note something that counts, on the selected day."""
        from advocacy_tui.screens.momentum_note import NoteScreen

        self.app.push_screen(NoteScreen(self._day or self.app.now().date()))

    def action_away(self) -> None:
        """Plan time off, or take it back."""
        from advocacy_tui.screens.momentum_away import AwayScreen

        self.app.push_screen(AwayScreen(self._day or self.app.now().date()))

    def action_goal(self) -> None:
        """Choose what is enough for a week."""
        from advocacy_tui.screens.momentum_note import GoalScreen

        if self._reading is not None:
            self.app.push_screen(GoalScreen(self._reading.summary.goal))

    def action_plan(self) -> None:
        """Make a plan with oneself, or change it."""
        from advocacy_tui.screens.momentum_plan import PlanScreen

        if self._reading is not None:
            self.app.push_screen(PlanScreen(self._reading.plan))

    def action_remove_act(self) -> None:
        """Take back the selected day's act; where there are several, choose which."""
        acts = self._acts_of_day()
        if not acts:
            self.app.tell(_("Nothing on that day can be taken back."))
        elif len(acts) == 1:
            from advocacy_tui.screens.momentum_day import take_back

            take_back(self.app, acts[0].act, acts[0].text)
        else:
            self.action_day()

    def _acts_of_day(self) -> list[DayLine]:
        if self._reading is None or self._one is None or self._one.day != self._day:
            return []
        return [line for line in day_lines(self._one, self._reading.on) if line.act]
