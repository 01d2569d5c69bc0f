"""The hovering minute: copied, honest words, and then out it goes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from advocacy_tui.exchange.clipboard import FILE, NATIVE, TERMINAL, Copied
from advocacy_tui.guidelines import read_guidelines, read_kickoff
from advocacy_tui.screens import take_text
from advocacy_tui.screens.draft import DraftScreen
from advocacy_tui.screens.draft_channels import ChannelsScreen
from advocacy_tui.screens.take_text import TakeTextScreen
from advocacy_tui.screens.take_words import backing_line, nods_line, support_line
from advocacy_tui.store.acts import list_acts
from advocacy_tui.store.catalogue import list_catalogue, take
from advocacy_tui.store.drafts import get_draft, new_draft
from advocacy_tui.store.posts import list_posts, mark_posted
from advocacy_tui.store.preferences import get_setting, set_settings
from advocacy_tui.store.versions import list_versions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advocacy_tui.store.database import Database

TEXT = "I går stod jeg i *vand*.  \nTo knæ. 👍🏽\n"


@pytest.fixture
def kladde(database: Database, monday: datetime) -> str:
    """A draft with a text in it, exact to the blank."""
    return new_draft(database, now=monday, text=TEXT).id


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """A clipboard that answers in one way; returns what it was given."""

    def answer(way: str, path: str = "/home/x/last-copied.txt") -> list[str]:
        given: list[str] = []

        def copy(text: str, **_rest: Any) -> Copied:
            given.append(text)
            return Copied(way, way == NATIVE, path, f"by {way}")

        monkeypatch.setattr(take_text, "copy_text", copy)
        return given

    return answer


def plain(text: str) -> str:
    """The words on the screen with line ends as blanks."""
    return " ".join(text.split())


async def opened(pilot: Any, settle: Any, one: str, *keys: str) -> TakeTextScreen:
    """Open a draft and take its text."""
    pilot.app.open_draft(one)
    await settle(pilot)
    await settle(pilot)
    await pilot.press(*(keys or ("ctrl+g",)))
    await settle(pilot)
    await settle(pilot)
    assert isinstance(pilot.app.screen, TakeTextScreen)
    return pilot.app.screen


# --- copying --------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", [("ctrl+g",), ("escape", "k")])
async def test_the_text_is_copied_exactly_and_a_version_is_kept(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any, database: Database,
    keys: tuple[str, ...],
) -> None:  # fmt: skip
    given = clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde, *keys)
        assert given == [TEXT]
        assert "The text is copied, exactly as it stands." in seen(pilot)
    assert TEXT in {one.text for one in list_versions(database, kladde)}


async def test_the_very_last_key_comes_along(
    make_app: Any, settle: Any, kladde: str, clipboard: Any
) -> None:
    given = clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde, "X", "ctrl+g")
        assert given == ["X" + TEXT]


async def test_a_terminal_that_may_have_copied_is_not_said_to_have(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any
) -> None:
    clipboard(TERMINAL)
    async with make_app("da").run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        text = plain(seen(pilot))
        assert "Teksten er kopieret, hvis din terminal tog imod den." in text
        assert "last-copied.txt" in text


async def test_without_a_clipboard_it_says_where_the_file_is(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any
) -> None:
    clipboard(FILE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert "by file" in seen(pilot)
        assert "is copied" not in seen(pilot)


async def test_here_without_any_clipboard_the_text_lies_in_a_file(
    make_app: Any, settle: Any, seen: Any, kladde: str, tmp_path: Path
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        kept = tmp_path / "data" / "last-copied.txt"
        assert kept.read_text(encoding="utf-8") == TEXT
        assert "last-copied.txt" in plain(seen(pilot)).replace(" ", "")


async def test_an_empty_draft_has_nothing_to_take(
    make_app: Any, settle: Any, clipboard: Any
) -> None:
    given = clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "w")
        await settle(pilot)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
        assert given == []


async def test_markdown_signs_are_told_of_on_linkedin_and_m_copies_without_them(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any, database: Database,
    monday: datetime,
) -> None:  # fmt: skip
    given = clipboard(NATIVE)
    set_settings(database, {"channels": "linkedin"}, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert given == [TEXT]
        assert "There are Markdown signs in it. m copies it without them." in seen(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert given[-1] == TEXT.replace("*", "")
        assert "The text is copied, without Markdown's signs." in plain(seen(pilot))
        assert "There are Markdown signs" not in seen(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert given[-1].startswith("<p>I går stod jeg i <em>vand</em>.")
        await pilot.press("m")
        await settle(pilot)
        assert given[-1] == TEXT


async def test_where_markdown_is_read_nothing_is_said_of_its_signs(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any, database: Database,
    monday: datetime,
) -> None:  # fmt: skip
    clipboard(NATIVE)
    set_settings(database, {"channels": "reddit"}, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert "Markdown signs" not in seen(pilot)
        assert "Paste it on Reddit" in plain(seen(pilot))


# --- where to -------------------------------------------------------------------------------


async def test_the_channel_is_asked_once_and_remembered(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any, database: Database,
    monday: datetime,
) -> None:  # fmt: skip
    clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert "I remember it for next time." in seen(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChannelsScreen)
        await pilot.press("space", "enter")
        await settle(pilot)
        assert "Paste it on LinkedIn" in plain(seen(pilot))
        assert get_setting(database, "channels") == "linkedin"
        assert get_draft(database, kladde).channels == ("linkedin",)
        await pilot.press("s")
        await settle(pilot)
    other = new_draft(database, now=monday, text="another").id
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, other)
        assert "remembered" not in seen(pilot)
        assert "Paste it on LinkedIn" in plain(seen(pilot))


async def test_of_several_channels_tab_takes_the_next_and_the_post_is_noted_there(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any, database: Database,
    monday: datetime,
) -> None:  # fmt: skip
    clipboard(NATIVE)
    set_settings(database, {"channels": "linkedin,mastodon"}, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert "[LinkedIn]   Mastodon" in seen(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert "LinkedIn   [Mastodon]" in seen(pilot)
        assert "Paste it on Mastodon" in plain(seen(pilot))
        await pilot.press("enter")
        await settle(pilot)
    assert [post.channel for post in list_posts(database)] == ["mastodon"]


# --- what is said ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "da",
            (
                "nikkede til idéen.",
                "Karen Holm: »Det her er arbejdstid",
                "Bliver det ubehageligt",
                "Lene Bak",
                "Du må altid slette det igen.",
                "Lægger du det op?",
            ),
        ),
        (
            "en",
            (
                "nodded at the idea.",
                "Graham Pell: “This is working time",
                "If it gets unpleasant",
                "Ruth Adeyemi",
                "You may always delete it again.",
                "Are you posting it?",
            ),
        ),
    ],
)
async def test_the_minute_tells_who_nodded_who_backs_whom_to_call_and_nothing_it_cannot_know(
    make_app: Any, settle: Any, seen: Any, clipboard: Any, database: Database, monday: datetime,
    language: str, words: tuple[str, ...],
) -> None:  # fmt: skip
    clipboard(NATIVE)
    async with make_app(language, demo=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shared = next(one for one in list_catalogue(database, pilot.app.programme) if one.nods)
        idea = take(database, pilot.app.programme, shared.id, now=monday).id
        one = new_draft(database, now=monday, idea=idea, text="Some words.").id
        await opened(pilot, settle, one)
        text = plain(seen(pilot))
        for word in words:
            assert word in text
        assert nods_line(shared.nods) in text
        for unknown in ("off limits", "uden for hegnet"):
            assert unknown not in text


async def test_outside_the_demo_no_invented_name_or_number_is_offered(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any
) -> None:
    clipboard(NATIVE)
    async with make_app("en").run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert "Graham Pell" not in seen(pilot)
        assert "01632" not in seen(pilot)
        assert "You may always delete it again." in seen(pilot)


def test_only_sections_that_say_something_are_quoted() -> None:
    class Programme:
        guidelines = read_guidelines("## Support {#support}\n\n- Write to us.\n", "g.md")
        kickoff = read_kickoff("## Why {#why}\n\nBecause.\n", "k.md")

    assert support_line(Programme()) == ""
    assert backing_line(Programme()) == ""
    assert nods_line(()) == ""
    Programme.guidelines = read_guidelines(
        "## Support {#support}\n\n- You may delete it.\n- Not sure? Call Lene, 12 34 56 78. Day or"
        " night.\n",
        "g.md",
    )
    assert support_line(Programme()).endswith("Not sure? Call Lene, 12 34 56 78.")


# --- posting --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "there", "week"),
    [
        ("da", "Sådan. Det tog du modet til, og nu står det der.", "Uge 48"),
        ("en", "There. It took courage, and there it is.", "Week 48 is kept"),
    ],
)
async def test_yes_now_notes_the_post_keeps_the_week_and_asks_for_the_link(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any, database: Database,
    language: str, there: str, week: str,
) -> None:  # fmt: skip
    clipboard(NATIVE)
    async with make_app(language).run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("enter")
        await settle(pilot)
        assert there in seen(pilot)
        assert week in seen(pilot)
        assert isinstance(pilot.app.focused, Input)
        await pilot.press(*"https://x.example/1", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
    (post,) = list_posts(database)
    assert (post.text, post.url) == (TEXT, "https://x.example/1")
    assert get_draft(database, kladde).status == "posted"
    assert [(act.kind, act.day) for act in list_acts(database)] == [("posted", "2026-11-23")]
    assert list_versions(database, kladde)[0].reason == "posted"


async def test_the_link_may_be_left_out(
    make_app: Any, settle: Any, kladde: str, clipboard: Any, database: Database
) -> None:
    clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
    assert [post.url for post in list_posts(database)] == [""]


@pytest.mark.parametrize("key", ["s", "escape"])
async def test_later_changes_nothing(
    make_app: Any, settle: Any, kladde: str, clipboard: Any, database: Database, key: str
) -> None:
    clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, DraftScreen)
        assert pilot.app.focused is pilot.app.screen.editor
    assert list_posts(database) == []
    assert get_draft(database, kladde).status == "draft"


async def test_posted_can_be_taken_back_by_name(
    make_app: Any, settle: Any, kladde: str, clipboard: Any, database: Database
) -> None:
    clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("escape", "u")
        await settle(pilot)
        messages = [note.message for note in pilot.app._notifications]
        assert "Undone: marked a draft as posted" in messages
    assert list_posts(database) == []
    assert list_acts(database) == []


async def test_the_post_is_of_the_persons_own_day(
    make_app: Any, settle: Any, kladde: str, clipboard: Any, database: Database
) -> None:
    clipboard(NATIVE)
    late = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    async with make_app(now=late).run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("enter")
        await settle(pilot)
    assert [post.day for post in list_posts(database)] == ["2026-11-29"]


async def test_the_minute_speaks_the_other_language_at_once(
    make_app: Any, settle: Any, seen: Any, kladde: str, clipboard: Any
) -> None:
    given = clipboard(NATIVE)
    async with make_app("en").run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.app.speak("da")
        await settle(pilot)
        assert "Teksten er kopieret, præcis som den står." in seen(pilot)
        assert given == [TEXT]


async def test_a_link_that_is_no_address_is_said_and_the_line_stays(
    make_app: Any, settle: Any, kladde: str, clipboard: Any, database: Database, told: Any
) -> None:
    clipboard(NATIVE)
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot, settle, kladde)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"linkedin", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TakeTextScreen)
        assert "linkedin is no web address. Write all of it, from https:// on." in told(pilot)
        await pilot.press("ctrl+u", *"https://example.org/1", "enter")
        await settle(pilot)
        assert list_posts(database)[0].url == "https://example.org/1"
        assert isinstance(pilot.app.screen, DraftScreen)
        assert pilot.app.focused is None


async def test_a_posted_text_is_asked_about_as_one_that_is_out_already(
    make_app: Any, settle: Any, kladde: str, clipboard: Any, database: Database, seen: Any,
    monday: datetime,
) -> None:  # fmt: skip
    clipboard(NATIVE)
    mark_posted(database, kladde, now=monday)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle, kladde)
        assert "It is posted already. Have you posted it somewhere else, too?" in seen(pilot)
