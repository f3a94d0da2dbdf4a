"""The small parts: ids, texts, dates, numbers."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.formats.stratml.figures import length_of_period, parse_day, parse_number
from alignplan.formats.stratml.texts import first_words, is_placeholder, prose
from alignplan.text.naming import Ids, slug

ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth Management", "growth-management"),
        ("Rénovation d’écoles & crèches", "renovation-decoles-and-creches"),
        ("Straße nach Ærø, Łódź", "strasse-nach-aero-lodz"),
        ("U.S. competitiveness in R&D", "u.s-competitiveness-in-r-and-d"),
        ("EX1.2.1", "ex1.2.1"),
        ("100% on time", "100-percent-on-time"),
        ("South Carolina Department of Transportation", "south-carolina-department-of-transportation"),
        ("Expand the harbour for the ships of the coming hundred years", "expand-the-harbour-for-the-ships"),
        ("x" * 90, "x" * 40),
        ("Цель", ""),
        ("---", ""),
    ],
)
def test_slugs_are_short_plain_and_cut_at_a_word(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("1.2", "Land use", "1.2-land-use"),
        ("1.2", "1.2 Land use", "1.2-land-use"),
        ("Goal 1", "Growth", "goal-1-growth"),
        ("", "Growth", "growth"),
        ("1", "Цель", "1"),
        ("", "Цель", "goal"),
        ("", "No", "goal-no"),
        ("", "true", "goal-true"),
        ("No", "Way", "no-way"),
    ],
)
def test_ids_come_from_code_and_name(code: str, name: str, expected: str) -> None:
    assert Ids().give(code=code, name=name, kind="goal") == expected


def test_ids_are_told_apart_by_number_or_by_kind() -> None:
    ids = Ids()
    given_ids = [
        ids.give(name="Depth", kind=kind) for kind in ("goal", "goal", "objective", "value", "value", "goal")
    ]
    assert given_ids == ["depth", "depth-2", "depth-objective", "depth-value", "depth-3", "depth-4"]
    assert ids.doubled == 5


@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.text(max_size=80), st.sampled_from(["goal", "value"])), max_size=20
    )
)
def test_ids_are_always_lawful_and_unique(named: list[tuple[str, str, str]]) -> None:
    ids = Ids()
    found = [ids.give(code=code, name=name, kind=kind) for code, name, kind in named]
    assert len(set(found)) == len(found)
    assert all(ID.fullmatch(one) and len(one) <= 60 for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  one\n   two  ", "one two"),
        ("one\n\n two", "one\n\ntwo"),
        ("one ^^ two ^ three", "one\n\ntwo\nthree"),
        ("areas:\n^^\n* a\n^\n* b", "areas:\n\n* a\n* b"),
        ("areas:\n  - a\n  - b\n    still b", "areas:\n- a\n- b still b"),
        ("2^3 and x^y", "2^3 and x^y"),
        ("one\u00a0two\u2028three", "one two three"),
        ("^^ ^ ", ""),
    ],
)
def test_prose_keeps_paragraphs_and_collapses_the_rest(text: str, expected: str) -> None:
    assert prose(text) == expected


@given(st.text())
def test_prose_is_stable(text: str) -> None:
    once = prose(text)
    assert prose(once) == once


def test_a_long_text_is_never_a_placeholder() -> None:
    assert not is_placeholder("[" + "to be " * 100 + "]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dredge the fairway. Then pave.", "Dredge the fairway"),
        ("Improve U.S. ports", "Improve U.S. ports"),
        ("One line\nand another", "One line"),
        ("word " * 40, ("word " * 20).strip() + "…"),
    ],
)
def test_first_words_are_a_title(text: str, expected: str) -> None:
    assert first_words(text) == expected


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("2026-03-31", True, date(2026, 3, 31)),
        (" 2026-03-31-05:00 ", True, date(2026, 3, 31)),
        ("2026", True, date(2026, 12, 31)),
        ("2026", False, date(2026, 1, 1)),
        ("2024-02", True, date(2024, 2, 29)),
        ("2024-13", True, None),
        ("9999-12-31", True, date(9999, 12, 31)),
        ("", True, None),
    ],
)
def test_days(text: str, end: bool, expected: date | None) -> None:
    assert parse_day(text, end=end) == expected


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9990, 1, 1)))
def test_a_year_from_any_day_is_a_year(start: date) -> None:
    if (start.month, start.day) != (2, 29):
        end = date.fromordinal(start.replace(year=start.year + 1).toordinal() - 1)
        assert length_of_period(start, end) == "yearly"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2025, 1, 1), date(2025, 3, 31), "quarterly"),
        (date(2024, 2, 1), date(2024, 2, 29), "monthly"),
        (date(2024, 2, 1), date(2024, 2, 1), "daily"),
        (date(2024, 2, 1), date(2024, 2, 7), "weekly"),
        (date(2024, 2, 1), date(2024, 2, 28), ""),
        (date(2025, 1, 1), date(2026, 12, 31), ""),
        (date(9999, 1, 1), date(9999, 12, 31), "yearly"),
    ],
)
def test_lengths_of_periods(start: date, end: date, expected: str) -> None:
    assert length_of_period(start, end) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_every_decimal_is_read_exactly(number: Decimal) -> None:
    found = parse_number(format(number, "f"))
    assert found is not None
    assert (found.value, found.repaired) == (number, False)
