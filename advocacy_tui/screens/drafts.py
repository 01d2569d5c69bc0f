"""Drafts: what am I writing?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from advocacy_tui.draft_words import say_channels, say_status, say_when
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import N_, _
from advocacy_tui.keys import bindings_for
from advocacy_tui.models import DraftStatus
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.store.drafts import (
    delete_draft,
    get_draft,
    list_drafts,
    set_draft_status,
    title_of,
)
from advocacy_tui.widgets.filter_line import FilterLine
from advocacy_tui.widgets.key_order import at_once, then_type
from advocacy_tui.widgets.record_list import Column, RecordList, Row, Source
from advocacy_tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.models import Draft
    from advocacy_tui.store.change import Change

FILTERS: tuple[tuple[str | None, str], ...] = (
    (None, N_("on the desk")),
    (str(DraftStatus.DRAFT), N_("in progress")),
    (str(DraftStatus.READY), N_("ready")),
    (str(DraftStatus.POSTED), N_("posted")),
    (str(DraftStatus.ARCHIVED), N_("laid away")),
)
"""What the list can show, in the order `f` goes through them."""

EMPTY = {
    None: N_("No drafts yet. {key} begins one, and it will not be a blank page."),
    str(DraftStatus.DRAFT): N_("No draft is in progress. {key} begins one."),
    str(DraftStatus.READY): N_("No draft is ready yet. They ripen in their own time."),
    str(DraftStatus.POSTED): N_("Nothing is posted yet. Three sentences are a post too."),
    str(DraftStatus.ARCHIVED): N_("Nothing is laid away."),
}


class DraftRows(Source):
    """Drafts, last changed first."""

    def __init__(self, app: AdvocacyApp, query: str, status: str | None) -> None:
        self.app = app
        self.query = query
        self.status = status

    def page(self, after: Row | None) -> Sequence[Row]:
        """Return the drafts that were changed before one."""
        found = list_drafts(
            self.app.database,
            self.query,
            status=self.status,
            before_change=after.key if after is not None else None,
        )
        return [self._row(draft) for draft in found]

    def _row(self, draft: Draft) -> Row:
        title = title_of(draft)
        cells = (
            title or _("(nothing in it yet)"),
            say_status(draft.status),
            say_channels(draft.channels),
            say_when(draft.changed_at, self.app.now()),
        )
        return Row((draft.changed_at, draft.seq), draft.id, cells, quiet=not title)


class DraftsScreen(AdvocacyScreen):
    """The list of drafts."""

    GROUP = "drafts"
    KINDS = frozenset({"draft", "post"})
    AUTO_FOCUS = "#drafts"
    BINDINGS = [*at_once(bindings_for("drafts"), "drafts.search")]
    CSS = """
    DraftsScreen {
        & #which { height: 1; margin: 1 1 1 2; }
        & SearchLine { margin: 0 1 1 2; }
        & #drafts { height: 1fr; max-width: 120; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._filter = 0
        self._query = ""
        self._behind = False

    def compose_body(self) -> ComposeResult:
        """Yield the filter, the search line and the list."""
        yield FilterLine(id="which")
        yield SearchLine(self._query)
        yield RecordList(
            Column(),
            Column(11, quiet=True),
            Column(20, quiet=True, from_width=88),
            Column(9, align="right", quiet=True),
            id="drafts",
        )

    @property
    def drafts(self) -> RecordList:
        """The list."""
        return self.query_one("#drafts", RecordList)

    # --- showing ------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the list again; the cursor stays on its draft."""
        self.head.say(_("Drafts"))
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        status, _word = FILTERS[self._filter]
        self.query_one(FilterLine).say([_(word) for _status, word in FILTERS], self._filter)
        empty = _(EMPTY[status]).format(key=self.app.key_of("drafts.new"))
        if self._query:
            empty = _("No draft has those words. Escape shows them all again.")
        source = DraftRows(self.app, self._query, status)
        self.drafts.show(source, query=self._query, empty=empty, keep=keep)

    def _changed(self, change: Change) -> None:
        """Read again, where one looks; a draft that is being written changes all the time."""
        if change.kind not in self.KINDS and change.kind != "any":
            return
        if self.is_current:
            self.drafts.reload()
        else:
            self._behind = True

    def on_screen_resume(self) -> None:
        """Show what happened meanwhile."""
        if self._behind:
            self._behind = False
            self.load()

    # --- narrowing ----------------------------------------------------------------------------

    def action_search(self) -> None:
        """Open the search line."""
        line = self.query_one(SearchLine)
        then_type(self.app, self.focused or self.drafts, line.open)

    @on(SearchLine.Typed)
    def _narrow(self, event: SearchLine.Typed) -> None:
        self._query = event.query
        self._show(keep=False)

    @on(SearchLine.Left)
    def _to_list(self) -> None:
        self.set_focus(self.drafts)

    def action_back(self) -> None:
        """Show everything again."""
        self.query_one(SearchLine).clear()
        self.set_focus(self.drafts)

    def action_filter(self) -> None:
        """Show the next part."""
        self._choose((self._filter + 1) % len(FILTERS))

    @on(FilterLine.Chosen)
    def _clicked(self, event: FilterLine.Chosen) -> None:
        self._choose(event.index)

    def _choose(self, index: int) -> None:
        self._filter = index
        self._show(keep=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to act on a draft where there is one, and to end a search where there is one."""
        if not self.is_attached:
            return True
        if action == "back":
            return bool(self._query)
        if action in ("search", "new", "filter", "archive", "delete"):
            typing = self.query_one(SearchLine).field.has_focus
            if typing:
                return False
        return action not in ("archive", "delete") or self.drafts.row is not None

    @on(RecordList.Highlighted, "#drafts")
    @on(RecordList.Counted, "#drafts")
    def _other_keys(self) -> None:
        self.refresh_bindings()

    # --- acting -------------------------------------------------------------------------------

    @on(RecordList.Opened, "#drafts")
    def _open(self, event: RecordList.Opened) -> None:
        self.app.open_draft(event.row.id)

    def action_new(self) -> None:
        """Begin a draft."""
        self.app.new_draft()

    def action_archive(self) -> None:
        """Lay the draft away, or take it out again."""
        draft = self._chosen()
        if draft is not None:
            away = draft.status != DraftStatus.ARCHIVED
            status = DraftStatus.ARCHIVED if away else DraftStatus.DRAFT
            self._act(
                partial(set_draft_status, self.app.database, draft.id, status, now=self.app.now())
            )

    def action_delete(self) -> None:
        """Delete the draft; an undo brings it back, versions and all."""
        draft = self._chosen()
        if draft is not None:
            self._act(partial(delete_draft, self.app.database, draft.id, now=self.app.now()))

    def _act(self, work: Callable[[], Change]) -> None:
        self.app.write(work, then=self._say_done)

    def _say_done(self, change: Change) -> None:
        what = _(change.label).format(**dict(change.params))
        key = self.app.key_of("undo")
        self.app.tell(_("You {what}. {key} undoes it.").format(what=what, key=key))

    def _chosen(self) -> Draft | None:
        row = self.drafts.row
        try:
            return None if row is None else get_draft(self.app.database, row.id)
        except UsageProblem:
            return None  # deleted elsewhere a moment ago; the list will say so
