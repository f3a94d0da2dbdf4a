"""The work: tactics, their actions and milestones."""

from dataclasses import field

from alignplan.model.entry import Entry, Section, model, nothing
from alignplan.model.hedges import Contingency
from alignplan.model.values import (
    Afters,
    Allocations,
    EffortField,
    EndDay,
    Id,
    Ids,
    Money,
    Moves,
    Priority,
    Share,
    Shares,
    StartDay,
    Text,
    Weight,
    Work,
)
from alignplan.model.words import Confidence, Status

__all__ = ["Action", "Budget", "Milestone", "Tactic"]


@model
class Budget:
    """Money of a tactic, in the plan's currency."""

    planned: Money | None = None
    """What it is to cost in all."""
    spent: Money | None = None
    """What it has cost so far."""


@model
class Action(Entry):
    """A piece of work that someone does."""

    owner: Id | None = None
    """A person or a team (left out: the tactic's)."""
    assigned: Allocations = ()
    """Who works on it, of a full day (left out: the owner, full capacity)."""
    status: Status | None = None
    """planned | active | paused | done | dropped; left out: from what has begun and finished."""
    effort: EffortField | None = None
    """Person-time of all together: `30d`, or `{low: 20d, likely: 30d, high: 55d}`."""
    duration: Work | None = None
    """Working time, where no one's work drives it."""
    elapsed: Work | None = None
    """Calendar time, where no one's work drives it."""
    uses: Ids = ()
    """Resources that it needs."""
    after: Afters = ()
    """What must come first."""
    progress: Share | None = None
    """How much of it is done."""
    start: StartDay | None = None
    """Planned first day."""
    due: EndDay | None = None
    """Planned last day."""
    started: StartDay | None = None
    """The day it began."""
    finished: EndDay | None = None
    """The day it was finished."""
    evidence: Text | None = None
    """What shows that it was done."""


@model
class Milestone(Entry):
    """A point that is reached or not."""

    owner: Id | None = None
    """A person or a team (left out: the tactic's)."""
    criterion: Text | None = None
    """How one can tell that it is reached."""
    status: Status | None = None
    """planned | active | paused | done | dropped."""
    after: Afters = ()
    """What must come first."""
    due: EndDay | None = None
    """Planned day."""
    progress: Share | None = None
    """100% when it is reached."""
    finished: EndDay | None = None
    """The day it was reached."""
    evidence: Text | None = None
    """What shows that it was reached."""


@model
class Tactic(Entry):
    """Work that serves an objective."""

    supports: Shares = ()
    """The objectives it serves: one, a list, or `{objective: weight}`."""
    owner: Id | None = None
    """A person or a team."""
    start: StartDay | None = None
    """Planned first day (left out: its objectives')."""
    due: EndDay | None = None
    """Planned last day (left out: its objectives')."""
    started: StartDay | None = None
    """The day it began."""
    finished: EndDay | None = None
    """The day it was finished."""
    status: Status | None = None
    """planned | active | paused | done | dropped; left out: from the actions."""
    confidence: Confidence | None = None
    """on track | at risk | off track, as its people see it."""
    priority: Priority | None = None
    """low | medium | high, or 0 to 1000 (250, 500, 750)."""
    weight: Weight | None = None
    """Its share among its objective's tactics."""
    progress: Share | None = None
    """How much is done, where it has neither actions nor milestones."""
    budget: Budget | None = None
    """Money planned and spent."""
    moves: Moves = ()
    """The change in KPIs that this tactic alone brings."""
    upholds: Ids = ()
    """Values that it lives."""
    responds_to: Ids = ()
    """Findings of the position that it answers."""
    satisfies: Ids = ()
    """Expectations that it meets."""
    uses: Ids = ()
    """Resources that it needs."""
    after: Afters = ()
    """Tactics, actions or milestones that must finish first."""
    actions: Section[Action] = field(default_factory=nothing)
    """Its pieces of work, by id."""
    milestones: Section[Milestone] = field(default_factory=nothing)
    """Its points to reach, by id."""
    contingencies: Section[Contingency] = field(default_factory=nothing)
    """What is done when it goes wrong, by id."""
    evidence: Text | None = None
    """What shows that it was done."""
