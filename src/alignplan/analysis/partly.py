"""A few files of a plan on a day, judged by what is known of the rest from a check of the whole.

Of each tactic two things are decided elsewhere: whether a contingency lets it stand by, and, where its start is its
objective's, whether it begins far from today. They are kept with how far the work has come as *signs*: for each tactic
a letter, for each of its steps a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.status import Statuses, statuses, step_status
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.effort import WorkWeek
    from alignplan.graph.graph import PlanGraph
    from alignplan.graph.nodes import Node

__all__ = ["Partly", "is_only_further", "open_steps", "signs", "tactics_that_differ"]

_ORDER = tuple(Status)
_AT = {status: at for at, status in enumerate(_ORDER)}
_ONE = re.compile(r"[^0-9][0-9]*")
"""The signs of one tactic."""
_ACTIVE, _PAUSED = str(_AT[Status.ACTIVE]), str(_AT[Status.PAUSED])
_DONE = str(_AT[Status.DONE])
_OPEN = frozenset(str(_AT[status]) for status in (Status.PLANNED, Status.ACTIVE, Status.PAUSED))


def signs(plan: Assessment) -> dict[str, str]:
    """The signs of the tactics of each file."""
    found: dict[str, str] = {}
    for file, tactics in groupby(plan.graph.kinds[Kind.TACTIC], key=attrgetter("file")):
        found[file] = found.get(file, "") + "".join(_signs(plan, tactic) for tactic in tactics)
    return found


def _signs(plan: Assessment, tactic: Node) -> str:
    status = plan.statuses.of_tactics[tactic.id]
    at = 4 * _AT[status] + 2 * plan.stands_by(tactic) + plan.far_off(tactic)
    return chr(ord("A") + at) + "".join(_steps(tactic, plan.today))


def _steps(tactic: Node, today: date) -> Iterator[str]:
    for steps in (tactic.model.actions, tactic.model.milestones):
        for step in steps.values():
            yield str(_AT[step_status(step, today)])


def open_steps(signs: str) -> int:
    """How many steps are open, by the signs of their tactics."""
    return sum(map(signs.count, _OPEN))


def is_only_further(before: str, now: str, *, ended: bool) -> bool:
    """Whether tactics stand as before, and steps that are not open, too; with `ended` open ones may be done now."""
    if len(before) != len(now):
        return False
    return all(
        was == is_now or (was in _OPEN and (is_now in _OPEN or (ended and is_now == _DONE)))
        for was, is_now in zip(before, now, strict=True)
    )


def tactics_that_differ(
    plan: Assessment, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Node]:
    """The tactics that, or of which steps, have begun or ended since; by the signs of their files before and now."""
    for file, tactics in groupby(plan.graph.kinds[Kind.TACTIC], key=attrgetter("file")):
        one, other = (_ONE.findall(signs.get(file, "").replace(_PAUSED, _ACTIVE)) for signs in (before, now))
        yield from (tactic for tactic, was, is_now in zip(tactics, one, other, strict=True) if was != is_now)


class Partly(Assessment):
    """Some files of a plan; `before` are their signs from the check of the whole, in the order of the tactics.

    `open_elsewhere` is the number of open steps in the other files.
    """

    def __init__(
        self,
        graph: PlanGraph,
        today: date,
        thresholds: dict[str, float],
        week: WorkWeek,
        before: Iterable[str],
        open_elsewhere: int = 0,
    ) -> None:
        super().__init__(graph, today, thresholds)
        self._open_elsewhere = open_elsewhere
        self._week = week
        letters = (sign for sign in before if sign.isalpha())
        flags = [(ord(letter) - ord("A")) % 4 for letter in letters]
        tactics = [tactic.id for tactic in graph.kinds[Kind.TACTIC]]
        known = list(zip(tactics, flags, strict=True))
        self._waiting = frozenset(id for id, flag in known if flag & 2)
        self._far = frozenset(id for id, flag in known if flag & 1)

    @cached_property
    def statuses(self) -> Statuses:
        """Where everything stands; who stands by is known from before."""
        return replace(statuses(self.graph, self.today), standing_by=self._waiting)

    @cached_property
    def week(self) -> WorkWeek:
        """That of the whole plan."""
        return self._week

    def has_more_open_steps(self, most: float) -> bool:
        """Whether more than `most` steps of the whole plan are open."""
        rest = most - self._open_elsewhere
        return rest < 0 or super().has_more_open_steps(rest)

    def far_off(self, node: Node) -> bool:
        """Whether a tactic begins more than `lead` days after today, as it was known before."""
        return node.id in self._far
