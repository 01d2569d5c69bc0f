"""Plain text: folding for search, cleaning, grapheme clusters, widths and the tags in it.

Cheap to import, as capturing a thought from the shell waits for it: `regex` and `wcwidth` are
loaded by the functions that need them, and every pattern is compiled (and kept by `re`) at its
first use.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

# --- Folding for search -----------------------------------------------------------------------

_A_RUN = "[aæ][aeæ]*"
_O_RUN = "[oøœ]e*"
_LATIN_MARKS = "[\u0300-\u036f]+"
_BEYOND_LATIN = "[^\x00-\u036f\u2010-\u205e]"
_WORD = r"[^\W_]+"


def fold(text: str) -> str:
    """Return the canonical form that search compares: å = aa = a, æ = ae = a, ø = oe = o.

    Case, accents, ligatures and the way a letter was composed (NFC, NFD) do not count. As the
    equalities hold in any mix ("søer", "soer" and "soeer" are one), a run `a[aeåæ]*` becomes `a`
    and a run `[oø]e*` becomes `o`. The fold of a beginning is a beginning of the fold, so a
    folded prefix finds every word that starts like it.
    """
    if text.isascii():
        return re.sub("oe+", "o", re.sub("a[ae]+", "a", text.lower()))
    bare = unicodedata.normalize("NFKD", text).casefold()
    if not bare.isascii():
        bare = re.sub(_LATIN_MARKS, "", unicodedata.normalize("NFKD", bare))
        if re.search(_BEYOND_LATIN, bare):
            bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(_O_RUN, "o", re.sub(_A_RUN, "a", bare))


def fold_words(text: str) -> list[str]:
    """Return the folded runs of letters and digits, as FTS5's unicode61 splits a folded text."""
    return re.findall(_WORD, fold(text))


def search_text(text: str) -> str:
    """Return what full-text search indexes: the folded words, one blank apart.

    Emoji and signs are left out here, as SQLite's tokenizer takes newer ones for letters.
    """
    return " ".join(fold_words(text))


# --- Cleaning ---------------------------------------------------------------------------------

