"""Success metrics: where each KPI stands on a day, beside where it was to stand."""

from __future__ import annotations

from alignplan.analysis.kpis.age import age_days, is_stale, stale_after
from alignplan.analysis.kpis.goal import Goal, Mark
from alignplan.analysis.kpis.sources import bases
from alignplan.analysis.kpis.standing import KpiStanding, kpis_of_objectives, standings
from alignplan.analysis.kpis.state import KpiState

__all__ = [
    "Goal", "KpiStanding", "KpiState", "Mark", "age_days", "bases", "is_stale", "kpis_of_objectives",
    "stale_after", "standings",
]  # fmt: skip
