"""A draft's text written over, as a person's typing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.store.drafts import get_draft
from advocacy_tui.store.working_text import save_over

if TYPE_CHECKING:
    from datetime import datetime

    from advocacy_tui.store.database import Database


def overwrite(database: Database, one: str, text: str, *, now: datetime, cursor: int = 0) -> None:
    """Put a text where the draft's text is; no version is cut."""
    known = get_draft(database, one).text
    save_over(database, one, text, known=known, cursor=cursor, now=now)
