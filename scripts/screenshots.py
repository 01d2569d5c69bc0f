"""Draws docs/screenshots: the app over the demo programme, on a fixed day, in both languages."""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from advocacy_tui import i18n
from advocacy_tui.app import AdvocacyApp
from advocacy_tui.exchange.programme import ensure_programme
from advocacy_tui.models import ActKind
from advocacy_tui.paths import paths_in
from advocacy_tui.store.acts import add_act
from advocacy_tui.store.capture import add_idea
from advocacy_tui.store.catalogue import list_catalogue, take
from advocacy_tui.store.database import Database, open_database
from advocacy_tui.store.drafts import new_draft, save_draft
from advocacy_tui.store.preferences import set_settings

TARGET = Path(__file__).parents[1] / "docs" / "screenshots"
NOW = datetime.fromisoformat("2026-11-23T14:02:00+01:00")
THOUGHTS = {
    "da": (
        "Hvorfor er regningen størst i maj? #kunder",
        "Pedellen, der fyrede for fuglene i tyve år",
        "Ingen taler om vandkvaliteten",
        "Hvad sker der, når vi graver vejen op for tredje gang?",
    ),
    "en": (
        "Why does nobody ask who fixed the bed? #craft",
        "The nurse who labels every wheel",
        "Nobody talks about the second-hand motors",
        "What happens to a pump after its third ward?",
    ),
}
TEXTS = {
    "da": "I går stod jeg i vand til knæene i en varmecentral.\n\n"
    "Det lærte mig mere om overskudsvarme end tre rapporter. "
    "Pedellen sagde: »Den har vi sgu fyret for fuglene med i tyve år.«",
    "en": "Yesterday I lay under a bed on ward four with a torch in my mouth.\n\nIt taught me more "
    "about brakes than three manuals. The nurse said: “It has pulled to the left since Easter.”",
}
PLANS = {
    "da": "Når jeg får min tirsdagskaffe, skriver jeg i 15 minutter",
    "en": "When I get my Tuesday coffee, I write for 15 minutes",
}
SHOTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("today", ()),
    ("notebook", ("n",)),
    ("draft", ("d", "enter")),
    ("new-draft", ("d", "w")),
    ("catalogue", ("c",)),
    ("guidelines", ("g",)),
    ("momentum", ("m",)),
)


def seeded(home: str, language: str) -> Database:
    """Make a notebook that has been used for some weeks."""
    database = open_database(paths_in(home).database, unix_now=NOW.timestamp())
    programme = ensure_programme(database, language, NOW)
    for weeks in (7, 6, 5, 3, 2, 1):
        add_act(database, ActKind.CAFE, now=NOW - timedelta(weeks=weeks, days=-1))
    for index, thought in enumerate(THOUGHTS[language]):
        add_idea(database, thought, now=NOW - timedelta(days=9 - 2 * index))
    shared = list_catalogue(database, programme, limit=1)[0]
    take(database, programme, shared.id, now=NOW - timedelta(days=1))
    draft = new_draft(database, now=NOW - timedelta(hours=5), post_type="perspective").id
    text = TEXTS[language]
    save_draft(database, draft, text, now=NOW - timedelta(hours=4), cursor=len(text))
    set_settings(database, {"plan": PLANS[language]}, now=NOW)
    return database


async def draw(language: str, theme: str, size: tuple[int, int]) -> None:
    """Draw every screen once."""
    i18n.use(language)
    for name, keys in SHOTS:
        with tempfile.TemporaryDirectory() as home:
            database = seeded(home, language)
            set_settings(database, {"theme": theme}, now=NOW)
            app = AdvocacyApp(database, paths_in(home), now=lambda: NOW)
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await pilot.press(*keys)
                await app.workers.wait_for_complete()
                await pilot.pause(0.3)
                shade = theme.removeprefix("calm-")
                path = TARGET / f"{name}-{language}-{shade}-{size[0]}x{size[1]}.svg"
                path.write_text(local_fonts(app.export_screenshot()), encoding="utf-8")
                print(path.name)
            database.close()


def local_fonts(svg: str) -> str:
    """Leave out fonts that a viewer would fetch, and names that differ between two drawings."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code", "DejaVu Sans Mono")
    return re.sub(r"terminal-\d+", "terminal", svg)


def main() -> None:
    """Draw them all."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for language in ("da", "en"):
        asyncio.run(draw(language, "calm-dark", (80, 24)))
        asyncio.run(draw(language, "calm-light", (120, 36)))


if __name__ == "__main__":
    main()
