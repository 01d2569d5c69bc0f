"""Tidies the Danish catalogue: messages once each, in the order of the sources, nothing left over.

Run it after writing new messages; it tells which ones still have no Danish.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from messages import messages_in

ROOT = Path(__file__).parents[1] / "advocacy_tui"
PO = ROOT / "locales" / "da" / "LC_MESSAGES" / "advocacy_tui.po"
OF_ARGPARSE = "argparse"


def main() -> int:
    """Rewrite the catalogue; leave with 1 where a message has no Danish."""
    with PO.open("rb") as file:
        old = read_po(file, locale="da")
    new = Catalog(locale="da", project="advocacy-tui", header_comment=old.header_comment)
    missing = []
    places: dict[str | tuple[str, ...], str] = {}
    for forms, file, _line in messages_in(ROOT):
        places.setdefault(forms if len(forms) > 1 else forms[0], file)
    for message, place in sorted(places.items(), key=lambda item: (item[1], str(item[0]))):
        first = message if isinstance(message, str) else message[0]
        known = old.get(first)
        said = known.string if known is not None else ""
        if not (any(said) if isinstance(said, tuple) else said):
            missing.append(f"{place}: {first}")
        else:
            new.add(message, said, locations=[(f"advocacy_tui/{place}", None)])
    for message in old:
        if OF_ARGPARSE in message.user_comments and message.id not in places:
            new.add(message.id, message.string, user_comments=message.user_comments)
    with PO.open("wb") as file:
        write_po(file, new, width=100, omit_header=False, sort_output=False)
    print("\n".join(missing))
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
