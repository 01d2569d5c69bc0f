"""What `doctor` looks at. Every check only looks; none of them changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from advocacy_tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from advocacy_tui.paths import Paths
    from advocacy_tui.store.inspection import Look


class Finding(NamedTuple):
    """What one check saw; `todo` says what to do, "" where there is nothing to do."""

    check: str
    ok: bool
    message: str
    todo: str = ""


class Seen(NamedTuple):
    """What the checks look at."""

    paths: Paths
    now: datetime
    look: Look


def findings(checks: Iterable[Callable[[Seen], Finding]], seen: Seen) -> Iterator[Finding]:
    """Run the checks; one that stumbles is a finding itself, and the others go on."""
    for check in checks:
        try:
            yield check(seen)
        except Exception as error:  # noqa: BLE001 - what stumbles here is what doctor is there for
            yield Finding(
                check.__name__,
                False,
                _("This could not be looked at ({kind}).").format(kind=type(error).__name__),
                _("The rest works without it. If it stays, tell whoever looks after the program."),
            )
