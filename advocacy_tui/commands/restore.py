"""`restore`: brings a backup back, and keeps what was here."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advocacy_tui import i18n
from advocacy_tui.i18n import _, ngettext, say_date, say_number, say_time

if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context
    from advocacy_tui.exchange.restoring import Prepared


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `restore` takes."""
    parser.add_argument(
        "file", metavar=_("FILE"), help=_("an archive of `backup`, or a copy from backups/")
    )


def run(context: Context) -> int:
    """Look the backup through, ask, and put it in the place of what is here.

    Works while the present database is damaged, so it is not opened before it is replaced.
    """
    from advocacy_tui.exchange.restoring import prepare, put_back
    from advocacy_tui.store.creation import prepare_home
    from advocacy_tui.store.placement import refuse_synced_folder
    from advocacy_tui.store.undoing import note_restore

    paths, file = context.paths, context.args.file
    speak_as_chosen(context)
    refuse_synced_folder(paths.home)
    prepare_home(paths.home)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=paths.home) as stage:
        prepared = prepare(file, Path(stage))
        if not context.ask(_question(context, file, prepared)):
            context.answer({"restored": None, "kept": None}, _("Nothing was changed."))
            return 0
        kept = put_back(prepared, paths, unix_now=context.now.timestamp())
    # Opening it brings an older schema up to date.
    note_restore(context.database, kept or "", now=context.now)
    context.database.close()
    context.answer({"restored": file, "kept": kept}, lambda: _told(file, kept))
    return 0


def speak_as_chosen(context: Context) -> None:
    """Speak the profile's language where the database can be read, without opening it for use."""
    from advocacy_tui.store.inspection import look_at

    chosen = look_at(context.paths.database).settings.get("language")
    if getattr(context.args, "language", None) is None and chosen in i18n.LANGUAGES:
        i18n.use(chosen)


def _question(context: Context, file: str, prepared: Prepared) -> str:
    ideas = ngettext("{count} idea", "{count} ideas", prepared.look.ideas)
    drafts = ngettext("{count} draft", "{count} drafts", prepared.look.drafts)
    return _(
        "What is here now is kept in {folder}. Bring {file} back, with {ideas} and {drafts}, "
        "as of {moment}?"
    ).format(
        file=file,
        ideas=ideas.format(count=say_number(prepared.look.ideas)),
        drafts=drafts.format(count=say_number(prepared.look.drafts)),
        moment=_moment(context, prepared.made_at),
        folder=context.paths.backups,
    )


def _moment(context: Context, at: str) -> str:
    try:
        moment = datetime.fromisoformat(at).astimezone(context.now.tzinfo)
    except ValueError:
        return _("a time it does not tell")
    return f"{say_date(moment.date(), year=True)} {say_time(moment)}"


def _told(file: str, kept: str | None) -> str:
    back = _("{file} is back.").format(file=file)
    before = _("What was here before lies in {place}")
    return back if kept is None else f"{back} {before.format(place=kept)}"
