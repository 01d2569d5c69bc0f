"""What the machine answers is said in the person's language, never as it comes."""

from __future__ import annotations

import errno
import os
import tomllib
from typing import TYPE_CHECKING

import pytest

from advocacy_tui import i18n
from advocacy_tui.keys import remapped
from advocacy_tui.system_words import say_reason, say_unreadable

if TYPE_CHECKING:
    from pathlib import Path

COMMON = [
    errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOSPC, errno.EROFS, errno.EISDIR,
    errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.EIO,
]  # fmt: skip


@pytest.mark.parametrize("number", COMMON, ids=errno.errorcode.get)
def test_a_common_reason_has_words_in_both_languages(number: int) -> None:
    error = OSError(number, os.strerror(number))
    english = say_reason(error)
    i18n.use("da")
    danish = say_reason(error)
    for said in (english, danish):
        assert os.strerror(number) not in said
        assert str(number) not in said
    assert english != danish


def test_a_rare_reason_is_named_so_that_it_can_be_looked_up() -> None:
    assert say_reason(OSError(errno.ENOLCK, "No locks available")) == "the machine says ENOLCK"
    assert say_reason(OSError("odd")) == "the machine says OSError"


@pytest.mark.parametrize(
    ("text", "english", "danish"),
    [("a = 1\nb = = 2", "see line 2, column 5", "se linje 2, tegn 5"),
     ('a = """', "it stops too early", "den slutter for tidligt")],
)  # fmt: skip
def test_what_is_no_toml_is_told_by_its_place(text: str, english: str, danish: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    assert say_unreadable(caught.value) == english
    i18n.use("da")
    assert say_unreadable(caught.value) == danish


@pytest.mark.parametrize(
    ("data", "reason"), [(b"[keys\n", "see line 1, column 6"), (b"a = '\xff'", "it is not UTF-8")]
)
def test_a_settings_file_that_cannot_be_read_is_said_in_words(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "settings.toml").write_bytes(data)
    kept, (sentence,) = remapped(str(tmp_path / "settings.toml"))
    assert kept == {}
    assert sentence == f"settings.toml could not be read ({reason}), so the usual keys serve."


@pytest.mark.parametrize(
    "words",
    [("import", "nowhere.txt"), ("draft", "new", "--file", "nowhere"), ("restore", "nowhere.zip"),
     ("backup", "/nowhere/b.zip")],
)  # fmt: skip
def test_no_command_says_the_machines_english_in_danish(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    from advocacy_tui import cli

    assert cli.main(["--language", "da", *words]) == 2
    said = capsys.readouterr().err
    assert "den findes ikke" in said
    assert "No such" not in said
