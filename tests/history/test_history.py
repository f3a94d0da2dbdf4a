"""`history`: the versions of a plan, judged each on its day, as table, bars, sheet and JSON; and due dates that slip."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.door import typed
from tests.history.gits import PLAN, WORK, Repo

from alignplan.output.contracts.interface import contract

STEPS = (
    ("2026-11-01", WORK),
    ("2026-11-08", WORK.replace("due: 2026-12-15}", "due: 2026-12-15, progress: 50%}")),
    (
        "2026-11-15",
        WORK.replace("due: 2027-03-31", "due: 2027-04-30").replace("due: 2026-12-15}", "status: done}"),
    ),
    ("2026-11-20", WORK.replace("due: 2027-03-31", "due: 2027-05-31") + "  well: {title: Dig a well}\n"),
)


@pytest.fixture
def garden(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path)
    repo.write(alignplan=PLAN)
    for day, work in STEPS:
        repo.write(work=work)
        repo.commit(day, f"The plan of {day}")
    return repo


def told(repo: Repo, *arguments: str) -> str:
    done = typed(repo.folder, "history", *arguments)
    assert (done.code, done.err) == (0, "")
    return done.out


def data(repo: Repo, *arguments: str) -> Any:
    found = json.loads(told(repo, "-f", "json", *arguments))
    jsonschema.validate(found, contract("history"))
    return found


def days(repo: Repo, *arguments: str) -> list[str]:
    return [point["day"] for point in data(repo, *arguments)["points"]]


def short(repo: Repo, back: int) -> str:
    return repo.git("rev-parse", "--short=8", f"HEAD~{back}")


def test_each_figure_as_bars_and_each_version_in_a_row(garden: Repo) -> None:
    ids = [short(garden, back) for back in (3, 2, 1, 0)]
    assert told(garden, "--of", "items,progress,errors,warnings") == (
        "figure    first  last  trend\n"
        "items         4     5  ▅▅▁█\n"
        "progress    0 %   0 %  ▁▅█▁\n"
        "errors        0     1  ▁▁▁█\n"
        "warnings      0     1  ▁▁▁█\n"
        "\n"
        "day         commit    items  done  errors  warnings  scope  subject\n"
        f"2026-11-01  {ids[0]}      4   0 %       0         0      –  The plan of 2026-11-01\n"
        f"2026-11-08  {ids[1]}      4  25 %       0         0         The plan of 2026-11-08\n"
        f"2026-11-15  {ids[2]}      3  50 %       0         0         The plan of 2026-11-15\n"
        f"2026-11-20  {ids[3]}      5   0 %       1         1     +1  The plan of 2026-11-20\n"
        "\n"
        "4 versions; each is judged on its day. As of 2026-11-22.\n"
    )


def test_the_answer_as_json(garden: Repo) -> None:
    found = data(garden, "--of", "progress,errors")
    assert (found["schema"], found["as_of"], found["root"], found["every"]) == (
        "history/1", "2026-11-22", "alignplan.yaml", "commit"
    )  # fmt: skip
    assert found["points"][1:3] == [
        {
            "day": "2026-11-08",
            "commit": garden.git("rev-parse", "HEAD~2"),
            "subject": "The plan of 2026-11-08",
            "added": 0,
            "dropped": 0,
            "figures": {"progress": 25, "errors": 0},
        },
        {
            "day": "2026-11-15",
            "commit": garden.git("rev-parse", "HEAD~1"),
            "subject": "The plan of 2026-11-15",
            "added": 0,
            "dropped": 0,
            "figures": {"progress": 50, "errors": 0},
        },
    ]
    assert (found["points"][0]["added"], found["points"][0]["dropped"]) == (None, None)
    assert (found["points"][3]["added"], found["points"][3]["dropped"]) == (1, 0)


def test_as_a_sheet_with_exact_values(garden: Repo) -> None:
    lines = told(garden, "--of", "planned", "-f", "csv").splitlines()
    assert lines[0] == "day,commit,subject,added,dropped,planned"
    assert lines[1] == f"2026-11-01,{garden.git('rev-parse', 'HEAD~3')},The plan of 2026-11-01,,,"
    assert len(lines) == 5


def test_each_version_is_judged_on_its_day(garden: Repo) -> None:
    garden.write(work=WORK.replace("due: 2026-12-15", "due: 2026-11-20"))
    garden.commit("2026-11-19")
    garden.write(work=WORK.replace("due: 2026-12-15", "due: 2026-11-20") + "# later\n")
    garden.commit("2026-11-25")
    points = data(garden, "-n", "2", "--of", "warnings")["points"]
    assert [(point["day"], point["figures"]["warnings"]) for point in points] == [
        ("2026-11-19", 0),
        ("2026-11-25", 1),
    ]


def test_what_was_dropped_leaves_the_scope(garden: Repo) -> None:
    garden.write(work=WORK.replace("    owner: mia", "    status: dropped\n    owner: mia", 1))
    garden.commit("2026-11-21")
    last = data(garden, "--of", "items")["points"][-1]
    assert (last["added"], last["dropped"]) == (0, 4)
    assert " −4 " in told(garden, "--of", "items")


# ------------------------------------------------------------ which versions


def test_a_commit_that_leaves_the_plan_as_it_is_makes_no_version(garden: Repo) -> None:
    garden.put("README.md", "Our garden.\n")
    garden.commit("2026-11-21")
    assert days(garden) == ["2026-11-01", "2026-11-08", "2026-11-15", "2026-11-20"]


def test_a_merged_branch_is_one_version(garden: Repo) -> None:
    garden.git("checkout", "-q", "-b", "branch")
    for day in ("2026-11-21", "2026-11-22"):
        garden.write(work=WORK + f"# {day}\n")
        garden.commit(day)
    garden.git("checkout", "-q", "main")
    garden.git("merge", "-q", "--no-ff", "-m", "merged", "branch", day="2026-11-23")
    assert days(garden)[-2:] == ["2026-11-20", "2026-11-23"]
    assert days(garden, "--merged")[-3:] == ["2026-11-20", "2026-11-21", "2026-11-22"]


def test_since_a_day_or_a_revision(garden: Repo) -> None:
    assert days(garden, "--since", "2026-11-08") == ["2026-11-08", "2026-11-15", "2026-11-20"]
    assert days(garden, "--since", "HEAD~1") == ["2026-11-15", "2026-11-20"]
    done = typed(garden.folder, "history", "--since", "2026-11-21")
    assert (done.code, done.err) == (
        2, "error: no commit since 2026-11-21 has a plan that can be read\nhelp: name an earlier one\n"
    )  # fmt: skip
    done = typed(garden.folder, "history", "--since", "2026-02-30")
    assert done.err == "error: --since 2026-02-30: not a day\nhelp: write it as 2026-11-22, or a revision\n"


def test_the_last_commits_and_none_after_the_day_of_the_report(garden: Repo) -> None:
    assert days(garden, "-n", "2") == ["2026-11-15", "2026-11-20"]
    assert days(garden, "--as-of", "2026-11-10") == ["2026-11-01", "2026-11-08"]


@pytest.mark.parametrize(
    ("every", "expected"),
    [("commit", 4), ("day", 4), ("week", 4), ("month", 1), ("quarter", 1), ("year", 1)],
)
def test_the_last_version_of_each_period(garden: Repo, every: str, expected: int) -> None:
    found = days(garden, "--every", every)
    assert len(found) == expected
    assert found[-1] == "2026-11-20"
    if every == "month":
        assert told(garden, "--every", every).endswith(
            "1 version, the last of each month; each is judged on its day. As of 2026-11-22.\n"
        )


def test_of_many_versions_forty_at_most(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.write(alignplan=PLAN)
    for number in range(45):
        repo.write(work=WORK + f"# {number}\n")
        repo.commit(date.fromordinal(date(2026, 1, 1).toordinal() + number // 2).isoformat())
    found = data(repo)
    assert (found["every"], len(found["points"])) == ("day", 23)
    assert len(data(repo, "--every", "commit")["points"]) == 45


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ("--every", "fortnight"),
            "--every fortnight: no such period",
            "write commit, day, week, month, quarter, year",
        ),
        (("--of", "progres"), "there is no figure `progres`", "did you mean `progress`?"),
        (
            ("--slip", "--of", "progress"),
            "--slip is about due dates, --of about another figure",
            "keep one of the two",
        ),
        (
            ("--of", "progress,health", "kind:tactic"),
            "`progress` is a figure of each item",
            "ask for it alone",
        ),
        (("zzz",), "there is no `zzz` in the plan", "`alignplan ls` lists what there is"),
    ],
)
def test_misuse(garden: Repo, arguments: tuple[str, ...], message: str, hint: str) -> None:
    done = typed(garden.folder, "history", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {message}\nhelp: {hint}\n"


# ------------------------------------------------------------ parts of a plan


def test_one_item_has_its_own_figures(garden: Repo) -> None:
    points = data(garden, "beds")["points"]
    assert [point["figures"]["progress"] for point in points] == [0, 25, 50, 0]
    assert [point["figures"]["due"] for point in points] == [
        "2027-03-31",
        "2027-03-31",
        "2027-04-30",
        "2027-05-31",
    ]
    assert "coverage" not in points[0]["figures"]
    kpi = data(garden, "harvest/kilos")["points"][-1]["figures"]
    assert (kpi["attainment"], kpi["target"], kpi["state"]) == (50, 40, "no_data")


def test_an_item_that_came_later_has_versions_from_then_on(garden: Repo) -> None:
    assert days(garden, "well") == ["2026-11-20"]


def test_a_figure_of_each_item(garden: Repo) -> None:
    assert told(garden, "--of", "progress", "kind:tactic") == (
        "item  first  last  trend  title\n"
        "beds    0 %   0 %  ▁▅█▁   Build raised beds\n"
        "well    0 %   0 %  ▄      Dig a well\n"
        "\n"
        "4 versions; each is judged on its day. As of 2026-11-22.\n"
    )
    assert data(garden, "--of", "progress", "kind:tactic")["items"] == [
        {"id": "beds", "kind": "tactic", "title": "Build raised beds", "values": [0, 25, 50, 0]},
        {"id": "well", "kind": "tactic", "title": "Dig a well", "values": [None, None, None, 0]},
    ]


def test_figures_of_a_part_of_the_plan(garden: Repo) -> None:
    points = data(garden, "--of", "items", "kind:tactic")["points"]
    assert [point["figures"]["items"] for point in points] == [1, 1, 1, 2]
    assert [point["added"] for point in points] == [None, 0, 0, 1]


def test_files_are_chosen_by_their_paths_as_shown(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.put("plans/alignplan.yaml", PLAN)
    repo.put("plans/work.yaml", WORK)
    repo.commit()
    done = typed(repo.folder / "plans", "history", "--of", "progress", "path:plans/work.yaml", "-f", "csv")
    assert (done.code, done.err) == (0, "")
    assert [line.split(",")[2] for line in done.out.splitlines()[1:]] == ["beds", "beds/wood", "beds/build"]


def test_due_dates_that_slipped(garden: Repo) -> None:
    assert told(garden, "--slip") == (
        "item  first due   due now     slipped  moves  trend  title\n"
        "beds  2027-03-31  2027-05-31    +61 d      2  ▁▁▄█   Build raised beds\n"
        "\n"
        "4 versions; each is judged on its day. As of 2026-11-22.\n"
    )
    assert data(garden, "--slip")["slips"] == [
        {
            "id": "beds",
            "kind": "tactic",
            "title": "Build raised beds",
            "first": "2027-03-31",
            "last": "2027-05-31",
            "days": 61,
            "moves": [
                {
                    "day": "2026-11-15",
                    "commit": garden.git("rev-parse", "HEAD~1"),
                    "from": "2027-03-31",
                    "to": "2027-04-30",
                },
                {
                    "day": "2026-11-20",
                    "commit": garden.git("rev-parse", "HEAD"),
                    "from": "2027-04-30",
                    "to": "2027-05-31",
                },
            ],
        }
    ]
    assert told(garden, "--slip", "-f", "csv").splitlines()[0] == "id,kind,day,commit,from,to,days"
    assert told(garden, "--slip", "well").startswith("No due date moved.\n")


# ------------------------------------------------------------ versions that cannot be read


def test_versions_that_are_broken_or_without_a_plan_are_told_and_left_out(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.put("README.md", "Our garden.\n")
    repo.commit("2026-10-01")
    repo.planted()
    repo.write(work="tactics: [\n")
    broken = repo.commit("2026-11-08")
    repo.write(work=WORK.replace("mia", "ben"))
    repo.commit("2026-11-15")
    done = typed(repo.folder, "history", "-f", "json")
    assert done.code == 0
    assert [point["day"] for point in json.loads(done.out)["points"]] == ["2026-11-01", "2026-11-15"]
    assert done.err == (
        f"note: left out {repo.git('rev-parse', '--short=8', 'HEAD~3')} (2026-10-01): there is no alignplan.yaml\n"
        f"note: left out {broken[:8]} (2026-11-08): not all can be read: work.yaml\n"
    )


def test_values_in_a_file_of_their_own_belong_to_their_version(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.write(alignplan=PLAN.replace("{2026-10-31: 25}", "kilos.csv"), work=WORK)
    for day, value in (("2026-11-01", 16), ("2026-11-08", 25), ("2026-11-15", 16)):
        repo.put("kilos.csv", f"date,value\n2026-10-31,{value}\n")
        repo.commit(day)
    points = data(repo, "--of", "attainment")["points"]
    assert [point["figures"]["attainment"] for point in points] == [20, 50, 20]


# ------------------------------------------------------------ what is kept


def test_a_second_run_says_the_same_and_reads_no_plan(
    garden: Repo, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = told(garden)
    monkeypatch.setattr("alignplan.cli.versions.Versions._computed", lambda *_: pytest.fail("computed again"))
    assert told(garden) == first
    kept = [path for path in own_cache.rglob("*") if path.is_file()]
    assert [path.name for path in kept] == ["past.json"]


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 32 + b"\n{}", b"\x80\x04"])
def test_a_damaged_cache_is_not_used(garden: Repo, own_cache: Path, damage: bytes) -> None:
    first = told(garden)
    (place,) = own_cache.rglob("past.json")
    place.write_bytes(damage)
    assert told(garden) == first


def test_without_a_cache_it_is_the_same(garden: Repo) -> None:
    first = told(garden)
    done = typed(garden.folder, "history", XDG_CACHE_HOME="/dev/null")
    assert (done.code, done.out) == (0, first)


def test_what_is_kept_is_that_of_the_tree_not_of_its_name(garden: Repo, own_cache: Path) -> None:
    before = data(garden)
    garden.write(work=WORK.replace("mia", "ben"))
    garden.commit("2026-11-21")
    after = data(garden)
    assert after["points"][:4] == before["points"]
    shutil.rmtree(own_cache)
    assert data(garden) == after
