"""`--at REV` on every view: the plan as it was, judged as of the day of its commit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.history.gits import WORK, Repo

VIEWS = ("gaps", "progress", "tree", "trace beds", "matrix", "ls", "show beds", "kpis")


@pytest.fixture
def garden(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path).planted()
    repo.git("tag", "adopted")
    repo.write(work=WORK.replace("owner: mia", "owner: ben").replace("2027-03-31", "2027-04-30"))
    repo.commit("2026-11-15")
    (repo.folder / "work.yaml").unlink()
    return repo


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("output_format", ["plain", "json", "csv", "markdown"])
def test_every_view_shows_the_plan_as_it_was(garden: Repo, view: str, output_format: str) -> None:
    done = typed(garden.folder, *view.split(), "--at", "adopted", "-f", output_format)
    assert (done.code, done.err) == (0, "")
    assert "beds" in done.out or view in ("gaps", "kpis")
    if output_format == "json":
        found = json.loads(done.out)
        commit = garden.git("rev-parse", "adopted")
        assert found["at"] == {"typed": "adopted", "commit": commit, "short": commit[:8], "day": "2026-11-01"}
        assert found["as_of"] == "2026-11-01"
    elif output_format == "plain":
        short = garden.git("rev-parse", "--short=8", "adopted")
        assert done.out.endswith(f"At adopted ({short}, 2026-11-01). As of 2026-11-01.\n")


def test_a_day_that_is_typed_comes_before_that_of_the_commit(garden: Repo) -> None:
    done = typed(garden.folder, "ls", "--at", "HEAD", "--as-of", "2027-01-01")
    assert done.out.endswith("As of 2027-01-01.\n")
    assert typed(garden.folder, "ls", "--at", "HEAD").out.endswith("As of 2026-11-15.\n")


def test_places_are_those_of_the_version(garden: Repo) -> None:
    line = typed(garden.folder, "ls", "kind:tactic", "--at", "HEAD").out.splitlines()[1]
    assert line.split() == [
        "beds",
        "tactic",
        "Build",
        "raised",
        "beds",
        "ben",
        "planned",
        "–",
        "2027-04-30",
        "work.yaml:2",
    ]


def test_a_version_without_a_plan(garden: Repo) -> None:
    garden.git("rm", "-q", "--cached", "alignplan.yaml")
    garden.git("commit", "-q", "-m", "gone")
    done = typed(garden.folder, "ls", "--at", "HEAD")
    assert done.code == 2
    assert done.err.startswith("error: there is no alignplan.yaml in HEAD (")


def test_a_version_with_errors_says_so(garden: Repo) -> None:
    garden.write(work=WORK + "  beds: {title: Twice}\n")
    garden.commit()
    done = typed(garden.folder, "ls", "--at", "HEAD")
    assert done.code == 0
    assert "note: the plan has 1 error; `alignplan check` lists it\n" in done.err


def test_a_hash_alone_is_not_told_twice(garden: Repo) -> None:
    commit = garden.git("rev-parse", "HEAD")
    assert (
        f"At {commit[:8]} (2026-11-15). As of 2026-11-15.\n"
        in typed(garden.folder, "ls", "--at", commit[:10]).out
    )
