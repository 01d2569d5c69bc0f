"""Search as it is typed, key by key, newest first, over 100,000 and 1,000,000 ideas."""

from __future__ import annotations

import shutil
import statistics
import time
from pathlib import Path

from common import database_with, row

from advocacy_tui.store.database import open_database
from advocacy_tui.store.ideas import list_ideas

QUERIES = (
    "varme", "spørgsmål kollega", "the boiler taught", "måler vand", "zebra", "k p v",
    "radiator nabo", "honest mistake lesson", "e",
)  # fmt: skip


def key_times(home: str) -> list[float]:
    """Return the seconds that each key of every query takes, its first page included."""
    database = open_database(str(Path(home) / "advocacy.db"), unix_now=0)
    list_ideas(database, "warm up")
    times = []
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            start = time.perf_counter()
            list_ideas(database, query[:end])
            times.append(time.perf_counter() - start)
    database.close()
    return times


def main() -> None:
    """Print a row for each size."""
    for size, budget in ((100_000, 5), (1_000_000, 10)):
        home = database_with(size)
        try:
            times = sorted(key_times(home))
        finally:
            shutil.rmtree(home)
        p95 = times[int(len(times) * 0.95)] * 1e3
        median = statistics.median(times) * 1e3
        row(f"search, each key, {size:,} ideas", f"p95 {p95:.2f} ms (median {median:.2f} ms)", "–",
            "–", f"p95 ≤ {budget} ms")  # fmt: skip


if __name__ == "__main__":
    main()
