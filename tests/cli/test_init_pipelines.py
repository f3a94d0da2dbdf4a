"""`init --ci`: the file by which a plan is checked where it is hosted, for a new plan or one that is there."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import typed
from tests.plans import HEAD

from alignplan.output.contracts.interface import contract
from alignplan.starters.pipelines.interface import pipeline

GITHUB = ".github/workflows/alignplan.yml"
GITLAB = ".gitlab-ci.yml"
BESIDE = ".gitlab/alignplan.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path / "home"], check=True)
    return tmp_path / "home"


@pytest.fixture
def planned(repository: Path) -> Path:
    """A repository with a plan in a folder."""
    (repository / "plans/tactics").mkdir(parents=True)
    (repository / "plans/alignplan.yaml").write_text(HEAD)
    return repository


def there(folder: Path) -> list[str]:
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in files if not path.startswith(".git/"))


@pytest.mark.parametrize(("host", "file"), [("github", GITHUB), ("gitlab", GITLAB)])
def test_a_new_plan_comes_with_it(repository: Path, host: str, file: str) -> None:
    done = typed(repository, "init", "plans", "--ci", host)
    assert (done.code, done.out) == (
        0, f"wrote plans/alignplan.yaml\nwrote plans/alignplan.schema.json\nwrote {file}\n",
    )  # fmt: skip
    assert done.err == "next: alignplan -C plans check, then alignplan -C plans gaps\n"
    assert (repository / file).read_text() == pipeline(host).text("plans")
    assert there(repository) == sorted([file, "plans/alignplan.schema.json", "plans/alignplan.yaml"])


@pytest.mark.parametrize(("here", "shown"), [(".", ""), ("plans", "../"), ("plans/tactics", "../../")])
def test_a_plan_that_is_there_gets_it_alone(planned: Path, here: str, shown: str) -> None:
    done = typed(planned / here, "init", "--ci", "github")
    assert (done.code, done.out, done.err) == (0, f"wrote {shown}{GITHUB}\n", "")
    assert there(planned) == [GITHUB, "plans/alignplan.yaml"]
    assert 'PLAN: "plans"' in (planned / GITHUB).read_text()


def test_a_plan_at_the_root_of_the_repository(repository: Path) -> None:
    typed(repository, "init", "--ci", "github")
    assert 'PLAN: "."' in (repository / GITHUB).read_text()


def test_a_plan_around_the_repository_is_not_meant(tmp_path: Path, repository: Path) -> None:
    (tmp_path / "alignplan.yaml").write_text(HEAD)
    assert typed(repository, "init", "--ci", "github").out.splitlines() == [
        "wrote alignplan.yaml",
        "wrote alignplan.schema.json",
        f"wrote {GITHUB}",
    ]


def test_of_several_plans_one_is_named(planned: Path) -> None:
    (planned / "other").mkdir()
    (planned / "other/alignplan.yaml").write_text(HEAD)
    done = typed(planned, "init", "--ci", "github")
    assert (done.code, done.err) == (
        2, "error: 2 plans in .\nhelp: name the folder of one: alignplan init other --ci …\n",
    )  # fmt: skip
    assert typed(planned, "init", "other", "--ci", "github").out == f"wrote {GITHUB}\n"


def test_without_git_it_goes_beside_the_plan(tmp_path: Path) -> None:
    done = typed(tmp_path, "init", "plans", "--ci", "github")
    assert done.out.splitlines()[-1] == f"wrote plans/{GITHUB}"
    assert done.err.splitlines()[-1] == "there is no repository yet: `git init` it in plans"
    assert 'PLAN: "."' in (tmp_path / "plans" / GITHUB).read_text()


def test_a_template_may_have_it_too(planned: Path) -> None:
    done = typed(planned, "init", "more", "--template", "sales", "--ci", "gitlab")
    assert done.code == 0, done.err
    assert 'ALIGNPLAN_PATH: "more"' in (planned / GITLAB).read_text()


def test_what_is_there_is_not_replaced(planned: Path) -> None:
    (planned / ".github/workflows").mkdir(parents=True)
    (planned / GITHUB).write_text("mine")
    done = typed(planned, "init", "--ci", "github")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {GITHUB} is there already\nhelp: replace it with --force\n"
    assert (planned / GITHUB).read_text() == "mine"
    assert typed(planned, "init", "new", "--template", "sales", "--ci", "github").code == 2
    assert not (planned / "new").exists()


def test_unless_it_is_forced(planned: Path) -> None:
    (planned / ".github/workflows").mkdir(parents=True)
    (planned / GITHUB).write_text("mine")
    assert typed(planned, "init", "--ci", "github", "--force").out == f"wrote {GITHUB}\n"
    assert (planned / GITHUB).read_text() == pipeline("github").text("plans")


def test_force_never_replaces_a_plan(planned: Path) -> None:
    done = typed(planned, "init", "plans", "--template", "sales", "--ci", "github", "--force")
    assert (done.code, done.err.splitlines()[0]) == (2, "error: plans/alignplan.yaml is there already")
    assert (planned / "plans/alignplan.yaml").read_text() == HEAD
    assert there(planned) == ["plans/alignplan.yaml"]


def test_a_project_that_has_its_own_pipeline_is_told_what_to_add(planned: Path) -> None:
    (planned / GITLAB).write_text("stages: [test]\n")
    for dry in (["--dry-run"], []):
        done = typed(planned, "init", "--ci", "gitlab", *dry)
        assert done.out == f"{'would write' if dry else 'wrote'} {BESIDE}\n"
        assert done.err == f"next: add `include: [{{local: {BESIDE}}}]` to {GITLAB}\n"
        assert (planned / BESIDE).exists() is not bool(dry)
    assert (planned / GITLAB).read_text() == "stages: [test]\n"
    (planned / GITLAB).write_text(f"stages: [test]\ninclude: [{{local: {BESIDE}}}]\n")
    assert (
        typed(planned, "init", "--ci", "gitlab").err
        == f"error: {BESIDE} is there already\nhelp: replace it with --force\n"
    )
    assert typed(planned, "init", "--ci", "gitlab", "--force").err == ""


def test_its_own_pipeline_of_gitlab_may_be_made_again(planned: Path) -> None:
    typed(planned, "init", "--ci", "gitlab")
    assert (
        typed(planned, "init", "--ci", "gitlab").err
        == f"error: {GITLAB} is there already\nhelp: replace it with --force\n"
    )
    assert typed(planned, "init", "--ci", "gitlab", "--force").out == f"wrote {GITLAB}\n"


def test_a_dry_run_writes_nothing(repository: Path) -> None:
    done = typed(repository, "init", "plans", "--ci", "github", "--dry-run")
    assert done.out.splitlines()[-1] == f"would write {GITHUB}"
    assert there(repository) == []


def test_json_has_a_patch_that_git_takes(planned: Path) -> None:
    (planned / ".github/workflows").mkdir(parents=True)
    (planned / GITHUB).write_text("mine\n")
    done = typed(planned, "init", "--ci", "github", "--force", "--dry-run", "-f", "json")
    answer = json.loads(done.out)
    Draft202012Validator(contract("edit")).validate(answer)
    assert (answer["root"], answer["written"]) == ("plans/alignplan.yaml", False)
    assert [(change["path"], change["op"]) for change in answer["changes"]] == [(GITHUB, "changed")]
    (planned / "it.patch").write_text(answer["patch"])
    subprocess.run(["git", "apply", "it.patch"], cwd=planned, check=True)
    assert (planned / GITHUB).read_text() == pipeline("github").text("plans")


def test_a_host_that_there_is_not(repository: Path) -> None:
    assert (
        typed(repository, "init", "--ci", "githup").err
        == "error: there is no CI githup\nhelp: did you mean github?\n"
    )
    assert (
        typed(repository, "init", "--ci", "x").err
        == "error: there is no CI x\nhelp: there are github, gitlab\n"
    )
    assert there(repository) == []


def test_force_alone_means_nothing(repository: Path) -> None:
    done = typed(repository, "init", "--force")
    assert (done.code, done.err) == (
        2,
        "error: --force replaces the file of a CI only\nhelp: name it: --ci github\n",
    )
