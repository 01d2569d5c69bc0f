"""The draft: is it me, is it clear, is it safe?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Container

from advocacy_tui import i18n
from advocacy_tui.draft_words import say_kind, say_status
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _, ngettext, say_number, say_time
from advocacy_tui.keys import bindings_for
from advocacy_tui.models import DraftStatus
from advocacy_tui.prompts import POST_TYPES
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.screens.draft_acts import DraftActs
from advocacy_tui.screens.draft_beside import Beside
from advocacy_tui.screens.draft_empty import Calm, next_kind, starter_for
from advocacy_tui.screens.draft_saving import DraftKeeper
from advocacy_tui.store.drafts import title_of
from advocacy_tui.text import cell_width, first_line
from advocacy_tui.widgets.counts import Counts
from advocacy_tui.widgets.editor import DraftEditor
from advocacy_tui.widgets.find_bar import FindBar
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advocacy_tui.models import Draft
    from advocacy_tui.programme import Programme
    from advocacy_tui.store.change import Change

ONLY_EMPTY = frozenset(("blank",))
"""Actions of a draft with nothing in it."""

BESIDE = frozenset(("examples", "themes"))
"""Actions that are left out of the key bar while one finds and replaces."""

ONLY_FULL = frozenset(("take_text", "find", "ready"))
"""Actions of a draft with something in it."""


class DraftScreen(DraftActs, AdvocacyScreen):
    """One draft, open for writing."""

    KINDS = frozenset({"draft", "post", "catalogue"})
    BINDINGS = [*bindings_for("draft", "draft-letters")]
    AUTO_FOCUS = ""  # coming back, letters are commands where they were when it was left
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"), (100, "-wide"), (112, "-broad"),
    ]  # fmt: skip
    CSS = """
    DraftScreen Head.-serious { color: $text-error; text-style: bold reverse; }
    DraftScreen #writing { layout: vertical; height: 1fr; margin: 1 0 0 0; }
    DraftScreen.-broad #writing { layout: horizontal; }
    DraftScreen #text { height: 1fr; margin: 0 0 0 3; }
    DraftScreen.-broad #text { width: 74; margin: 0 0 0 3; }
    DraftScreen.-broad Beside {
        width: 1fr; height: 1fr; max-height: 100%; max-width: 64; padding: 0 2; margin: 0;
        border-top: none; border-left: solid $panel;
    }
    DraftScreen.-broad Beside:focus { border-top: none; border-left: solid $primary; }
    """

    def __init__(self, draft: Draft, came_from: str) -> None:
        """Make the screen of a draft.

        Args:
            draft: The draft, whole.
            came_from: The mode to go back to.
        """
        super().__init__()
        self.came_from = came_from
        self.keeper = DraftKeeper(self, self.app, draft)
        self.editor = DraftEditor(draft.text, id="text")
        self.counts = Counts(lambda: self.editor.draft.lines)
        self.programme: Programme | None = None
        self.nods: tuple[str, ...] = ()
        self._blank = False
        self._was_empty = not draft.text

    def compose_body(self) -> ComposeResult:
        """Yield the counts, the text with what lies beside it, and what lies beneath."""
        yield self.counts
        with Container(id="writing"):
            yield self.editor
            yield Beside()
        yield FindBar(self.editor)
        yield Calm()

    def on_mount(self) -> None:
        """Watch the text from here on."""
        keeper = self.keeper
        keeper.watch(self.editor)
        keeper.told = self.tell_state
        self.editor.goto_offset(keeper.draft.cursor)
        self.watch(self.app, "app_focus", self._look_up, init=False)
        self.set_focus(self.editor)
        keeper.cut("open")
        self.counts.count()
        self.learn()
        self.app.release_keys()

    def arrive(self) -> None:
        """Let letters be commands when one comes here by a letter: the next may be one too."""
        self.set_focus(None)

    # --- what there is ------------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """The draft as it was read last."""
        return self.keeper.draft

    @property
    def trouble(self) -> str:
        """Why the text is not saved; "" when it is."""
        return self.keeper.trouble()

    @property
    def empty(self) -> bool:
        """Whether there is no text."""
        return self.editor.draft.is_empty

    @property
    def typing(self) -> bool:
        """Whether letters go into the text."""
        return self.focused is self.editor

    def load(self) -> None:
        """Show the draft, its questions and how it stands."""
        self._show_empty()
        self.tell_state()

    def _changed(self, change: Change) -> None:
        if change.kind == "catalogue":
            self.learn()
        elif change.kind in ("any", "post") or self.draft.id in change.ids:
            outside = change.kind == "any"
            if not self.keeper.look(outside=outside):
                self.close_gone(outside=outside)

    @work(thread=True, exclusive=True, group="learn")
    def learn(self) -> None:
        """Read the programme and who nodded; shown when it is there."""
        from advocacy_tui.exchange.programme import demo_programme
        from advocacy_tui.store.catalogue import get_shared
        from advocacy_tui.store.ideas import get_idea

        programme = demo_programme(i18n.language())
        nods: tuple[str, ...] = ()
        try:
            idea = get_idea(self.app.database, self.draft.idea) if self.draft.idea else None
            if idea is not None and idea.origin:
                nods = get_shared(self.app.database, self.app.programme, idea.origin).nods
        except AdvocacyError:
            nods = ()  # an idea that is deleted, or from a programme that is not shown now
        self.app.call_next_from_writer(partial(self._learnt, programme, nods))

    def _learnt(self, programme: Programme, nods: tuple[str, ...]) -> None:
        if self.is_attached:
            self.programme, self.nods = programme, nods
            self.load()

    # --- head line ----------------------------------------------------------------------------

    def tell_state(self) -> None:
        """Say in the head line what this is and whether it is saved, and the kind in the next."""
        if not self.is_attached:
            return
        trouble = self.trouble
        self.head.set_class(bool(trouble), "-serious")
        if trouble:
            self.head.say(trouble)
        else:
            self._say_head()
        self._say_kind()

    def _say_head(self) -> None:
        title = self.draft.title or first_line(self.editor.draft.lines[0], 60)
        title = title or title_of(self.draft)
        name = _("New draft") if self.empty else _("Draft")
        right = " · ".join(
            filter(None, (self._say_nods(), self._say_standing(), self._say_saved()))
        )
        room = self.app.size.width - cell_width(name) - cell_width(right) - 8
        self.head.say(f"{name} · {first_line(title, max(12, room))}" if title else name, right)

    def _say_nods(self) -> str:
        if len(self.nods) == 1:
            return _("{name} nodded").format(name=self.nods[0])
        if not self.nods:
            return ""
        return ngettext("{count} has nodded", "{count} have nodded", len(self.nods)).format(
            count=say_number(len(self.nods))
        )

    def _say_standing(self) -> str:
        status = self.draft.status
        return say_status(status) if status in (DraftStatus.READY, DraftStatus.POSTED) else ""

    def _say_saved(self) -> str:
        at = self.keeper.saved_at
        return _("saved {time}").format(time=say_time(at)) if at is not None else ""

    def _say_kind(self) -> None:
        kind = say_kind(self.draft.type or POST_TYPES[0])
        if not self.empty or self._blank:
            self.counts.say(kind)
            return
        key = self.app.key_of("draft.type" if self.typing else "draft.type.letter")
        another = _("another kind")
        self.counts.say(f"{kind}   {key} {another}", kind)

    def on_resize(self) -> None:
        """Cut the title to the new width."""
        self.load()

    # --- an empty draft -----------------------------------------------------------------------

    def _show_empty(self) -> None:
        """Show the grey questions where there is no text; they are none of it."""
        questions = self.empty and not self._blank
        starter = starter_for(self.draft.id, self.draft.type)
        shown = (starter.start, starter.middle, starter.end) if questions else ()
        self.editor.starter = shown
        calm = self.query_one(Calm)
        calm.set_class(questions and not self.query_one(Beside).shown, "-shown")
        themes = self.programme.guidelines.themes if self.programme is not None else ()
        calm.say(starter.calm, [theme.name for theme in themes])

    def action_another_kind(self) -> None:
        """Take another kind of post, with other questions."""
        kind = next_kind(self.draft.type or POST_TYPES[0])
        self._blank = False
        self.keeper.choose(type=kind)
        self.load()

    def action_blank(self) -> None:
        """Hide the questions, or show them again."""
        self._blank = not self._blank
        self.load()

    # --- typing -------------------------------------------------------------------------------

    def on_text_area_changed(self) -> None:
        """Save and count soon."""
        self.keeper.touch()
        self.counts.touch()
        if self.empty != self._was_empty:
            self._was_empty = self.empty
            self.load()
            self.refresh_bindings()

    def on_draft_editor_cleaned(self, event: DraftEditor.Cleaned) -> None:
        """Say that something was left out."""
        self.app.tell(
            ngettext(
                "{count} control character was left out; every other character is kept.",
                "{count} control characters were left out; every other character is kept.",
                event.count,
            ).format(count=say_number(event.count))
        )

    def on_descendant_blur(self) -> None:
        """Save what was typed when the text is left."""
        self.keeper.keep_cursor()
        self.call_after_refresh(self.tell_state)

    def on_descendant_focus(self) -> None:
        """Show the keys of the text."""
        self.call_after_refresh(self.tell_state)

    def _look_up(self, focused: bool) -> None:
        if not focused:
            self.keeper.keep_cursor()

    def on_screen_suspend(self) -> None:
        """Save when another screen comes."""
        self.keeper.keep_cursor()

    def on_unmount(self) -> None:
        """Save when the screen goes, or the app."""
        self.keeper.keep_cursor()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done right now."""
        if not self.is_attached:
            return True
        if action in BESIDE and self.query_one(FindBar).has_focus_within:
            return False
        if action in ONLY_EMPTY:
            return self.empty
        if action in ONLY_FULL:
            return not self.empty
        if action == "leave_typing":
            return self.typing
        if action in ("back", "write_on"):
            return not self.typing
        return True

    async def speak(self) -> None:
        """Say everything again in the language spoken now; text, cursor and undo stay."""
        bar = self.query_one(FindBar)
        if bar.display:
            bar.action_close()
        await bar.recompose()
        self.query_one(Beside).close()
        self.counts.count()
        self.load()
        self.learn()
        self.query_one(KeyBar).refresh()
