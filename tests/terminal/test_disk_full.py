"""A really full disk: the text stays on the screen, and is saved when space returns."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.terminal.conftest import Terminal

pytestmark = pytest.mark.proof


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a tmpfs of two megabytes as the data folder's disk."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None:
        pytest.skip("mount is not installed")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", str(disk)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("this kernel or user may not mount a tmpfs")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Write until the disk is full; returns the file that fills it."""
    filler = disk / "filler"
    handle = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(handle, b"\0" * 4096)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
    finally:
        os.close(handle)
    return filler


def test_a_draft_waits_for_room_and_is_then_saved(
    terminal: Callable[..., Terminal], tiny_disk: Path
) -> None:
    data = tiny_disk / "data"
    pane = terminal(environ={"ADVOCACY_TUI_HOME": str(data)})
    pane.start("--language", "en")
    pane.until("help")
    pane.keys("d", "w")
    pane.until("f1")
    pane.type("before the disk was full. ")
    _until_saved(data, "before the disk was full. ")
    filler = fill(tiny_disk)
    # More than the free tail of the write-ahead log can take.
    pane.type("and this was written while it was full " * 60)
    screen = pane.until("disk is full")
    assert "while it was full" in screen
    filler.unlink()
    _until_saved(data, "while it was full")
    pane.until(lambda screen: "disk is full" not in screen)


def _until_saved(data: Path, words: str) -> None:
    end = time.monotonic() + 30
    text = ""
    while time.monotonic() < end:
        connection = sqlite3.connect(data / "advocacy.db")
        try:
            text = "".join(row[0] for row in connection.execute("SELECT text FROM drafts"))
        finally:
            connection.close()
        if words in text:
            return
        time.sleep(0.05)
    pytest.fail(f"{words!r} was never saved; saved is {text[-200:]!r}")
