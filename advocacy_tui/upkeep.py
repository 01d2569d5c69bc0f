"""What the app sees to after its first paint: the programme, backups, old versions."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from advocacy_tui import i18n
from advocacy_tui.errors import DatabaseProblem
from advocacy_tui.i18n import _, ngettext
from advocacy_tui.store.catalogue import programme_digest
from advocacy_tui.store.change import Change
from advocacy_tui.store.preferences import set_note
from advocacy_tui.system_words import say_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.database import Database
    from advocacy_tui.store.idea_writing import Recovered

HOUSEKEEPING_AFTER = 1.0
"""Seconds that backup and thinning wait, so that a first thought need not queue behind them."""


def keep_up(app: AdvocacyApp) -> None:
    """Recover and read now, see to the rest a moment later, all off the screen's thread."""
    recover(app)
    read_programme(app)
    app.set_timer(HOUSEKEEPING_AFTER, lambda: _keep_house(app))


def recover(app: AdvocacyApp) -> None:
    """Put the words that a crash left unfinished into their ideas, and say so.

    While another app is open they may be its words, so they are left alone.
    """

    def put_back() -> Change | None:
        from advocacy_tui.store.idea_writing import recover_captures, recover_ideas

        try:
            if not app.presence.is_alone:
                return None
            recover_captures(app.database, now=app.now())
            found = recover_ideas(app.database, now=app.now())
        finally:
            app.presence.stay()
        if found is None:
            return None
        for sentence in _say_recovered(found):
            app.call_next_from_writer(partial(app.tell, sentence))
        return found.change

    app.write(put_back)


def _say_recovered(found: Recovered) -> Iterator[str]:
    if found.back:
        yield ngettext(
            "The words you were writing last time are in your idea.",
            "The words you were writing last time are in your {count} ideas.",
            found.back,
        ).format(count=found.back)
    if found.apart:
        yield ngettext(
            "The words you were writing last time are a thought of their own, as the idea was "
            "changed after them.",
            "The words you were writing last time are {count} thoughts of their own, as their "
            "ideas were changed after them.",
            found.apart,
        ).format(count=found.apart)


def read_programme(app: AdvocacyApp) -> None:
    """Read the programme that is shown, where it changed since it was read last."""
    language = i18n.language()

    def read() -> Change | None:
        from advocacy_tui.exchange.programme import demo_id, ensure_programme

        before = programme_digest(app.database, demo_id(language))
        one = ensure_programme(app.database, language, app.now())
        if programme_digest(app.database, one) == before:
            return None
        _keep_backing(app.database, language, one)
        return Change("catalogue", (one,))

    app.write(read)


def _keep_backing(database: Database, language: str, programme: str) -> None:
    """Keep who backs this where Today finds it without reading a file."""
    from advocacy_tui.exchange.programme import demo_programme

    backing = demo_programme(language).kickoff.backing
    said = (backing.sentence, backing.name, backing.title, backing.date) if backing else None
    set_note(database, f"backing.{programme}", json.dumps(said, ensure_ascii=False) if said else "")


def _keep_house(app: AdvocacyApp) -> None:
    if app.closing:
        return

    def back_up() -> None:
        from advocacy_tui.store.backups import weekly_backup

        try:
            weekly_backup(app.database, unix_now=app.now().timestamp())
        except OSError as error:
            raise DatabaseProblem(
                _("The weekly copy could not be written ({reason}). Your notebook is fine.").format(
                    reason=say_reason(error)
                )
            ) from None

    def thin() -> None:
        from advocacy_tui.store.versions import thin_versions

        thin_versions(app.database, now=app.now())

    app.do_beside(back_up)
    app.write(thin)
