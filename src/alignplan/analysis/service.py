"""Who is served: how many tactics that count work for each objective, at any depth.

Serving passes only through what counts: a tactic that is dropped or stands by serves nobody, and a dropped
objective hands nothing on to its parents. A tactic that reaches an objective on several ways is one tactic.

The plan is walked once. A tactic with one `supports` inside objectives with one `parent` is simply added
upward; only what has several ways up (*shared*) is kept in sets, so that it is not counted twice.
"""

from __future__ import annotations

from alignplan.analysis.status import Statuses
from alignplan.graph.circles import components
from alignplan.graph.graph import PlanGraph
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Service", "service"]

_NOTHING: frozenset[str] = frozenset()


@record
class Service:
    """The number of tactics that serve each objective, itself or through its children."""

    counts: dict[str, int]

    def count(self, objective: str) -> int:
        """How many tactics that count serve the objective, at any depth."""
        return self.counts[objective]


def service(graph: PlanGraph, statuses: Statuses) -> Service:
    """The tactics of every objective, counted."""
    return Service(_Count(graph, statuses).counts())


class _Count:
    """Counts from below. In a circle of objectives each serves all others, so all have the same tactics."""

    def __init__(self, graph: PlanGraph, statuses: Statuses) -> None:
        self.graph = graph
        self.statuses = statuses
        self.alone: dict[str, int] = {}
        """Tactics that count and serve this objective directly, and none else."""
        self.several: dict[str, list[str]] = {}
        """Those that serve others as well."""
        self.plain: dict[str, int] = {}
        """Tactics whose only way up, as far as it was walked, leads to this objective."""
        self.shared: dict[str, frozenset[str]] = {}
        """Tactics and objectives with several ways up that lie below this objective."""
        self.weight: dict[str, int] = {}
        """How many tactics a shared item stands for: those that no other shared item stands for."""
        self.spokesman: dict[str, str] = {}
        """The one that speaks for all of a circle when it hands its tactics on; elsewhere the objective itself."""

    def counts(self) -> dict[str, int]:
        self._listed()
        above = {id: self._served_by(id) for id in self.graph.parents}
        for part in reversed(components(above)):
            self._add(part)
        return {id: self.plain[id] + sum(self.weight[entry] for entry in self.shared[id]) for id in above}

    def _listed(self) -> None:
        """Who serves what directly, the tactics taken as they stand: each objective counts its own."""
        for (node, status), targets in zip(
            self.statuses.tactics(self.graph), self.graph.supported.values(), strict=True
        ):
            if status is Status.DROPPED or node.id in self.statuses.standing_by:
                continue
            if len(targets) == 1:
                id = targets[0][0]
                self.alone[id] = self.alone.get(id, 0) + 1
            else:
                for id, _ in targets:
                    self.several.setdefault(id, []).append(node.id)

    def _served_by(self, id: str) -> list[str]:
        """The objectives that an objective hands its tactics on to."""
        counts = self.statuses.counts(self.graph.top[id])
        return [parent for parent, _ in self.graph.parents[id]] if counts else []

    def _add(self, part: list[str]) -> None:
        """One objective, or all that run in one circle."""
        inside = set(part)
        plain = 0
        below: list[frozenset[str]] = []
        shared_here: list[str] = []
        for id in part:
            plain += self.alone.get(id, 0)
            shared_here.extend(self.several.get(id, ()))
            for child in self._children(id, inside):
                plain += self._handed_on(child, below)
        if shared_here:
            self.weight.update(dict.fromkeys(shared_here, 1))
            below.append(frozenset(shared_here))
        shared = _joined(below)
        for id in part:
            self.plain[id] = plain
            self.shared[id] = shared
            self.spokesman[id] = part[0]

    def _handed_on(self, child: str, below: list[frozenset[str]]) -> int:
        """What a child hands on: its plain tactics as a number, or as one shared item that stands for them."""
        if self.shared[child]:
            below.append(self.shared[child])
        if len(self.graph.parents[child]) == 1:
            return self.plain[child]
        spokesman = self.spokesman[child]
        self.weight[spokesman] = self.plain[child]
        below.append(frozenset((spokesman,)))
        return 0

    def _children(self, objective: str, inside: set[str]) -> list[str]:
        ids = self.graph.subobjectives.get(objective, ())
        return [id for id in ids if id not in inside and self.statuses.counts(self.graph.top[id])]


def _joined(sets: list[frozenset[str]]) -> frozenset[str]:
    if len(sets) > 1:
        return frozenset().union(*sets)
    return sets[0] if sets else _NOTHING
