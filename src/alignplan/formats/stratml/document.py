"""A StratML document as frozen data: what it says, cleaned, with empty shells and placeholder texts left out.

Texts are empty (never None) where the document has nothing. Both parts and all their versions fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import Enum

from alignplan.records import record

__all__ = ["Aim", "AimKind", "Descriptor", "Document", "Extra", "Indicator", "Organization", "Relationship", "Result",
           "ResultKind", "Role", "Stakeholder", "Statement", "Submitter", "Value"]  # fmt: skip


@record
class Extra:
    """What the schema does not know, as raw XML: whole elements, and attributes as `name="value"`."""

    attributes: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()


@record
class Role:
    """The part that a stakeholder plays in one place."""

    name: str
    description: str
    types: tuple[str, ...]
    """`Performer`, `Beneficiary`."""


@record
class Stakeholder:
    """A mention of a party in one place; the same party may be mentioned in many."""

    name: str
    type: str
    """`Person`, `Organization`, `Generic_Group`, or empty."""
    description: str
    roles: tuple[Role, ...]
    extra: Extra


@record
class Descriptor:
    """A word for a result: `Status = Adopted`."""

    name: str
    value: str


class ResultKind(Enum):
    """Which element a result is."""

    TARGET = "target"
    ACTUAL = "actual"


@record
class Result:
    """A target or an actual result, in words as written."""

    kind: ResultKind
    instance: int
    """Which MeasurementInstance of its indicator it stands in, from 0."""
    start: str
    end: str
    number: str
    text: str
    descriptors: tuple[Descriptor, ...]


@record
class Relationship:
    """How an indicator relates to another thing."""

    type: str
    identifier: str
    referents: tuple[str, ...]
    name: str
    description: str


@record
class Indicator:
    """A PerformanceIndicator."""

    code: str
    dimension: str
    unit: str
    identifier: str
    stage: str
    type: str
    old_type: str
    """The attribute `IndicatorType` of early documents."""
    notes: str
    relationships: tuple[Relationship, ...]
    results: tuple[Result, ...]
    extra: Extra


class AimKind(Enum):
    """Which element an aim is; the value is the word for people."""

    GOAL = "goal"
    OBJECTIVE = "objective"


@record
class Aim:
    """A Goal or an Objective."""

    kind: AimKind
    name: str
    description: str
    code: str
    identifier: str
    notes: str
    stakeholders: tuple[Stakeholder, ...]
    indicators: tuple[Indicator, ...]
    objectives: tuple[Aim, ...]
    extra: Extra


@record
class Organization:
    """Whose plan it is; a document may name several."""

    name: str
    acronym: str
    identifier: str
    description: str
    stakeholders: tuple[Stakeholder, ...]
    extra: Extra


@record
class Statement:
    """A vision or a mission."""

    text: str = ""
    identifier: str = ""
    extra: Extra = field(default_factory=Extra)


@record
class Value:
    """A value of the organization."""

    name: str
    description: str
    extra: Extra


@record
class Submitter:
    """Who put the document into this form: not its owner."""

    identifier: str = ""
    given_name: str = ""
    surname: str = ""
    phone: str = ""
    email: str = ""


@record
class Document:
    """One whole plan or report."""

    version: str
    """For people: `Part 2, ANSI/AIIM 22:2017`."""
    root: str
    namespace: str
    prefix: str
    schema: str
    stylesheet: str
    type: str
    """`Strategic_Plan`, `Performance_Plan`, `Performance_Report`, or empty."""
    name: str
    description: str
    notes: str
    organizations: tuple[Organization, ...]
    vision: Statement
    mission: Statement
    values: tuple[Value, ...]
    goals: tuple[Aim, ...]
    identifier: str
    start: str
    end: str
    published: str
    source: str
    submitters: tuple[Submitter, ...]
    extra: Extra

    def aims(self) -> Iterator[tuple[Aim, Aim | None]]:
        """Every goal and objective in document order, each with the goal that it stands under."""
        for goal in self.goals:
            yield goal, None
            for objective in goal.objectives:
                yield objective, goal
