"""Public holidays by country, from the library `holidays`, imported only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def known_country(code: str) -> bool:
    """Tell whether public holidays are known for a two-letter country code."""
    import holidays

    return code in holidays.list_supported_countries()


def public_holidays(code: str, years: Iterable[int]) -> frozenset[date]:
    """Return the public holidays of the years; empty without a country."""
    if not code:
        return frozenset()
    import holidays

    return frozenset(holidays.country_holidays(code, years=list(years)))
