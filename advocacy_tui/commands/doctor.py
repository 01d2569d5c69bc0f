"""`doctor`: what works here, and what to do about the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context
    from advocacy_tui.commands.diagnosis import Finding

LABELS = {
    "integrity": N_("notebook"),
    "schema": N_("form"),
    "journal": N_("where it is written"),
    "place": N_("folder"),
    "permissions": N_("who can read it"),
    "backups": N_("copies"),
    "settings": N_("settings"),
    "parts": N_("parts"),
    "disk": N_("room"),
    "clock": N_("clock"),
    "clipboard": N_("clipboard"),
}
"""What a check is called before a person, where that is not its name in JSON."""

FOUND = 1
"""Exit code when something was found."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `doctor` takes: nothing of its own."""


def run(context: Context) -> int:
    """Look at everything without opening the notebook for use, so a damaged one is no obstacle."""
    from advocacy_tui.commands.diagnosis import Seen, findings
    from advocacy_tui.commands.diagnosis.machine import MACHINE
    from advocacy_tui.commands.diagnosis.notebook import NOTEBOOK
    from advocacy_tui.commands.restore import speak_as_chosen
    from advocacy_tui.store.inspection import look_at

    speak_as_chosen(context)
    seen = Seen(context.paths, context.now, look_at(context.paths.database))
    found = list(findings((*NOTEBOOK, *MACHINE), seen))
    context.answer([one._asdict() for one in found], lambda: _lines(found))
    return 0 if all(one.ok for one in found) else FOUND


def _lines(found: list[Finding]) -> str:
    labels = [_(LABELS.get(one.check, one.check)) for one in found]
    width = max(map(len, labels))
    lines = []
    for label, one in zip(labels, found, strict=True):
        lines.append(f"{'+' if one.ok else '!'} {label:<{width}}  {one.message}")
        if one.todo:
            lines.append(f"  {'':<{width}}  {one.todo}")
    count = sum(not one.ok for one in found)
    if count:
        sum_line = ngettext("{count} thing to look at.", "{count} things to look at.", count)
        lines.append(sum_line.format(count=count))
    else:
        lines.append(_("Everything works here."))
    return "\n".join(lines)
