"""Every figure of every JSON answer, as the contracts declare them, and the way from there into its explanation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from alignplan.analysis.advance import advances
from alignplan.analysis.effects.chosen import chosen_effects, chosen_moves
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import explainables
from alignplan.analysis.explaining.placing import EFFORT
from alignplan.analysis.forecast.kpis import outlooks
from alignplan.analysis.items import ItemLink, Items
from alignplan.analysis.load.periods import By
from alignplan.analysis.load.picture import Picture as LoadPicture
from alignplan.analysis.matrix import Of, matrix
from alignplan.analysis.recalibrating import recalibration
from alignplan.analysis.register import register
from alignplan.analysis.schedule.computing import Search, scheduled
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.trace import trace
from alignplan.analysis.tree import outline
from alignplan.diagnostics.report import Spot
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.check_data import check_data
from alignplan.output.contracts.interface import contract
from alignplan.output.json import dumps
from alignplan.views import earned as earned_view
from alignplan.views import effect as effect_view
from alignplan.views import gaps as gaps_view
from alignplan.views import kpis as kpis_view
from alignplan.views import load as load_view
from alignplan.views import ls as ls_view
from alignplan.views import matrix as matrix_view
from alignplan.views import moves as moves_view
from alignplan.views import progress as progress_view
from alignplan.views import recalibrate as recalibrate_view
from alignplan.views import risks as risks_view
from alignplan.views import schedule as schedule_view
from alignplan.views import trace as trace_view
from alignplan.views import tree as tree_view
from alignplan.workspace import Plan, open_plan

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/alignplan.yaml"))
DAY = date(2026, 11, 22)
NO_FIGURES = {"schema", "as_of", "kind", "depth", "line"}
"""Properties of answers that say where or what a thing is, not how it is."""
TRACED = (Kind.OBJECTIVE, Kind.TACTIC, Kind.KPI, Kind.RISK, Kind.MILESTONE)
DAYS = {"began", "first_began", "date"}


class Printed(NamedTuple):
    """A figure as an answer has it: the item, the name, the value."""

    item: str
    figure: str
    value: Any


@cache
def grounds_of(folder: Path, day: date = DAY) -> Grounds:
    return Grounds(open_plan(folder, as_of=day).picture())


def answers(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Every answer that has figures, by the name of its contract, as its JSON is read again."""
    assessment, everything = plan.assessment, Choice(plan.items)
    found: dict[str, Any] = {
        "progress": {
            **progress_view.answer(list(advances(assessment, everything, depth=9)), assessment),
            "earned": earned_view.answer(list(_earning(plan))),
        },
        "gaps": gaps_view.answer(plan.gaps(everything)),
        "kpis": kpis_view.answer(list(outlooks(assessment, everything)), assessment),
        "tree": tree_view.answer(_nodes(plan)),
        "items": ls_view.answer(_listed(plan)),
        "risks": risks_view.answer(register(assessment, everything), assessment),
    }
    found["recalibrate"] = recalibrate_view.answer(recalibration(assessment), lambda _node, _steps: ("", 1))
    found["check"] = check_data(plan.check())
    for name, answer in found.items():
        yield name, json.loads(dumps(answer))
    yield "moves", json.loads(dumps(moves_view.answer(list(chosen_moves(assessment, everything)))))
    yield "effect", json.loads(dumps(effect_view.answer(list(chosen_effects(assessment, everything)))))
    for node in plan.items.items():
        if node.kind in TRACED:
            yield "trace", json.loads(dumps(trace_view.answer(trace(assessment, node))))
    yield "schedule", json.loads(dumps(_schedule(plan)))
    for by in By:
        yield "load", json.loads(dumps(load_view.answer(LoadPicture(assessment, everything, by))))
    for of in Of:
        yield "matrix", json.loads(dumps(matrix_view.answer(matrix(assessment, everything, of))))


def _earning(plan: Plan) -> Iterator[earned_view.EarnedRow]:
    graph = plan.items
    for node in (graph.plan, *graph.kinds[Kind.OBJECTIVE], *graph.kinds[Kind.TACTIC]):
        yield earned_view.EarnedRow(plan.assessment.earned.of(node), 0)


def _schedule(plan: Plan) -> Mapping[str, object]:
    search = Search(effort=EFFORT)
    found = scheduled(plan.assessment, search)
    return schedule_view.answer(found, list(found.items.values()), list(found.objectives.values()), search)


def _nodes(plan: Plan) -> Iterator[tree_view.TreeNode]:
    assessment = plan.assessment
    for branch in outline(plan.items, Choice(plan.items), steps=True, headings=False):
        assert branch.node is not None
        health = assessment.health_of(branch.node).state
        yield tree_view.TreeNode(
            branch,
            assessment.progress_of(branch.node),
            None if health is None else health.value,
            assessment.span(branch.node).due,
            assessment.planned_of(branch.node),
            assessment.finishes.of(branch.node),
        )


