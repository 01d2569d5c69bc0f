"""`profile`: who you are, as far as you like to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.options import suggest
from advocacy_tui.i18n import LANGUAGES, _
from advocacy_tui.settings import BY_KEY, PROFILE

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context

OWN_LANGUAGE = "own_language"


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `profile` takes.

    After `profile`, `--language` is kept as one's own; before it, it is for this run as ever.
    """
    for key in PROFILE:
        if key != "language":
            setting = BY_KEY[key]
            option = parser.add_argument(
                f"--{key}",
                metavar=",".join(setting.allowed) or _("TEXT"),
                help=_(setting.help),
            )
            suggest(option, setting.allowed)
    own = parser.add_argument_group(conflict_handler="resolve")
    own.add_argument(
        "--language",
        dest=OWN_LANGUAGE,
        choices=LANGUAGES,
        help=_("Danish or English, from now on"),
    )


def run(context: Context) -> int:
    """Keep what was given, as one undo, and show the profile."""
    from advocacy_tui.commands.settings import speak_chosen
    from advocacy_tui.store.preferences import get_setting, set_settings

    given = {
        key: getattr(context.args, OWN_LANGUAGE if key == "language" else key) for key in PROFILE
    }
    chosen = {key: value for key, value in given.items() if value is not None}
    if chosen:
        set_settings(context.database, chosen, now=context.now)
    if "language" in chosen:
        speak_chosen(context)
    values = {key: get_setting(context.database, key) for key in PROFILE}
    context.answer(
        values,
        lambda: "\n".join(f"{_(BY_KEY[key].help)}: {value}" for key, value in values.items()),
    )
    return 0
