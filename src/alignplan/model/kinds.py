"""The kinds of items, the sections they stand in, and how a route through a file becomes an address."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["CHILDREN", "ROOT_ONLY", "SECTIONS", "Kind", "addressed"]


class Kind(StrEnum):
    """What an item is. A `finding` is an entry of `position`."""

    PLAN = "plan"
    VALUE = "value"
    FINDING = "finding"
    STAKEHOLDER = "stakeholder"
    EXPECTATION = "expectation"
    TEAM = "team"
    PERSON = "person"
    RESOURCE = "resource"
    CALENDAR = "calendar"
    OBJECTIVE = "objective"
    KPI = "kpi"
    TACTIC = "tactic"
    ACTION = "action"
    MILESTONE = "milestone"
    CONTINGENCY = "contingency"
    RISK = "risk"
    DECISION = "decision"


SECTIONS = {
    "values": Kind.VALUE,
    "position": Kind.FINDING,
    "stakeholders": Kind.STAKEHOLDER,
    "teams": Kind.TEAM,
    "people": Kind.PERSON,
    "resources": Kind.RESOURCE,
    "calendars": Kind.CALENDAR,
    "objectives": Kind.OBJECTIVE,
    "tactics": Kind.TACTIC,
    "kpis": Kind.KPI,
    "risks": Kind.RISK,
    "decisions": Kind.DECISION,
}
"""Sections of a plan file, in the order in which they are shown."""

CHILDREN: dict[Kind, tuple[tuple[str, Kind], ...]] = {
    Kind.STAKEHOLDER: (("expectations", Kind.EXPECTATION),),
    Kind.OBJECTIVE: (("kpis", Kind.KPI), ("contingencies", Kind.CONTINGENCY)),
    Kind.TACTIC: (
        ("actions", Kind.ACTION),
        ("milestones", Kind.MILESTONE),
        ("contingencies", Kind.CONTINGENCY),
    ),
    Kind.RISK: (("contingencies", Kind.CONTINGENCY),),
}
"""Sections inside an item, whose entries are addressed `parent/child`."""

ROOT_ONLY = ("alignplan", "plan", "include", "lint")
"""Keys that stand in the root file only."""

_INNER = {kind: {section for section, _ in inner} for kind, inner in CHILDREN.items()}


def addressed(route: tuple[str | int, ...]) -> tuple[str, str]:
    """The address of the item that a route runs through, and the field below it; empty where there is none."""
    if not route:
        return "", ""
    if route[0] == "plan":
        return "plan", "/".join(map(str, route[1:]))
    kind = SECTIONS.get(str(route[0]))
    if kind is None or len(route) < 2:
        return "", "/".join(map(str, route))
    item, rest = str(route[1]), route[2:]
    if len(rest) >= 2 and rest[0] in _INNER.get(kind, ()) and isinstance(rest[1], str):
        item, rest = f"{item}/{rest[1]}", rest[2:]
    return item, str(rest[0]) if rest else ""
