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
    Texts,
    as_list,
)
from alignplan.model.values.handles import Handles
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
    calendar: Id | None = None
    """When its people work, where they say nothing else (left out: the plan's calendar)."""
    skills: Texts = ()
    """What its people can do, where they are not named."""
    handle: Handles = ()
    """How it is called where the plan is hosted: `org/team`; several, or e-mails, as well."""


@model
class Absence:
    """Days on which someone is not there, both ends included; with `hours` for a part of each."""

    from_: Annotated[StartDay, Named("from")]
    """The first day."""
    until: EndDay
    """The last day (with `hours`, left out: the same)."""
    hours: Hours | None = None
    """How long on each of these days (left out: all day)."""


def _absences(value: Any) -> list[Any]:
    """A day or period alone is an absence from its first to its last day."""
    return [
        {"from": entry, "until": entry} if isinstance(entry, str) else _part_of_a_day(without_nothing(entry))
        for entry in as_list(value)
    ]


def _part_of_a_day(absence: Any) -> Any:
    """Some hours are mostly those of one day, or of one period."""
    if isinstance(absence, dict) and "hours" in absence and "from" in absence and "until" not in absence:
        return {**absence, "until": absence["from"]}
    return absence


@model
class Person(Entry):
    """Someone who does the work."""

    name: Text | None = None
    """Their name."""
    role: Text | None = None
    """What they are."""
    team: Id | None = None
    """The team they are in."""
    handle: Handles = ()
    """How they are called where the plan is hosted: `name`, or the e-mail of their account."""
    capacity: Percent | None = None
    """How much of a full day they work for the plan (left out: 100 %)."""
    cost: Money | None = None
    """Per day, in the plan's currency."""
    from_: Annotated[StartDay | None, Named("from")] = None
    """Their first day."""
    until: EndDay | None = None
    """Their last day."""
    leave: Annotated[Several[Absence], Before(_absences)] = ()
    """Days off: a day, a period, `{from, until}` or, for a part of a day, `{from, hours}` each."""
    calendar: Id | None = None
    """When they work (left out: their team's, then the plan's)."""
    skills: Texts = ()
    """What they can do, in words of your own."""


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
