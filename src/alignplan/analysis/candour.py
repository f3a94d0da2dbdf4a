"""What people say of their work beside what its figures say: green outside, red inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.health import HealthState
from alignplan.analysis.progress import steps
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Confidence, Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["is_better_than_health", "open_steps", "overstated", "spoken_for"]

_SAID = {Confidence.ON_TRACK: 0, Confidence.AT_RISK: 1, Confidence.OFF_TRACK: 2}
_SHOWN = {HealthState.ON_TRACK: 0, HealthState.AT_RISK: 1, HealthState.OFF_TRACK: 2}
_OVER = (Status.DONE, Status.DROPPED)


def is_better_than_health(node: Node, plan: Assessment) -> bool:
    """Whether the stated `confidence` of an objective or tactic is better than its health; not without data."""
    said, state = _SAID.get(node.model.confidence), plan.health_of(node).state
    shown = None if state is None else _SHOWN.get(state)
    return said is not None and shown is not None and said < shown


def open_steps(tactic: Node, plan: Assessment) -> list[Node]:
    """The actions and milestones of a tactic that are neither done nor dropped."""
    return [step for step in plan.graph.children(tactic) if _is_open(step, plan)]


def _is_open(step: Node, plan: Assessment) -> bool:
    return step.kind in (Kind.ACTION, Kind.MILESTONE) and step_status(step.model, plan.today) not in _OVER


def overstated(tactic: Node, plan: Assessment) -> tuple[float, float] | None:
    """The stated `progress` of a tactic and that of its actions; none without one of them, or where it is done."""
    stated, known = tactic.model.progress, plan.progress_of(tactic)
    if stated is None or known is None or not steps(tactic.model)[0] or plan.status(tactic) is Status.DONE:
        return None
    return float(stated), known


def spoken_for(plan: Assessment) -> Iterator[Node]:
    """The tactics whose figures this compares with what is said: by themselves, or below an objective with a
    `confidence`.
    """
    below = list(dict.fromkeys(node.id for node in plan.judged(Kind.OBJECTIVE) if node.model.confidence))
    seen = set(below)
    for id in below:
        children = [child for child in plan.graph.subobjectives.get(id, ()) if child not in seen]
        seen.update(children)
        below.extend(children)
    served = {tactic for id in below for tactic in plan.graph.tactics.get(id, ())}
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        model = tactic.model
        speaks = model.confidence is not None or model.progress is not None or model.status is Status.DONE
        if speaks or tactic.id in served:
            yield tactic
