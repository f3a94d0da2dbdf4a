"""`confirm`: an item still serves its objectives as they are now, and the plan says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.history.gits import Repo
from tests.lineage.orchard import GOALS, WORK, planted, suspect

LATER = GOALS.replace("due: 2028", "due: 2029")
SIGN = "901754-12ae32-"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = planted(tmp_path / "plan")
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    repo.write(goals=LATER.replace("title: Sell fruit", "title: Give fruit away"))
    repo.commit("2026-10-02")
    return repo


def text(repo: Repo, name: str = "works") -> str:
    return (repo.folder / f"{name}.yaml").read_text()


def test_it_writes_one_line_and_says_what_had_changed(repo: Repo) -> None:
    done = typed(repo.folder, "confirm", "trees")
    assert done.out == (
        "diff --git a/works.yaml b/works.yaml\n"
        "--- a/works.yaml\n"
        "+++ b/works.yaml\n"
        "@@ -2,6 +2,7 @@\n"
        "   trees:\n"
        "     title: Plant trees\n"
        "     supports: {apples: 100}\n"
        "+    confirmed: {apples: 901754-12ae32-b4ab5f-9ec8bb}\n"
        "     owner: mia\n"
        "     due: 2027\n"
        "     budget: {planned: 400, spent: 10}\n"
    )
    assert (done.code, done.err) == (
        0,
        "note: `apples` changed after `trees` was last touched on 2026-09-01: due 2028 → 2029\n",
    )
    assert suspect(repo) == ["apples: parent/fruit"]


def test_it_holds_until_the_objective_changes_again(repo: Repo) -> None:
    typed(repo.folder, "confirm", "trees", "apples")
    repo.commit("2026-10-03")
    assert suspect(repo) == []
    again = typed(repo.folder, "confirm", "trees", "apples")
    assert (again.code, again.out) == (0, "")
    assert again.err == "note: nothing to change: confirmed already, and what it serves means the same\n"
    repo.write(goals=text(repo, "goals").replace("due: 2029", "due: 2030"))
    repo.commit("2026-10-04")
    assert suspect(repo) == ["trees: supports/apples"]
    typed(repo.folder, "confirm", "trees")
    assert text(repo).count("confirmed") == 1
    assert suspect(repo) == []


def test_it_holds_without_git(repo: Repo, tmp_path: Path) -> None:
    typed(repo.folder, "confirm", "--all")
    copied = tmp_path / "copied"
    copied.mkdir()
    for path in repo.folder.glob("*.yaml"):
        (copied / path.name).write_text(path.read_text())
    assert suspect(copied) == []
    assert typed(copied, "check", "--select", "A112").err == ""
    (copied / "goals.yaml").write_text(text(repo, "goals").replace("Tons of apples", "Boxes of apples"))
    done = typed(copied, "check", "--select", "A112", "-f", "concise")
    assert done.out.splitlines()[0] == (
        "works.yaml:4:16: warning[A112] `apples` changed since `trees` was confirmed against it: its KPIs"
    )


def test_all_confirms_what_is_suspect_and_no_more(repo: Repo) -> None:
    repo.write(works=WORK + "  press:\n    title: Buy a press\n    supports: fruit\n    owner: mia\n")
    done = typed(repo.folder, "confirm", "--all", "--dry-run", "-f", "json")
    answer = json.loads(done.out)
    assert [(one["op"], one["id"], one["path"], one["line"]) for one in answer["changes"]] == [
        ("changed", "apples", "goals.yaml", 10),
        ("changed", "trees", "works.yaml", 5),
    ]
    assert answer["written"] is False
    assert suspect(repo) == ["apples: parent/fruit", "trees: supports/apples"]
    assert typed(repo.folder, "confirm", "--all").code == 0
    assert suspect(repo) == []
    assert "press" not in text(repo).partition("confirmed")[2].partition("press")[0]
    assert typed(repo.folder, "confirm", "--all").err == "note: no link is suspect\n"


def test_one_objective_of_several(repo: Repo) -> None:
    repo.write(works=WORK.replace("{apples: 100}", "[apples, fruit]"))
    repo.commit("2026-09-10")
    typed(repo.folder, "confirm", "trees", "--against", "fruit")
    assert "confirmed: {fruit: " in text(repo)
    typed(repo.folder, "confirm", "trees", "--against", "apples")
    assert text(repo).count(SIGN) == 1
    typed(repo.folder, "set", "trees", "supports=apples")
    typed(repo.folder, "confirm", "trees")
    assert "fruit" not in text(repo)


def test_an_item_written_short_and_one_with_comments(repo: Repo) -> None:
    body = "tactics:\n  trees:  # ours\n    supports: apples  # all of it\n"
    repo.write(works=body)
    repo.commit("2026-09-10")
    repo.write(goals=GOALS)
    typed(repo.folder, "confirm", "trees")
    assert text(repo) == body + "    confirmed: {apples: 901754-12ae32-b4ab5f-76e2a9}\n"


@pytest.mark.parametrize(
    ("typed_", "said"),
    [
        ((), "error: which items were looked at?\nhelp: name them, or say --all; `alignplan check --select A112` lists "
             "what is suspect\n"),
        (("--all", "trees"), "error: --all confirms every suspect link, whatever is named\nhelp: leave out --all, or the "
                             "items\n"),
        (("mia",), "error: `mia` is a person: objectives and tactics serve objectives\nhelp: name one of them; "
                   "`alignplan check --select A112` lists what is suspect\n"),
        (("fruit",), "error: `fruit` serves no objective\nhelp: there is nothing to confirm it against\n"),
        (("trees", "--against", "fruit"), "error: `trees` does not serve `fruit`\nhelp: it serves apples\n"),
        (("tree",), "error: there is no `tree` in the plan\nhelp: did you mean `trees`?\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_confirmed_is_misuse(repo: Repo, typed_: tuple[str, ...], said: str) -> None:
    before = text(repo)
    done = typed(repo.folder, "confirm", *typed_)
    assert (done.code, done.out, done.err) == (2, "", said)
    assert text(repo) == before


def test_what_an_objective_means_must_be_readable(repo: Repo) -> None:
    repo.write(goals=LATER.replace("due: 2029", "due: soon"))
    done = typed(repo.folder, "confirm", "trees")
    assert (done.code, done.err) == (
        2,
        "error: goals.yaml:11: what `apples` means could not be read\nhelp: `alignplan check` tells why\n",
    )


def test_all_says_where_git_cannot_tell(repo: Repo, tmp_path: Path) -> None:
    short = tmp_path / "short"
    repo.git("clone", "-q", "--depth=1", f"file://{repo.folder}", str(short))
    done = typed(short, "confirm", "--all")
    assert (done.code, done.out) == (0, "")
    assert done.err == (
        "note: A112 needs git history: it is cut short on 2026-10-02; what changed before is not known "
        "(`git fetch --unshallow`, or in CI check out with `fetch-depth: 0`)\nnote: no link is suspect\n"
    )


def test_rename_and_rm_keep_it_in_step(repo: Repo) -> None:
    typed(repo.folder, "confirm", "--all")
    assert typed(repo.folder, "rename", "apples", "golden").code == 0
    assert "supports: {golden: 100}\n    confirmed: {golden: 9" in text(repo)
    assert suspect(repo) == []
    done = typed(repo.folder, "rm", "fruit")
    assert done.code == 2
    assert "`confirmed` of the objective `golden` names `fruit`" in done.err
    typed(repo.folder, "rm", "fruit", "--cascade", "--force")
    assert "confirmed" not in text(repo, "goals")
