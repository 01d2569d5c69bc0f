"""Writing on in an idea, in its place: a word is on the disk half a second after it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for
from advocacy_tui.store.change import Change
from advocacy_tui.store.idea_writing import SLOT
from advocacy_tui.store.unsaved import keep_unsaved
from advocacy_tui.widgets.autosave import Autosave
from advocacy_tui.widgets.editor import DraftEditor

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.errors import AdvocacyError
    from advocacy_tui.models import Idea
    from advocacy_tui.store.database import Database


class IdeaEditor(DraftEditor):
    """A text field for one idea."""

    BINDINGS: ClassVar = [*bindings_for("notebook-text")]
    DEFAULT_CSS = "IdeaEditor { height: 1fr; }"

    app: AdvocacyApp

    def __init__(self, idea: Idea) -> None:
        super().__init__(idea.text)
        self.idea = idea
        self._given = self.text
        self.autosave = Autosave(after=self.set_timer, save=self._save, told=self._told)
        self.move_cursor(self.document.end)

    @property
    def changed(self) -> bool:
        """Whether there is anything to keep."""
        return self.text != self._given

    def on_text_area_changed(self) -> None:
        """See that what was typed is saved soon."""
        if self.changed or self.autosave.unsaved:
            self.autosave.touch()

    def _save(self, done: Callable[[], None], failed: Callable[[AdvocacyError], None]) -> None:
        text, slot, now = self.text, SLOT + self.idea.id, self.app.now()
        keep = partial(_keep, self.app.database, slot, text, now)
        self.app.write(keep, then=lambda _change: done(), failed=failed)

    def _told(self) -> None:
        if self.autosave.problem:
            self.app.tell(str(self.autosave.problem), serious=True)

    def on_blur(self) -> None:
        """Save at once when the focus goes, also to another window."""
        self.autosave.flush()

    def on_unmount(self) -> None:
        """Save what the app closes on."""
        self.autosave.flush()

    def on_draft_editor_cleaned(self, event: DraftEditor.Cleaned) -> None:
        """Say that something was left out."""
        event.stop()
        self.app.tell(_("Control characters were left out of what you pasted."))


def _keep(database: Database, slot: str, text: str, now: datetime) -> Change:
    keep_unsaved(database, slot, text, now=now)
    return Change("unsaved", (slot,))
