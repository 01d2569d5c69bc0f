"""What goes with a draft: a calm form at the side, saved as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from advocacy_tui.draft_words import say_channels, say_kind
from advocacy_tui.i18n import N_, _
from advocacy_tui.keys import bindings_for
from advocacy_tui.prompts import POST_TYPES
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.screens.draft_channels import ChannelsScreen
from advocacy_tui.store.drafts import FIELDS
from advocacy_tui.store.working_text import keep_details, save_details
from advocacy_tui.widgets.autosave import Autosave
from advocacy_tui.widgets.editor import DraftEditor
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from advocacy_tui.errors import AdvocacyError
    from advocacy_tui.models import Draft

LINES = (
    ("title", N_("Title"), N_("for you; the first line serves if you leave it")),
    ("audience", N_("Who it is for"), N_("one person you know is enough")),
    ("picture", N_("Picture"), N_("where it lies on your machine")),
    ("alt_text", N_("The picture in words"), N_("for those who cannot see it")),
)
"""Fields of one line: name, label, and what is said while they are empty."""

AREAS = (
    ("first_comment", N_("First comment")),
    ("notes", N_("Notes, only for you")),
)
"""Fields of several lines: name and label."""


class Choice(Static, can_focus=True):
    """One of a few kinds, gone through with left and right."""

    BINDINGS: ClassVar = [*bindings_for("choice")]

    class Changed(Message):
        """Another kind was chosen."""

    def __init__(self, kind: str) -> None:
        super().__init__("", id="type", markup=False)
        self.kind = kind

    def on_mount(self) -> None:
        """Say what is chosen."""
        self.update(f"‹ {say_kind(self.kind)} ›")

    def action_step(self, step: int) -> None:
        """Choose another one."""
        place = POST_TYPES.index(self.kind) + step if self.kind in POST_TYPES else 0
        self.kind = POST_TYPES[place % len(POST_TYPES)]
        self.update(f"‹ {say_kind(self.kind)} ›")
        self.post_message(self.Changed())

    def on_click(self) -> None:
        """Choose the next one."""
        self.action_step(1)


class Pick(Static, can_focus=True):
    """The channels that are chosen; enter opens the list of them."""

    BINDINGS: ClassVar = [*bindings_for("pick")]

    class Wanted(Message):
        """A person wants to choose."""

    def __init__(self, channels: tuple[str, ...]) -> None:
        super().__init__("", id="channels", markup=False)
        self.channels = channels

    def on_mount(self) -> None:
        """Say what is chosen."""
        self.choose(self.channels)

    def choose(self, channels: tuple[str, ...]) -> None:
        """Show other channels."""
        self.channels = channels
        self.update(say_channels(channels) or _("none yet"))

    def action_pick(self) -> None:
        """Ask for the list."""
        self.post_message(self.Wanted())

    def on_click(self) -> None:
        """Ask for the list."""
        self.action_pick()


class DetailsScreen(AdvocacyModal[None]):
    """Title, private notes, picture, first comment, who it is for, channels, kind."""

    GROUP = "details"
    AUTO_FOCUS = "#title"
    CSS = """
    DetailsScreen { background: transparent; align: right top; }
    DetailsScreen > Vertical {
        width: 60; max-width: 100%; height: 100%; background: $surface; padding: 0 1;
        border-left: solid $primary;
    }
    DetailsScreen #head { text-style: bold; padding: 0 1; }
    DetailsScreen #trouble { color: $text-error; text-style: bold; padding: 0 1; display: none; }
    DetailsScreen #trouble.-shown { display: block; }
    DetailsScreen VerticalScroll { height: 1fr; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
    DetailsScreen .label { color: $text-muted; padding: 0 1; }
    DetailsScreen .field { padding: 0 1 0 2; margin: 0; background: transparent; height: 1; }
    DetailsScreen Input.field:focus, DetailsScreen Choice:focus, DetailsScreen Pick:focus {
        background: $panel; text-style: bold;
    }
    DetailsScreen DraftEditor.field { height: 2; padding: 0 1 0 2; }
    DetailsScreen #notes { height: 1fr; min-height: 3; }
    DetailsScreen DraftEditor.field:focus { background: $panel; }
    DetailsScreen KeyBar { dock: none; padding: 0 1; background: transparent; }
    """

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self._before = {name: getattr(draft, name) for name in FIELDS}
        self._saved = dict(self._before)
        self._shown = dict(self._before)
        self.autosave = Autosave(after=self.set_timer, save=self._save, told=self._told)

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical():
            yield Static(_("Beside the text"), id="head", markup=False)
            yield Static("", id="trouble", markup=False)
            with VerticalScroll(can_focus=False):
                for name, label, hint in LINES[:2]:
                    yield from self._line(name, label, hint)
                yield Static(_("Kind"), classes="label", markup=False)
                yield Choice(self._shown["type"] or POST_TYPES[0]).add_class("field")
                yield Static(_("Where it is going"), classes="label", markup=False)
                yield Pick(self._shown["channels"]).add_class("field")
                for name, label, hint in LINES[2:]:
                    yield from self._line(name, label, hint)
                for name, label in AREAS:
                    yield Static(_(label), classes="label", markup=False)
                    yield DraftEditor(self._shown[name], id=name, classes="field")
            yield KeyBar()

    def _line(self, name: str, label: str, hint: str) -> ComposeResult:
        yield Static(_(label), classes="label", markup=False)
        yield Input(
            self._shown[name], placeholder=_(hint), compact=True, id=name, classes="field",
            select_on_focus=False,
        )  # fmt: skip

    # --- saving -------------------------------------------------------------------------------

    def fields(self) -> dict[str, Any]:
        """Return what stands in the form, by the names of `drafts.FIELDS`."""
        found: dict[str, Any] = {
            name: self.query_one(f"#{name}", Input).value for name, _label, _hint in LINES
        }
        for name, _label in AREAS:
            found[name] = self.query_one(f"#{name}", DraftEditor).text
        chosen = self.query_one(Choice).kind
        found["type"] = chosen if self._before["type"] or chosen != POST_TYPES[0] else None
        found["channels"] = self.query_one(Pick).channels
        return found

    def _save(self, done: Callable[[], None], failed: Callable[[AdvocacyError], None]) -> None:
        fields, now = self.fields(), self.app.now()
        changed = {name: value for name, value in fields.items() if value != self._saved[name]}
        if not changed:
            done()
            return

        def saved(_change: object) -> None:
            self._saved.update(changed)
            done()

        database, one = self.app.database, self.draft.id
        self.app.write(
            lambda: save_details(database, one, changed, now=now), then=saved, failed=failed
        )

    def _told(self) -> None:
        if self.is_attached:
            trouble, problem = self.query_one("#trouble", Static), self.autosave.problem
            trouble.update(str(problem) if problem is not None else "")
            trouble.set_class(problem is not None, "-shown")

    def on_input_changed(self) -> None:
        """Save soon."""
        self.autosave.touch()

    def on_text_area_changed(self, _event: TextArea.Changed) -> None:
        """Save soon."""
        self.autosave.touch()

    def on_choice_changed(self) -> None:
        """Save soon."""
        self.autosave.touch()

    def on_pick_wanted(self) -> None:
        """Choose channels."""
        pick = self.query_one(Pick)

        def chosen(channels: tuple[str, ...] | None) -> None:
            if channels is not None:
                pick.choose(channels)
                self.autosave.touch()

        self.app.push_screen(ChannelsScreen(_("Where is it going?"), pick.channels), chosen)

    # --- closing ------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Go back to the text; all of it becomes one undo."""
        self.run_worker(self._close(), exclusive=True, group="close")

    async def settle(self) -> bool:
        """Save now and wait for it; return whether everything is on the disk."""
        return await self.autosave.settle()

    def unsaved_text(self) -> str:
        """Return the lines that are not known to be on the disk."""
        if not self.autosave.unsaved:
            return ""
        fields = self.fields()
        return "\n\n".join(
            str(fields[name])
            for name in FIELDS
            if fields[name] != self._saved[name] and isinstance(fields[name], str)
        )

    async def _close(self) -> None:
        if await self.settle():
            self.dismiss()

    def on_unmount(self) -> None:
        """Save what is left, and make one undo of it all."""
        if self.query(Input):  # gone where the app closes over what could not be saved
            self.autosave.flush()
        database, one, before, now = self.app.database, self.draft.id, self._before, self.app.now()
        self.app.write(lambda: keep_details(database, one, before, now=now))

    async def speak(self) -> None:
        """Say everything again in the language spoken now; what was typed stays."""
        self._shown = self.fields()
        await super().speak()
