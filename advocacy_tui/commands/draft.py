"""`draft new|show|list|edit|ready|copy|versions|restore|archive|open|delete`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advocacy_tui.commands.listing import (
    add_limit,
    add_status,
    add_type,
    limit_of,
    print_list,
    shows_laid_away,
    text_given,
)
from advocacy_tui.commands.options import add_globals
from advocacy_tui.draft_words import say_status
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.models import CHANNELS, Draft, DraftStatus
from advocacy_tui.store.drafts import (
    delete_draft,
    edit_draft,
    get_draft,
    list_drafts,
    mark_ready,
    new_draft,
    set_draft_status,
    set_fields,
    title_of,
)
from advocacy_tui.store.versions import REASONS, cut_version, list_versions, restore_version
from advocacy_tui.text import clean_own

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from advocacy_tui.commands.context import Context
    from advocacy_tui.store.change import Change

FORMATS = ("text", "linkedin", "markdown", "html")
"""The names in `exchange.formats.FORMATS`, which only a command that needs one imports."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `draft` takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar=_("WHAT"))

    def verb(name: str, text: str, *, takes_id: bool = True) -> argparse.ArgumentParser:
        one = verbs.add_parser(name, help=text, allow_abbrev=False)
        add_globals(one)
        if takes_id:
            one.add_argument("id", metavar="ID")
        return one

    new = verb("new", _("begins a draft"), takes_id=False)
    new.add_argument("--idea", metavar="ID", help=_("the idea it comes from"))
    add_channels(new)
    add_type(new)
    new.add_argument("--title", default="", metavar=_("TITLE"), help=_("a title of your own"))
    new.add_argument("--file", metavar=_("FILE"), help=_("its text; - reads standard input"))
    show = verb("show", _("prints exactly the text"))
    show.add_argument("--format", choices=FORMATS, default="text", help=_("in which form"))
    listing = verb("list", _("lists the drafts, last changed first"), takes_id=False)
    listing.add_argument("query", nargs="*", metavar=_("QUERY"), help=_("words, each a beginning"))
    add_status(listing, DraftStatus)
    add_limit(listing)
    edit = verb("edit", _("puts a new text in it; a version keeps the old one"))
    edit.add_argument("--file", metavar=_("FILE"), help=_("- reads standard input"))
    edit.add_argument("--title", metavar=_("TITLE"), help=_("a title of your own"))
    edit.add_argument("--notes", metavar=_("TEXT"), help=_("notes that are yours alone"))
    add_channels(edit)
    add_type(edit)
    verb("ready", _("marks it as ready"))
    copy = verb("copy", _("copies the text, exactly as it stands"))
    copy.add_argument("--format", choices=FORMATS, default="text", help=_("in which form"))
    verb("versions", _("lists its earlier versions"))
    verb("restore", _("brings a version back; ID is the version's"))
    verb("archive", _("lays it away"))
    verb("open", _("takes it out again"))
    verb("delete", _("deletes it; `undo` brings it back"))


def add_channels(parser: argparse.ArgumentParser) -> None:
    """Add `--channel C`, as often as wanted."""
    parser.add_argument(
        "--channel", action="append", default=[], choices=CHANNELS, metavar=_("CHANNEL"),
        help=_("where it is meant for: {channels}").format(channels=", ".join(CHANNELS)),
    )  # fmt: skip


def as_json(draft: Draft) -> dict[str, Any]:
    """Return a draft's contract fields."""
    return {
        "id": draft.id,
        "text": draft.text,
        "title": draft.title,
        "notes": draft.notes,
        "status": draft.status,
        "channels": list(draft.channels),
        "idea": draft.idea,
        "type": draft.type,
        "picture": draft.picture,
        "alt_text": draft.alt_text,
        "first_comment": draft.first_comment,
        "audience": draft.audience,
        "created_at": draft.created_at,
        "changed_at": draft.changed_at,
    }


def run(context: Context) -> int:
    """Do it."""
    return _VERBS[context.args.verb](context)


def _answer(context: Context, change: Change) -> int:
    context.answer_done(change.id)
    return 0


def _new(context: Context) -> int:
    args = context.args
    text = "" if args.file is None else text_given((), args.file, context)
    channels = args.channel or _usual_channels(context)
    change = new_draft(
        context.database, now=context.now, idea=args.idea, text=text, title=args.title,
        post_type=args.type, channels=tuple(dict.fromkeys(channels)),
    )  # fmt: skip
    return _answer(context, change)


