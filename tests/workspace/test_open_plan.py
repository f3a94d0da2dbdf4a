"""The library: `open_plan` and what it promises."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.plans import HEAD, TODAY, written

import alignplan
from alignplan import Misuse, open_plan
from alignplan.errors import NothingReadable
from alignplan.linting.selection import Asked

PLAN = {
    "alignplan.yaml": "alignplan: 1\nplan: {title: Northwind}\ninclude: [ops.yaml]\n",
    "ops.yaml": "tactics: {t: {title: Sweep}}\n",
}


def test_the_promise_is_kept() -> None:
    for name in alignplan.__all__:
        assert getattr(alignplan, name).__name__ == name
        assert getattr(alignplan, name).__doc__
    with pytest.raises(AttributeError, match="module 'alignplan' has no attribute 'nothing'"):
        alignplan.nothing  # noqa: B018


@pytest.mark.parametrize("where", [".", "alignplan.yaml", "ops.yaml", "sub", "sub/deeper"])
def test_a_plan_is_found_from_any_of_its_places(tmp_path: Path, where: str) -> None:
    written(tmp_path, PLAN)
    (tmp_path / "sub/deeper").mkdir(parents=True)
    plan = open_plan(tmp_path / where, as_of=TODAY)
    assert (plan.root, plan.folder) == (str(tmp_path / "alignplan.yaml"), str(tmp_path))
    assert plan.files == ["alignplan.yaml", "ops.yaml"]


def test_the_only_plan_below_is_found_and_of_several_one_must_be_named(tmp_path: Path) -> None:
    written(tmp_path / "a/b", HEAD)
    assert open_plan(tmp_path).root == str(tmp_path / "a/b/alignplan.yaml")
    written(tmp_path / "c", HEAD)
    with pytest.raises(Misuse, match="2 plans below") as caught:
        open_plan(tmp_path)
    assert caught.value.hint == "name one of them"


def test_no_plan_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no plan here"):
        open_plan(tmp_path)
    with pytest.raises(Misuse, match="there is no"):
        open_plan(tmp_path / "nowhere")
    assert issubclass(NothingReadable, Misuse)


def test_it_is_judged_on_a_day(tmp_path: Path) -> None:
    written(tmp_path, HEAD)
    assert open_plan(tmp_path).as_of == date.today()  # noqa: DTZ011  the planner's own calendar day
    assert open_plan(tmp_path, as_of=date(2031, 1, 2)).check().as_of == "2031-01-02"


def test_each_stage_is_computed_once_and_only_when_asked_for(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    plan = open_plan(tmp_path, as_of=TODAY)
    assert not {"loaded", "items", "graph", "assessment"} & set(vars(plan))
    assert plan.loaded is plan.loaded
    assert not {"items", "graph", "assessment"} & set(vars(plan))
    plan.check()
    assert "graph" not in vars(plan)
    assert plan.items is plan.items
    assert plan.graph is plan.graph


def test_an_answer_says_where_and_what(tmp_path: Path) -> None:
    plan = open_plan(written(tmp_path, PLAN), as_of=TODAY)
    answer = plan.check(Asked(select=("A101",)))
    (finding,) = answer.findings
    assert isinstance(finding, alignplan.Reported)
    assert isinstance(answer, alignplan.CheckAnswer)
    assert (finding.code, finding.item, finding.field, finding.message) == (
        "A101",
        "t",
        "supports",
        "`t` serves no objective",
    )
    spot = finding.spot
    assert (spot.path, spot.line, spot.column, spot.end_line, spot.end_column) == ("ops.yaml", 1, 11, 1, 12)
    assert (answer.root, answer.summary.files, answer.summary.items, answer.summary.error) == (
        "alignplan.yaml",
        2,
        1,
        1,
    )


def test_paths_are_shown_as_the_caller_wants(tmp_path: Path) -> None:
    plan = open_plan(written(tmp_path, PLAN), as_of=TODAY)
    answer = plan.check(Asked(select=("A101",)), shown=lambda path: f"plans/{path}")
    assert (answer.root, answer.findings[0].spot.path) == ("plans/alignplan.yaml", "plans/ops.yaml")


def test_the_same_question_gets_the_same_answer(tmp_path: Path) -> None:
    plan = open_plan(written(tmp_path, PLAN), as_of=TODAY)
    assert plan.check() == plan.check() == open_plan(tmp_path, as_of=TODAY).check()


def test_checking_writes_nothing_and_needs_no_networkx(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    code = (
        f"import sys, alignplan; alignplan.open_plan({str(tmp_path)!r}).check();"
        "print([name for name in ('networkx', 'rich', 'typer') if name in sys.modules])"
    )
    source = str(Path(alignplan.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={"PYTHONPATH": source},
    )
    assert done.stdout == "[]\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alignplan.yaml", "ops.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "[]",
        "plan: [",
        "alignplan: 9\n",
        "\ufeff" + HEAD,
        HEAD.replace("\n", "\r\n"),
        "null",
        "x",
        "objectives:\n",
    ],
)
def test_any_root_file_gives_a_plan(tmp_path: Path, text: str) -> None:
    plan = open_plan(written(tmp_path, text), as_of=TODAY)
    answer = plan.check(Asked(select=("ALL",)))
    assert not answer.crashed
    assert set(plan.graph) == {"plan"}
