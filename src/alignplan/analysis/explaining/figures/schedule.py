"""How late and how free work is by the schedule that `alignplan schedule` finds, and what comes of objectives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import EARLIEST, LATEST, STATED
from alignplan.analysis.explaining.operations.finishes import DAYS_LATE
from alignplan.analysis.explaining.operations.interface import Value, compute
from alignplan.analysis.explaining.operations.placing import CERTIFIED, GAP, NO_SLACK, WORKING_DAYS
from alignplan.analysis.explaining.places import finish_of, length_of, start_of
from alignplan.analysis.explaining.placing import off_leaf, placing
from alignplan.analysis.schedule.answer import Outcome, Scheduled
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Weekday

__all__ = ["FIGURES", "ORDER"]

ORDER = 62
_WORK = frozenset((Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))


def _of_work(grounds: Grounds, node: Node, name: str) -> Explained:
    item = placing(grounds.plan).item(node)
    if item is None:
        return unknown("it is not scheduled", Measure.WORD)
    return _OF_WORK[name](grounds, item)


def _late(grounds: Grounds, item: Scheduled) -> Explained:
    return _days_late(grounds, item.node, item.finish, item.due, item.late_days)


def _days_late(
    grounds: Grounds, node: Node, finish: date | None, due: date | None, value: int | None
) -> Explained:
    inputs: list[Input] = [Ask("finish", node, "schedule/finish"), Ask("due", node, "due")]
    if finish is not None and due is not None and finish > due:
        inputs += _calendar(grounds, due, finish)
    reason = "" if value is not None else "its finish or its due is not known"
    return Explained(value, Measure.DAYS, DAYS_LATE, tuple(inputs), reason)


def _calendar(grounds: Grounds, first: date, last: date) -> list[Input]:
    """The days that are worked by the plan's calendar, and those off between two days."""
    days, note = grounds.plan.work_days, "of the plan's calendar"
    names = ", ".join(day.value for at, day in enumerate(Weekday) if at in days.days)
    found: list[Input] = [grounds.fact("workdays", names, Measure.WORD, note)]
    off = days.off_after(min(first, last), max(first, last))
    if off:
        found.append(grounds.fact("days_off", ", ".join(map(str, off)), Measure.WORD, note))
    return found


def _between(grounds: Grounds, value: float, first: Input, last: Input, days: tuple[date, date]) -> Explained:
    """Working days from one day to another; the parts of days at either end stand for themselves."""
    off = grounds.plan.work_days.off_after(min(days), max(days))
    inputs = [first, last, *_calendar(grounds, *days)[:1], *off_leaf(grounds, off, "of the plan's calendar")]
    given: list[tuple[str, Value]] = [
        (one.role, one.value)
        for one in inputs
        if not isinstance(one, Ask) and one.role not in ("after", "through")
    ]
    whole = compute(WORKING_DAYS.name, [("after", days[0]), ("through", days[1]), *given])
    assert isinstance(whole, (int, float))
    if abs(value - whole) > 1e-9:
        rest = grounds.fact(
            "rest",
            value - whole,
            Measure.DAYS,
            "hours at either end, or a day that only begins",
            "parts of days",
        )
        inputs.append(rest)
    return Explained(value, Measure.DAYS, WORKING_DAYS, tuple(inputs))


def _slack(grounds: Grounds, item: Scheduled) -> Explained:
    """The working days between its finish and its late finish."""
    finish = placing(grounds.plan).days.finish(placing(grounds.plan).found.draft.numbers[item.node.id])
    if item.slack_days is None or item.late_finish is None:
        return unknown("it is done", Measure.DAYS)
    note = "the day by which it may end without the plan ending later"
    last = grounds.fact("through", item.late_finish, Measure.DATE, note, "late_finish")
    return _between(
        grounds, item.slack_days, _own_end(grounds, item, finish), last, (finish, item.late_finish)
    )


def _spare(grounds: Grounds, item: Scheduled) -> Explained:
    """The working days between its finish and the day by which it may end so that no due is missed."""
    place = placing(grounds.plan)
    if item.spare_days is None:
        done = place.found.draft.entries[place.found.draft.numbers[item.node.id]].over
        return unknown("it is done" if done else "nothing that has a due waits for it", Measure.DAYS)
    latest = place.latest_by_dues(item.node)
    assert latest is not None
    finish = place.days.finish(place.found.draft.numbers[item.node.id])
    last = grounds.fact("through", latest, Measure.DATE, "so that no due is missed", "may end by")
    return _between(grounds, item.spare_days, _own_end(grounds, item, finish), last, (finish, latest))


def _own_end(grounds: Grounds, item: Scheduled, finish: date) -> Input:
    """Its finish; of what nobody estimated the day on which it ends if it takes no time."""
    if item.finish == finish:
        return Ask("after", item.node, "schedule/finish")
    return grounds.fact("after", finish, Measure.DATE, "if the rest of it takes no time", "finish")


