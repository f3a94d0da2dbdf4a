"""What is still to do of an action, and which part of it falls into a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.loading import days_between, is_period, pieces_by_action, within
from alignplan.analysis.explaining.operations.arithmetic import PRODUCT, STATED
from alignplan.analysis.explaining.operations.load import IN_PERIOD, LEFT
from alignplan.analysis.explaining.operations.work import DAYS_OF_WORK
from alignplan.analysis.load.demand import Piece
from alignplan.analysis.load.open_work import OpenWork, open_work
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.output.figures import exact_number

__all__ = ["FIGURES", "ORDER", "in_period"]

ORDER = 57
_ACTIONS = frozenset((Kind.ACTION,))


def _open(grounds: Grounds, node: Node) -> OpenWork | None:
    """What is open of it in days of work; none of what is over, or says none."""
    status = step_status(node.model, grounds.plan.today)
    if status in (Status.DONE, Status.DROPPED):
        return None
    work = open_work(node.model, status, grounds.plan.week)
    return work if work.source in (Source.EFFORT, Source.DURATION) else None


def _open_days(grounds: Grounds, node: Node, _detail: str) -> Explained:
    work, model = _open(grounds, node), node.model
    if work is None:
        return unknown("it is over, or says neither `effort` nor `duration`", Measure.DAYS)
    if work.begun and model.remaining is not None:
        text = f"{exact_number(model.remaining.amount)}{model.remaining.unit}"
        leaf = grounds.stated(node, "length", text, Measure.WORD, "remaining", name="remaining")
        inputs = (leaf,) if model.remaining.unit == "d" else (leaf, *grounds.week)
        return Explained(work.days, Measure.DAYS, DAYS_OF_WORK, inputs)
    if work.begun and model.progress:
        progress = grounds.stated(node, "progress", model.progress, Measure.PERCENT, "progress")
        return Explained(work.days, Measure.DAYS, LEFT, (Ask("days", node, "work_days"), progress))
    return Explained(work.days, Measure.DAYS, STATED, (Ask("value", node, "work_days"),))


def _of_someone(grounds: Grounds, node: Node, who: Node | None, days: float) -> Explained:
    """What of it is for someone: their part of what is open."""
    work = _open(grounds, node)
    if work is None or work.source is not Source.EFFORT or not work.days:
        note = (
            "the days on which it is used"
            if who is not None and who.kind is Kind.RESOURCE
            else "by their days"
        )
        return Explained(days, Measure.DAYS, STATED, (grounds.fact("value", days, Measure.DAYS, note),))
    part = days / work.days
    note = (
        "units × the part of the days that it takes" if who is not None and who.kind is Kind.RESOURCE else ""
    )
    note = note or "their share of a day ÷ the shares of all who do it"
    inputs = (Ask("value", node, "open_days"), grounds.fact("value", part, Measure.NUMBER, note, "part"))
    return Explained(days, Measure.DAYS, PRODUCT, inputs)


def _open_for(grounds: Grounds, node: Node, detail: str) -> Explained:
    kind, _, name = detail.partition("/")
    pieces = pieces_by_action(grounds.plan, name, of_skill=kind == "skill").get(node.id, ())
    who = grounds.plan.graph.top.get(name) if kind == "who" else None
    return _of_someone(grounds, node, who, sum(piece.days for piece in pieces))


def in_period(
    grounds: Grounds, node: Node, who: Node | str, pieces: Sequence[Piece], period: str
) -> Explained:
    """What of the work of an action for someone, or that asks for a skill, falls into a period."""
    plan, someone = grounds.plan, who if isinstance(who, Node) else None
    if not pieces:
        return unknown("nothing of it falls to them", Measure.DAYS)
    first, last = within(plan, period)
    days, piece = plan.demand.days_of(someone, pieces[0].spread), pieces[0]
    inside = days.count(max(piece.first, first), max(min(piece.last, last), piece.first, first))
    name = f"who/{someone.id}" if someone is not None else f"skill/{who}"
    inputs: tuple[Input, ...] = (
        Ask("days", node, f"open_for/{name}"),
        grounds.fact("inside", inside, Measure.DAYS, f"of its window, in {period}", "working days"),
        grounds.fact(
            "window", days.count(piece.first, piece.last), Measure.DAYS, "of its window", "working days"
        ),
    )
    return Explained(days_between(plan, someone, pieces, period), Measure.DAYS, IN_PERIOD, inputs)


def _of_team(grounds: Grounds, node: Node, detail: str) -> Explained:
    who, _, period = detail.partition("/")
    pieces = pieces_by_action(grounds.plan, who).get(node.id, ())
    return in_period(grounds, node, grounds.plan.graph.top[who], pieces, period)


def _asks_for(grounds: Grounds, node: Node, detail: str) -> Explained:
    skill, _, period = detail.rpartition("/")
    pieces = pieces_by_action(grounds.plan, skill, of_skill=True).get(node.id, ())
    return in_period(grounds, node, skill, pieces, period)


def _nothing(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(())


def _is_of_skill(grounds: Grounds, node: Node, detail: str) -> bool:
    skill, _, period = detail.rpartition("/")
    return skill in node.model.skills and is_period(grounds.plan, period)


FIGURES = (
    Explainable("open_days", "what of it is still to do", _ACTIONS, _open_days),
    Explainable("open_for", "what of that is for someone", _ACTIONS, _open_for, _nothing, inner=True),
    Explainable("falls_to_team", "what of it falls to nobody named in a team", _ACTIONS, _of_team, _nothing,
                inner=True),
    Explainable("asks_for", "what of it asks for a skill in a period", _ACTIONS, _asks_for, _nothing, inner=True,
                accepts=_is_of_skill),
)  # fmt: skip
