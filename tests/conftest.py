"""What all tests share: nothing of the tester's own machine gets in, and no skip goes unseen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from advocacy_tui import i18n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test a home, a data folder and a language of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ADVOCACY_TUI_HOME", str(tmp_path / "data"))
    for name in (
        "LANGUAGE", "LC_ALL", "LC_MESSAGES", "XDG_DATA_HOME", "NO_COLOR", "EDITOR", "VISUAL",
        "ADVOCACY_TUI_NOW", "DISPLAY", "WAYLAND_DISPLAY", "TMUX",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    (tmp_path / "home").mkdir(exist_ok=True)
    before = i18n.language()
    i18n.use("en")
    yield
    i18n.use(before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Under REQUIRE_ALL=1 turn a skip into a failure that says what was missing."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped under REQUIRE_ALL=1: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what was missing, so that a skip is never overlooked."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("missing here, so not tested")
    reasons: dict[str, int] = {}
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} × {reason}")
