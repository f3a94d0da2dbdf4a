"""`baseline schedule` and `schedule --against`: days and costs that were frozen, and what became of them."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.door import DAY, Done, typed
from tests.plans import written

from alignplan.loading.beside import frozen_name, is_frozen
from alignplan.loading.frozen import Frozen, FrozenItem, frozen_of, frozen_text
from alignplan.output.contracts.interface import contract

PLAN = """\
alignplan: 1
plan: {title: Harbour, currency: EUR}
include: ["*.yaml"]
people: {mia: {name: Mia, cost: 600}, jo: {name: Jo, cost: 500}, tom: {name: Tom}}
objectives: {depth: {title: Deeper, due: 2027-12-31}, width: {title: Wider, due: 2027-12-31}}
tactics:
  dredge:
    title: Dredge
    supports: depth
    actions:
      plan: {title: Plan, owner: mia, effort: 10d}
      dig: {title: Dig, owner: jo, effort: 5d, after: [plan]}
      fill: {title: Fill, owner: tom, effort: 2d}
    milestones:
      ready: {title: Ready, after: [dig]}
  shore:
    title: Shore
    supports: width
    owner: mia
    not_before: 2027-01-04
    budget: {planned: 9000}
    actions:
      wall: {title: Wall, effort: 3d}
"""
FILE = "schedule.baseline.yaml"
FROZEN = """\
# The schedule and its costs as they were frozen, written by `alignplan baseline schedule`. It is no plan file and is
# not to be edited: `alignplan schedule --against` compares with it what is scheduled now.
baseline: 1
as_of: 2026-11-22
effort: default
method: default
currency: EUR
items:
  depth: {start: 2026-11-23, finish: 2026-12-11}
  width: {start: 2027-01-04, finish: 2027-01-06, cost: 9000}
  dredge: {start: 2026-11-23, finish: 2026-12-11}
  dredge/plan: {start: 2026-11-23, finish: 2026-12-04, cost: 6000, given: {effort: 10d, assigned: mia}}
  dredge/dig: {start: 2026-12-07, finish: 2026-12-11, cost: 2500, given: {effort: 5d, assigned: jo, after: plan}}
  dredge/fill: {start: 2026-11-23, finish: 2026-11-24, given: {effort: 2d, assigned: tom}}
  dredge/ready: {start: 2026-12-11, finish: 2026-12-11, given: {after: dig}}
  shore: {start: 2027-01-04, finish: 2027-01-06, cost: 9000, given: {not_before: "2027-01-04"}}
  shore/wall: {start: 2027-01-04, finish: 2027-01-06, cost: 1800, given: {effort: 3d, assigned: mia}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path, {"alignplan.yaml": PLAN, "more.yaml": "values: {calm: Calm seas}\n"})


@pytest.fixture
def frozen(plan: Path) -> Path:
    assert typed(plan, "baseline", "schedule").code == 0
    assert (plan / FILE).read_text() == FROZEN
    return plan


def edited(plan: Path, *pairs: tuple[str, str]) -> None:
    text = (plan / "alignplan.yaml").read_text()
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    (plan / "alignplan.yaml").write_text(text)


def against(plan: Path, *words: str, on: str = DAY) -> dict[str, Any]:
    """`against` of the answer, which fits its contract."""
    done = typed(plan, "schedule", "--against", *words, "-f", "json", "-q", "--as-of", on)
    assert done.code == 0, done.err
    answer = json.loads(done.out)
    jsonschema.validate(answer, contract("schedule"))
    assert answer["tasks"]
    found: dict[str, Any] = answer["against"]
    return found


def moved(plan: Path, on: str = DAY) -> dict[str, tuple[int | None, list[str]]]:
    """What moved, by how many days, and why."""
    items = against(plan, on=on)["items"]
    return {one["id"]: (one["slip_days"], one["reasons"]) for one in items if one["move"] != "kept"}


# ------------------------------------------------------------ baseline schedule


def test_what_is_frozen_is_shown_and_written(plan: Path) -> None:
    patch = (
        f"diff --git a/{FILE} b/{FILE}\nnew file mode 100644\n--- /dev/null\n+++ b/{FILE}\n@@ -0,0 +1,17 @@\n"
    )
    patch += "".join(f"+{line}\n" for line in FROZEN.splitlines())
    dry = typed(plan, "baseline", "schedule", "--dry-run")
    assert dry == Done(0, patch, "note: nothing is written (--dry-run)\n")
    assert not (plan / FILE).exists()
    assert typed(plan, "baseline", "schedule") == Done(0, patch, "")
    assert (plan / FILE).read_text() == FROZEN


