"""`mv`: items into another file, as they are written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import ROOT, WORK, planted, text
from tests.plans import HEAD, written

BEDS = WORK[WORK.index("  beds:") : WORK.index("\n  # Nobody")]
WELL = WORK[WORK.index("  # Nobody") :]
SIDE_BY_SIDE = WORK.replace("\n\n", "\n")
"""Behind a single sibling nothing says that an empty line goes between them."""


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return planted(tmp_path)


def test_into_a_new_file(garden: Path) -> None:
    done = typed(garden, "mv", "well", "more/water.yaml")
    assert (done.code, done.err) == (0, "")
    assert text(garden) == "# What we do.\ntactics:\n" + BEDS
    assert text(garden, "more/water.yaml") == "tactics:\n" + WELL
    assert "new file mode 100644\n--- /dev/null\n+++ b/more/water.yaml\n" in done.out
    assert typed(garden, "check", "--fail-on", "info").code == 0


def test_there_and_back_in_their_order(garden: Path) -> None:
    assert typed(garden, "mv", "well", "beds", "more/water.yaml").code == 0
    assert text(garden) == "# What we do.\ntactics: {}\n"
    assert text(garden, "more/water.yaml") == "tactics:\n" + BEDS + "\n" + WELL
    assert typed(garden, "mv", "beds", "well", "work.yaml").code == 0
    assert text(garden) == SIDE_BY_SIDE
    assert text(garden, "more/water.yaml") == "tactics: {}\n"


def test_behind_the_last_of_its_section(garden: Path) -> None:
    (garden / "more/water.yaml").write_text(
        "tactics:\n  pond: {title: Pond, supports: harvest}  # small\n\nrisks: {}\n"
    )
    typed(garden, "mv", "well", "more/water.yaml")
    moved = text(garden, "more/water.yaml")
    assert moved.startswith("tactics:\n  pond: {title: Pond, supports: harvest}  # small\n")
    assert moved.endswith(WELL + "\nrisks: {}\n")


def test_items_of_several_kinds(garden: Path) -> None:
    assert typed(garden, "mv", "ben", "well", "mia", "more/water.yaml").code == 0
    assert text(garden, "more/water.yaml") == (
        "people:\n  mia: {title: Mia Lund}\n  ben: {title: Ben Holm}\ntactics:\n" + WELL
    )
    assert text(garden, "alignplan.yaml") == ROOT.replace(
        "people:\n  mia: {title: Mia Lund}\n  ben: {title: Ben Holm}\n", "people: {}\n"
    )


def test_a_series_is_found_from_the_other_folder(garden: Path) -> None:
    (garden / "more/data").mkdir()
    (garden / "more/data/kilos.csv").write_text("date,value\n2026-10-31,25\n")
    series = ROOT.replace("actuals: {2026-10-31: 25}", "actuals: more/data/kilos.csv")
    (garden / "alignplan.yaml").write_text(series)
    assert typed(garden, "mv", "harvest", "more/aims.yaml").code == 0
    assert "actuals: data/kilos.csv" in text(garden, "more/aims.yaml")
    assert typed(garden, "check", "--fail-on", "info").code == 0
    assert typed(garden, "mv", "harvest", "alignplan.yaml").code == 0
    assert text(garden, "alignplan.yaml") == series


@pytest.mark.parametrize("here", [".", "more"])
def test_the_file_is_seen_from_where_one_stands(garden: Path, here: str) -> None:
    file = {".": "more/water.yaml", "more": "water.yaml"}[here]
    assert typed(garden / here, "mv", "well", file).code == 0
    assert text(garden, "more/water.yaml") == "tactics:\n" + WELL
    back = {".": "work.yaml", "more": "../work.yaml"}[here]
    assert typed(garden / here, "mv", "well", back).code == 0
    assert text(garden) == SIDE_BY_SIDE


def test_the_file_may_be_named_as_answers_show_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "garden").mkdir()
    garden = planted(tmp_path / "garden")
    assert typed(garden, "mv", "well", f"{garden.name}/alignplan.yaml").code == 0
    assert text(garden, "alignplan.yaml").endswith("\ntactics:\n" + WELL)


def test_it_is_there_already(garden: Path) -> None:
    done = typed(garden, "mv", "well", "work.yaml")
    assert (done.code, done.out) == (0, "")
    assert done.err == "note: nothing to change: the plan says so already\n"


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["well", "other.yaml"], "other.yaml is no file of the plan: no `include` names it",
         "add it to `include` in alignplan.yaml, or move to one of alignplan.yaml, work.yaml, more/nothing.yaml"),
        (["well", "more/alignplan.yaml"], "more/alignplan.yaml is no file of the plan: no `include` names it",
         "add it to `include` in alignplan.yaml, or move to one of alignplan.yaml, work.yaml, more/nothing.yaml"),
        (["well", "more/water.txt"], "more/water.txt is no file of the plan: no `include` names it",
         "add it to `include` in alignplan.yaml, or move to one of alignplan.yaml, work.yaml, more/nothing.yaml"),
        (["well", "../out.yaml"], "../out.yaml is no file in the plan's folder",
         "name a file of the plan: tactics/growth.yaml"),
        (["well", "more"], "more is no file in the plan's folder", "name a file of the plan: tactics/growth.yaml"),
        (["beds/wood", "more/water.yaml"], "`beds/wood` stands with `beds`",
         "only items of their own can be moved to another file"),
        (["plan", "more/water.yaml"], "`plan` stands in the root file",
         "only items of their own can be moved to another file"),
        (["wel", "more/water.yaml"], "there is no `wel` in the plan", "did you mean `well`?"),
    ],
)  # fmt: skip
def test_refused(garden: Path, words: list[str], error: str, hint: str) -> None:
    done = typed(garden, "mv", *words)
    assert (done.code, done.out, done.err) == (2, "", f"error: {error}\nhelp: {hint}\n")
    assert (text(garden), text(garden, "alignplan.yaml")) == (WORK, ROOT)


def test_what_an_alias_stands_for_cannot_be_left_behind(tmp_path: Path) -> None:
    people = (
        "people:\n  a: {title: A, leave: &off [2026-12-24]}\n  b: {title: B, leave: *off}\n  c: {title: C}\n"
    )
    root = HEAD + 'include: ["m/*.yaml"]\n' + people
    written(tmp_path, root)
    for item in "ab":
        done = typed(tmp_path, "mv", item, "m/x.yaml")
        assert done.code == 2
        assert "alias" in done.err
    assert text(tmp_path, "alignplan.yaml") == root
    assert typed(tmp_path, "mv", "c", "m/x.yaml").code == 0


def test_the_changes_as_data(garden: Path) -> None:
    done = typed(garden, "mv", "well", "more/water.yaml", "-f", "json", "--dry-run")
    assert json.loads(done.out)["changes"] == [
        {
            "path": "more/water.yaml",
            "line": 3,
            "op": "moved",
            "id": "well",
            "field": None,
            "before": "work.yaml",
        }
    ]
    assert not (garden / "more/water.yaml").exists()
