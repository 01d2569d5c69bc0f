"""Words for drafts: kinds of post, where a draft stands, channels, and when something was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_tui.clock import local
from advocacy_tui.i18n import N_, _, ngettext, say_number, say_time, weekday_name
from advocacy_tui.idea_words import say_day
from advocacy_tui.models import DraftStatus, PostType

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

KIND_WORDS = {
    PostType.PERSPECTIVE: N_("from everyday work"),
    PostType.EVENT: N_("from an event"),
    PostType.CULTURE: N_("about working here"),
    PostType.OPINION: N_("something I believe"),
}
"""The kinds of post that the method names; the untranslated words for them."""

STATUS_WORDS = {
    DraftStatus.DRAFT: N_("in progress"),
    DraftStatus.READY: N_("ready"),
    DraftStatus.POSTED: N_("posted"),
    DraftStatus.ARCHIVED: N_("laid away"),
}
"""Where a draft stands; the untranslated words for it."""

CHANNEL_WORDS = {
    "linkedin": "LinkedIn",
    "linkedin-comment": N_("LinkedIn comment"),
    "x": "X",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "threads": "Threads",
    "reddit": "Reddit",
    "hackernews": "Hacker News",
    "stackoverflow": "Stack Overflow",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "teams": "Teams",
    "slack": "Slack",
    "comment": N_("a comment"),
    "talk": N_("a talk"),
    "newsletter": N_("a newsletter"),
    "podcast": N_("a podcast"),
    "blog": N_("a blog"),
}
"""Channels by id, in the order they are offered; names stay as they are in any language."""

_TRANSLATED = frozenset(("linkedin-comment", "comment", "talk", "newsletter", "podcast", "blog"))


def say_kind(kind: str | None) -> str:
    """Return the words for a kind of post; one from elsewhere is said as it is kept."""
    known = {str(one): words for one, words in KIND_WORDS.items()}
    return _(known[kind]) if kind in known else kind or ""


def say_status(status: str) -> str:
    """Return the word for where a draft stands; one from another version as it is kept."""
    known = {str(one): words for one, words in STATUS_WORDS.items()}
    return _(known[status]) if status in known else status


def say_channel(channel: str) -> str:
    """Return a channel's name; one from elsewhere is said as it is kept."""
    name = CHANNEL_WORDS.get(channel, channel)
    return _(name) if channel in _TRANSLATED else name


def is_place(channel: str) -> bool:
    """Tell whether a channel is a place with a name, where a text can be pasted."""
    return channel in CHANNEL_WORDS and channel not in _TRANSLATED


def say_channels(channels: Iterable[str]) -> str:
    """Return the channels' names as one line."""
    return ", ".join(say_channel(one) for one in channels)


def say_when(at: str, now: datetime) -> str:
    """Return when a kept UTC moment was, in at most 9 cells: "14:02", "Tuesday", "12 Nov"."""
    moment = local(at, now)
    if moment.date() >= now.date():
        return say_time(moment)
    return _say_day(moment.date(), now.date())


def say_moment(at: str, now: datetime) -> str:
    """Return a kept UTC moment with its time: "14:02", "yesterday 14:02", "12 Nov 14:02"."""
    moment = local(at, now)
    if moment.date() >= now.date():
        return say_time(moment)
    return f"{_say_day(moment.date(), now.date())} {say_time(moment)}"


def _say_day(day: date, today: date) -> str:
    if 1 < (today - day).days < 7:
        return weekday_name(day)
    return say_day(day, today)


def say_words(count: int) -> str:
    """Return how many words a text has."""
    return ngettext("{count} word", "{count} words", count).format(count=say_number(count))


def say_characters(count: int) -> str:
    """Return how many characters a text has."""
    return ngettext("{count} character", "{count} characters", count).format(
        count=say_number(count)
    )