def test_the_same_again_changes_nothing_and_another_needs_force(frozen: Path) -> None:
    again = typed(frozen, "baseline", "schedule", "--as-of", "2026-11-21")
    assert again == Done(0, "", f"note: {FILE} says so already\n")
    edited(frozen, ("effort: 3d", "effort: 4d"))
    refused = typed(frozen, "baseline", "schedule")
    assert refused == Done(
        2,
        "",
        f"error: {FILE} is frozen already\n"
        "help: name another one: `alignplan baseline schedule NAME`; --force freezes this one anew\n",
    )
    assert (frozen / FILE).read_text() == FROZEN
    done = typed(frozen, "baseline", "schedule", "--force", "-f", "json")
    answer = json.loads(done.out)
    jsonschema.validate(answer, contract("edit"))
    assert answer["changes"] == [
        {"path": FILE, "line": 1, "op": "changed", "id": "", "field": None, "before": None}
    ]
    assert answer["written"] is True
    assert [line for line in answer["patch"].splitlines() if line.startswith("+  shore/wall")] == [
        "+  shore/wall: {start: 2027-01-04, finish: 2027-01-07, cost: 2400, given: {effort: 4d, assigned: mia}}"
    ]


def test_of_a_name_it_is_a_file_of_its_own(frozen: Path) -> None:
    assert typed(frozen, "baseline", "schedule", "board-2026").code == 0
    assert (frozen / "schedule.board-2026.baseline.yaml").read_text() == FROZEN
    assert typed(frozen, "baseline", "schedule", "../x") == Done(
        2,
        "",
        "error: `../x` is no name of a baseline\n"
        "help: letters a to z, digits, `.`, `_` and `-`, beginning with a letter or digit: approved, 2026-q4\n",
    )
    (frozen / FILE).unlink()
    assert against(frozen, "board-2026")["baseline"] == "schedule.board-2026.baseline.yaml"
    done = typed(frozen, "schedule", "--against=board-2026", "-q")
    assert done.out.startswith("Finish 2027-01-06, as on 2026-11-22. 9 of 9 items are as they were.")


def test_a_frozen_schedule_is_no_plan_file(frozen: Path) -> None:
    assert typed(frozen, "check", "--select", "E", "-q").out == "No findings in 2 files (13 items).\n"
    assert [is_frozen(frozen_name(name)) for name in ("", "a", "1.0", "q4-2026")] == [True] * 4
    assert not any(
        map(
            is_frozen,
            ("baseline.yaml", "schedule.yaml", "schedule..baseline.yaml", "schedule.A.baseline.yaml"),
        )
    )


def test_nothing_is_moved_into_it(frozen: Path) -> None:
    done = typed(frozen, "mv", "shore", FILE)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {FILE} is no file of the plan: no `include` names it\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("write", "approved"), "`baseline write` takes no name"),
        (("schedule", "--strict"), "`baseline schedule` has nothing to do with rules"),
        (("schedule", "-f", "table"), "unknown output format `table`"),
        (
            ("shedule",),
            "baseline shedule: there is nothing of that name to do\nhelp: did you mean `schedule`?",
        ),
    ],
)
def test_what_does_not_go_together(plan: Path, words: tuple[str, ...], told: str) -> None:
    done = typed(plan, "baseline", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {told}")


def test_of_a_plan_that_cannot_be_read_nothing_is_frozen(plan: Path) -> None:
    (plan / "more.yaml").write_text("tactics: [\n")
    done = typed(plan, "baseline", "schedule", "-q")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: not all of the plan can be read, so that its schedule is not known\n"
        "help: mend that first: `alignplan check --select E`\n"
    )


def test_what_was_written_is_read_again() -> None:
    given = {"effort": "10d", "after": "a, b (start-start +2d)", "x": '"quoted" {and}: [more], #no'}
    item = FrozenItem(None, None, 12.5, given)
    read = frozen_of(FROZEN)
    odd = Frozen(read.as_of, "quick", "", None, {"a.b-c/1": item, "2026": FrozenItem()})
    assert frozen_of(frozen_text(odd)) == odd
    assert frozen_text(read) == FROZEN
    assert frozen_of(frozen_text(Frozen(read.as_of, "", "", "EUR", {}))).items == {}


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
DAYS = st.none() | st.dates()


