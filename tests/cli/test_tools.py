"""`rule`, `config`, `schema`: what the tool knows, told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import started, typed
from tests.plans import HEAD, written

from alignplan.model.schema import plan_schema
from alignplan.output.contracts.interface import contract
from alignplan.rules.catalog import all_rules, page


def data(folder: Path, name: str, *arguments: str, **environment: str) -> dict[str, Any]:
    """A JSON answer, which keeps its contract."""
    done = typed(folder, *arguments, "-f", "json", **environment)
    assert (done.code, done.err) == (0, "")
    answer: dict[str, Any] = json.loads(done.out)
    assert answer["schema"] == f"{name}/1"
    assert list(Draft202012Validator(contract(name)).iter_errors(answer)) == []
    return answer


# ------------------------------------------------------------ rule


def test_every_rule_is_listed_in_the_order_of_its_family(tmp_path: Path) -> None:
    answer = data(tmp_path, "rules", "rule")
    assert [rule["code"] for rule in answer["rules"]] == list(all_rules())
    assert "".join(dict.fromkeys(code[0] for code in all_rules())) == "EAMTSRCP"


@pytest.mark.parametrize("code", all_rules())
def test_the_page_of_a_rule(tmp_path: Path, code: str) -> None:
    done = typed(tmp_path, "rule", code)
    rule = all_rules()[code]
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"# {code} {rule.name}\n\n*{rule.tier} rule; severity {rule.severity}; since ")
    assert done.out.endswith(page(code))
    assert all(f"{value:g}" in done.out.split("\n\n")[1] for value in rule.thresholds.values())
    assert typed(tmp_path, "rule", rule.name) == done


def test_a_prefix_lists_its_rules_and_letters_may_be_small(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(typed(tmp_path, "rule", "A10", "-f", "csv").out)))
    assert [row["code"] for row in rows] == [code for code in all_rules() if code.startswith("A10")]
    assert typed(tmp_path, "rule", "a10", "-f", "csv") == typed(tmp_path, "rule", "A10", "-f", "csv")
    assert typed(tmp_path, "rule", "a101") == typed(tmp_path, "rule", "A101")


def test_a_page_as_json(tmp_path: Path) -> None:
    (rule,) = data(tmp_path, "rules", "rule", "A110")["rules"]
    assert (rule["code"], rule["name"], rule["page"]) == ("A110", "everything-first", page("A110"))
    assert rule["thresholds"] == {"A110.objectives": 7, "A110.high": 3}


def test_rules_need_no_plan(tmp_path: Path) -> None:
    written(tmp_path, "[broken")
    assert typed(tmp_path, "rule").code == 0


# ------------------------------------------------------------ config


def settings(folder: Path, *arguments: str, **environment: str) -> dict[str, tuple[object, object, str]]:
    answer = data(folder, "config", "config", *arguments, **environment)
    return {one["setting"]: (one["value"], one["default"], one["source"]) for one in answer["settings"]}


def test_every_setting_has_its_default_and_where_it_was_said(tmp_path: Path) -> None:
    written(
        tmp_path,
        "alignplan: 1\nplan: {title: x, health: {on_track: 80}}\n"
        "lint: {thresholds: {lead: 30}, severity: {A102: error}, ignore: M204, extend-select: A111}\n",
    )
    found = settings(tmp_path)
    assert found["health.on_track"] == (80, 90, "alignplan.yaml")
    assert found["health.at_risk"] == (70, 70, "")
    assert found["health.tolerance"] == (3, 3, "")
    assert found["thresholds.lead"] == (30, 90, "alignplan.yaml")
    assert found["thresholds.A110.high"] == (3, 3, "")
    assert found["rules.A102 unserved-objective"] == ("error", "warning", "alignplan.yaml")
    assert found["rules.M204 stale-kpi"] == ("off", "warning", "alignplan.yaml")
    assert found["rules.A111 duplicate-intent"] == ("info", "off (on demand)", "alignplan.yaml")
    assert found["rules.A108 not-enough"] == ("off", "off (strict)", "")
    assert found["limits.file bytes"] == (16 * 1024 * 1024, 16 * 1024 * 1024, "")


def test_every_threshold_of_every_rule_is_printed(tmp_path: Path) -> None:
    found = settings(written(tmp_path, HEAD))
    for code, rule in all_rules().items():
        for name, value in rule.thresholds.items():
            assert found[f"thresholds.{code}.{name}" if name else f"thresholds.{code}"] == (value, value, "")


def test_the_day_and_the_cache_say_where_they_come_from(tmp_path: Path) -> None:
    written(tmp_path, HEAD)
    assert settings(tmp_path)["as-of"] == ("2026-11-22", "today", "ALIGNPLAN_AS_OF")
    assert settings(tmp_path, "--as-of", "2026-01-01")["as-of"] == ("2026-01-01", "today", "--as-of")
    found = settings(tmp_path, XDG_CACHE_HOME="/tmp/here", HOME="/home/mia")
    assert found["cache"] == ("/tmp/here/alignplan", "/home/mia/.cache/alignplan", "XDG_CACHE_HOME")


@pytest.mark.parametrize("output", ["table", "plain", "tsv", "csv", "markdown"])
def test_config_in_every_format(tmp_path: Path, output: str) -> None:
    done = typed(written(tmp_path, HEAD), "config", "-f", output)
    assert (done.code, done.err) == (0, "")
    assert "health.on_track" in done.out


# ------------------------------------------------------------ schema


def test_the_schema_of_plan_files(tmp_path: Path) -> None:
    done = typed(tmp_path, "schema")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == plan_schema()
    Draft202012Validator.check_schema(json.loads(done.out))


@pytest.mark.parametrize(
    "name",
    ["check", "config", "gaps", "items", "kpis", "matrix", "progress", "risks", "rules", "trace", "tree"],
)
def test_the_schema_of_each_answer(tmp_path: Path, name: str) -> None:
    done = typed(tmp_path, "schema", "--output", name)
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("arguments", [("schema",), ("rule", "A101"), ("check", "--help")])
def test_without_docstrings_python_says_the_same(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    bare = started(tmp_path, *arguments, PYTHONOPTIMIZE="2")
    assert (bare.returncode, bare.stdout, bare.stderr) == (0, typed(tmp_path, *arguments).out, "")
