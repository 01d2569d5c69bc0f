"""What the keys do here: the registry, as it stands on the screen that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.widgets import Static

from advocacy_tui.actions import BY_ID, Action
from advocacy_tui.i18n import N_, _
from advocacy_tui.keys import say_keys
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.widgets.record_list import Column, FixedSource, RecordList, Row

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

KEYS_CELLS, LABEL_CELLS = 14, 22
_ORDER = (
    (None, N_("Here")),
    ("list", N_("In the list")),
    ("anywhere", N_("Anywhere")),
    ("everywhere", N_("Everywhere, while you type too")),
)


def keys_here(screen: Screen[Any]) -> list[tuple[Action, str]]:
    """Return the actions whose keys work on a screen now, each with its keys as they stand."""
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id in BY_ID and active.enabled:
            keys.setdefault(active.binding.id, []).append(key)
    return [(BY_ID[one], ",".join(found)) for one, found in keys.items()]


class HelpScreen(AdvocacyModal[None]):
    """A page of keys in groups; escape, `?` or q closes it."""

    GROUP = "help"
    DEFAULT_CSS = """
    HelpScreen { background: transparent; align: left bottom; }
    HelpScreen > Vertical {
        height: 100%; background: $surface; padding: 0 1;
    }
    HelpScreen Static { text-style: bold; padding: 0 0 1 0; }
    HelpScreen RecordList { height: 1fr; }
    """

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self._keys = keys_here(over)

    def compose(self) -> ComposeResult:
        """Lay out a title and the list."""
        with Vertical():
            yield Static("", markup=False)
            yield RecordList(
                Column(KEYS_CELLS, align="right"), Column(LABEL_CELLS), Column(quiet=True)
            )

    def load(self) -> None:
        """List the keys, those of this screen first."""
        self.query_one(Static).update(_("What the keys do here · escape closes"))
        rows: list[Row] = []
        for group, title in _ORDER:
            found = [pair for pair in self._keys if self._group_of(pair[0]) == group]
            if not found:
                continue
            if rows:
                rows.append(Row(len(rows), f"gap-{group}", ("", "", "")))
            rows.append(Row(len(rows), f"title-{group}", ("", _(title), "")))
            rows += [
                Row(len(rows) + at, action.id, (say_keys(keys), _(action.label), _(action.help)))
                for at, (action, keys) in enumerate(found)
            ]
        listed = self.query_one(RecordList)
        listed.show(FixedSource(rows))
        listed.focus()

    @staticmethod
    def _group_of(action: Action) -> str | None:
        return action.group if action.group in ("list", "anywhere", "everywhere") else None

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss()
