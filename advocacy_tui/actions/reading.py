"""What can be done in the catalogue and the guidelines."""

from __future__ import annotations

from advocacy_tui.actions.action import Action
from advocacy_tui.i18n import N_

READING: tuple[Action, ...] = (
    # Catalogue
    Action("catalogue.search", "slash", N_("search"), N_("narrows the list as you type"),
           "catalogue", "search", 4),
    Action("catalogue.take", "w", N_("make it mine"), N_("copies the idea into your notebook"),
           "catalogue", "take", 1),
    Action("catalogue.draft", "w", N_("make a draft"), N_("begins a draft from the idea"),
           "catalogue", "make_draft", 1),
    Action("catalogue.theme", "f", N_("theme"), N_("which theme is listed"),
           "catalogue", "theme", 2),
    Action("catalogue.type", "y", N_("kind"), N_("which kind of post is listed"),
           "catalogue", "kind", 5),
    Action("catalogue.back", "escape", N_("back"), N_("to the list, or shows everything again"),
           "catalogue", "back"),
    # Guidelines
    Action("guidelines.next", "right,l,tab", N_("next part"), N_("next part of the guidelines"),
           "guidelines", "next_part", 1),
    Action("guidelines.previous", "left,h,shift+tab", N_("part before"),
           N_("part before of the guidelines"), "guidelines", "previous_part"),
    Action("guidelines.search", "slash", N_("search"), N_("finds words in the guidelines"),
           "guidelines", "search", 4),
    Action("guidelines.found", "enter", N_("next place"), N_("the next place that has the words"),
           "guidelines", "next_found", 5),
)  # fmt: skip
