"""Writes the README's key table from the action registry; `--check` only compares."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from advocacy_tui.actions import ACTIONS, Action
from advocacy_tui.keys import say_keys

README = Path(__file__).parents[1] / "README.md"
_TITLES = {
    "anywhere": "Anywhere but in a text field",
    "everywhere": "Everywhere, text fields included",
    "list": "In every list",
}
_PART = re.compile(r"(<!-- keys: made by scripts/readme.py -->\n).*?(<!-- /keys -->)", re.DOTALL)


def key_table(actions: tuple[Action, ...] = ACTIONS) -> str:
    """Return the Markdown table of every key, by where it works."""
    lines = ["| where | keys | does | id |", "|---|---|---|---|"]
    for action in actions:
        title = _TITLES.get(action.group, action.group.replace("-", ": ").capitalize())
        keys = " ".join(f"`{_escaped(key)}`" for key in say_keys(action.keys).split(" "))
        lines.append(f"| {title} | {keys} | {action.label}: {action.help} | `{action.id}` |")
    return "\n".join(lines) + "\n"


def _escaped(key: str) -> str:
    return key.replace("|", "\\|")


def rendered(text: str) -> str:
    """Return the README with a fresh key table."""
    return _PART.sub(lambda match: match[1] + key_table() + match[2], text)


def main() -> int:
    """Write the table, or with --check leave with 1 where it is out of step."""
    old = README.read_text(encoding="utf-8")
    new = rendered(old)
    if "--check" in sys.argv:
        return int(old != new)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
