"""What if: the same views of a plan that is supposed to be otherwise, word for word, and that nothing is written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.cli.door import Done, typed
from tests.cli.garden import FILES, ROOT, WORK, planted, text
from tests.history.gits import Repo
from tests.plans import written

from alignplan.output.contracts.interface import contract

EXAMPLES = Path(__file__).parents[2] / "examples"
VIEWS = ("gaps", "progress", "kpis", "tree", "matrix", "recalibrate")
COUPLES = [
    ("--without", "well"),
    ("--set", "beds:due=2027-06-30"),
    ("--set", "harvest/kilos:target=50"),
    ("--set", "ben:title=Ben"),
    ("--without", "beds/wood"),
]
"""Suppositions that have nothing to do with one another."""


def _planted(folder: Path, **changed: str) -> Path:
    folder.mkdir()
    return planted(folder, **changed)


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return _planted(tmp_path / "here")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(tmp_path_factory.mktemp("garden"))


def answer(folder: Path, *words: str) -> Any:
    done = typed(folder, *words, "-f", "json", "-q")
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    Draft202012Validator(contract(words[0])).validate(found)
    return found


def bare(found: Any) -> Any:
    """An answer without what stands beside it in a what-if, and without where the plan is."""
    if isinstance(found, list):
        return [bare(one) for one in found]
    if isinstance(found, dict):
        return {
            key: bare(one)
            for key, one in found.items()
            if key not in ("what_if", "was", "difference", "root")
        }
    return found


def lines(done: Done) -> list[str]:
    return done.out.splitlines()


# ------------------------------------------------------------ what is shown


def test_a_tactic_that_is_not_there_is_told_beside_today(garden: Path) -> None:
    done = typed(garden, "gaps", "--without", "beds")
    assert done.code == 0
    assert done.out == WITHOUT_BEDS
    assert done.err == "note: what if without `beds`: nothing is written\n"


def test_a_value_that_is_another_is_told_beside_today(garden: Path) -> None:
    done = typed(garden, "kpis", "--set", "harvest/kilos:target=30")
    assert (done.code, done.out) == (0, OTHER_TARGET)
    assert done.err == "note: what if `harvest/kilos` with target 30, not 40: nothing is written\n"


def test_all_rows_are_shown_when_asked_for(garden: Path) -> None:
    done = typed(garden, "progress", "--set", "build:progress=50%", "--all")
    assert (done.code, done.out) == (0, ALL_ROWS)


def test_in_little_room_each_figure_has_a_row(garden: Path) -> None:
    done = typed(garden, "progress", "--set", "build:progress=50%", "--set", "harvest:due=2026-10-31", "-f", "table",
                 COLUMNS="60")  # fmt: skip
    assert (done.code, done.out) == (0, NARROW)
    assert max(map(len, lines(done))) <= 60


def test_csv_has_a_row_for_each_value_whole(garden: Path) -> None:
    done = typed(garden, "progress", "--set", "build:progress=50%", "--without", "well", "-f", "csv", "-q")
    assert (done.code, done.out) == (0, CSV)


def test_json_is_the_answer_of_the_supposed_plan_with_what_is_today(garden: Path) -> None:
    found = answer(garden, "progress", "--set", "build:progress=50%", "--without", "well")
    today = answer(garden, "progress")
    harvest = next(one for one in found["items"] if one["id"] == "harvest")
    before = next(one for one in today["items"] if one["id"] == "harvest")
    assert harvest["was"]["progress"] == before["progress"] == 0
    assert harvest["difference"]["progress"] == harvest["progress"] == 25
    assert [one["id"] for one in found["what_if"]["gone"]["items"]] == ["well"]
    assert found["what_if"]["supposed"] == [
        {"option": "without", "item": "well", "field": None, "from": None, "to": None, "file": None},
        {"option": "set", "item": "beds/build", "field": "progress", "from": None, "to": "50%", "file": None},
    ]
    assert {"figure": "items", "unit": "count", "from": 6, "to": 4, "trend": 0} in found["what_if"]["figures"]


def test_what_is_new_was_nothing(garden: Path) -> None:
    (garden.parent / "more.yaml").write_text("tactics:\n  shed: {title: A shed, supports: harvest}\n")
    found = answer(garden, "progress", "--with", "../more.yaml")
    shed = next(one for one in found["items"] if one["id"] == "shed")
    assert (shed["was"], shed["difference"]) == (None, {})


def test_an_answer_without_suppositions_has_nothing_beside_it(garden: Path) -> None:
    for view in VIEWS:
        found = answer(garden, view)
        assert bare(found) == {key: value for key, value in found.items() if key != "root"}


def test_new_findings_are_told_and_the_figures_are_shown(garden: Path) -> None:
    done = typed(garden, "gaps", "--set", "beds:supports=nobody")
    assert done.code == 0
    assert "  work.yaml:5:15: error[E009] `nobody` is not in the plan" in done.err.splitlines()
    assert "harvest    2 ✔ → 1 ✔ (−1)" in done.out


def test_quiet_tells_nothing_on_standard_error(garden: Path) -> None:
    assert typed(garden, "gaps", "--set", "beds:supports=nobody", "-q").err == ""


@pytest.mark.parametrize(
    "words",
    [
        "gaps", "progress", "kpis", "kpis --moves", "effect", "risks", "tree", "tree --by owner", "tree --depth 9",
        "matrix", "matrix --of kpis", "matrix --of people", "load", "load --money", "load --alignment", "recalibrate", "explain market-share progress",
        "explain share-2026", "explain plan coverage",
    ],
)  # fmt: skip
def test_every_view_of_figures_takes_suppositions(words: str) -> None:
    folder = EXAMPLES / "market-share"
    supposed = ["--without", "product-line", "--set", "supplier-fails:occurred=2026-11-20"]
    done = typed(folder, *words.split(), *supposed, "-f", "table", "-q", COLUMNS="80")
    assert lines(done)[:2] == [
        "What if: without `product-line`",
        "What if: `supplier-fails` with occurred 2026-11-20",
    ]
    assert max(map(len, lines(done))) <= 80
    found = json.loads(typed(folder, *words.split(), *supposed, "-f", "json", "-q").out)
    Draft202012Validator(contract(found["schema"].removesuffix("/1"))).validate(found)
    sheet = typed(folder, *words.split(), *supposed, "-f", "csv", "-q").out.splitlines()
    assert sheet[0] == "id,change,figure,today,what_if,difference"


def test_a_state_is_better_or_worse_in_words_too() -> None:
    done = typed(EXAMPLES / "market-share", "risks", "--set", "supplier-fails:occurred=2026-11-20", "-q")
    assert done.out.splitlines()[3:6] == [
        "risk or contingency              state                       held since",
        "supplier-fails                   open → occurred 2026-11-20",
        "supplier-fails/emergency-pectin  ○ waiting → ▲ armed         – → 2026-11-20",
    ]


def test_an_explanation_names_the_inputs_that_are_others(garden: Path) -> None:
    done = typed(garden, "explain", "harvest", "progress", "--set", "wood:progress=50%", "-q")
    assert (done.code, done.out) == (0, EXPLAINED)


def test_what_is_supposed_goes_with_the_list_of_proposals_alone(garden: Path) -> None:
    for words in (("--diff",), ("--accept", "1"), ("--dismiss", "1", "--because", "No")):
        done = typed(garden, "recalibrate", "--without", "beds", *words)
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            "error: what is supposed changes no files: it goes with the list alone\n"
            "help: leave --diff, --accept and --dismiss out\n"
        )


def test_a_proposal_that_is_new_or_gone_is_told(garden: Path) -> None:
    found = answer(
        garden, "recalibrate", "--set", "harvest:weight=3", "--without", "beds", "--without", "well"
    )
    assert [(one["key"], one["was"]) for one in found["proposals"]] == [("staff:harvest", None)]
    assert found["what_if"]["gone"]["proposals"] == []


def test_a_cell_of_a_matrix_is_known_by_its_row_and_column(garden: Path) -> None:
    found = answer(garden, "matrix", "--of", "people", "--set", "build:effort=9d", "--set", "well:owner=mia")
    cells = {(one["row"], one["column"]): one for one in found["cells"]}
    assert (cells["beds", "mia"]["value"], cells["beds", "mia"]["was"]) == (9, {"value": None})
    assert cells["well", "mia"]["was"] is None
    assert [(one["row"], one["column"]) for one in found["what_if"]["gone"]["cells"]] == [("well", "ben")]


# ------------------------------------------------------------ nothing is written, nothing else is changed


def test_nothing_is_written(garden: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(garden.rglob("*")) if path.is_file()}
    for view in VIEWS:
        assert typed(garden, view, "--without", "beds", "--set", "well:due=2028-01-31").code == 0
    assert {path: path.read_bytes() for path in sorted(garden.rglob("*")) if path.is_file()} == before


@pytest.mark.parametrize("view", VIEWS)
def test_the_value_that_is_there_changes_nothing(garden: Path, view: str) -> None:
    done = typed(garden, view, "--set", "beds:due=2027-03-31", "--set", "harvest/kilos:target=40")
    assert lines(done)[:5] == [
        "What if: `beds` with due 2027-03-31, as today",
        "What if: `harvest/kilos` with target 40, as today",
        "Today's values → what if (difference). Nothing is written.",
        "",
        "Nothing of this changes.",
    ]
    found = answer(garden, view, "--set", "beds:due=2027-03-31")
    assert bare(found) == bare(answer(garden, view))
    assert found["what_if"]["figures"] == []
    assert found["what_if"]["findings"] == {"new": [], "solved": []}


@pytest.mark.parametrize("view", VIEWS)
def test_without_an_item_is_the_plan_from_which_it_was_removed(
    garden: Path, tmp_path: Path, view: str
) -> None:
    supposed = answer(garden, view, "--without", "beds")
    by_hand = _planted(
        tmp_path / "other",
        work="# What we do.\ntactics:\n  well:\n    title: Dig a well\n    supports: {harvest: 100}\n"
        "    owner: ben\n    due: 2027-09-30\n    actions:\n      dig: Dig\n",
    )
    assert bare(supposed) == bare(answer(by_hand, view))


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_of_every_example_it_is_the_plan_that_rm_leaves(tmp_path: Path, example: str) -> None:
    folder = tmp_path / example
    shutil.copytree(EXAMPLES / example, folder)
    items = json.loads(typed(folder, "ls", "kind:tactic", "-f", "json").out)["items"]
    id = items[len(items) // 2]["id"]
    supposed = {view: bare(answer(folder, view, "--without", id)) for view in VIEWS}
    assert typed(folder, "rm", id, "--cascade", "--force").code == 0
    assert supposed == {view: bare(answer(folder, view)) for view in VIEWS}


@pytest.mark.parametrize("view", VIEWS)
@given(order=st.permutations(COUPLES))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_suppositions_does_not_matter(
    kept: Path, view: str, order: list[tuple[str, str]]
) -> None:
    def words(couples: list[tuple[str, str]]) -> list[str]:
        return [word for couple in couples for word in couple]

    assert bare(answer(kept, view, *words(order))) == bare(answer(kept, view, *words(COUPLES)))


# ------------------------------------------------------------ a file laid over the plan


OVERLAY = """\
objectives:
  harvest:
    due: 2028-10-31
    kpis:
      kilos: {target: 60}
      jars: {title: Jars, unit: jars, baseline: 0, target: 20}
