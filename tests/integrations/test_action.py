"""The action for GitHub: what it may do, and what its steps do in a checkout with a plan."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.integrations.runner import Job, interpreter, runs
from tests.integrations.tools import PROJECT, commit_all, needed

ACTION: dict[str, Any] = yaml.safe_load((PROJECT / "action.yml").read_text())
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
USUAL = {f"inputs.{name}": str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
PLAN = """\
alignplan: 1
plan: {title: Northwind, horizon: {start: 2026-01-01, due: 2028-12-31}}
people: {mia: Mia Lund}
objectives:
  share:
    title: Reach 25 % of the market by the end of 2028
    owner: mia
    due: 2028-12-31
    kpis: {of-market: {unit: "%", baseline: 18, target: 25, actuals: {2026-10-31: 20.1}}}
tactics:
  product-line: {title: Enhance the product line, supports: share, owner: mia, due: 2027-06-30}
"""
BROKEN = PLAN + "  newsletter: {title: Start a newsletter, owner: mia, due: 2027-06-30}\n"


# ------------------------------------------------------------ what it may do


def test_nothing_of_an_input_is_part_of_a_program() -> None:
    assert [program for program in runs(STEPS) if "${{" in program] == []
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)


def test_every_input_reaches_a_step_and_says_what_it_is() -> None:
    text = (PROJECT / "action.yml").read_text()
    for name, about in ACTION["inputs"].items():
        assert f"${{{{ inputs.{name} }}}}" in text, name
        assert about["description"]
        assert "default" in about


def test_actions_it_uses_are_pinned_to_what_the_project_uses_itself() -> None:
    used = re.findall(r"uses: (\S+ # \S+)", (PROJECT / "action.yml").read_text())
    own = re.findall(r"uses: (\S+ # \S+)", (PROJECT / ".github/workflows/ci.yml").read_text())
    assert used
    assert set(used) <= set(own)


def test_neither_a_token_nor_the_environment_of_other_steps_is_touched() -> None:
    text = (PROJECT / "action.yml").read_text()
    for word in ("GITHUB_ENV", "GITHUB_PATH", "token", "secrets", "curl", "eval"):
        assert word not in text


def test_python_of_the_tree_is_never_imported() -> None:
    for program in runs(STEPS):
        for line in program.splitlines():
            if "alignplan" in line and " -m " in line and "venv" not in line:
                assert '" -I -m ' in line, line


def test_the_schema_of_actions_holds() -> None:
    validate = [needed("check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml"]
    ran = subprocess.run(validate, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_zizmor_finds_nothing() -> None:
    ran = subprocess.run(
        [needed("zizmor"), "--offline", "--no-progress", "--color", "never", "--persona", "pedantic", "action.yml"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout.strip()) == (0, "No findings to report. Good job!")


# ------------------------------------------------------------ what it does


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return interpreter(tmp_path_factory.mktemp("python") / "bin")


def job(tmp_path: Path, python: Path, **inputs: str) -> Job:
    context = {**USUAL, **{f"inputs.{name}": value for name, value in inputs.items()}}
    return Job(
        tmp_path / "checkout",
        tmp_path / "runner",
        {**context, "steps.python.outputs.python-path": str(python)},
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a sound plan in a folder."""
    folder = tmp_path / "checkout"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans/alignplan.yaml").write_text(PLAN)
    commit_all(folder)
    return folder


def test_a_sound_plan_passes(tmp_path: Path, checkout: Path, python: Path) -> None:
    here = job(tmp_path, python)
    ran = here.run(STEPS)
    assert (ran.name, ran.code, ran.err) == ("Check", 0, "")
    assert [step.name for step in here.ran] == ["Install", "Check"]
    assert ran.out.startswith(
        "warning[T304] no-steps: `product-line` has no steps\n  --> plans/alignplan.yaml:11:3\n"
    )
    assert ran.out.count("\n::warning file=plans/alignplan.yaml,line=11,") == 1
    assert here.summary.startswith(
        "<!-- alignplan check -->\n### alignplan check\n\nFound 1 warning in 1 file (4 items)."
    )
    assert here.untouched


def test_what_is_installed_is_locked_with_hashes(tmp_path: Path, checkout: Path, python: Path) -> None:
    asked = python.with_name("pip.txt")
    asked.unlink(missing_ok=True)
    job(tmp_path, python).run(STEPS)
    assert asked.read_text() == (
        "-I -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes "
        f"-r {PROJECT}/requirements/runtime.lock\n"
    )


def test_a_broken_plan_fails_with_annotations_and_a_summary(
    tmp_path: Path, checkout: Path, python: Path
) -> None:
    (checkout / "plans/alignplan.yaml").write_text(BROKEN)
    here = job(tmp_path, python, path="plans", sarif="out.sarif")
    ran = here.run(STEPS)
    assert ran.code == 1
    assert (
        "::error file=plans/alignplan.yaml,line=12,endLine=12,col=3,endColumn=13,title=A101 orphan-tactic::"
        "`newsletter` serves no objective%0Ahelp: " in ran.out
    )
    assert here.summary.startswith("<!-- alignplan check -->\n### alignplan check\n\nFound 1 error")
    assert "- **error** [A101 orphan-tactic](" in here.summary
    results = json.loads((checkout / "out.sarif").read_text())["runs"][0]["results"]
    assert "A101" in [result["ruleId"] for result in results]
    assert here.untouched


