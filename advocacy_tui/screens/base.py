"""What every screen has: a head line, a body, the key bar, and news of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from advocacy_tui.keys import bindings_for
from advocacy_tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from typing import Any

    from textual.app import ComposeResult

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.change import Change

Answer = TypeVar("Answer")


class Head(Static):
    """The top line: where you are, and one or two facts at the right edge."""

    DEFAULT_CSS = "Head { dock: top; height: 1; width: 100%; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._left = self._right = self._short = ""

    def say(self, left: str, right: str = "", short: str = "") -> None:
        """Set both ends; where there is no room, `short` stands in for the right one."""
        self._left, self._right, self._short = left, right, short
        self._lay_out()

    def on_resize(self) -> None:
        """Keep the right end at the edge."""
        self._lay_out()

    def _lay_out(self) -> None:
        from advocacy_tui.text import cell_width, first_line

        room = self.content_size.width or self.app.size.width - 2
        left_room = room - cell_width(self._left) - 2
        right = next(
            (one for one in (self._right, self._short) if cell_width(one) <= left_room), ""
        )
        left = first_line(self._left, room) if cell_width(self._left) > room else self._left
        gap = max(1, room - cell_width(left) - cell_width(right))
        self.update(left + " " * gap + right)


async def speak_again(screen: Screen[Any]) -> None:
    """Compose a screen anew in the language spoken now; what had the focus gets it again."""
    focused = screen.focused
    where = None if focused is None else (type(focused), focused.id)
    await screen.recompose()
    for widget in screen.focus_chain:
        if (type(widget), widget.id) == where:
            screen.set_focus(widget)
            return


class AdvocacyScreen(Screen[None]):
    """A full screen of the app."""

    GROUP = ""
    """The registry group whose keys work here."""

    KINDS: frozenset[str] = frozenset()
    """The kinds of Change that this screen shows."""

    PASSING = False
    """Whether the screen only lies over another and closes when one goes elsewhere."""

    app: AdvocacyApp

    def __init_subclass__(cls, **rest: object) -> None:
        if "BINDINGS" not in cls.__dict__ and cls.GROUP:
            cls.BINDINGS = [*bindings_for(cls.GROUP)]
        super().__init_subclass__(**rest)  # type: ignore[arg-type]

    def compose(self) -> ComposeResult:
        """Lay out head, body and key bar."""
        yield Head()
        yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Yield what stands between head and key bar."""
        yield Widget()

    def on_mount(self) -> None:
        """Listen for changes and show what there is."""
        self.app.changed.subscribe(self, self._changed)
        self.load()

    def on_screen_suspend(self) -> None:
        """Leave the key bar to what lies over the screen."""
        self._refresh_keys()

    def on_screen_resume(self) -> None:
        """Show the keys again."""
        self._refresh_keys()

    def _refresh_keys(self) -> None:
        for bar in self.query(KeyBar):
            bar.refresh()

    @property
    def head(self) -> Head:
        """The head line."""
        return self.query_one(Head)

    def load(self) -> None:
        """Query and show everything again."""

    def keep_thought(self) -> None:
        """Open the capture line; a screen that asks for a thought shows its question there."""
        self.app.capture()

    def _changed(self, change: Change) -> None:
        if change.kind in self.KINDS or change.kind == "any":
            self.load()

    async def speak(self) -> None:
        """Say everything again in the language spoken now."""
        await speak_again(self)
        self.load()


class AdvocacyModal(ModalScreen[Answer]):
    """Something that lies over a screen, with keys of its own."""

    GROUP = ""
    """The registry group whose keys work here."""

    PASSING = True

    app: AdvocacyApp

    def __init_subclass__(cls, **rest: object) -> None:
        if "BINDINGS" not in cls.__dict__ and cls.GROUP:
            cls.BINDINGS = [*bindings_for(cls.GROUP)]
        super().__init_subclass__(**rest)  # type: ignore[arg-type]

    def on_mount(self) -> None:
        """Show what there is."""
        self.load()

    def load(self) -> None:
        """Query and show everything again."""

    async def speak(self) -> None:
        """Say everything again in the language spoken now."""
        await speak_again(self)
        self.load()
