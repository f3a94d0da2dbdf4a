"""The heat map: who × period, each field shaded by how much of the capacity is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.load.load import Load
from alignplan.analysis.load.periods import Stretch
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Cell, Column, Row, Table, Tone
from alignplan.views.load.cells import OVER, SHADES, shaded

__all__ = ["KEY", "heat"]

KEY = "Percent of capacity: " + ", ".join(
    [*(f"{shade} up to {most:g}" for most, shade in SHADES), f"{OVER}! more", "· nothing"]
)


def heat(loads: Sequence[Load], periods: Sequence[Stretch], teams: frozenset[str]) -> Table:
    """The first of the periods, people below their teams (`teams` are those that are shown)."""
    columns = [Column("who", "who"), *(Column(head, name) for head, name in _heads(periods))]
    return Table(tuple(columns), tuple(_row(load, len(periods), teams) for load in loads), tree=True)


def _heads(periods: Sequence[Stretch]) -> Iterator[tuple[str, str]]:
    """The name of a period, without the year where the one before has it, too."""
    year = ""
    for period in periods:
        head, _, rest = period.name.partition("-")
        yield (rest if head == year else period.name), period.name
        year = head


def _row(load: Load, amount: int, teams: frozenset[str]) -> Row:
    tone = Tone.STRONG if load.node.kind is Kind.TEAM else Tone.PLAIN
    cells = [Cell(load.node.id, tone=tone), *(shaded(one) for one in load.periods[:amount])]
    return Row(tuple(cells), int(_team(load.node) in teams))


def _team(node: Node) -> str | None:
    team: str | None = node.model.team if node.kind is Kind.PERSON else None
    return team
