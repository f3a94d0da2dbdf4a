"""Links that must not take too long: what comes first is put off until they do not."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.general import General
from alignplan.scheduling.network import Network
from alignplan.scheduling.places import Places
from alignplan.scheduling.problem import Link

__all__ = ["excess", "within"]

ROUNDS = 12
"""How often tasks are put off before the best of what was found is taken."""


def within(general: General, order: Sequence[int]) -> Places:
    """The places that a list gives, with tasks put off for links that have a longest time, as far as that helps.

    Modes are chosen before any is put off and then kept, so that the same list gives the same places in these modes.
    """
    network = general.network
    places = general.run(order)
    if not network.limits:
        return places
    best, least = places, excess(network, places)
    release, floor = list(network.release), list(network.floor)
    for _ in range(ROUNDS):
        if not least or not _put_off(network, places, release, floor):
            break
        places = general.run(order, release, floor, modes=best.mode)
        over = excess(network, places)
        if over < least:
            best, least = places, over
    return best


def excess(network: Network, places: Places) -> int:
    """By how many slots links take longer than they may, in all."""
    return sum(_over(network, places, link)[0] for link in network.limits)


def _put_off(network: Network, places: Places, release: list[int], floor: list[int]) -> bool:
    """Moves the dates before which tasks cannot begin or end; whether any moved."""
    moved = False
    tasks = network.problem.tasks
    for link in network.limits:
        over, wanted = _over(network, places, link)
        before = tasks[link.before]
        of_start = link.kind[0] == "s"
        if not over or before.fixed is not None or (of_start and before.began is not None):
            continue
        dates = release if of_start else floor
        if wanted > dates[link.before]:
            dates[link.before] = wanted
            moved = True
    return moved


def _over(network: Network, places: Places, link: Link) -> tuple[int, int]:
    """By how much a link takes too long, and the first instant for its first end at which it would not."""
    tasks = network.problem.tasks
    before, after = tasks[link.before], tasks[link.after]
    of_start, to_start = link.kind[0] == "s", link.kind.endswith("start")
    if after.fixed is not None or (to_start and after.began is not None):
        return 0, 0
    comes = (places.start if to_start else places.finish)[link.after]
    came = (places.start if of_start else places.finish)[link.before]
    if before.fixed is not None:
        came = before.fixed[0 if of_start else 1]
    if of_start and before.began is not None:
        came = before.began
    longest = link.at_most or 0
    if link.axis is None:
        return max(comes - came - longest, 0), comes - longest
    axis = network.problem.axes[link.axis]
    own = axis.own(comes) - longest
    wanted = axis.slot(own - 1) + 1 if own > 0 else 0
    return max(own - axis.own(came), 0), wanted
