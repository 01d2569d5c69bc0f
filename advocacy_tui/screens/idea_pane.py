"""The place of one idea: read there, and written on there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.message import Message

from advocacy_tui.i18n import _
from advocacy_tui.idea_words import say_facts
from advocacy_tui.widgets.idea_view import IdeaView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.errors import AdvocacyError
    from advocacy_tui.models import Idea
    from advocacy_tui.screens.idea_editor import IdeaEditor


class IdeaPane(Container):
    """Shows an idea; `write` turns it into a field, and `finish` keeps what was typed."""

    app: AdvocacyApp

    @dataclass
    class Finished(Message):
        """What was typed is kept, and the idea is shown again."""

        pane: IdeaPane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.editor: IdeaEditor | None = None
        self._finishing = False

    def compose(self) -> ComposeResult:
        """Lay out the text to be read."""
        yield IdeaView()

    @property
    def view(self) -> IdeaView:
        """The text to be read."""
        return self.query_one(IdeaView)

    def show(self, idea: Idea | None) -> None:
        """Show an idea, or nothing."""
        if idea is None:
            self.view.show("", "")
        else:
            self.view.show(say_facts(idea, self.app.now()), idea.text)

    async def write(self, idea: Idea) -> None:
        """Write on in an idea; its field has the focus when this returns."""
        from advocacy_tui.screens.idea_editor import IdeaEditor

        if self.editor is None:
            self.editor = IdeaEditor(idea)
            self.view.display = False
            await self.mount(self.editor)
        self.screen.set_focus(self.editor)

    def finish(self) -> None:
        """Put what was typed into the idea; where that cannot be, the field stays."""
        from advocacy_tui.store.idea_writing import finish_idea

        editor = self.editor
        if editor is None or self._finishing:
            return
        self._finishing = True
        editor.autosave.flush()
        text, idea, now = editor.text, editor.idea, self.app.now()
        self.app.write(
            partial(finish_idea, self.app.database, idea.id, text, now=now, began=idea.text),
            then=lambda change: self._close(text, apart=change.id != idea.id),
            failed=self._stay,
        )

    def _close(self, text: str, *, apart: bool) -> None:
        if apart:
            self.app.tell(
                _("The idea was changed elsewhere meanwhile, so your words are a thought apart.")
            )
        if not text.strip():
            self.app.tell(_("No words were left, so the idea stands as it was. D deletes it."))
        self._finishing = False
        editor, self.editor = self.editor, None
        if editor is None or not self.is_attached:
            return
        editor.autosave.forget()
        editor.remove()
        self.view.display = True
        self.post_message(self.Finished(self))

    def _stay(self, error: AdvocacyError) -> None:
        self._finishing = False
        self.app.tell(str(error), serious=True)
        if self.editor is not None and self.is_attached:
            self.screen.set_focus(self.editor)
