"""What can be done on Today and in the notebook."""

from __future__ import annotations

from advocacy_tui.actions.action import Action
from advocacy_tui.i18n import N_

NOTEBOOK: tuple[Action, ...] = (
    # Today
    *(
        Action(f"today.choose{n}", str(n), N_("choose"), N_("chooses the line with that number"),
               "today", f"choose({n})", 1 if n == 1 else 0)
        for n in range(1, 10)
    ),
    Action("today.another", "b", N_("another question"), N_("draws another question"),
           "today", "another", 4),
    # Today after quiet weeks: these letters go before a list's and the global ones.
    Action("today.yes", "j,y", N_("yes"), N_("makes the quiet weeks time off"),
           "today-gap", "gap_away(True)"),
    Action("today.no", "n", N_("no"), N_("leaves the quiet weeks as they were"),
           "today-gap", "gap_away(False)"),
    Action("today.skip", "minus", N_("skip"), N_("leaves the question unanswered"),
           "today-gap", "gap_skip"),
    Action("today.news", "v", N_("what happened meanwhile"),
           N_("shows what the others have been up to"), "today-gap", "gap_news", 5),
    # Notebook
    Action("notebook.search", "slash", N_("search"), N_("narrows the list as you type"),
           "notebook", "search", 4),
    Action("notebook.draft", "w", N_("make a draft"), N_("begins a draft from the idea"),
           "notebook", "make_draft", 1),
    Action("notebook.edit", "e,enter", N_("edit"), N_("writes on in the idea"),
           "notebook", "edit", 2),
    Action("notebook.archive", "x", N_("lay away"), N_("lays the idea away, or takes it out again"),
           "notebook", "archive", 5),
    Action("notebook.delete", "delete,D", N_("delete"), N_("deletes the idea; u brings it back"),
           "notebook", "delete"),
    Action("notebook.filter", "f", N_("open, used, laid away"), N_("which ideas are listed"),
           "notebook", "filter"),
    Action("notebook.back", "escape", N_("show all again"),
           N_("ends the search, or takes the marks away"), "notebook", "back"),
    Action("notebook.done", "escape", N_("done"), N_("leaves the text; every word is kept"),
           "notebook-text", "screen.leave_typing", 1),
)  # fmt: skip
