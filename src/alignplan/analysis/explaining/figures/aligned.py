"""Whether money and work go where the weights say: what `load --alignment` shows."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.explaining.figures.shares import above_of, group_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import PERCENT, STATED
from alignplan.analysis.explaining.operations.load import MISINVESTED, MORE
from alignplan.analysis.investment import POINTS, Investment, Means, misinvested
from alignplan.analysis.load.alignment import serves_nothing
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 53
_AMOUNTS = {"money": Means.MONEY, "effort_days": Means.EFFORT}
_NAMES = (
    "weight", "money_share", "effort_share", "money", "effort_days", "money_apart", "effort_apart", "misinvested",
)  # fmt: skip


def _aligned(grounds: Grounds, node: Node, detail: str) -> Explained:
    """`NAME`, of what has several parents `NAME/PARENT`."""
    name, _, named = detail.partition("/")
    above = named or next((id for id, _ in above_of(grounds, node)), "")
    if node.id not in group_of(grounds, node, above):
        return unknown("it is dropped or stands by")
    one = grounds.proposing.investment(node, above)
    first, _, rest = name.partition("_")
    tail = f"/{above}" if above else ""
    if name == "weight":
        whole = grounds.fact("whole", 1, note="all of its group")
        share = Ask("part", node, f"group_share{tail}")
        return Explained(one.group_share, Measure.PERCENT, PERCENT, (share, whole))
    if name == "misinvested":
        return _misinvested(grounds, node, one, tail)
    if name in _AMOUNTS:
        means = _AMOUNTS[name]
        unit = Measure.MONEY if means is Means.MONEY else Measure.DAYS
        ask = Ask("value", node, f"invested_in/{means}{tail}")
        return Explained(one.amounts[means], unit, STATED, (ask,))
    if rest == "share":
        return _share(grounds, node, one, Means(first), tail)
    asks = (
        Ask("value", node, f"alignment/{first}_share{tail}"),
        Ask("than", node, f"alignment/weight{tail}"),
    )
    value = one.apart(Means(first))
    reason = "" if value is not None else "nothing is stated in the whole group"
    return Explained(value, Measure.NUMBER, MORE, asks, reason)


def _share(grounds: Grounds, node: Node, one: Investment, means: Means, tail: str) -> Explained:
    graph = grounds.plan.graph
    holder = graph.top[one.above] if one.above else graph.plan
    asks = (
        Ask("part", node, f"invested_in/{means}{tail}"),
        Ask("whole", holder, f"group_invested/{means}"),
    )
    value = one.share(means)
    reason = "" if value is not None else "nothing is stated in the whole group"
    return Explained(value, Measure.PERCENT, PERCENT, asks, reason)


def _misinvested(grounds: Grounds, node: Node, one: Investment, tail: str) -> Explained:
    plan = grounds.plan
    points = plan.thresholds.get("A109", POINTS)
    inputs: tuple[Input, ...] = (
        *(Ask("apart", node, f"alignment/{means}_apart{tail}") for means in Means),
        grounds.fact("points", points, Measure.NUMBER, "of A109"),
        grounds.fact("weighed", one.weighed, Measure.TRUTH, "whether one of its group states a weight"),
        grounds.fact("live", plan.live(node), Measure.TRUTH, "neither done nor dropped"),
        grounds.fact("far_off", plan.far_off(node), Measure.TRUTH, "whether it begins much later"),
    )
    value = any(misinvested(one, means, plan) for means in Means)
    return Explained(value, Measure.TRUTH, MISINVESTED, inputs)


def _names(grounds: Grounds, node: Node) -> Iterator[str]:
    above = [id for id, _ in above_of(grounds, node)]
    for id in above or [""]:
        if node.id in group_of(grounds, node, id):
            yield from (f"{name}/{id}" if len(above) > 1 else name for name in _NAMES)


def _is_named(grounds: Grounds, node: Node, detail: str) -> bool:
    name, _, above = detail.partition("/")
    known = [id for id, _ in above_of(grounds, node)]
    return name in _NAMES and above in known and node.id in group_of(grounds, node, above)


def _serves_nothing(grounds: Grounds, node: Node, name: str) -> Explained:
    """What is stated for a tactic that serves nothing."""
    unit = Measure.MONEY if name == "money" else Measure.DAYS
    if not serves_nothing(grounds.plan, node):
        return unknown("it serves an objective", unit)
    ask = Ask("value", node, f"invested/{Means.MONEY if name == 'money' else Means.EFFORT}")
    return Explained(grounds.explain(node, ask.figure).value, unit, STATED, (ask,))


def _of_idle(grounds: Grounds, node: Node) -> Iterator[str]:
    return iter(("days", "money") if serves_nothing(grounds.plan, node) else ())


FIGURES = (
    Explainable("alignment", "its part of the money and the work beside its weight", frozenset((Kind.OBJECTIVE,)),
                _aligned, _names, main="misinvested", accepts=_is_named),
    Explainable("serves_nothing", "the work and the money that lead to no objective", frozenset((Kind.TACTIC,)),
                _serves_nothing, _of_idle),
)  # fmt: skip
