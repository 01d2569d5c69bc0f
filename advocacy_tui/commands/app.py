"""Opening the app, on the person's own data or on a throw-away demo."""

from __future__ import annotations

import sys
import tempfile
from typing import TYPE_CHECKING

from advocacy_tui.commands.context import Context
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _

if TYPE_CHECKING:
    import argparse


def open_app(args: argparse.Namespace) -> int:
    """Open the app; without a terminal, say what to do instead."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageProblem(
            _("The app needs a terminal. `advocacy-tui --help` lists what works without one.")
        )
    from advocacy_tui.hangup import end_in_order

    end_in_order()
    if not getattr(args, "demo", False):
        return _run(Context(args))
    with tempfile.TemporaryDirectory(
        prefix="advocacy-tui-demo-", ignore_cleanup_errors=True
    ) as home:
        args.data_dir = home
        return _run(Context(args), demo=True)


def _run(context: Context, *, demo: bool = False) -> int:
    from advocacy_tui.store.faults import not_writable

    try:
        database = context.database
        if database.read_only:
            raise not_writable(database.path)
        from advocacy_tui.app import AdvocacyApp

        app = AdvocacyApp(database, context.paths, demo=demo)
        app.run()
        return app.return_code or 0
    finally:
        context.close()