def _listed(plan: Plan) -> Iterator[ls_view.Listed]:
    items = Items(plan.assessment)
    for node in plan.items.items():
        links = tuple(ItemLink(link.type, link.target.id, link.weight) for link in plan.items.links(node))
        yield ls_view.Listed(items.of(node), Spot("", 1, 1, 1, 1), links)


def printed(name: str, answer: Any) -> Iterator[Printed]:
    """The figures of one answer: numbers, days, truth values and enumerated words that its contract declares."""
    if name in _OF_ITEMS:
        yield from _OF_ITEMS[name](answer)
        return
    yield from _in_record(contract(name), answer, "plan", "")


def _in_record(
    schema: Mapping[str, Any], data: Mapping[str, Any], item: str, before: str
) -> Iterator[Printed]:
    if "row" in data:
        yield _cell(data)
        return
    if "tactic" in data:
        yield from _of_mover(schema, data, item)
        return
    item = data.get("id", item)
    for name, declared in schema.get("properties", {}).items():
        if name in data and name not in NO_FIGURES:
            yield from _property(_bare(declared), data[name], item, before + name)


def _property(schema: Mapping[str, Any], value: Any, item: str, name: str) -> Iterator[Printed]:
    if schema.get("type") == "object":
        if value is not None:
            yield from _in_record(schema, value, item, f"{name}/")
    elif schema.get("type") == "array":
        if schema["items"].get("type") == "object":
            for at, entry in enumerate(value):
                if "to" in entry:
                    yield Printed(item, f"{name}/{entry['type']}/{entry['to']}", entry["weight"])
                else:
                    inner = "" if "id" in entry else f"{name}/{at}/"
                    yield from _in_record(schema["items"], entry, item, inner)
    elif schema != {"type": "string"} or name in explainables():
        yield Printed(item, name, value)


def _of_mover(schema: Mapping[str, Any], data: Mapping[str, Any], kpi: str) -> Iterator[Printed]:
    """A tactic and a KPI that it moves: an entry of `effect/1`, or one below the KPI for which it counts."""
    is_effect = "id" in data
    other = "" if is_effect or kpi == data["kpi"] else f">{kpi}"
    for name, declared in schema["properties"].items():
        if (
            name in data and _bare(declared).get("type") not in ("string", "object", ["object", "null"])
        ) or name in DAYS:
            prefix = "effect" if is_effect else "mover"
            yield Printed(data["tactic"], f"{prefix}:{name}/{data['kpi']}{other}", data[name])


# ------------------------------------------------------------ answers whose entries are no items


def _of_proposals(answer: Any) -> Iterator[Printed]:
    """What is at stake in each proposal, and the figures that speak for it."""
    for one in answer["proposals"]:
        subject = one["about"][0]
        for name in ("stake", "weight", "gap", "confidence"):
            yield Printed(subject, f"{one['kind']}/{name}", one[name])
        for evidence in one["evidence"]:
            item, figure = _evident(one, evidence)
            yield Printed(item, figure, evidence["value"])


def _evident(proposal: Mapping[str, Any], evidence: Mapping[str, Any]) -> tuple[str, str]:
    """The item and the figure of what is named as evidence."""
    name, subject = evidence["name"], proposal["about"][0]
    first, _, item = name.partition(" of ")
    if item:
        return item, f"investment/{first}"
    if name.startswith("effect on "):
        return subject, f"ratio/{name.removeprefix('effect on ')}"
    if name in EVIDENCE:
        return subject, EVIDENCE[name]
    return name, "gap"


EVIDENCE = {
    "now": "actual", "target": "target", "forecast": "forecast/value", "chance": "chance", "progress": "progress",
    "still promised": "owed/amount", "needed": "pace/needed", "reached": "reached", "tactics": "tactics", "due": "due",
    "trigger": "holds",
}  # fmt: skip


def _of_ways(answer: Any) -> Iterator[Printed]:
    """The links of each way: the weight that is stated, and the share; asked of the item that has the link."""
    for at, way in enumerate(answer["paths"]):
        for before, step in pairwise(way):
            lower, upper = (before, step) if at < answer["up"] else (step, before)
            if step["via"] in ("supports", "parent"):
                yield Printed(lower["id"], f"links/{step['via']}/{upper['id']}", step["weight"])
                yield Printed(lower["id"], f"share/{upper['id']}", step["share"])
            else:
                assert (step["weight"], step["share"]) == (None, None), step


