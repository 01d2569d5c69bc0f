"""Writing a sequence to the terminal between two frames of the screen.

- `App._driver` is what writes to the terminal, also where that is a browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def write_between_frames(app: App[Any], sequence: str) -> bool:
    """Write a sequence where the frames go, so that neither cuts the other; call on its thread.

    Returns:
        Whether there is a terminal to write to.
    """
    driver = app._driver
    if driver is None or app.is_headless:
        return False
    driver.write(sequence)
    driver.flush()
    return True
