"""Which keys are known where: read off the models."""

from __future__ import annotations

from typing import Any

from alignplan.model import hedges, measures, people, plan, position, work
from alignplan.model.cores import key_of, kinds_of
from alignplan.model.kinds import CHILDREN, ROOT_ONLY, SECTIONS, Kind
from alignplan.model.sections import MODELS
from alignplan.model.values import DUE_KEYS, EFFORT_KEYS, MOVE_KEYS, POINT_KEYS

__all__ = ["CHILD_MODELS", "field_names", "known_fields"]

CHILD_MODELS: dict[Kind, Any] = {
    Kind.EXPECTATION: position.Expectation,
    Kind.KPI: measures.Kpi,
    Kind.CONTINGENCY: hedges.Contingency,
    Kind.ACTION: work.Action,
    Kind.MILESTONE: work.Milestone,
}
"""The models of entries that stand inside others; KPIs may stand alone as well."""
_HEADS: dict[str, Any] = {"plan": plan.Plan, "lint": plan.Lint}
_INNER: dict[str, Any] = {
    "baseline": measures.Baseline,
    "target": measures.Target,
    "range": measures.Bounds,
    "budget": work.Budget,
    "when": hedges.Trigger,
    "any": hedges.Trigger,
    "all": hedges.Trigger,
    "leave": people.Absence,
    "horizon": plan.Horizon,
    "health": plan.Bands,
}


_SMALL = {"effort": EFFORT_KEYS, "duration": EFFORT_KEYS, "elapsed": EFFORT_KEYS, "due": DUE_KEYS}


def field_names(model: Any) -> list[str]:
    """The keys of a model as they are written in a file."""
    return [key_of(entry, kind) for entry, kind in kinds_of(model)]


def known_fields(route: tuple[str | int, ...]) -> list[str]:
    """The keys that are known in the mapping at `route`."""
    if not route:
        return [*ROOT_ONLY, *SECTIONS]
    steps = tuple(step for step in route if isinstance(step, str))
    model = _model_at(steps)
    return field_names(model) if model is not None else list(_small(steps))


def _small(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a mapping that is no model: three points, a must, a move, a measurement with its note."""
    if steps[-1] in _SMALL:
        return _SMALL[steps[-1]]
    above = steps[-2] if len(steps) > 1 else ""
    return {"moves": MOVE_KEYS, "actuals": POINT_KEYS, "checkpoints": POINT_KEYS}.get(above, ())


def _model_at(steps: tuple[str, ...]) -> Any:
    """The model of what stands there; an item may be called like a field."""
    kind = SECTIONS.get(steps[0])
    if kind is None:
        return _HEADS.get(steps[0]) if len(steps) == 1 else _INNER.get(steps[-1])
    if len(steps) == 2:
        return MODELS[kind]
    children = dict(CHILDREN.get(kind, ()))
    if len(steps) == 4 and steps[2] in children:
        return CHILD_MODELS[children[steps[2]]]
    return _INNER.get(steps[-1]) if len(steps) > 2 else None