def _of_check(answer: Any) -> Iterator[Printed]:
    """How many findings there are; those that are told are in the same answer."""
    summary = answer["summary"]
    for severity in ("error", "warning", "info"):
        yield Printed("plan", f"{severity}s", summary[severity])
    waived = [one for one in answer["findings"] if one["waived"] is not None]
    assert len(waived) == summary["waived"]
    yield Printed("plan", "summary/files", summary["files"])
    yield Printed("plan", "summary/items", summary["items"])


_LOADED = ("capacity_days", "demand_days", "percent", "over_days")


def _of_load(answer: Any) -> Iterator[Printed]:
    """Periods by who or by skill, and what they are made of; work with nobody to do it; money; alignment."""
    for one in answer["periods"]:
        yield from (Printed(one["who"], f"{name}/{one['period']}", one[name]) for name in _LOADED)
        for part in one["items"]:
            yield Printed(part["id"], f"falls_to/{one['who']}/{one['period']}", part["days"])
    for one in answer["skills"]:
        about = f"{one['skill']}/{one['period']}"
        yield from (Printed("plan", f"skills/{name}/{about}", one[name]) for name in _LOADED)
        for part in one["items"]:
            yield Printed(part["id"], f"asks_for/{about}", part["days"])
    for one in answer["nobody"]:
        yield Printed(one["id"], "open_days", one["days"])
    for one in answer["money"]:
        numbers = set(one) - {"id", "kind", "title", "depth"}
        yield from (Printed(one["id"], f"money/{name}", one[name]) for name in sorted(numbers))
    for one in answer["alignment"]:
        above = f"/{one['of']}" if one["of"] else ""
        for name in sorted(set(one) - {"objective", "of"}):
            yield Printed(one["objective"], f"alignment/{name}{above}", one[name])
    for one in answer["serves_nothing"]:
        yield from (Printed(one["id"], f"serves_nothing/{name}", one[name]) for name in ("days", "money"))


SEARCHED = {"early_start", "late_finish", "free_days", "assigned", "must", "estimated", "why"}
"""Of a task: days of a schedule in which nothing is shared, whom the search chose, and what it hangs on."""
OF_SEARCH = {"optimal", "method", "effort", "seed", "kept", "critical_path", "broken", "notes", "unestimated"}
"""How the schedule was found, and lists of items. `risk` (samples) and `against` (a frozen file) need options."""


def _of_schedule(answer: Any) -> Iterator[Printed]:
    """What follows from where the search put everything, and where that is."""
    words = {"id", "kind", "title"}
    for one in (*answer["tasks"], *answer["objectives"]):
        for name in sorted(set(one) - SEARCHED - OF_SEARCH - words):
            yield Printed(one["id"], f"schedule/{name}", one[name])
    for name in sorted(set(answer) - OF_SEARCH - NO_FIGURES - {"tasks", "objectives"}):
        yield Printed("plan", f"schedule/{name}", answer[name])


_OF_ITEMS: Mapping[str, Callable[[Any], Iterator[Printed]]] = {
    "recalibrate": _of_proposals, "trace": _of_ways, "check": _of_check, "load": _of_load, "schedule": _of_schedule,
}  # fmt: skip


def _cell(cell: Mapping[str, Any]) -> Printed:
    return Printed(cell["column"], f"cell/{cell['row']}", cell["value"])


def _bare(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without the null that it may be."""
    if "anyOf" in schema:
        others = [one for one in schema["anyOf"] if one != {"type": "null"}]
        return others[0] if len(others) == 1 else schema
    return schema


def node_of(grounds: Grounds, item: str) -> Node:
    graph = grounds.plan.graph
    found = graph.plan if item == "plan" else graph.find(item) or graph.calendars.get(item)
    assert found is not None, item
    return found


def asked(grounds: Grounds, one: Printed) -> tuple[Node, str]:
    """The item and the name under which a printed figure is explained."""
    node = node_of(grounds, one.item)
    if one.figure.startswith("cell/"):
        row = one.figure.removeprefix("cell/")
        if node.kind is Kind.TACTIC:
            return node, f"share/{row}"
        return (node, "attainment") if node.kind is Kind.KPI else (node_of(grounds, row), f"days/{one.item}")
    head, colon, name = one.figure.partition(":")
    return _of_move(grounds, node, head, name) if colon else (node, one.figure)


def _of_move(grounds: Grounds, tactic: Node, head: str, figure: str) -> tuple[Node, str]:
    """Of a tactic and a KPI that it moves the one whose figure it is."""
    name, _, detail = figure.partition("/")
    named, _, kpi = detail.partition(">")
    if name in ("by", "executed", "ratio", "place") or (name, head) == ("delivered", "mover"):
        return tactic, f"{name}/{named if name == 'by' else detail}"
    if name in ("status", "progress", "planned", "began", "live", "promised"):
        return tactic, name
    return node_of(grounds, kpi or named), name
