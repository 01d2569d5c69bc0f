"""The hovering minute: the text is copied, and one is about to leave for the browser."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from advocacy_tui.addresses import checked_post_url
from advocacy_tui.draft_words import say_channel
from advocacy_tui.errors import AdvocacyError, UsageProblem
from advocacy_tui.exchange.clipboard import FILE, Copied, copy_text
from advocacy_tui.exchange.formats import formatted
from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for
from advocacy_tui.models import DraftStatus
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.screens.draft_channels import ChannelsScreen
from advocacy_tui.screens.take_words import (
    FORMS,
    MARKS_SHOW,
    backing_line,
    copied_line,
    nods_line,
    support_line,
)
from advocacy_tui.store.posts import mark_posted, set_post_url
from advocacy_tui.store.preferences import get_setting, set_settings
from advocacy_tui.store.rhythm import read_rhythm
from advocacy_tui.store.versions import cut_version
from advocacy_tui.store.working_text import save_details
from advocacy_tui.today_words import week_line
from advocacy_tui.widgets._textual_private.driver import write_between_frames
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from advocacy_tui.models import Draft
    from advocacy_tui.programme import Programme
    from advocacy_tui.store.change import Change


class TakeTextScreen(AdvocacyModal[bool]):
    """Copies a text, says what can be said before it goes out, and marks it as posted."""

    BINDINGS = [*bindings_for("take", "posted")]
    AUTO_FOCUS = ""
    CSS = """
    TakeTextScreen { background: transparent; align: left bottom; }
    TakeTextScreen > Vertical {
        height: auto; max-height: 100%; background: $surface; border-top: solid $primary;
        padding: 0 2;
    }
    TakeTextScreen Static { width: 100%; }
    TakeTextScreen #link-label { width: auto; }
    TakeTextScreen .part { margin: 0 0 1 0; }
    TakeTextScreen .-none { display: none; }
    TakeTextScreen #copied { text-style: bold; }
    TakeTextScreen #facts { max-width: 90; }
    TakeTextScreen #link { height: 1; margin: 0 0 1 0; }
    TakeTextScreen #link Input { width: 1fr; background: transparent; margin: 0 0 0 1; }
    TakeTextScreen KeyBar { dock: none; padding: 0; background: transparent; }
    """

    def __init__(
        self, draft: Draft, text: str, programme: Programme | None, nods: Sequence[str]
    ) -> None:
        """Make the sheet.

        Args:
            draft: What the text belongs to.
            text: The text as it stands on the screen.
            programme: Whose backing and whose telephone number is shown; None for neither.
            nods: Who nodded at the idea.
        """
        super().__init__()
        self.draft = draft
        self.text = text
        self.programme = programme
        self.nods = nods
        self.channels = draft.channels
        self._going_to = 0
        self._form = 0
        self._copied: Copied | None = None
        self._post = ""
        self._is_posting = False
        self._week = ""

    def compose(self) -> ComposeResult:
        """Lay out what is said, the link line and the keys."""
        with Vertical():
            yield Static("", id="copied", classes="part", markup=False)
            yield Static("", id="form", classes="part", markup=False)
            yield Static("", id="facts", classes="part", markup=False)
            yield Static("", id="question", classes="part", markup=False)
            with Horizontal(id="link", classes="-none"):
                yield Static("", id="link-label", markup=False)
                yield Input(compact=True, placeholder="https://…", id="url")
            yield Static("", id="after", classes="part -none", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Copy at once."""
        if not self.channels:
            known = get_setting(self.app.database, "channels")
            self.channels = tuple(one for one in known.split(",") if one)
        self.copy()

    def load(self) -> None:
        """Say everything for where we are: before posting, or after."""
        posted = bool(self._post)
        self._say("#form", "" if posted else self._say_form())
        self._say("#facts", "" if posted else self._say_facts())
        self.query_one("#link").set_class(not posted, "-none")
        if posted:
            self._say("#copied", _("There. It took courage, and there it is."))
            self.query_one("#link-label", Static).update(_("Link (if you like)  >"))
            self._say("#question", self._week)
            self._say("#after", _("Look again tomorrow. The first five minutes say nothing."))
        else:
            self._say("#copied", copied_line(self._copied, self._form, self.channel))
            self._say("#question", self._say_question())
        self.refresh_bindings()

    def _say(self, where: str, words: str) -> None:
        part = self.query_one(where, Static)
        part.update(Content(words))
        part.set_class(not words, "-none")

    # --- words --------------------------------------------------------------------------------

    @property
    def channel(self) -> str:
        """Where the text is going; "" where that is not known."""
        return self.channels[self._going_to % len(self.channels)] if self.channels else ""

    def _say_form(self) -> str:
        if self._form == 0 and self.channel in MARKS_SHOW and self._differs("linkedin"):
            return _("There are Markdown signs in it. {key} copies it without them.").format(
                key=self.app.key_of("take.form")
            )
        return ""

    def _differs(self, form: str) -> bool:
        return formatted(self.text, form) != self.text

    def _say_facts(self) -> str:
        lines = [nods_line(self.nods)]
        if self.programme is not None:
            lines += [backing_line(self.programme), support_line(self.programme)]
        return "\n".join(filter(None, [*lines, _("You may always delete it again.")]))

    def _say_question(self) -> str:
        if self.draft.status == DraftStatus.POSTED:
            return _("It is posted already. Have you posted it somewhere else, too?")
        key = self.app.key_of("take.channel")
        if not self.channels:
            return _(
                "Are you posting it? Press {key} to choose where; I remember it for next time."
            ).format(key=key)
        if len(self.channels) == 1:
            return _("Are you posting it?")
        others = "   ".join(
            f"[{say_channel(one)}]" if one == self.channel else say_channel(one)
            for one in self.channels
        )
        return _("Are you posting it?") + "   " + others

    # --- copying ------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="copy")
    def copy(self) -> None:
        """Copy the text in the form chosen, beside the screen: a clipboard can take seconds."""
        app = self.app
        text = formatted(self.text, FORMS[self._form][0])

        def write(sequence: str) -> bool:
            return app.call_from_thread(write_between_frames, app, sequence)

        try:
            way = get_setting(app.database, "clipboard")
            copied = copy_text(text, home=app.paths.home, way=way, write=write)
        except AdvocacyError as error:
            copied = Copied(FILE, False, "", str(error))
        app.call_next_from_writer(partial(self._was_copied, copied))

    def _was_copied(self, copied: Copied) -> None:
        first = self._copied is None
        self._copied = copied
        if self.is_attached:
            self.load()
        if first:
            database, one, now = self.app.database, self.draft.id, self.app.now()
            self.app.write(lambda: cut_version(database, one, "copy", now=now))

    def action_again(self) -> None:
        """Copy the text once more."""
        self.copy()

    def action_form(self) -> None:
        """Copy the text in the next form that differs."""
        for _step in FORMS:
            self._form = (self._form + 1) % len(FORMS)
            if self._form == 0 or self._differs(FORMS[self._form][0]):
                break
        self.copy()

    # --- where it is going --------------------------------------------------------------------

    def action_channel(self) -> None:
        """Choose where the text is going; remembered for this draft, and for new ones."""
        self.app.push_screen(ChannelsScreen(_("Where is it going?"), self.channels), self._chosen)

    def _chosen(self, channels: tuple[str, ...] | None) -> None:
        if not channels:
            return
        self.channels, self._going_to = channels, 0
        database, one, now = self.app.database, self.draft.id, self.app.now()
        self.app.write(lambda: save_details(database, one, {"channels": channels}, now=now))
        if not get_setting(database, "channels"):
            values = {"channels": ",".join(channels)}
            self.app.write(lambda: set_settings(database, values, now=now))
        self.load()

    def action_next_channel(self) -> None:
        """Take the next of the channels."""
        self._going_to += 1
        self.load()

    # --- posting ------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what belongs before posting, or after it."""
        if action == "next_channel":
            return not self._post and len(self.channels) > 1
        if action in ("posted", "later", "channel", "form", "again"):
            return not self._post
        return bool(self._post) if action == "done" else True

    def action_posted(self) -> None:
        """Mark the text as posted."""
        if self._copied is None or self._is_posting:
            return
        self._is_posting = True
        database, one, now, channel = (
            self.app.database, self.draft.id, self.app.now(), self.channel,
        )  # fmt: skip
        self.app.write(
            lambda: mark_posted(database, one, now=now, channel=channel),
            then=self._is_posted,
            failed=self._is_not_posted,
        )

    def _is_not_posted(self, error: AdvocacyError) -> None:
        self._is_posting = False
        self.app.tell(str(error), serious=True)

    def _is_posted(self, change: Change) -> None:
        self._post = change.id
        rhythm, today = read_rhythm(self.app.database), self.app.now().date()
        runs = get_setting(self.app.database, "runs") == "on"
        _marks, words = week_line(rhythm.summary(today), rhythm.weeks(today), runs=runs)
        self._week = words[:1].upper() + words[1:] + "."
        self.load()
        self.set_focus(self.query_one("#url", Input))

    def action_later(self) -> None:
        """Go back to the text; what is copied stays copied."""
        self.dismiss(False)

    def on_input_submitted(self) -> None:
        """Keep the link."""
        self.action_done()

    def action_done(self) -> None:
        """Keep the link, if there is one, and go back."""
        try:
            url = checked_post_url(self.query_one("#url", Input).value)
        except UsageProblem as problem:
            self.app.tell(str(problem), serious=True)
            return
        if not url:
            self.dismiss(True)
            return
        database, post, now = self.app.database, self._post, self.app.now()
        self.app.write(
            lambda: set_post_url(database, post, url, now=now),
            then=lambda _change: self._leave(),
            failed=lambda error: self.app.tell(str(error), serious=True),
        )

    def _leave(self) -> None:
        if self.is_current:  # a second enter may have come before the link was kept
            self.dismiss(True)

    async def speak(self) -> None:
        """Say everything again in the language spoken now."""
        self.load()
        self.query_one(KeyBar).refresh()
