"""How it goes and what is missing: the worst of several parts, requirements met."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from alignplan.analysis.explaining.operations.interface import Given, Operation, Value
from alignplan.analysis.health import is_overdue
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.needs import ENOUGH
from alignplan.model.words import Status

__all__ = [
    "AT_LEAST_ALL",
    "COUNTED",
    "FRACTION",
    "HEALTH",
    "OPERATIONS",
    "OVERDUE",
    "REQUIREMENT",
    "SCHEDULED_LATE",
    "TOO_MUCH_SPENT",
]

_MEANS = {
    "met": "on_track",
    "on_track": "on_track",
    "behind": "at_risk",
    "at_risk": "at_risk",
    "off_track": "off_track",
}
_WORST = ("off_track", "at_risk", "on_track")


def _health(given: Given) -> str | None:
    status = given.word("status")
    if status == Status.DROPPED or given.one("standing_by") is True:
        return None
    if status == Status.DONE:
        return "on_track"
    parts = {_MEANS[word] for word in given.all("part") if isinstance(word, str) and word in _MEANS}
    return next((word for word in _WORST if word in parts), "no_data")


def _overdue(given: Given) -> str | None:
    node: Any = SimpleNamespace(model=SimpleNamespace(due=given.day("due")))
    kpis: Any = [SimpleNamespace(state=KpiState(str(word))) for word in given.all("state")]
    today, status = given.day("today"), given.word("status")
    if today is None or status is None:
        return None
    return "off_track" if is_overdue(node, Status(status), kpis, today) else None


def _too_much_spent(given: Given) -> str | None:
    spent, planned = given.number("spent"), given.number("planned")
    return "at_risk" if spent is not None and planned is not None and spent > planned else None


def _scheduled_late(given: Given) -> str | None:
    finish, due = given.day("finish"), given.day("due")
    return "at_risk" if finish is not None and due is not None and finish > due else None


def _requirement(given: Given) -> str | None:
    if given.one("asked") is not True:
        return None
    choices = given.all("one_of")
    there = all(map(_there, given.all("needed"))) and (not choices or any(map(_there, choices)))
    return "met" if there else "waived" if given.one("accepted") is True else "missing"


def _there(value: Value) -> bool:
    return bool(value)


def _counted(*words: str) -> Callable[[Given], int]:
    return lambda given: sum(word in words for word in given.all("value"))


def _fraction(given: Given) -> str | None:
    met, required = given.number("met"), given.number("required")
    return None if met is None or not required else f"{met:g} of {required:g}"


def _at_least_all(given: Given) -> bool | None:
    value = given.number("value")
    return None if value is None else value >= ENOUGH


HEALTH = Operation("health", "the worst of its parts that have data; done: on track", _health)
OVERDUE = Operation("overdue", "off track once its own due has passed, unless all its KPIs are met", _overdue)
TOO_MUCH_SPENT = Operation("too_much_spent", "at risk where more is spent than planned", _too_much_spent)
SCHEDULED_LATE = Operation(
    "scheduled_late", "at risk where it will be finished after its due", _scheduled_late
)
REQUIREMENT = Operation(
    "requirement", "met where what is needed is there; else missing, or waived where that is accepted", _requirement
)  # fmt: skip
COUNTED = {
    "met": Operation("count_met", "how many of these are met", _counted("met")),
    "required": Operation(
        "count_required", "how many of these are asked", _counted("met", "missing", "waived")
    ),
    "waived": Operation("count_waived", "how many of these are waived", _counted("waived")),
    "fine": Operation("count_fine", "how many of these are met or on track", _counted("met", "on_track")),
    "known": Operation(
        "count_known", "how many of these have data", _counted("met", "on_track", "behind", "off_track")
    ),
}
"""Of words, how many say so."""
FRACTION = Operation("fraction", "met of required", _fraction)
AT_LEAST_ALL = Operation("at_least_all", "whether it is 100 % or more", _at_least_all)

OPERATIONS = (
    HEALTH,
    OVERDUE,
    TOO_MUCH_SPENT,
    SCHEDULED_LATE,
    REQUIREMENT,
    *COUNTED.values(),
    FRACTION,
    AT_LEAST_ALL,
)
