"""The completion script for bash, from 3.2 (macOS) on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.shells.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.commands.shells.tree import Node, Values

_HEAD = """\
# bash completion for advocacy-tui. Keep it for good with:
#   advocacy-tui completion bash > ~/.local/share/bash-completion/completions/advocacy-tui

_advocacy_tui_known() {
    # What can follow the path $1: sets children, options and valued (options with a value).
    children="" options="" valued=""
    case "$1" in
"""

_WALK = """\
    esac
}

_advocacy_tui() {
    local children options valued path="" expect="" last="" count=0 i word
    local cur="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=()
    _advocacy_tui_known ""
    for ((i = 1; i < COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        if [[ $word == "=" ]]; then
            continue  # bash takes --option=value apart
        elif [[ -n $expect ]]; then
            expect=""
        elif [[ $word == -* ]]; then
            [[ " $valued " == *" $word "* ]] && expect="$word"
        elif [[ " $children " == *" $word "* ]]; then
            path="$path/$word" count=0
            _advocacy_tui_known "$path"
        else
            count=$((count + 1)) last="$word"
        fi
    done
    [[ $cur == "=" ]] && cur=""
    if [[ -n $expect ]]; then
        _advocacy_tui_values "$path $expect"
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ -n $children ]]; then
        COMPREPLY=($(compgen -W "$children" -- "$cur"))
    else
        _advocacy_tui_values "$path $count"
    fi
}

_advocacy_tui_values() {
    # $1: the path, and the option that waits for a value or the number of words given.
    case "$1" in
"""

_FOOT = """\
    esac
}

_advocacy_tui_files() {
    local IFS=$'\\n'
    COMPREPLY=($(compgen "$1" -- "$cur"))
    compopt -o filenames 2>/dev/null  # not known to bash 3.2, which then adds no slash
    return 0
}

complete -F _advocacy_tui advocacy-tui
"""


def script(root: Node) -> str:
    """Return the script."""
    return "".join((_HEAD, *_known(root), _WALK, *_all_values(root), _FOOT))


def _known(root: Node) -> Iterator[str]:
    for node in root.all():
        children = " ".join(child.name for child in node.children)
        options = " ".join(name for option in node.options for name in option.names)
        yield (
            f'    "{node.path}") children="{children}"\n'
            f'        options="{options}"\n'
            f'        valued="{" ".join(node.valued)}" ;;\n'
        )


def _all_values(root: Node) -> Iterator[str]:
    for node in root.all():
        for option in node.options:
            if option.values is not None:
                for name in option.names:
                    yield from _case(f"{node.path} {name}", option.values)
        for place, values in enumerate(node.positionals):
            yield from _case(f"{node.path} {place}", values)


def _case(key: str, values: Values) -> Iterator[str]:
    if values.kind is Kind.FILES:
        yield f'    "{key}") _advocacy_tui_files -f ;;\n'
    elif values.kind is Kind.FOLDERS:
        yield f'    "{key}") _advocacy_tui_files -d ;;\n'
    elif values.words:
        yield f'    "{key}") {_reply(values.words)} ;;\n'
    elif values.after:
        yield f'    "{key}") case "$last" in\n'
        for word, words in values.after.items():
            if words:
                yield f"        {word}) {_reply(words)} ;;\n"
        yield "        esac ;;\n"


def _reply(words: tuple[str, ...]) -> str:
    return f'COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$cur"))'
