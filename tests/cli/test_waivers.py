"""`waivers`: accepted exceptions, the soonest end first, with their age and what they waive."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.door import typed
from tests.history.gits import Repo
from tests.plans import written

PLAN = """\
alignplan: 1
plan: {title: The orchard}
include: ["*s.yaml"]
people: {mia: Mia Lund}
objectives:
  fruit:  # alignplan: ignore[M201] measured by the board, until 2026-12-31
    title: Sell fruit
    owner: mia
    due: 2030
lint: {ignore: [M204, T3], per-file: {"team-x/**": P706}}
"""
WORK = """\
tactics:
  # alignplan: ignore[orphan-tactic, T305] the board wants it, until 2026-11-21
  letter:
    title: Write letters
    owner: mia
    due: 2027  # alignplan: ignore[A106] we know
  trees:  # alignplan: ignore[T304] later, until 2026-11-22
    title: Plant trees
    supports: fruit
    owner: mia
    due: 2027
    note: "# alignplan: ignore[A101] no waiver"
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "plan")
    repo.write(
        alignplan=PLAN.replace("board, until 2026-12-31", "board"),
        works=WORK.replace(", until 2026-11-21", ""),
    )
    repo.commit("2026-06-01")
    repo.write(alignplan=PLAN)
    repo.commit("2026-10-01")
    repo.put("tasks.yaml", WORK.replace("note:", "x-note:").replace("  trees:  #", "  trees:\n    #"))
    (repo.folder / "works.yaml").unlink()
    repo.commit("2026-11-01")
    return repo


def test_what_is_accepted_why_and_how_long(repo: Repo) -> None:
    done = typed(repo.folder, "waivers")
    assert done.out.splitlines() == [
        "   left  until       rules                item    reason                   age  waives  place",
        "expired  2026-11-21  orphan-tactic, T305  letter  the board wants it     174 d       2  tasks.yaml:2",
        "  today  2026-11-22  T304                 trees   later                   21 d       0  tasks.yaml:8",
        "   39 d  2026-12-31  M201                 fruit   measured by the board  174 d       1  alignplan.yaml:6",
        " no end  –           A106                 letter  we know                174 d       0  tasks.yaml:6",
        "",
        "4 waivers; 1 expired: `alignplan check` finds again what it waived; the next ends today. "
        "The settings ignore M204, T3; P706 in team-x/**. As of 2026-11-22.",
    ]
    assert done.code == 0


def test_what_expired_is_found_again(repo: Repo) -> None:
    said = typed(repo.folder, "check", "-f", "concise").out
    assert "tasks.yaml:2:3: error[E015] the suppression ended on 2026-11-21" in said
    assert "tasks.yaml:3:3: error[A101]" in said
    before = typed(repo.folder, "check", "-f", "concise", "--as-of", "2026-11-21").out
    assert "A101" not in before
    listed = typed(repo.folder, "waivers", "letter", "--as-of", "2026-11-21", "-f", "csv").out.splitlines()
    assert listed[1] == '0,2026-11-21,"orphan-tactic, T305",letter,the board wants it,173,2,tasks.yaml:2'


def test_json_is_as_the_contract_says(repo: Repo) -> None:
    answer = json.loads(typed(repo.folder, "waivers", "-f", "json").out)
    schema = json.loads(typed(repo.folder, "schema", "--output", "waivers").out)
    jsonschema.validate(answer, schema)
    assert answer["waivers"][0] == {
        "rules": ["orphan-tactic", "T305"],
        "item": "letter",
        "field": None,
        "reason": "the board wants it",
        "since": "2026-06-01",
        "age_days": 174,
        "until": "2026-11-21",
        "days_left": -1,
        "expired": True,
        "findings": 2,
        "path": "tasks.yaml",
        "line": 2,
    }
    assert [(one["item"], one["field"], one["days_left"]) for one in answer["waivers"][1:]] == [
        ("trees", "title", 0),
        ("fruit", None, 39),
        ("letter", "due", None),
    ]
    assert answer["ignored"] == [
        {"rules": ["M204", "T3"], "files": None},
        {"rules": ["P706"], "files": "team-x/**"},
    ]


def test_of_chosen_items(repo: Repo) -> None:
    def items(*typed_: str) -> list[str]:
        answer = json.loads(typed(repo.folder, "waivers", *typed_, "-f", "json").out)
        return [one["item"] for one in answer["waivers"]]

    assert items("letter") == ["letter", "letter"]
    assert items("fruit+") == ["trees", "fruit"]
    assert items("owner:mia", "--exclude", "kind:tactic") == ["fruit"]
    done = typed(repo.folder, "waivers", "mia")
    assert done.err.splitlines()[-1] == "note: nothing is waived of mia"
    assert "Nothing is waived. The settings ignore" in done.out


def test_as_it_was(repo: Repo) -> None:
    out = typed(repo.folder, "waivers", "fruit", "--at", "HEAD~2").out.splitlines()
    assert out[1].split() == [
        "no",
        "end",
        "–",
        "M201",
        "fruit",
        "measured",
        "by",
        "the",
        "board",
        "0",
        "d",
        "1",
        "alignplan.yaml:6",
    ]
    assert out[-1].endswith("2026-06-01). As of 2026-06-01.")


def test_an_age_that_is_not_known_is_a_dash(repo: Repo, tmp_path: Path) -> None:
    repo.put(
        "tasks.yaml",
        (repo.folder / "tasks.yaml").read_text() + "    links: x  # alignplan: ignore[T306] new\n",
    )
    rows = json.loads(typed(repo.folder, "waivers", "trees", "-f", "json").out)["waivers"]
    assert [(row["rules"], row["since"], row["age_days"]) for row in rows] == [
        (["T304"], "2026-11-01", 21),
        (["T306"], None, None),
    ]
    assert "  –  " in typed(repo.folder, "waivers", "trees").out
    short = tmp_path / "short"
    repo.git("clone", "-q", "--depth=1", f"file://{repo.folder}", str(short))
    rows = json.loads(typed(short, "waivers", "-f", "json").out)["waivers"]
    assert {row["since"] for row in rows} == {None}


def test_without_git_that_is_said(tmp_path: Path) -> None:
    folder = written(tmp_path, {"alignplan.yaml": PLAN, "works.yaml": WORK})
    done = typed(folder, "waivers", "fruit")
    assert "note: since when they are accepted is not known: this plan is in no git repository\n" in done.err
    assert done.out.splitlines()[1].split()[-3:] == ["–", "1", "alignplan.yaml:6"]


def test_nothing_at_all(tmp_path: Path) -> None:
    folder = written(tmp_path, {"alignplan.yaml": "alignplan: 1\nplan: {title: The orchard}\n"})
    done = typed(folder, "waivers")
    assert (done.code, done.err) == (0, "note: the plan has no items\n")
    assert done.out.splitlines()[-1] == "Nothing is waived. As of 2026-11-22."


def test_text_of_plans_is_data(tmp_path: Path) -> None:
    text = PLAN.replace("measured by the board", "=1+1 [red]\x1b[31m").replace("\x1b", "&amp;")
    folder = written(tmp_path, {"alignplan.yaml": text, "works.yaml": WORK.replace("later", "=cmd()")})
    assert "'=cmd()" in typed(folder, "waivers", "trees", "-f", "csv").out
    assert "[red]" in typed(folder, "waivers", "fruit").out
