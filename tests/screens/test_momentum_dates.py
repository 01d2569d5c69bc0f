"""Dates as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_tui import i18n
from advocacy_tui.screens.momentum_dates import LOOK_BACK, read_date, typed_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-23", "2026-12-23 ", "23.12.2026", "23.12.26", "23/12/2026", "23-12-2026",
        "23.12", "23.12.", "23/12", "23-12", "23 Dec", "23 dec.", "23. december", "23.dec",
        "23 December 2026", "23. december 2026", "December 23", "Dec 23, 2026", "dec 23",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_way_that_people_write_it(typed: str) -> None:
    assert read_date(typed, TODAY) == date(2026, 12, 23)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("today", 0),
        ("i dag", 0),
        ("I morgen", 1),
        ("tomorrow", 1),
        ("i går", -1),
        ("yesterday", -1),
    ],
)  # fmt: skip
def test_the_words_for_days_close_by_are_read_in_both_languages(typed: str, days: int) -> None:
    assert read_date(typed, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "soon", "32.12", "23.13", "29.2.2027", "2026-02-30", "12", "0.0", "23 foo", "23..12",
     "99999-01-01", "0001-01-01", "1.1.0001", "²³.12"],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_date(typed, TODAY) is None


def test_a_date_without_a_year_is_the_next_one_unless_it_has_just_been() -> None:
    assert read_date("1.3", TODAY) == date(2027, 3, 1)
    assert read_date("16.11", TODAY) == date(2026, 11, 16)
    assert read_date("1.7", TODAY) == date(2027, 7, 1)
    assert read_date("23.12", date(2027, 1, 5)) == date(2026, 12, 23)
    assert read_date("29.2", TODAY) == date(2028, 2, 29)


def test_the_last_day_without_a_year_comes_after_the_first() -> None:
    assert read_date("3.1", TODAY, after=date(2026, 12, 23)) == date(2027, 1, 3)
    assert read_date("23.12", TODAY, after=date(2026, 12, 23)) == date(2026, 12, 23)
    assert read_date("1.12.2026", TODAY, after=date(2026, 12, 23)) == date(2026, 12, 1)


@given(st.text(max_size=30))
def test_no_text_is_too_strange_to_be_read(typed: str) -> None:
    found = read_date(typed, TODAY)
    assert found is None or isinstance(found, date)


@given(
    st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    st.dates(date(1901, 1, 1), date(2990, 12, 31)),
    st.sampled_from(i18n.LANGUAGES),
)
def test_a_date_that_the_field_writes_is_read_as_the_same_date(
    day: date, today: date, language: str
) -> None:
    i18n.use(language)
    assert read_date(typed_date(day), today) == day
    assert read_date(day.isoformat(), today) == day


@given(st.dates(date(1970, 1, 1), date(2200, 12, 31)), st.dates(date(1970, 1, 1), date(2200, 1, 1)))
def test_a_year_left_out_is_never_long_ago_nor_skipped(day: date, today: date) -> None:
    found = read_date(f"{day.day}.{day.month}", today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= today - LOOK_BACK
    if (day.month, day.day) != (2, 29):
        assert found <= today + timedelta(days=366)
