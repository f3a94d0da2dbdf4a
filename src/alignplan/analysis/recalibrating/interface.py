"""What a proposal is: what is to change, what speaks for it, how much is at stake."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from alignplan.graph.nodes import Node
from alignplan.model.words import ProposalKind
from alignplan.records import record

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Edit", "Evidence", "Proposal", "distinct", "mark_of", "part", "steps_of"]

Exact = float | str | date | bool | None
_LENGTH = 7


@record
class Evidence:
    """A figure that speaks for a proposal: in words, exactly, and where it comes from.

    It rests on what stands at `steps` of the item `node`; a percentage has 100 = all, another number is in `unit`.
    """

    name: str
    text: str
    value: Exact
    node: Node
    steps: tuple[str, ...] = ()
    unit: str | None = None


@record
class Edit:
    """A field of an item and what it is to hold, as one would type it behind `alignplan set ID`.

    `how` is `=`, or `+=` and `-=` of lists; a day inside `checkpoints` is written as a day.
    """

    node: Node
    key: str
    value: str
    how: str = "="

    @property
    def word(self) -> str:
        """The assignment: `target.date=2027-09-30`."""
        return f"{self.key}{self.how}{self.value}"


@record
class Proposal:
    """Something that should change. Ids stand in backticks; percentages have 100 = all.

    At stake are `weight` × `gap` × `confidence`: the part of the plan that hangs on it, how much of what was to come of
    that is missing, and how sure the evidence is.
    """

    kind: ProposalKind
    about: tuple[Node, ...]
    """The items that it is about, the first of them its subject."""
    title: str
    """What to do, in one line."""
    why: str
    """What the evidence says, in a sentence."""
    evidence: tuple[Evidence, ...]
    edits: tuple[Edit, ...]
    """The fields to change; none where a person has to say more than the figures can."""
    command: str
    """What to type where there are no edits; empty where there are."""
    weight: float
    gap: float
    confidence: float
    mark: str
    """The mark of the evidence, see :func:`mark_of`."""
    notes: tuple[str, ...] = ()
    """What else to think of."""
    touches: tuple[Node, ...] = ()
    """Items besides those of `about` by which it may be asked for: what they serve."""

    @property
    def key(self) -> str:
        """Its name, the same as long as it is about the same: `re-phase:share-2026/share-now`."""
        return f"{self.kind.value}:{self.about[0].id}"

    @property
    def stake(self) -> float:
        """What is at stake, in percent of the plan."""
        return self.weight * self.gap * self.confidence / 10_000

    @property
    def told(self) -> str:
        """All its evidence in one line, without marks."""
        return "; ".join(f"{one.name} {one.text}" for one in self.evidence).replace("`", "")


def mark_of(*state: object) -> str:
    """A short mark of what the evidence says, the same for the same state: a letter and hexadecimal digits.

    What goes into it is rounded on purpose, so that a proposal that was decided on comes back when the figures say
    something else, and not with every measurement. No ids are in it: they may change.
    """
    text = "\n".join(map(str, state))
    return "e" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[: _LENGTH - 1]


def steps_of(value: float, size: float) -> int:
    """A figure in whole steps of a size, rounded to the nearest."""
    return round(value / size)


def part(value: float) -> float:
    """A percentage within 0 and 100."""
    return min(max(value, 0.0), 100.0)


def distinct(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Each item once, in order."""
    return tuple(dict.fromkeys(nodes))
