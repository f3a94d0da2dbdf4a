"""The plan itself, the settings of its checks, and a plan file as a whole."""

from dataclasses import field
from typing import Annotated

from alignplan.model.decisions import Decision
from alignplan.model.entry import Entry, Section, SettingsOf, Several, model, nothing, without_nothing
from alignplan.model.hedges import Risk
from alignplan.model.measures import Kpi
from alignplan.model.objective import Objective
from alignplan.model.people import Calendar, Person, Resource, Team
from alignplan.model.position import PositionFinding, Stakeholder, Value
from alignplan.model.values import (
    FROM_ZERO_SCHEMA,
    EndDay,
    Id,
    Month,
    Percent,
    Quantity,
    StartDay,
    Text,
    Texts,
    Version,
    fault,
)
from alignplan.model.values.marks import Before, Named, Shown
from alignplan.model.words import Meaning
from alignplan.model.work import Tactic

__all__ = ["Bands", "Horizon", "Lint", "Plan", "PlanFile"]


@model
class Horizon:
    """The time that the plan is about."""

    start: StartDay | None = None
    """First day."""
    due: EndDay | None = None
    """Last day."""


@model
class Bands:
    """The bands of health, in percent, and the tolerance, in points."""

    on_track: Percent = 90.0
    """On track from here."""
    at_risk: Percent = 70.0
    """At risk from here, off track below."""
    tolerance: Quantity = 3.0
    """So many points behind are still on track; twice as many, at risk."""

    def _checked(self) -> "Bands":
        if self.at_risk > self.on_track:
            raise fault("E006", "`at_risk` is above `on_track`", "write at_risk ≤ on_track", ("at_risk",))
        return self


@model
class Plan(Entry):
    """What the plan is about."""

    organization: Text | None = None
    """Whose plan it is."""
    vision: Text | None = None
    """What the world looks like when it has succeeded."""
    mission: Text | None = None
    """What it is there for."""
    horizon: Horizon | None = None
    """First and last day."""
    currency: Text | None = None
    """Of every amount of money, such as EUR."""
    language: Text | None = None
    """Of its titles, such as en."""
    calendar: Id | None = None
    """The default calendar."""
    year_starts: Month | None = None
    """The month, 1 to 12, in which the fiscal year starts."""
    health: Annotated[Bands | None, Before(without_nothing)] = None
    """The bands of health."""


# `check` reads these two itself, so that one wrong word leaves the other settings in force.
SeverityWord = Annotated[Text, Shown({"enum": ["error", "warning", "info"]})]
ThresholdText = Annotated[
    Text,
    Shown({"anyOf": [FROM_ZERO_SCHEMA, {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? *%$"}]}),
]


@model
class Lint:
    """The settings of `check`; see the rules."""

    select: Texts | None = None
    """Rules to run: codes, names or prefixes."""
    extend_select: Annotated[Texts, Named("extend-select")] = ()
    """Rules to run as well."""
    ignore: Texts = ()
    """Rules not to run."""
    severity: Annotated[dict[str, SeverityWord], SettingsOf] = field(default_factory=nothing)
    """error | warning | info by rule."""
    per_file: Annotated[dict[str, Texts], SettingsOf, Named("per-file")] = field(default_factory=nothing)
    """Rules not to run, by glob of files."""
    thresholds: Annotated[dict[str, ThresholdText], SettingsOf] = field(default_factory=nothing)
    """Numbers by rule: `A109` or `A110.high`."""
    suspect: Several[Meaning] | None = None
    """What of an objective makes its links suspect when it changes: title, description, kpis, dates; all four."""


@model
class PlanFile:
    """A plan file: the same sections in every one, split as a team likes."""

    alignplan: Version | None = None
    """The version of the format: 1. In the root file only."""
    plan: Plan | None = None
    """What the plan is about. In the root file only."""
    include: Texts = ()
    """Globs of the plan's other files, relative to the root file. In the root file only."""
    values: Section[Value] = field(default_factory=nothing)
    """What the organization stands for."""
    position: Section[PositionFinding] = field(default_factory=nothing)
    """Where the organization stands."""
    stakeholders: Section[Stakeholder] = field(default_factory=nothing)
    """Who has a stake in it, and what they expect."""
    teams: Section[Team] = field(default_factory=nothing)
    """Groups of people."""
    people: Section[Person] = field(default_factory=nothing)
    """Who does the work."""
    resources: Section[Resource] = field(default_factory=nothing)
    """What the work needs."""
    calendars: Section[Calendar] = field(default_factory=nothing)
    """When work is done."""
    objectives: Section[Objective] = field(default_factory=nothing)
    """Long-term and short-term objectives."""
    tactics: Section[Tactic] = field(default_factory=nothing)
    """The work that serves them."""
    kpis: Section[Kpi] = field(default_factory=nothing)
    """Success metrics that several objectives share."""
    risks: Section[Risk] = field(default_factory=nothing)
    """What may go wrong."""
    decisions: Section[Decision] = field(default_factory=nothing)
    """What was decided, and why."""
    lint: Lint | None = None
    """The settings of `check`. In the root file only."""
