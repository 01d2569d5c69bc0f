"""The completion script for fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.shells.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.commands.shells.tree import Node, Option, Values

_WALK = """\
# fish completion for advocacy-tui. Keep it for good with:
#   advocacy-tui completion fish > ~/.config/fish/completions/advocacy-tui.fish

function __advocacy_tui_at
    # Whether the words so far lead to the path $argv[1]; with $argv[2], whether so many words
    # were given there; with $argv[3], whether the last of them was that one.
    set -l path ''
    set -l given 0
    set -l last ''
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
        else if string match -q -- '-*' $word
            contains -- "$path $word" $__advocacy_tui_valued; and set skip yes
        else if contains -- "$path/$word" $__advocacy_tui_paths
            set path "$path/$word"
            set given 0
        else
            set given (math $given + 1)
            set last $word
        end
    end
    test "$path" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    test $given = $argv[2]; or return 1
    set -q argv[3]; or return 0
    test "$last" = "$argv[3]"
end

complete -c advocacy-tui -f
"""


def script(root: Node) -> str:
    """Return the script."""
    paths = " ".join(_quoted(node.path) for node in root.all() if node.path)
    valued = " ".join(_quoted(f"{node.path} {name}") for node in root.all() for name in node.valued)
    return "".join(
        (
            f"set -g __advocacy_tui_paths {paths}\n",
            f"set -g __advocacy_tui_valued {valued}\n",
            _WALK,
            *(line for node in root.all() for line in _lines(node)),
        )
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _lines(node: Node) -> Iterator[str]:
    here = f"__advocacy_tui_at {_quoted(node.path)}"
    for child in node.children:
        yield _line(here, f"-a {child.name} -d {_quoted(child.help)}")
    for option in node.options:
        yield _line(here, _option(option))
    for place, values in enumerate(node.positionals):
        if values.after:
            for word, words in values.after.items():
                if words:
                    yield _line(f"{here} {place} {word}", f"-a {_quoted(' '.join(words))}")
        elif offered := _offered(values):
            yield _line(f"{here} {place}", offered)


def _line(condition: str, rest: str) -> str:
    return f'complete -c advocacy-tui -n "{condition}" {rest}\n'


def _option(option: Option) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    text = f"{names} -d {_quoted(option.help)}" if option.help else names
    return text if option.values is None else f"{text} {_offered(option.values) or '-x'}"


def _offered(values: Values) -> str:
    if values.kind is Kind.FILES:
        return "-r -F"
    if values.kind is Kind.FOLDERS:
        return "-x -a '(__fish_complete_directories)'"
    return f"-x -a {_quoted(' '.join(values.words))}" if values.words else ""
