"""Which elements may stand in which, and in what order: all versions of Part 1 and Part 2 together."""

from __future__ import annotations

__all__ = ["ATTRIBUTES", "CHILDREN", "REPEATED"]

_CORE = ("Organization", "Vision", "Mission", "Value", "Goal")
_AIM = ("Name", "Description", "Identifier", "SequenceIndicator", "Stakeholder", "OtherInformation")
_RESULT = ("StartDate", "EndDate", "NumberOfUnits", "Descriptor", "Description")
_ROOT = (
    "Name",
    "Description",
    "OtherInformation",
    "StrategicPlanCore",
    "AdministrativeInformation",
    "Submitter",
)

CHILDREN: dict[str, tuple[str, ...]] = {
    "StrategicPlan": (*_ROOT, *_CORE),
    "PerformancePlanOrReport": (*_ROOT, *_CORE),
    "StrategicPlanCore": _CORE,
    "Organization": ("Name", "Acronym", "Identifier", "Description", "Stakeholder"),
    "Vision": ("Description", "Identifier"),
    "Mission": ("Description", "Identifier"),
    "Value": ("Name", "Description"),
    "Goal": (*_AIM, "PerformanceIndicator", "Objective"),
    "Objective": (*_AIM, "PerformanceIndicator"),
    "Stakeholder": ("Name", "Description", "Role"),
    "Role": ("Name", "Description", "RoleType"),
    "PerformanceIndicator": ("SequenceIndicator", "MeasurementDimension", "UnitOfMeasurement", "Identifier",
                             "Relationship", "MeasurementInstance", "OtherInformation"),
    "Relationship": ("Identifier", "ReferentIdentifier", "Name", "Description"),
    "MeasurementInstance": ("TargetResult", "ActualResult"),
    "TargetResult": _RESULT,
    "ActualResult": _RESULT,
    "Descriptor": ("DescriptorName", "DescriptorValue"),
    "AdministrativeInformation": ("Identifier", "StartDate", "EndDate", "PublicationDate", "Source", "Submitter"),
    "Submitter": ("Identifier", "GivenName", "FirstName", "Surname", "LastName", "PhoneNumber", "EmailAddress"),
}  # fmt: skip
"""Element → its lawful children in the order of the newest schema (2011 ordered results otherwise)."""

REPEATED = frozenset({
    "Organization", "Value", "Goal", "Objective", "Stakeholder", "Role", "RoleType", "PerformanceIndicator",
    "Relationship", "ReferentIdentifier", "MeasurementInstance", "TargetResult", "ActualResult", "Descriptor",
    "Submitter",
})  # fmt: skip
"""What may stand several times in one parent."""

ATTRIBUTES = frozenset({"StakeholderTypeType", "ValueChainStage", "PerformanceIndicatorType", "IndicatorType",
                        "RelationshipType", "Type"})  # fmt: skip
"""Attributes that are read; others are kept as they are."""