tactics:
  well:  # nothing: taken out
  beds:
    owner:
    actions:
      wood: {progress: 40%}
  shed:
    title: A shed
    supports: harvest
    moves: {harvest/kilos: +10}
people:
  ben: {description: Retired}
"""


def test_a_file_adds_replaces_and_takes_out_key_by_key(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "over.yaml").write_text(OVERLAY)
    by_hand = tmp_path / "other"
    root = ROOT.replace("due: 2027-10-31", "due: 2028-10-31").replace("target: 40", "target: 60")
    root = root.rstrip() + "\n      jars: {title: Jars, unit: jars, baseline: 0, target: 20}\n"
    work = WORK[: WORK.index("\n  # Nobody")].replace("    owner: mia\n", "")
    work = work.replace("{title: Buy wood, ", "{title: Buy wood, progress: 40%, ")
    work += "  shed:\n    title: A shed\n    supports: harvest\n    moves: {harvest/kilos: +10}\n"
    _planted(by_hand, root=root, work=work)
    for view in VIEWS:
        assert bare(answer(garden, view, "--with", "../over.yaml")) == bare(answer(by_hand, view))


def test_later_files_are_laid_over_earlier_ones(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("objectives: {harvest: {kpis: {kilos: {target: 50}}}}\n")
    (tmp_path / "b.yaml").write_text("objectives: {harvest: {kpis: {kilos: {target: 70}}}}\n")
    targets = [
        answer(garden, "kpis", "--with", one, "--with", other)["kpis"][0]["target"]
        for one, other in (("../a.yaml", "../b.yaml"), ("../b.yaml", "../a.yaml"))
    ]
    assert targets == [70, 50]


def test_what_a_file_adds_may_be_set_and_taken_out_again(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("tactics: {shed: {title: A shed, supports: harvest}, path: A path}\n")
    found = answer(
        garden, "progress", "--with", "../a.yaml", "--set", "shed:progress=30%", "--without", "path"
    )
    ids = {one["id"]: one["progress"] for one in found["items"]}
    assert ids["shed"] == 30
    assert "path" not in ids


def test_a_short_form_keeps_what_it_says(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "tactics:\n  beds: {moves: {harvest/kilos: {lag: 3m}}}\n  well: {actions: {dig: {progress: 50%}}}\n"
        "objectives: {harvest: {kpis: {kilos: {target: {date: 2027-06-30}}}}}\n"
    )
    found = answer(garden, "kpis", "--with", "../a.yaml")["kpis"][0]
    assert found["target"] == 40
    items = answer(garden, "progress", "--depth", "9", "--with", "../a.yaml")["items"]
    dig = next(one for one in items if one["id"] == "well/dig")
    assert (dig["title"], dig["progress"]) == ("Dig", 50)
    sufficiency = answer(garden, "gaps", "--with", "../a.yaml")["objectives"][0]["sufficiency"]
    assert sufficiency == answer(garden, "gaps")["objectives"][0]["sufficiency"]


def test_findings_in_a_file_are_refused_with_their_places(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("tactics:\n  beds: {du: 2027-01-31}\n  well: {due: soon}\n")
    done = typed(garden, "gaps", "--with", "../bad.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "../bad.yaml:2:10: error[E004] unknown key `du`; did you mean `due`?\n"
        "../bad.yaml:3:15: error[E007] `soon` is not a date or period; write a day such as 2026-11-22, or a period: "
        "2026-11, 2026-Q4, 2026\n"
        "error: ../bad.yaml cannot be laid over the plan: it has 2 faults\n"
        "help: correct the file\n"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("tactics: [\n", "../a.yaml:1:10: error[E002] not valid YAML"),
        ("include: [work.yaml]\n", "error: ../a.yaml includes other files"),
        ("- a\n", "../a.yaml:1:1: error[E006] a plan file is a mapping of sections, this one is not"),
        ("tactics:\n  beds: 3\n  beds: 4\n", "../a.yaml:3:3: error[E003]"),
    ],
)
def test_what_is_no_plan_file_is_refused(garden: Path, tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(content)
    done = typed(garden, "gaps", "--with", "../a.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(message)


def test_an_empty_file_changes_nothing(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    assert bare(answer(garden, "gaps", "--with", "../a.yaml")) == bare(answer(garden, "gaps"))


# ------------------------------------------------------------ misuse, in the words of `set`


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--without", "bed"], "error: there is no `bed` in the plan\nhelp: did you mean `beds`?\n"),
        (["--without", "plan"],
         "error: the plan itself cannot be removed\nhelp: remove its folder, or name an item of it\n"),
        (["--set", "bed:due=2027"], "error: there is no `bed` in the plan\nhelp: did you mean `beds`?\n"),
        (["--set", "beds:du=2027"], "error: unknown key `du`\nhelp: did you mean `due`?\n"),
        (["--set", "beds:due=soon"],
         "error: due: `soon` is not a date or period\nhelp: write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026\n"),
        (["--set", "beds:due=2027", "--set", "beds:due=2028"],
         "error: `due` is set twice\nhelp: give it one value; several go into a list: [a, b]\n"),
        (["--set", "beds"], "error: `beds` is no ID:KEY=VALUE\nhelp: write it as market-share:due=2031-12-31\n"),
        (["--set", "due=3:4"], "error: `due=3:4` is no ID:KEY=VALUE\nhelp: write it as market-share:due=2031-12-31\n"),
        (["--set", "beds:due"],
         "error: `due` is no KEY=VALUE\nhelp: write it as due=2026-12-31, in quotes where it holds blanks; owner= takes a field out\n"),
        (["--with", "nope.yaml"],
         "error: --with nope.yaml: there is no such file\nhelp: name a file in the format of the plan\n"),
        (["--with", "."], "error: --with .: it is a folder\nhelp: name a file in the format of the plan\n"),
        (["--without", "well", "--set", "well:due=2028"],
         "error: there is no `well` in the plan\nhelp: `alignplan ls` lists what there is\n"),
    ],
)  # fmt: skip
def test_misuse_is_told_in_the_words_of_the_commands_that_change(
    garden: Path, words: list[str], said: str
) -> None:
    done = typed(garden, "gaps", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err == said


def test_a_selector_may_name_what_is_there_in_one_of_both_plans(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("tactics: {shed: {title: A shed, supports: harvest}}\n")
    gone = typed(garden, "progress", "well", "--without", "well")
    assert (gone.code, lines(gone)[4][:10]) == (0, "well (gone")
    new = typed(garden, "progress", "shed", "--with", "../a.yaml")
    assert (new.code, lines(new)[4][:10]) == (0, "shed (new)")
    neither = typed(garden, "progress", "hut", "--with", "../a.yaml")
    assert (neither.code, neither.err.splitlines()[0]) == (2, "error: there is no `hut` in the plan")


def test_an_anchor_may_go_with_what_holds_it(garden: Path) -> None:
    shared = WORK.replace("owner: mia", "owner: &who mia").replace("owner: ben", "owner: *who")
    (garden / "work.yaml").write_text(shared)
    found = answer(garden, "progress", "--without", "beds")
    assert [one["id"] for one in found["items"]] == ["harvest", "well"]
    assert found["what_if"]["findings"]["new"] == []
    assert text(garden) == shared


# ------------------------------------------------------------ of the past


def test_the_plan_of_a_revision_can_be_supposed_otherwise(garden: Path) -> None:
    Repo(garden).commit()
    (garden / "work.yaml").write_text(
        WORK.replace("  beds:", "  boxes:").replace("beds/build", "boxes/build")
    )
    found = answer(garden, "progress", "--at", "HEAD", "--as-of", "2026-11-22", "--set", "beds:status=done")
    beds = next(one for one in found["items"] if one["id"] == "beds")
    assert (beds["progress"], beds["was"]["progress"]) == (100, 0)
    assert "boxes" in text(garden)
    assert FILES["work.yaml"] == WORK


def test_a_plan_that_is_broken_elsewhere_can_be_supposed_otherwise(tmp_path: Path) -> None:
    folder = written(tmp_path, {**FILES, "more/broken.yaml": "tactics: {a: [\n"})
    done = typed(folder, "gaps", "--without", "well")
    assert done.code == 0
    assert "harvest    2 ✔ → 1 ✔ (−1)" in done.out


# ------------------------------------------------------------ the texts

WITHOUT_BEDS = """\
What if: without `beds`
Today's values → what if (difference). Nothing is written.

