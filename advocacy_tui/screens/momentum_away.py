"""Time off: plan it, come back from it, take it back."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _, say_date
from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.momentum_dates import read_date, typed_date
from advocacy_tui.screens.momentum_dialog import MomentumDialog, SheetList
from advocacy_tui.store.acts import add_absence, end_absences, list_absences, remove_absence
from advocacy_tui.widgets.record_list import Column, RecordList, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.models import AbsenceRecord
    from advocacy_tui.store.change import Change


def say_time_off(first: date, last: date | None) -> str:
    """Return the days of time off as a person says them."""
    begin = say_date(first, year=True)
    if last is None:
        return _("from {first}, until you say so").format(first=begin)
    if last == first:
        return begin
    return _("{first} to {last}").format(
        first=say_date(first, year=first.year != last.year), last=say_date(last, year=True)
    )


def _days_of(absence: AbsenceRecord) -> tuple[date, date | None]:
    last = None if absence.last is None else date.fromisoformat(absence.last)
    return date.fromisoformat(absence.first), last


class DateField(Input):
    """A date to type, or to reach with the arrows."""

    BINDINGS: ClassVar = [*bindings_for("momentum-date")]
    app: AdvocacyApp

    def __init__(self, value: str, after: Callable[[], date | None], name: str) -> None:
        super().__init__(value, compact=True, id=name)
        self._after = after

    def read(self) -> date | None:
        """Return the date that stands here, None where there is none."""
        return read_date(self.value, self.app.now().date(), after=self._after())

    def _step(self, days: int) -> None:
        start = self.read()
        if start is None:
            start, days = self._after() or self.app.now().date(), 0
        self.value = typed_date(start + timedelta(days=days))
        self.cursor_position = len(self.value)

    def action_later(self) -> None:
        """Go a day on."""
        self._step(1)

    def action_earlier(self) -> None:
        """Go a day back."""
        self._step(-1)


class AwayScreen(MomentumDialog):
    """Two dates to plan with, and what is planned."""

    GROUP = "momentum-away"
    CSS = (
        MomentumDialog.CSS
        + """
    AwayScreen Horizontal { height: 1; }
    AwayScreen .label { width: 14; color: $text-muted; }
    AwayScreen DateField { width: 16; }
    AwayScreen .said { width: 1fr; margin: 0 0 0 2; }
    AwayScreen #trouble { color: $text-warning; text-style: bold; margin: 0 0 1 0; }
    AwayScreen #planned { color: $text-muted; }
    AwayScreen.-none #planned, AwayScreen.-none SheetList { display: none; }
    """
    )

    def __init__(self, first: date) -> None:
        super().__init__()
        self._typed = {"first": typed_date(first), "last": ""}
        self._absences: dict[str, AbsenceRecord] = {}

    def compose_sheet(self) -> ComposeResult:
        """Yield the two dates, a line for trouble, and what is planned."""
        fields = (
            ("first", _("First day"), lambda: None),
            ("last", _("Last day"), lambda: self.field("first").read()),
        )
        for name, label, after in fields:
            with Horizontal():
                yield Static(label, classes="label", markup=False)
                yield DateField(self._typed[name], after, name)
                yield Static("", id=f"{name}-said", classes="said", markup=False)
        yield Static("", id="trouble", markup=False)
        yield Static(_("Planned"), id="planned", markup=False)
        yield SheetList(Column())

    def on_mount(self) -> None:
        """Follow what is planned and taken back."""
        super().on_mount()
        self.app.changed.subscribe(self, lambda _change: self._list())

    def load(self) -> None:
        """Say the dates and list what is planned."""
        self.say_title(_("Time off"))
        self._say_dates()
        self._list()

    def _list(self) -> None:
        try:
            absences = list_absences(self.app.database)
        except AdvocacyError as error:
            self._say_trouble(str(error))
            return
        self._absences = {one.id: one for one in absences}
        self.set_class(not absences, "-none")
        rows = [Row(one.seq, one.id, (say_time_off(*_days_of(one)),)) for one in reversed(absences)]
        self.query_one(SheetList).offer(rows)
        if not absences and isinstance(self.focused, SheetList):
            self.field("first").focus()

    # --- the dates ----------------------------------------------------------------------------

    def field(self, name: str) -> DateField:
        """Return the field "first" or "last"."""
        return self.query_one(f"#{name}", DateField)

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        self._typed[event.input.id or ""] = event.value
        self._say_trouble("")
        self._say_dates()

    def _say_dates(self) -> None:
        for name in ("first", "last"):
            field = self.field(name)
            day = field.read()
            said = "" if day is None else say_date(day, weekday=True, year=True)
            if name == "last" and not field.value.strip():
                said = _("until you say so")
            self.query_one(f"#{name}-said", Static).update(Content(said))

    def _say_trouble(self, sentence: str) -> None:
        self.query_one("#trouble", Static).update(Content(sentence))

    @on(Input.Submitted, "#first")
    def _first_done(self, event: Input.Submitted) -> None:
        if self.field("first").read() is None:
            self._say_trouble(_no_date(event.value))
        else:
            self.field("last").focus()

    @on(Input.Submitted, "#last")
    def _plan(self) -> None:
        first, last = self.field("first").read(), self.field("last").read()
        if first is None:
            self._say_trouble(_no_date(self.field("first").value))
            self.field("first").focus()
        elif last is None and self.field("last").value.strip():
            self._say_trouble(_no_date(self.field("last").value))
        elif last is not None and last < first:
            self._say_trouble(
                _("{last} comes before {first}. Swap the two, or choose a later day.").format(
                    last=say_date(last, year=True), first=say_date(first, year=True)
                )
            )
        else:
            said = _("Time off {when}. {key} takes it back.").format(
                when=say_time_off(first, last), key=self.app.key_of("undo")
            )
            self._write(partial(add_absence, self.app.database, first, last), said)
            self.dismiss()

    # --- what is planned ----------------------------------------------------------------------

    @on(RecordList.Highlighted)
    def _another_line(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take back what the list's cursor is on, and to come back from what goes on."""
        if action == "remove":
            return self._chosen() is not None
        return self._goes_on(self._chosen()) if action == "back" else True

    def _chosen(self) -> AbsenceRecord | None:
        row = self.focused.row if isinstance(self.focused, SheetList) else None
        return None if row is None else self._absences.get(row.id)

    def _goes_on(self, absence: AbsenceRecord | None) -> bool:
        if absence is None or absence.last is not None:
            return False
        return date.fromisoformat(absence.first) <= self.app.now().date()

    @on(RecordList.Opened)
    def _opened(self) -> None:
        self.action_back()

    def action_back(self) -> None:
        """End the time off that goes on; yesterday was its last day."""
        if not self._goes_on(self._chosen()):
            return
        yesterday = self.app.now().date() - timedelta(days=1)
        said = _("Good to have you back. {key} if that was too soon.")
        self._write(
            partial(end_absences, self.app.database, yesterday),
            said.format(key=self.app.key_of("undo")),
        )
        self.dismiss()

    def action_remove(self) -> None:
        """Take planned time off back."""
        absence = self._chosen()
        if absence is not None:
            said = _("Took back time off {when}. {key} brings it back.").format(
                when=say_time_off(*_days_of(absence)), key=self.app.key_of("undo")
            )
            self._write(partial(remove_absence, self.app.database, absence.id), said)

    def _write(self, work: Callable[..., Change], said: str) -> None:
        app, now = self.app, self.app.now()
        app.write(lambda: work(now=now), then=lambda _change: app.tell(said))


def _no_date(text: str) -> str:
    if not text.strip():
        return _("Type the first day off, like 2026-12-23 or 23.12, or use the arrows.")
    return _("{text} is no date I know. Type it like 2026-12-23 or 23.12.").format(
        text=text.strip()
    )
