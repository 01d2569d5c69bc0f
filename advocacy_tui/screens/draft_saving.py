"""How an open draft stays on the disk, and in step with others who write to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from advocacy_tui.errors import DatabaseLocked, DatabaseProblem, DiskFull, ReadOnly, UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.store.drafts import get_draft, new_draft, save_cursor
from advocacy_tui.store.versions import cut_version
from advocacy_tui.store.working_text import Saved, save_details, save_over
from advocacy_tui.widgets.autosave import Autosave

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.screen import Screen

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.errors import AdvocacyError
    from advocacy_tui.models import Draft
    from advocacy_tui.store.change import Change
    from advocacy_tui.widgets.editor import DraftEditor

IDLE = timedelta(minutes=10)
"""A pause this long ends a piece of work, so a version is cut (architecture)."""

LOOK_FOR_IDLE = 15.0
"""Seconds between two looks whether a pause has been that long."""


class DraftKeeper:
    """Saves the text of one editor, and takes in what others write to the same draft."""

    def __init__(self, screen: Screen[None], app: AdvocacyApp, draft: Draft) -> None:
        self.screen = screen
        self.app = app
        self.draft = draft
        self.editor: DraftEditor
        self.told: Callable[[], None] = lambda: None
        """Called when the draft or how it stands on the disk is another."""
        self.saved_at: datetime | None = None
        self.autosave = Autosave(after=screen.set_timer, save=self._save, told=self._tell)
        self._known = self._on_the_way = draft.text
        self._read_version = -1
        self._kept_cursor = draft.cursor
        self._touched_at: datetime | None = None
        self._trouble_told = False
        self._moving = False

    def _tell(self) -> None:
        self.told()

    def watch(self, editor: DraftEditor) -> None:
        """Look after an editor that holds the draft's text."""
        self.editor = editor
        self._read_version = editor.version
        self.screen.set_interval(LOOK_FOR_IDLE, self.look_for_idle)

    # --- saving -------------------------------------------------------------------------------

    def touch(self) -> None:
        """Note a key; the text itself is read once a save."""
        if self.editor.version != self._read_version and not self._moving:
            self._touched_at = self.app.now()
            self.autosave.touch()

    @property
    def unsaved(self) -> bool:
        """Whether there are words that are not known to be on the disk."""
        self.touch()  # the news of the last key may still be on its way
        return self.autosave.unsaved

    async def settle(self) -> bool:
        """Save now and wait for it; return whether everything is on the disk."""
        self.touch()
        return await self.autosave.settle()

    def _save(self, done: Callable[[], None], failed: Callable[[AdvocacyError], None]) -> None:
        text, version, now = self.editor.text, self.editor.version, self.app.now()
        cursor = self.editor.offset_of(self.editor.cursor_location)
        database, one, known = self.app.database, self.draft.id, self._known
        self._on_the_way, self._read_version = text, version
        results: list[Saved] = []

        def work() -> Change:
            results.append(save_over(database, one, text, known=known, cursor=cursor, now=now))
            return results[0].change

        def then(_change: Change) -> None:
            self._known, self._kept_cursor = text, cursor
            self.saved_at = now
            if results[0].met:
                self.app.tell(
                    _(
                        "This draft was also changed elsewhere. Yours is here; the other text is "
                        "kept among the earlier versions."
                    )
                )
            if self._trouble_told:
                self._trouble_told = False
                self.app.tell(_("Everything is saved again."))
            done()

        self.app.write(work, then=then, failed=lambda error: self._not_saved(error, failed))

    def _not_saved(self, error: AdvocacyError, failed: Callable[[AdvocacyError], None]) -> None:
        self._on_the_way, self._read_version = self._known, -1
        failed(error)
        if isinstance(error, UsageProblem):
            self._keep_as_new()
        elif not self._trouble_told:
            self._trouble_told = True
            self.app.tell(str(error), serious=True)

    def trouble(self) -> str:
        """Return why the text is not saved, in one line; "" when it is or soon will be."""
        problem = self.autosave.problem
        if problem is None:
            return ""
        if isinstance(problem, DiskFull):
            return _("Not saved yet: the disk is full. The text stays here, and I keep trying.")
        if isinstance(problem, ReadOnly):
            return _("Not saved yet: the notebook cannot be written to. I keep trying.")
        if isinstance(problem, DatabaseLocked):
            return _("Not saved yet: another program holds the notebook. I keep trying.")
        return _("Not saved yet. The text stays here, and I keep trying.")

    def keep_cursor(self) -> None:
        """Remember where the cursor stands; what was typed is saved with it."""
        self.touch()
        self.autosave.flush()
        cursor = self.editor.offset_of(self.editor.cursor_location)
        if cursor == self._kept_cursor or self.unsaved:
            return
        self._kept_cursor = cursor
        database, one = self.app.database, self.draft.id
        # Not being able to keep a place is no news: the next save tells of the disk.
        self.app.write(lambda: save_cursor(database, one, cursor), failed=lambda _error: None)

    def choose(self, **fields: Any) -> None:
        """Keep something that goes with the text; it is taken back by choosing again."""
        self.draft = replace(self.draft, **fields)
        database, one, now = self.app.database, self.draft.id, self.app.now()
        self.app.write(lambda: save_details(database, one, fields, now=now))

    # --- versions -----------------------------------------------------------------------------

    def cut(self, reason: str) -> None:
        """Cut a version of what is saved; see `store.versions.REASONS`."""
        database, one, now = self.app.database, self.draft.id, self.app.now()
        self.app.write(lambda: cut_version(database, one, reason, now=now), failed=_no_news)

    def look_for_idle(self) -> None:
        """Cut a version where nothing was typed for ten minutes."""
        if self._touched_at is None or self.unsaved:
            return
        if self.app.now() - self._touched_at >= IDLE:
            self._touched_at = None
            self.cut("idle")

    # --- others -------------------------------------------------------------------------------

    def look(self, *, outside: bool) -> bool:
        """Take in what another writer did; return False where the draft is gone.

        Args:
            outside: Whether it came from another process, and so is news.
        """
        try:
            found = get_draft(self.app.database, self.draft.id)
        except UsageProblem:
            if self.editor.draft.is_empty or (outside and not self.unsaved):
                self.autosave.forget()
                return False
            self._keep_as_new()
            return True
        except DatabaseProblem:
            return True  # the next save or look tells of it
        self.draft = found
        theirs = found.text
        if theirs not in (self._known, self._on_the_way) and not self.unsaved:
            self._take(theirs)
            if outside:
                self.app.tell(_("The text was changed elsewhere; this is it. ctrl+z goes back."))
        self.told()
        return True

    def _take(self, theirs: str) -> None:
        cursor = self.editor.offset_of(self.editor.cursor_location)
        self._known = self._on_the_way = theirs
        self.editor.replace_all_text(theirs)
        self.editor.goto_offset(min(cursor, len(theirs)))
        # What was cleaned away differs from what is stored, and so is saved.
        if self.editor.text == theirs:
            self._read_version = self.editor.version

    def _keep_as_new(self) -> None:
        """Keep the text of a draft that somebody deleted meanwhile as a draft of its own."""
        if self._moving:
            return
        old, text, now = self.draft, self.editor.text, self.app.now()
        self._moving = True
        self.autosave.forget()

        def work() -> Change:
            return new_draft(
                self.app.database, now=now, text=text, title=old.title, post_type=old.type,
                channels=old.channels,
            )  # fmt: skip

        def then(change: Change) -> None:
            self.draft = get_draft(self.app.database, change.id)
            self._known = self._on_the_way = self.draft.text
            self._read_version, self._moving = -1, False
            self.touch()
            self.choose(
                notes=old.notes, picture=old.picture, alt_text=old.alt_text,
                first_comment=old.first_comment, audience=old.audience,
            )  # fmt: skip
            self.app.tell(_("This draft was deleted, so your text is kept as a new one."))
            self.told()

        def failed(error: AdvocacyError) -> None:
            self._moving = False
            self.autosave.fail(error)

        self.app.write(work, then=then, failed=failed)


def _no_news(_error: AdvocacyError) -> None:
    """Let a version go that could not be cut: the next save tells of the disk."""
