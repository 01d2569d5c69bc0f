"""Every place of the app, its key and the question it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Static

from advocacy_tui.actions import ACTIONS
from advocacy_tui.i18n import _
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.widgets.record_list import Column, FixedSource, RecordList, Row

if TYPE_CHECKING:
    from textual.app import ComposeResult

KEY_CELLS, NAME_CELLS = 4, 16


class PlacesScreen(AdvocacyModal[None]):
    """A sheet that lists where one can go; enter goes, and so does each place's own key."""

    GROUP = "places"
    DEFAULT_CSS = """
    PlacesScreen { background: transparent; align: left bottom; }
    PlacesScreen > Vertical {
        height: auto; background: $surface; border-top: solid $primary; padding: 0 1;
    }
    PlacesScreen Static { text-style: bold; padding: 0 0 1 0; }
    PlacesScreen RecordList { margin: 0 0 1 0; }
    """

    def compose(self) -> ComposeResult:
        """Lay out a title and the list."""
        with Vertical():
            yield Static("", markup=False)
            yield RecordList(Column(KEY_CELLS), Column(NAME_CELLS), Column(quiet=True))

    def load(self) -> None:
        """List the places."""
        self.query_one(Static).update(_("Where to?"))
        rows = [
            Row(
                index,
                action.id,
                (self.app.key_of(action.id), _(action.label).capitalize(), _(action.help)),
                thing=action.method,
            )
            for index, action in enumerate(ACTIONS)
            if action.id.startswith("go.") or action.id == "settings"
        ]
        places = self.query_one(RecordList)
        places.styles.height = len(rows)
        places.show(FixedSource(rows))
        places.focus()

    @on(RecordList.Opened)
    async def _go(self, event: RecordList.Opened) -> None:
        self.dismiss()
        await self.app.run_action(event.row.thing)

    def action_leave(self) -> None:
        """Close the sheet."""
        self.dismiss()
