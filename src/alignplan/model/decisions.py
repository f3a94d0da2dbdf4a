"""What was decided, and why."""

from alignplan.model.entry import Entry, model
from alignplan.model.values import EndDay, Id, Ids, Text
from alignplan.model.words import DecisionStatus, ProposalKind

__all__ = ["Decision"]


@model
class Decision(Entry):
    """What was decided about the plan, and why."""

    date: EndDay | None = None
    """The day of the decision."""
    status: DecisionStatus | None = None
    """accepted (default) | dismissed."""
    owner: Id | None = None
    """Who decided it: a person or a team."""
    about: Ids = ()
    """The items that it is about."""
    why: Text | None = None
    """The reason."""
    evidence: Text | None = None
    """The figures that it rests on, as they were on that day."""
    proposal: ProposalKind | None = None
    """What `recalibrate` proposed: activate | re-phase | stop | re-weight | staff | move."""
    seen: Text | None = None
    """The mark of that evidence: the proposal stays away until the figures say something else."""
