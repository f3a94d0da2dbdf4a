"""The closed sets of words of the format."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Aggregate", "Area", "Basis", "Confidence", "DecisionStatus", "Direction", "FindingKind", "Frequency", "KpiKind",
    "Level", "ObjectiveStatus", "PathKind", "PeriodKind", "ProposalKind", "Response", "Status", "Weekday",
]  # fmt: skip


class Status(StrEnum):
    """Where a piece of work stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"


class ObjectiveStatus(StrEnum):
    """Where an objective stands: active where nothing is said."""

    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"


class Confidence(StrEnum):
    """What the people who do it think of it."""

    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"


class Level(StrEnum):
    """Low, medium, high."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class FindingKind(StrEnum):
    """What a finding about the organization's position is."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


class Area(StrEnum):
    """What a finding about the organization's position is about."""

    MARKET = "market"
    COMPETITOR = "competitor"
    CUSTOMER = "customer"
    OPERATIONS = "operations"
    TECHNOLOGY = "technology"
    PEOPLE = "people"
    FINANCE = "finance"
    POLITICAL = "political"
    ECONOMIC = "economic"
    SOCIAL = "social"
    LEGAL = "legal"
    ENVIRONMENTAL = "environmental"


class Frequency(StrEnum):
    """How often a KPI is measured."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class Aggregate(StrEnum):
    """How the actuals of a period become one value."""

    SUM = "sum"
    MEAN = "mean"


class PeriodKind(StrEnum):
    """The calendar period of an aggregate."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class PathKind(StrEnum):
    """The planned path between checkpoints: straight, or each held until the next."""

    STRAIGHT = "straight"
    STEP = "step"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"


class KpiKind(StrEnum):
    """Whether a KPI tells early or late."""

    LEADING = "leading"
    LAGGING = "lagging"


class Basis(StrEnum):
    """What the bound of a trigger is a percentage of."""

    PLAN = "plan"


class Response(StrEnum):
    """What is done about a risk."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class DecisionStatus(StrEnum):
    """What became of a proposal, or of any idea: accepted where nothing is said."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class ProposalKind(StrEnum):
    """What `recalibrate` proposes."""

    ACTIVATE = "activate"
    RE_PHASE = "re-phase"
    STOP = "stop"
    RE_WEIGHT = "re-weight"
    STAFF = "staff"
    MOVE = "move"


class Meaning(StrEnum):
    """What of an objective says what it means to those that serve it; `dates` are `start` and `due`."""

    TITLE = "title"
    DESCRIPTION = "description"
    KPIS = "kpis"
    DATES = "dates"


class Weekday(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
