"""The job for GitLab: its schema, and what its script does in a checkout with a plan."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from tests.integrations.test_action import BROKEN, PLAN
from tests.integrations.tools import PROJECT, commit_all, installed, needed

from alignplan.starters.pipelines.interface import pipeline
from alignplan.version import VERSION

TEMPLATE = PROJECT / "ci/gitlab/alignplan.yml"
JOB: dict[str, Any] = yaml.safe_load(TEMPLATE.read_text())["alignplan"]


def test_the_template_is_what_init_writes() -> None:
    assert TEMPLATE.read_text() == pipeline("gitlab").text(".")


def test_the_schema_of_gitlab_holds() -> None:
    validate = [needed("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", str(TEMPLATE)]
    ran = subprocess.run(validate, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_a_version_is_installed_and_no_other() -> None:
    assert JOB["variables"]["ALIGNPLAN_PACKAGE"] == f"alignplan=={VERSION}"
    assert JOB["before_script"] == [
        'python -m pip install --quiet --disable-pip-version-check "$ALIGNPLAN_PACKAGE"'
    ]


def test_the_image_has_git_and_the_clone_is_whole() -> None:
    assert JOB["image"] == "python:3.13"
    assert JOB["variables"]["GIT_DEPTH"] == "0"


def test_reports_are_kept_also_where_the_plan_fails() -> None:
    assert JOB["artifacts"]["when"] == "always"
    assert JOB["artifacts"]["reports"] == {
        "codequality": "alignplan-quality.json",
        "junit": "alignplan-junit.xml",
    }
    assert JOB["artifacts"]["paths"] == ["alignplan-diff.md"]
    assert "allow_failure" not in JOB


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans/alignplan.yaml").write_text(PLAN)
    commit_all(folder)
    return folder


def run(checkout: Path, script: str, job: Mapping[str, Any] = JOB, **variables: str) -> tuple[int, str]:
    """What the runner does with a script: all of its lines in one shell that ends with the first failure."""
    surroundings = {
        "PATH": f"{installed(checkout.parent / 'bin')}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(checkout.parent),
        "LANG": "C.UTF-8",
        "ALIGNPLAN_AS_OF": "2026-11-22",
        "CI": "true",
        "GITLAB_CI": "true",
        **{name: value.replace("$$", "$") for name, value in job["variables"].items()},
        **variables,
    }
    program = "\n".join(job[script])
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", program],
        cwd=checkout, env=surroundings, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return ran.returncode, ran.stdout + ran.stderr


def test_a_sound_plan_passes(checkout: Path) -> None:
    code, said = run(checkout, "script")
    assert code == 0, said
    assert "warning[T304] no-steps: `product-line` has no steps" in said
    assert not (checkout / "alignplan-diff.md").exists()


def test_a_broken_plan_fails_and_both_reports_say_why(checkout: Path) -> None:
    (checkout / "plans/alignplan.yaml").write_text(BROKEN)
    code, said = run(checkout, "script")
    assert code == 1
    assert "error[A101] orphan-tactic: `newsletter` serves no objective" in said
    (found,) = [
        entry
        for entry in json.loads((checkout / "alignplan-quality.json").read_text())
        if entry["check_name"] == "A101"
    ]
    assert (found["severity"], found["location"]) == (
        "major",
        {"path": "plans/alignplan.yaml", "lines": {"begin": 12}},
    )
    report = ElementTree.parse(checkout / "alignplan-junit.xml")
    assert [case.get("name") for case in report.iter("testcase") if case.find("failure") is not None] == [
        "newsletter supports"
    ]


def test_options_are_words(checkout: Path) -> None:
    (checkout / "plans/alignplan.yaml").write_text(BROKEN)
    assert run(checkout, "script", ALIGNPLAN_OPTIONS="--ignore A101 --fail-on never")[0] == 0


def test_a_merge_request_tells_what_it_does_to_the_plan(checkout: Path) -> None:
    before = commit_all(checkout)
    (checkout / "plans/alignplan.yaml").write_text(PLAN.replace("target: 25", "target: 22"))
    commit_all(checkout, "A target that we can reach")
    code, said = run(checkout, "script", CI_MERGE_REQUEST_DIFF_BASE_SHA=before)
    assert code == 0, said
    told = (checkout / "alignplan-diff.md").read_text(encoding="utf-8")
    assert "share/of-market" in told
    assert told in said


@pytest.mark.parametrize(
    "value", ["$(touch pwned)", "`touch pwned`", "x; touch pwned", '" touch pwned', "--help"]
)
def test_a_path_is_a_path(checkout: Path, value: str) -> None:
    code, said = run(checkout, "script", ALIGNPLAN_PATH=value)
    assert (code, (checkout / "pwned").exists()) == (2, False), said


def test_a_folder_with_a_dollar_in_its_name(checkout: Path) -> None:
    (checkout / "plans").rename(checkout / "$HOME and 5 $")
    job = yaml.safe_load(pipeline("gitlab").text("$HOME and 5 $"))["alignplan"]
    assert job["variables"]["ALIGNPLAN_PATH"] == "$$HOME and 5 $$"
    assert run(checkout, "script", job)[0] == 0
