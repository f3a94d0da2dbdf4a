"""Which version of StratML a document is, told by its root and namespace alone; all others are refused."""

from __future__ import annotations

from alignplan.formats.stratml.element import Element
from alignplan.formats.stratml.read import refuse

__all__ = ["NAMESPACES", "recognize"]

_PARTS = {"StrategicPlan": "Part 1", "PerformancePlanOrReport": "Part 2"}

NAMESPACES = {
    "": "no namespace",
    "http://www.stratml.net": "ANSI/AIIM 21:2009",
    "urn:ISO:std:iso:17469:tech:xsd:stratml_core": "ISO 17469-1",
    "http://www.stratml.net/PerformancePlanOrReport": "ANSI/AIIM 22:2011",
    "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport": "ANSI/AIIM 22:2017",
}
"""The namespaces of what can be read, each with the name of its standard."""

_PART_3 = "urn:schemas:AIIM:org:03201408:AdditionalElements"
_OTHERS = {_PART_3: "StratML Part 3", "http://schemas.stratml.us/3.5": "StratML 3.5"}


def recognize(root: Element, *, name: str) -> str:
    """The version in words (`Part 1, ISO 17469-1`); raises the refusal, with the namespace, of anything else."""
    part = _PARTS.get(root.name)
    namespace = f"namespace {root.namespace}" if root.namespace else "no namespace"
    other = _other(root)
    if part is None or other or root.namespace not in NAMESPACES:
        what = other or f"a document with the root `{root.name}`"
        reason = f"{what} ({namespace}) cannot be imported; StratML Part 1 and Part 2 can"
        raise refuse(name, reason, root.line, root.column)
    return f"{part}, {NAMESPACES[root.namespace]}"


def _other(root: Element) -> str:
    if root.namespace in _OTHERS:
        return _OTHERS[root.namespace]
    if root.name == "OrganizationalStrategyDocument":
        return "StratML 3.5"
    if (
        root.name in _PARTS
        and not root.namespace
        and any(child.name == "NameDescription" for child in root.children)
    ):
        return "StratML Part 3"
    return ""
