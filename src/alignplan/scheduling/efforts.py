"""How much is tried to find a good schedule: the door of the engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from alignplan.scheduling.bounds import lower_bound
from alignplan.scheduling.lists import completed, listed
from alignplan.scheduling.network import Network
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.rules import Span, alone, followers, latest, rules
from alignplan.scheduling.schedule import Schedule, Score
from alignplan.scheduling.search import Search
from alignplan.scheduling.settling import places_of, scored
from alignplan.scheduling.trials import Found, Trials

__all__ = ["EFFORTS", "solve"]

EFFORTS = {"quick": 0, "default": 1_000, "thorough": 20_000}
"""How many lists are tried at most, each justified if it promises something; those of the rules of thumb always are."""
LARGE = 1_000
"""With more tasks than this, or with half of it where tasks cost more to place, fewer lists are, in proportion."""
SMALL = 2_000
"""With more tasks than this `quick` is content with two rules, with ten times as many all efforts are."""


def solve(
    problem: Problem,
    effort: str = "default",
    *,
    seed: int = 0,
    order: Sequence[int] | None = None,
    moves: Mapping[int, int] | None = None,
    bound: int | None = None,
    progress: Callable[[int, Score], None] | None = None,
) -> Schedule:
    """A good schedule of a problem; the same for the same problem, effort, seed, order and moves.

    `order` is a list to begin with, as an earlier schedule of a like problem has it: numbers that it lacks are added,
    and the result is never worse than what it gives. `moves` are starts by task number: of schedules that are equally
    good the one is taken whose tasks lie nearer to them. `bound` is a lower bound that is known already. `progress` is
    told again and again how many lists were tried, and the best score so far.

    What cannot hold still gets a schedule, the least broken one that was found: see `lasting.py` for tasks without
    any place. Raises `ValueError` where the links have a circle.
    """
    network = Network(problem)
    early, late = _alone(network)
    trials = Trials(network, moves)
    search = Search(trials, [float(instant) for instant in late[1]], seed, progress)
    search.bound = _longest(network, early) if bound is None else bound
    first = listed(network, late[1])
    begin = [] if order is None else [search.add(completed(network, order, first))]
    if not search.perfect:
        begin.append(search.add(first))
    if bound is None and search.finish > search.bound:
        search.bound = max(search.bound, lower_bound(network.problem, search.finish))
    tries = _tries(effort, trials)
    if len(network.free) <= (10 * SMALL if tries else SMALL) and not search.perfect:
        begin += _by_rules(search, rules(network, early, late))
    elif not search.perfect and len(network.free) <= 10 * SMALL:
        begin.append(search.add(listed(network, followers(network))))
    if len(network.free) - search.lead > 1:
        search.run(begin, tries)
    assert search.best is not None
    return _schedule(problem, trials, search.best, search.bound, effort)


def _alone(network: Network) -> tuple[Span, Span]:
    """Earliest and latest places if nobody had to share, with a horizon that reaches behind them."""
    while True:
        try:
            early = alone(network, network.forward, network.release, network.floor, network.free)
            return early, latest(network, early)
        except IndexError:
            network.reach(2 * network.horizon)


def _longest(network: Network, early: Span) -> int:
    """The end of the longest chain, and of history; where tasks have several modes, of history alone."""
    tasks = network.problem.tasks
    chosen = any(len(task.modes) > 1 for task in tasks)
    ends = [task.fixed[1] for task in tasks if task.fixed is not None]
    if not chosen:
        ends += [early[1][number] for number, task in enumerate(tasks) if task.fixed is None]
    return max(ends, default=network.problem.now)


def _tries(effort: str, trials: Trials) -> int:
    """How many lists an effort places at most."""
    most, large = EFFORTS[effort], LARGE if trials.cheap else LARGE // 2
    return min(most, most * large // max(len(trials.network.free), 1))


def _by_rules(search: Search, given: tuple[list[list[float]], list[list[float]]]) -> list[Found]:
    """What the rules of thumb find: placed task by task and, where it is cheap, hour by hour, in both directions."""
    found: list[Found] = []
    for by_time in (False, True):
        for backward in (False, True):
            for keys in given[backward]:
                if search.perfect:
                    return found
                order = search.trials.ruled(keys, backward=backward, by_time=by_time)
                if order is not None:
                    found.append(search.add(order))
    return found


def _schedule(problem: Problem, trials: Trials, best: Found, bound: int, method: str) -> Schedule:
    placed = places_of(trials.network, trials.placer.places(best[1]))
    score = scored(problem, placed)
    history = [number for number, task in enumerate(problem.tasks) if task.fixed is not None]
    return Schedule(placed, score, min(bound, score.finish), (*history, *best[1]), method)
