"""`add`: keeps a thought. Nothing that is slow to import comes near this."""

from __future__ import annotations

from advocacy_tui.commands.reading import dropped_sentence, read_text
from advocacy_tui.i18n import _
from advocacy_tui.store.capture import add_idea
from advocacy_tui.text import clean_own

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
    if words == ["-"]:
        text, sentences = read_text("-")
    else:
        text, dropped = clean_own(" ".join(words))
        sentences = [dropped_sentence(dropped)] if dropped else []
    made = add_idea(
        context.database, text, now=context.now, tags=context.args.tag, theme=context.args.theme
    )
    for sentence in sentences:
        context.say(sentence)
    context.answer({"id": made.id}, made.id)
    return 0
