"""The plan with oneself: "When …, I write for 15 minutes"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widgets import Input, Static

from advocacy_tui.i18n import _
from advocacy_tui.keys import bindings_for
from advocacy_tui.plans import split_plan, whole_plan
from advocacy_tui.screens.momentum_dialog import MomentumDialog
from advocacy_tui.store.preferences import set_settings

if TYPE_CHECKING:
    from textual.app import ComposeResult


class PlanField(Input):
    """The blank in the plan."""

    BINDINGS: ClassVar = [*bindings_for("momentum-plan")]

    def action_leave(self) -> None:
        """Close the sheet."""
        self.screen.dismiss()


class PlanScreen(MomentumDialog):
    """A sentence with a blank; one of another form is written on as it stands."""

    CSS = (
        MomentumDialog.CSS
        + """
    PlanScreen Horizontal { height: 1; margin: 0 0 1 0; }
    PlanScreen Horizontal Static { width: auto; }
    PlanScreen Input { width: 1fr; }
    """
    )

    def __init__(self, plan: str) -> None:
        super().__init__()
        self._plan = plan
        self._split = split_plan(plan)

    def compose_sheet(self) -> ComposeResult:
        """Yield the sentence."""
        split = self._split
        before, own, behind = ("", self._plan, "") if split is None else split
        with Horizontal():
            yield Static(before, markup=False)
            yield PlanField(
                own,
                placeholder=_("I get my Tuesday coffee"),
                compact=True,
                select_on_focus=False,
            )
            yield Static(behind, markup=False)

    def load(self) -> None:
        """Say what it is."""
        self.say_title(_("A plan with yourself"))

    @on(Input.Submitted)
    def _keep(self) -> None:
        """Keep the sentence; an empty one takes the plan away."""
        own = self.query_one(PlanField).value.strip()
        plan = whole_plan(own) if self._split is None else self._split.filled(own)
        app, now = self.app, self.app.now()
        self.dismiss()
        if plan == self._plan:
            return
        said = (
            _("{plan} {key} undoes it.") if plan else _("The plan is gone. {key} brings it back.")
        )
        said = said.format(plan=plan, key=app.key_of("undo"))
        app.write(
            lambda: set_settings(app.database, {"plan": plan}, now=now),
            then=lambda _change: app.tell(said),
        )
