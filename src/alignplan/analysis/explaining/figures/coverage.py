"""What is missing: columns of `gaps`, requirement by requirement, and the coverage of the whole plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from alignplan.analysis.explaining.figures.enough import of_objective
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Measure
from alignplan.analysis.explaining.operations.arithmetic import COUNT, LISTED, PERCENT
from alignplan.analysis.explaining.operations.judging import COUNTED, FRACTION
from alignplan.analysis.explaining.requirements import requirement
from alignplan.analysis.gaps import COLUMNS, Column
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 45
_OBJECTIVES = frozenset((Kind.OBJECTIVE,))
_PARTS = ("met", "required", "waived", "missing")
_MEANINGS = {
    "served": "whether a tactic serves it", "measured": "whether one can tell that it is reached",
    "owned": "whether it and its tactics have owners", "resourced": "whether its tactics have money or people",
    "scheduled": "whether it and its tactics have a due", "hedged": "whether its critical tactics have a plan B",
    "enough": "whether its tactics move its KPIs far enough",
}  # fmt: skip


def _column(column: Column) -> Callable[[Grounds, Node, str], Explained]:
    def explain(grounds: Grounds, node: Node, part: str) -> Explained:
        if not part and column.name == "enough":
            return of_objective(grounds, node)
        gap = grounds.gaps_of.get(node.id)
        if gap is None:
            return unknown("it is done or dropped: nothing is asked of it", Measure.COUNT)
        if not part:
            return _fraction(grounds, node, column.name)
        found = gap.columns[column.name]
        if part == "missing":
            return _missing(grounds, found.missing)
        asks = [Ask("value", item, f"requirement/{column.name}") for item in _asked(grounds, node, column)]
        return _counted(getattr(found, part), part, asks)

    return explain


def _fraction(grounds: Grounds, node: Node, name: str) -> Explained:
    found = grounds.gaps_of[node.id].columns[name]
    value = f"{found.met} of {found.required}" if found.required else None
    asks = (Ask("met", node, f"{name}/met"), Ask("required", node, f"{name}/required"))
    return Explained(value, Measure.WORD, FRACTION, asks, "" if value else "nothing is asked here")


def _missing(grounds: Grounds, ids: tuple[str, ...]) -> Explained:
    graph = grounds.plan.graph
    leaves = tuple(grounds.stated(graph.top[id], "value", id, Measure.WORD, name="missing") for id in ids)
    return Explained(", ".join(ids), Measure.WORD, LISTED, leaves, "" if ids else "nothing is missing")


def _counted(value: int, part: str, asks: Iterable[Ask]) -> Explained:
    return Explained(value, Measure.COUNT, COUNTED[part], tuple(asks))


def _asked(grounds: Grounds, objective: Node, column: Column) -> Iterator[Node]:
    """The items that a column may ask: the objective, and its tactics that are live and do not stand by."""
    plan = grounds.plan
    if column.of_objective is not None:
        yield objective
    if column.of_tactic is not None:
        for id in plan.graph.tactics.get(objective.id, ()):
            tactic = plan.graph.top[id]
            if plan.live(tactic) and not plan.stands_by(tactic):
                yield tactic


def _coverage(grounds: Grounds, node: Node, part: str) -> Explained:
    found = grounds.gaps.coverage
    if part == "percent":
        asks = (Ask("part", node, "coverage/met"), Ask("whole", node, "coverage/required"))
        reason = "" if found.percent is not None else "nothing is required: never 100 % of nothing"
        return Explained(found.percent, Measure.PERCENT, PERCENT, asks, reason)
    graph = grounds.plan.graph
    keys = [key for key, state in grounds.gaps.requirements.items() if state]
    asks_of = [Ask("value", graph.top[item], f"requirement/{column}") for column, item in keys]
    return _counted(getattr(found, part), part, asks_of)


def _tactics(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """The tactics that count and serve an objective at any depth."""
    asks = tuple(Ask("value", tactic, "status") for tactic in _serving(grounds, node))
    reason = "" if asks else "no tactic that counts serves it"
    return Explained(grounds.plan.service.count(node.id), Measure.COUNT, COUNT, asks, reason)


def _serving(grounds: Grounds, objective: Node) -> list[Node]:
    plan, graph = grounds.plan, grounds.plan.graph
    seen, pending, found = {objective.id}, [objective.id], dict[str, Node]()
    while pending:
        id = pending.pop()
        found.update(
            (one, graph.top[one]) for one in graph.tactics.get(id, ()) if plan.counts(graph.top[one])
        )
        below = [
            one for one in graph.subobjectives.get(id, ()) if one not in seen and plan.counts(graph.top[one])
        ]
        seen.update(below)
        pending.extend(reversed(below))
    return list(found.values())


def _orphans(grounds: Grounds, _node: Node, _detail: str) -> Explained:
    return _missing(grounds, grounds.gaps.orphans)


def _parts(_grounds: Grounds, _node: Node) -> Iterator[str]:
    yield from ("", *_PARTS)


def _parts_of_coverage(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("percent", "met", "required", "waived"))


def _column_names(_grounds: Grounds, node: Node) -> Iterator[str]:
    """The columns that may ask an item of this kind."""
    objective = node.kind is Kind.OBJECTIVE
    return (
        column.name
        for column in COLUMNS
        if (column.of_objective if objective else column.of_tactic) is not None
    )


FIGURES = (
    *(Explainable(column.name, _MEANINGS[column.name], _OBJECTIVES, _column(column), _parts) for column in COLUMNS),
    Explainable("tactics", "how many tactics serve it, at any depth", _OBJECTIVES, _tactics),
    Explainable("requirement", "whether what a column asks is there", frozenset((Kind.OBJECTIVE, Kind.TACTIC)),
                requirement, _column_names, inner=True),
    Explainable("coverage", "requirements met ÷ all requirements", frozenset((Kind.PLAN,)), _coverage,
                _parts_of_coverage, main="percent"),
    Explainable("orphans", "tactics that serve no objective", frozenset((Kind.PLAN,)), _orphans),
)  # fmt: skip
