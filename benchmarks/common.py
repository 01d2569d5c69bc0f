"""What the benchmarks share: medians, rows of a table, and databases of real size."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = """
    varme kedel rør kunde mandag måler vand spørgsmål kollega ventil kaffe tegning skole regning
    pumpe damp natvagt elev besøg tilbud torsdag møde kælder vinter radiator nabo plan bro
    the boiler taught question meeting customer pipe pressure valve morning colleague invoice
    repair ward nurse wheel brake battery loud quiet honest mistake lesson number gauge spring
""".split()  # noqa: SIM905 - a list of words reads better in lines


def seeded_text(rng: random.Random, words: int) -> str:
    """Return `words` words in sentences."""
    return " ".join(rng.choice(WORDS) + ("." if rng.random() < 0.1 else "") for _ in range(words))


def child_environ(home: str | None = None) -> dict[str, str]:
    """Return an environment for timed children: byte code is kept, the data folder is given."""
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    if home is not None:
        environ["ADVOCACY_TUI_HOME"] = home
    environ["LANG"] = "C.UTF-8"
    return environ


def paired(
    ours: Callable[[], float], floor: Callable[[], float], rounds: int
) -> tuple[float, float, float]:
    """Time two things in turn; returns (median ours, median floor, median of the pair ratios).

    In turn, because a shared machine's speed drifts; the first pair warms up and is not counted.
    """
    pairs = [(ours(), floor()) for _ in range(rounds + 1)][1:]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def process_seconds(command: Sequence[str], environ: dict[str, str]) -> float:
    """Return how long a command takes from exec to exit."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environ)
    return time.perf_counter() - start


def row(what: str, ours: str, floor: str, ratio: str, budget: str) -> None:
    """Print one line of the table of budgets."""
    print(f"| {what} | {ours} | {floor} | {ratio} | {budget} |", flush=True)


def database_with(ideas: int, shared: int = 0, *, seed: int = 7) -> str:
    """Make a data folder with that many ideas and shared ideas; returns its path.

    Rows are written in bulk, past the undo log, so that a million takes seconds.
    """
    from advocacy_tui.clock import day_text, utc_text
    from advocacy_tui.store.database import open_database
    from advocacy_tui.text import search_text
    from advocacy_tui.ulid import new_ulid

    home = tempfile.mkdtemp(prefix="advocacy-bench-")
    rng = random.Random(seed)
    start = datetime(2024, 1, 1, 8, tzinfo=UTC)
    database = open_database(str(Path(home) / "advocacy.db"), unix_now=start.timestamp())

    def rows() -> object:
        for number in range(ideas):
            moment = start + timedelta(seconds=number)
            text = seeded_text(rng, rng.randint(4, 18))
            at = utc_text(moment)
            one = new_ulid(moment.timestamp())
            yield (one, at, day_text(moment), at, text, search_text(text))

    with database.write() as connection:
        connection.executemany(
            "INSERT INTO ideas (id, created_at, created_day, changed_at, text, folded) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            rows(),
        )
        connection.executemany(
            "INSERT INTO catalogue (programme, id, path, theme, type, channels, language, author, "
            "source, title, body, folded) VALUES ('bench', ?, ?, 'theme', 'event', '[]', 'en', "
            "'Ann', 'bench', ?, ?, ?)",
            (
                (f"s{n}", f"ideas/{n}.md", (t := seeded_text(rng, 5)), (b := seeded_text(rng, 40)),
                 search_text(f"{t}\n{b}"))
                for n in range(shared)
            ),
        )  # fmt: skip
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return home


def compile_package() -> None:
    """Write byte code for the package, as an installer does."""
    import compileall

    import advocacy_tui

    compileall.compile_dir(str(Path(advocacy_tui.__file__).parent), quiet=2)


PYTHON = sys.executable
