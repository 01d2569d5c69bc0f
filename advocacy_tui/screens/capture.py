"""The capture line: a thought is kept, over whatever is on the screen."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _, ngettext, say_number
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.store.capture import add_idea, known_themes, theme_in
from advocacy_tui.store.change import Change
from advocacy_tui.store.unsaved import CAPTURE, CAPTURE_BESIDE, keep_unsaved, unsaved
from advocacy_tui.text import hashtags
from advocacy_tui.widgets.capture_line import CaptureLine
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


SAVE_AFTER = 0.4
"""Seconds from the first unsaved key to the save: a throttle, so who types on is safe too."""

TRY_AGAIN_AFTER = 3.0
"""Seconds until a line that could not be saved is tried again."""

LOOKED_THROUGH = 5_000
"""Characters up to which tags and themes are looked for while typing."""


class CaptureScreen(AdvocacyModal[None]):
    """One line at the bottom; it grows, and what stands in it survives."""

    GROUP = "capture"
    CSS = """
    CaptureScreen { background: transparent; align: left bottom; }
    CaptureScreen > Vertical {
        height: auto; background: $surface; border-top: solid $primary; padding: 0 1;
    }
    CaptureScreen #question { color: $text; padding: 0 0 1 0; width: 100%; }
    CaptureScreen #question.-none { display: none; }
    CaptureScreen Horizontal { height: auto; }
    CaptureScreen #sign { width: 2; color: $primary; text-style: bold; }
    CaptureScreen #beside { height: 1; color: $text-muted; margin-left: 2; }
    CaptureScreen #beside.-serious { color: $text-warning; text-style: bold; height: auto; }
    CaptureScreen KeyBar { dock: none; padding: 0; background: transparent; }
    """

    def __init__(self, question: str = "", then: Callable[[Change], None] | None = None) -> None:
        super().__init__()
        self._question = question
        self._then = then
        self._themes: list[str] = []
        self.line = CaptureLine()
        self._save_is_due = self._told_of_change = False
        self._saved = ""
        self._slot = CAPTURE

    def compose(self) -> ComposeResult:
        """Lay out question, line, what was understood, and keys."""
        with Vertical():
            yield Static(
                Content(self._question), id="question", classes="" if self._question else "-none"
            )
            with Horizontal():
                yield Static(">", id="sign")
                yield self.line
            yield Static("", id="beside", markup=False)
            yield KeyBar()

    def load(self) -> None:
        """Take the keys at once; what was laid aside or left by a crash stands there again."""
        self.set_focus(self.line)
        if not self.app.presence.is_alone:
            self._slot = f"{CAPTURE_BESIDE}{os.getpid()}"
        try:
            self._saved = unsaved(self.app.database, self._slot)
            self._themes = known_themes(self.app.database)
        except AdvocacyError as error:
            self._say(str(error), serious=True)
        if self._saved:
            with self.line.prevent(CaptureLine.Changed):
                self.line.offer(self._saved)
            self._say(self._about_whole() or _("You had begun on this. It is all here."))
        self.app.release_keys()

    async def speak(self) -> None:
        """Say what stands around the line in the language spoken now; the line stays."""
        self._look_through()
        self.query_one(KeyBar).refresh()

    # --- while typing -----------------------------------------------------------------------

    def on_text_area_changed(self) -> None:
        """Save soon, and show quietly what was understood."""
        self._save_soon(SAVE_AFTER)
        if self._told_of_change:
            self._told_of_change = False
        else:
            self._look_through()

    def on_draft_editor_cleaned(self, event: CaptureLine.Cleaned) -> None:
        """Say that something was left out; it comes just before the change itself."""
        self._told_of_change = True
        self._say(
            ngettext(
                "{count} control character was left out; every other character is kept.",
                "{count} control characters were left out; every other character is kept.",
                event.count,
            ).format(count=say_number(event.count))
        )

    def _look_through(self) -> None:
        text = self.line.kept_text
        said = self._about_whole()
        if not said and len(text) <= LOOKED_THROUGH:
            seen = [f"#{tag}" for tag in hashtags(text)]
            theme = theme_in(text, self._themes)
            seen += [f"@ {theme}"] if theme else []
            said = "   ".join(seen)
        self._say(said)

    def _about_whole(self) -> str:
        """Return what to say of a text that is too long to be edited here."""
        if self.line.whole is None:
            return ""
        return _("{count} characters, kept whole. Backspace takes them out again.").format(
            count=say_number(len(self.line.whole))
        )

    def _say(self, sentence: str, *, serious: bool = False) -> None:
        beside = self.query_one("#beside", Static)
        beside.set_class(serious, "-serious")
        beside.update(Content(sentence))

    # --- keeping what is typed --------------------------------------------------------------

    def _save_soon(self, after: float) -> None:
        if not self._save_is_due and not self.line.is_closing:
            self._save_is_due = True
            self.set_timer(after, self._save)

    def _save(self) -> None:
        self._save_is_due = False
        text = self.line.kept_text
        if text == self._saved or self.line.is_closing:
            return
        self._saved = text
        self._put_by(text, self._could_not_save)

    def _put_by(self, text: str, failed: Callable[[AdvocacyError], None] | None = None) -> None:
        database, slot, now = self.app.database, self._slot, self.app.now()
        self.app.write(lambda: keep_unsaved(database, slot, text, now=now), failed=failed)

    def _could_not_save(self, error: AdvocacyError) -> None:
        self._saved = ""
        if self.is_mounted and not self.line.is_closing:
            self._say(str(error), serious=True)
            self._save_soon(TRY_AGAIN_AFTER)

    def on_unmount(self) -> None:
        """Keep what stands there when the app closes under it."""
        text = self.line.kept_text
        if not self.line.is_closing and text != self._saved:
            self._put_by(text)

    # --- the three keys ---------------------------------------------------------------------

    def action_keep(self) -> None:
        """Put the thought in the notebook; the line closes when it is there."""
        text = self.line.kept_text
        if not text.strip():
            self.action_aside()
            return
        self.app.hold_keys()
        self.line.is_closing = True
        database, slot, now = self.app.database, self._slot, self.app.now()
        self.app.write(
            lambda: add_idea(database, text, now=now, slot=slot),
            then=self._kept,
            failed=self._not_kept,
        )

    def _kept(self, change: Change) -> None:
        self.dismiss()
        self.app.release_keys()
        if self._then is not None:
            self._then(change)
        else:
            self.app.tell_kept()

    def _not_kept(self, error: AdvocacyError) -> None:
        self.line.is_closing = False
        self._say(str(error), serious=True)
        self.app.release_keys()

    def action_aside(self) -> None:
        """Lay the line aside as it is; it stands there again next time."""
        text = self.line.kept_text
        self.app.hold_keys()
        self.line.is_closing = True
        database, slot, now = self.app.database, self._slot, self.app.now()

        def put_by() -> Change:
            keep_unsaved(database, slot, text, now=now)
            return Change("unsaved", (slot,))

        self.app.write(put_by, then=lambda _change: self._laid_aside(text), failed=self._not_kept)

    def _laid_aside(self, text: str) -> None:
        self._saved = text
        if text.strip():
            self.app.tell(_("Laid aside. It stands here again next time."))
        self.dismiss()
        self.app.release_keys()

    async def settle(self) -> bool:
        """Save now and wait for it; return whether what stands here is on the disk."""
        text = self.line.kept_text
        if self.line.is_closing or text == self._saved:
            return True
        database, slot, now = self.app.database, self._slot, self.app.now()
        try:
            await asyncio.wrap_future(
                self.app.write(
                    lambda: keep_unsaved(database, slot, text, now=now),
                    failed=self._could_not_save,
                )
            )
        except AdvocacyError:
            return False
        self._saved = text
        return True

    def unsaved_text(self) -> str:
        """Return what is not known to be on the disk."""
        text = self.line.kept_text
        return "" if self.line.is_closing or text == self._saved else text

    def action_another_line(self) -> None:
        """Begin another line in the same thought."""
        self.line.insert_line_end()
