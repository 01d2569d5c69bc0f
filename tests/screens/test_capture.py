from __future__ import annotations
import pytest
from textual import events

async def test_x(make_app, database):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Key("ctrl+n", None))
        for c in "hej du":
            app.post_message(events.Key("space" if c==" " else c, c))
        app.post_message(events.Key("enter", "\r"))
        await pilot.pause(0.5)
        print(database.rows("select text from ideas")[0][0])
        print(app.screen)
