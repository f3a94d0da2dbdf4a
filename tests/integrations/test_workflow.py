"""The workflow that `init --ci github` writes: it may only read, is pinned, and does what it says."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.integrations.runner import Job, runs
from tests.integrations.test_action import BROKEN, PLAN
from tests.integrations.tools import PROJECT, commit_all, installed, needed

from alignplan.starters.pipelines.interface import pipeline
from alignplan.version import VERSION

TEXT = pipeline("github").text("plans")


def workflow(text: str = TEXT) -> dict[str, Any]:
    content = yaml.load(text, yaml.BaseLoader)
    assert isinstance(content, dict)
    return content


def steps(text: str = TEXT) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workflow(text)["jobs"]["check"]["steps"]
    return found


def test_it_may_only_read() -> None:
    content = workflow()
    assert content["permissions"] == {}
    assert [job["permissions"] for job in content["jobs"].values()] == [{"contents": "read"}]
    assert "pull_request_target" not in TEXT
    assert "secrets" not in TEXT


def test_it_uses_what_this_project_uses_itself() -> None:
    used = re.findall(r"uses: (\S+@[0-9a-f]{40} # v\S+)", TEXT)
    own = re.findall(r"uses: (\S+@[0-9a-f]{40} # v\S+)", (PROJECT / ".github/workflows/ci.yml").read_text())
    assert len(used) == TEXT.count("uses:") == 2
    assert set(used) <= set(own)
    assert f'"alignplan=={VERSION}"' in TEXT


def test_the_clone_is_whole_and_keeps_no_token() -> None:
    (checkout,) = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


def test_no_expression_is_part_of_a_program() -> None:
    assert [program for program in runs(steps()) if "${{" in program] == []


@pytest.mark.parametrize("folder", [".", "plans", "a ${{ github.token }} \"b\" 'c' $d"])
def test_zizmor_and_the_schema_of_workflows_find_nothing(tmp_path: Path, folder: str) -> None:
    path = tmp_path / ".github/workflows/alignplan.yml"
    path.parent.mkdir(parents=True)
    path.write_text(pipeline("github").text(folder))
    ran = subprocess.run(
        [needed("zizmor"), "--offline", "--no-progress", "--color", "never", "--persona", "pedantic", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout.strip()) == (0, "No findings to report. Good job!")
    validate = [needed("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(path)]
    assert subprocess.run(validate, capture_output=True, check=False).returncode == 0


def test_the_name_of_a_folder_is_no_expression() -> None:
    plan = workflow(pipeline("github").text("a ${{ github.token }}"))["jobs"]["check"]["env"]["PLAN"]
    assert plan == "a ${{ '${{' }} github.token }}"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans/alignplan.yaml").write_text(PLAN)
    commit_all(folder)
    return folder


def job(tmp_path: Path, checkout: Path, event: str = "push", base: str = "") -> Job:
    path = f"{installed(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}"
    context = {"github.event_name": event, "github.event.pull_request.base.sha": base}
    return Job(checkout, tmp_path / "runner", context, {"PATH": path, "PLAN": "plans"})


def after_installing() -> list[dict[str, Any]]:
    return [step for step in steps() if step.get("name") != "Install"]


def test_a_push_is_checked(tmp_path: Path, checkout: Path) -> None:
    here = job(tmp_path, checkout)
    assert here.run(after_installing()).code == 0
    assert [ran.name for ran in here.ran] == ["Check"]
    (checkout / "plans/alignplan.yaml").write_text(BROKEN)
    ran = here.run(after_installing())
    assert ran.code == 1
    assert (
        "::error file=plans/alignplan.yaml,line=12,endLine=12,col=3,endColumn=13,title=A101 orphan-tactic::"
        in ran.out
    )
    assert "Found 1 error, 2 warnings in 1 file (5 items)." in here.summary


def test_a_pull_request_tells_what_it_does_to_the_plan(tmp_path: Path, checkout: Path) -> None:
    base = commit_all(checkout)
    (checkout / "plans/alignplan.yaml").write_text(PLAN.replace("target: 25", "target: 22"))
    here = job(tmp_path, checkout, "pull_request", base)
    assert here.run(after_installing()).code == 0
    assert "share/of-market" in here.summary
    assert here.summary.index("share/of-market") < here.summary.index("### alignplan check")
