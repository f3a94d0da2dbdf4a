"""What if it goes wrong: risks, contingencies and their triggers."""

from __future__ import annotations

from dataclasses import field, fields
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from alignplan.model.entry import Entry, Section, model, nothing
from alignplan.model.values import (
    Amount,
    Count,
    EndDay,
    Flag,
    Id,
    Ids,
    Impact,
    Share,
    Text,
    Work,
    as_list,
    fault,
)
from alignplan.model.words import Basis, Response

__all__ = ["Contingency", "Risk", "Trigger"]


@model
class Trigger:
    """When a contingency is called for: one condition, or `any` or `all` of several."""

    kpi: Id | None = None
    """A KPI that is `below` or `above` a value."""
    action: Id | None = None
    """An action that is `late_by` some working days."""
    tactic: Id | None = None
    """A tactic that is `late_by` some working days."""
    milestone: Id | None = None
    """A milestone that is `late_by` some working days."""
    budget: Id | None = None
    """A tactic whose spending is `above` a percentage of its planned budget."""
    risk: Id | None = None
    """A risk that has `occurred`."""
    below: Amount | None = None
    """In the KPI's unit, or with `of: plan` a percentage against plan."""
    above: Amount | None = None
    """In the KPI's unit, or with `of: plan` a percentage against plan; of a budget a percentage."""
    of: Basis | None = None
    """`plan`: the bound is a percentage against plan."""
    for_: Annotated[Count | None, Field(alias="for")] = None
    """How many of the last measurements must each be so (left out: 1)."""
    late_by: Work | None = None
    """Working days from the due date to the scheduled finish, else to today."""
    occurred: Flag | None = None
    """`true`: the risk has occurred."""
    any: Annotated[tuple[Trigger, ...], BeforeValidator(as_list)] = ()
    """One of these is enough."""
    all: Annotated[tuple[Trigger, ...], BeforeValidator(as_list)] = ()
    """All of these are needed."""

    @model_validator(mode="after")
    def _one_condition(self) -> Trigger:
        given = [name for name in _SUBJECTS if getattr(self, name)]
        if len(given) != 1:
            raise fault("E006", "a trigger has one condition", "write one of " + ", ".join(_SUBJECTS))
        for name in (entry.name for entry in fields(self)):
            if (
                name not in _SUBJECTS
                and getattr(self, name) is not None
                and name.rstrip("_") not in _ALLOWED[given[0]]
            ):
                raise fault(
                    "E006",
                    f"`{name.rstrip('_')}` does not go with `{given[0]}`",
                    f"see the triggers of a {given[0]}",
                )
        if not any(getattr(self, name) is not None for name in _NEEDED[given[0]]):
            wanted = " or ".join(f"`{name}`" for name in _NEEDED[given[0]])
            raise fault("E005", f"a trigger on a {given[0]} needs {wanted}", f"add {wanted}")
        return self


_SUBJECTS = ("kpi", "action", "tactic", "milestone", "budget", "risk", "any", "all")
_ALLOWED: dict[str, tuple[str, ...]] = {
    "kpi": ("below", "above", "of", "for"),
    "action": ("late_by",),
    "tactic": ("late_by",),
    "milestone": ("late_by",),
    "budget": ("above",),
    "risk": ("occurred",),
    "any": (),
    "all": (),
}
_NEEDED: dict[str, tuple[str, ...]] = {
    **_ALLOWED,
    "kpi": ("below", "above"),
    "any": ("any",),
    "all": ("all",),
}


@model
class Contingency(Entry):
    """What is done when something goes wrong."""

    when: Trigger | None = None
    """The trigger."""
    then: Text | None = None
    """What is done."""
    activates: Ids = ()
    """Planned tactics that stand by until someone makes them active."""
    owner: Id | None = None
    """Who decides it (left out: the owner of what it belongs to)."""
    activated: EndDay | None = None
    """The day it was put into effect."""


@model
class Risk(Entry):
    """Something that may happen and would harm the plan."""

    threatens: Ids = ()
    """Tactics or objectives that it would harm."""
    probability: Share | None = None
    """How likely it is, from 0% to 100%."""
    impact: Impact | None = None
    """How bad it would be: low | medium | high, or an amount of money."""
    response: Response | None = None
    """avoid | reduce | transfer | accept."""
    mitigated_by: Ids = ()
    """Tactics that make it less likely or less bad."""
    owner: Id | None = None
    """Who watches it."""
    review: EndDay | None = None
    """The day to look at it again."""
    occurred: EndDay | None = None
    """The day it happened."""
    closed: EndDay | None = None
    """The day from which it cannot happen any more."""
    contingencies: Section[Contingency] = field(default_factory=nothing)
    """What is done when it happens, by id."""
    evidence: Text | None = None
    """What the estimate rests on."""
