"""What an explanation is: a value, what was done, and with what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from alignplan.analysis.explaining.operations.interface import Operation, Value
from alignplan.catalog import member, members
from alignplan.diagnostics.finding import Place
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.explaining.grounds import Grounds

__all__ = ["Ask", "Explainable", "Explained", "Input", "Leaf", "Measure", "explainables"]


class Measure(StrEnum):
    """What a number counts, where it is no value of a KPI."""

    PERCENT = "percent"
    COUNT = "count"
    NUMBER = "number"
    DAYS = "days"
    MONEY = "money"
    DATE = "date"
    WORD = "word"
    TRUTH = "truth"


@record
class Leaf:
    """An input that nothing is behind but a line of a file, the day, or what holds where nothing is stated."""

    role: str
    value: Value
    unit: str
    name: str = ""
    """What it is called; left out: the role."""
    place: Place | None = None
    note: str = ""


@record
class Ask:
    """An input that is a figure itself, of this or another item."""

    role: str
    node: Node
    figure: str


Input = Leaf | Ask


@record
class Explained:
    """A figure, one level deep: the operation makes the value of the inputs. `unit`: a measure, or that of the KPI."""

    value: Value
    unit: str
    operation: Operation
    inputs: tuple[Input, ...] = ()
    reason: str = ""
    """Why, in words; of what is unknown why it is."""

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but what one line of a file states."""
        return self.operation.name == "stated" and len(self.inputs) == 1 and isinstance(self.inputs[0], Leaf)


@record
class Explainable:
    """A figure that can be taken apart.

    `detail` names the parts of a figure that has several (`coverage/met`), or what it is about (`weight/ID`); `main` is
    the one that is meant by the name alone. An `inner` figure is only an input of others. `accepts` says whether a
    detail that is not among those that are listed is one, too.
    """

    name: str
    meaning: str
    kinds: frozenset[Kind]
    explain: Callable[[Grounds, Node, str], Explained]
    details: Callable[[Grounds, Node], Iterator[str]] | None = None
    main: str = ""
    inner: bool = False
    accepts: Callable[[Grounds, Node, str], bool] | None = None


@cache
def explainables() -> dict[str, tuple[Explainable, ...]]:
    """Every figure by name; one name may mean different things of different kinds."""
    package = f"{(__package__ or '')}.figures"
    found: dict[str, list[Explainable]] = {}
    for module in sorted(
        (member(package, name) for name in members(package)), key=lambda one: int(one.ORDER)
    ):
        for figure in module.FIGURES:
            found.setdefault(figure.name, []).append(figure)
    return {name: tuple(figures) for name, figures in found.items()}
