"""Markdown as a person reads it in a terminal: a little weight where there were signs, no boxes.

The text came from others, so nothing in it is ever read as Textual markup, and an address is
shown as it is, never as something to click.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

_LEAF = {"fence", "code_block", "html_block"}
_STYLE = {"strong_open": "bold", "em_open": "italic"}
_BREAK = {"softbreak": " ", "hardbreak": "\n"}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


def plain_markdown(text: str) -> Content:
    """Return Markdown as paragraphs with a blank line between them."""
    blocks: list[tuple[str, Content]] = []
    prefixes: list[str] = []
    numbers: list[int | None] = []
    bold = False
    for token in _parser().parse(text):
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            begin = int(token.attrs.get("start", 1)) if kind == "ordered_list_open" else None
            numbers.append(begin)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif kind == "list_item_open":
            prefixes.append(_bullet(numbers))
        elif kind == "blockquote_open":
            prefixes.append("│ ")
        elif kind in ("list_item_close", "blockquote_close"):
            prefixes.pop()
        elif kind == "heading_open":
            bold = True
        elif kind == "heading_close":
            bold = False
        elif kind == "inline" or kind in _LEAF:
            said = _inline(token.children or ()) if kind == "inline" else _verbatim(token)
            blocks.append(("".join(prefixes), said.stylize("bold") if bold else said))
            prefixes = [one if one == "│ " else " " * len(one) for one in prefixes]
    return _joined(blocks)


def _bullet(numbers: list[int | None]) -> str:
    number = numbers[-1]
    if number is None:
        return "- "
    numbers[-1] = number + 1
    return f"{number}. "


def _verbatim(token: Token) -> Content:
    return Content(token.content.rstrip("\n"))


def _inline(tokens: Iterable[Token]) -> Content:
    """Return the words of a paragraph; an address stands behind its words."""
    parts: list[Content] = []
    styles: list[str] = []
    address = words = ""
    for token in tokens:
        kind = token.type
        if kind in _STYLE:
            styles.append(_STYLE[kind])
        elif kind in ("strong_close", "em_close"):
            styles.pop()
        elif kind == "link_open":
            address, words = str(token.attrs.get("href", "")), ""
        elif kind == "link_close":
            if address and address.removeprefix("mailto:") != words:
                parts.append(Content(f" ({address})"))
        else:
            said = _BREAK.get(kind, token.content)
            words += said
            parts.append(Content.styled(said, " ".join(styles)) if styles else Content(said))
    return Content("").join(parts)


def _joined(blocks: Sequence[tuple[str, Content]]) -> Content:
    """Join paragraphs; items of a list stand close, everything else has air."""
    made: list[Content] = []
    for index, (prefix, said) in enumerate(blocks):
        if index:
            close = prefix.strip() not in ("", "│") and blocks[index - 1][0].strip() not in (
                "",
                "│",
            )
            made.append(Content("\n" if close else "\n\n"))
        rest = "".join("│ " if sign == "│" else " " for sign in _signs(prefix))
        lines = said.split("\n", allow_blank=True)
        made.append(
            Content("\n").join(
                Content(prefix if not number else rest) + line for number, line in enumerate(lines)
            )
        )
    return Content("").join(made)


def _signs(prefix: str) -> list[str]:
    return ["│" if one == "│" else " " for one in prefix.replace("│ ", "│")]
