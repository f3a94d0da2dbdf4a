"""From the samples of a schedule to what they say of a plan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from statistics import pstdev
from typing import TYPE_CHECKING

from alignplan.analysis.risk_in_time.answer import DRIVERS, PARTS, Driver, Odds, RiskInTime
from alignplan.analysis.risk_in_time.ranges import ranges_of
from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.analysis.schedule.days import Days
from alignplan.analysis.schedule.draft import Role
from alignplan.analysis.schedule.outcomes import work_below
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.scheduling.sampling import Chance, Drawing, quantile, sampled

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["risk_in_time"]

Samples = Sequence[Sequence[int]]


def risk_in_time(
    plan: Standpoint,
    found: PlanSchedule,
    drawing: Drawing,
    choice: Choice | None = None,
    told: Callable[[int], None] | None = None,
) -> RiskInTime:
    """How sure the days of a schedule of a plan are. `told` hears how many samples there are by now.

    What is critical and whose spread hurts is asked for the end of the plan, or of what was chosen of it.
    """
    ranges = ranges_of(plan, found.draft)
    among = None if choice is None or choice.everything else _chosen(plan, found, choice)
    chance = sampled(found.draft.problem, found.schedule, ranges.spreads, drawing, among=among, told=told)
    weighing = _Weighing(plan, found, chance)
    deviation = weighing.deviation()
    likely = found.whole.finish
    by_then = weighing.whole(likely)
    return RiskInTime(
        drawing,
        weighing.whole(found.whole.due),
        None if by_then is None else likely,
        None if by_then is None else by_then.chance,
        tuple(weighing.objectives()),
        tuple(weighing.items()),
        tuple(weighing.drivers(ranges.spreads, deviation)),
        deviation,
        ranges.without,
        ranges.share,
        not any(chance.deviation),
    )


def _chosen(plan: Standpoint, found: PlanSchedule, choice: Choice) -> list[int]:
    """The tasks that are still to be done of the chosen items, and of the tactics for the chosen objectives."""
    below = work_below(plan)
    ids = [id for node in choice.of(Kind.OBJECTIVE) for id in below[node.id]]
    ids += [id for id, item in found.items.items() if item.node in choice]
    numbers = {found.draft.numbers[id] for id in ids if id in found.items}
    return sorted(number for number in numbers if not found.draft.entries[number].over)


class _Weighing:
    def __init__(self, plan: Standpoint, found: PlanSchedule, chance: Chance) -> None:
        self._plan, self._found, self._chance = plan, found, chance
        self._draft = found.draft
        self._days = Days(found.draft, found.schedule.placed)

    # ------------------------------------------------------------ when

    def whole(self, due: date | None) -> Odds | None:
        """Of the plan, with the chance to meet a day: of all tactics that count."""
        tactics = [node.id for node in self._plan.graph.kinds[Kind.TACTIC]]
        return self._odds_of(None, tactics, due)

    def objectives(self) -> Iterator[Odds]:
        """Of each objective whose work is not over."""
        below = work_below(self._plan)
        for id, outcome in self._found.objectives.items():
            odds = self._odds_of(outcome.node, below[id], outcome.due)
            if odds is not None:
                yield odds

    def items(self) -> Iterator[Odds]:
        """Of each open item."""
        for id, item in self._found.items.items():
            number = self._draft.numbers[id]
            if self._is_open(item):
                entry = self._draft.entries[number]
                critical = None if entry.role is Role.CLOSING else self._critical(number)
                yield self._odds(item.node, [number], item.due, critical)

    def _is_open(self, item: Scheduled) -> bool:
        """Whether it is still to be finished, and anybody knows when."""
        return item.finish is not None and not self._draft.entries[self._draft.numbers[item.node.id]].over

    def _odds_of(self, node: Node | None, tactics: Sequence[str], due: date | None) -> Odds | None:
        """Of the tactics of which it is known when they end, as long as one of them is open."""
        items = [self._found.items[id] for id in tactics if id in self._found.items]
        if not any(self._is_open(item) for item in items):
            return None
        known = [self._draft.numbers[item.node.id] for item in items if item.finish is not None]
        return self._odds(node, known, due, None)

    def _odds(
        self, node: Node | None, numbers: Sequence[int], due: date | None, critical: float | None
    ) -> Odds:
        placed = self._found.schedule.placed
        last = max(numbers, key=lambda number: (placed[number].finish, number))
        ends, free = (_last(finish, numbers) for finish in (self._chance.finish, self._chance.free))

        def day(instant: int) -> date:
            return self._days.ending(last, instant)

        days, loose = ([day(quantile(some, part)) for part in PARTS] for some in (ends, free))
        chance = None if due is None else bisect_right(ends, due, key=day) * 100 / len(ends)
        return Odds(node, (days[0], days[1], days[2]), (loose[0], loose[1], loose[2]), due, chance, critical)

    # ------------------------------------------------------------ why

    def _critical(self, number: int) -> float:
        return self._chance.critical[number] * 100 / self._chance.count

    def deviation(self) -> float:
        """The standard deviation of the last finish, in working days."""
        return pstdev(self._days.between(0, instant) for instant in self._chance.ends)

    def drivers(self, uncertain: Iterable[int], total: float) -> Iterator[Driver]:
        """Whose spread hurts most, the worst first."""
        found = []
        for number in uncertain if total > 0 else ():
            critical, deviation = self._critical(number), self._deviation(number)
            if critical and deviation:
                node = self._draft.entries[number].node
                found.append(Driver(node, critical, deviation, critical / 100 * deviation / total))
        found.sort(key=lambda driver: -driver.ssi)
        yield from found[:DRIVERS]

    def _deviation(self, number: int) -> float:
        """Of the length of a task, in working days; of calendar time as many of its days as are worked in a week."""
        grid, place = self._draft.grid, self._found.schedule.placed[number]
        task = self._draft.problem.tasks[number]
        axis = self._draft.problem.axes[task.modes[place.mode].axis]
        calendar = grid.calendars.default
        if axis.always and not grid.working.always:
            return self._chance.deviation[number] / grid.per_day * len(calendar.week) / 7
        return self._chance.deviation[number] / grid.slots_of_day(calendar)


def _last(finish: Samples, numbers: Sequence[int]) -> list[int]:
    """The last finish of some tasks, sample by sample, then sorted."""
    if len(numbers) == 1:
        return sorted(finish[numbers[0]])
    return sorted(map(max, zip(*(finish[number] for number in numbers), strict=True)))
