"""Today: how long have you got, and who would like to hear from you?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual import work

from advocacy_tui import i18n
from advocacy_tui.errors import AdvocacyError
from advocacy_tui.i18n import _, say_date
from advocacy_tui.keys import bindings_for
from advocacy_tui.screens import today_page as page
from advocacy_tui.screens.base import AdvocacyScreen
from advocacy_tui.screens.today_facts import Standing, read_facts
from advocacy_tui.screens.today_week import WeekLine
from advocacy_tui.store import returns, today, todays_question
from advocacy_tui.store.acts import add_absence
from advocacy_tui.store.change import Change
from advocacy_tui.store.preferences import get_setting
from advocacy_tui.store.rhythm import read_rhythm
from advocacy_tui.today_words import quiet_gap
from advocacy_tui.widgets.choices import Choices, Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from advocacy_tui.store.returns import Return

SAME_VISIT = timedelta(days=7)
"""Who was here within these days is not greeted as if she had been away."""

LOOK_AT_THE_CLOCK = 30.0
"""Seconds between two looks at whether another day has begun."""


class TodayScreen(AdvocacyScreen):
    """The first screen."""

    GROUP = "today"
    BINDINGS = [*bindings_for("today", "today-gap")]
    KINDS = frozenset({"idea", "draft", "act", "post", "setting", "absence", "goal", "catalogue"})
    CSS = """
    TodayScreen Page { padding: 1 0 0 0; height: 1fr; }
    TodayScreen Choices { max-width: 100; }
    TodayScreen.-wide Page { padding: 1 1 0 1; }
    TodayScreen.-wide.-tall Page { padding: 2 1 0 1; }
    """

    _is_behind = False
    """Whether something changed while another screen was seen."""

    def compose_body(self) -> ComposeResult:
        """Yield the offers, and how the weeks stand, last and small."""
        with Page():
            yield Choices()
        yield WeekLine()

    def on_mount(self) -> None:
        """Show Today, and again when another day has begun."""
        self._question: todays_question.Question | None = None
        self._drawn: list[str] = []
        self._back: Return | None = None
        self._known: Standing | None = None
        self._asks_first = self._was_first = self._shows_news = False
        self._day = self.app.now().date()
        super().on_mount()
        self.set_interval(LOOK_AT_THE_CLOCK, self._look_at_the_clock)

    def _look_at_the_clock(self) -> None:
        if self.app.now().date() != self._day:
            self._was_first = False
            self.load()

    def _changed(self, change: Change) -> None:
        """Show what changed now, or when one comes back to this screen."""
        if self.is_current:
            super()._changed(change)
        else:
            self._is_behind = True

    def on_screen_resume(self) -> None:
        """Show what happened meanwhile."""
        if self._is_behind:
            self._is_behind = False
            self.load()

    # --- reading ----------------------------------------------------------------------------

    def load(self) -> None:
        """Show what there is to go on with."""
        self._day = self.app.now().date()
        said = _("Today   {day} · week {week}").format(
            day=say_date(self._day, weekday=True), week=self._day.isocalendar().week
        )
        demo = (_("demo: a throw-away copy"), _("demo: a copy")) if self.app.demo else ()
        self.head.say(said, *demo)
        try:
            self._load()
        except AdvocacyError as error:
            self.app.tell(str(error), serious=True)

    def _load(self) -> None:
        database = self.app.database
        self._asks_first = not self.app.demo and today.is_untouched(database)
        if self._asks_first:
            self._was_first = True
            self.query_one(Choices).show(page.first_lines(self._acts))
            self._show_week(None)
        elif get_setting(database, "country") and not self._may_be_back():
            # Public holidays cost a tenth of a second once; the week's line can come after that.
            self._show(self._known)
            self._read_standing()
        else:
            self._show(self._standing())
        self.refresh_bindings()

    def _may_be_back(self) -> bool:
        """Tell whether the last act is old enough for quiet weeks to lie between."""
        newest = today.newest_act_day(self.app.database)
        return bool(newest) and self._day - date.fromisoformat(newest) > timedelta(weeks=2)

    def _standing(self) -> Standing:
        rhythm = read_rhythm(self.app.database)
        self._known = Standing(rhythm, rhythm.summary(self._day), rhythm.weeks(self._day))
        return self._known

    @work(thread=True, exclusive=True, group="standing")
    def _read_standing(self) -> None:
        try:
            standing = self._standing()
        except AdvocacyError as error:
            self.app.call_from_thread(self.app.tell, str(error), serious=True)
            return
        self.app.call_from_thread(self._show_week, standing)

    @property
    def _is_ours(self) -> bool:
        """Whether the programme's people are real here: its own, or a demo that says so."""
        return self.app.demo or not self.app.programme.startswith("demo-")

    def _todays_question(self) -> todays_question.Question:
        database, language, now = self.app.database, i18n.language(), self.app.now()
        kept = self._question
        if kept is None or (kept.day, kept.language) != (self._day.isoformat(), language):
            kept = todays_question.kept_question(database, language, now=now)
        if kept is None:
            return self._draw()
        self._question = kept
        return kept

    def _draw(self) -> todays_question.Question:
        database, now = self.app.database, self.app.now()
        drawn = todays_question.draw_question(
            database, i18n.language(), self.app.rng, seen=self._drawn, now=now
        )
        self._drawn.append(drawn.id)
        self._question = drawn
        self.app.write(lambda: todays_question.keep_question(database, drawn, now=now))
        return drawn

    # --- showing ----------------------------------------------------------------------------

    def _show(self, standing: Standing | None) -> None:
        self._back = self._return_of_today(standing)
        facts = read_facts(
            self.app.database,
            self.app.programme,
            self._todays_question(),
            now=self.app.now(),
            is_ours=self._is_ours,
            is_first_day=self._was_first,
            back=self._back,
        )
        if self._back is not None:
            keys = {
                name: self.app.key_of(f"today.{name}") for name in ("skip", "yes", "no", "news")
            }
            lines = page.return_lines(facts, self._back, self._acts, keys)
            lines += page.news_lines(facts) if self._shows_news else []
        else:
            lines = page.usual_lines(facts, self._acts)
        self.query_one(Choices).show(lines)
        self._show_week(standing)

    def _return_of_today(self, standing: Standing | None) -> Return | None:
        """Return the return that today is, if it is one; a new one is remembered."""
        database, day = self.app.database, self._day.isoformat()
        known = returns.last_return(database)
        visit = returns.last_visit(database)
        if visit != day:
            self.app.write(lambda: returns.note_visit(database, day))
        if known is not None and known.day == day:
            return known
        gap = quiet_gap(standing.history) if standing is not None else None
        was_here = bool(visit) and self._day - date.fromisoformat(visit) < SAME_VISIT
        first = gap.first.monday.isoformat() if gap is not None else ""
        if gap is None or was_here or (known is not None and known.first == first):
            return None
        back = returns.Return(day, first, (gap.last.monday + timedelta(days=6)).isoformat())
        self.app.write(lambda: returns.note_return(database, back))
        return back

    def _show_week(self, standing: Standing | None) -> None:
        is_return = self._back is not None and not self._asks_first
        self.query_one(WeekLine).show(standing, is_return=is_return, backed=self._is_ours)

    def on_resize(self) -> None:
        """Show the backing where there is room now."""
        if self.is_mounted and not self._asks_first:
            self.load()

    # --- doing ------------------------------------------------------------------------------

    @property
    def _acts(self) -> page.Acts:
        app = self.app
        return page.Acts(
            keep=self._keep,
            begin=lambda: app.capture(page.first_question(), then=self._began),
            write_on=app.open_draft,
            make_draft=lambda idea: app.new_draft(idea=idea),
            read_shared=lambda one: self._go("catalogue", "show_idea", one),
            look_at_theme=lambda name: self._go("catalogue", "show_theme", name),
            catalogue=lambda: self._go("catalogue"),
            examples=lambda: self._go("guidelines", "show_part", "examples"),
            plan=lambda: app.open_plan(),
            mood=lambda mood: self._answer(mood=mood),
            away=self._answer_away,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what stands here: so many numbers, and the keys of a return."""
        if action == "choose":
            keys = {choice.key for choice in self.query(Choices).first().choices}
            return str(parameters[0]) in keys
        if action == "gap_away":
            return self._back is not None and not self._back.away
        if action == "gap_skip":
            return self._back is not None and not self._back.mood
        if action == "gap_news":
            return self._back is not None and self._is_ours and not self._shows_news
        if action == "another":
            return not self._asks_first
        return True

    def action_choose(self, number: int) -> None:
        """Choose the line with a number."""
        self.query_one(Choices).choose(str(number))

    def action_another(self) -> None:
        """Draw another question."""
        self._draw()
        self.load()

    def keep_thought(self) -> None:
        """Open the capture line; at the first start with the question that stands here."""
        if self._asks_first:
            self._acts.begin()
        else:
            self.app.capture()

    def _keep(self) -> None:
        if self._question is not None:
            self.app.capture(self._question.text, then=self._answered)

    def _answered(self, _change: Change) -> None:
        self._draw()
        self.app.tell_kept()
        self.load()

    def _began(self, _change: Change) -> None:
        self.load()  # the heading says that it is in the notebook

    @work(exclusive=True, group="going")
    async def _go(self, mode: str, show: str = "", what: str = "") -> None:
        if show:
            await self.app.show_in(mode, show, what)
        else:
            await self.app.action_go(mode)

    def action_gap_away(self, was_off: bool) -> None:
        """Make the quiet weeks time off, or leave them quiet."""
        self._answer_away(was_off)

    def _answer_away(self, was_off: bool) -> None:
        back = self._back
        if back is None:
            return
        if was_off:
            first, last = date.fromisoformat(back.first), date.fromisoformat(back.last)
            self.app.write(
                lambda: add_absence(self.app.database, first, last, now=self.app.now()),
                then=lambda _change: self._answer(away="yes"),
            )
        else:
            self._answer(away="no")

    def action_gap_skip(self) -> None:
        """Leave the question about how it is unanswered."""
        self._answer(mood="skipped")

    def action_gap_news(self) -> None:
        """Show what happened meanwhile."""
        self._shows_news = True
        self.load()

    def _answer(self, **answers: str) -> None:
        if self._back is None:
            return
        back = replace(self._back, **answers)
        database = self.app.database

        def note() -> Change:
            returns.note_return(database, back)
            return Change("return", ())

        self.app.write(note, then=lambda _change: self.load())
