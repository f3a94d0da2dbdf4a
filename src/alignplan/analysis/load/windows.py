"""When open work is to be done: the days from today, or its start, to its due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from alignplan.analysis.load.open_work import OpenWork
from alignplan.analysis.load.presence import FARTHEST, Days, Presence
from alignplan.analysis.schedule.lengths import Source
from alignplan.graph.nodes import Node

if TYPE_CHECKING:
    from datetime import date

    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Window", "Windows"]


class Window(NamedTuple):
    """From day `first` up to, without it, day `last`; day 0 is today.

    `late`: its due has passed, or lies before its start, so that it is done as fast as those who do it can. `ends`: a
    schedule says when it ends, of what has begun; when what is left of it begins follows from how long that takes.
    """

    first: int
    last: int
    late: bool = False
    ends: bool = False


class Windows:
    """The windows of the open actions of a plan: by the locked schedule where it has them, else by their dates."""

    def __init__(self, plan: Standpoint, presence: Presence) -> None:
        self._plan = plan
        self._presence = presence
        self._today = plan.today.toordinal()
        self._locked = plan.lock.items if plan.lock is not None else {}

    def of_tactic(self, tactic: Node) -> tuple[int, int | None]:
        """The first and the last day of a tactic, counted from today; the last is unknown where nothing says it."""
        model = tactic.model
        start, due = model.start, model.due
        if start is None or due is None:  # stated by most: nothing is looked up that need not be
            span = self._plan.dates.of_tactic(tactic)
            start, due = span.start, span.due
        first = 0 if start is None else start.toordinal() - self._today
        if model.not_before is not None:
            first = max(first, self._day(model.not_before))
        return first, None if due is None else due.toordinal() - self._today

    def plain(self, around: tuple[int, int | None]) -> tuple[int, int] | None:
        """The window of an action that says nothing of its own and has not begun; none where that needs a look."""
        first, last = max(around[0], 0), around[1]
        if last is None or self._locked or not first <= last < FARTHEST:
            return None
        return (first, last + 1) if self._presence.working.count(first, last + 1) else None

    def of(
        self, tactic: Node, name: str, action: Any, work: OpenWork, around: tuple[int, int | None]
    ) -> Window | None:
        """When an action is to be done, `around` being its tactic's days; none where nobody knows until when."""
        locked = self._locked.get(f"{tactic.id}/{name}") if self._locked else None
        if locked is not None and locked.finish is not None:
            first, due = self._day(locked.start), self._day(locked.finish)
        else:
            first, last = self._stated(action, around)
            if last is None:
                return None
            due = last
        first = 0 if work.begun else min(max(first, 0), FARTHEST - 1)
        if due < first:
            return Window(first, first, late=True)
        if locked is None and work.source is not Source.EFFORT:
            return self.lasting(Window(first, min(due + 1, FARTHEST)), work)
        return Window(first, min(due + 1, FARTHEST), ends=locked is not None and work.begun)

    def who(self, tactic: Node, name: str) -> Sequence[tuple[str, float]]:
        """Who does an action by the locked schedule, with their shares of a day; nobody where it does not say."""
        locked = self._locked.get(f"{tactic.id}/{name}") if self._locked else None
        return () if locked is None else locked.who

    def until(self, window: Window, length: float) -> Window:
        """The window of work that is late: from its first day on, for so many working days."""
        return Window(window.first, self._presence.working.reached(window.first, length), late=True)

    def ending(self, window: Window, needed: Iterable[tuple[Days, float]]) -> Window:
        """The window of what is left of work that ends with it, and takes so many days of each of these."""
        first = min((days.back(window.last, amount) for days, amount in needed), default=window.first)
        return Window(max(first, window.first), window.last)

    def lasting(self, window: Window, work: OpenWork) -> Window:
        """As long as it takes, from its first day on; what only has days, for those days."""
        first = window.first
        if window.ends:
            days = self._presence.calendar if work.source is Source.ELAPSED else self._presence.working
            return self.ending(window, [(days, work.days)])
        if work.source is Source.DURATION:
            return Window(first, self._presence.working.reached(first, work.days))
        if work.source is Source.ELAPSED:
            return Window(first, min(first + max(ceil(work.days - 1e-9), 1), FARTHEST))
        return Window(first, max(window.last, first + 1), window.late)

    def _stated(self, action: Any, around: tuple[int, int | None]) -> tuple[int, int | None]:
        first = around[0] if action.start is None else self._day(action.start)
        if action.not_before is not None:
            first = max(first, self._day(action.not_before))
        return first, around[1] if action.due is None else self._day(action.due)

    def _day(self, day: date | None) -> int:
        return 0 if day is None else day.toordinal() - self._today
