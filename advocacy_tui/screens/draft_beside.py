"""What lies beside the text while one writes: an example of the kind, or the themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from advocacy_tui.draft_words import say_kind
from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from advocacy_tui.guidelines import Example, Theme


class Beside(VerticalScroll):
    """A strip under the text, or a column beside it where there is room."""

    DEFAULT_CSS = """
    Beside {
        display: none;
        height: auto;
        max-height: 55%;
        padding: 0 3;
        margin: 0 1;
        border-top: solid $panel;
        scrollbar-size-vertical: 1;
        &.-shown { display: block; }
        & #beside-head { color: $text-muted; text-style: bold; }
        &:focus { border-top: solid $primary; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="beside")
        self._shown = ""
        self._number = -1

    def compose(self) -> ComposeResult:
        """Lay out heading and body."""
        yield Static("", id="beside-head", markup=False)
        yield Static("", id="beside-body", markup=False)

    @property
    def shown(self) -> str:
        """What is shown: "examples", "themes" or ""."""
        return self._shown

    def close(self) -> None:
        """Give the room back to the text."""
        self._shown, self._number = "", -1
        self.remove_class("-shown")

    def next_example(self, examples: Sequence[Example], kind: str, keys: str) -> None:
        """Show the next example; after the last comes the first."""
        self._number = (self._number + 1) % len(examples) if self._shown == "examples" else 0
        example = examples[self._number]
        head = _("Example {number} of {count} · {kind}").format(
            kind=say_kind(kind), number=self._number + 1, count=len(examples)
        )
        note = Content.styled(f"{example.note}\n\n", "italic") if example.note else Content("")
        self._show("examples", head, Content.assemble(note, example.text), keys)

    def themes(self, themes: Sequence[Theme], keys: str) -> None:
        """Show what we like to be associated with."""
        parts: list[Content] = []
        for theme in themes:
            text = f"\n{theme.text}" if theme.text else ""
            parts.append(Content.assemble(Content.styled(theme.name, "bold"), text))
        body = Content("\n\n").join(parts)
        self._show("themes", _("What we like to be associated with"), body, keys)

    def nothing(self, what: str, sentence: str, keys: str) -> None:
        """Say in a sentence that there is nothing to show."""
        self._show(what, sentence, Content(""), keys)

    def _show(self, what: str, head: str, body: Content, keys: str) -> None:
        self._shown = what
        gap = "\n" if self.screen.has_class("-broad") else "   "
        self.query_one("#beside-head", Static).update(Content(f"{head}{gap}{keys}\n"))
        self.query_one("#beside-body", Static).update(body)
        self.scroll_home(animate=False)
        self.add_class("-shown")
