"""The notebook: what have I thought of?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.idea_words import say_ideas, say_marked
from advocacy_tui.keys import bindings_for, say_keys
from advocacy_tui.models import HEAD_LENGTH, Idea, IdeaStatus
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.screens.idea_pane import IdeaPane
from advocacy_tui.store.ideas import delete_ideas, get_idea, has_ideas, set_idea_status
from advocacy_tui.widgets.filter_line import FilterLine
from advocacy_tui.widgets.idea_rows import COLUMNS, Ideas
from advocacy_tui.widgets.key_order import at_once, then_type
from advocacy_tui.widgets.record_list import PAGE, RecordList
from advocacy_tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from advocacy_tui.store.change import Change

FILTERS: tuple[tuple[str | None, str], ...] = (
    (str(IdeaStatus.OPEN), N_("open ideas")),
    (str(IdeaStatus.USED), N_("used")),
    (str(IdeaStatus.ARCHIVED), N_("laid away")),
    (None, N_("all")),
)
"""What the list can show, in the order `f` goes through them."""

EVERYTHING = len(FILTERS) - 1
"""Where a search looks, until a person narrows it with `f`."""

EMPTY = {
    str(IdeaStatus.OPEN): N_("No thoughts here yet. Press {key} and keep one; a line is enough."),
    str(IdeaStatus.USED): N_("No idea has become a draft yet. {key} makes one from an idea."),
    str(IdeaStatus.ARCHIVED): N_("Nothing is laid away."),
    None: N_("No thoughts here yet. Press {key} and keep one; a line is enough."),
}

KEPT = N_("kept a thought")
"""The name of the act after which the cursor stays where it is."""


class NotebookScreen(AdvocacyScreen):
    """List and idea side by side; where there is less room, the idea below the list."""

    GROUP = "notebook"
    KINDS = frozenset({"idea", "draft"})
    AUTO_FOCUS = "#ideas"
    BINDINGS: ClassVar = [*at_once(bindings_for("notebook"), "notebook.search", "notebook.edit")]
    CSS = """
    NotebookScreen {
        & #which { height: 1; margin: 1 1 1 2; }
        & SearchLine { margin: 0 1 1 2; }
        & #work { height: 1fr; layout: horizontal; }
        & #ideas { width: 5fr; max-width: 96; }
        & #idea { width: 6fr; max-width: 78; margin: 0 1 0 3; }
        &.-narrow #work { layout: vertical; }
        &.-narrow #ideas { width: 1fr; height: 1fr; }
        &.-narrow #idea {
            width: 1fr; height: 9; margin: 0; padding: 0 2 0 3;
            border-top: solid $foreground 25%;
        }
        &.-narrow.-tall #idea { height: 13; }
        &.-writing.-narrow #ideas, &.-writing.-narrow #which { display: none; }
        &.-writing.-narrow #idea { height: 1fr; border-top: none; padding: 1 2 0 3; }
    }
    NotebookScreen:ansi.-narrow #idea { border-top: solid ansi_default; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._filter = self._filter_before = 0
        self._query = ""
        self._total: int | None = 0
        self._behind = False

    def compose_body(self) -> ComposeResult:
        """Yield the filter, the search line, the list and the idea."""
        yield FilterLine(id="which")
        yield SearchLine(self._query)
        with Container(id="work"):
            yield RecordList(*COLUMNS, marks=True, id="ideas")
            yield IdeaPane(id="idea")

    # --- parts --------------------------------------------------------------------------------

    @property
    def ideas(self) -> RecordList:
        """The list."""
        return self.query_one("#ideas", RecordList)

    @property
    def search_line(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    @property
    def pane(self) -> IdeaPane:
        """The place of the idea under the cursor."""
        return self.query_one(IdeaPane)

    # --- showing ------------------------------------------------------------------------------

    def load(self) -> None:
        """Show the list again; the cursor stays on its idea."""
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        status, _word = FILTERS[self._filter]
        self.query_one(FilterLine).say([_(word) for _status, word in FILTERS], self._filter)
        source = Ideas(self.app.database, self._query, status, self.app.now().date())
        self.ideas.show(source, query=self._query, empty=self._say_empty(status), keep=keep)

    def _say_empty(self, status: str | None) -> str:
        if self._query:
            return _("No idea has those words. Escape shows them all again.")
        if status == IdeaStatus.OPEN and has_ideas(self.app.database):
            said = _("No open thoughts right now. {key} shows the others.")
            return said.format(key=self.app.key_of("notebook.filter"))
        act = "notebook.draft" if status == IdeaStatus.USED else "idea.keep"
        return _(EMPTY[status]).format(key=self.app.key_of(act))

    def _changed(self, change: Change) -> None:
        """Read again; an idea that comes back by an undo has the cursor."""
        shown = change.kind in self.KINDS or change.kind == "any"
        if not shown or not self.is_current:
            return
        back = None
        if len(change.ids) == 1 and change.label != KEPT and not self.ideas.holds(change.id):
            back = self._idea(change.id)
        source = Ideas(self.app.database, "", None, self.app.now().date())
        self.ideas.reload(None if back is None else source.row(back))

    def on_screen_suspend(self) -> None:
        """Remember that something may happen while another screen is seen."""
        self._behind = True

    def on_screen_resume(self) -> None:
        """Show what happened meanwhile."""
        if self._behind:
            self._behind = False
            self.load()

    def _idea(self, one: str) -> Idea | None:
        try:
            return get_idea(self.app.database, one)
        except UsageProblem:
            return None

    @on(RecordList.Highlighted, "#ideas")
    def _show_idea(self) -> None:
        """Show the idea under the cursor beside the list."""
        self.refresh_bindings()
        row = self.ideas.row
        idea: Idea | None = None if row is None else row.thing
        if idea is not None and len(idea.text) >= HEAD_LENGTH:
            idea = self._idea(idea.id)
        self.pane.show(idea)

    @on(RecordList.Counted, "#ideas")
    @on(RecordList.Marked, "#ideas")
    def _say_head(self, event: RecordList.Counted | RecordList.Marked) -> None:
        if isinstance(event, RecordList.Counted):
            self._total = event.total
        if self.ideas.marked:
            right = say_marked(self.ideas.marked)
        elif self._total is None:
            right = _("more than {count} ideas").format(count=PAGE)
        else:
            right = say_ideas(self._total, None if self._query else FILTERS[self._filter][0])
        self.head.say(_("Notebook"), right)

    # --- searching and filtering --------------------------------------------------------------

    def action_search(self) -> None:
        """Open the search line; what is typed from now on goes into it."""
        then_type(self.app, self.ideas, self.search_line.open)

    @on(SearchLine.Typed)
    def _narrow(self, event: SearchLine.Typed) -> None:
        began, ended = not self._query, not event.query
        if began:
            self._filter_before, self._filter = self._filter, EVERYTHING
        elif ended and self._filter == EVERYTHING:
            self._filter = self._filter_before
        self._query = event.query
        self._show(keep=ended)

    @on(SearchLine.Left)
    def _leave_search(self) -> None:
        self.ideas.focus()

    def action_filter(self) -> None:
        """List the next kind: open, used, laid away, all."""
        self._choose_filter((self._filter + 1) % len(FILTERS))

    @on(FilterLine.Chosen)
    def _filter_clicked(self, event: FilterLine.Chosen) -> None:
        self._choose_filter(event.index)
        self.ideas.focus()

    def _choose_filter(self, index: int) -> None:
        self._filter = index
        self.ideas.clear_marks()
        self._show(keep=False)

    def action_back(self) -> None:
        """Take the marks away, or else end the search."""
        if self.ideas.marked:
            self.ideas.clear_marks()
        else:
            self.search_line.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here: on an idea only where there is one, and not while typing."""
        if action not in ("search", "filter", "back", "edit", "make_draft", "archive", "delete"):
            return True
        if not self.is_mounted or not self.ideas.has_focus:
            return False
        if action == "back":
            return bool(self.ideas.marked or self._query)
        return action in ("search", "filter") or self.ideas.row is not None

    # --- writing ------------------------------------------------------------------------------

    @on(RecordList.Opened, "#ideas")
    def action_edit(self) -> None:
        """Write on in the idea."""
        then_type(self.app, self.ideas, self._begin_writing)

    async def _begin_writing(self) -> None:
        row = self.ideas.row
        idea = None if row is None else self._idea(row.id)
        if idea is not None:
            self.add_class("-writing")
            await self.pane.write(idea)

    def action_leave_typing(self) -> None:
        """Be done with the text."""
        self.ideas.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Be done with a text when the focus goes elsewhere on the screen."""
        if event.widget is not self.pane.editor:
            self.pane.finish()
        self.refresh_bindings()

    @on(IdeaPane.Finished)
    def _stop_writing(self) -> None:
        self.remove_class("-writing")
        self._show_idea()

    async def speak(self) -> None:
        """Keep what is being written, then say everything again in the language spoken now."""
        if self.pane.editor is not None:
            self.pane.finish()
            self.remove_class("-writing")
            self.set_focus(self.ideas)
        await super().speak()

    async def settle(self) -> bool:
        """Save what is being written; return whether it is on the disk."""
        editor = self.pane.editor
        return True if editor is None else await editor.autosave.settle()

    def unsaved_text(self) -> str:
        """Return what is not known to be on the disk."""
        editor = self.pane.editor
        return editor.text if editor is not None and editor.autosave.unsaved else ""

    # --- acting -------------------------------------------------------------------------------

    def action_make_draft(self) -> None:
        """Begin a draft from the idea and open it."""
        if self.ideas.row is not None:
            self.app.new_draft(idea=self.ideas.row.id)

    def action_archive(self) -> None:
        """Lay the idea or the marked ones away, or take them out again."""
        chosen, database, now = self.ideas.chosen(), self.app.database, self.app.now()

        def work() -> Change:
            away = {get_idea(database, one).status for one in chosen} == {IdeaStatus.ARCHIVED}
            status = IdeaStatus.OPEN if away else IdeaStatus.ARCHIVED
            return set_idea_status(database, chosen, status, now=now)

        self._act(work)

    def action_delete(self) -> None:
        """Delete the idea or the marked ones; one undo brings them back."""
        chosen, database, now = self.ideas.chosen(), self.app.database, self.app.now()
        self._act(partial(delete_ideas, database, chosen, now=now))

    def _act(self, work: Callable[[], Change]) -> None:
        self.ideas.clear_marks()
        self.app.write(work, then=self._say_done)

    def _say_done(self, change: Change) -> None:
        what = _(change.label).format(**dict(change.params))
        keys = [
            one.binding.key for one in self.active_bindings.values() if one.binding.id == "undo"
        ]
        key = say_keys(keys[0]) if keys else ""
        self.app.tell(_("You {what}. {key} undoes it.").format(what=what, key=key))
