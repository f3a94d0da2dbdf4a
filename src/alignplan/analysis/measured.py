"""Whether one can tell that an objective is reached: the column *measured* of `gaps`, and rules M201 and M202."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.needs import Need
from alignplan.graph.nodes import Node

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Missing", "has_kpis", "measured", "missing"]


class Missing(StrEnum):
    """What a KPI does without, by the field that would hold it."""

    TARGET = "target"
    UNIT = "unit"
    BASELINE = "baseline"
    OWNER = "owner"


def has_kpis(objective: Node) -> bool:
    """Whether an objective states a KPI, its own or a shared one (M201)."""
    return bool(objective.model.kpis)


def missing(kpi: KpiStanding) -> tuple[Missing, ...]:
    """What a KPI lacks: a target or a range, a unit, a baseline (a range needs none), an owner (M202).

    Unit and baseline may come from its `series`, the owner from an objective that it measures.
    """
    ranged = kpi.node.model.range is not None
    here = {
        Missing.TARGET: ranged or kpi.node.model.target is not None,
        Missing.UNIT: bool(kpi.unit),
        Missing.BASELINE: ranged or kpi.baseline is not None,
        Missing.OWNER: kpi.owner is not None,
    }
    return tuple(field for field, there in here.items() if not there)


def measured(plan: Assessment, objective: Node) -> Need:
    """A live objective has a KPI, and each of its KPIs has a target or a range, and a unit."""
    if not plan.live(objective):
        return Need.NOT_ASKED
    vital = (Missing.TARGET, Missing.UNIT)
    whole = all(field not in vital for kpi in plan.kpis_of(objective) for field in missing(kpi))
    return Need.MET if whole and has_kpis(objective) else Need.MISSING
