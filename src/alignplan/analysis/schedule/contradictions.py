"""Dates and links that cannot hold together, whatever people do: the smallest set of them.

Taken at their word are dues that are a must, `not_before`, links with their lags and the most that these may be, what
has happened, today, and how long everything takes at least. People and things are as many as it takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.draft import Draft, Role
from alignplan.model.kinds import Kind
from alignplan.model.values import is_must
from alignplan.records import record
from alignplan.scheduling.critical import Window, came, comes, earliest
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import Link, Problem

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Contradiction", "contradictions", "may_contradict"]


@record
class Contradiction:
    """What cannot hold together: the tasks of a chain, the first first, and the links between them.

    The last is finished at the instant `finish` at the earliest, and has to be by `limit`. Of a link that may not take
    so long (`too_long`) the chain leads from what comes first to what follows by another way, or the latter is held up
    by the head of the chain.
    """

    tasks: tuple[int, ...]
    links: tuple[Link, ...]
    finish: int
    limit: int
    too_long: Link | None = None


def may_contradict(plan: Standpoint) -> bool:
    """Whether anything in a plan has to be by a day, or may not take longer: without that nothing contradicts."""
    if any(is_must(node.model.due) for node in plan.graph.kinds[Kind.OBJECTIVE]):
        return True
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        model = tactic.model
        for item in (model, *model.actions.values(), *model.milestones.values()):
            if is_must(item.due) or any(link.at_most is not None for link in item.after):
                return True
    return False


def contradictions(draft: Draft) -> list[Contradiction]:
    """One for each cause: of a chain of what has to be by a day, the first that cannot."""
    problem, windows, broken = _settled(lasting(draft.problem))
    found = [] if broken is None else [_of_link(problem, windows, broken)]
    late = {
        number
        for number, task in enumerate(problem.tasks)
        if task.must is not None and problem.now < task.must < windows[number].finish and task.fixed is None
    }
    for number in sorted(late):
        tasks, links = _chain(problem, windows, number)
        if not late.intersection(tasks[:-1]) and not _closes(draft, number, late):
            must = problem.tasks[number].must
            assert must is not None
            found.append(Contradiction(tasks, links, windows[number].finish, must))
    return found


def _closes(draft: Draft, number: int, late: set[int]) -> bool:
    """Whether it is a tactic of which a step is told already."""
    entry = draft.entries[number]
    steps = draft.steps.get(entry.node.id, ()) if entry.role is Role.CLOSING else ()
    return bool(late.intersection(steps))


def _settled(problem: Problem) -> tuple[Problem, list[Window], Link | None]:
    """The earliest places with what comes first put off until no link takes too long; else a link that always does.

    Each round settles one link at least, where all can be settled.
    """
    limits = [link for link in problem.links if link.at_most is not None]
    windows, _ = earliest(problem)
    for _ in range(len(limits) + 1):
        over = next((link for link in limits if _excess(problem, windows, link) > 0), None)
        if over is None:
            return problem, windows, None
        if problem.tasks[over.before].fixed is not None or problem.tasks[over.before].began is not None:
            return problem, windows, over
        problem = _put_off(problem, windows, over)
        windows, _ = earliest(problem)
    return problem, windows, next((link for link in limits if _excess(problem, windows, link) > 0), None)


def _excess(problem: Problem, windows: Sequence[Window], link: Link) -> int:
    """By how many slots a link takes too long at the earliest places."""
    after = problem.tasks[link.after]
    if after.fixed is not None or (link.kind.endswith("start") and after.began is not None):
        return 0
    first, then = came(problem, link, windows[link.before]), _end_of(windows[link.after], link)
    taken = then - first
    if link.axis is not None:
        taken = problem.axes[link.axis].own(then) - problem.axes[link.axis].own(first)
    return taken - (link.at_most or 0)


def _end_of(window: Window, link: Link) -> int:
    return window.start if link.kind.endswith("start") else window.finish


def _put_off(problem: Problem, windows: Sequence[Window], link: Link) -> Problem:
    """The problem in which what comes first begins so much later that the link does not take too long."""
    task, window = problem.tasks[link.before], windows[link.before]
    mode = task.modes[0]
    axis = problem.axes[mode.axis if mode.length else (link.axis or 0)]
    later = axis.slot(axis.own(window.start) + max(_excess(problem, windows, link), 1))
    tasks = list(problem.tasks)
    tasks[link.before] = replace(task, release=later)
    return replace(problem, tasks=tuple(tasks))


def _of_link(problem: Problem, windows: Sequence[Window], link: Link) -> Contradiction:
    tasks, links = _chain(problem, windows, link.after)
    first, most = came(problem, link, windows[link.before]), link.at_most or 0
    if link.axis is None:
        limit = first + most
    else:
        axis = problem.axes[link.axis]
        limit = (
            axis.slot(axis.own(first) + most) if link.kind.endswith("start") else axis.shifted(first, most)
        )
    return Contradiction(tasks, links, _end_of(windows[link.after], link), limit, link)


def _chain(
    problem: Problem, windows: Sequence[Window], last: int
) -> tuple[tuple[int, ...], tuple[Link, ...]]:
    """What puts a task where it is at the earliest: the tasks back to one that waits for none, and their links."""
    incoming: dict[int, list[Link]] = {}
    for link in problem.links:
        incoming.setdefault(link.after, []).append(link)
    tasks, links = [last], list[Link]()
    while True:
        tight = next(_tight(problem, windows, incoming.get(tasks[-1], ())), None)
        if tight is None or tight.before in tasks:
            return tuple(reversed(tasks)), tuple(reversed(links))
        tasks.append(tight.before)
        links.append(tight)


def _tight(problem: Problem, windows: Sequence[Window], links: Sequence[Link]) -> Iterator[Link]:
    """The links that leave a task no room."""
    for link in links:
        task, window = problem.tasks[link.after], windows[link.after]
        if task.fixed is not None or (task.began is not None and link.kind.endswith("start")):
            continue
        mode = task.modes[0]
        instant, own = comes(problem, link, windows[link.before]), _end_of(window, link)
        if instant <= max(problem.now, task.release) and link.kind.endswith("start"):
            continue
        axis = problem.axes[mode.axis]
        if instant == own or (mode.length and axis.own(instant) == axis.own(own)):
            yield link