def _usual_channels(context: Context) -> list[str]:
    from advocacy_tui.store.preferences import get_setting

    return [one for one in get_setting(context.database, "channels").split(",") if one]


def _show(context: Context) -> int:
    from advocacy_tui.exchange.formats import formatted

    draft = get_draft(context.database, context.args.id)
    text = formatted(draft.text, context.args.format)
    if context.json:
        context.answer({**as_json(draft), "text": text}, "")
    else:
        context.write_exactly(text)
    return 0


def _list(context: Context) -> int:
    limit = limit_of(context)
    database, query = context.database, " ".join(context.args.query)
    laid_away = shows_laid_away(context)
    found = list_drafts(
        database, query, status=context.args.status, laid_away=laid_away, limit=None,
        whole=context.json,
    )  # fmt: skip
    shown = found[:limit]
    if context.json:
        context.answer([as_json(draft) for draft in shown], "")
        return 0
    rows = [
        (d.id, d.changed_at[:10], say_status(d.status), title_of(d) or _("(empty)")) for d in shown
    ]
    away = 0
    if not rows and not laid_away:
        away = len(list_drafts(database, query, status=DraftStatus.ARCHIVED, limit=None))
    print_list(context, rows, len(found) - len(shown), laid_away=away)
    return 0


def _edit(context: Context) -> int:
    args, database, now = context.args, context.database, context.now
    fields: dict[str, Any] = {
        name: clean_own(value).text
        for name, value in (("title", args.title), ("notes", args.notes), ("type", args.type))
        if value is not None
    }
    if args.channel:
        fields["channels"] = tuple(dict.fromkeys(args.channel))
    if args.file is None and not fields:
        raise UsageProblem(
            _("There is nothing to change here. Give a new text with --file FILE, or --title.")
        )
    text = None if args.file is None else text_given((), args.file, context)
    one = get_draft(database, args.id).id
    if text is not None:
        edit_draft(database, one, text, now=now, **fields)
    else:
        set_fields(database, one, now=now, **fields)
    context.answer_done(one)
    return 0


def _with_text(context: Context) -> Draft:
    """Return the draft; UsageProblem where nothing is written in it yet."""
    draft = get_draft(context.database, context.args.id)
    if not draft.text.strip():
        raise UsageProblem(_("There is no text in this draft yet. Write some, then try again."))
    return draft


def _ready(context: Context) -> int:
    draft = _with_text(context)
    return _answer(context, mark_ready(context.database, draft.id, now=context.now))


def _copy(context: Context) -> int:
    from advocacy_tui.exchange.clipboard import copy_text
    from advocacy_tui.exchange.formats import formatted
    from advocacy_tui.store.preferences import get_setting

    draft = _with_text(context)
    text = formatted(draft.text, context.args.format)
    done = copy_text(text, home=context.paths.home, way=get_setting(context.database, "clipboard"))
    cut_version(context.database, draft.id, "copy", now=context.now)
    context.say(done.sentence)
    context.answer(
        {"id": draft.id, "way": done.way, "checked": done.checked, "file": done.path}, ""
    )
    return 0


def _versions(context: Context) -> int:
    draft = get_draft(context.database, context.args.id)
    found = list_versions(context.database, draft.id)
    if context.json:
        context.answer(
            [{"id": v.id, "reason": v.reason, "at": v.at, "text": v.text} for v in found], ""
        )
        return 0
    rows = [(v.id, v.day, _(REASONS[v.reason])) for v in found]
    print_list(context, rows)
    return 0


def _restore(context: Context) -> int:
    return _answer(context, restore_version(context.database, context.args.id, now=context.now))


def _archive(context: Context) -> int:
    change = set_draft_status(
        context.database, context.args.id, DraftStatus.ARCHIVED, now=context.now
    )
    return _answer(context, change)


def _open(context: Context) -> int:
    change = set_draft_status(context.database, context.args.id, DraftStatus.DRAFT, now=context.now)
    return _answer(context, change)


def _delete(context: Context) -> int:
    return _answer(context, delete_draft(context.database, context.args.id, now=context.now))


_VERBS: dict[str, Callable[[Context], int]] = {
    "new": _new,
    "show": _show,
    "list": _list,
    "edit": _edit,
    "ready": _ready,
    "copy": _copy,
    "versions": _versions,
    "restore": _restore,
    "archive": _archive,
    "open": _open,
    "delete": _delete,
}