def _critical(_grounds: Grounds, item: Scheduled) -> Explained:
    ask = Ask("slack", item.node, "schedule/slack_days")
    return Explained(item.critical, Measure.TRUTH, NO_SLACK, (ask,))


def _asked(figure: str, measure: Measure) -> Callable[[Grounds, Scheduled], Explained]:
    def explain(_grounds: Grounds, item: Scheduled) -> Explained:
        value = item.due if figure == "due" else None if item.status is None else item.status.value
        reason = "" if value is not None else "it has none"
        return Explained(value, measure, STATED, (Ask("value", item.node, figure),), reason)

    return explain


_OF_WORK: Mapping[str, Callable[[Grounds, Scheduled], Explained]] = {
    "start": start_of,
    "finish": finish_of,
    "length_days": length_of,
    "due": _asked("due", Measure.DATE),
    "status": _asked("status", Measure.WORD),
    "late_days": _late,
    "slack_days": _slack,
    "spare_days": _spare,
    "critical": _critical,
}


# ------------------------------------------------------------ objectives and the plan


def _of_objective(grounds: Grounds, node: Node, name: str) -> Explained:
    found = placing(grounds.plan).found.objectives.get(node.id)
    if found is None:
        return unknown("it is over, or no work is to be finished for it", Measure.DATE)
    if name in ("start", "finish"):
        tactics = [grounds.plan.graph.top[id] for id in grounds.plan.finishes.below(node)]
        return _end_of(grounds, tactics, found, name)
    if name == "due":
        return Explained(found.due, Measure.DATE, STATED, (Ask("value", node, "due"),), "")
    if name == "late_days":
        return _days_late(grounds, node, found.finish, found.due, found.late_days)
    inputs: list[Input] = [Ask("finish", node, "due"), Ask("due", node, "schedule/finish")]
    if found.finish is not None and found.due is not None and found.due > found.finish:
        inputs += _calendar(grounds, found.finish, found.due)
    reason = "" if found.in_hand is not None else "its finish or its due is not known"
    return Explained(found.in_hand, Measure.DAYS, DAYS_LATE, tuple(inputs), reason)


def _end_of(grounds: Grounds, tactics: list[Node], found: Outcome, name: str) -> Explained:
    """The first start or the last finish of tactics."""
    items = placing(grounds.plan).found.items
    asks = tuple(Ask("value", one, f"schedule/{name}") for one in tactics if one.id in items)
    value = found.start if name == "start" else found.finish
    reason = "" if value is not None else "of none of its work that is known"
    return Explained(value, Measure.DATE, EARLIEST if name == "start" else LATEST, asks, reason)


def _of_plan(grounds: Grounds, node: Node, name: str) -> Explained:
    found = placing(grounds.plan).found
    if name in ("start", "finish"):
        return _end_of(grounds, grounds.plan.graph.kinds[Kind.TACTIC], found.whole, name)
    if name == "makespan_days":
        return _makespan(grounds)
    if name == "gap":
        asks = (Ask("length", node, "schedule/makespan_days"), Ask("bound", node, "schedule/bound_days"))
        reason = "" if found.gap is not None else "nothing is left to do"
        return Explained(found.gap, Measure.PERCENT, GAP, asks, reason)
    value, unit = (found.bound_days, Measure.DAYS) if name == "bound_days" else (found.bound, Measure.DATE)
    if value is None:
        return unknown("nothing is scheduled", unit)
    note = "of chains, of shared work, of what excludes each other, of windows"
    return Explained(value, unit, CERTIFIED, (grounds.fact("value", value, unit, note),))


def _makespan(grounds: Grounds) -> Explained:
    """Working days from the first start to the last finish, both days among them."""
    place = placing(grounds.plan)
    found = place.found
    if found.makespan_days is None:
        return unknown("nothing is scheduled", Measure.DAYS)
    placed = [found.schedule.placed[at] for at in found.draft.numbers.values()]
    first = found.draft.grid.day_of(min(one.start for one in placed)) - timedelta(days=1)
    last = found.draft.grid.last_day(max(one.finish for one in placed))
    inputs = (
        grounds.fact("after", first, Measure.DATE, "the day before the first start", "before"),
        grounds.fact("through", last, Measure.DATE, "the last finish, done work among it", "last finish"),
    )
    return _between(grounds, found.makespan_days, *inputs, (first, last))


def _named(*names: str) -> Callable[[Grounds, Node], Iterator[str]]:
    return lambda _grounds, _node: iter(names)


FIGURES = (
    Explainable("schedule", "when it is done by the schedule", _WORK, _of_work, _named(*_OF_WORK), main="finish",
                inner=True),
    Explainable("schedule", "when its work is done by the schedule", frozenset((Kind.OBJECTIVE,)), _of_objective,
                _named("start", "finish", "due", "late_days", "days_in_hand"), main="finish", inner=True),
    Explainable("schedule", "when all is done by the schedule", frozenset((Kind.PLAN,)), _of_plan,
                _named("start", "finish", "makespan_days", "bound_days", "bound", "gap"), main="finish", inner=True),
)  # fmt: skip
