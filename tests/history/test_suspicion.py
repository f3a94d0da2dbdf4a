"""A repository is not trusted: nothing that it says runs, nothing is written, and each trouble is one clear line."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from tests.cli.door import Done, started, typed
from tests.history.gits import MAIN, PLAN, WORK, Repo

from alignplan.errors import Misuse
from alignplan.history.program import cleaned, git_program
from alignplan.history.refusals import refusal
from alignplan.history.repository import Repository


@pytest.fixture
def garden(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "garden").planted()


def said(done: Done) -> str:
    assert done.code == 2, done
    assert done.out == ""
    return done.err


def bait(folder: Path, marker: Path) -> str:
    """A program that leaves a trace when it runs."""
    place = folder / "bait.sh"
    place.write_text(f"#!/bin/sh\ntouch '{marker}'\ncat\n", encoding="utf-8")
    place.chmod(0o755)
    return str(place)


# ------------------------------------------------------------ what a repository says runs nothing


def test_hostile_settings_and_hooks_run_nothing(garden: Repo, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    program = bait(tmp_path, marker)
    garden.put(".gitattributes", "*.yaml diff=evil filter=evil merge=evil\n")
    garden.put("work.yaml", WORK.replace("Build raised beds", "Build high beds"))
    for name in (
        "post-checkout",
        "post-index-change",
        "pre-commit",
        "reference-transaction",
        "fsmonitor-watchman",
    ):
        shutil.copy(program, garden.folder / ".git/hooks" / name)
    for name, value in {
        "core.fsmonitor": program,
        "core.pager": program,
        "core.editor": program,
        "core.askPass": program,
        "core.sshCommand": program,
        "core.alternateRefsCommand": program,
        "diff.external": program,
        "diff.evil.textconv": program,
        "diff.evil.command": program,
        "filter.evil.clean": program,
        "filter.evil.smudge": program,
        "filter.evil.process": program,
        "filter.evil.required": "true",
        "gpg.program": program,
        "log.showSignature": "true",
        "pager.rev-list": "true",
        "alias.rev-parse": f"!{program}",
        "alias.cat-file": f"!{program}",
        "credential.helper": f"!{program}",
        "uploadpack.packObjectsHook": program,
    }.items():
        garden.git("config", name, value)
    for command in ("diff", "diff --staged", "diff HEAD..HEAD", "gaps --at HEAD", "history"):
        done = typed(garden.folder, *command.split())
        assert done.code == 0, done
    assert "Build high beds" in typed(garden.folder, "diff").out
    assert not marker.exists()


def test_what_is_missing_is_never_fetched(garden: Repo, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    program = bait(tmp_path, marker)
    work = garden.git("rev-parse", "HEAD:work.yaml")
    for name, value in {
        "extensions.partialClone": "evil",
        "remote.evil.promisor": "true",
        "remote.evil.url": f"ext::{program}",
        "remote.evil.uploadpack": program,
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
    }.items():
        garden.git("config", name, value)
    (garden.folder / ".git/objects" / work[:2] / work[2:]).unlink()
    done = typed(garden.folder, "diff")
    assert done.code == 0
    assert "not all can be read: work.yaml" in done.err
    assert not marker.exists()


def test_a_git_that_lies_in_the_tree_is_not_run(garden: Repo, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    shutil.copy(bait(tmp_path, marker), garden.folder / "git")
    (garden.folder / "bin").mkdir()
    shutil.copy(garden.folder / "git", garden.folder / "bin/git")
    path = os.pathsep.join((".", "", str(garden.folder / "bin"), "bin", os.environ["PATH"]))
    assert typed(garden.folder, "diff", PATH=path).code == 0
    assert not marker.exists()


def test_a_link_to_a_git_in_the_tree_is_not_run(garden: Repo, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    shutil.copy(bait(tmp_path, marker), garden.folder / "git")
    (tmp_path / "links").mkdir()
    (tmp_path / "links/git").symlink_to(garden.folder / "git")
    assert typed(garden.folder, "diff", PATH=f"{tmp_path / 'links'}:{os.environ['PATH']}").code == 0
    assert not marker.exists()


def test_nothing_of_git_in_the_environment_counts(garden: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "other")
    marker = tmp_path / "ran"
    done = typed(
        garden.folder,
        "diff",
        GIT_DIR=str(other.folder / ".git"),
        GIT_EXTERNAL_DIFF=bait(tmp_path, marker),
        GIT_TRACE=str(tmp_path / "trace"),
        GIT_CONFIG_COUNT="1",
        GIT_CONFIG_KEY_0="core.fsmonitor",
        GIT_CONFIG_VALUE_0=str(tmp_path / "bait.sh"),
    )
    assert (done.code, done.err) == (0, "")
    assert "Nothing changed." in done.out
    assert not marker.exists()
    assert not (tmp_path / "trace").exists()


def test_the_environment_of_git_is_stated(tmp_path: Path) -> None:
    inside = tmp_path / "bin"
    inside.mkdir()
    found = cleaned(
        {"GIT_DIR": "x", "HOME": "/h", "PATH": f"{inside}:.::/usr/bin", "LC_ALL": "de_DE"}, str(tmp_path)
    )
    assert found == {
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "HOME": "/h",
        "LANGUAGE": "",
        "LC_ALL": "C",
        "PATH": "/usr/bin",
    }


def test_nothing_in_the_repository_is_written(garden: Repo) -> None:
    garden.put("work.yaml", WORK.replace("mia", "ben"))

    def state() -> list[tuple[str, int, int]]:
        files = sorted(path for path in (garden.folder / ".git").rglob("*") if path.is_file())
        return [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]

    before = state()
    for command in ("diff", "diff --staged", "gaps --at HEAD", "history"):
        assert typed(garden.folder, *command.split()).code == 0
    assert state() == before


# ------------------------------------------------------------ what is typed is never an option


@pytest.mark.parametrize(
    "revision",
    [
        "--output=evil",
        "-O",
        "--all",
        "--exec-path",
        "--git-dir=/tmp",
        "HEAD --output=evil",
        "@{evil",
        "HEAD\n--all",
    ],
)
def test_a_revision_that_looks_like_an_option_is_an_unknown_name(garden: Repo, revision: str) -> None:
    before = sorted(garden.folder.iterdir())
    for arguments in (
        ("diff", "--", revision),
        ("gaps", f"--at={revision}"),
        ("history", f"--since={revision}"),
    ):
        err = said(typed(garden.folder, *arguments))
        assert err.startswith("error: git knows no revision `")
        assert "\nhelp: `git log --oneline` and `git branch --all` list what there is\n" in err
    assert sorted(garden.folder.iterdir()) == before


@pytest.mark.parametrize("revision", ["nope", "HEAD~9", "HEAD:work.yaml", "HEAD^{tree}", "0" * 40, "a\0b"])
def test_what_names_no_commit_is_refused(garden: Repo, revision: str) -> None:
    assert "git knows no revision `" in said(typed(garden.folder, "diff", revision))


def test_a_long_name_is_cut(garden: Repo) -> None:
    assert f"`{'x' * 80}…`" in said(typed(garden.folder, "diff", "x" * 5000))


@pytest.mark.parametrize(
    "name",
    [
        "with blank",
        "-rf",
        "--output=x",
        "new\nline",
        "tab\there",
        "ümlaut",
        ":(glob)x",
        "*",
        "\x1b[31m",
        "quo'te",
    ],
)
def test_folders_may_have_any_name(tmp_path: Path, name: str) -> None:
    repo = Repo(tmp_path / "top")
    repo.put(f"{name}/alignplan.yaml", PLAN)
    repo.put(f"{name}/work.yaml", WORK)
    repo.commit()
    repo.put(f"{name}/work.yaml", WORK.replace("2027-03-31", "2027-04-30"))
    done = typed(repo.folder / name, "diff")
    assert (done.code, done.err) == (0, "")
    assert "due 2027-03-31 → 2027-04-30 (30 days later)" in done.out


def test_files_may_have_names_that_are_no_text(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "top")
    repo.put("alignplan.yaml", PLAN.replace("work.yaml", '"*.yaml"'))
    place = os.fsencode(repo.folder) + b"/w\xffrk.yaml"
    with open(place, "wb") as file:
        file.write(WORK.encode())
    repo.commit()
    done = typed(repo.folder, "ls", "kind:tactic", "--at", "HEAD")
    assert done.code == 0
    assert "beds" in done.out


# ------------------------------------------------------------ repositories that are not as usual


def test_without_a_repository(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_text(PLAN)
    expected = "error: this plan is in no git repository\nhelp: begin one: `git init`, then commit the plan\n"
    for command in ("diff", "history", "gaps --at HEAD"):
        assert said(typed(tmp_path, *command.split())) == expected


def test_without_git(garden: Repo, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = typed(garden.folder, "diff", PATH=str(tmp_path / "empty"))
    assert said(done) == (
        "error: git is not installed, or not in PATH\nhelp: install git; `alignplan check` does without it\n"
    )
    assert typed(garden.folder, "check", "-q", PATH=str(tmp_path / "empty")).code == 0


def test_a_repository_without_commits(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.write(alignplan=PLAN, work=WORK)
    expected = "error: the repository has no commit yet\nhelp: commit the plan first\n"
    for command in ("diff", "diff --staged", "history", "ls --at HEAD"):
        assert said(typed(tmp_path, *command.split())) == expected


def test_a_clone_that_is_cut_short_says_so(garden: Repo, tmp_path: Path) -> None:
    garden.put("work.yaml", WORK.replace("mia", "ben"))
    garden.commit("2026-11-08")
    garden.git("clone", "-q", "--depth", "1", f"file://{garden.folder}", str(tmp_path / "clone"))
    assert said(typed(tmp_path / "clone", "diff", "HEAD~1")) == (
        "error: git knows no revision `HEAD~1`\n"
        "help: this clone is cut short: `git fetch --unshallow`, or in CI check out with `fetch-depth: 0`\n"
    )
    assert typed(tmp_path / "clone", "diff").code == 0
    done = typed(tmp_path / "clone", "history")
    assert "note: this clone is cut short: what is older is not shown (`git fetch --unshallow`)" in done.err


def test_a_worktree_is_a_repository_like_any_other(garden: Repo, tmp_path: Path) -> None:
    garden.git("worktree", "add", "-q", str(tmp_path / "beside"), "-b", "beside")
    (tmp_path / "beside/work.yaml").write_text(WORK.replace("owner: mia", "owner: ben"))
    done = typed(tmp_path / "beside", "diff", MAIN)
    assert (done.code, done.err) == (0, "")
    assert "~ beds  owner mia → ben" in done.out


def test_a_plan_in_a_submodule_has_the_history_of_the_submodule(garden: Repo, tmp_path: Path) -> None:
    top = Repo(tmp_path / "top")
    top.git("submodule", "-q", "add", f"file://{garden.folder}", "plan")
    top.commit()
    (top.folder / "plan/work.yaml").write_text(WORK.replace("owner: mia", "owner: ben"))
    done = typed(top.folder / "plan", "diff")
    assert (done.code, done.err) == (0, "")
    assert "~ beds  owner mia → ben" in done.out


def test_a_submodule_in_a_plan_is_told(garden: Repo, tmp_path: Path) -> None:
    shared = Repo(tmp_path / "shared")
    shared.put("more.yaml", "tactics: {well: {title: Dig a well, supports: harvest}}\n")
    shared.commit()
    garden.git("submodule", "-q", "add", f"file://{shared.folder}", "more")
    garden.put("alignplan.yaml", PLAN.replace("[work.yaml]", '[work.yaml, "more/*.yaml"]'))
    garden.commit()
    done = typed(garden.folder, "diff")
    assert done.code == 0
    assert "note: more is a submodule: what is in it counts as missing in HEAD (" in done.err


def test_a_bare_repository_is_refused(garden: Repo, tmp_path: Path) -> None:
    garden.git("clone", "-q", "--bare", str(garden.folder), str(tmp_path / "bare"))
    (tmp_path / "bare/alignplan.yaml").write_text(PLAN)
    assert said(typed(tmp_path / "bare", "diff")) == (
        "error: this folder is git's own: a bare repository, or `.git`\n"
        "help: run it in the folder of the plan, in a clone or a worktree\n"
    )


def test_a_bare_repository_hidden_in_a_plan_is_not_used(garden: Repo) -> None:
    evil = garden.folder / "docs"
    shutil.copytree(garden.folder / ".git", evil)
    (evil / "alignplan.yaml").write_text(PLAN)
    assert "bare repository" in said(typed(evil, "diff"))


def test_in_git_s_own_files_there_is_no_plan(garden: Repo) -> None:
    (garden.folder / ".git/alignplan.yaml").write_text(PLAN)
    assert said(typed(garden.folder / ".git", "diff")) == (
        "error: this folder is git's own: a bare repository, or `.git`\n"
        "help: run it in the folder of the plan, in a clone or a worktree\n"
    )


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files to another user")
def test_a_repository_of_somebody_else(garden: Repo) -> None:
    for path in (garden.folder, garden.folder / ".git"):
        os.chown(path, 12345, 12345)
    err = said(typed(garden.folder, "diff"))
    assert err.startswith("error: git does not trust this repository: it belongs to another user\n")
    assert f"git config --global --add safe.directory {garden.folder}" in err


def test_the_words_of_git_become_ours() -> None:
    words = refusal("fatal: detected dubious ownership in repository at '/x'\n\n\tgit config --global --add "
                    "safe.directory /x\n", "/y")  # fmt: skip
    assert words.hint == "if you do: `git config --global --add safe.directory /x`"
    assert str(refusal("fatal: something odd\n", "/y")) == "git cannot read the repository: something odd"
    assert str(refusal("", "/y")) == "git cannot read the repository: it did not say why"
    assert len(str(refusal("fatal: " + "x" * 10_000, "/y"))) < 300


@pytest.mark.parametrize("kind", ["commit", "tree"])
def test_a_damaged_repository_is_told_not_a_traceback(garden: Repo, kind: str) -> None:
    id = garden.git("rev-parse", f"HEAD^{{{kind}}}")
    place = garden.folder / ".git/objects" / id[:2] / id[2:]
    place.chmod(stat.S_IRUSR | stat.S_IWUSR)
    place.write_bytes(b"nonsense")
    err = said(typed(garden.folder, "diff"))
    assert err.startswith("error: git ")
    assert err.count("\n") <= 2


def test_a_damaged_file_of_the_past_is_told_and_not_fatal(garden: Repo) -> None:
    id = garden.git("rev-parse", "HEAD:work.yaml")
    place = garden.folder / ".git/objects" / id[:2] / id[2:]
    place.chmod(stat.S_IRUSR | stat.S_IWUSR)
    place.write_bytes(b"nonsense")
    done = typed(garden.folder, "diff")
    assert done.code == 0
    assert "not all can be read: work.yaml" in done.err
    assert "beds" not in done.out


def test_a_broken_config_is_one_line(garden: Repo) -> None:
    (garden.folder / ".git/config").write_text("[core\n")
    assert said(typed(garden.folder, "diff")) == (
        "error: git cannot read the configuration of the repository\nhelp: `git config --list` tells where\n"
    )


def test_a_folder_that_is_gone_is_one_line(garden: Repo) -> None:
    with pytest.raises(Misuse, match="git cannot read the repository"):
        Repository(str(garden.folder / "gone"))


def test_git_is_an_absolute_path_outside_of_the_tree(tmp_path: Path) -> None:
    assert os.path.isabs(git_program(str(tmp_path), os.environ["PATH"]))
    with pytest.raises(Misuse, match="git is not installed"):
        git_program("/", os.environ["PATH"])


def test_no_process_stays_behind(garden: Repo) -> None:
    done = started(garden.folder, "diff", PYTHONWARNINGS="error", PYTHONDEVMODE="1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("place", ["HEAD", "config", "objects"])
def test_a_pipe_in_git_s_own_files_is_not_waited_for(
    garden: Repo, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignplan.history.calls.PATIENCE", 0.3)
    path = garden.folder / ".git" / place
    if place == "objects":
        id = garden.git("rev-parse", "HEAD")
        path = path / id[:2] / id[2:]
    path.unlink()
    os.mkfifo(path)
    err = said(typed(garden.folder, "diff"))
    assert err.startswith("error: git did not answer within 0.3 seconds\n")
