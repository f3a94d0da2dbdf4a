"""`check --min` and `--max`: bounds on figures of the plan as a whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.door import Done, typed
from tests.plans import written

from alignplan.analysis.figures.interface import Figure, Unit
from alignplan.analysis.gates import Bound, _apart
from alignplan.output.contracts.interface import contract

PLAN = """\
alignplan: 1
plan: {title: Harbour}
lint: {select: [A101, T302]}
people: {ada: Ada}
objectives:
  more-ships: {title: Handle 900 ships, owner: ada, due: 2030-12-31}
tactics:
  cranes: {title: Buy cranes, supports: more-ships, owner: ada, actions: {buy: {title: Buy, status: done}, set: Set up}}
  tugs: {title: Tugs, supports: more-ships}
"""
ENDING = "Found 1 warning in 1 file (6 items).\n"
UNOWNED = "alignplan.yaml:9:3: warning[T302] nobody owns `tugs`\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path, PLAN)


def gates(plan: Path, *arguments: str) -> Any:
    answer = json.loads(typed(plan, "check", "-f", "json", *arguments).out)
    jsonschema.validate(answer, contract("check"))
    return answer["gates"]


def coverage(plan: Path) -> float:
    answer = json.loads(typed(plan, "gaps", "-f", "json").out)
    found: float = answer["coverage"]["percent"]
    return found


def test_a_floor_that_is_met_and_one_that_is_not(plan: Path) -> None:
    value = coverage(plan)
    assert 30 < value < 90
    met = typed(plan, "check", "-f", "concise", "--min", "coverage=30")
    assert met == Done(0, UNOWNED + ENDING, "")
    done = typed(
        plan, "check", "-f", "concise", "--min", "coverage=90%", "--min", "items=4", "--max", "warnings=0"
    )
    assert done == Done(
        1,
        UNOWNED
        + f"error: `coverage` is {round(value)} %, less than the 90 % of --min\n"
        + "error: `warnings` is 1, more than the 0 of --max\n"
        + ENDING,
        "",
    )


def test_as_json(plan: Path) -> None:
    assert gates(plan) == []
    assert gates(plan, "--min", "coverage=90", "--max", "errors=0") == [
        {
            "root": "alignplan.yaml", "figure": "coverage", "unit": "percent", "value": coverage(plan), "low": 90,
            "high": None, "met": False,
            "text": f"`coverage` is {round(coverage(plan))} %, less than the 90 % of --min",
        },
        {
            "root": "alignplan.yaml", "figure": "errors", "unit": "count", "value": 0, "low": None, "high": 0,
            "met": True, "text": "`errors` is 0, as --max asks with 0",
        },
    ]  # fmt: skip


def test_findings_that_fail_nothing_do_not_open_a_gate(plan: Path) -> None:
    assert typed(plan, "check", "--fail-on", "never", "--min", "coverage=90").code == 1
    assert typed(plan, "check", "--select", "A101", "--min", "coverage=90").code == 1


def test_it_is_about_the_plan_as_a_whole(plan: Path) -> None:
    typed(plan, "baseline", "write")
    done = typed(plan, "check", "-f", "concise", "--max", "warnings=0", "--scope", "cranes")
    assert done == Done(
        1,
        "error: `warnings` is 1, more than the 0 of --max\nNo findings in 1 file (6 items).\n",
        "",
    )


def test_what_is_unknown_is_not_enough(tmp_path: Path) -> None:
    plan = written(tmp_path, "alignplan: 1\nplan: {title: x}\nlint: {select: [A101]}\n")
    done = typed(plan, "check", "-f", "concise", "--min", "attainment=0", "--min", "coverage=0")
    assert done == Done(
        1,
        "error: `attainment` is unknown; --min asks for 0 %\n"
        "error: `coverage` is unknown; --min asks for 0 %\n"
        "No findings in 1 file (0 items).\n",
        "",
    )
    assert [(one["value"], one["met"]) for one in gates(plan, "--min", "coverage=0")] == [(None, False)]


def test_figures_of_a_plan_that_cannot_be_read_are_unknown(plan: Path) -> None:
    (plan / "alignplan.yaml").write_text(PLAN + "include: [gone: x\n")
    done = typed(plan, "check", "-f", "concise", "--max", "items=99")
    assert done.code == 1
    assert "error: `items` is unknown: not all of the plan can be read; --max asks for 99\n" in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--min", "cover=9"), "error: --min cover=9: a plan as a whole has no figure `cover`\nhelp: did you mean `coverage`? there are items, coverage, "),
        (("--min", "sufficiency=9"), "error: --min sufficiency=9: a plan as a whole has no figure `sufficiency`\nhelp: there are items, "),
        (("--min", "coverage"), "error: --min coverage: no bound\nhelp: write it as --min coverage=90\n"),
        (("--min", "coverage=nan"), "error: --min coverage=nan: no bound\n"),
        (("--min", "items=9%"), "error: --min items=9%: no bound\n"),
        (("--min", "errors=0"), "error: --min errors=0: fewer is better\nhelp: write --max errors=0\n"),
        (("--min", "items=9", "--min", "items=8"), "error: --min items stands twice\nhelp: keep one of the two\n"),
        (("--max", "coverage=9"), "error: --max coverage=9: more is better\nhelp: write --min coverage=9\n"),
    ],
)  # fmt: skip
def test_what_is_typed_wrong(plan: Path, arguments: tuple[str, ...], words: str) -> None:
    done = typed(plan, "check", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(words)


def test_every_report_tells(plan: Path) -> None:
    names = ("full", "concise", "grouped", "markdown", "json", "github", "sarif", "junit")
    formats = [part for name in names for part in ("-f", f"{name}={name}.out")]
    done = typed(plan, "check", "--min", "coverage=90", *formats)
    text = f"coverage` is {round(coverage(plan))} %, less than the 90 % of --min"
    assert (done.code, done.out, done.err) == (1, "", f"error: `{text}\n")
    for name in names:
        plain = (plan / f"{name}.out").read_text().replace("%25", "%").replace("\\", "")
        assert text.replace("`", "") in plain.replace("`", ""), name
    assert (plan / "junit.out").read_text().count("<failure") == 1
    assert (plan / "github.out").read_text().startswith("::error title=alignplan::")


def test_on_github_it_is_told_once(plan: Path) -> None:
    done = typed(plan, "check", "--max", "warnings=0", "-f", "github")
    text = "`warnings` is 1, more than the 0 of --max"
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines()[0] == f"::error title=alignplan::{text}"
    assert done.out.splitlines()[-2:] == [f"error: {text}", ENDING.rstrip()]


@pytest.mark.parametrize("name", ["gitlab", "rdjson", "json-lines"])
def test_formats_without_room_for_it_leave_it_to_standard_error(plan: Path, name: str) -> None:
    done = typed(plan, "check", "--min", "coverage=90", "-f", name, "-q")
    assert (done.code, "coverage" in done.out) == (1, False)
    assert done.err.startswith("error: `coverage` is ")


def test_of_several_plans_each_is_told(tmp_path: Path) -> None:
    written(tmp_path / "a", PLAN)
    written(tmp_path / "b", PLAN)
    done = typed(tmp_path, "check", "--max", "warnings=0", "-f", "concise")
    assert done.out.splitlines()[2:4] == [
        "error: a/alignplan.yaml: `warnings` is 1, more than the 0 of --max",
        "error: b/alignplan.yaml: `warnings` is 1, more than the 0 of --max",
    ]


PERCENT = Figure("coverage", "", Unit.PERCENT, True)
percents = st.floats(0, 100).map(lambda value: round(value, 5))


@given(percents, percents)
def test_rounding_never_reads_the_other_way_round(value: float, limit: float) -> None:
    shown, other = (float(text.removesuffix(" %")) for text in _apart(PERCENT, value, limit))
    assert (shown > other, shown < other) == (value > limit, value < limit)
    assert Bound(PERCENT, limit, True).holds(value) is (value >= limit)
