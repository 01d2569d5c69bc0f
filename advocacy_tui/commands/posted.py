"""`posted DRAFT`: marks a draft as posted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advocacy_tui.commands.days import day
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.models import CHANNELS
from advocacy_tui.store.posts import mark_posted
from advocacy_tui.text import clean_own

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `posted` takes."""
    parser.add_argument("id", metavar=_("DRAFT"))
    parser.add_argument("--channel", choices=CHANNELS, default="", metavar=_("CHANNEL"))
    parser.add_argument("--url", default="", metavar="URL", help=_("where it can be read"))
    parser.add_argument("--on", type=day, metavar=_("DATE"), help=_("when, if not today"))


def _checked_url(given: str) -> str:
    """Return a web address as it is kept; "" for none.

    Raises:
        UsageProblem: it is no address that a browser would open.
    """
    url = given.strip()
    if url and not re.fullmatch(r"https?://[^\s\x00-\x1f\x7f-\x9f/]+\S*", url, re.IGNORECASE):
        raise UsageProblem(
            _("{url} is no web address. Write all of it, from https:// on.").format(
                url=clean_own(url).text
            )
        )
    return url


def run(context: Context) -> int:
    """Mark it."""
    args = context.args
    change = mark_posted(
        context.database,
        args.id,
        now=context.now,
        channel=args.channel,
        url=_checked_url(args.url),
        day=args.on,
    )
    context.answer_done(change.id)
    return 0