@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9][a-z0-9._-]{0,5}(/[a-z0-9]{1,3})?", fullmatch=True),
        st.builds(
            FrozenItem,
            DAYS,
            DAYS,
            st.none() | st.integers(0, 10**9).map(lambda cents: cents / 100),
            st.dictionaries(st.sampled_from(["effort", "after", "assigned"]), WORDS),
        ),
        max_size=5,
    )
)
def test_any_schedule_is_read_as_it_was_written(items: dict[str, FrozenItem]) -> None:
    frozen = Frozen(date(2026, 11, 22), "default", "memetic", "EUR", items)
    assert frozen_of(frozen_text(frozen)) == frozen


# ------------------------------------------------------------ schedule --against


def test_nothing_moved(frozen: Path) -> None:
    done = typed(frozen, "schedule", "--against")
    assert done == Done(
        0,
        "Finish 2027-01-06, as on 2026-11-22. 9 of 9 items are as they were. As of 2026-11-22.\n",
        "note: nothing moved, and nothing costs otherwise\n",
    )


def test_what_slipped_and_which_change_moved_it(frozen: Path) -> None:
    edited(
        frozen,
        ("owner: mia, effort: 10d", "owner: mia, effort: 15d"),
        ("{title: Fill, owner: tom, effort: 2d}", "{title: Fill, owner: tom, effort: 2d, status: dropped}"),
        ("not_before: 2027-01-04", "not_before: 2027-01-11"),
        ("wall: {title: Wall, effort: 3d}", "wall: {title: Wall, effort: 3d}\n      gate: {title: Gate, effort: 1d, after: [wall]}"),
    )  # fmt: skip
    done = typed(frozen, "schedule", "--against")
    assert (
        done.out
        == """\
item          was         finish      slip    cost
depth         2026-12-11  2026-12-18  +5 d       –
width         2027-01-06  2027-01-14  +6 d       0
dredge        2026-12-11  2026-12-18  +5 d       –
dredge/plan   2026-12-04  2026-12-11  +5 d  +3,000
dredge/dig    2026-12-11  2026-12-18  +5 d       0
dredge/ready  2026-12-11  2026-12-18  +5 d       –
shore         2027-01-06  2027-01-14  +6 d       0
shore/wall    2027-01-06  2027-01-13  +5 d       0
shore/gate    –           2027-01-14   new       –
dredge/fill   2026-11-24  –           gone       –

Why
  depth         ends with `dredge/ready`, which slipped 5 d
  width         ends with `shore/gate`, which is new
  dredge        ends with `dredge/ready`, which slipped 5 d
  dredge/plan   effort 10d → 15d
  dredge/dig    waits for `dredge/plan`, which slipped 5 d
  dredge/ready  waits for `dredge/dig`, which slipped 5 d
  shore         not_before 2027-01-04 → 2027-01-11; ends with `shore/gate`, which is new
  shore/wall    `shore`: not_before 2027-01-04 → 2027-01-11
  shore/gate    new: 1d
  dredge/fill   dropped

Finish 2027-01-14, 6 working days later than on 2026-11-22 (2027-01-06). 0 of 10 items are as they were. As of 2026-11-22.
"""
    )


def test_who_is_assigned_and_what_comes_first(frozen: Path) -> None:
    edited(
        frozen,
        (
            "owner: jo, effort: 5d, after: [plan]",
            "assigned: {mia: 50%}, effort: 5d, after: [{plan: finish-start + 2d}]",
        ),
    )
    assert moved(frozen)["dredge/dig"] == (
        7,
        [
            "assigned jo → mia 50%",
            "now waits for `plan (+2d)`",
            "no longer waits for `plan`",
            "waits for `dredge/plan`",
        ],
    )


def test_days_go_by_and_nothing_is_done(frozen: Path) -> None:
    edited(
        frozen,
        (
            "{title: Fill, owner: tom, effort: 2d}",
            "{title: Fill, owner: tom, effort: 2d, started: 2026-11-24, progress: 25%}",
        ),
    )
    found = moved(frozen, on="2026-12-01")
    assert found["dredge/plan"] == (6, ["it has not begun, and was to on 2026-11-23"])
    assert found["dredge/fill"] == (6, ["it has begun and is 25 % done; the rest goes on from today"])
    assert found["dredge/dig"] == (6, ["waits for `dredge/plan`, which slipped 6 d"])


