"""Today: how long have you got, and who would like to hear from you?"""

from __future__ import annotations

from advocacy_tui.i18n import _
from advocacy_tui.screens.base import AdvocacyScreen


class TodayScreen(AdvocacyScreen):
    """The first screen."""

    GROUP = "today"
    KINDS = frozenset({"idea", "draft", "act", "post"})

    def load(self) -> None:
        """Say where we are."""
        self.head.say(_("Today"))
