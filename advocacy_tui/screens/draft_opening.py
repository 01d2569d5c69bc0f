"""Opening drafts and closing them: one open draft at a time, on the stack of the drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.errors import AdvocacyError
from advocacy_tui.exchange.aside import put_aside
from advocacy_tui.i18n import _
from advocacy_tui.models import PostType
from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.store.catalogue import get_shared
from advocacy_tui.store.drafts import get_draft, new_draft
from advocacy_tui.store.ideas import get_idea
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.system_words import say_reason

if TYPE_CHECKING:
    from advocacy_tui.app import AdvocacyApp
    from advocacy_tui.store.change import Change

MODE = "drafts"


def begin_draft(
    app: AdvocacyApp,
    *,
    idea: str | None = None,
    text: str = "",
    title: str = "",
    post_type: str | None = None,
) -> None:
    """Begin a draft and open it; its kind is that of the shared idea it comes from, if any."""
    now, programme = app.now(), app.programme

    def work() -> Change:
        channels = [one for one in get_setting(app.database, "channels").split(",") if one]
        kind = post_type or _kind_of(app, programme, idea) or str(PostType.PERSPECTIVE)
        return new_draft(
            app.database, now=now, idea=idea, text=text, title=title, post_type=kind,
            channels=channels,
        )  # fmt: skip

    def failed(error: AdvocacyError) -> None:
        app.release_keys()
        app.tell(str(error), serious=True)

    app.write(work, then=lambda change: app.open_draft(change.id), failed=failed)


def _kind_of(app: AdvocacyApp, programme: str, idea: str | None) -> str:
    origin = get_idea(app.database, idea).origin if idea else None
    if not origin:
        return ""
    try:
        return get_shared(app.database, programme, origin).type
    except AdvocacyError:
        return ""  # taken from a programme that is not shown now


def open_drafts(app: AdvocacyApp) -> list[DraftScreen]:
    """Return the screens of open drafts, the lowest first."""
    stacks = app._screen_stacks.values()
    return [screen for stack in stacks for screen in stack if isinstance(screen, DraftScreen)]


async def open_draft(app: AdvocacyApp, one: str) -> None:
    """Show a draft ready to type; another one that is open is saved and closed first."""
    try:
        draft = get_draft(app.database, one)
    except AdvocacyError as error:
        app.release_keys()
        app.tell(str(error), serious=True)
        return
    came_from = app.current_mode
    await app.switch_mode(MODE)
    for screen in open_drafts(app):
        while app.screen is not screen:
            await app.pop_screen()
        if screen.draft.id == one or not await screen.settle():
            screen.editor.focus()
            app.release_keys()
            return
        came_from = screen.came_from if came_from == MODE else came_from
        await app.pop_screen()
    await app.push_screen(DraftScreen(draft, came_from))


async def close_draft(app: AdvocacyApp, screen: DraftScreen) -> None:
    """Close a draft, with all that lies over it, and go back to where it was opened from."""
    if screen not in open_drafts(app):
        return
    await app.switch_mode(MODE)
    while screen in app.screen_stack:
        await app.pop_screen()
    if screen.came_from != MODE:
        await app.switch_mode(screen.came_from)


async def all_saved(app: AdvocacyApp) -> bool:
    """Save what is being typed; where that does not work, show it and say so."""
    for screen in [one for stack in app._screen_stacks.values() for one in stack]:
        settle = getattr(screen, "settle", None)
        if settle is not None and not await settle():
            if isinstance(screen, DraftScreen):
                await open_draft(app, screen.draft.id)
            app.tell(
                _(
                    "The last words are not saved yet. {take} takes the text along; quit once more "
                    "and it is put into a file of its own."
                ).format(take=app.key_of("draft.take")),
                serious=True,
            )
            return False
    return True


def put_into_file(app: AdvocacyApp) -> str:
    """Put texts that could not be saved into a file beside the database's disk.

    Returns:
        A sentence that says where; "" where everything was saved.
    """
    screens = [one for stack in app._screen_stacks.values() for one in stack]
    texts = [text for one in screens if (text := getattr(one, "unsaved_text", str)())]
    if not texts:
        return ""
    try:
        path = put_aside("\n\n".join(texts).encode("utf-8", "surrogatepass"))
    except OSError as error:
        return _("The last words could not be kept anywhere ({reason}).").format(
            reason=say_reason(error)
        )
    return _("What could not be saved is kept in {path}").format(path=path)
