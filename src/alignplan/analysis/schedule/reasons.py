"""Why each item lies where it lies, and the chains that follow from it."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.schedule.answer import Ground, Why
from alignplan.analysis.schedule.draft import Draft, Entry, Role
from alignplan.analysis.schedule.lengths import Source
from alignplan.scheduling.schedule import Binding, Placed, Reason

__all__ = ["Reasons"]


class Reasons:
    """The reasons of a schedule."""

    def __init__(self, draft: Draft, placed: Sequence[Placed], bindings: Sequence[Binding]) -> None:
        self._draft, self._placed, self._bindings = draft, placed, bindings

    def why(self, number: int) -> Why:
        """Why a task lies where it lies."""
        entry, task = self._draft.entries[number], self._draft.problem.tasks[number]
        if entry.over:
            return Why(Ground.DONE)
        binding = self._bindings[number]
        if task.began is not None and binding.reason in (Reason.NOW, Reason.RELEASE, Reason.CALENDAR):
            return Why(Ground.BEGUN)
        if binding.reason is Reason.LINK and binding.task is not None:
            return self._waits(entry, binding.task)
        if binding.reason is Reason.RESOURCE:
            return Why(Ground.BUSY, self._named(binding.task), self._resource(binding.resource))
        if binding.reason is Reason.RELEASE:
            return Why(self._released(entry))
        return Why(Ground.AWAY if binding.reason is Reason.CALENDAR else Ground.TODAY)

    def chain(self, number: int) -> list[int]:
        """The tasks that put one where it is, the first first; the last is the task itself."""
        found = [number]
        while True:
            other = self._bindings[found[-1]].task
            if other is None or other in found or self._draft.entries[found[-1]].over:
                break
            found.append(other)
        return found[::-1]

    def path(self, number: int) -> tuple[str, ...]:
        """The same as items: steps, and tactics without steps."""
        names = (self._draft.entries[at] for at in self.chain(number))
        return tuple(dict.fromkeys(entry.node.id for entry in names if entry.role in (Role.WORK, Role.POINT)))

    def _waits(self, entry: Entry, other: int) -> Why:
        """What it waits for; where its own tactic waits for it, that is told."""
        seen = self._draft.entries[other]
        if seen.role is Role.OPENING:
            return self.why(other)
        if seen.node.parent == entry.node and entry.role is Role.CLOSING:
            return Why(Ground.STEPS, seen.node.id)
        return Why(Ground.WAITS, seen.node.id)

    def _released(self, entry: Entry) -> Ground:
        """Which of its days it waits for."""
        model = entry.node.model
        if entry.length is not None and entry.length.source in (Source.DATES, Source.DUE, Source.UNKNOWN):
            return Ground.PLANNED
        above = entry.node.parent
        if model.not_before is None and (above is None or above.model.not_before is None):
            return Ground.WINDOW
        return Ground.NOT_BEFORE

    def _named(self, number: int | None) -> str | None:
        return None if number is None else self._draft.entries[number].node.id

    def _resource(self, number: int | None) -> str | None:
        return None if number is None else self._draft.problem.resources[number].name
