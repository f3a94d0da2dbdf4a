"""KPIs one by one: where each stands, where it was to stand today, and what is likely to come of it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.forecast.target import Forecast, foretold
from alignplan.analysis.kpis.goal import expected
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.selectors.choice import Choice
from alignplan.records import record

__all__ = ["KpiOutlook", "outlooks"]


@record
class KpiOutlook:
    """A KPI on a day."""

    kpi: KpiStanding
    planned: float | None
    """The planned path today, in its unit."""
    forecast: Forecast | None
    gap: str
    """Why there is no forecast, in a few words; empty where there is one."""


def outlooks(plan: Assessment, choice: Choice, without: Choice | None = None) -> Iterator[KpiOutlook]:
    """The chosen KPIs in the order of the plan, and those that measure a chosen objective; not those of `without`."""
    for kpi in plan.kpis.values():
        if _covers(choice, kpi) and not (without is not None and _covers(without, kpi)):
            found = foretold(kpi, plan.today)
            yield KpiOutlook(kpi, expected(kpi.goal, plan.today), found.forecast, found.gap)


def _covers(choice: Choice, kpi: KpiStanding) -> bool:
    return kpi.node in choice or any(objective in choice for objective in kpi.objectives)
