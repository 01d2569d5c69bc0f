"""Find and replace in a text, by what a reader sees as the same."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from advocacy_tui.text import NARROW, clusters

_ALL_NARROW = re.compile(f"[{NARROW}\n\t]*")


def find_all(text: str, needle: str, *, match_case: bool) -> list[tuple[int, int]]:
    """Return the (start, end) of each place that reads like `needle`, in code points of `text`.

    The places do not overlap and never cut a grapheme cluster in two. How a letter was composed
    does not count, nor case unless `match_case` (ß finds SS, and the other way round).
    """
    wanted = "".join(_keys(_units(needle), match_case))
    if not wanted:
        return []
    units = _units(text)
    keys = _keys(units, match_case)
    same_length = all(len(unit) == len(key) == 1 for unit, key in zip(units, keys, strict=True))
    haystack = "".join(keys)
    if same_length:
        return [m.span() for m in re.finditer(re.escape(wanted), haystack)]
    places = dict(zip(_edges(keys), _edges(units), strict=True))
    return _aligned(haystack, wanted, places)


def replace_all(text: str, needle: str, replacement: str, *, match_case: bool) -> tuple[str, int]:
    """Return the text with each place that `find_all` finds replaced, and how many there were."""
    spans = find_all(text, needle, match_case=match_case)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    kept = [text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]
    return replacement.join(kept), len(spans)


def _units(text: str) -> list[str]:
    """Return the parts that are compared whole: characters of a plain text, clusters of another."""
    if _ALL_NARROW.fullmatch(text):
        return list(text)
    return [text[first:last] for first, last in clusters(text)]


def _keys(units: list[str], match_case: bool) -> list[str]:
    known: dict[str, str] = {}
    for unit in set(units):
        composed = unicodedata.normalize("NFC", unit)
        if not match_case:
            composed = unicodedata.normalize("NFC", composed.casefold())
        known[unit] = composed
    return [known[unit] for unit in units]


def _edges(parts: list[str]) -> list[int]:
    return list(accumulate((len(part) for part in parts), initial=0))


def _aligned(haystack: str, wanted: str, places: dict[int, int]) -> list[tuple[int, int]]:
    found, start = list[tuple[int, int]](), 0
    while (start := haystack.find(wanted, start)) >= 0:
        end = start + len(wanted)
        if start in places and end in places:
            found.append((places[start], places[end]))
            start = end
        else:
            start += 1
    return found


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many code points two texts share at their start, and beyond that at their end."""
    start = _shared_start(one, other)
    rest = min(len(one), len(other)) - start
    return start, _shared_start(one[len(one) - rest :][::-1], other[len(other) - rest :][::-1])


def _shared_start(one: str, other: str) -> int:
    known, bound = 0, min(len(one), len(other))
    while known < bound:
        middle = (known + bound + 1) // 2
        if one[known:middle] == other[known:middle]:
            known = middle
        else:
            bound = middle - 1
    return known
