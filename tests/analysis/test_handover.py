"""The clock of what is handed over, and what its rows say."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.handed import HARBOUR, source
from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.calendars.grid import grid
from alignplan.analysis.handover.clock import Clock
from alignplan.analysis.handover.handover import handover
from alignplan.analysis.handover.project import Form, Project


def at(time: str) -> datetime:
    return datetime.fromisoformat(time)


def project(folder: Path, text: str, *specs: str) -> Project:
    one = source(folder, text, *specs)
    return handover(one.plan, one.choice)


def clock_of(folder: Path, calendar: str, more: str = "") -> Clock:
    text = f"alignplan: 1\nplan: {{title: X, calendar: c}}\ncalendars: {{c: {calendar}}}\n{more}"
    return Clock(grid(open_plan(written(folder, text), as_of=TODAY).assessment))


@given(instant=st.integers(0, 20_000))
def test_a_slot_lasts_as_long_as_a_slot(tmp_path_factory: pytest.TempPathFactory, instant: int) -> None:
    clock = _hours(tmp_path_factory)
    assert clock.ending(instant + 1) - clock.starting(instant) == timedelta(minutes=clock.slot)
    assert clock.starting(instant).date() == clock.ending(instant + 1).date()


def _hours(factory: pytest.TempPathFactory) -> Clock:
    if not _KEPT:
        _KEPT.append(
            clock_of(factory.mktemp("plan"), "{hours: 8}", "people: {a: {name: A, capacity: 50%}}\n")
        )
    return _KEPT[0]


_KEPT: list[Clock] = []


def test_days_begin_at_eight_and_very_long_ones_at_midnight(tmp_path: Path) -> None:
    usual = clock_of(tmp_path / "a", "{hours: 7.5}")
    assert (usual.slot, usual.day) == (450, 450)
    assert usual.begin(TODAY) == at("2026-11-22T08:00")
    assert usual.close(TODAY) == at("2026-11-22T15:30")
    round_the_clock = clock_of(tmp_path / "b", "{hours: 24}")
    assert round_the_clock.begin(TODAY) == at("2026-11-22T00:00")
    assert round_the_clock.close(TODAY) == at("2026-11-23T00:00")


def test_an_instant_between_two_days_is_on_the_one_that_is_meant(tmp_path: Path) -> None:
    clock = clock_of(tmp_path, "{hours: 8}")
    instant = (date(2026, 11, 24) - date(2026, 1, 1)).days
    assert clock.on(date(2026, 11, 23), instant) == at("2026-11-23T16:00")
    assert clock.on(date(2026, 11, 24), instant) == at("2026-11-24T08:00")


def test_rows_say_what_is_still_to_do(tmp_path: Path) -> None:
    rows = {row.id: row for row in project(tmp_path, HARBOUR).rows}
    assert {id: row.form for id, row in rows.items()} == {
        "dredge": Form.SUMMARY,
        "dredge/survey": Form.FIXED,
        "dredge/permit": Form.ELAPSED,
        "dredge/plan": Form.EFFORT,
        "dredge/dig": Form.EFFORT,
        "dredge/half": Form.EFFORT,
        "dredge/tidy": Form.EFFORT,
        "dredge/dry": Form.LENGTH,
        "dredge/ready": Form.POINT,
        "shore": Form.SUMMARY,
        "shore/wall": Form.EFFORT,
        "shore/paint": Form.EFFORT,
        "fair": Form.LENGTH,
    }
    plan = rows["dredge/plan"]
    assert (plan.effort, plan.minutes, plan.spent, plan.ready) == (48 * 60, 48 * 60, 40 * 60, None)
    dig = rows["dredge/dig"]
    assert (dig.effort, dig.minutes, dig.ready) == (96 * 60, 48 * 60, at("2026-11-23T08:00"))
    assert [(need.who, need.share) for need in dig.needs] == [("mia", 1.0), ("jo", 1.0), ("crane", 2.0)]


def test_what_waits_for_what_is_not_there_is_held(tmp_path: Path) -> None:
    found = project(tmp_path, HARBOUR, "shore/wall")
    assert [(row.id, row.held, row.ties) for row in found.rows] == [
        ("shore", False, ()),
        ("shore/wall", True, ()),
    ]
