"""Which keys are known where: read off the models."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pydantic.fields import FieldInfo

from alignplan.model import hedges, measures, people, plan, position, work
from alignplan.model.kinds import CHILDREN, ROOT_ONLY, SECTIONS, Kind
from alignplan.model.sections import MODELS

__all__ = ["CHILD_MODELS", "field_names", "known_fields"]

CHILD_MODELS: dict[Kind, Any] = {
    Kind.EXPECTATION: position.Expectation,
    Kind.KPI: measures.Kpi,
    Kind.CONTINGENCY: hedges.Contingency,
    Kind.ACTION: work.Action,
    Kind.MILESTONE: work.Milestone,
}
"""The models of entries that stand inside others; KPIs may stand alone as well."""
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


def field_names(model: Any) -> list[str]:
    """The keys of a model as they are written in a file."""
    return [_written(model, entry.name) for entry in fields(model)]


def _written(model: Any, name: str) -> str:
    info = model.__pydantic_fields__.get(name)
    return info.alias if isinstance(info, FieldInfo) and info.alias else name


def known_fields(route: tuple[str | int, ...]) -> list[str]:
    """The keys that are known in the mapping at `route`."""
    if not route:
        return [*ROOT_ONLY, *SECTIONS]
    model = _model_at(tuple(step for step in route if isinstance(step, str)))
    return field_names(model) if model is not None else []


def _model_at(steps: tuple[str, ...]) -> Any:
    if steps[-1] in _INNER and len(steps) > 1:
        return _INNER[steps[-1]]
    if steps[0] in ("plan", "lint"):
        return {"plan": plan.Plan, "lint": plan.Lint}[steps[0]]
    kind = SECTIONS.get(steps[0])
    if kind is None:
        return None
    if len(steps) == 4:
        return CHILD_MODELS.get(dict(CHILDREN.get(kind, ())).get(steps[2], kind))
    return MODELS[kind] if len(steps) == 2 else None
