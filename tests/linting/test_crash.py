"""A rule that crashes is a bug of ours: it is told, and hides nothing of what the others say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.plans import HEAD, TODAY, check, told, written

from alignplan import open_plan
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import choose
from alignplan.diagnostics.finding import Finding
from alignplan.linting.selection import Asked
from alignplan.rules.catalog import all_rules
from alignplan.rules.interface import at

PLAN = HEAD + "tactics:\n  t: {}  # alignplan: ignore[A101] x\n"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A101 says one thing and then crashes."""

    def find(plan: Assessment) -> Iterator[Finding]:
        yield at("A101", next(plan.graph.items()), "half of it")
        raise KeyError("no such\nthing")

    rules = all_rules()
    monkeypatch.setitem(rules, "A101", replace(rules["A101"], find=find))


@pytest.mark.usefixtures("broken")
def test_it_is_one_finding_at_the_head_of_the_root_file(tmp_path: Path) -> None:
    answer = check(tmp_path, PLAN, "A101", "T302", "E016")
    assert told(answer) == ["1 error[X999]", "4 warning[T302]"]
    finding = answer.findings[0]
    assert finding.message == "the rule A101 failed: KeyError: 'no such\\nthing'"
    assert (finding.name, finding.help) == (
        "internal-error",
        "this is a bug of alignplan, not of the plan: please report it",
    )
    assert finding.url == "https://github.com/alignplan/alignplan/issues"
    assert answer.crashed


@pytest.mark.usefixtures("broken")
def test_no_figure_is_made_of_half_a_truth(tmp_path: Path) -> None:
    plan = open_plan(written(tmp_path, PLAN), as_of=TODAY)
    rules = all_rules()
    rules["T302"], kept = replace(rules["T302"], find=rules["A101"].find), rules["T302"]
    try:
        with pytest.raises(KeyError):
            plan.gaps(choose(plan.assessment, (), (), shown=str))
    finally:
        rules["T302"] = kept


def test_a_rule_that_does_not_crash_is_no_bug(tmp_path: Path) -> None:
    assert not check(tmp_path, PLAN).crashed


@pytest.mark.usefixtures("broken")
def test_the_plan_remembers_the_error(tmp_path: Path) -> None:
    plan = open_plan(written(tmp_path, PLAN), as_of=TODAY)
    plan.check(Asked(select=("A101",)))
    assert [(code, type(error)) for code, error in plan.crashed] == [("A101", KeyError)]
