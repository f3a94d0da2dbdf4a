"""A contradiction in words: what has to hold, and why it cannot, one ground after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.analysis.schedule.contradictions import Contradiction
from alignplan.analysis.schedule.draft import Draft, Entry, Role
from alignplan.analysis.schedule.lengths import Source
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record
from alignplan.scheduling.problem import Link

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Case", "Ground", "told"]

Ground = tuple[Node, str, tuple[str | int, ...]]
"""An item, what it contributes, and where that stands below its own place."""
_BEGUN = (Status.ACTIVE, Status.PAUSED)


@record
class Case:
    """A contradiction as it is told: of which item and field, in what words, with all that takes part in it."""

    item: Node
    field: str
    steps: tuple[str | int, ...] | None
    finish: date
    words: str
    grounds: tuple[Ground, ...]


def told(plan: Standpoint, found: Contradiction) -> Case:
    """A contradiction in words."""
    draft = plan.draft
    last = draft.entries[found.tasks[-1]].node
    starts = found.too_long is not None and found.too_long.kind.endswith("start")
    day = draft.grid.day_of if starts else draft.grid.last_day
    finish, limit = day(found.finish), day(found.limit)
    grounds = tuple(_grounds(plan, draft, found))
    why = "; ".join(words for _, words, _ in grounds)
    if found.too_long is None:
        words = f"`{last.id}` must be done by {limit} and cannot be before {finish}: {why}"
        return Case(last, "due", None, finish, words, grounds)
    before = draft.entries[found.too_long.before].node
    does = "begin" if starts else "end"
    words = (
        f"`{last.id}` has to {does} by {limit}, soon after `{before.id}`, and cannot before {finish}: {why}"
    )
    return Case(last, "after", _steps(plan, last, before), finish, words, grounds)


def _grounds(plan: Standpoint, draft: Draft, found: Contradiction) -> Iterator[Ground]:
    """The head of the chain, then each work of it with the link that leads on."""
    head = draft.entries[found.tasks[0]]
    yield _head(plan, draft, head, found.tasks[0])
    for at, number in enumerate(found.tasks):
        entry = draft.entries[number]
        if at and draft.entries[found.tasks[at - 1]].role is not Role.OPENING:
            yield from _link(plan, draft, found.links[at - 1])
        length = _length(entry)
        if length:
            yield entry.node, f"`{entry.node.id}` takes {length}", (_field(entry),)


def _head(plan: Standpoint, draft: Draft, entry: Entry, number: int) -> Ground:
    """What keeps the first of the chain from coming earlier."""
    task, node = draft.problem.tasks[number], entry.node
    if plan.status(node) is Status.DONE:
        return node, f"`{node.id}` was done on {draft.grid.last_day((task.fixed or (0, 0))[1])}", ()
    if plan.status(node) in _BEGUN and task.began is not None:
        return node, f"the rest of `{node.id}` begins today", ()
    if task.release > draft.problem.now:
        day = draft.grid.day_of(task.release)
        for holder in (node, node.parent):
            if holder is not None and holder.model.not_before == day:
                return holder, f"`{holder.id}` may not begin before {day}", ("not_before",)
        return node.parent or node, f"`{node.id}` is not to begin before {day}", ()
    return node, f"`{node.id}` begins today at the earliest", ()


def _link(plan: Standpoint, draft: Draft, link: Link) -> Iterator[Ground]:
    """The link as somebody wrote it; a tactic that ends with its step needs no word."""
    item, other = draft.entries[link.after], draft.entries[link.before]
    if other.node.parent == item.node and item.role is Role.CLOSING:
        return
    node = item.node
    for stated in _stated(plan, node, other.node):
        lag = (
            "" if stated.lag is None or not stated.lag.amount else f" {stated.lag.amount:+g}{stated.lag.unit}"
        )
        kind = "" if stated.kind == "finish-start" and not lag else f" ({stated.kind}{lag})"
        yield node, f"`{node.id}` waits for `{other.node.id}`{kind}", _steps(plan, node, other.node)
        return


def _stated(plan: Standpoint, node: Node, other: Node) -> Iterator[Any]:
    for reference in references(node):
        if reference.field == "after" and plan.graph.resolve(reference) == other:
            yield reference.detail


def _steps(plan: Standpoint, node: Node, other: Node) -> tuple[str | int, ...]:
    """Where an item says that it waits for another."""
    for reference in references(node):
        if reference.field == "after" and plan.graph.resolve(reference) == other:
            return reference.steps
    return ()


def _length(entry: Entry) -> str:
    """How long a work takes, as it was written."""
    length, node = entry.length, entry.node
    if length is None or not length.known or node.kind is Kind.MILESTONE:
        return ""
    if length.source is Source.DATES or length.amount is None:
        return f"from {node.model.start} to {node.model.due}"
    who = (
        ", ".join(f"`{one.who}`" for one in entry.ways[0].assigned) if length.source is Source.EFFORT else ""
    )
    kind = {Source.EFFORT: " of work", Source.DURATION: "", Source.ELAPSED: " elapsed"}[length.source]
    return f"{length.amount}{kind}{f' by {who}' if who else ''}"


def _field(entry: Entry) -> str:
    return "start" if entry.length is None or entry.length.amount is None else entry.length.source.value
