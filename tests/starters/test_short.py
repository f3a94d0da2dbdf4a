"""The short plan: nothing to find in it, on any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.model.reading import schema_faults
from tests.plans import written

from alignplan import open_plan
from alignplan.linting.selection import Asked
from alignplan.starters.short import short_plan


def findings(day: date, *, strict: bool = False) -> list[str]:
    with TemporaryDirectory() as folder:
        plan = open_plan(written(Path(folder), short_plan(day)), as_of=day)
        return [f"{one.code} {one.message}" for one in plan.check(Asked(strict=strict)).findings]


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
@example(date(1996, 2, 29))
@example(date(2000, 2, 29))
@example(date(2024, 2, 29))
@example(date(2027, 2, 28))
@example(date(2026, 12, 31))
@example(date(2027, 1, 1))
@settings(max_examples=60, deadline=None)
def test_there_is_nothing_to_find_on_any_day(day: date) -> None:
    assert findings(day, strict=True) == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9989, 12, 31)])
def test_not_even_at_the_ends_of_the_calendar(day: date) -> None:
    assert findings(day) == []


def test_the_schema_has_nothing_against_it() -> None:
    assert schema_faults(short_plan(date(2026, 11, 22))["alignplan.yaml"]) == []


def test_it_is_short_and_explains_itself() -> None:
    text = short_plan(date(2026, 11, 22))["alignplan.yaml"]
    assert len(text.splitlines()) <= 60
    assert max(map(len, text.splitlines())) <= 120
    assert "# Objectives: what you want to reach." in text
    assert "start: 2026-11-22" in text
