"""The command line: finds the command, builds only its parser, runs it, and says errors kindly."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

from advocacy_tui import __version__, i18n
from advocacy_tui.commands.options import add_globals
from advocacy_tui.errors import AdvocacyError, OutputLost
from advocacy_tui.i18n import N_, _

TYPE_CHECKING = False  # `typing` costs `add` three milliseconds
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, TextIO

COMMANDS: dict[str, str] = {
    "add": N_("keep a thought"),
    "ideas": N_("list or search the notebook"),
    "idea": N_("show, edit, lay away or delete one idea"),
    "draft": N_("write, show, list and copy drafts"),
    "posted": N_("mark a draft as posted"),
    "catalogue": N_("the shared ideas"),
    "take": N_("copy a shared idea into the notebook"),
    "prompt": N_("draw a question to write from"),
    "week": N_("the week, and the weeks so far"),
    "act": N_("note something that counts"),
    "acts": N_("list what counts"),
    "away": N_("plan time off"),
    "goal": N_("choose what is enough for a week"),
    "profile": N_("who you are, as far as you like"),
    "settings": N_("see and change settings"),
    "import": N_("take in plain lines or a Markdown folder"),
    "export": N_("write everything as Markdown and JSON"),
    "backup": N_("write one archive of everything"),
    "restore": N_("bring a backup back"),
    "undo": N_("take the last act back"),
    "redo": N_("do again what was undone last"),
    "purge": N_("remove an item for good"),
    "where": N_("where everything lies"),
    "doctor": N_("what works here, and what to do about the rest"),
    "completion": N_("words for your shell to complete"),
}
"""Command → what it does. Each is a module `advocacy_tui.commands.<name>` ("import" is
`import_`) with `configure(parser)` and `run(context) -> int`."""

_WITH_VALUE = ("--data-dir", "--language")


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return argparse's formatter with the width given, as it imports shutil to find it."""
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = 80
    return argparse.HelpFormatter(prog, width=min(columns, 100) - 2)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the person's language and leaves with 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_formatter, **options)

    def error(self, message: str) -> Any:
        """Say what is wrong in one sentence and what to do next."""
        hint = _("`{program} --help` shows how.").format(program=self.prog)
        _tell(f"{self.prog}: {message}. {hint}")
        raise SystemExit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write help or the version; argparse's own would keep to itself that it could not."""
        try:
            (file or sys.stdout).write(message)
        except BrokenPipeError:
            raise
        except OSError as error:
            from advocacy_tui.system_words import lost_output

            raise lost_output(error) from None


def command_in(argv: Sequence[str]) -> str | None:
    """Return the first word that is no option and no option's value."""
    skip = False
    for word in argv:
        if skip:
            skip = False
        elif word in _WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return word
    return None


def command_module(name: str) -> Any:
    """Import the module of a command."""
    from importlib import import_module

    return import_module(f"advocacy_tui.commands.{'import_' if name == 'import' else name}")


def build_parser(names: Sequence[str] = tuple(COMMANDS)) -> Parser:
    """Return the parser of some commands; of one or none, so that nothing else is imported."""
    argparse._ = _  # type: ignore[attr-defined] # argparse's own sentences in our language
    parser = Parser(
        prog="advocacy-tui",
        allow_abbrev=False,
        description=_(
            "A calm notebook for people who speak about their work in their own voice. "
            "Without a command it opens the app."
        ),
    )
    add_globals(parser)
    parser.add_argument(
        "--version",
        action="version",
        version=f"advocacy-tui {__version__}",
        help=_("show the version"),
    )
    parser.add_argument(
        "--demo", action="store_true", help=_("open the app on a throw-away demo programme")
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))
    for name in names:
        one = commands.add_parser(
            name, help=_(COMMANDS[name]), description=_(COMMANDS[name]), allow_abbrev=False
        )
        add_globals(one)
        command_module(name).configure(one)
    return parser


