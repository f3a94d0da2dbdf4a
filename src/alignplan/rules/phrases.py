"""Turns of phrase that rules share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignplan.diagnostics.finding import Part, Related
from alignplan.rules.interface import related

if TYPE_CHECKING:
    from alignplan.analysis.punctual import Told

__all__ = ["MOST_RELATED", "enumerated", "finishes", "number", "tenths"]

MOST_RELATED = 8
"""So many other places are shown with one finding; of more, the first."""


def enumerated(words: Sequence[str], most: int = 5) -> str:
    """`a, b and c`; of more than `most` the first, and how many more there are."""
    shown = list(words)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(shown) - most + 1} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def number(value: float) -> str:
    """A number as a person writes it: at most two decimals, none that are 0."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def tenths(days: float) -> str:
    """Days to a tenth, but never down to 0.

    >>> tenths(4.31), tenths(12), tenths(0.02), tenths(0)
    ('4.3', '12.0', 'under 0.1', '0.0')
    """
    return "under 0.1" if 0 < days < 0.05 else f"{days:.1f}"


def finishes(told: Told) -> tuple[Related, ...]:
    """When the parts of what will be late, or nearly, will be finished: at their dues, where they have them."""
    return tuple(
        related(
            part,
            f"`{part.id}` will be finished on {finish}",
            *(() if part.model.due is None else ("due",)),
            part=Part.VALUE,
        )
        for part, finish in told.parts[:MOST_RELATED]
    )
