"""What a command works with: the database, the moment, and ways to answer and to ask."""

from __future__ import annotations

import contextlib
import json
import sys

from advocacy_tui import i18n
from advocacy_tui.clock import now
from advocacy_tui.errors import UsageProblem
from advocacy_tui.i18n import _
from advocacy_tui.paths import Paths, data_home, paths_in

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from typing import Any

    from advocacy_tui.store.database import Database


class Context:
    """One run of one command."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.json: bool = getattr(args, "json", False)
        self.yes: bool = getattr(args, "yes", False)
        self._database: Database | None = None
        self._paths: Paths | None = None
        self._piped: bytes | None = None
        self._kept = ""

    @property
    def now(self) -> datetime:
        """The moment, in the machine's time zone."""
        return now()

    @property
    def paths(self) -> Paths:
        """The places of the data folder."""
        if self._paths is None:
            self._paths = paths_in(data_home(getattr(self.args, "data_dir", None)))
        return self._paths

    @property
    def database(self) -> Database:
        """The database, opened when first asked for; the profile's language is spoken then."""
        if self._database is None:
            from advocacy_tui.store.database import open_database

            self._database = open_database(
                self.paths.database, unix_now=self.now.timestamp(), home=self.paths.home
            )
            self._speak()
        return self._database

    def _speak(self) -> None:
        if getattr(self.args, "language", None) is None:
            chosen = self.database.value("SELECT value FROM settings WHERE key = 'language'")
            if chosen in i18n.LANGUAGES:
                i18n.use(chosen)

    def answer(self, document: Any, text: str | Callable[[], str]) -> None:
        """Print the answer: `document` under --json, else the text (nothing for "")."""
        if self.json:
            self.write(json.dumps(document, ensure_ascii=not self.speaks_unicode) + "\n")
            return
        said = text if isinstance(text, str) else text()
        if said:
            self.write(f"{said}\n")

    def answer_done(self, one: str, kept: str = "") -> None:
        """Print the id of what was done; `kept` is what is told where that cannot be written."""
        self._kept = kept or _("What you asked for is done.")
        self.answer({"id": one}, one)

    def write(self, text: str) -> None:
        """Write a text to standard output.

        Raises:
            OutputLost: it cannot be written there.
        """
        with self._output():
            sys.stdout.write(text)

    def flush(self) -> None:
        """Send what is written on its way; OutputLost where it cannot be."""
        with self._output():
            sys.stdout.flush()

    @contextlib.contextmanager
    def _output(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            from advocacy_tui.system_words import lost_output

            raise lost_output(error, self._kept) from error

    def write_exactly(self, text: str) -> None:
        """Write a text to standard output as it is: UTF-8, with no line end of ours.

        Only a terminal gets one, so that its next line begins at the left.
        """
        if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
            self.write(text if text.endswith("\n") or not text else f"{text}\n")
            return
        self.flush()
        with self._output():
            sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))

    @property
    def speaks_unicode(self) -> bool:
        """Whether standard output takes every character."""
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        return encoding.lower().replace("-", "").startswith("utf")

    def say(self, text: str) -> None:
        """Tell something beside the answer, on stderr; where that is gone, nobody is told."""
        with contextlib.suppress(OSError):
            print(text, file=sys.stderr)

    def ask(self, question: str) -> bool:
        """Ask a yes-or-no question on the terminal.

        Raises:
            UsageProblem: there is no terminal and no --yes; nothing was done.
        """
        if self.yes:
            return True
        if not sys.stdin.isatty():
            raise UsageProblem(
                _("{question} Nothing was done: answer with --yes.").format(question=question)
            )
        answers = _("[y/N]")
        print(f"{question} {answers} ", end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja")

    def read_stdin(self) -> bytes:
        """Read standard input to its end, and remember it until the command has worked."""
        try:
            self._piped = sys.stdin.buffer.read()
        except OSError as error:
            from advocacy_tui.system_words import say_reason

            raise UsageProblem(
                _("Standard input could not be read ({reason}). Nothing was done.").format(
                    reason=say_reason(error)
                )
            ) from None
        return self._piped

    def rescue(self) -> str:
        """Put what was piped into a command that failed into a file, as it may be nowhere else.

        Returns:
            A sentence that says where, or the text itself where no file could be written; "" where
            nothing was piped.
        """
        args = self.args
        asked = "-" in (getattr(args, "file", None), getattr(args, "path", None))
        if self._piped is None and (asked or getattr(args, "text", None) == ["-"]):
            self.read_stdin()
        if not self._piped:
            return ""
        from advocacy_tui.exchange.aside import put_aside
        from advocacy_tui.text import clean_own, decode

        text = clean_own(decode(self._piped)[0]).text
        if not text.strip():
            return ""
        try:
            path = put_aside(self._piped, ".txt")
        except OSError:
            return text
        return _("What came in is kept in {path}; it can be read from there.").format(path=path)

    def close(self) -> None:
        """Close what was opened."""
        if self._database is not None:
            self._database.close()
