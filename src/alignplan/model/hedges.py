"""What if it goes wrong: risks, contingencies and their triggers."""

from dataclasses import field
from typing import Annotated, Any

from alignplan.model.entry import Entry, Section, Several, model, nothing
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
    fault,
    read_percent,
    within,
)
from alignplan.model.values.marks import Named
from alignplan.model.words import Basis, Response

__all__ = ["BOUNDS", "CONDITIONS", "OPTIONAL", "Contingency", "Risk", "Trigger"]


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
    for_: Annotated[Count | None, Named("for")] = None
    """How many of the last measurements must each be so (left out: 1)."""
    late_by: Work | None = None
    """Working days from the due date to the scheduled finish, else to today."""
    occurred: Flag | None = None
    """`true`: the risk has occurred."""
    any: Several["Trigger"] = ()
    """One of these is enough."""
    all: Several["Trigger"] = ()
    """All of these are needed."""

    @staticmethod
    def _opened(value: Any) -> Any:
        """Where a bound is a percentage, 0.9 may be 0.9 % or 90 %."""
        if isinstance(value, dict) and (value.get("of") == Basis.PLAN or value.get("budget") is not None):
            for name in BOUNDS:
                if value.get(name) is not None:
                    within(name, read_percent, value[name])
        return value

    def _checked(self) -> "Trigger":
        subjects = [name for name in CONDITIONS if getattr(self, name)]
        if len(subjects) != 1:
            raise fault("E006", "a trigger has one condition", "write one of " + ", ".join(CONDITIONS))
        subject = subjects[0]
        given = {name.rstrip("_"): name for name in _DETAILS if getattr(self, name) is not None}
        for name in given:
            if name not in CONDITIONS[subject]:
                raise fault("E006", f"`{name}` does not go with `{subject}`", _how(subject), (name,))
        needed = [name for name in CONDITIONS[subject] if name not in OPTIONAL]
        if needed and not given.keys() & set(needed):
            raise fault("E005", f"a trigger on `{subject}` needs {_either(needed)}", f"add {_either(needed)}")
        if given.keys() >= set(BOUNDS):
            raise fault(
                "E006", "a trigger is `below` or `above`, not both", "keep one of the two", ("above",)
            )
        return self


BOUNDS = ("below", "above")
CONDITIONS: dict[str, tuple[str, ...]] = {
    "kpi": (*BOUNDS, "of", "for"),
    "action": ("late_by",),
    "tactic": ("late_by",),
    "milestone": ("late_by",),
    "budget": ("above",),
    "risk": ("occurred",),
    "any": (),
    "all": (),
}
"""What a trigger can be about, and the keys that go with it: one that is not optional is needed."""
OPTIONAL = ("of", "for")
_DETAILS = ("below", "above", "of", "for_", "late_by", "occurred")


def _either(names: list[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _how(subject: str) -> str:
    allowed = CONDITIONS[subject]
    return f"with `{subject}` go {', '.join(allowed)}" if allowed else f"put it into an entry of `{subject}`"


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
