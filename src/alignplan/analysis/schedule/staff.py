"""Who does a piece of work: the ways in which it can be done, each with its people, its length and its hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.dates import Span
from alignplan.analysis.schedule.lengths import Length, Source
from alignplan.analysis.schedule.notes import Note, NoteKind
from alignplan.analysis.schedule.pools import FULL, Pools, Taken
from alignplan.analysis.schedule.staying import Staying
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import Duration
from alignplan.records import record
from alignplan.scheduling.axis import Axis

__all__ = ["Assigned", "Staff", "Way", "teams_at_work"]

_WHO = frozenset((Kind.PERSON, Kind.TEAM))
_RESOURCES = frozenset((Kind.RESOURCE,))


@record
class Assigned:
    """A person or team with the share of a full day that they give, in percent."""

    who: str
    share: float


@record
class Way:
    """One way of doing a piece of work: so many slots of an axis, in all of which so much of resources is taken."""

    length: int
    axis: Axis
    taken: Taken = ()
    assigned: tuple[Assigned, ...] = ()


@record
class _Worker:
    node: Node
    amount: int


def teams_at_work(graph: PlanGraph) -> Iterator[str]:
    """The ids of the teams that do work themselves: named as workers, or owners of what names nobody."""
    for tactic in graph.kinds[Kind.TACTIC]:
        models = [*tactic.model.actions.values()]
        for model in models or [tactic.model]:
            named = [id for id, _ in (*getattr(model, "assigned", ()), *getattr(model, "any_of", ()))]
            for id in named or [model.owner or tactic.model.owner]:
                node = graph.top.get(id) if id else None
                if node is not None and node.kind is Kind.TEAM:
                    yield node.id


class Staff:
    """The people of a plan at work."""

    def __init__(self, graph: PlanGraph, grid: Grid, pools: Pools) -> None:
        self._graph, self._grid, self._pools = graph, grid, pools
        self._working = grid.working
        self._lengths: dict[tuple[Duration, int], int] = {}
        self._staying = Staying(grid)
        self.notes: list[Note] = []
        self._shared: dict[tuple[int, ...], tuple[Axis, tuple[Axis, ...]]] = {}

    def ways(self, node: Node, length: Length, span: Span) -> tuple[Way, ...]:
        """The ways of doing an action or tactic that takes so long, its planned days being `span`: one at least."""
        if length.source is not Source.EFFORT:
            return (self._unstaffed(node, length, span),)
        found = [self._staffed(node, length, workers) for workers in self._choices(node)]
        return tuple(way for way in found if way is not None) or (self._unstaffed(node, length, span),)

    # ------------------------------------------------------------ who

    def _choices(self, node: Node) -> list[list[_Worker]]:
        """Those who do it together, once for each way to choose them."""
        model = node.model
        together = self._named(getattr(model, "assigned", ()))
        others = self._named(getattr(model, "any_of", ()))
        if not together and not others:
            others = self._able(node)
        if others:
            taken = {worker.node for worker in together}
            return [[*together, one] for one in others if one.node not in taken] or [together]
        return [together or self._named([(id, None) for id in (self._owner(node),) if id])]

    def _owner(self, node: Node) -> str | None:
        above = node.parent.model.owner if node.parent is not None else None
        owner: str | None = node.model.owner or above
        return owner

    def _named(self, links: Sequence[tuple[str, float | None]]) -> list[_Worker]:
        found = [(self._graph.top.get(id), share) for id, share in links]
        return [self._worker(node, share) for node, share in found if node is not None and node.kind in _WHO]

    def _worker(self, node: Node, share: float | None) -> _Worker:
        """With a share of a full day, at most what there is of them; of a team one whole person if nothing is said."""
        most = self._pools.capacity(node)
        if node.kind is Kind.TEAM:
            wanted = FULL if share is None else round(share * FULL / 100)
            return _Worker(node, min(wanted, most) if most else wanted)
        return _Worker(node, most if share is None else min(round(share * FULL / 100), most))

    def _able(self, node: Node) -> list[_Worker]:
        """Where nobody is named: everyone with the skills asked for; where a team has the tactic, of that team."""
        if not getattr(node.model, "skills", ()) or node.model.owner:
            return []
        skills = set(node.model.skills)
        owner = self._graph.top.get(self._owner(node) or "")
        team = owner.id if owner is not None and owner.kind is Kind.TEAM else None
        people = self._graph.kinds[Kind.PERSON]
        able = [one for one in people if skills <= set(one.model.skills) and team in (None, one.model.team)]
        if not able:
            self.notes.append(Note(NoteKind.UNABLE, node.id))
        return [self._worker(one, None) for one in able]

    # ------------------------------------------------------------ how long, and when

    def _staffed(self, node: Node, length: Length, workers: Sequence[_Worker]) -> Way | None:
        """With these people; none where they do nothing at all."""
        rate = sum(worker.amount for worker in workers)
        if not rate or length.amount is None:
            return None
        slots = self._lengths.get((length.amount, rate))
        if slots is None:
            slots = ceil(Fraction(self._grid.slots(length.amount) * FULL, rate))
            self._lengths[length.amount, rate] = slots
        axis = self._together([self._axis(node, worker, slots) for worker in workers])
        taken = [pair for worker in workers for pair in self._pools.taken(worker.node, worker.amount)]
        return Way(slots, axis, _summed([*taken, *self._used(node)]), self._assigned(workers))

    def _axis(self, node: Node, worker: _Worker, slots: int) -> Axis:
        """When someone works; who leaves before all that is theirs is done is taken to stay, and it is told."""
        axis = self._pools.axis(worker.node, worker.amount)
        if axis.ends is None or self._staying.fits(worker.node, axis, slots * worker.amount):
            return axis
        self.notes.append(Note(NoteKind.NOBODY, node.id, (worker.node.id,)))
        return self._staying.axis(worker.node, axis)

    def _unstaffed(self, node: Node, length: Length, span: Span) -> Way:
        """Where nobody's work drives it: only who is assigned is told; things are used all the same."""
        grid = self._grid
        workers = self._assigned(self._named(getattr(node.model, "assigned", ())))
        used = _summed(self._used(node)) if length.known else ()
        if length.source is Source.DATES:
            return self._between(span, length.left, used, workers)
        if length.amount is None:
            return Way(0, self._working, (), workers)
        if length.source is Source.ELAPSED:
            return Way(grid.elapsed_slots(length.amount), grid.elapsed, used, workers)
        return Way(grid.slots(length.amount), self._working, used, workers)

    def _between(self, span: Span, left: Fraction, used: Taken, workers: tuple[Assigned, ...]) -> Way:
        """From its first planned day through its last: working time, or calendar time where no day of it is worked."""
        assert span.start is not None
        assert span.due is not None
        first, last = self._grid.instant_of(span.start), self._grid.instant_of(span.due, end=True)
        axis = self._working
        slots = axis.own(last) - axis.own(first)
        if not slots:
            axis, slots = self._grid.elapsed, last - first
        return Way(ceil(slots * left), axis, used, workers)

    def _assigned(self, workers: Sequence[_Worker]) -> tuple[Assigned, ...]:
        return tuple(Assigned(worker.node.id, worker.amount * 100 / FULL) for worker in workers)

    def _together(self, axes: Sequence[Axis]) -> Axis:
        """When all of them work: axes that are equal are one, so that each is known by its identity."""
        distinct = {id(axis): axis for axis in axes}
        if len(distinct) == 1:
            return axes[0]
        key = tuple(distinct)
        if key not in self._shared:
            worked = [min(slots) for slots in zip(*(axis.worked for axis in distinct.values()), strict=True)]
            beyond = [min(slots) for slots in zip(*(axis.beyond for axis in distinct.values()), strict=True)]
            self._shared[key] = Axis(axes[0].per_day, worked, beyond), tuple(distinct.values())
        return self._shared[key][0]

    def _used(self, node: Node) -> list[tuple[int, int]]:
        """The things that it needs."""
        found: list[tuple[int, int]] = []
        for id, units in node.model.uses:
            thing = self._graph.top.get(id)
            if thing is not None and thing.kind in _RESOURCES:
                found.extend(self._pools.taken(thing, round((1.0 if units is None else units) * FULL)))
        return found


def _summed(pairs: Sequence[tuple[int, int]]) -> Taken:
    """Each resource once, with all that is taken of it."""
    found: dict[int, int] = {}
    for number, amount in pairs:
        found[number] = found.get(number, 0) + amount
    return tuple(found.items())
