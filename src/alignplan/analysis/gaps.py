"""What is missing, objective by objective.

A *requirement* is an item in a column. It is missing exactly when the column's rule speaks of the item, and waived when
what the rule says is suppressed; it is not there where the rule does not ask the item. *Coverage* is the requirements
met ÷ all requirements, in percent; nothing required: unknown. A tactic is shown under each objective that it supports
directly, and counted once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.hedged import hedged
from alignplan.analysis.measured import measured
from alignplan.analysis.needs import Need, dated, enough, owned, resourced, served
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import outline
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["COLUMNS", "Column", "ColumnGap", "Coverage", "Gaps", "ObjectiveGaps", "Spoken", "gaps"]

Spoken = Mapping[tuple[str, str], bool]
"""Rule and item of the findings of the columns' rules → whether all of them are suppressed."""
Question = Callable[[Assessment, Node], Need]


@record
class Column:
    """A column: the rules that speak of what it lacks, and what it asks of an objective and of its tactics."""

    name: str
    rules: tuple[str, ...]
    of_objective: Question | None = None
    of_tactic: Question | None = None


COLUMNS = (
    Column("served", ("A102",), served),
    Column("measured", ("M201", "M202"), measured),
    Column("owned", ("T302",), owned, owned),
    Column("resourced", ("T305",), None, resourced),
    Column("scheduled", ("T303",), dated, dated),
    Column("hedged", ("C602",), None, hedged),
    Column("enough", ("A108",), enough),
)
"""The columns, in the order shown."""


@record
class ColumnGap:
    """Requirements of a column: met, all of them, waived (among all), and the items that lack something unwaived."""

    met: int = 0
    required: int = 0
    waived: int = 0
    missing: tuple[str, ...] = ()


@record
class ObjectiveGaps:
    """An objective with its columns; `tactics` counts what serves it at any depth, `sufficiency` is in percent."""

    id: str
    title: str
    depth: int
    tactics: int
    sufficiency: float | None
    columns: dict[str, ColumnGap]


@record
class Coverage:
    """All requirements, each counted once; `percent` is unknown where nothing is required."""

    met: int
    required: int
    waived: int
    percent: float | None


@record
class Gaps:
    """The answer: `orphans` are live tactics that serve no objective."""

    objectives: tuple[ObjectiveGaps, ...]
    orphans: tuple[str, ...]
    coverage: Coverage
    closing: tuple[tuple[str, str], ...] = field(default=())
    """What is missing, column and item, the gravest columns first."""
    requirements: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Column and item → met, missing or waived; empty where nothing is asked."""


def gaps(plan: Assessment, choice: Choice, spoken: Spoken) -> Gaps:
    """The gaps of the live objectives that were chosen; `spoken` is what the columns' rules say."""
    counted = _Counted(plan, spoken)
    rows = [
        counted.objective(branch.node, branch.depth)
        for branch in outline(plan.graph, choice, headings=False)
        if branch.node is not None and branch.node.kind is Kind.OBJECTIVE and plan.live(branch.node)
    ]
    orphans = tuple(
        node.id for node in plan.judged(Kind.TACTIC) if node in choice and not plan.graph.supported[node.id]
    )
    return Gaps(tuple(rows), orphans, counted.coverage(), tuple(counted.closing()), counted.found)


_GRAVEST = ("served", "measured", "enough", "hedged", "resourced", "owned", "scheduled")


class _Counted:
    """Asks every requirement once, however often its item is shown."""

    def __init__(self, plan: Assessment, spoken: Spoken) -> None:
        self.plan = plan
        self.spoken = spoken
        self.found: dict[tuple[str, str], str] = {}
        """Column and item → met, missing or waived."""

    def objective(self, node: Node, depth: int) -> ObjectiveGaps:
        plan = self.plan
        below = [plan.graph.top[id] for id in plan.graph.tactics.get(node.id, ())]
        tactics = [tactic for tactic in below if plan.live(tactic) and not plan.stands_by(tactic)]
        columns = {column.name: self._column(column, node, tactics) for column in COLUMNS}
        sufficiency = plan.sufficiency_of(node).value
        return ObjectiveGaps(node.id, node.title, depth, plan.service.count(node.id), sufficiency, columns)

    def _column(self, column: Column, objective: Node, tactics: Iterable[Node]) -> ColumnGap:
        asked: list[tuple[Node, Question]] = []
        if column.of_objective is not None:
            asked.append((objective, column.of_objective))
        if column.of_tactic is not None:
            asked += [(tactic, column.of_tactic) for tactic in tactics]
        states = {
            node.id: state for node, question in asked if (state := self._state(column, node, question))
        }
        listed = list(states.values())
        missing = tuple(id for id, state in states.items() if state == "missing")
        return ColumnGap(listed.count("met"), len(listed), listed.count("waived"), missing)

    def _state(self, column: Column, node: Node, question: Question) -> str:
        """met, missing or waived; empty where nothing is asked, or where what is asked could not be read."""
        key = (column.name, node.id)
        if key not in self.found:
            need = question(self.plan, node)
            said = [self.spoken[said] for said in self._said_of(column, node) if said in self.spoken]
            if need is Need.MISSING:
                self.found[key] = "" if not said else "waived" if all(said) else "missing"
            else:
                self.found[key] = "met" if need is Need.MET else ""
        return self.found[key]

    def _said_of(self, column: Column, node: Node) -> Iterator[tuple[str, str]]:
        """The findings that make a requirement missing: of the item, in `measured` also of its KPIs."""
        for rule in column.rules:
            yield (rule, node.id)
            if column.of_objective is measured:
                yield from ((rule, kpi.id) for kpi in self.plan.kpis_of(node))

    def coverage(self) -> Coverage:
        states = [state for state in self.found.values() if state]
        met, waived = states.count("met"), states.count("waived")
        return Coverage(met, len(states), waived, met / len(states) * 100 if states else None)

    def closing(self) -> Iterator[tuple[str, str]]:
        missing = [key for key, state in self.found.items() if state == "missing"]
        return iter(sorted(missing, key=lambda key: _GRAVEST.index(key[0])))
