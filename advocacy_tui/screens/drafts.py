"""Drafts: what am I writing?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from advocacy_tui.draft_words import say_channels, say_status, say_when
from advocacy_tui.i18n import N_, _, quoted
from advocacy_tui.models import DraftStatus
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.store.drafts import (
    delete_draft,
    get_draft,
    list_drafts,
    set_draft_status,
    title_of,
)
from advocacy_tui.widgets.record_list import Column, RecordList, Row, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.models import Draft

FILTERS: tuple[tuple[str | None, str], ...] = (
    (None, N_("all but those laid away")),
    (str(DraftStatus.DRAFT), N_("in progress")),
    (str(DraftStatus.READY), N_("ready")),
    (str(DraftStatus.POSTED), N_("posted")),
    (str(DraftStatus.ARCHIVED), N_("laid away")),
)
"""What the list can show, in the order `f` goes through them."""

EMPTY = {
    None: N_("No drafts yet. w begins one, and it will not be a blank page."),
    str(DraftStatus.DRAFT): N_("No draft is in progress. w begins one."),
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
    CSS = """
    DraftsScreen #drafts { height: 1fr; margin: 1 0 0 0; }
    DraftsScreen #search { display: none; margin: 1 1 0 1; }
    DraftsScreen #search.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._filter = 0
        self._searched = ""

    def compose_body(self) -> ComposeResult:
        """Yield the search line and the list."""
        yield Input(
            self._searched,
            placeholder=_("words in title, text or notes"),
            compact=True,
            id="search",
            classes="-shown" if self._searched else "",
        )
        yield RecordList(
            Column(),
            Column(9, quiet=True),
            Column(18, quiet=True, from_width=72),
            Column(12, align="right", quiet=True),
            id="drafts",
        )

    @property
    def list(self) -> RecordList:
        """The list."""
        return self.query_one("#drafts", RecordList)

    @property
    def line(self) -> Input:
        """The search line."""
        return self.query_one("#search", Input)

    # --- showing ------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the list again; the cursor stays on its draft."""
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        status, words = FILTERS[self._filter]
        self.head.say(_("Drafts"), _(words) if status else "")
        query = self.line.value.strip()
        empty = _("No draft has those words.") if query else _(EMPTY[status])
        self.list.show(DraftRows(self.app, query, status), query=query, empty=empty, keep=keep)

    def on_screen_resume(self) -> None:
        """Say the times of now."""
        if self.is_mounted:
            self.load()

    # --- searching ----------------------------------------------------------------------------

    def action_search(self) -> None:
        """Open the search line."""
        self.line.add_class("-shown")
        self.line.focus()
        self.refresh_bindings()

    def action_close_search(self) -> None:
        """Close the search line and show everything again."""
        self.line.value = ""
        self.line.remove_class("-shown")
        self.list.focus()
        self.refresh_bindings()

    def action_to_list(self) -> None:
        """Go from the search line to what it found."""
        self.list.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to close the search where it is open, and to act on a draft where there is one."""
        if action == "close_search":
            return self.is_mounted and self.line.has_class("-shown")
        if action == "to_list":
            return self.is_mounted and self.line.has_focus
        return True

    @on(Input.Changed, "#search")
    def _narrow(self) -> None:
        if self.line.value != self._searched:
            self._searched = self.line.value
            self._show(keep=False)

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.list.focus()

    # --- acting -------------------------------------------------------------------------------

    @on(RecordList.Opened, "#drafts")
    def _open(self, event: RecordList.Opened) -> None:
        self.app.open_draft(event.row.id)

    def action_new(self) -> None:
        """Begin a draft."""
        self.app.new_draft()

    def action_filter(self) -> None:
        """Show the next kind of draft."""
        self._filter = (self._filter + 1) % len(FILTERS)
        self._show(keep=False)
        status, words = FILTERS[self._filter]
        self.head.say(_("Drafts"), _(words) if status else "")

    def action_archive(self) -> None:
        """Lay the draft away, or take it out again."""
        draft = self._chosen()
        if draft is None:
            return
        away = draft.status != DraftStatus.ARCHIVED
        status = DraftStatus.ARCHIVED if away else DraftStatus.DRAFT
        said = _("Laid {title} away. u takes it out again.") if away else _("Took {title} out again.")
        self.app.write(
            lambda: set_draft_status(self.app.database, draft.id, status, now=self.app.now()),
            then=lambda _change: self.app.tell(said.format(title=_named(draft))),
        )

    def action_delete(self) -> None:
        """Delete the draft; an undo brings it back, versions and all."""
        draft = self._chosen()
        if draft is None:
            return
        said = _("Deleted {title}. u brings it back.").format(title=_named(draft))
        self.app.write(
            partial(delete_draft, self.app.database, draft.id, now=self.app.now()),
            then=lambda _change: self.app.tell(said),
        )

    def _chosen(self) -> Draft | None:
        row = self.list.row
        return None if row is None else get_draft(self.app.database, row.id)


def _named(draft: Draft) -> str:
    title = title_of(draft)
    return quoted(title) if title else _("an empty draft")
