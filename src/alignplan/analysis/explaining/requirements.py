"""One requirement: what a column of `gaps` asks of an item, and whether that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explained, Input, Measure
from alignplan.analysis.explaining.operations.judging import REQUIREMENT
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["requirement"]


def requirement(grounds: Grounds, node: Node, column: str) -> Explained:
    """met, missing or waived; none where the column asks nothing of the item."""
    state = grounds.gaps.requirements.get((column, node.id), "") or None
    asked = grounds.fact(
        "asked", state is not None, Measure.TRUTH, "by the rule" if state else _why_not(grounds, node)
    )
    accepted = [grounds.fact("accepted", True, Measure.TRUTH, "what the rule says is suppressed")]
    inputs = (asked, *_NEEDED[column](grounds, node), *(accepted if state == "waived" else ()))
    return Explained(state, Measure.WORD, REQUIREMENT, inputs, "" if state else _why_not(grounds, node))


def _why_not(grounds: Grounds, node: Node) -> str:
    plan = grounds.plan
    if not plan.live(node):
        return "it is done or dropped"
    if plan.stands_by(node):
        return "it stands by"
    return "it begins too far from today" if plan.far_off(node) else "its column asks nothing here"


def _served(_grounds: Grounds, node: Node) -> Iterator[Input]:
    yield Ask("needed", node, "tactics")


def _measured(grounds: Grounds, node: Node) -> Iterator[Input]:
    kpis = grounds.plan.kpis_of(node)
    yield grounds.fact("needed", len(node.model.kpis), note="that it names", name="KPIs")
    for kpi in kpis:
        model = kpi.node.model
        field = "range" if model.range is not None else "target"
        there = field if getattr(model, field) is not None else None
        yield grounds.stated(
            kpi.node, "needed", there, Measure.WORD, field, name=f"{kpi.node.name} target or range"
        )
        unit = grounds.stated(
            kpi.node, "needed", model.unit, Measure.WORD, "unit", name=f"{kpi.node.name} unit"
        )
        inherited = model.unit is None and bool(kpi.unit)
        yield (
            grounds.fact("needed", kpi.unit, Measure.WORD, "of its series", f"{kpi.node.name} unit")
            if inherited
            else unit
        )


def _owned(grounds: Grounds, node: Node) -> Iterator[Input]:
    yield grounds.stated(node, "needed", node.model.owner, Measure.WORD, "owner", name="owner")


def _scheduled(grounds: Grounds, node: Node) -> Iterator[Input]:
    yield grounds.stated(node, "needed", node.model.due, Measure.DATE, "due", name="due")


def _resourced(grounds: Grounds, node: Node) -> Iterator[Input]:
    budget, today = node.model.budget, grounds.plan.today
    money = None if budget is None else budget.planned
    yield grounds.stated(node, "one_of", money, Measure.MONEY, "budget", "planned", name="budget planned")
    for name, action in node.model.actions.items():
        if step_status(action, today) in (Status.DONE, Status.DROPPED):
            continue
        step = Node(Kind.ACTION, f"{node.id}/{name}", action, node.file, node)
        if action.assigned or action.any_of:
            for field in ("assigned", "any_of"):
                shares = getattr(action, field)
                who = ", ".join(id for id, share in shares if share is None or share > 0) or None
                if shares:
                    yield grounds.stated(step, "one_of", who, Measure.WORD, field, name=f"{name} {field}")
        elif action.owner is not None:
            yield grounds.stated(step, "one_of", action.owner, Measure.WORD, "owner", name=f"{name} owner")
        else:
            yield grounds.stated(node, "one_of", node.model.owner, Measure.WORD, "owner", name="owner")


def _hedged(grounds: Grounds, node: Node) -> Iterator[Input]:
    risks = grounds.plan.risks
    for child in grounds.plan.graph.children(node):
        if child.kind is Kind.CONTINGENCY:
            trigger = "when" if child.model.when is not None else None
            yield grounds.stated(child, "one_of", trigger, Measure.WORD, "when", name=child.name)
    threats = risks.on.get(node.id, ())
    settled = bool(threats) and not any(risks.lacks[id] for id in threats)
    yield grounds.fact(
        "one_of", settled, Measure.TRUTH, f"of {', '.join(threats) or 'none'}", "high risks settled"
    )


def _enough(_grounds: Grounds, node: Node) -> Iterator[Input]:
    yield Ask("needed", node, "is_enough")


_NEEDED: Mapping[str, Callable[[Grounds, Node], Iterator[Input]]] = {
    "served": _served,
    "measured": _measured,
    "owned": _owned,
    "resourced": _resourced,
    "scheduled": _scheduled,
    "hedged": _hedged,
    "enough": _enough,
}
"""Of each column what an item needs."""
