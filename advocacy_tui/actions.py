"""The one list of things a person can do.

Bindings, the key bar, the palette, help and the README's key table are made from it, and every
key can be changed in the settings file by action id. Danish and English share the keys.
"""

from __future__ import annotations

from typing import NamedTuple

from advocacy_tui.i18n import N_


class Action(NamedTuple):
    """Something a person can do.

    `keys` are Textual's key names, separated by commas; `method` is the Textual action;
    `group` is a screen's name, "anywhere" (but in a text field) or "everywhere" (text fields
    included); `bar` is its place among the key bar's words, 0 for not there.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    method: str
    bar: int = 0


def _go(mode: str, key: str, label: str, text: str) -> Action:
    return Action(f"go.{mode}", key, label, text, "anywhere", f"app.go('{mode}')")


ACTIONS: tuple[Action, ...] = (
    _go("today", "t", N_("today"), N_("how long have you got?")),
    _go("notebook", "n", N_("notebook"), N_("what have I thought of?")),
    _go("drafts", "d", N_("drafts"), N_("what am I writing?")),
    _go("catalogue", "c", N_("catalogue"), N_("what could we write about?")),
    _go("guidelines", "g", N_("guidelines"), N_("where is the playground, and where is the fence?")),
    _go("momentum", "m", N_("rhythm"), N_("am I keeping a rhythm that suits me?")),
    Action("places", "full_stop", N_("everywhere"), N_("lists every screen"),
           "anywhere", "app.places", 8),
    Action("idea.keep", "a", N_("keep a thought"), N_("one line for a thought, from anywhere"),
           "anywhere", "app.capture", 3),
    Action("undo", "u", N_("undo"), N_("takes the last act back, by name"), "anywhere", "app.undo"),
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
    # Drafts
    Action("drafts.search", "slash", N_("search"), N_("narrows the list as you type"),
           "drafts", "search", 4),
    Action("drafts.new", "w", N_("new draft"), N_("begins a draft, never on an empty page"),
           "drafts", "new", 1),
    Action("drafts.archive", "x", N_("lay away"), N_("lays the draft away, or takes it out again"),
           "drafts", "archive", 5),
    Action("drafts.delete", "delete,D", N_("delete"), N_("deletes the draft; u brings it back"),
           "drafts", "delete"),
    Action("drafts.filter", "f", N_("which drafts"), N_("which drafts are listed"),
           "drafts", "filter"),
    Action("drafts.back", "escape", N_("show all again"), N_("ends the search"),
           "drafts", "back"),
    # The draft itself: function keys while typing, letters after escape.
    Action("draft.examples", "f9", N_("examples"), N_("an example of this kind, beside the text"),
           "draft", "examples", 1),
    Action("draft.themes", "f2", N_("themes"), N_("what we like to be associated with"),
           "draft", "themes", 2),
    Action("draft.type", "f8", N_("another kind"), N_("another kind of post, other grey questions"),
           "draft", "another_kind"),
    Action("draft.blank", "f6", N_("all blank, please"), N_("hides the grey questions"),
           "draft", "blank", 3),
    Action("draft.take", "ctrl+g", N_("take the text"), N_("copies the text, exactly as it stands"),
           "draft", "take_text", 3),
    Action("draft.find", "ctrl+f", N_("find and replace"), N_("finds and replaces in the text"),
           "draft", "find"),
    Action("draft.leave_typing", "escape", N_("stop typing"),
           N_("leaves the text; letters are commands then"), "draft", "leave_typing"),
    Action("draft.details", "ctrl+d", N_("details"),
           N_("title, private notes, picture, first comment, who it is for, channels"),
           "draft", "details"),
    Action("draft.versions", "ctrl+r", N_("earlier versions"),
           N_("earlier versions, side by side with this one"), "draft", "versions"),
    Action("draft.editor", "ctrl+t", N_("your own editor"), N_("opens the text in $EDITOR"),
           "draft", "external"),
    Action("draft.ready", "ctrl+l", N_("ready"), N_("marks the draft as ready"), "draft", "ready"),
    Action("draft.examples.letter", "9,e", N_("examples"), N_("after escape"),
           "draft-letters", "examples", 2),
    Action("draft.themes.letter", "2", N_("themes"), N_("after escape"), "draft-letters", "themes"),
    Action("draft.type.letter", "8", N_("another kind"), N_("after escape"),
           "draft-letters", "another_kind"),
    Action("draft.blank.letter", "6", N_("all blank, please"), N_("after escape"),
           "draft-letters", "blank"),
    Action("draft.take.letter", "k", N_("take the text"), N_("after escape"),
           "draft-letters", "take_text", 3),
    Action("draft.find.letter", "slash", N_("find and replace"), N_("after escape"),
           "draft-letters", "find"),
    Action("draft.details.letter", "i", N_("details"), N_("after escape"),
           "draft-letters", "details", 4),
    Action("draft.versions.letter", "v", N_("earlier versions"), N_("after escape"),
           "draft-letters", "versions", 5),
    Action("draft.editor.letter", "E", N_("your own editor"), N_("after escape"),
           "draft-letters", "external"),
    Action("draft.ready.letter", "r", N_("ready"), N_("after escape"), "draft-letters", "ready"),
    Action("draft.write.letter", "enter,w", N_("write on"), N_("back into the text"),
           "draft-letters", "write_on", 1),
    Action("draft.back.letter", "escape", N_("back"), N_("back to where you came from"),
           "draft-letters", "back", 6),
    Action("draft.list.letter", "d", N_("drafts"), N_("back to the list of drafts"),
           "draft-letters", "to_list"),
    # Earlier versions of a draft
    Action("versions.restore", "enter", N_("bring it back"),
           N_("the earlier text comes back; the present one is kept as a version"),
           "versions", "restore", 1),
    Action("versions.page_down", "space", N_("page down"), N_("scrolls the two texts"),
           "versions", "page(1)", 2),
    Action("versions.page_up", "b", N_("page up"), N_("scrolls the two texts back"),
           "versions", "page(-1)"),
    Action("versions.back", "escape,v", N_("back"), N_("back to the text, nothing is changed"),
           "versions", "back", 3),
    # What goes with a draft
    Action("details.close", "escape", N_("back to the text"), N_("everything is saved as typed"),
           "details", "close", 1),
    Action("details.next", "tab,down", N_("next field"), N_("goes to the next field"),
           "details", "app.focus_next", 2),
    Action("details.previous", "shift+tab,up", N_("field before"), N_("goes to the field before"),
           "details", "app.focus_previous"),
    Action("choice.next", "right,space,enter", N_("another"), N_("chooses the next one"),
           "choice", "step(1)", 3),
    Action("choice.previous", "left", N_("the one before"), N_("chooses the one before"),
           "choice", "step(-1)"),
    Action("pick.open", "enter,space", N_("choose"), N_("chooses among the channels"),
           "pick", "pick", 3),
    Action("channels.toggle", "space", N_("choose"), N_("chooses the channel, or lets it be"),
           "channels", "toggle", 1),
    Action("channels.done", "enter", N_("done"), N_("keeps what is chosen"),
           "channels", "done", 2),
    Action("channels.back", "escape", N_("not now"), N_("keeps nothing"), "channels", "back", 3),
    # The minute before posting
    Action("take.posted", "enter", N_("yes, now"), N_("marks the text as posted"),
           "take", "posted", 1),
    Action("take.later", "escape,s", N_("later"), N_("back to the text; it stays copied"),
           "take", "later", 2),
    Action("take.channel", "c", N_("where"), N_("chooses where the text is going"),
           "take", "channel", 3),
    Action("take.next_channel", "tab,right", N_("the next channel"),
           N_("takes the next of the channels chosen"), "take", "next_channel"),
    Action("take.form", "m", N_("another form"), N_("with or without Markdown's signs, or HTML"),
           "take", "form", 4),
    Action("take.again", "k", N_("copy again"), N_("copies the text once more"),
           "take", "again"),
    Action("posted.done", "enter,escape", N_("done"), N_("keeps the link, if there is one"),
           "posted", "done", 1),
    # Catalogue
    Action("catalogue.search", "slash", N_("search"), N_("narrows the list as you type"),
           "catalogue", "search", 4),
    Action("catalogue.take", "w", N_("make it mine"), N_("copies the idea into your notebook"),
           "catalogue", "take", 1),
    Action("catalogue.theme", "f", N_("theme"), N_("which theme is listed"),
           "catalogue", "theme", 2),
    Action("catalogue.type", "y", N_("kind"), N_("which kind of post is listed"),
           "catalogue", "kind"),
    # Guidelines
    Action("guidelines.next", "right,l,tab", N_("next part"), N_("next part of the guidelines"),
           "guidelines", "next_part", 1),
    Action("guidelines.previous", "left,h,shift+tab", N_("part before"),
           N_("part before of the guidelines"), "guidelines", "previous_part"),
    Action("guidelines.search", "slash", N_("search"), N_("finds words in the guidelines"),
           "guidelines", "search", 4),
    # Momentum: the screen, the days of its year, and what opens over it.
    Action("momentum.day", "enter", N_("that day"), N_("what happened that day"),
           "momentum", "day", 1),
    Action("momentum.act", "plus,i", N_("note something"),
           N_("a café, a comment, feedback: what counts, and the app cannot see"),
           "momentum", "add_act", 2),
    Action("momentum.away", "f", N_("time off"), N_("plans or takes back time off"),
           "momentum", "away", 3),
    Action("momentum.goal", "r", N_("what is enough"), N_("how much is enough for a week"),
           "momentum", "goal"),
    Action("momentum.plan", "w", N_("my plan"), N_("when …, I write for 15 minutes"),
           "momentum", "plan"),
    Action("momentum.remove", "delete,D", N_("take back"), N_("takes an act of the day back"),
           "momentum", "remove_act"),
    Action("days.left", "left,h", N_("a week back"), N_("the same day of the week before"),
           "days", "cursor_left"),
    Action("days.right", "right,l", N_("a week on"), N_("the same day of the next week"),
           "days", "cursor_right"),
    Action("days.up", "up,k", N_("a day back"), N_("the day before"), "days", "cursor_up"),
    Action("days.down", "down,j", N_("a day on"), N_("the next day"), "days", "cursor_down"),
    Action("days.page_up", "pageup", N_("four weeks back"), N_("the same day, four weeks before"),
           "days", "page_up"),
    Action("days.page_down", "pagedown", N_("four weeks on"), N_("the same day, four weeks on"),
           "days", "page_down"),
    Action("days.home", "home", N_("a year ago"), N_("the first day of the year shown"),
           "days", "scroll_home"),
    Action("days.end", "end", N_("today"), N_("back to today"), "days", "scroll_end"),
    Action("momentum.note", "enter", N_("note it"), N_("notes what the cursor is on"),
           "momentum-note", "note", 1),
    Action("momentum.note.before", "left,h", N_("the day before"), N_("it was a day earlier"),
           "momentum-note", "day_before", 2),
    Action("momentum.note.after", "right,l", N_("the day after"), N_("it was a day later"),
           "momentum-note", "day_after", 3),
    *(
        Action(f"momentum.note{n}", str(n), N_("note it"), N_("notes the line with that number"),
               "momentum-note", f"note_number({n})")
        for n in range(1, 8)
    ),
    Action("momentum.note.leave", "escape", N_("not now"), N_("closes it; nothing is noted"),
           "momentum-note", "leave", 4),
    Action("momentum.enough", "enter", N_("that is enough for me"),
           N_("chooses what the cursor is on"), "momentum-goal", "enough", 1),
    *(
        Action(f"momentum.enough{n}", str(n), N_("that is enough for me"),
               N_("so many things a week"), "momentum-goal", f"enough_number({n})")
        for n in range(1, 6)
    ),
    Action("momentum.enough.leave", "escape", N_("leave it as it is"),
           N_("closes it; nothing is changed"), "momentum-goal", "leave", 2),
    Action("momentum.plan.keep", "enter", N_("keep it"),
           N_("keeps the plan; an empty line takes it away"), "momentum-plan", "submit", 1),
    Action("momentum.plan.leave", "escape", N_("leave it as it is"),
           N_("closes it; nothing is changed"), "momentum-plan", "leave", 2),
    Action("momentum.date", "enter", N_("plan time off"),
           N_("goes on to the last day, then plans the time off"), "momentum-date", "submit", 1),
    Action("momentum.date.later", "up", N_("a day later"), N_("the next day"),
           "momentum-date", "later", 2),
    Action("momentum.date.earlier", "down", N_("a day earlier"), N_("the day before"),
           "momentum-date", "earlier", 3),
    Action("momentum.away.back", "enter", N_("I am back"),
           N_("ends time off that had no last day, yesterday"), "momentum-away", "back", 1),
    Action("momentum.away.remove", "delete,D", N_("take back"),
           N_("takes time off back as if it had not been planned"),
           "momentum-away", "remove", 2),
    Action("momentum.away.switch", "tab", N_("between dates and list"),
           N_("goes on to the next field, or to what is planned"),
           "momentum-away", "app.focus_next", 4),
    Action("momentum.away.leave", "escape", N_("close"), N_("closes it"),
           "momentum-away", "leave", 5),
    Action("momentum.of_day.before", "left,h", N_("the day before"), N_("what happened then"),
           "momentum-day", "day_before", 1),
    Action("momentum.of_day.after", "right,l", N_("the day after"), N_("what happened then"),
           "momentum-day", "day_after", 2),
    Action("momentum.of_day.remove", "delete,D", N_("take back"),
           N_("takes back what the cursor is on"), "momentum-day", "remove", 3),
    Action("momentum.of_day.leave", "escape,enter", N_("close"), N_("closes it"),
           "momentum-day", "leave", 4),
    # What lies over a screen
    Action("places.leave", "escape,full_stop", N_("close"), N_("closes this list"),
           "places", "leave", 1),
    Action("help.leave", "escape,question_mark,f1,q", N_("close"), N_("closes the help"),
           "help", "leave", 1),
    Action("palette.leave", "escape", N_("close"), N_("closes it, nothing done"),
           "palette", "leave", 1),
)  # fmt: skip

BY_ID = {action.id: action for action in ACTIONS}


def in_group(group: str) -> list[Action]:
    """Return the actions of one group, in the order they are listed."""
    return [action for action in ACTIONS if action.group == group]
