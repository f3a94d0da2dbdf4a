"""The values of every KPI: its own measurements, those of another KPI, or what is computed from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from alignplan.analysis.dates import Span
from alignplan.analysis.kpis.goal import Mark
from alignplan.analysis.kpis.measured import Measured
from alignplan.analysis.kpis.sources import Source
from alignplan.graph.nodes import Node
from alignplan.model.measures import Kpi

__all__ = ["measured"]


def measured(
    kpis: Mapping[str, Node],
    of: Mapping[str, Source],
    span_of: Callable[[Node], Span],
    year_starts: int,
    today: date,
) -> dict[str, Measured]:
    """The values of all KPIs; what is dated later than `today` is left out.

    `of` says what KPIs are made of, those that are made of others. A year begins with the month `year_starts`.
    """
    own = {id: _own(node.model, span_of(node), today) for id, node in kpis.items()}
    if not of and all(node.model.aggregate is None for node in kpis.values()):
        return own
    from alignplan.analysis.kpis.computed import computed

    return computed(kpis, of, own, year_starts, today)


def _own(kpi: Kpi, span: Span, today: date) -> Measured:
    stated = kpi.baseline
    baseline = Mark(stated.value, stated.date or span.start) if stated is not None else None
    points = kpi.actuals if isinstance(kpi.actuals, tuple) else ()
    known = tuple([point for point in points if point.day <= today])
    return Measured(kpi.unit, baseline, known, last=known[-1].day if known else None)
