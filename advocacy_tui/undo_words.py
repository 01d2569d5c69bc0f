"""What was undone or done again, in words for the shell and the app alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import _, ngettext
from advocacy_tui.store.undoing import Undone, restored_last

if TYPE_CHECKING:
    from advocacy_tui.store.change import Change
    from advocacy_tui.store.database import Database


def say_act(change: Change) -> str:
    """Return an act's name, "laid 2 ideas away"; of settings it names which."""
    what = _(change.label).format(**dict(change.params))
    if change.kind != "setting":
        return what
    return _("{what} ({names})").format(what=what, names=", ".join(map(_setting, change.ids)))


def _setting(key: str) -> str:
    from advocacy_tui.settings import BY_KEY
    from advocacy_tui.settings_rows import PARTS

    named = {row.key: row.label for _part, rows in PARTS for row in rows}
    return _(named[key] if key in named else BY_KEY[key].help) if key in BY_KEY else key


def say_laid_away(undone: Undone) -> str:
    """Return what became of drafts with words in them; "" where there were none."""
    if not undone.laid_away:
        return ""
    return ngettext(
        "You have written in the draft since, so it is laid away, not deleted.",
        "You have written in {count} of the drafts since, so they are laid away, not deleted.",
        undone.laid_away,
    ).format(count=undone.laid_away)


def say_nothing_to_undo(database: Database) -> str:
    """Return why there is nothing to undo, and after a restore where what was here lies."""
    kept = restored_last(database)
    if kept is None:
        return _("There is nothing to undo.")
    came = _("A backup was brought back last, and undo does not reach behind that.")
    if not kept:
        return came
    place = _("What was here before lies in {place}").format(place=kept)
    return f"{came} {place}"
