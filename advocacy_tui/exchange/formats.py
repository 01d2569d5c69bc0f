"""One draft, four outputs: exact text, LinkedIn, Markdown and HTML.

- `text` is the draft exactly as it stands.
- `linkedin` is for boxes that show Markdown's signs as they are: emphasis and code marks go, a
  link becomes its label and its address, a heading its words, a list gets "•". Bold letters are
  never imitated with special characters, which screen readers spell out.
- `markdown` is the draft as written, as Reddit, Teams and blogs take it.
- `html` is for newsletters and blogs: every sign of the text is escaped, HTML in it is shown and
  not obeyed, and only http, https and mailto become links. A line break stays one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

DEEPEST = 6
"""Marks inside each other that are taken away; deeper ones stay as they are."""

_FENCE = re.compile(r" {0,3}(?P<signs>`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*$")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)(?P<words>.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"(?P<indent>[ \t]*)[-*+][ \t]+(?=\S)")

# Tried in this order at each place; what a mark holds is at most 1,000 characters of one line, so
# that no text makes it slow. A mark hugs its words, and single ones do not stand inside a word.
_INLINE = re.compile(
    r"(?P<escape>\\(?P<sign>[\\`*_\[\]~#]))"
    r"|(?P<tick>`+)(?P<code>[^`]{1,1000})(?P=tick)(?!`)"
    r"|!?\[(?P<label>[^\[\]\n]{0,1000})\]\(<?(?P<to>(?:[^\s()<>]|\([^\s()<>]*\)){1,2000})>?"
    r"(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
    r"|<(?P<auto>https?://[^\s<>]{1,2000})>"
    r"|(?P<address>https?://[^\s*<>]+)"
    r"|(?P<stars>\*{2,3})(?=[^\s*])(?P<bold>[^\n]{1,1000}?)(?<=[^\s*])(?P=stars)(?!\*)"
    r"|(?<!\w)(?P<lines>_{2,3})(?=[^\s_])(?P<thick>[^\n]{1,1000}?)(?<=[^\s_])(?P=lines)(?!\w)"
    r"|~~(?=[^\s~])(?P<gone>[^\n~]{1,1000}?)(?<=[^\s~])~~(?!~)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])(?P<line>[^\n]{1,1000}?)(?<=[^\s_])_(?![\w_])"
)


def as_text(text: str) -> str:
    """Return the draft exactly as it stands."""
    return text


def as_markdown(text: str) -> str:
    """Return the draft as Markdown, which is how it was written."""
    return text


def as_linkedin(text: str) -> str:
    """Return the draft for a box without Markdown; every character that is no mark is kept.

    Inside fenced code nothing is read as a mark; the two lines of the fence go.
    """
    lines = text.split("\n")
    said, at = [], 0
    while at < len(lines):
        end = _end_of_code(lines, at)
        if end is None:
            said.append(_plain_line(lines[at]))
            at += 1
        else:
            said += lines[at + 1 : end]
            at = end + 1
    return "\n".join(said)


def _end_of_code(lines: list[str], at: int) -> int | None:
    """Return the line that closes the fence which line `at` opens; None where it opens none."""
    opened = _FENCE.match(lines[at])
    if opened is None:
        return None
    closing = re.compile(rf" {{0,3}}{re.escape(opened['signs'])}[`~]*[ \t]*$")
    return next((i for i in range(at + 1, len(lines)) if closing.match(lines[i])), None)


def _plain_line(line: str) -> str:
    if _RULE.match(line):
        return line
    heading = _HEADING.match(line)
    if heading:
        return _plain(heading["words"])
    bullet = _BULLET.match(line)
    if bullet:
        return f"{bullet['indent']}• {_plain(line[bullet.end() :])}"
    return _plain(line)


def _plain(text: str, depth: int = 0) -> str:
    """Return a line, or a part of one, without its marks."""
    if depth > DEEPEST:
        return text
    return _INLINE.sub(lambda found: _unmarked(found, depth), text)


def _unmarked(found: re.Match[str], depth: int) -> str:
    if found["escape"]:
        return found["sign"]
    if found["code"]:
        return found["code"]
    if found["to"]:
        label = _plain(found["label"], depth + 1)
        return f"{label} {found['to']}" if label and label != found["to"] else found["to"]
    plain = found["auto"] or found["address"]
    if plain:
        return plain
    inner = found["bold"] or found["thick"] or found["gone"] or found["star"] or found["line"]
    return _plain(inner, depth + 1)


def as_html(text: str) -> str:
    """Return the draft as HTML paragraphs, without a head; all of its text is in it."""
    html: str = _markdown().render(text)
    return html


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """Return the renderer, with the rules off that would swallow a part of the text.

    Reference definitions disappear from what is shown, entities and indented code change it.
    """
    from markdown_it import MarkdownIt

    class Renderer(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
            return _is_safe(url)

        def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
            """Return an address as typed, not decoded."""
            return link

    made = Renderer(
        "commonmark", {"html": False, "breaks": True, "linkify": True, "maxNesting": 100}
    )
    made.enable(["strikethrough", "linkify"])
    made.disable(["reference", "entity", "code", "html_block", "html_inline"])
    made.core.ruler.push("own_numbers", _own_numbers)
    if made.linkify is not None:
        made.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    return made


def _is_safe(address: str) -> bool:
    return re.match(r"(?:https?|mailto):", address.strip(), re.IGNORECASE) is not None


def _own_numbers(state: StateCore) -> None:
    """Give list items the numbers that were typed, where counting on would give others.

    A list whose items all have one number is counted on, as is the custom in Markdown.
    """
    lists: list[tuple[int, str]] = []
    for token in state.tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append((int(token.attrGet("start") or 1), ""))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and token.info.isdigit():
            expected, last = lists.pop()
            if token.info != last and int(token.info) != expected:
                token.attrSet("value", token.info)
                expected = int(token.info)
            lists.append((expected + 1, token.info))


FORMATS: dict[str, Callable[[str], str]] = {
    "text": as_text,
    "linkedin": as_linkedin,
    "markdown": as_markdown,
    "html": as_html,
}
"""Name on the command line → output."""


def formatted(text: str, name: str) -> str:
    """Return a draft's text in one of FORMATS."""
    return FORMATS[name](text)
