"""Web addresses as a person types them."""

from __future__ import annotations

import re

from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.text import clean_own

_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f/]+\S*", re.IGNORECASE)


def checked_post_url(given: str) -> str:
    """Return the address of a post as it is kept; "" for none.

    Raises:
        UsageProblem: it is no address that a browser would open.
    """
    url = given.strip()
    if url and not _ADDRESS.fullmatch(url):
        raise UsageProblem(
            _("{url} is no web address. Write all of it, from https:// on.").format(
                url=clean_own(url).text
            )
        )
    return url
