"""Groups of weights that are meant to sum to 100: of links, of siblings, of the tactics of an objective."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Group", "Member", "groups"]

Member = tuple[Node, tuple[str, ...], float | None]
"""The item that states a weight, where it stands in the item, and the weight itself (`None`: not stated)."""


@record
class Group:
    """Members that divide a whole among them.

    `field` says what they are: the links of `parent` or `supports`, the `objectives` below `owner` (of the plan: the
    root objectives), or the `tactics` of `owner`.
    """

    owner: Node
    field: str
    members: tuple[Member, ...]

    @property
    def stated(self) -> list[float]:
        """The weights that are stated."""
        return [weight for _, _, weight in self.members if weight is not None]

    @property
    def silent(self) -> int:
        """How many members state none."""
        return len(self.members) - len(self.stated)


def groups(plan: Assessment) -> Iterator[Group]:
    """Every group with at least one stated weight whose owner is judged; members as far as they count."""
    graph = plan.graph
    weighed = _weighed(plan)
    yield from _siblings(plan, graph.plan, "objectives", _roots(plan))
    for objective in plan.judged(Kind.OBJECTIVE):
        yield from _links(objective, "parent")
        yield from _siblings(plan, objective, "objectives", graph.subobjectives.get(objective.id, ()))
        if objective.id in weighed:
            yield from _siblings(plan, objective, "tactics", graph.tactics[objective.id])
    for tactic in plan.judged(Kind.TACTIC):
        yield from _links(tactic, "supports")


def _weighed(plan: Assessment) -> set[str]:
    """The objectives of which a tactic states a weight: few of a large plan's, and only those are looked at."""
    graph = plan.graph
    stated = zip(graph.kinds[Kind.TACTIC], graph.supported.values(), strict=True)
    return {id for node, targets in stated if node.model.weight is not None for id, _ in targets}


def _roots(plan: Assessment) -> Sequence[str]:
    """The root objectives; none where a parent is not known, since who is a root is then not known either."""
    graph = plan.graph
    return [] if any(graph.top[id].model.parent for id in graph.roots) else graph.roots


def _siblings(plan: Assessment, owner: Node, field: str, ids: Sequence[str]) -> Iterator[Group]:
    nodes = [plan.graph.top[id] for id in ids]
    if all(node.model.weight is None for node in nodes):
        return
    counted = [node for node in nodes if plan.counts(node)]
    members = tuple((node, ("weight",), node.model.weight) for node in counted)
    if any(weight is not None for _, _, weight in members):
        yield Group(owner, field, members)


def _links(node: Node, field: str) -> Iterator[Group]:
    links = getattr(node.model, field)
    if any(weight is not None for _, weight in links):
        yield Group(node, field, tuple((node, (field, ref), weight) for ref, weight in links))
