"""The instant before which no schedule of a problem can have finished: certified, whoever searches and however long.

Each part leaves something out of the problem, so that what is left is easy, and the largest of them counts:

- `windows`: the longest chain, with calendars, all links, lags, releases, today and history; people without limits.
- `energy`: what each resource has to do, against what there is of it between when the work can begin and must end.
- `exclusion`: tasks of which no two can run at once do so one after the other.
- `timetable`: what a task takes in the middle of its window, wherever in it the task lies.

The last three ask a question: can all be done by a given instant? Every *no* moves the bound behind that instant.
"""

from __future__ import annotations

from alignplan.scheduling.bounds.energy import Supplies
from alignplan.scheduling.bounds.exclusion import Exclusion, pairs_of
from alignplan.scheduling.bounds.refuting import Judge
from alignplan.scheduling.bounds.windows import Network
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import Problem

__all__ = ["lower_bound"]

_LOOKS = 20_000
"""How many tasks the cheap questions look at, all together: a question looks at each."""
_PAIRS = 25_000
"""Hard questions are asked where no more pairs of tasks than this have to be looked at."""
_QUESTIONS = 40


def lower_bound(problem: Problem, finish: int | None = None) -> int:
    """An instant before which no schedule of the problem has finished; for one without tasks, today's first.

    `finish` is the finish of a schedule, where there is one: no question is asked behind it. Some milliseconds for a
    hundred tasks, a tenth of a second for ten thousand. The same every time: what is limited are the questions, not
    the time. A task that fits nowhere, since nobody works any more, is taken as `lasting` takes it.
    """
    if not problem.tasks:
        return problem.now
    problem = lasting(problem)
    network = Network(problem)
    network.look_forward()
    supplies = Supplies(problem)
    bound = max(network.finish, supplies.finish(network))
    bound = Judge(network, supplies).raised(bound, max(_LOOKS // len(problem.tasks), 2), finish)
    if pairs_of(problem) > _PAIRS or bound == finish:
        return bound
    return Judge(network, supplies, Exclusion(network)).raised(bound, _QUESTIONS, finish)
