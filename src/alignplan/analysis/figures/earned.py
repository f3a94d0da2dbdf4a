"""Earned value: what the money that was spent has brought, and how fast."""

from __future__ import annotations

from collections.abc import Callable

from alignplan.analysis.figures.interface import Figure, Picture, Unit
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 35
_EARNING = frozenset((Kind.OBJECTIVE, Kind.TACTIC))


def _of_plan(name: str) -> Callable[[Picture], float | None]:
    return lambda picture: picture.plan.earned.of_choice(picture.choice)[name].value


def _of_item(name: str) -> Callable[[Picture, Node], float | None]:
    return lambda picture, node: picture.plan.earned.of(node)[name].value


FIGURES = tuple(
    Figure(name, meaning, Unit.AMOUNT, better, _of_plan(name), _of_item(name), _EARNING)
    for name, meaning, better in (
        ("spi", "earned value ÷ planned value: 1 is as planned", True),
        ("cpi", "earned value ÷ actual cost: 1 is as planned", True),
        ("eac", "what it will cost in all", False),
    )
)
