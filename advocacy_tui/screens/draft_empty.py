"""What a draft shows while nothing is in it: three grey questions, and a calm word beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advocacy_tui import i18n
from advocacy_tui.i18n import _
from advocacy_tui.prompts import POST_TYPES, load_deck
from advocacy_tui.text import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from advocacy_tui.prompts import Starter

_BETWEEN = " · "


def starter_for(draft: str, kind: str | None) -> Starter:
    """Return the questions of a kind in the language spoken; one draft always gets the same."""
    known = kind if kind in POST_TYPES else POST_TYPES[0]
    sets = load_deck(i18n.language()).starters_for(known)
    return sets[sum(map(ord, draft)) % len(sets)]


def next_kind(kind: str | None) -> str:
    """Return the kind of post after one; the first after the last and after one from elsewhere."""
    place = POST_TYPES.index(kind) + 1 if kind in POST_TYPES else 0
    return POST_TYPES[place % len(POST_TYPES)]


class Calm(Vertical):
    """A rule, what the grey lines are, and what we like to be associated with."""

    DEFAULT_CSS = """
    Calm {
        display: none;
        height: auto;
        margin: 0 1;
        padding: 0 2;
        border-top: solid $panel;
        color: $text-muted;
        &.-shown { display: block; }
        & Static { max-width: 76; }
        & #calm-themes { margin: 1 0 0 0; }
        & #calm-themes.-none { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the two lines."""
        yield Static("", id="calm-words", markup=False)
        yield Static("", id="calm-themes", classes="-none", markup=False)

    def say(self, calm: str, themes: Sequence[str]) -> None:
        """Say what stands there; themes that find no room on one line are left to their key."""
        words = _("The grey lines are for you alone. They go when you write, and never come along.")
        self.query_one("#calm-words", Static).update(Content(f"{words} {calm}".rstrip()))
        line = self.query_one("#calm-themes", Static)
        line.update(Content(_themes_line(themes, min(76, self.app.size.width - 6))))
        line.set_class(not themes, "-none")


def _themes_line(themes: Sequence[str], room: int) -> str:
    line = _("Themes:") + " " + _BETWEEN.join(themes[:1])
    for theme in themes[1:]:
        if cell_width(line + _BETWEEN + theme) > room:
            break
        line += _BETWEEN + theme
    return line
