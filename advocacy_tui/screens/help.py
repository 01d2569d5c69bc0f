"""Help: what the keys do here."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from advocacy_tui.i18n import _
from advocacy_tui.screens.base import AdvocacyModal, Head
from advocacy_tui.screens.help_words import in_parts, told
from advocacy_tui.text import cell_width
from advocacy_tui.widgets.keybar import KeyBar
from advocacy_tui.widgets.reading import Reading

if TYPE_CHECKING:
    from typing import Any

    from textual.app import ComposeResult
    from textual.screen import Screen

    from advocacy_tui.actions import Action
    from advocacy_tui.screens.help_words import KeyHelp

AROUND = 3
"""Columns beside the rows: a blank at both sides and the scrollbar."""

SHORTEST = 16
"""Cells that the words of a row get at least."""

WITH_NAMES = 112
"""Columns from which the names for the settings file are shown."""


class HelpScreen(AdvocacyModal[None]):
    """The keys that work on the screen it was opened from."""

    GROUP = "help"
    CSS = """
    HelpScreen { background: $background; layout: vertical; }
    HelpScreen Reading { padding: 1 1 0 1; }
    """

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self._over = over

    def compose(self) -> ComposeResult:
        """Lay out head, keys and key bar."""
        yield Head()
        yield Reading()
        yield KeyBar()

    def load(self) -> None:
        """Say what the keys do."""
        self.query_one(Head).say(_("What the keys do here"))
        lines = told(self._over, self.app.own_keys)
        with_names = self.app.size.width >= WITH_NAMES
        width = self.app.size.width - AROUND
        self.query_one(Reading).show(help_page(lines, with_names=with_names, width=width))

    def on_resize(self) -> None:
        """Show the names where there is room for them now."""
        self.load()

    def action_close(self) -> None:
        """Go back to the screen it was opened from."""
        self.dismiss()


def help_page(lines: list[tuple[Action, KeyHelp]], *, with_names: bool, width: int = 0) -> Content:
    """Return the keys in columns, part by part.

    Args:
        lines: What the keys do.
        with_names: Show the name under which the settings file knows each.
        width: Cells a row may take, the words then go on below themselves; 0 for no limit.
    """
    keys, label, help_text = (
        max(cell_width(line[column]) for _action, line in lines) + 3 for column in range(3)
    )
    rows: list[Content] = []
    for part, found in in_parts(lines).items():
        rows += [Content("")] if rows else []
        rows.append(Content.styled(_(part), "bold"))
        for action, line in found:
            told = [line.help]
            if width and not with_names:
                told = wrap(line.help, max(SHORTEST, width - keys - label - 1)) or [""]
            rows.append(
                Content.assemble(
                    " ",
                    (_padded(line.keys, keys), "bold $text-primary"),
                    _padded(line.label, label),
                    (_padded(told[0], help_text) if with_names else told[0], "$text-muted"),
                    action.id if with_names else "",
                )
            )
            beneath = " " * (1 + keys + label)
            rows += [Content.styled(beneath + more, "$text-muted") for more in told[1:]]
    return Content("\n").join(rows)


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - cell_width(text))
