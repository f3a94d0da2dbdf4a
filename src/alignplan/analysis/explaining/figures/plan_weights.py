"""How much of the plan hangs on an item, in percent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignplan.analysis.explaining.figures.shares import above_of, group_of
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Measure
from alignplan.analysis.explaining.operations.arithmetic import PERCENT, PRODUCT, STATED, SUM
from alignplan.analysis.explaining.operations.proposals import LARGEST_OR_0
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 51
_SERVING = frozenset((Kind.OBJECTIVE, Kind.TACTIC))
_NESTED = frozenset((Kind.KPI, Kind.RISK, Kind.CONTINGENCY))


def _plan_weight(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value = grounds.proposing.stakes.of(node)
    if node.kind is Kind.CONTINGENCY:
        assert node.parent is not None
        return Explained(value, Measure.PERCENT, STATED, (Ask("value", node.parent, "plan_weight"),))
    if node.kind is Kind.KPI:
        return _largest(grounds.plan.kpis[node.id].objectives, value, "no objective has it")
    if node.kind is Kind.RISK:
        threatened = (link.target for link in grounds.plan.graph.linked(node, "threatens"))
        return _largest(threatened, value, "it says not what it threatens")
    return _of_what_serves(grounds, node, value)


def _largest(nodes: Iterable[Node], value: float, nothing: str) -> Explained:
    asks = tuple(Ask("value", node, "plan_weight") for node in nodes)
    return Explained(value, Measure.PERCENT, LARGEST_OR_0, asks, "" if asks else nothing)


def _of_what_serves(grounds: Grounds, node: Node, value: float) -> Explained:
    above = above_of(grounds, node)
    if node.kind is Kind.OBJECTIVE and not above:
        if node.id not in group_of(grounds, node, ""):
            return _nothing()
        whole = grounds.fact("whole", 1, note="all root objectives")
        return Explained(value, Measure.PERCENT, PERCENT, (Ask("part", node, "group_share"), whole))
    asks = tuple(Ask("value", node, f"plan_weight_by/{id}") for id, _ in above)
    return Explained(value, Measure.PERCENT, SUM, asks, "" if asks else "it serves nothing")


def _nothing(reason: str = "it is dropped or stands by") -> Explained:
    return Explained(0.0, Measure.PERCENT, SUM, (), reason)


def _by(grounds: Grounds, node: Node, objective: str) -> Explained:
    """What hangs on it by one of those that it serves."""
    if node.id not in group_of(grounds, node, objective):
        return _nothing()
    value = grounds.proposing.stakes.by(node, objective)
    if value is None:
        return _nothing("they run in a circle")
    asks = (
        Ask("value", grounds.plan.graph.top[objective], "plan_weight"),
        Ask("value", node, f"group_share/{objective}"),
        Ask("value", node, f"link_share/{objective}"),
    )
    return Explained(value, Measure.PERCENT, PRODUCT, asks)


def _served(grounds: Grounds, node: Node) -> Iterator[str]:
    return (id for id, _ in above_of(grounds, node))


FIGURES = (
    Explainable("plan_weight", "how much of the plan hangs on it", _SERVING | _NESTED, _plan_weight, inner=True),
    Explainable("plan_weight_by", "the same, by one of those that it serves", _SERVING, _by, _served, inner=True),
)  # fmt: skip
