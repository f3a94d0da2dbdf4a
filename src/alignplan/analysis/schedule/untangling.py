"""Links that run in a circle: what waits for itself is left out, and of works that only overlap a link is let go."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.graph.circles import components
from alignplan.scheduling.problem import Link

__all__ = ["circular", "overlapping"]


def circular(count: int, links: Sequence[Link]) -> list[list[int]]:
    """The tasks that wait for themselves, together with those that they do so with.

    Each task has a start and, behind it, a finish; a link leads from one of them to one of them. Task n starts at the
    point 2n and finishes at 2n + 1.
    """
    edges: dict[int, list[int]] = {point: [] for point in range(2 * count)}
    for number in range(count):
        edges[2 * number].append(2 * number + 1)
    for link in links:
        first = 2 * link.before + link.kind.startswith("finish")
        edges[first].append(2 * link.after + link.kind.endswith("finish"))
    parts = (sorted({point // 2 for point in part}) for part in components(edges) if len(part) > 1)
    return sorted(part for part in parts if part)


def overlapping(count: int, links: Sequence[Link]) -> list[Link]:
    """Links to let go so that no task waits for another that waits for it: those between finishes and the like."""
    kept = list(links)
    gone: list[Link] = []
    while True:
        edges: dict[int, list[int]] = {number: [] for number in range(count)}
        for link in kept:
            edges[link.before].append(link.after)
        inside = {at: group for group, part in enumerate(components(edges)) if len(part) > 1 for at in part}
        tangled = [link for link in kept if inside.get(link.before, -1) == inside.get(link.after, -2)]
        if not tangled:
            return gone
        # What only binds the end of what follows says least about where it lies.
        worst = min(tangled, key=lambda link: (link.kind.endswith("start"), link.kind.startswith("finish")))
        gone.append(worst)
        kept.remove(worst)
