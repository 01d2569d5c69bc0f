"""Two small sheets: note something that counts, and choose what is enough for a week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from advocacy_tui.i18n import _, ngettext, say_date
from advocacy_tui.models import ActKind
from advocacy_tui.rhythm_words import say_act, say_goal
from advocacy_tui.screens.momentum_dialog import MomentumDialog, SheetList
from advocacy_tui.store.acts import GOALS, add_act, set_goal
from advocacy_tui.widgets.record_list import Column, RecordList, Row

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

KINDS = (
    ActKind.CAFE, ActKind.DROPIN, ActKind.WORKSHOP, ActKind.KICKOFF, ActKind.SPARRING,
    ActKind.FEEDBACK, ActKind.COMMENT,
)  # fmt: skip
"""What the app cannot see for itself, in the order offered."""


class NoteScreen(MomentumDialog):
    """Which of the things that count it was, and when."""

    GROUP = "momentum-note"
    CSS = MomentumDialog.CSS + "NoteScreen #when { height: 1; margin: 0 0 1 0; }"

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def compose_sheet(self) -> ComposeResult:
        """Yield the day and the kinds."""
        yield Static("", id="when", markup=False)
        yield SheetList(Column(1, quiet=True), Column())

    def load(self) -> None:
        """Offer the kinds, a number before each."""
        self.say_title(_("Something that counts"))
        self._say_day()
        self.query_one(SheetList).offer(
            Row(number, str(kind), (str(number), say_act(kind)))
            for number, kind in enumerate(KINDS, 1)
        )

    def _say_day(self) -> None:
        today = self.app.now().date()
        said = say_date(self._day, weekday=True, year=self._day.year != today.year)
        if self._day == today:
            said = _("{day}, today").format(day=said)
        before, after = "‹ ", " ›" if self._day < today else ""
        self.query_one("#when", Static).update(Content(f"{before}{said}{after}"))

    def action_day_before(self) -> None:
        """Go a day back."""
        self._day -= timedelta(days=1)
        self._say_day()

    def action_day_after(self) -> None:
        """Go a day on, but not beyond today."""
        self._day = min(self._day + timedelta(days=1), self.app.now().date())
        self._say_day()

    def action_note(self) -> None:
        """Note what the cursor is on."""
        row = self.query_one(SheetList).row
        if row is not None:
            self._note(ActKind(row.id))

    def action_note_number(self, number: int) -> None:
        """Note the line with that number."""
        self._note(KINDS[number - 1])

    @on(RecordList.Opened)
    def _opened(self, event: RecordList.Opened) -> None:
        self._note(ActKind(event.row.id))

    def _note(self, kind: ActKind) -> None:
        app, day, now = self.app, self._day, self.app.now()
        said = _("Noted on {day}: {what}. {key} takes it back.").format(
            day=say_date(day), what=say_act(kind), key=app.key_of("undo")
        )
        self.dismiss()
        app.write(
            lambda: add_act(app.database, kind, now=now, day=day),
            then=lambda _change: app.tell(said),
        )


class GoalScreen(MomentumDialog):
    """How many things a week are enough."""

    GROUP = "momentum-goal"

    def __init__(self, goal: int) -> None:
        super().__init__()
        self._goal = goal

    def compose_sheet(self) -> ComposeResult:
        """Yield the numbers."""
        yield SheetList(Column(1, quiet=True), Column())

    def load(self) -> None:
        """Offer the numbers; the present one is named."""
        self.say_title(_("How much is enough for you in a week?"))
        rows = [self._row(number) for number in range(GOALS[0], GOALS[1] + 1)]
        self.query_one(SheetList).offer(rows, at=self._goal - GOALS[0])

    def _row(self, number: int) -> Row:
        words = ngettext("thing a week", "things a week", number)
        if number == self._goal:
            words = _("{words}, as now").format(words=words)
        return Row(number, str(number), (str(number), words))

    def action_enough(self) -> None:
        """Choose what the cursor is on."""
        row = self.query_one(SheetList).row
        if row is not None:
            self.action_enough_number(int(row.id))

    @on(RecordList.Opened)
    def _opened(self, event: RecordList.Opened) -> None:
        self.action_enough_number(int(event.row.id))

    def action_enough_number(self, number: int) -> None:
        """Choose that number, from this week on."""
        app, now = self.app, self.app.now()
        self.dismiss()
        if number == self._goal:
            return
        said = _("{enough} {key} undoes it.").format(
            enough=say_goal(number), key=app.key_of("undo")
        )
        app.write(
            lambda: set_goal(app.database, number, now=now), then=lambda _change: app.tell(said)
        )
