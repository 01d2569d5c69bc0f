"""The catalogue: what could we write about?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Horizontal
from textual.content import Content

from advocacy_tui.catalogue_words import say_facts, say_shared, say_voices
from advocacy_tui.draft_words import KIND_WORDS
from advocacy_tui.i18n import _, quoted
from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.store.catalogue import get_shared, take
from advocacy_tui.store.pages import own_copy, programme_name
from advocacy_tui.upkeep import read_programme
from advocacy_tui.widgets.filter_line import FilterLine
from advocacy_tui.widgets.idea_view import ReadingView
from advocacy_tui.widgets.key_order import at_once, then_type
from advocacy_tui.widgets.plain_markdown import plain_markdown
from advocacy_tui.widgets.record_list import PAGE, RecordList, Row
from advocacy_tui.widgets.search_line import SearchLine
from advocacy_tui.widgets.shared_rows import COLUMNS, EVERY_THEME, THEME_COLUMNS, Shared, Themes

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from advocacy_tui.models import CatalogueIdea
    from advocacy_tui.store.change import Change

KINDS_SHOWN = (None, *KIND_WORDS)
"""The kinds of post the list can show, in the order `y` goes through them; None for all."""


class CatalogueScreen(AdvocacyScreen):
    """Themes, the ideas of one, and the idea under the cursor."""

    GROUP = "catalogue"
    KINDS = frozenset({"catalogue", "idea"})
    AUTO_FOCUS = "#shared"
    BINDINGS: ClassVar = [*at_once(bindings_for("catalogue"), "catalogue.search")]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [
        (0, "-narrow"),
        (120, "-wide"),
        (170, "-vast"),
    ]
    CSS = """
    CatalogueScreen {
        & #which { height: 1; margin: 1 1 1 2; }
        & #theme { width: auto; max-width: 50%; margin: 0 2 0 0; }
        & SearchLine { margin: 0 1 1 2; }
        & #work { height: 1fr; layout: horizontal; }
        & #themes { width: 49; margin: 0 2 0 0; }
        & #both { width: 1fr; layout: vertical; }
        & #shared { height: 2fr; }
        & ReadingView { height: 3fr; border-top: solid $foreground 25%; padding: 0 2 0 3; }
        &.-wide #theme, &.-vast #theme { display: none; }
        &.-vast #both { layout: horizontal; }
        &.-vast #shared { width: 1fr; height: 1fr; }
        &.-vast ReadingView { width: 1fr; height: 1fr; border-top: none; padding: 0 2 0 4; }
        &.-narrow #themes { display: none; width: 1fr; }
        &.-narrow.-choosing #themes { display: block; }
        &.-narrow.-choosing #both { display: none; }
        &.-narrow.-reading #shared, &.-narrow.-reading #which { display: none; }
        &.-narrow.-reading ReadingView { height: 1fr; border-top: none; padding: 1 2 0 3; }
    }
    CatalogueScreen:ansi ReadingView { border-top: solid ansi_default; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._theme = EVERY_THEME
        self._kind = 0
        self._query = ""
        self._total: int | None = 0
        self._asked_for = ""
        self._behind = False

    def compose_body(self) -> ComposeResult:
        """Yield the filters, the search line, the themes, the list and the idea."""
        with Horizontal(id="which"):
            yield FilterLine(id="theme")
            yield FilterLine(id="kind")
        yield SearchLine(self._query)
        with Container(id="work"):
            yield RecordList(*THEME_COLUMNS, id="themes")
            with Container(id="both"):
                yield RecordList(*COLUMNS, id="shared")
                yield ReadingView()

    # --- parts --------------------------------------------------------------------------------

    @property
    def shared(self) -> RecordList:
        """The list of ideas."""
        return self.query_one("#shared", RecordList)

    @property
    def themes(self) -> RecordList:
        """The list of themes."""
        return self.query_one("#themes", RecordList)

    @property
    def view(self) -> ReadingView:
        """The idea under the cursor."""
        return self.query_one(ReadingView)

    @property
    def search_line(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    # --- showing ------------------------------------------------------------------------------

    def load(self) -> None:
        """Show everything again; a programme that changed on the disk is read first."""
        if self._asked_for != self.app.programme:
            self._asked_for = self.app.programme
            self._theme = EVERY_THEME
            read_programme(self.app)
        self.themes.show(Themes(self.app.database, self.app.programme), keep=True)
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        kind = KINDS_SHOWN[self._kind]
        self.query_one("#theme", FilterLine).say([self._theme or _("all themes")], 0)
        words = [_("all kinds"), *(_(word) for word in KIND_WORDS.values())]
        self.query_one("#kind", FilterLine).say(words, self._kind)
        source = Shared(
            self.app.database,
            self.app.programme,
            query=self._query,
            theme=self._theme or None,
            post_type=None if kind is None else str(kind),
            today=self.app.now().date(),
        )
        self.shared.show(source, query=self._query, empty=self._said_empty(), keep=keep)

    def _said_empty(self) -> str:
        if self._query:
            return _("No shared idea has those words. Escape shows them all again.")
        if self._theme or self._kind:
            return _("Nothing here of that kind yet. Your own thought may be the first: press a.")
        return _("The catalogue is being read.")

    @on(RecordList.Counted, "#shared")
    def _say_head(self, event: RecordList.Counted) -> None:
        many = _("more than {count} ideas").format(count=PAGE)
        right = many if event.total is None else say_shared(event.total)
        name = programme_name(self.app.database, self.app.programme)
        programme = _("the demo programme {name}").format(name=quoted(name)) if name else ""
        self.head.say(" · ".join(one for one in (_("Catalogue"), programme) if one), right)

    @on(RecordList.Highlighted, "#shared")
    def _show_idea(self) -> None:
        """Show the idea under the cursor."""
        self.refresh_bindings()
        row = self.shared.row
        if row is None:
            self.view.show("", "")
            return
        idea, is_mine = row.thing
        parts = [Content.styled(idea.title, "bold"), plain_markdown(idea.body)]
        if is_mine:
            parts.insert(1, Content(_("It is in your notebook. w begins a draft from it.")))
        after = [Content(one) for one in say_voices(idea, self.app.now().date())]
        self.view.show(say_facts(idea), Content("\n\n").join(parts), after)

    def on_screen_suspend(self) -> None:
        """Remember that something may happen while another screen is seen."""
        self._behind = True

    def on_screen_resume(self) -> None:
        """Show what happened meanwhile."""
        if self._behind:
            self._behind = False
            self.load()

    def _changed(self, change: Change) -> None:
        if self.is_current:
            super()._changed(change)

    # --- narrowing ----------------------------------------------------------------------------

    def action_search(self) -> None:
        """Open the search line; what is typed from now on goes into it."""
        then_type(self.app, self.focused or self.shared, self.search_line.open)

    @on(SearchLine.Typed)
    def _narrow(self, event: SearchLine.Typed) -> None:
        back = bool(self._query) and not event.query
        self._query = event.query
        self._show(keep=back)

    @on(SearchLine.Left)
    def _leave_search(self) -> None:
        self.shared.focus()

    def action_theme(self) -> None:
        """Choose a theme; where there is little room, the themes take the place of the ideas."""
        self.add_class("-choosing")
        self.set_focus(self.themes)

    @on(RecordList.Highlighted, "#themes")
    def _theme_highlighted(self, event: RecordList.Highlighted) -> None:
        if event.row is not None and self.themes.has_focus and event.row.id != self._theme:
            self._theme = event.row.id
            self._show(keep=False)

    @on(RecordList.Opened, "#themes")
    def _theme_chosen(self) -> None:
        self.shared.focus()

    def action_kind(self) -> None:
        """List the next kind of post."""
        self._choose_kind((self._kind + 1) % len(KINDS_SHOWN))

    @on(FilterLine.Chosen, "#kind")
    def _kind_clicked(self, event: FilterLine.Chosen) -> None:
        self._choose_kind(event.index)

    @on(FilterLine.Chosen, "#theme")
    def _theme_clicked(self) -> None:
        self.action_theme()

    def _choose_kind(self, kind: int) -> None:
        self._kind = kind
        self._show(keep=False)

    # --- going about --------------------------------------------------------------------------

    @on(RecordList.Opened, "#shared")
    def _read(self) -> None:
        """Go into the idea; where there is little room, it takes the place of the list."""
        self.add_class("-reading")
        self.set_focus(self.view)

    def action_back(self) -> None:
        """Go back to the list of ideas, or end the search, or show all themes and kinds again."""
        if not self.shared.has_focus:
            self.shared.focus()
        elif self._query:
            self.search_line.clear()
        else:
            self._theme, self._kind = EVERY_THEME, 0
            self.themes.action_scroll_home()
            self._show(keep=True)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the list back where the themes or an idea took its place."""
        self.set_class(event.widget is self.themes, "-choosing")
        self.set_class(event.widget is self.view, "-reading")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here, and nothing while a person types."""
        if action not in ("search", "theme", "kind", "take", "make_draft", "back"):
            return True
        if not self.is_mounted or self.focused is self.search_line.field:
            return False
        row = None if self.themes.has_focus else self.shared.row
        if action in ("take", "make_draft"):
            return row is not None and row.thing[1] is (action == "make_draft")
        if action == "back":
            narrowed = self._query or self._theme or self._kind
            return bool(narrowed or not self.shared.has_focus)
        return action in ("search", "kind") or not self.themes.has_focus

    def show_theme(self, theme: str) -> None:
        """List the ideas of a theme, of every kind; Today leads here."""
        self._theme, self._kind = theme, 0
        self.search_line.clear()
        self._show(keep=False)

    def show_idea(self, one: str) -> None:
        """Bring an idea under the cursor, whatever was listed; Today leads here."""
        idea = get_shared(self.app.database, self.app.programme, one)
        self.show_theme(EVERY_THEME)
        self.shared.reload(at=Row(idea.seq, idea.id, (idea.title,)))

    # --- acting -------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Make the idea mine; a draft of it is then one key away."""
        row, app = self.shared.row, self.app
        if row is not None:
            app.write(partial(take, app.database, app.programme, row.id, now=app.now()))

    def action_make_draft(self) -> None:
        """Begin a draft from the idea that is mine."""
        row = self.shared.row
        own = None if row is None else own_copy(self.app.database, row.id)
        if row is not None and own is not None:
            idea: CatalogueIdea = row.thing[0]
            self.app.new_draft(idea=own, post_type=idea.type or None)
