"""The record list: instant at any length, in step with the database, steady in its columns."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App
from textual.widgets import Input

from advocacy_tui.errors import DatabaseLocked
from advocacy_tui.widgets.record_list import PAGE, Column, FixedSource, RecordList, Row, Source

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.pilot import Pilot

    Settle = Callable[[Pilot[Any]], Awaitable[None]]

MANY = 100_000
HEIGHT = 20


class Shelf(Source):
    """Numbered things in a table, newest first; counts queries and the rows they gave."""

    def __init__(self, path: Path, *, counted: bool = True, word: str = "") -> None:
        self.path = path
        self.counts_at_once = counted
        self.word = word
        self.queries: list[str] = []
        self.rows_read = 0
        self._local = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self.path, check_same_thread=False)
            found.set_trace_callback(self.queries.append)
            self._local.connection = found
            OPENED.append(found)
        return found

    def _rows(self, sql: str, *parameters: int) -> list[Row]:
        found = self.connection.execute(
            sql.format(where=f"text LIKE '%{self.word}%'"), parameters
        ).fetchall()
        self.rows_read += len(found)
        return [Row(seq, f"id{seq}", (text, f"{seq}")) for seq, text in found]

    def page(self, after: Row | None) -> Sequence[Row]:
        before = MANY * 10 if after is None else after.key
        return self._rows(
            "SELECT seq, text FROM things WHERE {where} AND seq < ? ORDER BY seq DESC LIMIT ?",
            before,
            PAGE,
        )

    def count(self) -> int:
        sql = f"SELECT count(*) FROM things WHERE text LIKE '%{self.word}%'"
        return int(self.connection.execute(sql).fetchone()[0])

    def page_at(self, place: int, count: int) -> Sequence[Row]:
        back = max(0, count - place - PAGE)
        rows = self._rows(
            "SELECT seq, text FROM things WHERE {where} ORDER BY seq ASC LIMIT ? OFFSET ?",
            min(PAGE, count - place),
            back,
        )
        return rows[::-1]

    def place_of(self, row: Row) -> int:
        sql = f"SELECT count(*) FROM things WHERE text LIKE '%{self.word}%' AND seq > ?"
        return int(self.connection.execute(sql, (row.key,)).fetchone()[0])

    def forget(self) -> None:
        self.queries.clear()
        self.rows_read = 0


OPENED: list[sqlite3.Connection] = []


@pytest.fixture
def shelf(tmp_path: Path) -> Any:
    path = tmp_path / "shelf.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE things (seq INTEGER PRIMARY KEY, text TEXT)")
    connection.executemany(
        "INSERT INTO things VALUES (?, ?)",
        ((n, f"thing {n} {'even' if n % 2 == 0 else 'odd'}") for n in range(1, MANY + 1)),
    )
    connection.commit()
    connection.close()
    yield path
    while OPENED:
        OPENED.pop().close()


def change(path: Path, sql: str, *parameters: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql, parameters)
    connection.close()


class Hall(App[None]):
    """An app with a list and a field, which notes what the list says."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *columns: Column, marks: bool = True) -> None:
        super().__init__()
        self.columns = columns or (Column(), Column(8, align="right", quiet=True))
        self.marks = marks
        self.noted: list[tuple[str, Any]] = []
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield RecordList(*self.columns, marks=self.marks)
        yield Input(id="field")

    @property
    def list(self) -> RecordList:
        return self.query_one(RecordList)

    def tell(self, sentence: str, *, serious: bool = False) -> None:
        self.told.append(sentence)

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        self.noted.append(("highlighted", message.row.id if message.row else None))

    def on_record_list_opened(self, message: RecordList.Opened) -> None:
        self.noted.append(("opened", message.row.id))

    def on_record_list_marked(self, message: RecordList.Marked) -> None:
        self.noted.append(("marked", message.count))

    def on_record_list_counted(self, message: RecordList.Counted) -> None:
        self.noted.append(("counted", message.total))


def lines(app: Hall) -> list[str]:
    return [app.list.render_line(y).text for y in range(app.list.size.height)]


def shown(app: Hall) -> list[str]:
    return [line[3:].split("  ")[0].strip() for line in lines(app)]


# --- length -----------------------------------------------------------------------------------


async def test_no_key_reads_more_than_a_page_of_a_hundred_thousand(
    shelf: Path, settle: Settle
) -> None:
    app, source = Hall(), Shelf(shelf)
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(source)
        await settle(pilot)
        assert source.rows_read == PAGE
        keys = ["down", "j", "pagedown", "end", "up", "k", "pageup", "home", "pagedown", "down"]
        for key in [*keys, *["pagedown"] * 30, *["pageup"] * 4]:
            source.forget()
            await pilot.press(key)
            await settle(pilot)
            assert source.rows_read <= PAGE, key
            assert len(source.queries) <= 1, (key, source.queries)
            assert app.list.row is not None
            assert all(line.strip() for line in lines(app)), key


