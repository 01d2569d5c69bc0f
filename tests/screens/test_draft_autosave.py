"""When what is typed is saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from advocacy_tui.errors import AdvocacyError, DiskFull
from advocacy_tui.widgets.autosave import RETRY_AFTER, SAVE_AFTER, Autosave

if TYPE_CHECKING:
    from collections.abc import Callable


class Alarm:
    """A timer that fires when the fake time passes it."""

    def __init__(self, at: float, ring: Callable[[], None]) -> None:
        self.at = at
        self.ring = ring
        self.off = False

    def stop(self) -> None:
        self.off = True


class Desk:
    """A person who types, a clock, and a disk that answers when it is told to."""

    def __init__(self) -> None:
        self.time = 0.0
        self.alarms: list[Alarm] = []
        self.text = ""
        self.saves: list[tuple[float, str]] = []
        self.answers: list[tuple[Callable[[], None], Callable[[AdvocacyError], None]]] = []
        self.disk_waits = False
        self.told = 0
        self.autosave = Autosave(after=self.after, save=self.save, told=self.tell)

    def after(self, delay: float, ring: Callable[[], None]) -> Alarm:
        alarm = Alarm(self.time + delay, ring)
        self.alarms.append(alarm)
        return alarm

    def save(self, done: Callable[[], None], failed: Callable[[AdvocacyError], None]) -> None:
        self.saves.append((self.time, self.text))
        if self.disk_waits:
            self.answers.append((done, failed))
        else:
            done()

    def tell(self) -> None:
        self.told += 1

    def until(self, time: float) -> None:
        """Let time pass, alarms ringing in order."""
        while due := [alarm for alarm in self.alarms if not alarm.off and alarm.at <= time + 1e-9]:
            alarm = min(due, key=lambda one: one.at)
            self.time = alarm.at
            alarm.off = True
            alarm.ring()
        self.time = time

    def type(self, letters: str, every: float = 0.0) -> None:
        for letter in letters:
            self.until(self.time + every)
            self.text += letter
            self.autosave.touch()


def test_a_save_comes_at_most_so_long_after_the_first_unsaved_key_however_fast_the_keys() -> None:
    desk = Desk()
    desk.type("x" * 200, every=0.05)
    unsaved_since = None
    saves = iter(desk.saves)
    at, text = next(saves)
    for number in range(200):
        pressed = 0.05 * (number + 1)
        if unsaved_since is None:
            unsaved_since = pressed
        if pressed >= at - 1e-9:
            assert at - unsaved_since <= SAVE_AFTER + 1e-9
            unsaved_since = None if len(text) > number else pressed
            at, text = next(saves, (float("inf"), ""))
    assert len(desk.saves) > 15


def test_nothing_is_saved_where_nothing_is_typed() -> None:
    desk = Desk()
    desk.until(60)
    desk.autosave.flush()
    assert desk.saves == []


def test_leaving_saves_at_once_and_not_twice() -> None:
    desk = Desk()
    desk.type("hello")
    desk.autosave.flush()
    assert desk.saves == [(0.0, "hello")]
    desk.until(5)
    assert len(desk.saves) == 1


def test_a_slow_disk_gets_one_save_at_a_time_and_then_the_newest_text() -> None:
    desk = Desk()
    desk.disk_waits = True
    desk.type("abcdefgh", every=0.3)
    assert len(desk.saves) == 1
    assert desk.autosave.unsaved
    desk.answers.pop()[0]()
    assert desk.saves[-1][1] == "abcdefgh"
    assert len(desk.saves) == 2
    desk.answers.pop()[0]()
    assert not desk.autosave.unsaved


def test_a_key_while_a_save_is_under_way_is_saved_in_time_too() -> None:
    desk = Desk()
    desk.disk_waits = True
    desk.type("a")
    desk.until(SAVE_AFTER)
    desk.type("b")
    desk.answers.pop()[0]()
    assert desk.autosave.unsaved
    desk.until(desk.time + SAVE_AFTER)
    assert desk.saves[-1] == (2 * SAVE_AFTER, "ab")


def test_what_cannot_be_saved_is_tried_again_until_it_works() -> None:
    desk = Desk()
    desk.disk_waits = True
    desk.type("a")
    desk.until(SAVE_AFTER)
    for attempt in range(1, 4):
        desk.answers.pop()[1](DiskFull("full"))
        assert isinstance(desk.autosave.problem, DiskFull)
        assert desk.autosave.unsaved
        desk.type("b")
        desk.until(desk.time + RETRY_AFTER)
        assert len(desk.saves) == attempt + 1
        assert desk.saves[-1][1] == desk.text
    desk.answers.pop()[0]()
    assert desk.autosave.problem is None
    assert not desk.autosave.unsaved
    assert desk.told == 4


async def test_settling_waits_for_the_newest_text_and_tells_whether_it_is_kept() -> None:
    desk = Desk()
    desk.disk_waits = True
    desk.type("a")
    settling = asyncio.create_task(desk.autosave.settle())
    await asyncio.sleep(0)
    desk.type("b")
    desk.autosave.flush()
    desk.answers.pop()[0]()
    await asyncio.sleep(0)
    assert not settling.done()
    desk.answers.pop()[0]()
    assert await settling
    assert desk.saves[-1][1] == "ab"


async def test_settling_says_no_where_the_disk_does() -> None:
    desk = Desk()
    desk.disk_waits = True
    desk.type("a")
    settling = asyncio.create_task(desk.autosave.settle())
    await asyncio.sleep(0)
    desk.answers.pop()[1](DiskFull("full"))
    assert not await settling
