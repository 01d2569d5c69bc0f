"""`posted DRAFT`: marks a draft as posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.addresses import checked_post_url
from advocacy_tui.commands.days import day
from advocacy_tui.i18n import _
from advocacy_tui.models import CHANNELS
from advocacy_tui.store.posts import mark_posted

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `posted` takes."""
    parser.add_argument("id", metavar=_("DRAFT"))
    parser.add_argument("--channel", choices=CHANNELS, default="", metavar=_("CHANNEL"))
    parser.add_argument("--url", default="", metavar="URL", help=_("where it can be read"))
    parser.add_argument("--on", type=day, metavar=_("DATE"), help=_("when, if not today"))


def run(context: Context) -> int:
    """Mark it."""
    args = context.args
    change = mark_posted(
        context.database,
        args.id,
        now=context.now,
        channel=args.channel,
        url=checked_post_url(args.url),
        day=args.on,
    )
    context.answer_done(change.id)
    return 0
