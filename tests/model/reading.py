"""Plans written for one field each: read by the program, and as a reader of YAML 1.2 gives them to a schema validator."""

from __future__ import annotations

import re
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from alignplan.loading.bind import Bound, bind
from alignplan.model.schema import plan_schema
from alignplan.text.tree import parse

VALIDATOR = Draft202012Validator(plan_schema())

_HEAD = "alignplan: 1\nplan: {{title: Northwind}}\n"
PLACES = {
    "file": "{{{entry}}}",
    "plan": "alignplan: 1\nplan: {{title: Northwind, {entry}}}",
    "horizon": "alignplan: 1\nplan: {{title: Northwind, horizon: {{{entry}}}}}",
    "health": "alignplan: 1\nplan: {{title: Northwind, health: {{{entry}}}}}",
    "lint": _HEAD + "lint: {{{entry}}}",
    "value": _HEAD + "values: {{one: {{{entry}}}}}",
    "finding": _HEAD + "position: {{one: {{{entry}}}}}",
    "stakeholder": _HEAD + "stakeholders: {{one: {{{entry}}}}}",
    "expectation": _HEAD + "stakeholders: {{one: {{expectations: {{two: {{{entry}}}}}}}}}",
    "team": _HEAD + "teams: {{one: {{{entry}}}}}",
    "person": _HEAD + "people: {{one: {{{entry}}}}}",
    "absence": _HEAD + "people: {{one: {{leave: [{{{entry}}}]}}}}",
    "resource": _HEAD + "resources: {{one: {{{entry}}}}}",
    "calendar": _HEAD + "calendars: {{one: {{{entry}}}}}",
    "objective": _HEAD + "objectives: {{one: {{{entry}}}}}",
    "kpi": _HEAD + "objectives: {{one: {{kpis: {{two: {{{entry}}}}}}}}}",
    "baseline": _HEAD + "kpis: {{one: {{baseline: {{{entry}}}}}}}",
    "target": _HEAD + "kpis: {{one: {{target: {{{entry}}}}}}}",
    "range": _HEAD + "kpis: {{one: {{range: {{{entry}}}}}}}",
    "tactic": _HEAD + "tactics: {{one: {{{entry}}}}}",
    "budget": _HEAD + "tactics: {{one: {{budget: {{{entry}}}}}}}",
    "action": _HEAD + "tactics: {{one: {{actions: {{two: {{{entry}}}}}}}}}",
    "milestone": _HEAD + "tactics: {{one: {{milestones: {{two: {{{entry}}}}}}}}}",
    "contingency": _HEAD + "tactics: {{one: {{contingencies: {{two: {{{entry}}}}}}}}}",
    "trigger": _HEAD + "risks: {{one: {{contingencies: {{two: {{when: {{{entry}}}}}}}}}}}",
    "risk": _HEAD + "risks: {{one: {{{entry}}}}}",
    "decision": _HEAD + "decisions: {{one: {{{entry}}}}}",
}
"""Where an entry of a kind may stand: `{entry}` is its fields, in flow style."""


def plan_with(kind: str, entry: str) -> str:
    """A root file in which one entry of a kind has these fields."""
    text = PLACES[kind].format(entry=entry)
    return text.replace("title: Northwind, title:", "title:") if kind == "plan" else text


def read(text: str, *, root: bool = True) -> Bound:
    """What the program makes of a file; it must be YAML."""
    tree = parse(text)
    assert tree.faults == [], text
    data = tree.data
    plan = data.get("plan") if isinstance(data, dict) else None
    starts = (
        int(plan.get("year_starts") or 0)
        if isinstance(plan, dict) and str(plan.get("year_starts")).isdigit()
        else 0
    )
    return bind(data, "alignplan.yaml", root=root, year_starts=starts)


def told(bound: Bound) -> list[tuple[str, str, str]]:
    """Code, place and message of each finding."""
    return [(one.code, "/".join(map(str, one.place.route)), one.message) for one in bound.findings]


def schema_faults(text: str) -> list[str]:
    """What the schema has against a file."""
    return sorted(error.json_path for error in VALIDATOR.iter_errors(core(text)))


def core(text: str) -> Any:
    """A file with the types of YAML 1.2's core schema; keys are texts as written, as in JSON."""
    return yaml.load(text, _Core)


class _Core(yaml.SafeLoader):
    """PyYAML with the resolvers of YAML 1.2."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


def _number(loader: _Core, node: Any) -> Any:
    text = loader.construct_scalar(node)
    value = float(text)
    return int(value) if re.fullmatch(r"[-+]?[0-9]+", text) else value


_Core.yaml_implicit_resolvers = {}
_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)$"), None)
_Core.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), None
)
_Core.add_implicit_resolver(
    # `012` is left a text, as the format has it.
    "!number",
    re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
    None,
)
_Core.add_constructor("!number", _number)
_Core.add_constructor("tag:yaml.org,2002:map", _Core.construct_mapping)
