"""What the rhythm's dialogs share: their look, and a list whose enter key is the dialog's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.widgets.keybar import KeyBar
from advocacy_tui.widgets.record_list import Column, FixedSource, RecordList, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

MOST_ROWS = 9
"""Rows of a dialog's list; from there on it scrolls."""


class SheetList(RecordList, inherit_bindings=False):
    """A short list in a dialog, as high as it is long."""

    BINDINGS: ClassVar = [
        binding for binding in bindings_for("list") if binding.action not in ("open", "mark")
    ]

    def offer(self, rows: Iterable[Row], *, at: int | None = None) -> None:
        """Show these rows; the cursor goes to the row `at`, or stays where it is."""
        shown = list(rows)
        self.styles.height = min(MOST_ROWS, max(1, len(shown)))
        self.show(FixedSource(shown), keep=at is None)
        if at is not None:
            self.reload(at=shown[at])


class MomentumDialog(AdvocacyModal[date | None]):
    """A sheet over the lower part of the screen: a question, its body, the keys.

    Its result is the day that the year is to show afterwards, or None.
    """

    SCOPED_CSS = False  # else the rules would count for the base class alone
    CSS = """
    MomentumDialog { background: transparent; align: left bottom; }
    MomentumDialog > Vertical {
        height: auto; max-height: 100%; background: $surface; border-top: solid $primary;
        padding: 0 1;
    }
    MomentumDialog #title { text-style: bold; width: 100%; padding: 0 0 1 0; }
    MomentumDialog SheetList { margin: 0 0 1 0; }
    MomentumDialog KeyBar { dock: none; padding: 0; background: transparent; }
    """

    def compose(self) -> ComposeResult:
        """Lay out title, body and keys."""
        with Vertical():
            yield Static("", id="title", markup=False)
            yield from self.compose_sheet()
            yield KeyBar()

    def compose_sheet(self) -> ComposeResult:
        """Yield what stands between title and keys."""
        yield SheetList(Column())

    def say_title(self, title: str) -> None:
        """Say what the sheet is about."""
        self.query_one("#title", Static).update(Content(title))

    def action_leave(self) -> None:
        """Close the sheet."""
        self.dismiss()
