"""Earlier versions of a draft, beside the text as it is now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Static

from advocacy_tui.draft_words import say_moment
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.store.drafts import get_draft, title_of
from advocacy_tui.store.versions import REASONS, list_versions, restore_version
from advocacy_tui.widgets.compare_view import CompareView
from advocacy_tui.widgets.comparing import compare
from advocacy_tui.widgets.record_list import Column, FixedSource, RecordList, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from advocacy_tui.models import Version
    from advocacy_tui.store.change import Change
    from advocacy_tui.widgets.comparing import Pair


class VersionsScreen(AdvocacyScreen):
    """A list of versions, and the one under the cursor beside the present text."""

    GROUP = "versions"
    KINDS = frozenset({"draft", "version"})
    PASSING = True
    AUTO_FOCUS = "#versions"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (128, "-broad")]
    CSS = """
    VersionsScreen {
        & #both { layout: vertical; margin: 1 0 0 0; height: 1fr; }
        & #versions { height: 6; }
        & #beside { height: 1fr; margin: 1 1 0 1; }
        & #names { height: 1; margin: 0 0 1 0; color: $text-muted; }
        & #names Static { width: 1fr; padding: 0 0 0 2; }
        & #nothing { margin: 1 3; display: none; }
        &.-none #nothing { display: block; }
        &.-none #both { display: none; }
        &.-broad #both { layout: horizontal; }
        &.-broad #versions { width: 46; height: 1fr; }
        &.-broad #beside { width: 1fr; margin: 0 1; }
    }
    """

    def __init__(self, draft: str, restored: Callable[[], None]) -> None:
        super().__init__()
        self.draft = draft
        self._restored = restored
        self._text = ""
        self._versions: dict[str, Version] = {}

    def compose_body(self) -> ComposeResult:
        """Yield the list, and the two texts beside each other."""
        yield Static("", id="nothing", markup=False)
        with Container(id="both"):
            yield RecordList(Column(), Column(16, align="right", quiet=True), id="versions")
            with Container(id="beside"):
                with Horizontal(id="names"):
                    yield Static(_("now"), markup=False)
                    yield Static("", id="then", markup=False)
                yield CompareView(id="compare")

    def load(self) -> None:
        """List the versions anew."""
        try:
            draft = get_draft(self.app.database, self.draft)
            found = list_versions(self.app.database, self.draft)
        except AdvocacyError as error:
            self.app.tell(str(error), serious=True)
            return
        self._text = draft.text
        self._versions = {one.id: one for one in found if one.text != draft.text}
        self.head.say(" · ".join(filter(None, (_("Earlier versions"), title_of(draft)))))
        self.set_class(not self._versions, "-none")
        nothing = _(
            "No earlier version yet. One is kept when you open, pause, take or post the text."
        )
        if len(found) > 1:  # the first is kept as the draft is opened
            nothing = _("Every earlier version is the same as the text is now.")
        self.query_one("#nothing", Static).update(Content(nothing))
        rows = [
            Row(one.seq, one.id, (_(REASONS[one.reason]), say_moment(one.at, self.app.now())))
            for one in self._versions.values()
        ]
        self.query_one("#versions", RecordList).show(FixedSource(rows), keep=True)

    # --- comparing ----------------------------------------------------------------------------

    @on(RecordList.Highlighted, "#versions")
    def _beside(self, event: RecordList.Highlighted) -> None:
        version = self._versions.get(event.row.id) if event.row is not None else None
        if version is not None:
            self.query_one("#then", Static).update(say_moment(version.at, self.app.now()))
            self._compare(self._text, version)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, text: str, version: Version) -> None:
        pairs = compare(text, version.text)
        self.app.call_next_from_writer(partial(self._show, version.id, pairs))

    def _show(self, version: str, pairs: list[Pair]) -> None:
        row = self.query_one("#versions", RecordList).row if self.is_attached else None
        if row is not None and row.id == version:
            self.query_one(CompareView).show(pairs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a version only where there is one."""
        return action == "back" or bool(self._versions)

    def action_restore(self) -> None:
        """Bring the version under the cursor back."""
        self.query_one("#versions", RecordList).action_open()

    def action_page(self, step: int) -> None:
        """Scroll the two texts."""
        view = self.query_one(CompareView)
        view.scroll_relative(y=step * max(1, view.size.height - 2), animate=False)

    # --- acting -------------------------------------------------------------------------------

    @on(RecordList.Opened, "#versions")
    def _restore(self, event: RecordList.Opened) -> None:
        one, now = event.row.id, self.app.now()
        self.app.write(partial(restore_version, self.app.database, one, now=now), then=self._done)

    def _done(self, _change: Change) -> None:
        self.app.tell(
            _("It is back, and the text before it is kept as a version. {key} undoes it.").format(
                key=self.app.key_of("undo")
            )
        )
        self._restored()
        self.dismiss()

    def action_back(self) -> None:
        """Go back to the draft; nothing was changed."""
        self.dismiss()
