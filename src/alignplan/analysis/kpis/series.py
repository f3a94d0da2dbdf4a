"""Where a KPI's values come from: its own measurements, or the series of another KPI."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from alignplan.analysis.dates import Span
from alignplan.analysis.kpis.goal import Mark
from alignplan.graph.circles import components
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.model.kinds import Kind
from alignplan.model.measures import Kpi
from alignplan.model.values import Point

__all__ = ["Measured", "bases", "measured"]

_KPIS = frozenset((Kind.KPI,))


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured up to a day: unit, baseline, actuals in the order of their days."""

    unit: str | None = None
    baseline: Mark | None = None
    actuals: tuple[Point, ...] = ()
    gap: str = ""
    """Why the actuals are not known, in words; empty where they are."""


def bases(graph: PlanGraph, kpis: Iterable[Node]) -> dict[str, str | None]:
    """KPI → the KPI that its `series` names (none: it names none, or none that is there); in the order of `kpis`."""
    found: dict[str, str | None] = {}
    for node in kpis:
        ref = node.model.series
        base = graph.resolve(Reference(node, "series", ref, _KPIS, ("series",))) if ref else None
        found[node.id] = base.id if base is not None and base.kind is Kind.KPI else None
    return found


def measured(
    kpis: dict[str, Node], base_of: dict[str, str | None], span_of: Callable[[Node], Span], today: date
) -> dict[str, Measured]:
    """The effective measurements of all KPIs.

    A KPI with a `series` takes baseline, unit and actuals of that KPI where it states none of its own. What is dated
    later than `today` is left out. A series that runs in a circle, or is not there, has no values.
    """
    found: dict[str, Measured] = {}
    for part in components({id: [base] if base else [] for id, base in base_of.items()}):
        circle = len(part) > 1 or base_of[part[0]] == part[0]
        for id in part:
            own = _own(kpis[id].model, span_of(kpis[id]), today)
            if circle:
                found[id] = replace(own, actuals=(), gap="its `series` runs in a circle")
            elif kpis[id].model.series:
                base = base_of[id]
                found[id] = _with(own, found[base]) if base else replace(own, gap="its `series` is not there")
            else:
                found[id] = own
    return found


def _own(kpi: Kpi, span: Span, today: date) -> Measured:
    stated = kpi.baseline
    baseline = Mark(stated.value, stated.date or span.start) if stated is not None else None
    gap = _gap(kpi)
    points = kpi.actuals if isinstance(kpi.actuals, tuple) and not gap else ()
    return Measured(kpi.unit, baseline, tuple([point for point in points if point.day <= today]), gap)


def _gap(kpi: Kpi) -> str:
    if kpi.numerator or kpi.denominator or kpi.sum or kpi.mean:
        return "values that are computed from other KPIs are not known yet"
    if kpi.aggregate is not None:
        return "values that are aggregated over a period are not known yet"
    return ""


def _with(own: Measured, base: Measured) -> Measured:
    if own.gap or own.actuals:
        return replace(own, unit=own.unit or base.unit, baseline=own.baseline or base.baseline)
    return Measured(own.unit or base.unit, own.baseline or base.baseline, base.actuals, base.gap)
