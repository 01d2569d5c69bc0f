"""From the words a person types to a full-text query."""

from __future__ import annotations

from advocacy_tui.text import fold_words


def match_expression(query: str) -> str | None:
    """Return the FTS5 query that finds each word as a folded prefix; None for no words.

    Every word is quoted, so nothing a person types is read as query syntax.
    """
    words = fold_words(query)
    if not words:
        return None
    return " AND ".join(f'"{word}"*' for word in dict.fromkeys(words))
