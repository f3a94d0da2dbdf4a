"""The work: tactics, their actions and milestones."""

from dataclasses import field

from alignplan.model.entry import Entry, Section, model, nothing
from alignplan.model.hedges import Contingency
from alignplan.model.values import (
    Afters,
    Allocations,
    Confirmations,
    Due,
    EffortField,
    ElapsedField,
    EndDay,
    Flag,
    Id,
    Ids,
    LengthField,
    Money,
    Moves,
    Priority,
    Share,
    Shares,
    StartDay,
    Text,
    Texts,
    Uses,
    Weight,
    Work,
)
from alignplan.model.words import Confidence, Status

__all__ = ["DRIVERS", "Action", "Budget", "Milestone", "Tactic"]

DRIVERS = ("effort", "duration", "elapsed")
"""What says how long an action takes: one of them at most."""


@model
class Budget:
    """Money of a tactic, in the plan's currency."""

    planned: Money | None = None
    """What it is to cost in all."""
    spent: Money | None = None
    """What it has cost so far."""


@model(
    rare=(
        *("description", "code", "notes", "tags", "links", "any_of", "skills", "duration", "elapsed"),
        *("remaining", "spent", "not_before", "split", "evidence"),
    )
)
class Action(Entry):
    """A piece of work that someone does."""

    owner: Id | None = None
    """A person or a team (left out: the tactic's)."""
    assigned: Allocations = ()
    """Who works on it, of a full day (left out: the owner, full capacity)."""
    any_of: Allocations = ()
    """Who may work on it: one of these, with all of `assigned`."""
    skills: Texts = ()
    """What those must be able to do who work on it: where no one is named, anyone who can."""
    status: Status | None = None
    """planned | active | paused | done | dropped; left out: from what has begun and finished."""
    effort: EffortField | None = None
    """Person-time of all together: `30d`, or `{low: 20d, likely: 30d, high: 55d}`."""
    duration: LengthField | None = None
    """Working time, where no one's work drives it: `6w`, or `{low: 4w, likely: 6w, high: 10w}`."""
    elapsed: ElapsedField | None = None
    """Calendar time, where no one's work drives it: `14d`, or `{low: 7d, likely: 14d, high: 30d}`."""
    remaining: Work | None = None
    """What is still to do of it, once it has begun (left out: by its progress)."""
    spent: Work | None = None
    """Person-time that it has taken so far."""
    uses: Uses = ()
    """Resources that it needs: one id, a list, or `{id: 2}` for more than one unit."""
    after: Afters = ()
    """What must come first."""
    not_before: StartDay | None = None
    """The first day on which it may begin."""
    split: Flag | None = None
    """`true`: it may be interrupted for other work."""
    progress: Share | None = None
    """How much of it is done."""
    start: StartDay | None = None
    """Planned first day."""
    due: Due | None = None
    """Planned last day: a wish, or a must, `{date: 2026-11-30, must: true}`."""
    started: StartDay | None = None
    """The day it began."""
    finished: EndDay | None = None
    """The day it was finished."""
    evidence: Text | None = None
    """What shows that it was done."""


@model(rare=("description", "code", "notes", "tags", "links", "not_before", "evidence"))
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
    not_before: StartDay | None = None
    """The first day on which it may be reached."""
    due: Due | None = None
    """Planned day: a wish, or a must, `{date: 2026-11-30, must: true}`."""
    progress: Share | None = None
    """100% when it is reached."""
    finished: EndDay | None = None
    """The day it was reached."""
    evidence: Text | None = None
    """What shows that it was reached."""


@model(rare=("code", "notes", "links", "confirmed", "not_before", "evidence"))
class Tactic(Entry):
    """Work that serves an objective."""

    supports: Shares = ()
    """The objectives it serves: one, a list, or `{objective: weight}`."""
    confirmed: Confirmations = ()
    """What its objectives meant when it was last confirmed against them; `alignplan confirm` writes it."""
    owner: Id | None = None
    """A person or a team."""
    start: StartDay | None = None
    """Planned first day (left out: its objectives')."""
    due: Due | None = None
    """Planned last day (left out: its objectives'): a wish, or a must, `{date: 2026-11-30, must: true}`."""
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
    uses: Uses = ()
    """Resources that it needs: one id, a list, or `{id: 2}` for more than one unit."""
    after: Afters = ()
    """Tactics, actions or milestones that must finish first."""
    not_before: StartDay | None = None
    """The first day on which any of it may begin."""
    actions: Section[Action] = field(default_factory=nothing)
    """Its pieces of work, by id."""
    milestones: Section[Milestone] = field(default_factory=nothing)
    """Its points to reach, by id."""
    contingencies: Section[Contingency] = field(default_factory=nothing)
    """What is done when it goes wrong, by id."""
    evidence: Text | None = None
    """What shows that it was done."""
