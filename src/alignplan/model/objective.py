"""Objectives: long-term without a parent, short-term below one."""

from dataclasses import field
from typing import Annotated, Any

from alignplan.model.entry import Entry, Section, model, nothing
from alignplan.model.hedges import Contingency
from alignplan.model.measures import Kpi
from alignplan.model.values import Confirmations, Due, Flag, Id, Ids, Shares, StartDay, Text, Weight
from alignplan.model.values.marks import OneOf
from alignplan.model.words import Confidence, ObjectiveStatus

__all__ = ["Objective"]


def _form(value: Any) -> str:
    """A mapping holds KPIs of its own; a name or a list names shared ones."""
    return OWN if isinstance(value, dict) else SHARED


OWN, SHARED = "(own)", "(shared)"


@model
class Objective(Entry):
    """An ambition, and how one can tell that it is reached."""

    parent: Shares = ()
    """The objectives that it realizes: one, a list, or `{objective: weight}`; shown under the first."""
    confirmed: Confirmations = ()
    """What its parents meant when it was last confirmed against them; `alignplan confirm` writes it."""
    owner: Id | None = None
    """A person or a team."""
    start: StartDay | None = None
    """First day (left out: its parents')."""
    due: Due | None = None
    """Last day (left out: its parents'): a wish, or a must, `{date: 2026-11-30, must: true}`."""
    weight: Weight | None = None
    """Its share among its siblings."""
    strategic: Flag | None = None
    """`true`: it stands for itself, without a parent."""
    upholds: Ids = ()
    """Values that it lives."""
    responds_to: Ids = ()
    """Findings of the position that it answers."""
    satisfies: Ids = ()
    """Expectations that it meets."""
    kpis: Annotated[Section[Kpi] | Ids, OneOf(_form, {OWN: Section[Kpi], SHARED: Ids})] = field(
        default_factory=nothing
    )
    """Its success metrics: KPIs of its own by id, or a list of shared ones."""
    status: ObjectiveStatus | None = None
    """active (default) | paused | done | dropped."""
    confidence: Confidence | None = None
    """on track | at risk | off track, as its people see it."""
    contingencies: Section[Contingency] = field(default_factory=nothing)
    """What is done when it goes wrong, by id."""
    evidence: Text | None = None
    """What shows that it is reached."""
