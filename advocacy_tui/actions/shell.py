"""What can be done anywhere, in every list, and in what lies over a screen."""

from __future__ import annotations

from advocacy_tui.actions.action import Action
from advocacy_tui.i18n import N_


def _go(mode: str, key: str, label: str, text: str) -> Action:
    return Action(f"go.{mode}", key, label, text, "anywhere", f"app.go('{mode}')")


ANYWHERE: tuple[Action, ...] = (
    _go("today", "t", N_("today"), N_("how long have you got?")),
    _go("notebook", "n", N_("notebook"), N_("what have I thought of?")),
    _go("drafts", "d", N_("drafts"), N_("what am I writing?")),
    _go("catalogue", "c", N_("catalogue"), N_("what could we write about?")),
    _go("guidelines", "g", N_("guidelines"),
        N_("where is the playground, and where is the fence?")),
    _go("momentum", "m", N_("rhythm"), N_("am I keeping a rhythm that suits me?")),
    Action("places", "full_stop", N_("everywhere"), N_("lists every screen"),
           "anywhere", "app.places", 8),
    Action("idea.keep", "a", N_("keep a thought"), N_("one line for a thought, from anywhere"),
           "anywhere", "app.capture", 3),
    Action("undo", "u", N_("undo"), N_("takes the last act back, by name"), "anywhere", "app.undo"),
    Action("redo", "U", N_("redo"), N_("does again what was undone last"), "anywhere", "app.redo"),
    Action("help", "question_mark", N_("help"), N_("what the keys do here"),
           "anywhere", "app.help", 9),
    Action("settings", "comma", N_("settings"), N_("language, colours and what is shown"),
           "anywhere", "app.settings"),
    Action("quit", "q", N_("quit"), N_("closes the app; everything is saved"),
           "anywhere", "app.leave"),
    Action("idea.keep.always", "ctrl+n", N_("keep a thought"),
           N_("the same, from inside a text too"), "everywhere", "app.capture"),
    Action("palette", "ctrl+p", N_("find an action"), N_("everything you can do, by name"),
           "everywhere", "app.command_palette"),
    Action("help.always", "f1", N_("help"), N_("what the keys do here, from inside a text too"),
           "everywhere", "app.help", 9),
    # Moving: every list has these, arrows and letters alike.
    Action("list.down", "down,j", N_("down"), N_("next line"), "list", "cursor_down"),
    Action("list.up", "up,k", N_("up"), N_("line before"), "list", "cursor_up"),
    Action("list.page_down", "pagedown", N_("page down"), N_("next page"), "list", "page_down"),
    Action("list.page_up", "pageup", N_("page up"), N_("page before"), "list", "page_up"),
    Action("list.home", "home", N_("first"), N_("first line"), "list", "scroll_home"),
    Action("list.end", "end", N_("last"), N_("last line"), "list", "scroll_end"),
    Action("list.open", "enter", N_("open"), N_("opens what the cursor is on"), "list", "open"),
    Action("list.mark", "space", N_("mark"), N_("marks several lines for one act"), "list", "mark"),
    # The line that narrows a list
    Action("search.to_list", "enter,down", N_("to the list"), N_("goes to what was found"),
           "search", "to_list", 1),
    Action("search.clear", "escape", N_("show all again"), N_("empties the search"),
           "search", "clear_search", 2),
    # The capture line
    Action("capture.keep", "enter", N_("keep it"), N_("puts the thought in your notebook"),
           "capture", "keep", 1),
    Action("capture.aside", "escape", N_("lay it aside"),
           N_("closes the line; what stands in it is there next time"), "capture", "aside", 2),
    Action("capture.line", "ctrl+o", N_("another line"), N_("begins another line in the thought"),
           "capture", "another_line", 3),
    # What lies over a screen for a moment
    Action("help.close", "escape,question_mark,f1,q", N_("close"), N_("back to where you were"),
           "help", "close", 1),
    Action("places.close", "escape,full_stop", N_("close"), N_("back to where you were"),
           "places", "close", 1),
    Action("palette.do", "enter", N_("do it"), N_("does what the cursor is on"),
           "palette", "do", 1),
    Action("palette.down", "down", N_("down"), N_("next line"), "palette", "down"),
    Action("palette.up", "up", N_("up"), N_("line before"), "palette", "up"),
    Action("palette.close", "escape", N_("close"), N_("back to where you were"),
           "palette", "close", 2),
    Action("settings.next", "right,l,enter,space", N_("change"),
           N_("the next possibility, or a line to write in"), "settings", "change(1)", 1),
    Action("settings.previous", "left,h", N_("the other way"), N_("the possibility before"),
           "settings", "change(-1)", 3),
    Action("settings.close", "escape", N_("close"), N_("back to where you were"),
           "settings", "close", 2),
    Action("ask.keep", "enter", N_("keep it"), N_("keeps what stands in the line"),
           "ask", "keep", 1),
    Action("ask.leave", "escape", N_("leave it"), N_("leaves everything as it was"),
           "ask", "leave", 2),
)  # fmt: skip
