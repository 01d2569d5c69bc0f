"""Everything one can do here, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Vertical
from textual.fuzzy import Matcher
from textual.widgets import Input

from advocacy_tui.i18n import _
from advocacy_tui.keys import say_keys
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.screens.help import keys_here
from advocacy_tui.text import fold
from advocacy_tui.widgets.record_list import Column, FixedSource, RecordList, Row

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

LABEL_CELLS, KEYS_CELLS = 26, 14


class Palette(AdvocacyModal[None]):
    """A line to type in and the actions that fit, from the registry alone."""

    GROUP = "palette"
    DEFAULT_CSS = """
    Palette { background: transparent; align: left top; }
    Palette > Vertical {
        height: auto; max-height: 100%; background: $surface; border-bottom: solid $primary;
        padding: 0 1;
    }
    Palette Input { border: none; height: 1; padding: 0; margin: 0 0 1 0; background: $surface; }
    Palette RecordList { height: 12; }
    """

    def __init__(self, over: Any) -> None:
        super().__init__()
        self._over = over
        self._keys = keys_here(over)

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical():
            yield Input()
            yield RecordList(
                Column(LABEL_CELLS), Column(quiet=True), Column(KEYS_CELLS, align="right")
            )

    def load(self) -> None:
        """Offer everything, ready to type."""
        line = self.query_one(Input)
        line.placeholder = _("What would you like to do?")
        line.focus()
        self._offer("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._offer(event.value)

    def _offer(self, words: str) -> None:
        matcher = Matcher(fold(words)) if words.strip() else None
        ranked = []
        for at, (action, keys) in enumerate(self._keys):
            score = 1.0
            if matcher is not None:
                label = matcher.match(fold(_(action.label)))
                score = max(label * 2, matcher.match(fold(f"{_(action.label)} {_(action.help)}")))
            if score > 0 and not action.method.startswith("cursor"):
                cells = (_(action.label), _(action.help), say_keys(keys))
                ranked.append((-score, at, Row(at, action.id, cells, thing=action.method)))
        ranked.sort(key=lambda one: one[:2])
        self.query_one(RecordList).show(
            FixedSource([row for _score, _at, row in ranked]),
            query=words,
            empty=_("Nothing here is called that."),
        )

    def on_key(self, event: events.Key) -> None:
        """Let the arrows move the list while the line has the focus."""
        moves = {"down": "cursor_down", "up": "cursor_up"}
        if event.key in moves:
            event.stop()
            event.prevent_default()
            getattr(self.query_one(RecordList), f"action_{moves[event.key]}")()

    @on(Input.Submitted)
    async def _enter(self) -> None:
        row = self.query_one(RecordList).row
        if row is not None:
            await self._do(row)

    @on(RecordList.Opened)
    async def _opened(self, event: RecordList.Opened) -> None:
        await self._do(event.row)

    async def _do(self, row: Row) -> None:
        over = self._over
        self.dismiss()
        await over.run_action(row.thing)

    def action_leave(self) -> None:
        """Close it, nothing done."""
        self.dismiss()
