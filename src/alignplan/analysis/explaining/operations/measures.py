"""What measurements mean: the arithmetic of KPIs, asked with what an explanation shows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.analysis.health import state_of_progress
from alignplan.analysis.kpis.age import is_stale
from alignplan.analysis.kpis.attainment import against_plan, attainment
from alignplan.analysis.kpis.goal import Goal, Mark, expected, path
from alignplan.analysis.kpis.state import state_of
from alignplan.analysis.sufficiency import sufficiency_of_goal
from alignplan.model.entry import blank
from alignplan.model.plan import Bands
from alignplan.model.values import Point
from alignplan.model.words import Direction, Frequency

__all__ = [
    "AGAINST_PLAN", "ATTAINMENT", "BEHIND_BAND", "EXPECTED", "KPI_STATE", "OPERATIONS", "PASSED",
    "STALE", "SUFFICIENCY", "bands_of", "goal_of",
]  # fmt: skip


def bands_of(given: Given) -> Bands:
    """The bands among the inputs."""
    stated = {name: given.number(name) for name in ("on_track", "at_risk", "tolerance")}
    return blank(Bands, **{name: value for name, value in stated.items() if value is not None})


def _mark(given: Given, name: str) -> Mark | None:
    value = given.number(name)
    return None if value is None else Mark(value, given.day(f"{name}_date"))


def goal_of(given: Given) -> Goal:
    """The way of a KPI among the inputs."""
    direction = given.word("direction")
    return Goal(
        baseline=_mark(given, "baseline"),
        target=_mark(given, "target"),
        low=given.number("low"),
        high=given.number("high"),
        by=given.day("by"),
        checkpoints=tuple(Point(day, value) for day, value in given.by_day("checkpoint")),
        step=given.word("path") == "step",
        direction=None if direction is None else Direction(direction),
    )


def _attainment(given: Given) -> float | None:
    actual = given.number("actual")
    return None if actual is None else attainment(goal_of(given), actual)


def _expected(given: Given) -> float | None:
    day = given.day("date")
    return None if day is None else expected(goal_of(given), day)


def _against_plan(given: Given) -> float | None:
    actual, day = given.number("actual"), given.day("date")
    if actual is None or day is None:
        return None
    goal = goal_of(given)
    return against_plan(goal, actual, path(goal, day))


def _passed(given: Given) -> bool | None:
    today = given.day("today")
    return None if today is None else goal_of(given).passed(today)


def _kpi_state(given: Given) -> str:
    reached, wanted, against = (
        given.number(role) for role in ("attainment", "expected_attainment", "against_plan")
    )
    return state_of(reached, wanted, against, given.one("passed") is True, bands_of(given)).value


def _stale(given: Given) -> bool:
    frequency, today = given.word("frequency"), given.day("today")
    if frequency is None or today is None:
        return False
    kpi: Any = SimpleNamespace(
        node=SimpleNamespace(model=SimpleNamespace(frequency=Frequency(frequency))),
        baseline=_mark(given, "baseline"),
        target=_mark(given, "target"),
        actual=None if (day := given.day("date")) is None else Point(day, 0.0),
        measured=given.day("measured"),
        gap="",
    )
    return is_stale(kpi, today, given.number("grace") or 0.0)


def _sufficiency(given: Given) -> float | None:
    moved = given.number("moved")
    if moved is None:
        return None
    from alignplan.analysis.kpis.decimals import exact

    return sufficiency_of_goal(goal_of(given), exact(moved))


def _behind_band(given: Given) -> str | None:
    """Of progress beside what was planned, as health has it."""
    done, planned = given.number("progress"), given.number("planned")
    found = state_of_progress(done, planned, bands_of(given))
    return None if found is None else found.value


ATTAINMENT = Operation(
    "attainment",
    "(actual − baseline) ÷ (target − baseline); a range: 100 % inside",
    _attainment,
)
EXPECTED = Operation(
    "expected",
    "the planned path on the day: baseline, checkpoints, target; straight between, flat outside",
    _expected,
)
AGAINST_PLAN = Operation(
    "against_plan",
    "(actual − baseline) ÷ (expected − baseline); a range: 100 % inside",
    _against_plan,
)
PASSED = Operation("passed", "whether the day of the target is over", _passed)
KPI_STATE = Operation(
    "kpi_state",
    "met from 100 %; off track once the target's date has passed; else by the bands of against plan and of "
    "expected attainment − attainment",
    _kpi_state,
)
STALE = Operation("stale", "whether the data are older than the frequency and its grace", _stale)
SUFFICIENCY = Operation("sufficiency", "Σ moves ÷ (target − baseline)", _sufficiency)
BEHIND_BAND = Operation(
    "band_of_progress",
    "progress ÷ planned by the bands, or so many points behind; nothing planned yet: on track",
    _behind_band,
)
OPERATIONS = (
    ATTAINMENT, EXPECTED, AGAINST_PLAN, PASSED, KPI_STATE, STALE, SUFFICIENCY, BEHIND_BAND,
)  # fmt: skip
