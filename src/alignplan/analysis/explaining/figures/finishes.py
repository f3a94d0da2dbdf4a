"""When everything was or will be finished, and how late that is."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import LATEST, STATED
from alignplan.analysis.explaining.operations.finishes import DAYS_LATE, LAST_OF_ALL, WAS_FINISHED
from alignplan.analysis.schedule.coming import is_computed
from alignplan.graph.nodes import Node
from alignplan.loading.lock import LOCK
from alignplan.model.kinds import Kind
from alignplan.model.words import Status, Weekday

__all__ = ["FIGURES", "ORDER"]

ORDER = 21
_WORK = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))


def _finish(grounds: Grounds, node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    value = plan.finishes.of(node)
    if node.kind is Kind.OBJECTIVE:
        top = plan.graph.top
        asks = tuple(Ask("value", top[id], "finish") for id in plan.finishes.below(node))
        reason = "" if value is not None else _of_nothing(asks)
        return Explained(value, Measure.DATE, LAST_OF_ALL, asks, reason)
    if plan.status(node) is Status.DONE:
        days = [
            grounds.stated(node, name, getattr(node.model, name), Measure.DATE, name)
            for name in ("finished", "due")
        ]
        reason = "" if value is not None else "it is done, and nothing says since when"
        return Explained(value, Measure.DATE, WAS_FINISHED, (*days, grounds.today), reason)
    if value is None:
        return unknown(_why_unknown(grounds, node), Measure.DATE)
    locked = plan.lock is not None and node.id in plan.lock.items
    note = f"locked in {LOCK}" if locked else f"by a quick schedule; see `schedule --why {node.id}`"
    return Explained(value, Measure.DATE, STATED, (grounds.fact("value", value, Measure.DATE, note),))


def _of_nothing(asks: tuple[Ask, ...]) -> str:
    return "of some of its work nobody knows" if asks else "no work is to be finished for it"


def _why_unknown(grounds: Grounds, node: Node) -> str:
    plan = grounds.plan
    if not plan.counts(node):
        return "it is not scheduled"
    if not is_computed(plan):
        return "nothing that drives it is estimated, or too much for it to be computed in passing"
    return "nobody estimated it"


def _last_finish(grounds: Grounds, _node: Node, _detail: str) -> Explained:
    coming = grounds.plan.coming
    open_ = [tactic for tactic in grounds.picture.choice.of(Kind.TACTIC) if tactic.id in coming]
    value = max((coming[tactic.id].finish for tactic in open_), default=None)
    asks = tuple(Ask("value", tactic, "finish") for tactic in open_)
    reason = "" if value is not None else "nothing that is open has a finish that is known"
    return Explained(value, Measure.DATE, LATEST, asks, reason)


def _days_late(grounds: Grounds, node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    value = plan.finishes.days_late(node)
    inputs: list[Input] = [Ask("finish", node, "finish"), Ask("due", node, "due")]
    finish, due = plan.finishes.of(node), plan.span(node).due
    if finish is not None and due is not None and finish > due:
        inputs += _calendar(grounds, due, finish)
    reason = "" if value is not None else "its finish or its due is not known"
    return Explained(value, Measure.DAYS, DAYS_LATE, tuple(inputs), reason)


def _calendar(grounds: Grounds, due: date, finish: date) -> list[Input]:
    """The days that are worked, and those off between two days."""
    days = grounds.plan.work_days
    names = ", ".join(day.value for at, day in enumerate(Weekday) if at in days.days)
    found: list[Input] = [grounds.fact("workdays", names, Measure.WORD, "of the plan's calendar")]
    off = days.off_after(due, finish)
    if off:
        found.append(
            grounds.fact("days_off", ", ".join(map(str, off)), Measure.WORD, "of the plan's calendar")
        )
    return found


FIGURES = (
    Explainable("finish", "the last day, as it was or by the schedule will be", _WORK, _finish),
    Explainable("finish", "the last finish of what is open", frozenset((Kind.PLAN,)), _last_finish),
    Explainable("days_late", "the working days from its due to that", _WORK, _days_late),
)
