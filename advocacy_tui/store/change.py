"""What a write tells the rest of the program."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """What a write did.

    `kind` names what changed ("idea", "draft", "act", "setting", …), `ids` the things, `label` is
    the untranslated undo name with `{placeholders}` that `params` fills ("" where nothing is to
    be undone).
    """

    kind: str
    ids: tuple[str, ...]
    label: str = ""
    params: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The one thing, or the first of several."""
        return self.ids[0]
