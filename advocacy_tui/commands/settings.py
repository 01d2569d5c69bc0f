"""`settings`: shows the settings with what they do, and changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui import i18n
from advocacy_tui.commands.options import suggest
from advocacy_tui.i18n import _
from advocacy_tui.settings import BY_KEY, SETTINGS, checked

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context
    from advocacy_tui.settings import Setting


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `settings` takes."""
    key = parser.add_argument(
        "key", nargs="?", metavar=_("KEY"), help=_("one setting; without it all are shown")
    )
    suggest(key, BY_KEY)
    value = parser.add_argument(
        "value",
        nargs="?",
        metavar=_("VALUE"),
        help=_('its new value; "" brings the usual one back'),
    )
    suggest(value, after={one.key: one.allowed for one in SETTINGS})


def run(context: Context) -> int:
    """Show all settings, or one, or set one."""
    from advocacy_tui.store.preferences import get_setting, set_settings

    database, key = context.database, context.args.key
    if key is None:
        values = {setting.key: get_setting(database, setting.key) for setting in SETTINGS}
        context.answer(
            values, lambda: "\n".join(_described(one, values[one.key]) for one in SETTINGS)
        )
        return 0
    checked(key, "")
    if context.args.value is not None:
        set_settings(database, {key: context.args.value}, now=context.now)
        speak_chosen(context)
    value = get_setting(database, key)
    context.answer({key: value}, lambda: value or _described(BY_KEY[key], value))
    return 0


def speak_chosen(context: Context) -> None:
    """Speak the language of the profile, as it may just have changed."""
    from advocacy_tui.store.preferences import get_setting

    chosen = get_setting(context.database, "language")
    i18n.use(chosen if chosen in i18n.LANGUAGES else i18n.from_environment())


def _described(setting: Setting, value: str) -> str:
    """Return a setting's key, value, what it does, and what it takes."""
    lines = [f"{setting.key} = {value}".rstrip(), f"    {_(setting.help)}"]
    if setting.allowed:
        lines.append(f"    {' '.join(setting.allowed)}")
    return "\n".join(lines)