def test_arguments_stand_one_on_each_line(tmp_path: Path, checkout: Path, python: Path) -> None:
    (checkout / "plans/alignplan.yaml").write_text(BROKEN)
    here = job(tmp_path, python, args="--ignore=A101\n\n--output-format=json=a report.json\n")
    assert here.run(STEPS).code == 0
    assert json.loads((checkout / "a report.json").read_text())["schema"] == "check/1"


@pytest.mark.parametrize("name", ["path", "args", "since", "diff", "sarif"])
def test_an_input_is_never_run(tmp_path: Path, checkout: Path, python: Path, name: str) -> None:
    here = job(tmp_path, python, **{name: '$(touch pwned) `touch pwned`; touch pwned " touch pwned'})
    here.run(STEPS)
    assert not (checkout / "pwned").exists()


@pytest.mark.parametrize("name", ["path", "since", "diff"])
def test_an_input_is_never_an_option(tmp_path: Path, checkout: Path, python: Path, name: str) -> None:
    ran = job(tmp_path, python, **{name: "--help"}).run(STEPS)
    assert ran.code == 2
    assert "Usage:" not in ran.out


def test_a_module_in_the_checkout_is_not_imported(tmp_path: Path, checkout: Path, python: Path) -> None:
    for name in ("yaml.py", "alignplan.py", "pip.py", "sysconfig.py"):
        (checkout / name).write_text("open('pwned', 'w')\nraise SystemExit(9)\n")
    ran = job(tmp_path, python).run(STEPS)
    assert (ran.code, (checkout / "pwned").exists()) == (0, False)


def test_what_the_change_does_goes_to_the_summary_and_to_a_comment(
    tmp_path: Path, checkout: Path, python: Path
) -> None:
    before = commit_all(checkout)
    (checkout / "plans/alignplan.yaml").write_text(PLAN.replace("target: 25", "target: 22"))
    commit_all(checkout, "A target that we can reach")
    here = job(tmp_path, python, path="plans", diff=before)
    assert here.run(STEPS).code == 0
    comment = Path(here.context["steps.diff.outputs.comment"]).read_text(encoding="utf-8")
    assert comment.startswith("<!-- alignplan diff -->\n### What this change does to the plan\n\n")
    assert "share/of-market" in comment
    assert "25 %" in comment
    assert "22 %" in comment
    assert here.summary.startswith(comment)
    assert "\n<!-- alignplan check -->\n" in here.summary


def test_a_comment_calls_nobody(tmp_path: Path, checkout: Path, python: Path) -> None:
    before = commit_all(checkout)
    (checkout / "plans/alignplan.yaml").write_text(
        PLAN.replace("Enhance the product line", '"Ask @mia about #12"')
    )
    here = job(tmp_path, python, path="plans", diff=before)
    here.run(STEPS)
    comment = Path(here.context["steps.diff.outputs.comment"]).read_text(encoding="utf-8")
    assert "Ask \\@<!-- -->mia about #<!-- -->12" in comment


def test_a_comment_that_has_no_room_only_counts(tmp_path: Path, checkout: Path, python: Path) -> None:
    before = commit_all(checkout)
    many = "".join(f"  more-{n}: {{title: {'Do more of it ' * 500}, supports: share}}\n" for n in range(15))
    (checkout / "plans/alignplan.yaml").write_text(PLAN + many)
    here = job(tmp_path, python, path="plans", diff=before)
    here.run(STEPS)
    comment = Path(here.context["steps.diff.outputs.comment"]).read_text(encoding="utf-8")
    assert comment.startswith("<!-- alignplan diff -->\n")
    assert "15 added" in comment
    assert "Do more of it" not in comment
    assert comment.endswith("\nThere is no room here for more: `alignplan diff` lists it.\n")


def test_a_plan_that_is_new_is_all_change(tmp_path: Path, checkout: Path, python: Path) -> None:
    (checkout / "plans/alignplan.yaml").rename(tmp_path / "kept")
    before = commit_all(checkout)
    (tmp_path / "kept").rename(checkout / "plans/alignplan.yaml")
    commit_all(checkout)
    here = job(tmp_path, python, path="plans", diff=before)
    assert here.run(STEPS).code == 0
    assert "product-line" in Path(here.context["steps.diff.outputs.comment"]).read_text()


def test_a_revision_that_is_not_there_fails_with_the_way_out(
    tmp_path: Path, checkout: Path, python: Path
) -> None:
    ran = job(tmp_path, python, diff="0123456789abcdef0123456789abcdef01234567").run(STEPS)
    assert (ran.name, ran.code) == ("What the change does to the plan", 2)
    assert "error: git knows no revision" in ran.err


def test_since_a_revision_only_what_is_new_fails(tmp_path: Path, checkout: Path, python: Path) -> None:
    (checkout / "plans/alignplan.yaml").write_text(BROKEN)
    before = commit_all(checkout)
    again = "  podcast: {title: Start a podcast, owner: mia, due: 2027-06-30}\n"
    here = job(tmp_path / "one", python, since=before)
    here.checkout = checkout
    assert here.run(STEPS).code == 0
    (checkout / "plans/alignplan.yaml").write_text(BROKEN + again)
    here = job(tmp_path / "two", python, since=before)
    here.checkout = checkout
    ran = here.run(STEPS)
    assert ran.code == 1
    assert "`podcast` serves no objective" in ran.out
    assert "`newsletter` serves no objective" not in ran.out
