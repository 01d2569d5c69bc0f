"""What the app sees to after its first paint: the programme, backups, old versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui import i18n

if TYPE_CHECKING:
    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.change import Change

HOUSEKEEPING_AFTER = 1.0
"""Seconds that backup and thinning wait, so that a first thought need not queue behind them."""


def keep_up(app: AdvocacyApp) -> None:
    """Read the programme now, and see to the rest a moment later; all on the writer's thread."""
    read_programme(app)
    app.set_timer(HOUSEKEEPING_AFTER, lambda: _keep_house(app))


def read_programme(app: AdvocacyApp) -> None:
    """Read the programme that is shown, where it changed since it was read last."""
    language = i18n.language()

    def read() -> Change | None:
        from importlib.util import find_spec

        if find_spec("advocacy_tui.exchange.programme") is None:
            return None
        from advocacy_tui.exchange.programme import ensure_programme

        return ensure_programme(app.database, language, now=app.now())

    app.write(read)


def _keep_house(app: AdvocacyApp) -> None:
    def back_up() -> None:
        from advocacy_tui.store.backups import weekly_backup

        weekly_backup(app.database, unix_now=app.now().timestamp())

    def thin() -> None:
        from advocacy_tui.store.versions import thin_versions

        thin_versions(app.database, now=app.now())

    app.write(back_up)
    app.write(thin)
