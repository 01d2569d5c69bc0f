"""A page of words with numbered lines among them that can be chosen: by number, key or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from advocacy_tui.keys import bindings_for
from advocacy_tui.text import cell_width, first_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style
    from textual import events
    from textual.geometry import Size

INDENT = 2
NUMBER = 3
"""Cells of the number and the blanks behind it; longer keys take more."""

BETWEEN = 4
"""Cells between two choices on one row."""


class Words(NamedTuple):
    """A line that is only read; an empty one is a blank row. `style` is a component's last name."""

    text: str
    style: str = "text"
    right: str = ""


class Choice(NamedTuple):
    """A line that can be chosen.

    `key` is the number (or letter) shown, `lead` stands in a column before the text, `aside` in
    one behind it, `more` on rows of its own below. Choices with `beside` stand on one row with the
    one before them.
    """

    key: str
    text: str
    act: Callable[[], object]
    lead: str = ""
    more: Sequence[str] = ()
    beside: bool = False
    aside: str = ""
    aside_style: str = "quiet"
    name: str = ""

    @property
    def identity(self) -> str:
        """What the cursor knows the line by when others are shown: its name, or else its key."""
        return self.name or self.key


Line = Words | Choice
Span = tuple[str, str]
"""(text, name of its style)."""


class _Spot(NamedTuple):
    """Where a choice is drawn: its rows, and its cells where it shares a row."""

    top: int
    bottom: int
    left: int
    right: int


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in rows of at most `width` cells, broken between words."""
    rows: list[str] = []
    for line in text.split("\n"):
        row = ""
        for word in line.split():
            longer = f"{row} {word}" if row else word
            if row and cell_width(longer) > width:
                rows.append(row)
                longer = word
            row = first_line(longer, max(1, width)) if cell_width(longer) > width else longer
        rows.append(row)
    return rows


class Page(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What choices stand on; it scrolls with their cursor and the wheel, and has no keys."""

    DEFAULT_CSS = "Page { height: 1fr; scrollbar-size-vertical: 1; }"


