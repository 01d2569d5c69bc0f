"""How the weeks stand, last and small on Today: marks, words, the plan, who backs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from advocacy_tui.screens.today_page import backing_sentence
from advocacy_tui.store.preferences import get_note, get_setting
from advocacy_tui.today_words import week_line, week_note

if TYPE_CHECKING:
    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.screens.today_facts import Standing

WIDE = 100
"""Columns from which the backing is shown."""

MOST_COLUMNS = 104
"""Columns that Today makes use of."""


class WeekLine(Static):
    """The lines above the key bar."""

    app: AdvocacyApp

    DEFAULT_CSS = """
    WeekLine { height: auto; padding: 0 2 1 2; max-width: 104; }
    Screen.-wide WeekLine { padding: 0 3 1 3; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def show(self, standing: Standing | None, *, is_return: bool, backed: bool) -> None:
        """Show how the weeks stand; nothing while that is not known.

        Args:
            standing: How they stand.
            is_return: A person comes back after quiet weeks: nothing that was missed shows.
            backed: The programme's people are real here, so who backs this may be shown.
        """
        rows: list[str] = []
        marks = ""
        if standing is not None:
            runs = get_setting(self.app.database, "runs") == "on"
            weeks = standing.history[-1:] if is_return else standing.history
            marks, words = week_line(standing.summary, weeks, runs=runs)
            rows.append(words)
            if runs and not is_return:
                rhythm, summary, history = standing
                rows.append(week_note(rhythm, summary, history, self.app.now()))
            if not is_return:
                rows += [get_setting(self.app.database, "plan"), *self._backing(backed)]
        lead = (f"{marks}   ", "bold") if marks else ""
        said = Content("\n").join(Content(row) for row in rows if row)
        self.update(Content.assemble(lead, said))

    def _backing(self, backed: bool) -> tuple[str, str]:
        """Return who says that this is working time; only where there is room for it."""
        if self.app.size.width < WIDE or not backed:
            return "", ""
        kept = get_note(self.app.database, f"backing.{self.app.programme}")
        return backing_sentence(kept, min(self.app.size.width, MOST_COLUMNS) - 6)
