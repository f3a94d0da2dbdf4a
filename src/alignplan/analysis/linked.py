"""Links of `after` one by one: what waits for what, and which tactics are linked with others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, references
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Waiting", "has_links", "linked_tactics", "waits_of"]

_SECTIONS = ((Kind.ACTION, "actions"), (Kind.MILESTONE, "milestones"))


@record
class Waiting:
    """`item` says in `reference` that it waits for `other`; `link` is what it says."""

    item: Node
    other: Node
    reference: Reference

    @property
    def link(self) -> Any:
        """The :class:`~alignplan.model.values.AfterLink`."""
        return self.reference.detail

    @property
    def of_finish(self) -> bool:
        """Whether the finish of the other binds; else its start."""
        return bool(self.link.kind.startswith("finish"))

    @property
    def to_start(self) -> bool:
        """Whether the start of the item is bound; else its finish."""
        return bool(self.link.kind.endswith("start"))


def waits_of(plan: Standpoint, concerns: Callable[[Any], bool]) -> Iterator[Waiting]:
    """The links by which works wait that count and were not dropped, in the order of the plan.

    `concerns` looks at a tactic, action or milestone first: in a large plan most are of no concern to who asks.
    """
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        model = tactic.model
        if model.after and concerns(model) and plan.counts(tactic):
            yield from _of(plan, tactic)
        for kind, section in _SECTIONS:
            for name, step in getattr(model, section).items():
                if not step.after or not concerns(step) or not plan.counts(tactic):
                    continue
                if step_status(step, plan.today) is not Status.DROPPED:
                    yield from _of(plan, Node(kind, f"{tactic.id}/{name}", step, tactic.file, tactic))


def _of(plan: Standpoint, node: Node) -> Iterator[Waiting]:
    for reference in references(node):
        if reference.field != "after":
            continue
        other = plan.graph.resolve(reference)
        if other is not None and other.kind in reference.kinds and other != node and plan.counts(other):
            yield Waiting(node, other, reference)


def linked_tactics(plan: Standpoint) -> list[str]:
    """The ids of the tactics that are linked with others: they, or steps of theirs, wait for or are waited for."""
    found: dict[str, None] = {}
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        for ref in _named(tactic.model):
            other = ref.partition("/")[0]
            if other != tactic.id:
                found |= dict.fromkeys((tactic.id, other))
    return list(found)


def has_links(tactic: Any) -> bool:
    """Whether a tactic or a step of it waits for something."""
    steps = (*tactic.actions.values(), *tactic.milestones.values())
    return bool(tactic.after) or any(step.after for step in steps)


def _named(tactic: Any) -> Iterator[str]:
    """What a tactic and its steps wait for, but for the steps beside them."""
    yield from (link.id for link in tactic.after)
    for steps in (tactic.actions, tactic.milestones):
        for step in steps.values():
            for link in step.after:
                if link.id not in tactic.actions and link.id not in tactic.milestones:
                    yield link.id
