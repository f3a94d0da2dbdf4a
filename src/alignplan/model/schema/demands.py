"""What goes together in one mapping: keys that need or exclude each other."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from alignplan.model.hedges import BOUNDS, CONDITIONS, OPTIONAL
from alignplan.model.kinds import ROOT_ONLY
from alignplan.model.measures import SOURCES
from alignplan.model.work import DRIVERS

__all__ = ["demand"]

_NOTHING = {"type": "null"}


def demand(definitions: dict[str, Any]) -> None:
    """Say in the definitions what the models ask of several keys at once."""
    whole, plan = definitions["PlanFile"], definitions["Plan"]
    # What stands in the root file only shows that this is one, which then has its version and its plan's title.
    whole["dependentRequired"] = {key: [one for one in ROOT_ONLY[:2] if one != key] for key in ROOT_ONLY}
    plan["required"] = ["title"]
    _without_nothing(whole, "alignplan", "plan")
    _without_nothing(plan, "title")
    absence = definitions["Absence"]
    absence["required"] = ["from"]
    absence["anyOf"] = [_said("until"), _said("hours")]
    definitions["Action"]["allOf"] = [_one_at_most(*pair) for pair in combinations(DRIVERS, 2)]
    definitions["Bounds"]["anyOf"] = [_said("low"), _said("high")]
    definitions["Kpi"]["allOf"] = [
        _one_at_most("target", "range"),
        *[_one_at_most(*pair) for pair in combinations(SOURCES, 2)],
        _together("numerator", "denominator"),
        _together("denominator", "numerator"),
        _together("period", "aggregate"),
    ]
    definitions["Trigger"]["oneOf"] = [_condition(subject) for subject in CONDITIONS]


def _without_nothing(definition: dict[str, Any], *names: str) -> None:
    for name in names:
        field = definition["properties"][name]
        field["anyOf"] = [part for part in field["anyOf"] if part != _NOTHING]


def _said(name: str) -> dict[str, Any]:
    """The key is there, with something after it."""
    return {"required": [name], "properties": {name: {"not": _NOTHING}}}


def _one_at_most(one: str, other: str) -> dict[str, Any]:
    return {"not": {"allOf": [_said(one), _said(other)]}}


def _together(name: str, needed: str) -> dict[str, Any]:
    return {"if": _said(name), "then": _said(needed)}


def _condition(subject: str) -> dict[str, Any]:
    """A trigger about `subject`: with a key that it needs, and none that belongs to another."""
    allowed = CONDITIONS[subject]
    others = {name for names in CONDITIONS.values() for name in names} | set(CONDITIONS)
    needed = [name for name in allowed if name not in OPTIONAL]
    condition = _said(subject)
    for name in sorted(others - {subject, *allowed}):
        condition["properties"][name] = _NOTHING
    if needed:
        condition["anyOf"] = [_said(name) for name in needed]
    if set(BOUNDS) <= set(needed):
        condition["allOf"] = [_one_at_most(*BOUNDS)]
    return condition
