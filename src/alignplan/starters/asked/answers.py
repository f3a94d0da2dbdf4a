"""What was answered. A text or day that is empty was left out; days and periods are as typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from alignplan.records import record

__all__ = ["Answers", "Metric", "Objective", "Tactic", "items_of"]


@record
class Metric:
    """How one will tell: from where it stands (where that is known) to where it is to go, in its unit."""

    title: str
    unit: str
    target: Decimal
    baseline: Decimal | None = None


@record
class Tactic:
    """Work. `id` is empty where it is to be made from the title; `owner` is a name."""

    title: str
    id: str = ""
    owner: str = ""
    due: str = ""


@record
class Objective:
    """What is to be reached, and the work that serves it. `id` as in :class:`Tactic`; `owner` is a name."""

    title: str
    id: str = ""
    owner: str = ""
    due: str = ""
    metric: Metric | None = None
    tactics: tuple[Tactic, ...] = ()


@record
class Answers:
    """All that was answered; `start` and `due` are those of the horizon."""

    title: str
    organization: str = ""
    vision: str = ""
    mission: str = ""
    start: str = ""
    due: str = ""
    currency: str = ""
    objectives: tuple[Objective, ...] = ()


def items_of(objectives: Iterable[Objective]) -> Iterator[Objective | Tactic]:
    """Each objective and, behind it, its tactics."""
    for objective in objectives:
        yield objective
        yield from objective.tactics
