"""The model of the entries of each section."""

from __future__ import annotations

from typing import Any

from alignplan.model.decisions import Decision
from alignplan.model.hedges import Risk
from alignplan.model.kinds import Kind
from alignplan.model.measures import Kpi
from alignplan.model.objective import Objective
from alignplan.model.people import Calendar, Person, Resource, Team
from alignplan.model.position import PositionFinding, Stakeholder, Value
from alignplan.model.work import Tactic

__all__ = ["MODELS"]

MODELS: dict[Kind, Any] = {
    Kind.VALUE: Value,
    Kind.FINDING: PositionFinding,
    Kind.STAKEHOLDER: Stakeholder,
    Kind.TEAM: Team,
    Kind.PERSON: Person,
    Kind.RESOURCE: Resource,
    Kind.CALENDAR: Calendar,
    Kind.OBJECTIVE: Objective,
    Kind.TACTIC: Tactic,
    Kind.KPI: Kpi,
    Kind.RISK: Risk,
    Kind.DECISION: Decision,
}
