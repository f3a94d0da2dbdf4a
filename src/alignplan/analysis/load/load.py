"""Load: demand against capacity, of someone or something, period by period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.load.demand import Demand, Piece
from alignplan.analysis.load.periods import By, Stretch, end_of, stretches
from alignplan.analysis.load.presence import day_at
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["ROUNDING", "Load", "Loaded", "Part", "all_periods", "leeway", "loads", "parts", "pieces_of"]

ROUNDING = 1e-6
"""What binary fractions make of equal days."""
ON_EDGES = 1.0
"""Days: half of one at either end of a period."""


@record
class Part:
    """Days of an action."""

    id: str
    days: float


@record
class Loaded:
    """A period of someone or something: person-days, of a thing days of use.

    `capacity` is what there is (none where nobody knows), `demand` what is to be done, `parts` by which actions, the
    most first.
    """

    period: Stretch
    capacity: float | None
    demand: float
    parts: tuple[Part, ...] = ()
    leeway: float = ROUNDING
    """So many days more are not too much."""

    @property
    def percent(self) -> float | None:
        """Demand ÷ capacity; unknown where the capacity is, or is 0."""
        return self.demand * 100 / self.capacity if self.capacity else None

    @property
    def over(self) -> float:
        """By how many days there is too much."""
        if self.capacity is None:
            return 0.0
        over = self.demand - self.capacity
        return over if over > self.leeway else 0.0


@record
class Load:
    """The load of someone or something."""

    node: Node
    periods: tuple[Loaded, ...]

    @property
    def demand(self) -> float:
        """All that is to be done."""
        return sum(one.demand for one in self.periods)

    @property
    def capacity(self) -> float | None:
        """All that there is; unknown where that of a period is."""
        known = [one.capacity for one in self.periods if one.capacity is not None]
        return sum(known) if len(known) == len(self.periods) else None

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not any(one.demand for one in self.periods)


def leeway(plan: Standpoint) -> float:
    """How many days more than there are is not yet too much in a period.

    In a schedule one work may end on the day on which the next begins, and the days do not tell who has which hours.
    """
    return ROUNDING if plan.lock is None else ON_EDGES


def loads(
    plan: Standpoint, demand: Demand, who: Iterable[Node], periods: Sequence[Stretch]
) -> Iterator[Load]:
    """The load of people, teams and things, in their order."""
    for node in who:
        pieces = list(pieces_of(demand, node))
        yield Load(node, tuple(_loaded(plan, demand, node, pieces, one) for one in periods))


def all_periods(
    plan: Standpoint, demand: Demand, by: By, first: date | None = None, last: date | None = None
) -> list[Stretch]:
    """The periods from today, or a later day, until all open work is to be done, or until a day."""
    first = plan.today if first is None else max(first, plan.today)
    year_starts = plan.graph.plan.model.year_starts or 1
    if last is None:
        last = end_of(day_at(plan.today, max(demand.end - 1, 0)), by, year_starts)
    return list(stretches(first, last, by, year_starts))


def parts(demand: Demand, pieces: Iterable[tuple[Node | None, Piece]], first: int, last: int) -> list[Part]:
    """What falls between two days of pieces of work, by action, the most first."""
    found: dict[int, float] = {}
    for who, piece in pieces:
        one, other = max(piece.first, first), min(piece.last, last)
        if one < other:
            days = demand.days_of(who, piece.spread)
            inside = days.count(one, other)
            if inside:
                amount = piece.days * inside / days.count(piece.first, piece.last)
                found[piece.number] = found.get(piece.number, 0.0) + amount
    listed = [Part(demand.item(number).id, amount) for number, amount in found.items() if amount > 0]
    return sorted(listed, key=lambda one: -one.days)


def pieces_of(demand: Demand, node: Node) -> Iterator[tuple[Node, Piece]]:
    """The work of a team is its own and that of its people."""
    yield from ((node, piece) for piece in demand.of(node.id))
    if node.kind is Kind.TEAM:
        for person in demand.presence.members(node):
            yield from ((person, piece) for piece in demand.of(person.id))


def _loaded(
    plan: Standpoint, demand: Demand, node: Node, pieces: Sequence[tuple[Node, Piece]], period: Stretch
) -> Loaded:
    first, last = period.within(plan.today)
    found = parts(demand, pieces, first, last)
    capacity = demand.presence.capacity(node, first, last)
    return Loaded(period, capacity, sum(one.days for one in found), tuple(found), leeway(plan))
