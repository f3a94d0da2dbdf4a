"""Who weighs how much: shares of links and groups, and weights in a mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alignplan.analysis.effort import person_days
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import (
    COUNT,
    EQUAL,
    MEAN,
    PART_OF_GROUP,
    PERCENT,
    PRODUCT,
    STATED,
    SUM,
)
from alignplan.analysis.explaining.operations.work import DAYS_OF_WORK
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.figures import exact_number

__all__ = ["FIGURES", "ORDER", "above_of", "group_of"]

ORDER = 50
_Stated = tuple[str, Node, tuple[str, ...], float | None]
_SERVING = frozenset((Kind.OBJECTIVE, Kind.TACTIC))
_ACTIONS = frozenset((Kind.ACTION,))
_GROUPED = frozenset((Kind.OBJECTIVE, Kind.PLAN))


def above_of(grounds: Grounds, node: Node) -> Sequence[tuple[str, float | None]]:
    """What it serves, with the stated weights."""
    graph = grounds.plan.graph
    return graph.parents[node.id] if node.kind is Kind.OBJECTIVE else graph.supported[node.id]


def _served(grounds: Grounds, node: Node) -> Iterator[str]:
    return (id for id, _ in above_of(grounds, node))


# ------------------------------------------------------------ of a link


def _link_share(grounds: Grounds, node: Node, objective: str) -> Explained:
    links = above_of(grounds, node)
    field = "parent" if node.kind is Kind.OBJECTIVE else "supports"
    stated = dict(links)
    value = grounds.plan.shares.links[node.id][objective]
    own = grounds.stated(node, "own", stated[objective], Measure.NUMBER, field, objective, name="weight")
    if len(links) == 1:
        return Explained(1.0, Measure.NUMBER, EQUAL, (own,), "it serves nothing else")
    return Explained(value, Measure.NUMBER, PART_OF_GROUP, (own, *_whole(node, "links")))


def _share_percent(grounds: Grounds, node: Node, objective: str) -> Explained:
    """The cell of a matrix."""
    value = grounds.plan.shares.links[node.id][objective] * 100
    part = Ask("part", node, f"link_share/{objective}")
    return Explained(value, Measure.PERCENT, PERCENT, (part, grounds.fact("whole", 1, note="all its links")))


def _stated_weight(grounds: Grounds, node: Node, detail: str) -> Explained:
    field, _, target = detail.partition("/")
    found = next(
        link for link in grounds.plan.graph.links(node) if (link.type, link.target.id) == (field, target)
    )
    leaf = grounds.stated(node, "value", found.weight, Measure.NUMBER, *found.reference.steps, name="weight")
    reason = "" if found.weight is not None else "no weight is stated"
    return Explained(found.weight, Measure.NUMBER, STATED, (leaf,), reason)


def _links(grounds: Grounds, node: Node) -> Iterator[str]:
    return (f"{link.type}/{link.target.id}" for link in grounds.plan.graph.links(node))


# ------------------------------------------------------------ in a group


def group_of(grounds: Grounds, node: Node, objective: str) -> Mapping[str, float]:
    """The group shares of those beside it in an objective; of root objectives `objective` is empty."""
    shares = grounds.plan.shares
    return (shares.groups if node.kind is Kind.OBJECTIVE else shares.tactics).get(objective, {})


def _group_share(grounds: Grounds, node: Node, objective: str) -> Explained:
    group = group_of(grounds, node, objective)
    own = grounds.stated(node, "own", node.model.weight, Measure.NUMBER, "weight", name="weight")
    if node.id not in group:
        return unknown("it is dropped or stands by", Measure.NUMBER)
    if len(group) == 1:
        return Explained(1.0, Measure.NUMBER, EQUAL, (own,), "it is the only one")
    which = "objectives" if node.kind is Kind.OBJECTIVE else "tactics"
    graph = grounds.plan.graph
    holder = graph.top[objective] if objective else graph.plan
    return Explained(group[node.id], Measure.NUMBER, PART_OF_GROUP, (own, *_whole(holder, which)))


def _whole(holder: Node, which: str) -> tuple[Input, ...]:
    """What the members of a group state in all, how many state nothing, and how many there are."""
    return tuple(Ask(role, holder, f"weights/{which}-{role}") for role in ("stated", "silent", "members"))


def _weights(grounds: Grounds, holder: Node, detail: str) -> Explained:
    """The weights of a group of links, objectives or tactics: their sum, how many state none, how many there are."""
    which, _, role = detail.partition("-")
    leaves: list[Input] = []
    if which == "links":
        field = "parent" if holder.kind is Kind.OBJECTIVE else "supports"
        pairs: list[_Stated] = [(id, holder, (field, id), weight) for id, weight in above_of(grounds, holder)]
    else:
        shares, graph = grounds.plan.shares, grounds.plan.graph
        key = "" if holder.kind is Kind.PLAN else holder.id
        ids = (shares.groups if which == "objectives" else shares.tactics).get(key, {})
        pairs = [(id, graph.top[id], ("weight",), graph.top[id].model.weight) for id in ids]
    for id, node, steps, weight in pairs:
        if role == "members" or (weight is None) == (role == "silent"):
            leaves.append(grounds.stated(node, "value", weight, Measure.NUMBER, *steps, name=id))
    operation = SUM if role == "stated" else COUNT
    value = (
        float(sum(weight for *_, weight in pairs if weight is not None)) if role == "stated" else len(leaves)
    )
    return Explained(value, Measure.NUMBER if role == "stated" else Measure.COUNT, operation, tuple(leaves))


def _roots(grounds: Grounds, node: Node) -> Iterator[str]:
    yield from _served(grounds, node)
    if node.kind is Kind.OBJECTIVE and not above_of(grounds, node):
        yield ""


def _weight(grounds: Grounds, node: Node, objective: str) -> Explained:
    """N · g · s: how much it weighs in an objective; among the root objectives its share."""
    group = group_of(grounds, node, objective)
    if node.id not in group:
        return unknown("it is dropped or stands by", Measure.NUMBER)
    share = Ask("value", node, f"group_share/{objective}".rstrip("/"))
    if not objective:
        return Explained(group[node.id], Measure.NUMBER, STATED, (share,))
    which = "objectives" if node.kind is Kind.OBJECTIVE else "tactics"
    holder = grounds.plan.graph.top[objective]
    size = Ask("value", holder, f"weights/{which}-members")
    link = Ask("value", node, f"link_share/{objective}")
    value = len(group) * group[node.id] * grounds.plan.shares.links[node.id][objective]
    return Explained(value, Measure.NUMBER, PRODUCT, (size, share, link))


# ------------------------------------------------------------ of an action


def _action_weight(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value, model = grounds.action_weight(node), node.model
    if value is None:
        return unknown("it is dropped", Measure.DAYS)
    if model.effort is not None or model.duration is not None:
        return _work_days(grounds, node, "")
    assert node.parent is not None
    others = [step for step in grounds.step_nodes(node.parent) if step.model.effort or step.model.duration]
    if not others:
        return Explained(
            value, Measure.DAYS, EQUAL, (), "no action of the tactic states an effort or a duration"
        )
    return Explained(value, Measure.DAYS, STATED, (Ask("value", node.parent, "mean_work"),))


def _mean_work(grounds: Grounds, tactic: Node, _detail: str) -> Explained:
    stated = [step for step in grounds.step_nodes(tactic) if step.model.effort or step.model.duration]
    known = [value for step in stated if (value := grounds.action_weight(step)) is not None]
    if not known:
        return unknown("no action states an effort or a duration", Measure.DAYS)
    asks = tuple(Ask("value", step, "work_days") for step in stated)
    return Explained(sum(known) / len(known), Measure.DAYS, MEAN, asks)


def _work_days(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """The effort of an action in person-days, else its duration in working days."""
    model, week = node.model, grounds.plan.week
    if model.effort is not None:
        length, steps = model.effort.likely, ["effort", "likely"]
        value = person_days(model, week)
    elif model.duration is not None:
        length, steps = model.duration, ["duration"]
        value = model.duration.days(week.hours, week.days)
    else:
        return unknown("neither `effort` nor `duration` is stated", Measure.DAYS)
    text = f"{exact_number(length.amount)}{length.unit}"
    leaf = grounds.stated(node, "length", text, Measure.WORD, *steps, name=steps[0])
    inputs = (leaf,) if length.unit == "d" else (leaf, *grounds.week)
    return Explained(value, Measure.DAYS, DAYS_OF_WORK, inputs)


def _holder_groups(_grounds: Grounds, node: Node) -> Iterator[str]:
    whiches = ["objectives"] if node.kind is Kind.PLAN else ["objectives", "tactics", "links"]
    return (f"{which}-{role}" for which in whiches for role in ("stated", "silent", "members"))


FIGURES = (
    Explainable("weight", "how much it weighs in what it serves", _SERVING, _weight, _roots),
    Explainable("weight", "how much it weighs in its tactic", _ACTIONS, _action_weight),
    Explainable(
        "share", "the part of its links that leads to an objective", _SERVING, _share_percent, _served
    ),
    Explainable("link_share", "the same, as a part of 1", _SERVING, _link_share, _served, inner=True),
    Explainable("group_share", "its part among those beside it", _SERVING, _group_share, _roots, inner=True),
    Explainable(
        "links", "the weight that a link states", frozenset(Kind), _stated_weight, _links, inner=True
    ),
    Explainable("work_days", "effort or duration in days", _ACTIONS, _work_days),
    Explainable("weights", "what a group states", _GROUPED | _SERVING, _weights, _holder_groups, inner=True),
    Explainable("mean_work", "the mean of its actions", frozenset((Kind.TACTIC,)), _mean_work, inner=True),
)
