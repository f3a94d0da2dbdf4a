"""Where the organization stands, what it values, whom it serves."""

from dataclasses import field

from alignplan.model.entry import Entry, Section, model, nothing
from alignplan.model.values import EndDay, Text
from alignplan.model.words import Area, FindingKind, Level

__all__ = ["Expectation", "PositionFinding", "Stakeholder", "Value"]


@model
class Value(Entry):
    """What the organization stands for."""


@model
class PositionFinding(Entry):
    """A finding about where the organization stands: a strength, weakness, opportunity or threat."""

    kind: FindingKind | None = None
    """strength | weakness | opportunity | threat"""
    area: Area | None = None
    """What it is about: market, competitor, customer, operations …"""
    impact: Level | None = None
    """How much it matters: low | medium | high."""
    as_of: EndDay | None = None
    """The day on which it was true."""
    evidence: Text | None = None
    """Where it is known from."""
    forecast: Text | None = None
    """What is expected to become of it."""


@model
class Expectation(Entry):
    """What a stakeholder expects."""


@model
class Stakeholder(Entry):
    """Someone with a stake in the plan."""

    influence: Level | None = None
    """How much weight their word has: low | medium | high."""
    interest: Level | None = None
    """How much the plan matters to them: low | medium | high."""
    expectations: Section[Expectation] = field(default_factory=nothing)
    """What they expect, by id."""
