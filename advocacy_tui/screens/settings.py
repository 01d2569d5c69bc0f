"""Settings: language, colours, what is shown, and a profile in small doses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from advocacy_tui import i18n
from advocacy_tui.errors import AdvocacyError, UsageProblem
from advocacy_tui.i18n import LANGUAGES, _
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.settings import checked
from advocacy_tui.settings_rows import DAYS, GOAL, PARTS, say_value
from advocacy_tui.store.acts import list_goals, set_goal
from advocacy_tui.store.preferences import get_setting, set_settings
from advocacy_tui.widgets.choices import Choice, Choices, Page, Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advocacy_tui.settings_rows import SettingRow
    from advocacy_tui.widgets.choices import Line

ROWS = {row.key: row for _heading, rows in PARTS for row in rows}


class SettingsScreen(AdvocacyScreen):
    """Every setting with its value; what is changed holds at once, and `u` takes it back."""

    GROUP = "settings"
    KINDS = frozenset({"setting", "goal"})
    PASSING = True
    CSS = """
    SettingsScreen Page { height: 1fr; padding: 1 0 0 0; scrollbar-size-vertical: 1; }
    SettingsScreen Choices { max-width: 100; }
    SettingsScreen #about { height: 2; padding: 0 2 1 2; color: $text-muted; }
    """

    def __init__(self, setting: str = "") -> None:
        super().__init__()
        self._first = setting

    def compose_body(self) -> ComposeResult:
        """Yield the settings, and what the one under the cursor is for."""
        with Page():
            yield Choices()
        yield Static("", id="about", markup=False)

    def load(self) -> None:
        """Show every setting as it stands."""
        self.head.say(_("Settings"))
        lines: list[Line] = []
        try:
            for heading, rows in PARTS:
                lines += [Words(_(heading), "heading"), *map(self._line, rows), Words("")]
        except AdvocacyError as error:
            self.app.tell(str(error), serious=True)
            return
        lines += [
            Words(_("Keys"), "heading"),
            Words(_("Every key can be another one. Write it into {path}, for instance:").format(
                path=self.app.paths.settings)),
            Words(""),
            Words("[keys]", "quiet"),
            Words('idea.keep = "z"', "quiet"),
            Words(""),
            Words(_("The help shows the names on a wide window. Keys change at the next start.")),
        ]  # fmt: skip
        choices = self.query_one(Choices)
        choices.show(lines)
        if self._first:
            choices.put_cursor_on(self._first)
            self._first = ""
        self._say_about()

    def _line(self, row: SettingRow) -> Choice:
        value = say_value(row, self._value(row.key)) or "–"
        return Choice(
            "", _(row.label), lambda: self._change(row, 1), aside=value, aside_style="text",
            name=row.key,
        )  # fmt: skip

    def _value(self, key: str) -> str:
        if key == GOAL:
            goals = list_goals(self.app.database)
            return str(goals[-1].per_week) if goals else "1"
        value = get_setting(self.app.database, key)
        return i18n.language() if key == "language" and value not in LANGUAGES else value

    def on_choices_moved(self) -> None:
        """Say what the setting under the cursor is for."""
        self._say_about()

    def _say_about(self) -> None:
        here = self.query_one(Choices).here
        about = _(ROWS[here.name].about) if here is not None else ""
        if here is not None and here.name == "theme" and self.app.is_without_colour:
            about = _("NO_COLOR is set, so there is no colour for now.")
        self.query_one("#about", Static).update(Content(about))

    # --- changing ---------------------------------------------------------------------------

    def action_change(self, step: int) -> None:
        """Change the setting under the cursor."""
        here = self.query_one(Choices).here
        if here is not None:
            self._change(ROWS[here.name], step)

    def _change(self, row: SettingRow, step: int) -> None:
        value = self._value(row.key)
        if row.words is None:
            if step > 0:
                self._ask(row, value)
            return
        known = list(row.words)
        at = known.index(value) if value in known else 0
        self._keep(row.key, known[(at + step) % len(known)])

    def _ask(self, row: SettingRow, value: str) -> None:
        shown = say_value(row, value)
        label, about = _(row.label), _(row.about)
        self.app.ask(
            f"{label[:1].upper()}{label[1:]}. {about}",
            shown,
            _(row.example) if row.key != DAYS else say_value(row, "mon,tue,wed,thu,fri"),
            lambda answer: self._answered(row, shown, answer),
            lambda answer: _wrong_with(row.key, answer),
        )

    def _answered(self, row: SettingRow, shown: str, answer: str | None) -> None:
        if answer is None or answer == shown:
            return
        try:
            self._keep(row.key, answer)
        except AdvocacyError as error:
            self.app.tell(str(error), serious=True)

    def _keep(self, key: str, value: str) -> None:
        database, now = self.app.database, self.app.now()
        if key == GOAL:
            self.app.write(lambda: set_goal(database, int(value), now=now))
        else:
            self.app.write(lambda: set_settings(database, {key: value}, now=now))

    def action_close(self) -> None:
        """Go back to where it was opened from."""
        self.dismiss()


def _wrong_with(key: str, value: str) -> str:
    try:
        checked(key, value)
    except UsageProblem as problem:
        return str(problem)
    return ""