async def test_end_reaches_the_oldest_row_and_home_the_newest(shelf: Path, settle: Settle) -> None:
    app, source = Hall(), Shelf(shelf)
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(source)
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert app.list.row == Row(1, "id1", ("thing 1 odd", "1"))
        assert shown(app)[-1] == "thing 1 odd"
        await pilot.press("home")
        await settle(pilot)
        assert shown(app)[0] == f"thing {MANY} even"


async def test_a_list_that_does_not_count_at_once_is_counted_when_its_end_is_wanted(
    shelf: Path, settle: Settle
) -> None:
    app, source = Hall(), Shelf(shelf, counted=False)
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(source)
        await settle(pilot)
        assert len(source.queries) == 1
        assert ("counted", None) in app.noted
        await pilot.press("end")
        await settle(pilot)
        assert app.list.row is not None
        assert app.list.row.id == "id1"
        assert source.rows_read <= 2 * PAGE
        for _turn in range(20):
            await pilot.press("pageup")
        await settle(pilot)
        assert all(line.strip() for line in lines(app))


async def test_a_dragged_scroll_bar_shows_the_middle_without_reading_up_to_it(
    shelf: Path, settle: Settle
) -> None:
    app, source = Hall(), Shelf(shelf)
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(source)
        await settle(pilot)
        source.forget()
        app.list.scroll_to(y=50_000, animate=False)
        await settle(pilot)
        assert shown(app)[0] == "thing 50000 even"
        assert source.rows_read <= PAGE
        assert app.noted[-1] == ("highlighted", f"id{MANY}")


async def test_a_source_that_only_knows_the_next_page_reaches_its_end_too(settle: Settle) -> None:
    class Plain(Source):
        def page(self, after: Row | None) -> Sequence[Row]:
            begin = 0 if after is None else after.key + 1
            return [Row(n, f"id{n}", (f"row {n}",)) for n in range(begin, min(1000, begin + PAGE))]

    app = Hall(Column())
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Plain())
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert shown(app)[-1] == "row 999"
        await pilot.press("pageup", "pageup")
        await settle(pilot)
        assert shown(app)[0].startswith("row 9")


async def test_a_search_of_many_matches_costs_one_query_a_key(shelf: Path, settle: Settle) -> None:
    app = Hall()
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Shelf(shelf))
        await settle(pilot)
        for word in ("o", "od", "odd"):
            source = Shelf(shelf, counted=False, word=word)
            app.list.show(source, query=word)
            await settle(pilot)
            assert len(source.queries) == 1
            assert source.rows_read <= PAGE
        assert shown(app)[0] == f"thing {MANY - 1} odd"


async def test_memory_stays_small_when_a_person_pages_far(shelf: Path, settle: Settle) -> None:
    app, source = Hall(), Shelf(shelf)
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(source)
        await settle(pilot)
        for place in range(0, MANY, 2_000):
            app.list.scroll_to(y=place, animate=False)
            await settle(pilot)
        assert len(app.list._window.rows) <= 13 * PAGE
        app.list.scroll_to(y=0, animate=False)
        await settle(pilot)
        assert shown(app)[0] == f"thing {MANY} even"


# --- reading again ----------------------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 5, 300, 50_000, MANY - 1])
async def test_the_cursor_and_the_view_stay_on_their_rows_when_others_write(
    shelf: Path, settle: Settle, place: int
) -> None:
    app = Hall()
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Shelf(shelf))
        await settle(pilot)
        app.list._move_to(place)
        await settle(pilot)
        row, before = app.list.row, shown(app)
        for number in range(40):
            change(shelf, "INSERT INTO things VALUES (?, 'new')", MANY + 1 + number)
        change(shelf, "DELETE FROM things WHERE seq IN (7, 50050, 99990)")
        app.list.reload()
        await settle(pilot)
        assert app.list.row == row
        assert all(line.strip() for line in lines(app))
        if place > HEIGHT:
            kept = [one for one in before if one in shown(app)]
            assert len(kept) >= HEIGHT - 3


async def test_what_comes_in_is_seen_when_the_view_is_at_the_top(
    shelf: Path, settle: Settle
) -> None:
    app = Hall()
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Shelf(shelf))
        await settle(pilot)
        change(shelf, "INSERT INTO things VALUES (?, 'from the shell')", MANY + 1)
        app.list.reload()
        await settle(pilot)
        assert shown(app)[:2] == ["from the shell", f"thing {MANY} even"]
        assert app.list.row is not None
        assert app.list.row.id == f"id{MANY}"


async def test_a_row_that_went_hands_the_cursor_to_the_next_one(
    shelf: Path, settle: Settle
) -> None:
    app = Hall()
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Shelf(shelf))
        await settle(pilot)
        await pilot.press("down", "down")
        change(shelf, "DELETE FROM things WHERE seq = ?", MANY - 2)
        app.list.reload()
        await settle(pilot)
        assert app.list.row is not None
        assert app.list.row.id == f"id{MANY - 3}"
        assert app.noted[-2:] == [("counted", MANY - 1), ("highlighted", f"id{MANY - 3}")]


