"""What is wanted: the objectives, tactics and steps that are not dropped, and how much of that came and went.

Two versions of a plan share the models of all that did not change, so that only the others are looked into.
"""

from __future__ import annotations

from typing import Any

from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.nodes import Node
from alignplan.model.kinds import CHILDREN, Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Wanted", "came_and_went", "wanted"]

_WHOLE = (Kind.OBJECTIVE, Kind.TACTIC)
_STEPS = (Kind.ACTION, Kind.MILESTONE)
Key = tuple[Kind, str]


@record
class Wanted:
    """The chosen objectives and tactics of a version with their models; `choice` is none where all are chosen."""

    models: dict[Key, Any]
    choice: Choice | None = None

    def pieces(self, key: Key) -> set[Key]:
        """What is wanted of an objective or tactic: itself and its steps, as far as they are chosen."""
        model = self.models.get(key)
        if model is None or model.status == Status.DROPPED.value:
            return set()
        kind, id = key
        pieces = {key} | {
            (inner, f"{id}/{name}")
            for section, inner in CHILDREN[kind]
            if inner in _STEPS
            for name, step in getattr(model, section).items()
            if step.status is not Status.DROPPED
        }
        if self.choice is None:
            return pieces
        return {piece for piece in pieces if self._is_chosen(piece, key)}

    def _is_chosen(self, piece: Key, top: Key) -> bool:
        assert self.choice is not None
        parent = None if piece == top else Node(*top, None, "")
        return Node(*piece, None, "", parent) in self.choice


def wanted(choice: Choice) -> Wanted:
    """What is wanted of the chosen items."""
    nodes = (node for kind in _WHOLE for node in choice.graph.kinds[kind])
    models = {(node.kind, node.id): node.model for node in nodes}
    return Wanted(models, None if choice.everything else choice)


def came_and_went(before: Wanted, after: Wanted) -> tuple[int, int]:
    """How many objectives, tactics and steps are wanted that were not, and how many no more."""
    came = went = 0
    alike = before.choice is None and after.choice is None
    for key in before.models.keys() | after.models.keys():
        if alike and before.models.get(key) is after.models.get(key):
            continue
        old, new = before.pieces(key), after.pieces(key)
        came += len(new - old)
        went += len(old - new)
    return came, went
