"""What was said of the past is replayed only while git stands where it stood."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.cache.conftest import Ask
from tests.history.gits import Repo
from tests.lineage.orchard import GOALS, ROOT, WORK, planted

from alignplan.__main__ import run

LATER = GOALS.replace("due: 2028", "due: 2029")
TOUCHED = WORK.replace("Plant trees", "Plant old trees")
STRICT = f"{ROOT}lint: {{select: [A112]}}\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = planted(tmp_path / "plan", alignplan=STRICT)
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    return repo


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The plan in no repository."""
    folder = tmp_path / "plan"
    folder.mkdir()
    for name, text in (("alignplan", STRICT), ("goals", LATER), ("works", WORK)):
        (folder / f"{name}.yaml").write_text(text)
    return folder


def test_it_is_replayed_while_nothing_changes(repo: Repo, ask: Ask) -> None:
    first, second = ask(repo.folder), ask(repo.folder)
    assert "[A112]" in first.out
    assert (second.out, second.code, first.replayed, second.replayed) == (first.out, first.code, False, True)


def test_a_commit_is_seen_though_no_file_changes(repo: Repo, ask: Ask) -> None:
    repo.write(works=TOUCHED)
    assert "[A112]" not in ask(repo.folder).out
    assert ask(repo.folder).replayed
    repo.commit("2026-10-02")
    assert not ask(repo.folder).replayed
    assert ask(repo.folder).replayed
    repo.git("reset", "-q", "--soft", "HEAD~1")
    assert not ask(repo.folder).replayed


def test_another_branch_with_the_same_files_is_seen(repo: Repo, ask: Ask) -> None:
    repo.git("checkout", "-q", "--orphan", "new")
    repo.commit("2026-10-03")
    repo.git("checkout", "-q", "main")
    assert "[A112]" in ask(repo.folder).out
    repo.git("symbolic-ref", "HEAD", "refs/heads/new")
    assert "[A112]" not in ask(repo.folder).out  # there it came all at once
    repo.git("symbolic-ref", "HEAD", "refs/heads/main")
    repo.git("pack-refs", "--all")
    assert "[A112]" in ask(repo.folder).out
    assert ask(repo.folder).replayed


@pytest.mark.parametrize("kind", ["worktree", "detached", "reftable"])
def test_so_it_is_however_git_keeps_its_head(repo: Repo, ask: Ask, tmp_path: Path, kind: str) -> None:
    place = repo.folder
    if kind == "worktree":
        place = tmp_path / "tree"
        repo.git("worktree", "add", "-q", "-b", "side", str(place))
    elif kind == "detached":
        repo.git("checkout", "-q", "--detach")
    else:
        try:
            repo.git("refs", "migrate", "--ref-format=reftable")
        except subprocess.CalledProcessError:
            pytest.skip("this git has no reftable")
    assert "[A112]" in ask(place).out
    assert ask(place).replayed
    (place / "works.yaml").write_text(TOUCHED)
    assert "[A112]" not in ask(place).out
    repo.git("commit", "-q", "-a", "-m", "touched", folder=place)
    again = ask(place)
    assert ("[A112]" in again.out, again.replayed) == (False, False)
    repo.git("reset", "-q", "--soft", "HEAD~1", folder=place)
    assert not ask(place).replayed


def test_what_is_said_beside_it_is_said_again(
    alone: Path, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = []
    for more in ((), (), ("-q",)):
        run(["check", str(alone), "--as-of", "2026-11-22", *more])
        notes.append(capsys.readouterr().err)
    assert notes[0] == notes[1]
    assert notes[0].startswith("note: A112 needs git history: this plan is in no git repository")
    assert notes[2] == ""
    assert ask(alone).replayed
    subprocess.run(["git", "init", "-q", "-b", "main", str(alone)], check=True)
    assert not ask(alone).replayed


def test_a_repository_that_git_does_not_read_is_asked_again(tmp_path: Path, ask: Ask) -> None:
    repo = Repo(tmp_path / "plan")
    repo.write(alignplan=STRICT, goals=LATER, works=WORK)
    ask(repo.folder)
    assert not ask(repo.folder).replayed
    repo.commit()
    ask(repo.folder)
    assert ask(repo.folder).replayed


def test_after_a_small_change_the_past_is_looked_at_again(repo: Repo, ask: Ask) -> None:
    ask(repo.folder)
    repo.write(goals=LATER.replace("Sell fruit", "Give fruit away"))
    changed = ask(repo.folder)
    assert "`fruit` changed after `apples`" in changed.out
    assert not changed.replayed


def test_without_git_a_small_change_is_judged_alone(alone: Path, ask: Ask) -> None:
    ask(alone)
    (alone / "goals.yaml").write_text(LATER.replace("Sell fruit", "Give fruit away"))
    assert ask(alone).replayed
    (alone / "goals.yaml").write_text(
        LATER.replace("parent: fruit", "parent: fruit\n    confirmed: {fruit: 000000-000000-000000-000000}")
    )
    assert "[A112]" in ask(alone).out
    (alone / "goals.yaml").write_text(LATER)
    assert "[A112]" not in ask(alone).out


def test_so_is_one_beside_what_was_confirmed(
    alone: Path, ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(alone), "confirm", "apples", "--as-of", "2026-11-22"]) == 0
    capsys.readouterr()
    confirmed = (alone / "goals.yaml").read_text()
    assert "[A112]" not in ask(alone).out
    (alone / "works.yaml").write_text(TOUCHED)
    assert ask(alone).replayed
    (alone / "goals.yaml").write_text(confirmed.replace("Sell apples", "Sell golden apples"))
    assert ask(alone).replayed
    (alone / "goals.yaml").write_text(confirmed.replace("Sell fruit", "Give fruit away"))
    changed = ask(alone)
    assert ("its title" in changed.out, changed.replayed) == (True, False)
