"""The schedule as bars, objective by objective."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.schedule.answer import Scheduled
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.diagrams.charts import gantt_chart, not_in_gantt
from alignplan.output.document import Cell, Prose, Tone
from alignplan.output.pictures.gantt import Gantt, gantt
from alignplan.output.reports.interface import Answer, Charts, Drawing, Heading, Part, Section
from alignplan.views.pictures.gantt import drawn
from alignplan.views.report.interface import Seen
from alignplan.views.schedule import answer, ends, late, summary

__all__ = ["ORDER", "section"]

ORDER = 60
_MOST_ROWS, _MOST_IN_ALL, _MANY = 60, 120, 400
"""Rows of a chart; with more items than the last, rows of all charts: of tactics only, without their steps."""


def section(seen: Seen) -> Section | None:
    """A chart for each objective with work of its own; none where nothing is scheduled."""
    plan = seen.plan
    if not plan.graph.kinds[Kind.TACTIC]:
        return None
    items = list(seen.schedule.items.values())
    if not items:
        return None
    found = _gantts(seen, items)
    outcomes = list(seen.schedule.objectives.values())
    parts: list[Part] = []
    table, too_late = ends(outcomes), late(items)
    if table.rows:
        parts.append(table)
    if too_late is not None:
        parts.append(too_late)

    parts += [part for one in found for part in (Heading(one.name), _drawing(one))]
    shown = sum(len(one.bars) for one in found)
    if shown < len(items):
        left = f"Not shown for want of room: {len(items) - shown} of {len(items)} pieces of work."
        parts.append(Prose((Cell(left, tone=Tone.MUTED),)))
    basis = "Computed from what is still to do, who does it, and what has to come first."
    lead = f"{basis} {summary(seen.schedule)}{_haste(seen)}"
    answers = {
        "schedule": Answer(lambda: answer(seen.schedule, items, outcomes, seen.search), 650 * len(items))
    }
    return Section("schedule", "Schedule", lead, tuple(parts), answers)


def _haste(seen: Seen) -> str:
    quick = seen.search.effort == "quick"
    return (
        " It was looked for with little effort: `alignplan schedule` may find a better one." if quick else ""
    )


def _drawing(one: Gantt) -> Drawing:
    def charts() -> Charts:
        chart = gantt_chart(one)
        return [chart], [*chart.lost, *not_in_gantt([one])]

    return Drawing("gantt", lambda: [gantt(one)], charts)


def _gantts(seen: Seen, items: Sequence[Scheduled]) -> list[Gantt]:
    """One for each objective that tactics serve first, the steps left out where there are very many."""
    plan = seen.plan
    groups: dict[str | None, list[Node]] = {node.id: [] for node in plan.graph.kinds[Kind.OBJECTIVE]}
    groups[None] = []
    for item in items:
        if len(items) > _MANY and item.node.parent is not None:
            continue
        served = plan.graph.supported.get((item.node.parent or item.node).id, ())
        groups[served[0][0] if served else None].append(item.node)
    found: list[Gantt | None] = []
    rows = 0
    for id, nodes in groups.items():
        if nodes and (len(items) <= _MANY or rows + min(len(nodes), _MOST_ROWS) <= _MOST_IN_ALL):
            rows += min(len(nodes), _MOST_ROWS)
            name = plan.graph.top[id].title if id is not None else "Tactics that serve no objective"
            choice = Choice(plan.graph, frozenset(nodes))
            found.append(drawn(plan, choice, seen.schedule, name=name, most=_MOST_ROWS))
    return [one for one in found if one is not None]