def _language_of(argv: Sequence[str]) -> str | None:
    """Return the language asked for among the words, before any parser is built."""
    for index, word in enumerate(argv):
        if word == "--language" and argv[index + 1 : index + 2]:
            return argv[index + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    return None


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    asked = _language_of(words)
    i18n.use(asked if asked in i18n.LANGUAGES else i18n.from_environment())
    try:
        return _run(words)
    except AdvocacyError as error:
        _tell(str(error), *_kept(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has gone; write what is buffered to nowhere, so that no one complains.
        _send_nowhere(sys.stdout)
        return 0
    except Exception as error:  # noqa: BLE001 - the last stop before a traceback
        return _say_unexpected(error, words)


def _needed(name: str | None, words: Sequence[str]) -> Sequence[str]:
    """Return the commands whose parsers this command line needs."""
    if name in COMMANDS:
        return (name,)
    opens_the_app = name is None and not {"-h", "--help"} & set(words)
    return () if opens_the_app else tuple(COMMANDS)


def _refuse_unknown_options(parser: Parser, words: Sequence[str]) -> None:
    """Name an unknown option before the command; argparse would take its value for the command."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif not word.startswith("-") or word in ("-", "--"):
            return
        elif word.partition("=")[0] not in parser._option_string_actions:
            parser.error(_("there is no option {option}").format(option=word))
        else:
            skip = word in _WITH_VALUE


def _run(words: list[str]) -> int:
    from advocacy_tui.commands.context import Context
    from advocacy_tui.commands.reading import guessed_sentence, read_arguments

    name = command_in(words)
    parser = build_parser(_needed(name, words))
    _refuse_unknown_options(parser, words)
    args = parser.parse_args(words)
    if args.command is None:
        from advocacy_tui.commands.app import open_app

        return open_app(args)
    context = Context(args)
    if read_arguments(args):
        context.say(guessed_sentence(_("What you typed")))
    try:
        code = int(command_module(args.command).run(context))
        context.flush()
        return code
    except OutputLost:
        raise
    except Exception as error:
        kept = context.rescue()
        if kept:
            error.add_note(kept)
        raise
    finally:
        context.close()


def _kept(error: Exception) -> list[str]:
    """Return where a text that could not be saved is kept."""
    return getattr(error, "__notes__", [])


def _say_unexpected(error: Exception, words: Sequence[str]) -> int:
    from advocacy_tui.log import EXIT_UNEXPECTED, log_and_say

    _tell(log_and_say(error, words), *_kept(error))
    return EXIT_UNEXPECTED


def _tell(*sentences: str) -> None:
    """Write sentences to stderr; where that is gone, nobody is there to be told."""
    with contextlib.suppress(OSError):
        print(*sentences, sep="\n", file=sys.stderr)


def _send_nowhere(stream: TextIO) -> None:
    """Let what is buffered, and all that follows, go to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_what_is_closed() -> None:
    """Give the standard streams that whoever started us has closed: empty ones.

    Python leaves None in their place, and the next file opened, such as the notebook, would get
    their number and all that is written to it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _write_out(code: int) -> int:
    """Send off what is still buffered; returns the exit code, another one where that fails."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            _send_nowhere(stream)
            # Who has stopped reading wants no more, and a command has told of a full disk itself.
            if stream is sys.stdout and not code and not isinstance(error, BrokenPipeError):
                from advocacy_tui.system_words import lost_output

                lost = lost_output(error)
                _tell(str(lost))
                code = lost.exit_code
    return code


def run() -> None:
    """Run the command line of this process (the console script)."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a letter shows its code instead of failing.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = main()
    except SystemExit as left:  # argparse has shown its help, or said what is wrong
        code = left.code if isinstance(left.code, int) else 2
    code = _write_out(code)
    # Everything is closed and written; taking the interpreter apart would cost `add` a tenth.
    os._exit(code)
