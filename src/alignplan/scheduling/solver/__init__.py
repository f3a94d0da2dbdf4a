"""Better schedules by a constraint solver: the extra `alignplan[solver]`, OR-Tools CP-SAT (Perron and Didier).

The solver is given what the heuristic knows: its schedule as a hint, its finish as the horizon, and the windows of the
critical path method. It looks for less lateness first, then for an earlier finish, then for fewer moves; and what it
proves raises the certified bound.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.errors import Misuse
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.solver.news import News, Progress

__all__ = ["News", "Progress", "improve", "installed"]


def installed() -> bool:
    """Whether the solver is there; it is not loaded for that."""
    from importlib.util import find_spec

    return find_spec("ortools") is not None


def improve(
    problem: Problem,
    schedule: Schedule,
    *,
    limit: float = 10.0,
    workers: int = 2,
    progress: Progress | None = None,
    kept: Sequence[int | None] = (),
) -> Schedule:
    """The better of a schedule and the best one that is found within a limit, with the larger of both bounds.

    `limit` is in seconds of work of each of the `workers`: where others use the machine too, it takes longer, at most
    twice that time. `kept` are the instants at which tasks should begin as far as that costs nothing, by number. Ctrl-C
    ends the search with the best so far. With more than one worker, two runs may find different schedules.

    Raises `Misuse` where the solver is not installed.
    """
    if not installed():
        raise Misuse("the effort `solver` needs OR-Tools", "pip install 'alignplan[solver]'")
    from alignplan.scheduling.solver.stages import Search

    return Search(lasting(problem), schedule, limit, workers, progress).best(kept)
