"""The nine examples: what they print on their day, and what they promise of themselves."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from alignplan.model.fields import field_names
from alignplan.model.plan import PlanFile
from alignplan.model.schema import plan_schema
from alignplan.text.tree import Quoted, parse
from tools.golden import COMMANDS, EXAMPLES, names, printed

NAMES = names()
WANTED = {
    "customer-relations",
    "digital-transformation",
    "manufacturing",
    "market-share",
    "outreach",
    "procurement-logistics",
    "sales",
    "software-system",
    "university",
}


def typed(value: Any) -> Any:
    """Plain scalars by the core schema of YAML 1.2, as an independent reader would type them."""
    if isinstance(value, dict):
        return {str(key): typed(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [typed(entry) for entry in value]
    if value is None or isinstance(value, Quoted):
        return None if value is None else str(value)
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", value):
        return int(value)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", value):
        return float(value)
    return value


def data(path: Path) -> Any:
    tree = parse(path.read_text("utf-8"))
    assert tree.faults == []
    return typed(tree.data)


def plan_files(name: str) -> list[Path]:
    return sorted((EXAMPLES / name).rglob("*.yaml"))


def answered(name: str, cache: Path, *arguments: str) -> Any:
    done = printed(name, [*arguments, "-f", "json"], cache)
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_there_are_nine() -> None:
    assert set(NAMES) == WANTED


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("file", COMMANDS)
def test_golden_output(name: str, file: str, tmp_path: Path) -> None:
    done = printed(name, COMMANDS[file], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    golden = (EXAMPLES / name / "expected" / file).read_text("utf-8")
    assert done.stdout == golden, "if it is meant: python tools/golden.py"


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_explained(name: str, tmp_path: Path) -> None:
    """Each warning left, and each accepted exception, is on the page by its rule and its item."""
    page = (EXAMPLES / name / "README.md").read_text("utf-8")
    answer = answered(name, tmp_path, "check")
    assert [
        entry for entry in answer["findings"] if entry["severity"] == "error" and not entry["waived"]
    ] == []
    unexplained = [
        (entry["code"], entry["item"])
        for entry in answer["findings"]
        if entry["code"] not in page or (entry["item"] or "").rpartition("/")[2] not in page
    ]
    assert unexplained == []
    assert answer["findings"], "a plan at mid-course without tensions is no example"


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_no_finding_that_is_not_there(name: str, tmp_path: Path) -> None:
    page = (EXAMPLES / name / "README.md").read_text("utf-8")
    answers = [answered(name, tmp_path, "check", *more) for more in ((), ("--strict",))]
    known = {entry["code"] for answer in answers for entry in answer["findings"]}  # M206 says more than M205
    table = {
        code
        for line in page.splitlines()
        if line.startswith("|")
        for code in re.findall(r"\b[AMTSRCP]\d{3}\b", line)
    }
    assert table <= known


@pytest.mark.parametrize("name", NAMES)
def test_size(name: str, tmp_path: Path) -> None:
    items = answered(name, tmp_path, "ls")["items"]
    kinds = [item["kind"] for item in items]
    assert 3 <= kinds.count("objective") <= 8
    assert 8 <= kinds.count("tactic") <= 25


def test_at_least_three_are_in_several_files() -> None:
    assert sum(len(plan_files(name)) > 1 for name in NAMES) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_an_independent_validator_accepts_them(name: str) -> None:
    validator = jsonschema.Draft202012Validator(plan_schema())
    for path in plan_files(name):
        assert [error.message for error in validator.iter_errors(data(path))] == []


@pytest.mark.parametrize(
    ("arguments", "contract"),
    [
        (["check"], "check"),
        (["check", "--strict"], "check"),
        (["gaps"], "gaps"),
        (["progress"], "progress"),
        (["progress", "--depth", "9"], "progress"),
        (["effect"], "effect"),
        (["kpis", "--moves"], "moves"),
        (["recalibrate"], "recalibrate"),
        (["risks"], "risks"),
        (["ls"], "items"),
        (["show", "plan"], "items"),
        (["tree"], "tree"),
        (["tree", "--depth", "9"], "tree"),
        (["matrix"], "matrix"),
        (["config"], "config"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("name", NAMES)
def test_answers_keep_their_contracts(name: str, arguments: list[str], contract: str, tmp_path: Path) -> None:
    schema = json.loads(printed(name, ["schema", "--output", contract], tmp_path).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    answer = answered(name, tmp_path, *arguments)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(answer)] == []


def used(value: Any, found: set[str]) -> set[str]:
    """Every key that is written somewhere."""
    if isinstance(value, dict):
        for key, entry in value.items():
            found.add(key)
            used(entry, found)
    elif isinstance(value, list):
        for entry in value:
            used(entry, found)
    return found


def test_together_they_use_the_whole_format() -> None:
    written: set[str] = set()
    for name in NAMES:
        for path in plan_files(name):
            used(data(path), written)
    wanted = set(field_names(PlanFile))
    for section in plan_schema()["$defs"].values():
        wanted |= set(section.get("properties", ()))
    assert wanted - written == set()


def test_fields_are_what_the_schema_says() -> None:
    """The list above is not empty by mistake."""
    assert len(fields(PlanFile)) == 16
    assert {"supports", "mitigated_by", "for", "late_by"} <= set().union(
        *(section.get("properties", {}) for section in plan_schema()["$defs"].values())
    )
