"""Texts that could not be saved where they belong, put into a file of their own."""

from __future__ import annotations

import os
import tempfile


def put_aside(text: bytes, suffix: str = ".md") -> str:
    """Write a text into a new file that only its owner may read, and return its path.

    The machine's place for temporary files is mostly another disk than the data folder's.

    Raises:
        OSError: there is no room or no right there, either.
    """
    handle, path = tempfile.mkstemp(prefix="advocacy-tui-", suffix=suffix)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text)
    except OSError:
        os.unlink(path)  # noqa: PTH108 - a torn copy would look like a whole one
        raise
    return path
