"""The hooks for pre-commit: its own rules, and pre-commit itself with a clone of this project, without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml
from tests.integrations.tools import PROJECT, commit_all, git, needed
from tests.plans import HEAD

SHIPPED = (
    ".pre-commit-hooks.yaml", "CHANGELOG.md", "LICENSE", "README.md", "docs/man", "examples", "pyproject.toml", "src",
    "tools/build_hook.py",
)  # fmt: skip
BROKEN = f"{HEAD}\ntactics: {{newsletter: {{title: Start a newsletter}}}}\n"


def hooks() -> dict[str, dict[str, object]]:
    return {hook["id"]: hook for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())}


def test_the_hooks_that_there_are() -> None:
    assert {name: hook["entry"] for name, hook in hooks().items()} == {
        "alignplan-check": "alignplan check",
        "alignplan-fmt": "alignplan fmt",
    }


@pytest.mark.parametrize("hook", hooks().values(), ids=lambda hook: str(hook["id"]))
def test_a_hook_looks_at_whole_plans_and_runs_once(hook: dict[str, object]) -> None:
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
    assert {*hook} <= {
        "id",
        "name",
        "description",
        "entry",
        "language",
        "types",
        "types_or",
        "pass_filenames",
        "require_serial",
    }


def test_measurements_in_csv_files_are_checked_too() -> None:
    assert hooks()["alignplan-check"]["types_or"] == ["yaml", "csv"]


def test_pre_commit_takes_the_manifest() -> None:
    ran = subprocess.run(
        [needed("pre-commit"), "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, "")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository with what a release holds, and its commit."""
    home = tmp_path_factory.mktemp("published")
    for name in SHIPPED:
        source, target = PROJECT / name, home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return home, commit_all(home)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of this environment without alignplan, for an installation that may download nothing."""
    folder = tmp_path_factory.mktemp("packages")
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if entry.suffix != ".pth" and not entry.name.startswith(("alignplan", "pip")):
            (folder / entry.name).symlink_to(entry)
    return folder


@pytest.fixture(scope="module")
def environment(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings with which pre-commit builds and installs the hook from its clone, from what is here."""
    home = tmp_path_factory.mktemp("home")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PIP_", "ALIGNPLAN"))
    }
    return {
        **kept,
        "ALIGNPLAN_AS_OF": "2026-11-22",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "HOME": str(home),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PYTHONPATH": str(packages),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
        "VIRTUALENV_OVERRIDE_APP_DATA": str(home / "virtualenv"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


def run(folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    ran = subprocess.run(
        [needed("pre-commit"), "run", "--color", "never"],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return ran.returncode, ran.stdout + ran.stderr


def outcomes(said: str) -> dict[str, str]:
    """What pre-commit says of each hook."""
    return dict(re.findall(r"^(alignplan \w+)\.{3,}(.+)$", said, re.MULTILINE))


@pytest.fixture
def repository(tmp_path: Path, published: tuple[Path, str]) -> Path:
    """Somebody's repository with a plan in a folder, and both hooks."""
    home, commit = published
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/alignplan.yaml").write_text(f"{HEAD}\n")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {home}\n  rev: {commit}\n  hooks: [{{id: alignplan-fmt}}, {{id: alignplan-check}}]\n"
    )
    commit_all(tmp_path)
    return tmp_path


def test_pre_commit_installs_the_hooks_and_a_broken_plan_is_not_committed(
    repository: Path, environment: dict[str, str]
) -> None:
    (repository / "notes.txt").write_text("nothing of the plan")
    git(repository, "add", "notes.txt")
    code, said = run(repository, environment)
    assert code == 0, said
    assert outcomes(said) == {
        "alignplan fmt": "(no files to check)Skipped",
        "alignplan check": "(no files to check)Skipped",
    }

    (repository / "plans/alignplan.yaml").write_text(BROKEN)
    git(repository, "add", "--all")
    code, said = run(repository, environment)
    assert (code, outcomes(said)) == (1, {"alignplan fmt": "Passed", "alignplan check": "Failed"}), said
    assert "error[A101] orphan-tactic: `newsletter` serves no objective" in said
    assert "--> plans/alignplan.yaml:" in said

    git(repository, "checkout", "HEAD", "--", "plans/alignplan.yaml")
    with (repository / "plans/alignplan.yaml").open("a") as plan:
        plan.write("# as before\n")
    git(repository, "add", "--all")
    code, said = run(repository, environment)
    assert (code, outcomes(said)) == (0, {"alignplan fmt": "Passed", "alignplan check": "Passed"}), said


def test_what_is_not_in_form_is_formed(repository: Path, environment: dict[str, str]) -> None:
    (repository / "plans/alignplan.yaml").write_text(f"{HEAD}\nvalues: {{fair:   We are fair}}\n")
    git(repository, "add", "--all")
    code, said = run(repository, environment)
    assert code == 1, said
    assert "files were modified by this hook" in said
    assert "values: {fair: We are fair}" in (repository / "plans/alignplan.yaml").read_text()
