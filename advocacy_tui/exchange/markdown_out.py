"""A text as a Markdown file with front matter, from which it can be read again exactly."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|[0-9A-Z]{26}")
_READ_AS_SOMETHING_ELSE = frozenset(
    ("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf")
)
_SPECIAL = re.compile("[\x7f-\x9f\xad\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML reads as a line end or refuses, and JSON leaves as it is."""


def markdown_file(fields: Mapping[str, str | Iterable[str]], body: str) -> str:
    """Return a front matter of the fields that hold something, an empty line, and the body."""
    lines = ["---"]
    for key, value in fields.items():
        if isinstance(value, str):
            if value:
                lines.append(f"{key}: {_scalar(value)}")
        elif items := [_scalar(item) for item in value]:
            lines.append(f"{key}: [{', '.join(items)}]")
    return "\n".join((*lines, "---", "", body, ""))


def _scalar(value: str) -> str:
    """Return a YAML scalar: as it is where every reader takes it for text, else quoted."""
    if _PLAIN.fullmatch(value) and value.lower() not in _READ_AS_SOMETHING_ELSE:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