def test_what_comes_earlier(frozen: Path) -> None:
    edited(frozen, ("owner: mia, effort: 10d", "owner: mia, effort: 5d"))
    found = moved(frozen)
    assert found["dredge/plan"] == (-5, ["effort 10d → 5d"])
    assert found["dredge/dig"] == (-5, ["waits for `dredge/plan`, which comes 5 d earlier"])
    summary = typed(frozen, "schedule", "dredge+", "--against").out.splitlines()[-1]
    assert summary.startswith("Finish 2027-01-06, as on 2026-11-22. 1 of 5 items are as they were.")


def test_what_is_no_longer_in_the_plan_and_what_is_done(frozen: Path) -> None:
    edited(
        frozen,
        ("      fill: {title: Fill, owner: tom, effort: 2d}\n", ""),
        ("owner: mia, effort: 10d", "owner: mia, effort: 10d, started: 2026-11-23, finished: 2026-12-08"),
    )
    found = moved(frozen, on="2026-12-09")
    assert found["dredge/fill"] == (None, ["no longer in the plan"])
    assert found["dredge/plan"] == (2, ["it was done on 2026-12-08"])


def test_a_row_for_each_item_in_a_sheet(frozen: Path) -> None:
    edited(frozen, ("effort: 3d", "effort: 4d"))
    lines = typed(frozen, "schedule", "--against", "-f", "csv").out.splitlines()
    assert lines[0] == (
        "id,kind,title,move,start_then,finish_then,start,finish,slip_days,cost_then,cost,cost_change,reasons"
    )
    assert lines[-1] == (
        "shore/wall,action,Wall,later,2027-01-04,2027-01-06,2027-01-04,2027-01-07,1,1800,2400,600,effort 3d → 4d"
    )
    assert len(lines) == 10


def test_what_is_not_there_or_cannot_be_understood(plan: Path) -> None:
    assert typed(plan, "schedule", "--against", "-q") == Done(
        2,
        "",
        f"error: there is no {FILE}\nhelp: `alignplan baseline schedule` freezes the schedule as it is now\n",
    )
    assert typed(plan, "schedule", "--against=late", "-q").err.splitlines()[0] == (
        "error: there is no schedule.late.baseline.yaml"
    )
    for text, told in [
        ("- 1\n", "it is no frozen schedule"),
        ("baseline: 2\n", "it was written by another version of alignplan"),
        (
            FROZEN.replace("start: 2026-11-23, finish: 2026-12-04", "start: soon"),
            "`dredge/plan` has no date where one is needed",
        ),
        ("<<<<<<< HEAD\n=======\n", None),
    ]:
        (plan / FILE).write_text(text)
        done = typed(plan, "schedule", "--against", "-q")
        assert (done.code, done.out) == (2, "")
        if told is not None:
            assert (
                done.err == f"error: {FILE}: {told}\nhelp: take it from git, or freeze it anew with --force\n"
            )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--why", "dig"), "--against does not go with --why"),
        (("--risk",), "--against does not go with --risk"),
        (("--lock",), "--against does not go with --lock and --write"),
        (("--set", "dig:effort=1d"), "--against does not go with what-if"),
    ],
)
def test_one_question_at_a_time(frozen: Path, words: tuple[str, ...], told: str) -> None:
    done = typed(frozen, "schedule", "--against", *words)
    assert (done.code, done.out, done.err) == (2, "", f"error: {told}\nhelp: ask for one after the other\n")


def test_the_baseline_of_a_revision(frozen: Path) -> None:
    named = ["-c", "user.name=Mia", "-c", "user.email=mia@example.org", "-c", "commit.gpgsign=false"]
    for words in (
        ["init", "-q"],
        ["add", "--all"],
        ["commit", "-q", "-m", "one", "--date", "2026-11-22T12:00:00Z"],
    ):
        subprocess.run(["git", *named, *words], cwd=frozen, check=True, capture_output=True)
    (frozen / FILE).unlink()
    done = typed(frozen, "schedule", "--against", "--at", "HEAD", "-q", "--as-of", DAY)
    assert done.code == 0, done.err
