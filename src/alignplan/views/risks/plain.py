"""Risks and contingencies for machines: every figure by its name, exact."""

from __future__ import annotations

from collections.abc import Mapping

from alignplan.analysis.armed import Contingency
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.exposure import Exposure, heat_map, mitigations
from alignplan.analysis.ownership import owner_of
from alignplan.analysis.register import Register
from alignplan.analysis.triggers import Reading, Truth, conditions, course_of
from alignplan.graph.nodes import Node
from alignplan.output.document import Block, Cell, Column, Row, Table

__all__ = ["answer", "sheet"]

_HOLDS = {Truth.NO: False, Truth.UNKNOWN: None, Truth.HOLDS: True}


def answer(found: Register, plan: Assessment) -> Mapping[str, object]:
    """`risks/1`."""
    return {
        "risks": [_risk(one, plan) for one in found.risks],
        "contingencies": [_contingency(one, plan) for one in found.contingencies],
        "total": None
        if found.total is None
        else {
            "exposure": found.total.amount,
            "counted": found.total.counted,
            "unknown": found.total.unknown,
        },
        "heat_map": [
            {
                "impact": field.impact,
                "probability": field.probability,
                "exposure": field.exposure,
                "risks": [one.node.id for one in field.risks],
            }
            for field in heat_map(found.risks)
        ],
    }


def _risk(one: Exposure, plan: Assessment) -> dict[str, object]:
    model = one.node.model
    return {
        "id": one.node.id,
        "title": one.node.title,
        "state": one.state,
        "probability": model.probability,
        "probability_level": one.probability,
        "impact": model.impact,
        "impact_level": one.impact,
        "exposure": one.amount,
        "exposure_level": one.level,
        "high": one.high,
        "response": model.response,
        "owner": owner_of(one.node),
        "review": model.review,
        "review_passed": one.is_open and model.review is not None and model.review < plan.today,
        "occurred": model.occurred,
        "closed": model.closed,
        "threatens": [link.target.id for link in plan.graph.linked(one.node, "threatens")],
        "mitigated_by": [_tactic(node, plan) for node in mitigations(one.node, plan)],
        "contingencies": [f"{one.node.id}/{name}" for name in model.contingencies],
    }


def _contingency(one: Contingency, plan: Assessment) -> dict[str, object]:
    course = one.course(plan)
    return {
        "id": one.node.id,
        "of": one.node.parent.id if one.node.parent is not None else "",
        "title": one.node.title,
        "state": one.call,
        "armed": one.armed,
        "holds": None if one.reading is None else _HOLDS[one.reading.truth],
        "since": None if course is None else course.since,
        "first_held": None if course is None else course.first,
        "says": one.words,
        "conditions": [
            _condition(part, plan) for part in (conditions(one.reading) if one.reading is not None else ())
        ],
        "then": one.node.model.then,
        "activates": [_tactic(node, plan) for node in one.activates],
        "activated": one.node.model.activated,
        "owner": owner_of(one.node),
    }


def _condition(reading: Reading, plan: Assessment) -> dict[str, object]:
    course = course_of(reading, plan)
    return {
        "kind": reading.kind,
        "about": reading.subject.id
        if reading.subject is not None
        else getattr(reading.trigger, reading.kind),
        "holds": _HOLDS[reading.truth],
        "since": course.since,
        "first_held": course.first,
        "says": reading.words.replace("`", ""),
    }


def _tactic(node: Node, plan: Assessment) -> dict[str, object]:
    return {"id": node.id, "status": plan.status(node), "standing_by": plan.stands_by(node)}


_SHEET = (
    "kind", "id", "title", "state", "owner", "probability", "probability_level", "impact", "impact_level", "exposure",
    "exposure_level", "high", "response", "review", "review_passed", "occurred", "closed", "threatens", "mitigated_by",
    "of", "holds", "since", "first_held", "says", "then", "activates", "activated",
)  # fmt: skip


def sheet(found: Register, plan: Assessment) -> list[Block]:
    """A row for each risk, then one for each contingency, every figure in a column of its own."""
    entries = [{"kind": "risk", **_risk(one, plan)} for one in found.risks]
    entries += [{"kind": "contingency", **_contingency(one, plan)} for one in found.contingencies]
    rows = tuple(Row(tuple(_exact(entry.get(name)) for name in _SHEET)) for entry in entries)
    return [Table(tuple(Column(name, name) for name in _SHEET), rows)]


def _exact(value: object) -> Cell:
    """A value as machines read it; of several things their ids."""
    if value is None or isinstance(value, (int, float)):
        return Cell("", value)
    if isinstance(value, list):
        return Cell(" ".join(entry["id"] if isinstance(entry, dict) else entry for entry in value))
    return Cell(str(value))
