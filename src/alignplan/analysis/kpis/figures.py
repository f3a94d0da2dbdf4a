"""The figures of a KPI by the names that JSON answers have for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.kpis.age import age_days
from alignplan.analysis.kpis.standing import KpiStanding

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["figures"]


def figures(kpi: KpiStanding, plan: Assessment) -> dict[str, object]:
    """Where it stands. Values are in its unit, percentages have 100 = all, and what is unknown is `None`."""
    return {
        "id": kpi.id,
        "of": [objective.id for objective in kpi.objectives],
        "title": kpi.node.title,
        "unit": kpi.unit,
        "baseline": kpi.baseline.value if kpi.baseline is not None else None,
        "target": kpi.target.value if kpi.target is not None else None,
        "low": kpi.low,
        "high": kpi.high,
        "actual": kpi.actual.value if kpi.actual is not None else None,
        "date": kpi.actual.day if kpi.actual is not None else None,
        "attainment": kpi.attainment,
        "expected": kpi.expected,
        "against_plan": kpi.against_plan,
        "state": kpi.state,
        "reason": kpi.reason,
        "age_days": age_days(kpi, plan.today),
        "stale": plan.is_stale(kpi),
    }
