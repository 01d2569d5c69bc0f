"""What a write tells the rest of the program."""

from __future__ import annotations


class Change:
    """What a write did; a plain class, as it is on the path of `add`.

    `kind` names what changed ("idea", "draft", "act", "setting", …), `ids` the things, `label` is
    the untranslated undo name with `{placeholders}` that `params` fills ("" where nothing is to
    be undone).
    """

    __slots__ = ("ids", "kind", "label", "params")

    def __init__(
        self,
        kind: str,
        ids: tuple[str, ...],
        label: str = "",
        params: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.kind = kind
        self.ids = ids
        self.label = label
        self.params = params

    @property
    def id(self) -> str:
        """The one thing, or the first of several."""
        return self.ids[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Change) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Change{self._key()!r}"

    def _key(self) -> tuple[object, ...]:
        return (self.kind, self.ids, self.label, self.params)
