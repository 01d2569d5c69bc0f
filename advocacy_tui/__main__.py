"""`python -m advocacy_tui`."""

from advocacy_tui.cli import run

if __name__ == "__main__":
    run()