class Choices(Widget, can_focus=True):
    """Words and choices from top to bottom; the cursor goes from choice to choice."""

    BINDINGS = [*bindings_for("list")]
    COMPONENT_CLASSES = {
        f"choices--{name}" for name in ("text", "heading", "quiet", "key", "lead", "here")
    }
    DEFAULT_CSS = """
    Choices { height: auto; width: 100%; }
    Choices .choices--text { color: $text; }
    Choices .choices--heading { color: $text; text-style: bold; }
    Choices .choices--quiet { color: $text-muted; }
    Choices .choices--key { color: $text-primary; text-style: bold; }
    Choices .choices--lead { color: $text-muted; }
    Choices .choices--here { color: $block-cursor-foreground; text-style: bold; }
    Choices:ansi .choices--quiet { text-style: dim; }
    """

    class Moved(Message):
        """The cursor went to another choice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.lines: list[Line] = []
        self.cursor = 0
        self._rows: list[list[Span]] = []
        self._spots: list[_Spot] = []
        self._laid_out_for = self._aside_at = 0
        self._number = NUMBER

    # --- what is shown ----------------------------------------------------------------------

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cursor stays on the choice it was on, or goes to the first."""
        here = self.choices[self.cursor].identity if self.choices else ""
        self.lines = list(lines)
        self.put_cursor_on(here)
        self._laid_out_for = 0
        self.refresh(layout=True)

    def put_cursor_on(self, identity: str) -> None:
        """Put the cursor on a choice, or on the first where that one is not there."""
        known = [choice.identity for choice in self.choices]
        self.cursor = known.index(identity) if identity in known else 0
        self.refresh()

    @property
    def here(self) -> Choice | None:
        """The choice under the cursor."""
        return self.choices[self.cursor] if self.choices else None

    @property
    def choices(self) -> list[Choice]:
        """What can be chosen, top to bottom."""
        return [line for line in self.lines if isinstance(line, Choice)]

    def choose(self, key: str) -> bool:
        """Choose the line with that key; False where there is none."""
        for index, choice in enumerate(self.choices):
            if choice.key == key:
                self._go(index)
                choice.act()
                return True
        return False

    # --- laying out -------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows the lines take at a width."""
        self._lay_out(width)
        return len(self._rows)

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out_for:
            return
        self._laid_out_for = width
        self._rows, self._spots = [], []
        lead = max((cell_width(one.lead) for one in self.choices), default=0)
        with_aside = [cell_width(one.text) for one in self.choices if one.aside]
        self._aside_at = max(with_aside, default=0) + BETWEEN
        keys = [cell_width(one.key) for one in self.choices if not one.beside]
        self._number = max(NUMBER, max(keys, default=0) + 2)
        for line in self.lines:
            if isinstance(line, Words):
                self._lay_words(line, width)
            elif line.beside:
                self._lay_beside(line, width)
            else:
                self._lay_choice(line, width, lead + 2 if lead else 0)

    def _lay_words(self, line: Words, width: int) -> None:
        room = width - INDENT - (cell_width(line.right) + 2 if line.right else 0)
        for index, row in enumerate(wrapped(line.text, room)):
            spans = [(" " * INDENT + row, line.style)]
            if line.right and not index:
                gap = width - INDENT - cell_width(row) - cell_width(line.right)
                spans.append((" " * gap + line.right, "quiet"))
            self._rows.append(spans)

    def _lay_choice(self, choice: Choice, width: int, lead: int) -> None:
        top = len(self._rows)
        edge = INDENT + self._number + lead
        texts = wrapped(choice.text, width - edge)
        for index, row in enumerate(texts):
            head = [
                (" " * INDENT, "text"),
                (choice.key.ljust(self._number), "key"),
                (choice.lead.rjust(lead - 2) + "  " if lead else "", "lead"),
            ]
            self._rows.append([*(head if not index else [(" " * edge, "text")]), (row, "text")])
        if choice.aside and len(texts) == 1:
            gap = self._aside_at - cell_width(texts[0])
            room = width - edge - self._aside_at
            self._rows[-1].append((" " * gap, "text"))
            self._rows[-1].append((first_line(choice.aside, room), choice.aside_style))
        for more in choice.more:
            row = first_line(more, width - edge)
            self._rows.append([(" " * edge, "text"), (row, "quiet")])
        self._spots.append(_Spot(top, len(self._rows), 0, width))

    def _lay_beside(self, choice: Choice, width: int) -> None:
        spans = [(f"{choice.key} ", "key"), (choice.text, "text")]
        cells = sum(cell_width(text) for text, _style in spans)
        last = self._spots[-1] if self._spots else None
        shares = last is not None and last.bottom == len(self._rows) and last.right < width
        left = last.right + BETWEEN if shares and last is not None else INDENT
        if shares and left + cells <= width:
            self._rows[-1].append((" " * BETWEEN, "text"))
        else:
            left = INDENT
            self._rows.append([(" " * INDENT, "text")])
        self._rows[-1] += spans
        self._spots.append(_Spot(len(self._rows) - 1, len(self._rows), left, left + cells))

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is drawn: while the keys go here."""
        return self.has_focus

    # --- drawing ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one row; the choice under the cursor is marked and bold."""
        width = self.content_size.width
        self._lay_out(width)
        base = self.rich_style
        if y >= len(self._rows):
            return Strip.blank(width, base)
        here = self._spots[self.cursor] if self.shows_cursor and self._spots else None
        marked = here is not None and here.top <= y < here.bottom
        segments: list[Segment] = []
        at = 0
        for text, name in self._rows[y]:
            is_here = marked and here is not None and here.left <= at < here.right
            segments.append(Segment(text, self._style(name, base, is_here=is_here)))
            at += cell_width(text)
        if marked and here is not None and here.top == y:
            segments = self._with_mark(segments, here.left, base)
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str, base: Style, *, is_here: bool) -> Style:
        style = base + self.get_component_rich_style(f"choices--{name}", partial=True)
        if is_here and name == "text":
            style += self.get_component_rich_style("choices--here", partial=True)
        return style

    def _with_mark(self, segments: list[Segment], left: int, base: Style) -> list[Segment]:
        """Put the cursor's mark two cells before the number, where blanks are."""
        mark = base + self.get_component_rich_style("choices--key", partial=True)
        strip = Strip(segments)
        at = max(0, left - INDENT) if left else 0
        head, tail = strip.crop(0, at), strip.crop(at + 1)
        return [*head, Segment("›", mark), *tail]

    # --- moving and choosing ----------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what these lines cannot do: marking several."""
        return action != "mark"

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def _go(self, index: int) -> None:
        if not self.choices:
            return
        self.cursor = max(0, min(index, len(self.choices) - 1))
        self.refresh()
        self._lay_out(self.content_size.width)
        spot = self._spots[self.cursor]
        region = Region(0, spot.top, self.content_size.width, spot.bottom - spot.top)
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(
                region.translate(self.virtual_region.offset), animate=False
            )
        self.post_message(self.Moved())

    def action_cursor_down(self) -> None:
        """Go to the next choice."""
        self._go(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """Go to the choice before."""
        self._go(self.cursor - 1)

    def action_page_down(self) -> None:
        """Go to the last choice: a page of them is all there is."""
        self._go(len(self.choices) - 1)

    def action_page_up(self) -> None:
        """Go to the first choice."""
        self._go(0)

    def action_scroll_home(self) -> None:
        """Go to the first choice."""
        self._go(0)

    def action_scroll_end(self) -> None:
        """Go to the last choice."""
        self._go(len(self.choices) - 1)

    def action_open(self) -> None:
        """Choose the line under the cursor."""
        if self.choices:
            self.choices[self.cursor].act()

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the mouse."""
        for index, spot in enumerate(self._spots):
            if spot.top <= event.y < spot.bottom and spot.left <= event.x < spot.right:
                self._go(index)
                self.choices[index].act()
                return
