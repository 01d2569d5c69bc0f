"""Choosing channels: a short list, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from advocacy_tui.draft_words import say_channel
from advocacy_tui.models import CHANNELS
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

CHOSEN, OTHER = "●", "○"


class _Options(OptionList, inherit_bindings=False):
    """A list in which enter is left to the screen; a click chooses."""

    BINDINGS = [
        Binding("down,j", "cursor_down", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]


class ChannelsScreen(AdvocacyModal[tuple[str, ...] | None]):
    """Asks where the text is to go; gives the ids in the order offered, or None for "not now"."""

    GROUP = "channels"
    AUTO_FOCUS = "#channels"
    CSS = """
    ChannelsScreen { background: transparent; align: right bottom; }
    ChannelsScreen > Vertical {
        width: 60; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        background: $surface; border-top: solid $primary;
    }
    ChannelsScreen #question { padding: 0 1; text-style: bold; }
    ChannelsScreen #channels {
        height: auto; max-height: 18; margin: 1 0; border: none; padding: 0;
        background: transparent; scrollbar-size-vertical: 1;
    }
    ChannelsScreen #channels:focus { border: none; }
    ChannelsScreen KeyBar { dock: none; padding: 0 1; background: transparent; }
    """

    def __init__(self, question: str, chosen: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._chosen = set(chosen)
        self._ids = [*CHANNELS, *(one for one in chosen if one not in CHANNELS)]

    def compose(self) -> ComposeResult:
        """Lay out question, channels and keys."""
        with Vertical():
            yield Static(self._question, id="question", markup=False)
            yield _Options(*self._options(), id="channels", markup=False)
            yield KeyBar()

    def _options(self) -> list[Option]:
        return [Option(self._said(one), id=one) for one in self._ids]

    def _said(self, channel: str) -> str:
        mark = CHOSEN if channel in self._chosen else OTHER
        return f"{mark} {say_channel(channel)}"

    @property
    def options(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def action_choose_channel(self) -> None:
        """Choose the channel under the cursor, or let it be."""
        if self.options.highlighted is not None:
            self._toggle(self._ids[self.options.highlighted])

    def _toggle(self, channel: str) -> None:
        self._chosen ^= {channel}
        self.options.replace_option_prompt(channel, self._said(channel))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a click for choosing."""
        event.stop()
        if event.option.id is not None:
            self._toggle(event.option.id)

    def action_done(self) -> None:
        """Keep what is chosen; with nothing chosen, the one under the cursor."""
        chosen = tuple(one for one in self._ids if one in self._chosen)
        if not chosen and self.options.highlighted is not None:
            chosen = (self._ids[self.options.highlighted],)
        self.dismiss(chosen)

    def action_back(self) -> None:
        """Keep nothing."""
        self.dismiss(None)
