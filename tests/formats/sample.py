"""Small StratML documents made for the tests."""

from __future__ import annotations

from typing import Any

import yaml

from alignplan.formats.interface import Imported
from alignplan.formats.stratml import IMPORTER

PART_2 = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
PART_2_OF_2011 = "http://www.stratml.net/PerformancePlanOrReport"
PART_1 = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
PART_1_OF_2009 = "http://www.stratml.net"


def report(
    core: str, *, head: str = "<Name>Harbour plan</Name>", tail: str = "", namespace: str = PART_2
) -> bytes:
    """A Part 2 document around the inside of its StrategicPlanCore."""
    xmlns = f' xmlns="{namespace}"' if namespace else ""
    return (
        f"<PerformancePlanOrReport{xmlns} Type='Strategic_Plan'>{head}<StrategicPlanCore>{core}</StrategicPlanCore>"
        f"{tail}</PerformancePlanOrReport>"
    ).encode()


def objective(inside: str, *, name: str = "Dredge") -> bytes:
    """A document with one Objective, whose inside is given, in the Goal `Depth`."""
    return report(f"<Goal><Name>Depth</Name><Objective><Name>{name}</Name>{inside}</Objective></Goal>")


def indicator(inside: str, attributes: str = "") -> bytes:
    """A document with one PerformanceIndicator."""
    return objective(f"<PerformanceIndicator {attributes}>{inside}</PerformanceIndicator>")


def imported(source: bytes, *, name: str = "harbour.xml", levels_from_codes: bool = False) -> Imported:
    return IMPORTER.convert(source, name=name, levels_from_codes=levels_from_codes)


def plan(source: bytes, *, name: str = "harbour.xml", levels_from_codes: bool = False) -> dict[str, Any]:
    """The plan in a document, all its files together, every scalar as text."""
    whole: dict[str, Any] = {}
    for text in imported(source, name=name, levels_from_codes=levels_from_codes).files.values():
        whole |= yaml.load(text, Loader=yaml.CBaseLoader)
    return whole


def kpi(source: bytes) -> dict[str, Any]:
    """The only KPI of the objective `dredge`."""
    (only,) = plan(source)["objectives"]["dredge"]["kpis"].values()
    return dict(only)
