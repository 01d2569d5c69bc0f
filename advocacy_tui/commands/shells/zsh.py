"""The completion script for zsh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.commands.shells.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advocacy_tui.commands.shells.tree import Node, Values

_HEAD = """\
#compdef advocacy-tui
# zsh completion for advocacy-tui. Keep it for good in a folder of $fpath, under the name
# _advocacy-tui, for instance: advocacy-tui completion zsh > ~/.zfunc/_advocacy-tui

_advocacy_tui_known() {
    # What can follow the path $1: sets children, options and valued (options with a value).
    children=() options=() valued=()
    case "$1" in
"""

_WALK = """\
    esac
}

_advocacy_tui() {
    local -a children options valued
    local at="" expect="" last="" word given=0
    _advocacy_tui_known ""
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $expect ]]; then
            expect=""
        elif [[ $word == -* ]]; then
            (( ${valued[(Ie)$word]} )) && expect="$word"
        elif (( ${children[(I)${(b)word}:*]} )); then
            at="$at/$word" given=0
            _advocacy_tui_known "$at"
        else
            (( given += 1 ))
            last="$word"
        fi
    done
    word="${words[CURRENT]}"
    if [[ -z $expect && $word == --*=* ]]; then
        expect="${word%%=*}"
        compset -P "*="
    fi
    if [[ -n $expect ]]; then
        _advocacy_tui_values "$at $expect"
    elif [[ $word == -* ]]; then
        _describe -o option options
    elif (( $#children )); then
        _describe command children
    else
        _advocacy_tui_values "$at $given"
    fi
}

_advocacy_tui_values() {
    # $1: the path, and the option that waits for a value or the number of words given.
    case "$1" in
"""

_FOOT = """\
    *) return 1 ;;
    esac
}

# Read by `source`, it makes itself known; as a file of $fpath, it is run to complete.
if [[ ${funcstack[1]} == _advocacy-tui ]]; then
    _advocacy_tui "$@"
else
    compdef _advocacy_tui advocacy-tui
fi
"""


def script(root: Node) -> str:
    """Return the script."""
    return "".join((_HEAD, *_known(root), _WALK, *_all_values(root), _FOOT))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _known(root: Node) -> Iterator[str]:
    for node in root.all():
        children = " ".join(_quoted(f"{child.name}:{child.help}") for child in node.children)
        options = " ".join(
            _quoted(f"{name}:{option.help}") for option in node.options for name in option.names
        )
        yield (
            f'    "{node.path}") children=({children})\n'
            f"        options=({options})\n"
            f"        valued=({' '.join(node.valued)}) ;;\n"
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
        yield f'    "{key}") _files ;;\n'
    elif values.kind is Kind.FOLDERS:
        yield f'    "{key}") _files -/ ;;\n'
    elif values.words:
        yield f'    "{key}") compadd -- {" ".join(values.words)} ;;\n'
    elif values.after:
        yield f'    "{key}") case "$last" in\n'
        for word, words in values.after.items():
            if words:
                yield f"        {word}) compadd -- {' '.join(words)} ;;\n"
        yield "        esac ;;\n"
