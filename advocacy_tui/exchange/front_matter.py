"""YAML front matter, as strings only, and refused where it could do harm.

YAML reads `no` as False and `12:30` as 750, and its aliases can grow a few lines to gigabytes. So
no type is guessed, and the events are looked through before anything is built.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 4
"""Mappings and lists inside each other, the outermost counted."""

MAX_EVENTS = 2000
"""YAML events in one front matter."""

_FENCE = "---"


class FrontMatterProblem(Exception):
    """A front matter that was not read: what is wrong, and where in the file (from 1)."""

    def __init__(self, message: str, line: int, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's fields and what stands below them.

    Values are strings, lists of values or dicts of values. `body_line` is the line, from 1, at
    which `body` begins. A file without front matter has no fields.
    """

    fields: dict[str, Any]
    body: str
    body_line: int


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a Markdown file.

    Raises:
        FrontMatterProblem: it does not end, is no YAML mapping, holds an anchor, an alias or a key
            twice, or is too deep or too long.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return FrontMatter({}, text, 1)
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise FrontMatterProblem(
            _("The block between the two --- lines has no end. Put --- on a line of its own."), 1
        )
    fields = load_strings("\n".join(lines[1:end]), first_line=2)
    return FrontMatter(fields, "\n".join(lines[end + 1 :]), end + 2)


def load_strings(yaml_text: str, *, first_line: int = 1) -> dict[str, Any]:
    """Return a YAML mapping with strings for scalars; {} for nothing.

    Args:
        yaml_text: The YAML, without fences.
        first_line: The line of the file on which it begins, for the places of problems.

    Raises:
        FrontMatterProblem: as `read_front_matter`.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _Look(first_line).through(yaml.parse(yaml_text, Loader=loader))
        loaded = yaml.load(yaml_text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        raise FrontMatterProblem(
            _(
                "This line cannot be read as “key: value”. If the value holds a colon or a "
                "quotation mark, put quotation marks around all of it."
            ),
            first_line + line,
            column + 1,
        ) from None
    except (yaml.YAMLError, UnicodeError):
        raise FrontMatterProblem(
            _("There is a control character here that cannot stand in it."), first_line
        ) from None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise FrontMatterProblem(
            _("There are no “key: value” lines here. Write for instance: title: My idea"),
            first_line,
        )
    return loaded


class _Look:
    """A look through YAML events, before anything is built from them."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        # One entry for each open mapping (its keys so far) or list (None).
        self.open: list[set[str] | None] = []
        # Whether a mapping's next scalar is a key; keys and values take turns.
        self.key_next: list[bool] = []

    def through(self, events: Iterator[Any]) -> None:
        """Raise FrontMatterProblem for what must not be built."""
        from yaml import events as kinds

        for count, event in enumerate(events):
            if count > MAX_EVENTS:
                raise self._problem(_("There is too much here. Keep it to a few lines."), event)
            if isinstance(event, kinds.AliasEvent) or getattr(event, "anchor", None):
                raise self._problem(
                    _("A value here begins with & or *, which is read as a reference. Quote it."),
                    event,
                )
            if isinstance(event, kinds.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, kinds.CollectionStartEvent):
                self._begin(event, mapping=isinstance(event, kinds.MappingStartEvent))
            elif isinstance(event, kinds.CollectionEndEvent):
                self.open.pop()
                self.key_next.pop()
                self._value_done()

    def _scalar(self, event: Any) -> None:
        keys = self.open[-1] if self.open else None
        if keys is None:
            return
        if not self.key_next[-1]:
            self._value_done()
            return
        if event.value in keys:
            raise self._problem(
                _("“{key}” stands here twice. Keep one of them.").format(key=event.value), event
            )
        keys.add(event.value)
        self.key_next[-1] = False

    def _begin(self, event: Any, *, mapping: bool) -> None:
        if self.open and self.open[-1] is not None and self.key_next[-1]:
            raise self._problem(_("A key has to be one word or line."), event)
        self.open.append(set() if mapping else None)
        self.key_next.append(mapping)
        if len(self.open) > MAX_DEPTH:
            raise self._problem(_("This is nested too deep."), event)

    def _value_done(self) -> None:
        if self.open and self.open[-1] is not None:
            self.key_next[-1] = True

    def _problem(self, message: str, event: Any) -> FrontMatterProblem:
        mark = event.start_mark
        return FrontMatterProblem(message, self.first_line + mark.line, mark.column + 1)
