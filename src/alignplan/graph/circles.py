"""Circles in directed graphs, without recursion: the parts that run in a circle, and the smallest circle of each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

__all__ = ["components", "order", "smallest_circle", "smallest_circles"]

N = TypeVar("N")
_MOST_STEPS = 2_000_000


def components(edges: Mapping[N, Sequence[N]]) -> list[list[N]]:
    """Strongly connected components (Tarjan), each after those that it points to; a target that is no key is a sink."""
    index: dict[N, int] = {}
    low: dict[N, int] = {}
    on_stack: set[N] = set()
    stack: list[N] = []
    found: list[list[N]] = []
    for start in edges:
        if start in index:
            continue
        work: list[tuple[N, int]] = [(start, 0)]
        while work:
            node, at = work.pop()
            if at == 0:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            targets = edges.get(node, ())
            while at < len(targets) and targets[at] in index:
                if targets[at] in on_stack:
                    low[node] = min(low[node], index[targets[at]])
                at += 1
            if at < len(targets):
                work.append((node, at + 1))
                work.append((targets[at], 0))
                continue
            if low[node] == index[node]:
                found.append(_popped(stack, on_stack, node))
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[node])
    return found


def _popped(stack: list[N], on_stack: set[N], until: N) -> list[N]:
    part: list[N] = []
    while True:
        node = stack.pop()
        on_stack.discard(node)
        part.append(node)
        if node == until:
            return part[::-1]


def order(edges: Mapping[N, Sequence[N]]) -> list[N]:
    """All nodes, each after those that it points to; within a circle in the order found."""
    return [node for part in components(edges) for node in part]


def smallest_circles(edges: Mapping[N, Sequence[N]]) -> list[list[N]]:
    """One circle for each part that runs in a circle: the smallest, beginning with the node that stands first."""
    position = {node: at for at, node in enumerate(edges)}
    circles = [
        smallest_circle(part, edges)
        for part in components(edges)
        if len(part) > 1 or part[0] in edges.get(part[0], ())
    ]
    turned = [_from_first(circle, position) for circle in circles]
    return sorted(turned, key=lambda circle: position[circle[0]])


def _from_first(circle: list[N], position: Mapping[N, int]) -> list[N]:
    first = min(range(len(circle)), key=lambda at: position[circle[at]])
    return circle[first:] + circle[:first]


def smallest_circle(part: Iterable[N], edges: Mapping[N, Sequence[N]]) -> list[N]:
    """The smallest circle in a strongly connected part (in a very large one: the smallest found within bounds)."""
    members = list(part)
    inside = set(members)
    within = {node: [target for target in edges.get(node, ()) if target in inside] for node in members}
    if sum(map(len, within.values())) == len(members):
        return _ring(members[0], within)
    alone = next((node for node in members if node in within[node]), None)
    if alone is not None:
        return [alone]
    best: list[N] | None = None
    steps = 0
    for start in members:
        circle, taken = _back_to(start, within, len(best) if best else len(members) + 1)
        steps += taken
        if circle and (best is None or len(circle) < len(best)):
            best = circle
        if best and (len(best) <= 2 or steps > _MOST_STEPS):
            break
    assert best is not None
    return best


def _ring(start: N, within: Mapping[N, Sequence[N]]) -> list[N]:
    circle = [start]
    node = within[start][0]
    while node != start:
        circle.append(node)
        node = within[node][0]
    return circle


def _back_to(start: N, within: Mapping[N, Sequence[N]], bound: int) -> tuple[list[N] | None, int]:
    """The shortest way from `start` back to it, when shorter than `bound`, and the steps it took to look."""
    came: dict[N, N] = {}
    depth = {start: 0}
    queue = deque([start])
    steps = 0
    while queue:
        node = queue.popleft()
        if depth[node] + 1 >= bound:
            break
        for target in within[node]:
            steps += 1
            if target == start:
                return _way(came, start, node), steps
            if target not in depth:
                depth[target] = depth[node] + 1
                came[target] = node
                queue.append(target)
    return None, steps


def _way(came: Mapping[N, N], start: N, end: N) -> list[N]:
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
