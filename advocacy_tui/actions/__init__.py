"""The one list of things a person can do.

Bindings, the key bar, the palette, help and the README's key table are made from it, and every
key can be changed in the settings file by action id. Danish and English share the keys.
"""

from __future__ import annotations

from advocacy_tui.actions.action import Action
from advocacy_tui.actions.drafts import DRAFTS
from advocacy_tui.actions.momentum import MOMENTUM
from advocacy_tui.actions.notebook import NOTEBOOK
from advocacy_tui.actions.reading import READING
from advocacy_tui.actions.shell import ANYWHERE

__all__ = ["ACTIONS", "BY_ID", "Action", "in_group"]

ACTIONS: tuple[Action, ...] = ANYWHERE + NOTEBOOK + DRAFTS + READING + MOMENTUM

BY_ID = {action.id: action for action in ACTIONS}


def in_group(group: str) -> list[Action]:
    """Return the actions of one group, in the order they are listed."""
    return [action for action in ACTIONS if action.group == group]
