"""`add`: keeps a thought. Nothing that is slow to import comes near this."""

from __future__ import annotations

from advocacy_tui.commands.reading import read_text, read_words
from advocacy_tui.i18n import _
from advocacy_tui.store.capture import add_idea

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    import argparse

    from advocacy_tui.commands.context import Context


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what `add` takes."""
    parser.add_argument(
        "text", nargs="*", metavar=_("TEXT"), help=_("the thought; - reads standard input")
    )
    parser.add_argument(
        "-t", "--tag", action="append", default=[], metavar=_("TAG"), help=_("a tag beside #tags")
    )
    parser.add_argument("--theme", metavar=_("THEME"), help=_("the theme it belongs to"))


def run(context: Context) -> int:
    """Keep the thought and print its id."""
    words: list[str] = context.args.text
    text, sentences = read_text("-", context) if words == ["-"] else read_words(words)
    made = add_idea(
        context.database, text, now=context.now, tags=context.args.tag, theme=context.args.theme
    )
    for sentence in sentences:
        context.say(sentence)
    context.answer_done(made.id, _("Your thought is kept."))
    return 0