objective          served    enough
harvest    2 ✔ → 1 ✔ (−1)  67 % → –

The plan as a whole
  · items     6 → 3
  · planned   68 % → 51 %
  ✔ coverage  91 % → 100 %

1 changes. As of 2026-11-22.
"""

OTHER_TARGET = """\
What if: `harvest/kilos` with target 30, not 40
Today's values → what if (difference). Nothing is written.

kpi                         target                planned  why
harvest/kilos  40 kg → 30 kg (−10)  24.6 → 19.73 (−4.865)  25 kg, 19.07 kg planned for 2026-10-31

The plan as a whole
  ✔ coverage    91 % → 100 %
  ✔ attainment  50 % → 75 %

1 changes. As of 2026-11-22.
"""

ALL_ROWS = """\
What if: `beds/build` with progress 50%
Today's values → what if (difference). Nothing is written.

item                    done  planned  health       why                           due         data
harvest   0 % → 12 % (+12.5)     68 %  × off track  progress 12 %, planned 68 %   2027-10-31  22 d
├─ kilos                50 %     45 %  ● on track   25 → 40 kg, planned 23.61 kg  2027-10-31  22 d
├─ beds     0 % → 25 % (+25)     85 %  × off track  progress 25 %, planned 85 %   2027-03-31     –
└─ well                  0 %     51 %  × off track  progress 0 %, planned 51 %    2027-09-30     –