_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
# Bidi controls, zero-width spaces and joiners, invisible operators, variation selectors, the
# grapheme joiner and tag characters: nothing of it is seen, all of it can hide something.
_INVISIBLE = (
    "\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)


class Cleaned(tuple[str, int]):
    """A text without what must not be in it, and how many characters were dropped."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The text that is left."""
        return self[0]

    @property
    def dropped(self) -> int:
        """How many characters were dropped."""
        return self[1]


def clean_own(text: str) -> Cleaned:
    """Drop C0 and C1 controls and lone surrogates from a person's own text; CR and CRLF become LF.

    Tab and line end stay, and so do bidi controls, zero-width characters and Unicode line
    separators. A line end that changes its form is not counted as dropped.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return Cleaned((text, 0))
    return Cleaned(re.subn(_CONTROL, "", text))


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text of some bytes, and whether some of it was guessed.

    A byte order mark decides; bytes that are no UTF-8, and they alone, are read as Windows-1252,
    in which nearly every byte means something, so that nothing is lost.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        codecs.register_error("windows-1252", _as_windows)
        return data.decode("utf-8-sig", errors="windows-1252"), True


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that a decoder stumbled over; called by the codecs."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


def clean_shared(text: str) -> Cleaned:
    """Clean a text that came from others: as `clean_own`, and nothing invisible is left.

    Joiners, variation selectors and tags stay where they hold an emoji sequence together.
    """
    own = clean_own(text)
    if not re.search(f"[{_INVISIBLE}]", own.text):
        return own
    kept, dropped = _emoji_or_invisible().subn(lambda m: m["emoji"] or "", own.text)
    return Cleaned((kept, own.dropped + dropped - _emoji_count(own.text)))


def _emoji_count(text: str) -> int:
    return sum(1 for match in _emoji_or_invisible().finditer(text) if match["emoji"])


@lru_cache(maxsize=1)
def _emoji_or_invisible() -> Any:
    import regex

    picture = r"\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?"
    return regex.compile(
        rf"(?P<emoji>{picture}(?:\u200D{picture})+"
        r"|\U0001F3F4[\U000E0020-\U000E007E]+\U000E007F"
        r"|\p{Extended_Pictographic}[\uFE0E\uFE0F]"
        r"|[0-9#*]\uFE0F\u20E3)"
        rf"|[{_INVISIBLE}]"
    )


# --- Grapheme clusters ------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _cluster() -> Any:
    """Return the pattern of one cluster; flags apart, as `\\X` counts their run from its start."""
    import regex

    flag = r"\p{GCB=RI}{2}[\p{GCB=Extend}\u200D\p{GCB=SpacingMark}]*"
    return regex.compile(rf"{flag}|\X")


@lru_cache(maxsize=1)
def _last_sure_start() -> Any:
    """Return the backward search for a code point that surely begins a cluster.

    After Unicode UAX #29: a letter or a picture starts one unless what precedes can take it in
    (a joiner, a prepended sign, a Hangul lead, an Indic linker). Flags are counted in pairs from
    the start of their run, so among them only the first is sure.
    """
    import regex

    return regex.compile(
        r"(?V1)(?r)(?:"
        r"(?<!\p{GCB=Prepend})[\p{GCB=Other}--\p{InCB=Consonant}--\p{Extended_Pictographic}]"
        r"|(?<![\p{GCB=Prepend}\u200D])\p{Extended_Pictographic}"
        r"|(?<![\p{GCB=Prepend}\p{GCB=L}])[\p{GCB=LV}\p{GCB=LVT}]"
        r"|(?<![\p{GCB=Prepend}\p{GCB=Extend}\u200D])\p{InCB=Consonant}"
        r"|(?<![\p{GCB=Prepend}\p{GCB=RI}])\p{GCB=RI}"
        r"|(?<!\p{GCB=Prepend})\p{GCB=Prepend})"
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _clusters_around(text: str, column: int) -> Iterator[tuple[int, int]]:
    """Return the (start, end) of clusters, the first of which begins at or before `column`."""
    found = _last_sure_start().search(text, 0, column + 1)
    start = found.start() if found else 0
    if _is_flag_half(text[start]) and _is_flag_half(text[column]):
        start += (column - start) // 2 * 2
    return clusters(text, start)


def graphemes(text: str) -> list[str]:
    """Return the user-perceived characters of a text (extended grapheme clusters, UAX #29)."""
    if text.isascii() and "\r" not in text:
        return list(text)
    found: list[str] = _cluster().findall(text)
    return found


def clusters(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each cluster from `start` on, which must be where one begins."""
    for match in _cluster().finditer(text, start):
        yield match.span()


def next_grapheme(text: str, column: int) -> int:
    """Return where the cluster that holds code point `column` ends, in code points.

    Looks only at the neighbourhood of `column`, however long the text; at most `len(text)`.
    """
    if column >= len(text):
        return len(text)
    column = max(0, column)
    if " " <= text[column] < "\x7f" and " " <= text[column + 1 : column + 2] < "\x7f":
        return column + 1
    return next(end for _, end in _clusters_around(text, column) if end > column)


def previous_grapheme(text: str, column: int) -> int:
    """Return where the cluster that ends at or holds the code point before `column` starts."""
    column = min(column, len(text))
    if column <= 1:
        return 0
    if " " <= text[column - 1] < "\x7f" and " " <= text[column - 2] < "\x7f":
        return column - 1
    return next(start for start, end in _clusters_around(text, column - 1) if end >= column)


# --- Words, lines and widths ------------------------------------------------------------------

_INKED_LINE = "\\S[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*"
NARROW = "\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0"
"""Characters of one cell that never join a neighbour, as the inside of a character class."""
_ELLIPSIS = "…"


def word_count(text: str) -> int:
    """Return how many words a text has: what stands between blanks and holds a letter or digit."""
    return sum(1 for token in text.split() if re.search(_WORD, token))


def cell_width(text: str) -> int:
    """Return the terminal cells a text takes; control characters take none."""
    if re.fullmatch(f"[{NARROW}]*", text):
        return len(text)
    from wcwidth import wcswidth

    return int(wcswidth(re.sub(_CONTROL, "", text).translate({9: None, 10: None, 13: None})))


def first_line(text: str, width: int | None = None) -> str:
    """Return the first line that has something on it, without the blanks around it.

    With a `width` in cells, runs of blanks become one space and a longer line is cut at the end
    of a word, with an ellipsis; a single longer word is cut between two characters.
    """
    found = re.search(_INKED_LINE, text)
    line = found.group().rstrip() if found else ""
    if width is None:
        return line
    line = " ".join(line[: 64 * max(1, width)].split())
    if cell_width(line) <= width:
        return line
    if width < 1:
        return ""
    head = _longest_head(graphemes(line), width - 1)
    at_word_end = line[len(head) : len(head) + 1] in ("", " ")
    if not at_word_end and " " in head.rstrip():
        head = head.rpartition(" ")[0]
    return head.rstrip() + _ELLIPSIS


def _longest_head(clusters: Iterable[str], width: int) -> str:
    head: list[str] = []
    for cluster in clusters:
        width -= cell_width(cluster)
        if width < 0:
            break
        head.append(cluster)
    return "".join(head)


# --- Tags and themes in a text ----------------------------------------------------------------

_LINK = r"(?:https?://|www\.)\S+"
_NAME = r"((?=[\w-]*[^\W\d_])\w+(?:-+\w+)*)"
_BEFORE = r"(?<![\w&/=?.#@+-])"


def hashtags(text: str) -> list[str]:
    """Return the `#tags` of a text without their sign, each once, in order of appearance.

    A tag has letters, digits, `_` and `-`, at least one letter, and does not stand inside a word
    or an address. Two tags that fold alike are one; the first spelling is kept.
    """
    return _names("#", text)


def at_words(text: str) -> list[str]:
    """Return the `@words` of a text without their sign, by the rules of `hashtags`."""
    return _names("@", text)


def _names(sign: str, text: str) -> list[str]:
    if sign not in text:
        return []
    composed = unicodedata.normalize("NFC", text)
    names: dict[str, str] = {}
    for match in re.finditer(rf"{_LINK}|{_BEFORE}{sign}{_NAME}", composed, re.IGNORECASE):
        if match[1]:
            names.setdefault(fold(match[1]), match[1])
    return list(names.values())