async def test_another_filter_can_keep_the_row_under_the_cursor(
    shelf: Path, settle: Settle
) -> None:
    app = Hall()
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Shelf(shelf, counted=False, word="odd"))
        await settle(pilot)
        await pilot.press("pagedown", "pagedown")
        row = app.list.row
        app.list.show(Shelf(shelf), keep=True)
        await settle(pilot)
        assert app.list.row == row
        assert row is not None
        assert row.cells[0] in shown(app)


async def test_an_empty_list_says_what_to_do(settle: Settle) -> None:
    app = Hall()
    async with app.run_test(size=(40, 12)) as pilot:
        app.list.show(FixedSource(()), empty="Nothing here yet. Press a to keep a first thought.")
        await settle(pilot)
        assert shown(app)[:2] == ["Nothing here yet. Press a to keep a", "first thought."]
        await pilot.press("down", "end", "space", "enter")
        assert app.noted == [("counted", 0)]
        assert app.list.chosen() == []


async def test_a_database_that_cannot_be_read_is_said_in_a_sentence(settle: Settle) -> None:
    class Shut(Source):
        def page(self, after: Row | None) -> Sequence[Row]:
            raise DatabaseLocked("Another program holds the notebook. Try again in a moment.")

    app = Hall()
    async with app.run_test(size=(40, 12)) as pilot:
        app.list.show(Shut())
        await settle(pilot)
        assert app.told == ["Another program holds the notebook. Try again in a moment."]


async def test_an_answer_that_comes_late_does_not_replace_a_newer_one(settle: Settle) -> None:
    gate = threading.Event()

    class Slow(FixedSource):
        def page(self, after: Row | None) -> Sequence[Row]:
            gate.wait(10)
            return super().page(after)

    app = Hall(Column())
    async with app.run_test(size=(40, 12)) as pilot:
        app.list.show(Slow([Row(0, "old", ("old",))]))
        app.list.show(FixedSource([Row(0, "new", ("new",))]))
        await pilot.pause()
        gate.set()
        await settle(pilot)
        assert shown(app)[0] == "new"


# --- marks, mouse -----------------------------------------------------------------------------


def few(*texts: str) -> FixedSource:
    return FixedSource([Row(n, f"id{n}", (text, str(n))) for n, text in enumerate(texts)])


async def test_space_marks_several_and_a_mark_is_a_sign_not_a_colour(settle: Settle) -> None:
    app = Hall()
    async with app.run_test(size=(40, 12)) as pilot:
        app.list.show(few("one", "two", "three"))
        await settle(pilot)
        assert app.list.chosen() == ["id0"]
        await pilot.press("space", "down", "space")
        await settle(pilot)
        assert app.list.chosen() == ["id0", "id2"]
        assert [line[:3] for line in lines(app)[:3]] == [" * ", "   ", ">* "]
        app.list.clear_marks()
        await pilot.pause()
        assert [count for kind, count in app.noted if kind == "marked"] == [1, 2, 0]


async def test_space_does_nothing_where_a_list_takes_no_marks(settle: Settle) -> None:
    app = Hall(marks=False)
    async with app.run_test(size=(40, 12)) as pilot:
        app.list.show(few("one", "two"))
        await settle(pilot)
        await pilot.press("space")
        assert app.list.marked == 0
        assert app.list.cursor == 0


async def test_a_click_selects_and_a_second_one_opens(settle: Settle) -> None:
    app = Hall()
    async with app.run_test(size=(40, 12)) as pilot:
        app.list.show(few("one", "two", "three"))
        await settle(pilot)
        await pilot.click(RecordList, offset=(10, 1))
        await settle(pilot)
        assert app.noted[-1] == ("highlighted", "id1")
        await pilot.click(RecordList, offset=(10, 1))
        await settle(pilot)
        assert app.noted[-1] == ("opened", "id1")
        await pilot.click(RecordList, offset=(10, 9))
        await settle(pilot)
        assert app.noted[-1] == ("opened", "id1")
        await pilot.click(RecordList, offset=(0, 2))
        await settle(pilot)
        assert app.list.chosen() == ["id2"]


async def test_the_wheel_scrolls_and_leaves_the_cursor(shelf: Path, settle: Settle) -> None:
    app = Hall()
    async with app.run_test(size=(80, HEIGHT + 3)) as pilot:
        app.list.show(Shelf(shelf))
        await settle(pilot)
        app.list.scroll_down(animate=False)
        app.list.scroll_down(animate=False)
        await settle(pilot)
        assert shown(app)[0] == f"thing {MANY - 2} even"
        assert app.list.cursor == 0
        await pilot.press("down")
        await settle(pilot)
        assert shown(app)[0] == f"thing {MANY - 1} odd"
