"""Who and what does the work, and when: teams, people, resources, calendars."""

from typing import Annotated, Any

from alignplan.model.entry import Entry, Several, model, without_nothing
from alignplan.model.values import (
    EndDay,
    Holidays,
    Hours,
    Id,
    Money,
    Percent,
    Quantity,
    StartDay,
    Text,
    as_list,
)
from alignplan.model.values.marks import Before, Named
from alignplan.model.words import Weekday

__all__ = ["Absence", "Calendar", "Person", "Resource", "Team"]


@model
class Team(Entry):
    """A group of people."""

    lead: Id | None = None
    """The person who leads it."""
    capacity: Percent | None = None
    """Of a full day, all together, where its people are not named: 300% is three people."""


@model
class Absence:
    """Days on which someone is not there, both ends included."""

    from_: Annotated[StartDay, Named("from")]
    """The first day."""
    until: EndDay
    """The last day."""


def _absences(value: Any) -> list[Any]:
    """A day or period alone is an absence from its first to its last day."""
    return [
        {"from": entry, "until": entry} if isinstance(entry, str) else without_nothing(entry)
        for entry in as_list(value)
    ]


@model
class Person(Entry):
    """Someone who does the work."""

    name: Text | None = None
    """Their name."""
    role: Text | None = None
    """What they are."""
    team: Id | None = None
    """The team they are in."""
    capacity: Percent | None = None
    """How much of a full day they work for the plan (left out: 100 %)."""
    cost: Money | None = None
    """Per day, in the plan's currency."""
    from_: Annotated[StartDay | None, Named("from")] = None
    """Their first day."""
    until: EndDay | None = None
    """Their last day."""
    leave: Annotated[Several[Absence], Before(_absences)] = ()
    """Days off: a day, a period or `{from, until}` each."""


@model
class Resource(Entry):
    """A thing that work needs: a room, a machine, a licence."""

    kind: Text | None = None
    """What sort of thing it is, in your words."""
    capacity: Quantity | None = None
    """How many uses of it are possible at once (left out: 1)."""


@model
class Calendar(Entry):
    """Which days are worked, and for how many hours."""

    workdays: Several[Weekday] = ()
    """The days of the week that are worked (left out: mon to fri)."""
    hours: Hours | None = None
    """Hours of a working day (left out: 8)."""
    holidays: Holidays = ()
    """Places whose public holidays hold (`DE-BY`), and single dates."""
