"""What a trigger says today: whether it holds, does not, or cannot be told, and in words why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from alignplan.analysis.triggers.course import Truth
from alignplan.analysis.triggers.leaves import LEAVES, Told
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Reading", "conditions", "read"]

Steps = tuple[str | int, ...]
_GROUPS: Mapping[str, Callable[[Iterator[Truth]], Truth]] = {"any": max, "all": min}


@record
class Reading:
    """A trigger as it is read on a day. `kind` is its key that says what it is about: `kpi`, `budget`, `any` …"""

    trigger: Any
    kind: str
    truth: Truth
    words: str
    """Why, with ids in backticks; of `any` and `all` what decides."""
    subject: Node | None = None
    """What it is about, where that is there; of `any` and `all` none."""
    parts: tuple[Reading, ...] = ()
    """Those of `any` and `all`."""


def read(contingency: Node, plan: Assessment) -> Reading | None:
    """The trigger of a contingency; none where it has no `when`."""
    if contingency.model.when is None:
        return None
    subjects: dict[Steps, Node] = {}
    for reference in references(contingency):
        target = plan.graph.resolve(reference) if reference.field == "when" else None
        if target is not None and target.kind in reference.kinds:
            subjects[reference.steps] = target
    return _read(contingency.model.when, ("when",), subjects, plan)


def conditions(reading: Reading) -> Iterator[Reading]:
    """The single conditions of a trigger, in the order written."""
    if not reading.parts:
        yield reading
    for part in reading.parts:
        yield from conditions(part)


def _read(trigger: Any, steps: Steps, subjects: Mapping[Steps, Node], plan: Assessment) -> Reading:
    """As deep as triggers are nested, which the reader of files limits."""
    kind = next(name for name in (*_GROUPS, *LEAVES) if getattr(trigger, name))
    if kind in _GROUPS:
        parts = tuple(
            _read(part, (*steps, kind, at), subjects, plan) for at, part in enumerate(getattr(trigger, kind))
        )
        truth = _GROUPS[kind](part.truth for part in parts)
        deciding = [part.words for part in parts if part.truth is truth]
        return Reading(trigger, kind, truth, "; ".join(deciding), parts=parts)
    subject = subjects.get((*steps, kind))
    if subject is None:
        return Reading(trigger, kind, Truth.UNKNOWN, f"`{getattr(trigger, kind)}` is not there")
    told: Told = LEAVES[kind].told(trigger, subject, plan)
    return Reading(trigger, kind, told.truth, told.words, subject)
