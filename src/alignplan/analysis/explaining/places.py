"""Where a schedule puts an item, and why: its first and its last day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explained, Input, Leaf, Measure
from alignplan.analysis.explaining.operations.arithmetic import EARLIEST, LATEST, STATED
from alignplan.analysis.explaining.operations.interface import Operation, Value, compute
from alignplan.analysis.explaining.operations.placing import BEHIND, LASTS, LENGTH, PLACED, TODAY
from alignplan.analysis.explaining.placing import Placing, off_leaf, placing
from alignplan.analysis.schedule.answer import Ground, Scheduled
from alignplan.analysis.schedule.draft import Role
from alignplan.analysis.schedule.lengths import Source
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["finish_of", "length_of", "start_of"]

_Way = tuple[Operation, Sequence[Input]]


def start_of(grounds: Grounds, item: Scheduled) -> Explained:
    """Its first day: of what has begun as it was, else by what keeps it from beginning earlier."""
    if item.start is None:
        return unknown("nobody estimated it, or said when it began", Measure.DATE)
    return _told(grounds, item, item.start, _starts(grounds, item))


def finish_of(grounds: Grounds, item: Scheduled) -> Explained:
    """Its last day: of what is done as it was, else its start and its length; of a tactic that of its last step."""
    if item.finish is None:
        return unknown("nobody estimated it, or said when it was finished", Measure.DATE)
    return _told(grounds, item, item.finish, _finishes(grounds, item))


def _told(grounds: Grounds, item: Scheduled, value: date, ways: Iterator[_Way]) -> Explained:
    """The first way that comes to that day; else what the search says of it."""
    for operation, inputs in ways:
        given = [(one.role, _value_of(grounds, one) if isinstance(one, Ask) else one.value) for one in inputs]
        if compute(operation.name, given) == value:
            return Explained(value, Measure.DATE, operation, tuple(inputs))
    placed: list[Input] = [
        grounds.fact("value", value, Measure.DATE, f"see `schedule --why {item.node.id}`", "placed"),
        grounds.fact("ground", item.why.ground.value, Measure.WORD, _who(item), "why"),
    ]
    return Explained(value, Measure.DATE, PLACED, (*placed, *_waited_for(grounds, item)))


def _value_of(grounds: Grounds, ask: Ask) -> Value:
    """What is asked for, without taking it apart: explanations of a long chain do not go through each other."""
    found = placing(grounds.plan).found.items.get(ask.node.id)
    if ask.figure == "schedule/start" and found is not None:
        return found.start
    if ask.figure == "schedule/finish" and found is not None:
        return found.finish
    if ask.figure == "schedule/length_days":
        return grounds.explain(ask.node, ask.figure).value
    span = grounds.plan.span(ask.node)
    return span.start if ask.figure == "start" else span.due


def _who(item: Scheduled) -> str:
    return f"{item.why.who} is busy" if item.why.who else "what keeps it from beginning earlier"


def _waited_for(grounds: Grounds, item: Scheduled) -> list[Ask]:
    other = None if item.why.item is None else grounds.plan.graph.find(item.why.item)
    return [] if other is None or other == item.node else [Ask("after", other, "schedule/finish")]


# ------------------------------------------------------------ the ways


def _starts(grounds: Grounds, item: Scheduled) -> Iterator[_Way]:
    node, place, ground = item.node, placing(grounds.plan), item.why.ground
    steps = _steps(grounds, place, node)
    if steps:
        yield EARLIEST, [Ask("value", step, "schedule/start") for step in steps]
    if node.kind is Kind.MILESTONE:
        yield STATED, [Ask("value", node, "schedule/finish")]
    began = place.found.draft.problem.tasks[place.found.draft.numbers[node.id]].began is not None
    if began or ground in (Ground.DONE, Ground.BEGUN):
        yield from _as_stated(grounds, node, "started", "start")
    elif ground in (Ground.NOT_BEFORE, Ground.WINDOW, Ground.PLANNED):
        yield from _as_stated(grounds, node, "not_before", "start")
        if node.parent is not None:
            yield from _as_stated(grounds, node.parent, "not_before", "start")
        yield STATED, [Ask("value", node, "start")]
    elif ground is Ground.TODAY:
        yield TODAY, [replace(grounds.today, role="value", name="today")]
    elif ground in (Ground.WAITS, Ground.BUSY):
        yield from _behind(grounds, place, item)


def _behind(grounds: Grounds, place: Placing, item: Scheduled) -> Iterator[_Way]:
    """On the next day that is worked after another has ended; on the same day, where some of it is left."""
    for ask in _waited_for(grounds, item):
        ended = _value_of(grounds, ask)
        if isinstance(ended, date) and item.start is not None and ended < item.start:
            yield BEHIND, [ask, *_worked(grounds, place, item.node, ended, item.start)]
        yield STATED, [Ask("value", ask.node, ask.figure)]


def _finishes(grounds: Grounds, item: Scheduled) -> Iterator[_Way]:
    node, place = item.node, placing(grounds.plan)
    draft = place.found.draft
    number = draft.numbers[node.id]
    if draft.entries[number].over:
        yield from _as_stated(grounds, node, "finished", "due")
    steps = _steps(grounds, place, node)
    if steps:
        asks: list[Input] = [Ask("value", step, "schedule/finish") for step in steps]
        yield LATEST, asks
        yield LATEST, [*asks, *(Ask("value", one.node, one.figure) for one in _waited_for(grounds, item))]
    elif draft.entries[number].role is Role.WORK and not draft.entries[number].over:
        yield from _lasting(grounds, place, item, number)
    elif node.kind is Kind.MILESTONE:
        yield LATEST, [Ask("value", one.node, one.figure) for one in _waited_for(grounds, item)]
        yield from _as_stated(grounds, node, "due", "not_before")


def _lasting(grounds: Grounds, place: Placing, item: Scheduled, number: int) -> Iterator[_Way]:
    """From where it begins, or goes on today, so many days of those who do it."""
    found, node = place.found, item.node
    spot = found.schedule.placed[number]
    length = found.draft.problem.tasks[number].modes[spot.mode].length
    grid, axis = found.draft.grid, place.axis(node)
    if not length or item.finish is None:
        return
    size, first = grid.slots_of_day(grid.calendars.default), grid.day_of(spot.start)
    gone = axis.own(spot.start) - axis.own(grid.instant_of(first))
    begins: Input = Ask("start", node, "schedule/start")
    if item.start != first:
        begins = grounds.fact("start", first, Measure.DATE, "the rest goes on", "from")
    inputs: list[Input] = [
        begins,
        Ask("length", node, "schedule/length_days"),
        grounds.fact("each", place.worked(axis, first) / size, Measure.NUMBER, "in days of the plan's calendar",
                     "each working day"),
        *_worked(grounds, place, node, first, item.finish),
    ]  # fmt: skip
    if gone:
        inputs.insert(
            3, grounds.fact("gone", gone / size, Measure.DAYS, "taken by others", "of the first day")
        )
    yield LASTS, inputs


def length_of(grounds: Grounds, item: Scheduled) -> Explained:
    """How long it takes, or what is left of it, in working days: its work ÷ what those who do it can do in a day."""
    place, node = placing(grounds.plan), item.node
    draft = place.found.draft
    number = draft.numbers[node.id]
    entry, spot = draft.entries[number], place.found.schedule.placed[number]
    size = draft.grid.slots_of_day(draft.grid.calendars.default)
    value = draft.problem.tasks[number].modes[spot.mode].length / size
    if entry.role is not Role.WORK or entry.over or not value:
        return unknown("it takes no time of its own", Measure.DAYS)
    slot = grounds.fact("slot", 1 / size, Measure.DAYS, "rounded up to it", "slot of time")
    if node.kind is Kind.ACTION and entry.length is not None and entry.length.source.estimated:
        assigned = item.assigned if entry.length.source is Source.EFFORT else ()
        shares = [grounds.fact("share", one.share, Measure.PERCENT, "of a day", one.who) for one in assigned]
        inputs: tuple[Input, ...] = (Ask("days", node, "open_days"), *shares, slot)
        days = grounds.explain(node, "open_days").value
        given: list[tuple[str, Value]] = [("days", days), *((one.role, one.value) for one in (*shares, slot))]
        again = compute(LENGTH.name, given)
        if isinstance(again, float) and abs(again - value) < 1e-9:
            return Explained(value, Measure.DAYS, LENGTH, inputs)
    source = "nothing" if entry.length is None else entry.length.source.value
    fact = grounds.fact("value", value, Measure.DAYS, f"by its {source} and the calendar of who does it")
    return Explained(value, Measure.DAYS, STATED, (fact, *_said(grounds, node, place, number)))


def _said(grounds: Grounds, node: Node, place: Placing, number: int) -> Iterator[Leaf]:
    """What says how long it takes, where that stands."""
    length = place.found.draft.entries[number].length
    if length is None or not length.source.estimated:
        return
    task, key = place.found.draft.problem.tasks[number], length.source.value
    if task.began is not None and getattr(node.model, "remaining", None) is not None:
        key = "remaining"
    stated = getattr(node.model, key, None)
    if stated is not None:
        steps = (key, "likely") if key == "effort" else (key,)
        amount = stated.likely if key == "effort" else stated
        text = f"{amount.amount:g}{amount.unit}"
        yield grounds.stated(node, "stated", text, Measure.WORD, *steps, name=key)


def _worked(grounds: Grounds, place: Placing, node: Node, first: date, last: date) -> list[Input]:
    """The days of the week on which those who do it work, and those between two days on which they do not."""
    axis, note = place.axis(node), "of who does it"
    found: list[Input] = [grounds.fact("workdays", place.week(axis), Measure.WORD, note)]
    return [*found, *off_leaf(grounds, list(place.days_off(axis, first, last)), note)]


def _as_stated(grounds: Grounds, node: Node, *names: str) -> Iterator[_Way]:
    for name in names:
        value = getattr(node.model, name, None)
        if value is not None:
            yield STATED, [grounds.stated(node, "value", value, Measure.DATE, name, name=name)]


def _steps(grounds: Grounds, place: Placing, node: Node) -> list[Node]:
    """The steps of a tactic that are scheduled."""
    draft, graph = place.found.draft, grounds.plan.graph
    found = (graph.find(draft.entries[at].node.id) for at in draft.steps.get(node.id, ()))
    return [step for step in found if step is not None]
