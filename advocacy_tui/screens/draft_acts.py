"""What a person can do with an open draft, one method an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.models import DraftStatus
from advocacy_tui.prompts import POST_TYPES
from advocacy_tui.screens.draft_beside import Beside
from advocacy_tui.screens.draft_external import edit_outside, editor_command
from advocacy_tui.store.drafts import delete_draft, mark_ready
from advocacy_tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.programme import Programme
    from advocacy_tui.screens.base import AdvocacyScreen
    from advocacy_tui.screens.draft_external import Edited
    from advocacy_tui.screens.draft_saving import DraftKeeper
    from advocacy_tui.widgets.editor import DraftEditor

    Base = AdvocacyScreen
else:
    Base = object


class DraftActs(Base):
    """The acts of a draft's screen."""

    app: AdvocacyApp
    keeper: DraftKeeper
    editor: DraftEditor
    programme: Programme | None
    nods: tuple[str, ...]
    came_from: str

    # --- typing and leaving -------------------------------------------------------------------

    def action_leave_typing(self) -> None:
        """Leave the text, so that letters are commands; what lies beside it is closed first."""
        if not self._close_beside():
            self.set_focus(None)

    def action_write_on(self) -> None:
        """Go back into the text."""
        self.editor.focus()

    async def settle(self) -> bool:
        """Save now and wait for it; return whether everything is on the disk."""
        return await self.keeper.settle()

    def unsaved_text(self) -> str:
        """Return what is not known to be on the disk."""
        return self.editor.text if self.keeper.unsaved else ""

    def action_back(self) -> None:
        """Go back to where one came from, when all is saved."""
        if not self._close_beside():
            self.run_worker(self._go_back(), exclusive=True, group="leave")

    def action_to_list(self) -> None:
        """Go back to the list of drafts, wherever one came from."""
        self.came_from = "drafts"
        self.run_worker(self._go_back(), exclusive=True, group="leave")

    async def _go_back(self) -> None:
        if not await self.settle():
            self.app.tell(
                _("The text is not saved yet, so it stays open. {key} takes it along.").format(
                    key=self.app.key_of("draft.take.letter")
                ),
                serious=True,
            )
            return
        if self._nothing_in_it():
            database, one, now = self.app.database, self.keeper.draft.id, self.app.now()
            key = self.app.key_of("undo")
            said = _("The empty draft is gone. {key} brings it back.").format(key=key)
            self.app.write(
                lambda: delete_draft(database, one, now=now),
                then=lambda _change: self.app.tell(said),
            )
        self.app.close_draft(self)

    def _nothing_in_it(self) -> bool:
        draft = self.keeper.draft
        held = (
            draft.title, draft.notes, draft.picture, draft.alt_text, draft.first_comment,
            draft.audience, draft.idea,
        )  # fmt: skip
        return self.editor.draft.is_empty and not any(held)

    def close_gone(self, *, outside: bool) -> None:
        """Close a draft that was deleted."""
        if outside:
            self.app.tell(_("This draft was deleted elsewhere, so it is closed here."))
        self.app.close_draft(self)

    # --- beside the text ----------------------------------------------------------------------

    def _close_beside(self) -> bool:
        beside = self.query_one(Beside)
        if not beside.shown:
            return False
        beside.close()
        if beside.has_focus:
            self.editor.focus()
        self.load()
        return True

    def action_examples(self) -> None:
        """Show an example of this kind of post, then the next."""
        if self.programme is None:
            return
        kind = self.keeper.draft.type or POST_TYPES[0]
        every = self.programme.guidelines.examples
        fitting = [one for one in every if one.type == kind] or list(every)
        key = self.app.key_of("draft.examples")
        if fitting:
            close = self.app.key_of("draft.leave_typing")
            keys = _("{key} the next one   {close} close").format(key=key, close=close)
            self.query_one(Beside).next_example(fitting, fitting[0].type and kind, keys)
        else:
            self._say_nothing("examples", _("There are no examples in the guidelines yet."))
        self.load()

    def action_themes(self) -> None:
        """Show what we like to be associated with, or close it again."""
        if self.programme is None:
            return
        beside = self.query_one(Beside)
        if beside.shown == "themes":
            self._close_beside()
            return
        themes = self.programme.guidelines.themes
        if themes:
            beside.themes(themes, self._say_close())
        else:
            self._say_nothing("themes", _("There are no themes in the guidelines yet."))
        self.load()

    def _say_nothing(self, what: str, sentence: str) -> None:
        self.query_one(Beside).nothing(what, sentence, self._say_close())

    def _say_close(self) -> str:
        return _("{key} close").format(key=self.app.key_of("draft.leave_typing"))

    def action_find(self) -> None:
        """Find and replace in the text."""
        self.query_one(FindBar).open()

    # --- other screens ------------------------------------------------------------------------

    def action_take_text(self) -> None:
        """Take the text along; also where it cannot be saved, and then all the more."""
        self.run_worker(self._take_text(), exclusive=True, group="take")

    async def _take_text(self) -> None:
        from advocacy_tui.screens.take_text import TakeTextScreen

        await self.settle()
        programme = self.programme
        if programme is not None and programme.id.startswith("demo-") and not self.app.demo:
            programme = None  # an invented number is no help
        self.app.push_screen(
            TakeTextScreen(self.keeper.draft, self.editor.text, programme, self.nods),
            self._taken,
        )

    def _taken(self, posted: bool | None) -> None:
        """Let letters be commands once the text is out: the writing is done."""
        if posted:
            self.set_focus(None)

    def action_versions(self) -> None:
        """Show earlier versions beside this one."""
        self.run_worker(self._versions(), exclusive=True, group="versions")

    async def _versions(self) -> None:
        from advocacy_tui.screens.versions import VersionsScreen

        if not await self._all_saved():
            return
        # Back in letters, where the key that undoes the restore is no letter of the text.
        self.app.push_screen(
            VersionsScreen(self.keeper.draft.id, restored=lambda: self.set_focus(None))
        )

    def action_details(self) -> None:
        """Show title, notes and what else goes with the text."""
        self.run_worker(self._details(), exclusive=True, group="details")

    async def _details(self) -> None:
        from advocacy_tui.screens.draft_details import DetailsScreen

        if await self._all_saved():
            self.app.push_screen(DetailsScreen(self.keeper.draft))

    async def _all_saved(self) -> bool:
        if await self.settle():
            return True
        self.app.tell(self.keeper.trouble(), serious=True)
        return False

    # --- acts ---------------------------------------------------------------------------------

    def action_ready(self) -> None:
        """Mark the draft as ready."""
        self.run_worker(self._ready(), exclusive=True, group="ready")

    async def _ready(self) -> None:
        if not await self._all_saved():
            return
        status = self.keeper.draft.status
        if status in (DraftStatus.READY, DraftStatus.POSTED):
            ready = _("It is marked as ready already.")
            self.app.tell(ready if status == DraftStatus.READY else _("It is posted already."))
            return
        database, one, now = self.app.database, self.keeper.draft.id, self.app.now()
        said = _("Marked as ready. {key} takes it back.").format(key=self.app.key_of("undo"))
        self.app.write(
            lambda: mark_ready(database, one, now=now),
            then=lambda _change: self.app.tell(said),
        )

    def action_external(self) -> None:
        """Open the text in the person's own editor."""
        self.run_worker(self._external(), exclusive=True, group="external")

    def _edit_outside(self, command: Sequence[str]) -> Edited:
        """Hand the terminal over to an editor and take it back, also after an error."""
        problem = None
        with self.app.suspend():
            # Textual does not take the terminal back when an error leaves this block.
            try:
                edited = edit_outside(self.editor.text, command, keep_in=self.app.paths.home)
            except UsageProblem as error:
                problem = error
        if problem is not None:
            raise problem
        return edited

    async def _external(self) -> None:
        if not await self._all_saved():
            return
        self.keeper.cut("import")
        try:
            edited = self._edit_outside(editor_command())
        except UsageProblem as problem:
            self.app.tell(str(problem), serious=True)
        except SuspendNotSupported:
            self.app.tell(
                _("Another editor cannot be opened in this kind of terminal."), serious=True
            )
        else:
            self.editor.replace_all_text(edited.text)
            if edited.remark:
                self.app.tell(edited.remark)
        self.app.refresh(layout=True)
