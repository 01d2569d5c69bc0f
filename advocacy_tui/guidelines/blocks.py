"""Markdown as a small tree of blocks with plain text and line numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

HEADING, PARAGRAPH, ITEM, QUOTE, HEADER, ROW, CODE, HTML = (
    "heading", "paragraph", "item", "quote", "header", "row", "code", "html",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document.

    `text` is plain, without marks; `bold` is the bold beginning of it, `italic` says that all of
    it is in italics. Lists are left out of the tree: their items stand where the list stood. Rows
    of tables have `cells`. `line` is the first line, from 1; `end` the line after the last one.
    """

    kind: str
    line: int
    end: int
    text: str = ""
    bold: str = ""
    italic: bool = False
    level: int = 0
    slug: str = ""
    cells: tuple[str, ...] = ()
    children: tuple[Block, ...] = ()


def split_front(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the simple fields of a front matter, and the lines with the front matter blanked.

    Blank lines stand in for it, so that line numbers stay those of the file. Only `key: value`
    lines are read; whatever else a front matter holds is left to those who need it.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return {}, lines
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return {}, lines
    fields = {}
    for line in lines[1:end]:
        key, colon, value = line.partition(":")
        if colon and key == key.strip() and key:
            fields[key] = _unquoted(value.strip())
    return fields, [""] * (end + 1) + lines[end + 1 :]


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def parse(lines: Sequence[str]) -> list[Block]:
    """Return the blocks of a Markdown document, headings among them, in order."""
    from markdown_it.tree import SyntaxTreeNode

    tree = SyntaxTreeNode(_markdown().parse("\n".join(lines)))
    return list(_blocks(tree.children))


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list"):
            for item in node.children:
                yield _item(item)
        elif node.type == "table":
            yield from _rows(node)
        elif node.type == "heading":
            yield _heading(node)
        elif node.type == "paragraph":
            yield _paragraph(node)
        elif node.type == "blockquote":
            children = tuple(_blocks(node.children))
            yield Block(QUOTE, *_place(node), text=plain_text(children), children=children)
        elif node.type in ("fence", "code_block"):
            yield Block(CODE, *_place(node), text=node.content.rstrip("\n"))
        elif node.type == "html_block":
            yield Block(HTML, *_place(node), text=node.content.rstrip("\n"))


def _place(node: SyntaxTreeNode) -> tuple[int, int]:
    start, end = node.map or (0, 0)
    return start + 1, end + 1


def _inline(node: SyntaxTreeNode) -> Sequence[SyntaxTreeNode]:
    """Return the inline children of a heading, paragraph or cell."""
    return node.children[0].children if node.children else ()


def _heading(node: SyntaxTreeNode) -> Block:
    heading, slug = _split_id(_plain(_inline(node)).strip())
    level = int(node.tag.removeprefix("h"))
    return Block(HEADING, *_place(node), text=heading, slug=slug, level=level)


def _split_id(text: str) -> tuple[str, str]:
    """Return a heading without its explicit `{#id}`, and that id, "" for none."""
    heading, mark, slug = text.removesuffix("}").rpartition("{#")
    if not (mark and text.endswith("}")) or not slug or any(c in " \t\n{}" for c in slug):
        return text, ""
    return heading.rstrip(), slug


def _paragraph(node: SyntaxTreeNode) -> Block:
    parts = [part for part in _inline(node) if part.type != "text" or part.content]
    bold = _plain(parts[0].children) if parts and parts[0].type == "strong" else ""
    italic = len(parts) == 1 and parts[0].type == "em"
    return Block(PARAGRAPH, *_place(node), text=_plain(parts), bold=bold, italic=italic)


def _item(node: SyntaxTreeNode) -> Block:
    children = list(_blocks(node.children))
    line, end = _place(node)
    if children and children[0].kind == PARAGRAPH:
        first = children.pop(0)
        return Block(
            ITEM, line, end, text=first.text, bold=first.bold, italic=first.italic,
            children=tuple(children),
        )  # fmt: skip
    return Block(ITEM, line, end, children=tuple(children))


def _rows(table: SyntaxTreeNode) -> Iterator[Block]:
    for part in table.children:
        for row in part.children:
            cells = tuple(_plain(_inline(cell)).strip() for cell in row.children)
            yield Block(
                HEADER if part.type == "thead" else ROW, *_place(row),
                text=" | ".join(cells), cells=cells,
            )  # fmt: skip


def _plain(nodes: Sequence[Any]) -> str:
    """Return inline content without its marks; a link is its label, an image its description."""
    return "".join(_plain_of(node) for node in nodes)


def _plain_of(node: Any) -> str:
    if node.type == "softbreak":
        return " "
    if node.type == "hardbreak":
        return "\n"
    if node.type == "html_inline":
        return ""
    if node.children:
        return _plain(node.children)
    return str(node.content)


def plain_text(blocks: Sequence[Block]) -> str:
    """Return blocks as plain text: paragraphs apart by an empty line, items as lines with "- "."""
    pieces: list[str] = []
    kinds: list[str] = []
    for block in blocks:
        inner = plain_text(block.children) if block.kind == ITEM else ""
        own = f"- {block.text}" if block.kind == ITEM else block.text
        pieces.append("\n".join(filter(None, (own, inner.replace("\n\n", "\n")))))
        kinds.append(block.kind)
    said = ""
    for index, piece in enumerate(pieces):
        if index:
            close = kinds[index] == kinds[index - 1] and kinds[index] in (ITEM, ROW, HEADER)
            said += "\n" if close else "\n\n"
        said += piece
    return said
