"""The guidelines: where is the playground, and where is the fence?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from advocacy_tui import i18n
from advocacy_tui.i18n import _, ngettext, quoted
from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.screens.guidelines_parts import parts_of
from advocacy_tui.text import fold_words
from advocacy_tui.widgets.key_order import at_once, then_type
from advocacy_tui.widgets.prose import lay_out, matches
from advocacy_tui.widgets.reading import Reading
from advocacy_tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advocacy_tui.programme import Programme
    from advocacy_tui.screens.guidelines_parts import Part


class PartList(Static):
    """The parts by name; the one that is read is marked."""

    def show(self, names: list[str], here: int) -> None:
        """Show the names."""
        rows = [
            Content.styled(f"› {name}", "bold $text-primary")
            if index == here
            else Content(f"  {name}")
            for index, name in enumerate(names)
        ]
        self.update(Content("\n").join(rows))


class GuidelinesScreen(AdvocacyScreen):
    """One part at a time beside the list of parts; the keys scroll the text."""

    GROUP = "guidelines"
    KINDS = frozenset({"catalogue"})
    AUTO_FOCUS = "Reading"
    BINDINGS: ClassVar = [*at_once(bindings_for("guidelines"), "guidelines.search")]
    CSS = """
    GuidelinesScreen #both { height: 1fr; padding: 1 0 0 0; }
    GuidelinesScreen PartList { width: 31; padding: 0 0 0 1; }
    GuidelinesScreen Vertical { width: 1fr; }
    GuidelinesScreen SearchLine { margin: 0 1 1 1; }
    GuidelinesScreen.-wide PartList { width: 34; padding: 0 0 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Part] = []
        self._here = 0
        self._query: list[str] = []
        self._found: list[int] = []
        self._programme = ""
        self._wanted = ""

    def compose_body(self) -> ComposeResult:
        """Yield the parts, and the one that is read."""
        with Horizontal(id="both"):
            yield PartList("", markup=False)
            with Vertical():
                yield SearchLine()
                yield Reading()

    # --- reading ----------------------------------------------------------------------------

    def load(self) -> None:
        """Read the programme's files, on a thread of their own."""
        self.head.say(_("Guidelines"), self._programme)
        self._read(i18n.language())

    @work(thread=True, exclusive=True, group="guidelines")
    def _read(self, language: str) -> None:
        from advocacy_tui.exchange.programme import demo_programme

        self.app.call_from_thread(self._take, demo_programme(language))

    def _take(self, programme: Programme) -> None:
        self._parts = parts_of(programme)
        self._programme = _("the demo programme {name}").format(name=quoted(programme.name))
        self._here = min(self._here, max(0, len(self._parts) - 1))
        self.head.say(_("Guidelines"), self._programme)
        if self._wanted:
            self.show_part(self._wanted)
        else:
            self._show()

    def _show(self, *, row: int = 0) -> None:
        self.query_one(PartList).show([part.name for part in self._parts], self._here)
        reading = self.query_one(Reading)
        if not self._parts:
            reading.show(Content(_("There are no guidelines here yet.")))
            return
        width = max(20, reading.size.width - 4)
        laid = lay_out(self._parts[self._here].blocks, width, self._query)
        self._found = laid.found
        reading.show(Content("\n").join(laid.rows))
        if row:
            reading.scroll_to(y=max(0, row - 2), animate=False)

    def on_resize(self) -> None:
        """Lay the text out for the room there is."""
        self.call_after_refresh(self._show)

    # --- going from part to part ------------------------------------------------------------

    def show_part(self, name: str) -> None:
        """Show a part by its name in the code, as soon as it is read."""
        self._wanted = name
        names = [part.id for part in self._parts]
        if name in names:
            self._wanted = ""
            self._go(names.index(name))

    def _go(self, part: int) -> None:
        if self._parts:
            self._here = part % len(self._parts)
            self._show()

    def action_next_part(self) -> None:
        """Read the next part."""
        self._go(self._here + 1)

    def action_previous_part(self) -> None:
        """Read the part before."""
        self._go(self._here - 1)

    @on(events.Click, "PartList")
    def _clicked(self, event: events.Click) -> None:
        if event.y < len(self._parts):
            self._go(event.y)

    # --- finding words ----------------------------------------------------------------------

    def action_search(self) -> None:
        """Look for words; what is typed from now on goes into the line."""
        line = self.query_one(SearchLine)
        then_type(self.app, self.focused or self.query_one(Reading), line.open)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        self._query = fold_words(event.query)
        if not self._query:
            self.head.say(_("Guidelines"), self._programme)
            self._show()
            return
        places = sum(matches(block, self._query) for part in self._parts for block in part.blocks)
        said = ngettext("{count} place", "{count} places", places).format(count=places)
        self.head.say(_("Guidelines"), said if places else _("no place has those words"))
        self._go_to_found(self._here, -1)

    @on(SearchLine.Left)
    def _left(self) -> None:
        self.set_focus(self.query_one(Reading))

    def action_next_found(self) -> None:
        """Go to the next place that has the words."""
        self._go_to_found(self._here, self._row)

    @property
    def _row(self) -> int:
        return round(self.query_one(Reading).scroll_y) + 2

    def _go_to_found(self, part: int, after: int) -> None:
        """Go to the next place behind a row of a part, round about."""
        count = len(self._parts)
        for step in range(count + 1):
            self._here = (part + step) % count
            self._show()
            behind = [row for row in self._found if step or row > after]
            if behind:
                self._show(row=behind[0])
                return
        self._here = part
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters and enter to the search line while one types in it."""
        searching = self.is_mounted and self.focused is self.query_one(SearchLine).field
        if action == "next_found":
            return bool(self._query) and not searching
        return not searching or action not in ("next_part", "previous_part", "search")
