"""A link is suspect from when its objective means something else until its item is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.history.gits import Repo
from tests.lineage.orchard import GOALS, ROOT, WORK, judged, planted, said, suspect

LATER = GOALS.replace("due: 2028", "due: 2029")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return planted(tmp_path / "plan")


def test_nothing_is_suspect_where_nothing_changed(repo: Repo) -> None:
    assert said(repo) == []


def test_a_changed_objective_makes_the_links_to_it_suspect_with_what_changed(repo: Repo) -> None:
    repo.write(goals=LATER.replace("target: 5", "target: 6").replace("Sell apples", "Sell more apples"))
    repo.commit("2026-10-01")
    plan, (finding,) = judged(repo)
    assert finding.message == (
        "`apples` changed after `trees` was last touched on 2026-09-01: title Sell apples → Sell more apples; "
        "tons.target 5 → 6; due 2028 → 2029"
    )
    assert (finding.item, finding.field, finding.severity) == ("trees", "supports/apples", "warning")
    assert (finding.spot.path, finding.spot.line, finding.spot.column, finding.spot.end_column) == (
        "works.yaml",
        4,
        16,
        22,
    )
    assert finding.help == (
        "see whether `trees` still serves it as it should, then `alignplan confirm trees --against apples`, or change it"
    )
    assert [(one.spot.path, one.spot.line, one.message) for one in finding.related] == [
        ("goals.yaml", 8, "its title changed"),
        ("goals.yaml", 12, "this KPI changed"),
        ("goals.yaml", 11, "its dates changed"),
    ]
    assert plan.untold == ""


def test_a_change_that_is_not_committed_counts(repo: Repo) -> None:
    repo.write(goals=LATER)
    assert suspect(repo) == ["trees: supports/apples"]


def test_a_parent_is_an_objective_of_an_objective_too(repo: Repo) -> None:
    repo.write(goals=GOALS.replace("Sell fruit", "Give fruit away"))
    assert said(repo) == [
        "`fruit` changed after `apples` was last touched on 2026-09-01: title Sell fruit → Give fruit away"
    ]


@pytest.mark.parametrize("committed", [True, False])
def test_a_touch_after_it_settles_it(repo: Repo, committed: bool) -> None:
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    repo.write(works=WORK.replace("due: 2027", "due: 2027-06"))
    if committed:
        repo.commit("2026-10-02")
    assert said(repo) == []


def test_a_touch_before_it_does_not(repo: Repo) -> None:
    repo.write(works=WORK.replace("Plant trees", "Plant old trees"))
    repo.commit("2026-09-15")
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    assert said(repo) == ["`apples` changed after `trees` was last touched on 2026-09-15: due 2028 → 2029"]


def test_both_in_one_commit_are_settled(repo: Repo) -> None:
    repo.write(goals=LATER, works=WORK.replace("Plant trees", "Plant old trees"))
    assert said(repo) == []
    repo.commit("2026-10-01")
    assert said(repo) == []


def test_what_was_changed_back_is_no_change(repo: Repo) -> None:
    for text in (LATER, GOALS):
        repo.write(goals=text)
        repo.commit("2026-10-01")
    assert said(repo) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("works", "spent: 10", "spent: 90"),
        ("works", "progress: 10%", "status: active, started: 2026-11-01"),
        (
            "works",
            "supports: {apples: 100}\n    owner: mia",
            "owner: mia\n    supports: {apples: 100}  # a comment",
        ),
        ("works", "title: Plant trees", '"title": "Plant trees"'),
    ],
)
def test_records_comments_order_and_quotes_are_no_touch(repo: Repo, name: str, old: str, new: str) -> None:
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    repo.put(f"{name}.yaml", WORK.replace(old, new))
    repo.commit("2026-10-02")
    assert suspect(repo) == ["trees: supports/apples"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2028", "due: 2028-12-31  # the last day of it"),
        ("title: Sell apples", "title: >-\n      Sell\n      apples"),
        ("baseline: 1, target: 5", "target: {value: 5.0}, baseline: {value: 1}"),
        ("parent: fruit\n    owner: mia", "owner: mia\n    parent: fruit\n    tags: [green]"),
        (
            "unit: t, baseline: 1, target: 5",
            "unit: t, baseline: 1, target: 5, frequency: monthly, owner: mia",
        ),
        ("target: 5", "target: 5, actuals: {2026-10-31: 2}"),
    ],
)
def test_what_means_the_same_is_no_change(repo: Repo, old: str, new: str) -> None:
    assert old in GOALS
    repo.write(goals=GOALS.replace(old, new))
    repo.commit("2026-10-01")
    assert said(repo) == []


def test_a_move_to_another_file_is_neither_touch_nor_change(repo: Repo) -> None:
    head, apples = GOALS[: GOALS.index("  apples:")], GOALS[GOALS.index("  apples:") :]
    repo.write(goals=head, mores=f"objectives:\n{apples}", works="tactics: {}", tasks=WORK)
    repo.commit("2026-10-01")
    assert said(repo) == []
    repo.write(mores=f"objectives:\n{apples}".replace("due: 2028", "due: 2029"))
    assert said(repo) == ["`apples` changed after `trees` was last touched on 2026-09-01: due 2028 → 2029"]


def test_shared_kpis_belong_to_the_meaning(tmp_path: Path) -> None:
    shared = GOALS.replace("{tons: {title: Tons of apples, unit: t, baseline: 1, target: 5}}", "crop")
    crop = "kpis:\n  crop: {title: Crop, unit: t, baseline: 1, target: 5}\n"
    repo = planted(tmp_path / "plan", goals=shared, crops=crop)
    repo.write(crops=crop.replace("target: 5", "target: 4"))
    repo.commit("2026-10-01")
    assert said(repo) == ["`apples` changed after `trees` was last touched on 2026-09-01: crop.target 5 → 4"]
    repo.write(crops=crop, goals=shared.replace("kpis: crop", "kpis: [crop]"))
    assert said(repo) == []
    repo.write(goals=shared.replace("    kpis: crop\n", ""))
    assert said(repo) == ["`apples` changed after `trees` was last touched on 2026-09-01: kpis.crop − Crop"]


def test_the_settings_say_what_counts(repo: Repo) -> None:
    repo.write(goals=LATER, alignplan=f"{ROOT}lint: {{suspect: [title, kpis]}}\n")
    assert said(repo) == []
    repo.write(alignplan=f"{ROOT}lint: {{suspect: dates}}\n")
    assert suspect(repo) == ["trees: supports/apples"]
    repo.write(alignplan=f"{ROOT}lint: {{suspect: []}}\n")
    assert said(repo) == []


@pytest.mark.parametrize("who", ["trees", "apples"])
def test_only_live_ends_are_judged(repo: Repo, who: str) -> None:
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    name, text = ("works", WORK) if who == "trees" else ("goals", LATER)
    repo.put(f"{name}.yaml", text.replace(f"  {who}:\n", f"  {who}:\n    status: dropped\n"))
    repo.commit("2026-10-02")
    assert said(repo) == []


def test_of_many_changes_the_first_are_told(repo: Repo) -> None:
    repo.write(goals=GOALS.replace("title: Tons of apples, unit: t, baseline: 1, target: 5",
                                   "title: Boxes, unit: boxes, baseline: 10, target: 50, direction: increase"))  # fmt: skip
    assert said(repo) == [
        "`apples` changed after `trees` was last touched on 2026-09-01: tons.title Tons of apples → Boxes; "
        "tons.unit t → boxes; tons.baseline 1 → 10; 2 more changes"
    ]


def test_text_of_plans_is_data(repo: Repo) -> None:
    repo.write(goals=GOALS.replace("title: Sell apples", 'title: "[bold]Sell\\e[31m apples"'))
    assert said(repo) == [
        "`apples` changed after `trees` was last touched on 2026-09-01: title Sell apples → [bold]Sell\x1b[31m apples"
    ]
