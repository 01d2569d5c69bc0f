"""One day in full: everything that happened, and what counted can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from advocacy_tui import i18n
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.screens.momentum_dialog import MomentumDialog, SheetList
from advocacy_tui.screens.momentum_reading import DayReading, Reading, read_momentum, read_one_day
from advocacy_tui.screens.momentum_words import day_lines, say_day
from advocacy_tui.store.acts import remove_act
from advocacy_tui.widgets.record_list import RecordList, Row

if TYPE_CHECKING:
    from datetime import date

    from advocacy_tui.app import AdvocacyApp


def take_back(app: AdvocacyApp, act: str, what: str) -> None:
    """Take an act back and tell it by name."""
    now = app.now()
    said = i18n._("Took back: {what}. {key} brings it back.").format(
        what=what, key=app.key_of("undo")
    )
    app.write(lambda: remove_act(app.database, act, now=now), then=lambda _change: app.tell(said))


class DayScreen(MomentumDialog):
    """The lines of one day; left and right go to its neighbours."""

    GROUP = "momentum-day"

    @dataclass
    class Read(Message):
        """A day was read."""

        reading: Reading
        one: DayReading

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self._acts: dict[str, str] = {}

    def on_mount(self) -> None:
        """Follow what is taken back."""
        super().on_mount()
        self.app.changed.subscribe(self, lambda _change: self.load())

    def load(self) -> None:
        """Read the day again."""
        self._read(self._day, self.app.now().date(), i18n.language())

    @work(thread=True, exclusive=True, group="day")
    def _read(self, day: date, today: date, language: str) -> None:
        worker, database = get_current_worker(), self.app.database
        try:
            reading = read_momentum(database, today)
            one = read_one_day(database, reading.rhythm, day, language=language)
        except AdvocacyError as error:
            self.app.call_from_thread(self.app.tell, str(error), serious=True)
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(reading, one))

    @on(Read)
    def _show(self, event: Read) -> None:
        if event.one.day != self._day:
            return
        self.say_title(say_day(self._day, event.reading))
        lines = day_lines(event.one, event.reading.on)
        self._acts = {str(n): line.act for n, line in enumerate(lines) if line.act}
        rows = [Row(n, str(n), (line.text,), quiet=not line.act) for n, line in enumerate(lines)]
        self.query_one(SheetList).offer(rows)

    @on(RecordList.Highlighted)
    def _another_line(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take back only what counted."""
        return self._chosen() is not None if action == "remove" else True

    def _chosen(self) -> Row | None:
        row = self.query_one(SheetList).row if self.is_mounted else None
        return row if row is not None and row.id in self._acts else None

    def action_remove(self) -> None:
        """Take back what the cursor is on."""
        row = self._chosen()
        if row is not None:
            take_back(self.app, self._acts[row.id], row.cells[0])

    def action_day_before(self) -> None:
        """Go a day back."""
        self._day -= timedelta(days=1)
        self.load()

    def action_day_after(self) -> None:
        """Go a day on, but not beyond today."""
        if self._day < self.app.now().date():
            self._day += timedelta(days=1)
            self.load()

    def action_leave(self) -> None:
        """Close the sheet; the year shows the day it ended on."""
        self.dismiss(self._day)
