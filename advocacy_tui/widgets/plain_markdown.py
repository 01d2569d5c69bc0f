"""Markdown as a person reads it in a terminal: a little weight where there were signs, no boxes.

The text came from others, so nothing in it is ever read as Textual markup, and an address is
shown as it is, never as something to click.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt
from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

_QUOTE = "│ "
_LEAF = {"fence", "code_block", "html_block"}
_STYLE = {"strong_open": "bold", "em_open": "italic"}
_BREAK = {"softbreak": " ", "hardbreak": "\n"}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


class _Block(NamedTuple):
    """A paragraph: what stands before its first line, its words, whether it follows closely."""

    prefix: str
    said: Content
    close: bool


def plain_markdown(text: str) -> Content:
    """Return Markdown as paragraphs with a blank line between them; lists stand close."""
    blocks: list[_Block] = []
    prefixes: list[str] = []
    numbers: list[int | None] = []
    bold = begins = new_item = False
    for token in _parser().parse(text):
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            begins = begins or not numbers
            begin = int(token.attrs.get("start", 1)) if kind == "ordered_list_open" else None
            numbers.append(begin)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif kind == "list_item_open":
            prefixes.append(_bullet(numbers))
            new_item = True
        elif kind == "blockquote_open":
            prefixes.append(_QUOTE)
        elif kind in ("list_item_close", "blockquote_close"):
            prefixes.pop()
        elif kind in ("heading_open", "heading_close"):
            bold = kind == "heading_open"
        elif kind == "inline" or kind in _LEAF:
            said = _inline(token.children or ()) if kind == "inline" else _verbatim(token)
            said = said.stylize("bold") if bold else said
            blocks.append(_Block("".join(prefixes), said, new_item and not begins))
            prefixes = [_after(one) for one in prefixes]
            begins = new_item = False
    return _joined(blocks)


def _after(prefix: str) -> str:
    """Return what stands before the lines that follow: quotes go on, a bullet becomes blanks."""
    return prefix if prefix == _QUOTE else " " * len(prefix)


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


def _joined(blocks: Sequence[_Block]) -> Content:
    parts: list[Content] = []
    for number, (prefix, said, close) in enumerate(blocks):
        if number:
            parts.append(Content("\n" if close else "\n\n"))
        first, *others = said.split("\n", allow_blank=True)
        parts += [Content(prefix), first]
        rest = "".join(one if one == _QUOTE[0] else " " for one in prefix)
        parts += [Content(f"\n{rest}") + line for line in others]
    return Content("").join(parts)
