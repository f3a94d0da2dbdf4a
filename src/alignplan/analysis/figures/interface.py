"""What a figure is, and the plan that it is taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, cached_property

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.gaps import Gaps
from alignplan.analysis.selectors.choice import Choice
from alignplan.catalog import member, members
from alignplan.diagnostics.finding import Finding, Severity
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Figure", "Found", "Picture", "Unit", "Value", "figures", "trend", "trend_of"]

Value = float | int | date | str | None
"""Percentages have 100 = all; `None` is unknown or does not apply, never 0."""
Found = tuple[tuple[Finding, Severity], ...]
"""Findings with their severity."""


class Unit(StrEnum):
    """What a figure counts."""

    PERCENT = "percent"
    COUNT = "count"
    AMOUNT = "amount"
    DATE = "date"
    WORD = "word"


class Picture:
    """A plan on a day, with what is found in it, or the chosen part of it.

    `gaps` and `found` (what `check` tells, without what is waived) are asked only when a figure needs them.
    """

    def __init__(
        self,
        plan: Assessment,
        choice: Choice | None = None,
        gaps: Callable[[Choice], Gaps] | None = None,
        found: Callable[[], Found] | None = None,
        files: Sequence[str] = (),
    ) -> None:
        self.plan = plan
        self.choice = choice or Choice(plan.graph)
        self.files = files
        """Those that the plan was read from."""
        self._gaps = gaps
        self._found = found

    @cached_property
    def gaps(self) -> Gaps:
        """What is missing for the chosen objectives."""
        assert self._gaps is not None
        return self._gaps(self.choice)

    @cached_property
    def found(self) -> Found:
        """The findings about the chosen items; where nothing was chosen, all there are."""
        found = self._found() if self._found is not None else ()
        if self.choice.everything:
            return found
        items = {node.id for node in self.choice.items()}
        return tuple(entry for entry in found if entry[0].item in items)


@record
class Figure:
    """A figure by name.

    `higher` says whether more is better, `None` that neither is. `of_plan` gives it of a plan as a whole, `of_item` of
    an item of one of the `kinds`; `told` puts a change of an item's figure into words (empty: not worth telling).
    """

    name: str
    meaning: str
    unit: Unit
    higher: bool | None = None
    of_plan: Callable[[Picture], Value] | None = None
    of_item: Callable[[Picture, Node], Value] | None = None
    kinds: frozenset[Kind] = frozenset()
    told: Callable[[Picture, Node, Value, Value], str] | None = None
    grades: Mapping[str, int] | None = None
    """Of a figure in words, how good each of them is."""
    sense: Callable[[Picture, Node], int] | None = None
    """Where that differs from item to item: 1 where more is better, -1 where less is, 0 where neither."""

    def fits(self, node: Node) -> bool:
        """Whether it is defined for an item."""
        return self.of_item is not None and node.kind in self.kinds


def trend(figure: Figure, before: Value, after: Value) -> int:
    """1 where a figure became better, -1 where it became worse, 0 where it is neither or cannot be told."""
    change = _change(figure, before, after)
    return 0 if figure.higher is None else change if figure.higher else -change


def trend_of(figure: Figure, picture: Picture, node: Node, before: Value, after: Value) -> int:
    """The same of an item's figure, as the item stands in `picture`."""
    if figure.sense is None:
        return trend(figure, before, after)
    return figure.sense(picture, node) * _change(figure, before, after)


def _change(figure: Figure, before: Value, after: Value) -> int:
    """1 where the value rose, -1 where it fell, 0 where nobody can say."""
    one, other = _grade(figure, before), _grade(figure, after)
    return 0 if one is None or other is None else (other > one) - (other < one)


def _grade(figure: Figure, value: Value) -> float | None:
    if isinstance(value, str):
        return (figure.grades or {}).get(value)
    return float(value.toordinal()) if isinstance(value, date) else value


@cache
def figures() -> dict[str, Figure]:
    """Every figure by name, in the order of their modules' `ORDER`."""
    package = __package__ or ""
    found = [member(package, name) for name in members(package)]
    found.sort(key=lambda module: int(module.ORDER))
    return {figure.name: figure for module in found for figure in module.FIGURES}
