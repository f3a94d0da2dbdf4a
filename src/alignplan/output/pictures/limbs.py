"""A plan as the limbs of a tree: what the strategy map, the tree and their texts for other programs are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from alignplan.output.pictures.standing import Standing
from alignplan.records import record

__all__ = ["Limb", "LimbKind", "Outline", "above"]


class LimbKind(StrEnum):
    """What a limb stands for."""

    OBJECTIVE = "objective"
    TACTIC = "tactic"
    STEP = "step"
    """An action or a milestone."""
    GROUP = "group"
    """A heading that is no item."""
    MORE = "more"
    """Items for which there is no room."""


@record
class Limb:
    """An item of a tree, in the order of the tree: what hangs below it follows, one deeper.

    `share` is its part in the progress of what it hangs below, in percent. A `reference` stands in full elsewhere.
    """

    id: str
    kind: LimbKind
    title: str
    depth: int
    standing: Standing | None = None
    share: float | None = None
    reference: bool = False
    due: str = ""


@record
class Outline:
    """A plan, or the chosen part of it: `name` and `vision` at the head, the limbs, and lines on what is left out."""

    name: str
    vision: str
    limbs: tuple[Limb, ...]
    missing: tuple[str, ...] = ()


def above(limbs: Sequence[Limb]) -> list[int | None]:
    """For each limb the place of what it hangs below; none at the top."""
    found: list[int | None] = []
    open_: list[int] = []
    for at, limb in enumerate(limbs):
        while open_ and limbs[open_[-1]].depth >= limb.depth:
            open_.pop()
        found.append(open_[-1] if open_ else None)
        open_.append(at)
    return found
