"""Autosave of a 1,000-word draft, beside one fsync of as many bytes in the same run."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from common import paired, row, seeded_text

from advocacy_tui.store.database import open_database
from advocacy_tui.store.drafts import new_draft
from advocacy_tui.store.working_text import save_over

ROUNDS = 200


def main() -> None:
    """Print the row."""
    home = tempfile.mkdtemp(prefix="advocacy-bench-")
    now = datetime.now(UTC)
    database = open_database(str(Path(home) / "advocacy.db"), unix_now=now.timestamp())
    draft = new_draft(database, now=now).id
    text = seeded_text(random.Random(3), 1000)
    handle = os.open(Path(home) / "floor", os.O_CREAT | os.O_WRONLY)
    payload = text.encode()
    count, known = 0, ""

    def ours() -> float:
        nonlocal count, known
        count += 1
        before, known = known, f"{text} {count}"
        start = time.perf_counter()
        save_over(database, draft, known, known=before, cursor=len(known), now=now)
        return time.perf_counter() - start

    def floor() -> float:
        start = time.perf_counter()
        os.write(handle, payload)
        os.fsync(handle)
        return time.perf_counter() - start

    try:
        mine, sync, ratio = paired(ours, floor, ROUNDS)
        row("autosave, 1,000 words, median", f"{mine * 1e3:.2f} ms",
            f"one fsync {sync * 1e3:.2f} ms", f"{ratio:.2f}×", "≤ 2×")  # fmt: skip
    finally:
        os.close(handle)
        database.close()
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
