"""What there is of a resource in each slot before anything is placed: its days, less what history still holds."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.clocks import Clock
from alignplan.scheduling.network import Network

__all__ = ["fields", "held", "ones", "there"]


def there(network: Network, number: int, clock: Clock) -> list[tuple[int, int]]:
    """The units that are left of a resource, as own positions of its clock and what there is from each on."""
    one, per_day = network.problem.resources[number], network.per_day
    past = held(network).get(number, {})
    borders = {0, *(day * per_day for day in range(len(one.days) + 1)), *past, *(slot + 1 for slot in past)}
    found: dict[int, int] = {}
    for instant in sorted(borders):
        if instant <= network.horizon:
            day = instant // per_day
            units = one.days[day] if day < len(one.days) else one.capacity
            found[clock.own[instant]] = max(units - past.get(instant, 0), 0)
    return list(found.items())


def held(network: Network) -> dict[int, dict[int, int]]:
    """By resource, how many units history still holds in each slot from today on."""
    used: dict[int, dict[int, int]] = {}
    problem = network.problem
    for task in problem.tasks:
        if task.fixed is None or task.fixed[1] <= problem.now:
            continue
        mode = task.modes[0]
        axis = problem.axes[mode.axis]
        for own in range(axis.own(max(task.fixed[0], problem.now)), axis.own(task.fixed[1])):
            slot = axis.slot(own)
            for number, units in mode.needs:
                slots = used.setdefault(number, {})
                slots[slot] = slots.get(slot, 0) + units
    return used


def fields(values: Sequence[int], width: int) -> int:
    """One whole number with a field of bits for each value, the first lowest."""
    if not values:
        return 0
    said = {value: format(value, f"0{width}b") for value in set(values)}
    return int("".join([said[value] for value in reversed(values)]), 2)


def ones(count: int, width: int) -> int:
    """A 1 in each of so many fields."""
    return ((1 << count * width) - 1) // ((1 << width) - 1)