The plan as a whole
  ✘ warnings  0 → 1
  ✔ progress  0 % → 12 %

2 change, 2 as today. As of 2026-11-22.
"""

NARROW = """\
What if: `beds/build` with progress 50%
What if: `harvest` with due 2026-10-31, not 2027-10-31
Today's values → what if (difference). Nothing is written.

item                today      what if  difference
──────────────────────────────────────────────────
harvest
├─ done               0 %         12 %       +12.5
└─ due         2027-10-31   2026-10-31      −365 d
harvest/kilos
├─ planned           45 %        100 %       +54.6
├─ health      ● on track  × off track       worse
└─ due         2027-10-31   2026-10-31      −365 d
beds
└─ done               0 %         25 %         +25

The plan as a whole
  ✘ kpis-on-track  100 % → 0 %
  ✘ errors         0 → 2
  ✘ warnings       0 → 3
  ✔ progress       0 % → 12 %

3 change, 1 as today (--all shows them). As of 2026-11-22.
"""

CSV = """\
id,change,figure,today,what_if,difference
harvest,changed,progress,0,25,25
harvest,changed,planned,68.1227229849863,85.14826728658701,17.025544301600718
harvest,changed,reason,"progress 0 %, planned 68 %","progress 25 %, planned 85 %",
beds,changed,progress,0,25,25
beds,changed,reason,"progress 0 %, planned 85 %","progress 25 %, planned 85 %",
well,gone,progress,0,,
well,gone,planned,51.09717868338558,,
well,gone,health,off_track,,
well,gone,reason,"progress 0 %, planned 51 %",,
well,gone,due,2027-09-30,,
"""
EXPLAINED = """\
What if: `beds/wood` with progress 50%
Today's values → what if (difference). Nothing is written.

figure                           value
harvest progress    0 % → 12 % (+12.5)
beds progress         0 % → 25 % (+25)
beds/wood progress    0 % → 50 % (+50)

The plan as a whole
  ✔ progress  0 % → 12 %

3 change, 13 as today (--all shows them). As of 2026-11-22.
"""
