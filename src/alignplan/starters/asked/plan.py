"""Answers → the text of a plan file, with comments that lead on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from alignplan.model.values import start_of
from alignplan.starters.asked.answers import Answers, Metric, Objective, Tactic
from alignplan.starters.asked.names import Names
from alignplan.text.compose import compose
from alignplan.text.naming import Ids, slug

__all__ = ["asked_plan"]

_HEAD = """\
# What you want to reach, how you will tell, and the work that serves it.
# Look at it with: alignplan check · gaps · progress · tree
"""
_OPEN = {
    "organization": "  # organization: Whose plan it is.\n",
    "vision": "  # vision: What the world looks like when you have succeeded.\n",
    "mission": "  # mission: What you are there for.\n",
    "horizon": "  # horizon: {{start: {start}, due: {due}}}\n",
}
_PEOPLE = "# Who answers for what.\n"
_OBJECTIVES = "# Objectives: what you want to reach. One with a `parent` is a step towards it.\n"
_MEASURED = "# How you will tell is in `kpis`; each new measurement goes into its `actuals`.\n"
_NO_OBJECTIVES = """\
# objectives:
#   loyal-customers:
#     title: Win customers who come back
#     due: {due}
"""
_KPI = """\
# How you will tell whether it is reached, under an objective:
#     kpis:
#       loyal:
#         title: Customers who buy again within a year
#         unit: "%"
#         baseline: {{date: {start}, value: 30}}
#         target: {{date: {due}, value: 40}}
"""
_TACTICS = "# Tactics: the work. Each says which objective it supports.\n"
_NO_TACTICS = """\
# tactics:
#   welcome-back:
#     title: Write to every customer three months after the first purchase
#     supports: {supports}
#     due: {due}
"""
_STEPS = """\
# What the work takes, and the change that a tactic alone brings, under a tactic:
#     budget: {{planned: 5000}}
#     moves: {{{moves}}}
#     actions:
#       first: {{title: The first step, effort: 3d}}
#       second: {{title: The step after it, effort: 10d, after: [first]}}
"""
_MORE = "# More when you need it: values, position, stakeholders, teams, calendars, risks.\n"


def asked_plan(answers: Answers, today: date) -> dict[str, str]:
    """The files of the plan. `today` is the day of the baselines. Raises ValueError for what no file can hold."""
    names = Names(answers.objectives)
    parts = [
        _HEAD + compose({"alignplan": 1}),
        _plan(answers, today),
        _section(_PEOPLE, "people", dict(names.people)),
        _objectives(answers, names, today),
        _tactics(answers, names, today),
        _more(answers, names, today),
    ]
    return {"alignplan.yaml": "\n".join(part for part in parts if part)}


def _plan(answers: Answers, today: date) -> str:
    said = {
        "title": answers.title,
        "organization": answers.organization,
        "vision": answers.vision,
        "mission": answers.mission,
        "horizon": _stated({"start": _day(answers.start), "due": _day(answers.due)}),
        "currency": answers.currency,
    }
    lines = "".join(line for key, line in _OPEN.items() if not said[key])
    return compose({"plan": _stated(said)}) + lines.format(start=today, due=_later(answers, today))


def _objectives(answers: Answers, names: Names, today: date) -> str:
    if not answers.objectives:
        return _OBJECTIVES + _NO_OBJECTIVES.format(due=_later(answers, today))
    measured = any(objective.metric for objective in answers.objectives)
    ids = zip(names.objectives, answers.objectives, strict=True)
    entries = {id_: _objective(objective, names, today) for id_, objective in ids}
    return _section(_OBJECTIVES + (_MEASURED if measured else ""), "objectives", entries)


def _objective(objective: Objective, names: Names, today: date) -> dict[str, Any]:
    metric = objective.metric
    return {"title": objective.title} | _stated(
        {
            "owner": names.person(objective.owner) if objective.owner else "",
            "due": _day(objective.due),
            "kpis": {_kpi_id(metric): _kpi(metric, objective.due, today)} if metric else {},
        }
    )


def _kpi_id(metric: Metric) -> str:
    return Ids().give(name=slug(metric.title, 24), kind="kpi")


def _kpi(metric: Metric, due: str, today: date) -> dict[str, Any]:
    """A KPI is measured from today on; without a date its target is that of the objective."""
    target = _number(metric.target)
    entry: dict[str, Any] = {"title": metric.title, "unit": metric.unit}
    if metric.baseline is not None:
        entry["baseline"] = {"date": today, "value": _number(metric.baseline)}
    entry["target"] = {"date": _day(due), "value": target} if due else target
    entry["frequency"] = "quarterly"
    if metric.baseline is not None:
        entry["actuals"] = {today: _number(metric.baseline)}
    return entry


def _tactics(answers: Answers, names: Names, today: date) -> str:
    start = max(today, start_of(answers.start, 0) or today)
    entries = {
        id_: _tactic(tactic, supports, names, start)
        for supports, ids, objective in zip(names.objectives, names.tactics, answers.objectives, strict=True)
        for id_, tactic in zip(ids, objective.tactics, strict=True)
    }
    return _section(_TACTICS, "tactics", entries)


def _tactic(tactic: Tactic, supports: str, names: Names, start: date) -> dict[str, Any]:
    """Nothing of it is done yet, so that it begins today, or with the plan if that is later."""
    owner = names.person(tactic.owner) if tactic.owner else ""
    return {"title": tactic.title, "supports": supports} | _stated(
        {"owner": owner, "start": start, "due": _day(tactic.due), "status": "planned"}
    )


def _more(answers: Answers, names: Names, today: date) -> str:
    """What comes next, as comments: only ids and days stand in them, never a text that was typed."""
    objectives = list(zip(names.objectives, answers.objectives, strict=True))
    metrics = [(id_, one.metric) for id_, one in objectives if one.metric]
    moves = [f"{id_}/{_kpi_id(one)}: {_way(one)}" for id_, one in metrics]
    due = _later(answers, today)
    parts = [] if metrics else [_KPI.format(start=today, due=due)]
    supports = (*names.objectives, "loyal-customers")[0]
    if any(names.tactics):
        parts.append(_STEPS.format(moves=(moves or [f"{supports}/loyal: +10"])[0]))
    else:
        parts.append(_TACTICS + _NO_TACTICS.format(supports=supports, due=due))
    return "\n".join([*parts, _MORE])


def _way(metric: Metric) -> str:
    """Half of the way from baseline to target, as a change."""
    half = (metric.target - (metric.baseline or 0)) / 2
    return format(half.normalize(), "+f") if half else "+1"


def _later(answers: Answers, today: date) -> str:
    return answers.due or str(date(min(today.year + 2, 9999), 12, 31))


def _section(comment: str, name: str, entries: dict[str, Any]) -> str:
    return comment + compose({name: entries}, spaced=(name,)) if entries else ""


def _stated(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value not in ("", {})}


def _day(text: str) -> date | int | str:
    """A day or period as it is written: a year alone is a number to a reader of YAML."""
    if len(text) == 4:
        return int(text)
    return date.fromisoformat(text) if len(text) == 10 else text


def _number(value: Decimal) -> Decimal | int:
    return int(value) if value == value.to_integral_value() and "." not in str(value) else value
