"""Identifiers that sort by time (the ULID specification), in a few lines that import fast."""

from __future__ import annotations

import os

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_ulid(unix_seconds: float) -> str:
    """Return a 26-character ULID: 48 bits of milliseconds, then 80 random bits.

    A clock before 1970 or after the year 10889 is taken as the nearest moment that fits.
    """
    milliseconds = min(max(int(unix_seconds * 1000), 0), 2**48 - 1)
    number = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
