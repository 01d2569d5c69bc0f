"""One line to answer in, over whatever is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from advocacy_tui.keys import bindings_for
from advocacy_tui.screens.base import AdvocacyModal
from advocacy_tui.text import clean_own
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class AskLine(Input):
    """The line; enter and escape belong to the question."""

    BINDINGS: ClassVar = [*bindings_for("ask")]

    @property
    def _screen(self) -> AskScreen:
        assert isinstance(self.screen, AskScreen)
        return self.screen

    def action_keep(self) -> None:
        """Answer with what stands here."""
        self._screen.answer(clean_own(self.value).text.strip())

    def action_leave(self) -> None:
        """Leave the question unanswered."""
        self.screen.dismiss(None)


class AskScreen(AdvocacyModal[str | None]):
    """Asks for one line; the result is the line, or None where the question was left.

    Args:
        question: What is asked.
        value: What stands in the line at first.
        example: What stands there grey while it is empty.
        check: Returns a sentence about what is wrong with an answer, "" where it can be kept.
    """

    CSS = """
    AskScreen { background: transparent; align: left bottom; }
    AskScreen > Vertical {
        height: auto; background: $surface; border-top: solid $primary; padding: 0 1;
    }
    AskScreen #question { width: 100%; padding: 0 0 1 0; }
    AskScreen #wrong { width: 100%; color: $text-error; padding: 0 0 1 0; }
    AskScreen #wrong.-none { display: none; }
    AskScreen Horizontal { height: 2; }
    AskScreen #sign { width: 2; color: $primary; text-style: bold; }
    AskScreen Input { width: 1fr; background: transparent; padding: 0; }
    AskScreen KeyBar { dock: none; padding: 0; background: transparent; }
    """

    def __init__(
        self,
        question: str,
        value: str = "",
        example: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._check = check
        self._question, self._value, self._example = question, value, example

    def compose(self) -> ComposeResult:
        """Lay out question, line and keys."""
        with Vertical():
            yield Static(Content(self._question), id="question")
            yield Static("", id="wrong", classes="-none", markup=False)
            with Horizontal():
                yield Static(">", id="sign")
                yield AskLine(
                    self._value, placeholder=self._example, compact=True, select_on_focus=False
                )
            yield KeyBar()

    def answer(self, value: str) -> None:
        """Close with an answer, or say what is wrong with it; what was typed stays then."""
        wrong = self._check(value) if self._check is not None else ""
        said = self.query_one("#wrong", Static)
        said.update(Content(wrong))
        said.set_class(not wrong, "-none")
        if not wrong:
            self.dismiss(value)

    def load(self) -> None:
        """Take the keys; what was typed meanwhile comes first."""
        self.set_focus(self.query_one(AskLine))
        self.app.release_keys()
