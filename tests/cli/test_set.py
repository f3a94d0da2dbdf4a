"""`set`: other values for fields; the lines of these fields change, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import ROOT, WORK, planted, text
from tests.cli.screen import Screen


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    folder = planted(tmp_path)
    assert typed(folder, "check", "--fail-on", "info").code == 0
    return folder


def test_a_field_is_replaced_and_the_diff_is_shown(garden: Path) -> None:
    done = typed(garden, "set", "beds", "due=2027-02-28")
    assert done.out == (
        "diff --git a/work.yaml b/work.yaml\n"
        "--- a/work.yaml\n"
        "+++ b/work.yaml\n"
        "@@ -4,7 +4,7 @@\n"
        "     title: Build raised beds\n"
        "     supports: harvest\n"
        "     owner: mia\n"
        "-    due: 2027-03-31\n"
        "+    due: 2027-02-28\n"
        "     moves: {harvest/kilos: +20}\n"
        "     actions:\n"
        "       wood: {title: Buy wood, due: 2026-12-15}\n"
    )
    assert (done.code, done.err) == (0, "")
    assert text(garden) == WORK.replace("due: 2027-03-31", "due: 2027-02-28")


@pytest.mark.parametrize(
    ("item", "said", "old", "new"),
    [
        ("beds", "owner=ben", "title: Build raised beds\n    supports: harvest\n    owner: mia",
         "title: Build raised beds\n    supports: harvest\n    owner: ben"),
        ("beds", "status=active", "due: 2027-03-31\n", "due: 2027-03-31\n    status: active\n"),
        ("beds", "budget.planned=400", "2027-03-31\n", "2027-03-31\n    budget: {planned: 400}\n"),
        ("beds", "moves.harvest/kilos.lag=3m", "{harvest/kilos: +20}", "{harvest/kilos: {by: +20, lag: 3m}}"),
        ("beds", "moves.harvest/kilos.by=+25", "+20", "+25"),
        ("beds", "supports={harvest: 60}", "supports: harvest\n", "supports: {harvest: 60}\n"),
        ("beds", "supports.harvest=60", "supports: harvest\n", "supports: {harvest: 60}\n"),
        ("well", "supports.harvest=80%", "{harvest: 100}", "{harvest: 80%}"),
        ("well", "supports.harvest=", "    supports: {harvest: 100}\n", ""),
        ("well", "after=", "    after: [beds/build]\n", ""),
        ("well", "after.beds/build=finish-start + 5d", "[beds/build]", "[{beds/build: finish-start + 5d}]"),
        ("well", "after.beds=start-start", "[beds/build]", "[beds/build, {beds: start-start}]"),
        ("well", "after.beds/build=", "    after: [beds/build]\n", ""),
        ("well", "tags+=water", "    after: [beds/build]\n", "    after: [beds/build]\n    tags: [water]\n"),
        ("well", "after+=beds", "[beds/build]", "[beds/build, beds]"),
        ("well", "after+=[beds, beds/wood]", "[beds/build]", "[beds/build, beds, beds/wood]"),
        ("well", "after-=beds/build", "    after: [beds/build]\n", ""),
        ("well/dig", "title=Dig deep", "dig: Dig\n", "dig: Dig deep\n"),
        ("dig", "due=2027-09", "dig: Dig\n", "dig: {title: Dig, due: 2027-09}\n"),
        ("beds/wood", "progress=40%", "due: 2026-12-15}", "due: 2026-12-15, progress: 40%}"),
        ("wood", "title=Buy: wood, 12 boards", "title: Buy wood", 'title: "Buy: wood, 12 boards"'),
        ("beds", "title=2027", "title: Build raised beds", 'title: "2027"'),
        ("beds", "code=1.10", "raised beds\n", 'raised beds\n    code: "1.10"\n'),
        ("beds", "x-cost=12", "moves: {harvest/kilos: +20}\n", "moves: {harvest/kilos: +20}\n    x-cost: 12\n"),
        ("build", "after.wood=start-start", "after: [wood]", "after: [{wood: start-start}]"),
        ("beds", "due.must=true", "due: 2027-03-31\n", "due: {date: 2027-03-31, must: true}\n"),
        ("beds", "due.date=2027-03", "due: 2027-03-31\n", "due: 2027-03\n"),
        ("beds", "uses=[spade]", "{harvest/kilos: +20}\n", "{harvest/kilos: +20}\n    uses: [spade]\n"),
        ("beds", "uses.spade=2", "{harvest/kilos: +20}\n", "{harvest/kilos: +20}\n    uses: {spade: 2}\n"),
        ("wood", "any_of=[mia, ben]", "{title: Buy wood,", "{title: Buy wood, any_of: [mia, ben],"),
        ("wood", "elapsed.high=3w", "{title: Buy wood,", "{title: Buy wood, elapsed: {high: 3w},"),
        ("build", "after.wood=+ 5d at most 2w elapsed", "after: [wood]", "after: [{wood: + 5d at most 2w elapsed}]"),
        ("build", "not_before=2027-01", "due: 2027-02-28}", "due: 2027-02-28, not_before: 2027-01}"),
    ],
)  # fmt: skip
def test_one_field_and_nothing_else(garden: Path, item: str, said: str, old: str, new: str) -> None:
    assert WORK.count(old) == 1
    done = typed(garden, "set", item, said, "--force", "-q")
    assert (done.code, done.err) == (0, "")
    assert text(garden) == WORK.replace(old, new)
    lines = done.out.splitlines()[3:]
    assert sum(line.startswith("+") for line in lines) - sum(line.startswith("-") for line in lines) <= 1


@pytest.mark.parametrize(
    ("item", "said", "old", "new"),
    [
        ("plan", "vision=Green", "  title: The garden\n", "  title: The garden\n  vision: Green\n"),
        ("plan", "horizon.due=2031", "due: 2030-12-31}", "due: 2031}"),
        ("harvest/kilos", "target=50", "target: 40", "target: 50"),
        ("kilos", "target.date=2027-06-30", "target: 40", "target: {date: 2027-06-30, value: 40}"),
        ("kilos", "actuals.2026-11-20=26", "{2026-10-31: 25}", "{2026-10-31: 25, 2026-11-20: 26}"),
        ("kilos", "actuals.2026-10-31.note=Wet", "2026-10-31: 25", "2026-10-31: {value: 25, note: Wet}"),
        ("ben", "title=Ben", "ben: {title: Ben Holm}", "ben: {title: Ben}"),
        ("mia", "capacity=50%", "{title: Mia Lund}", "{title: Mia Lund, capacity: 50%}"),
        ("mia", "leave=[2026-12-24, {from: 2027-01-01, until: 2027-01-06}]", "{title: Mia Lund}",
         "{title: Mia Lund, leave: [2026-12-24, {from: 2027-01-01, until: 2027-01-06}]}"),
        ("harvest", "kpis.kilos.owner=ben", "", ""),
    ],
)  # fmt: skip
def test_any_item(garden: Path, item: str, said: str, old: str, new: str) -> None:
    done = typed(garden, "set", item, said, "-q")
    if not old:
        assert done.err == (
            "error: `kpis` of `harvest` holds items with addresses of their own\n"
            "help: `alignplan set harvest/kilos owner=…`\n"
        )
        return
    assert (done.code, done.err) == (0, "")
    assert text(garden, "alignplan.yaml") == ROOT.replace(old, new)


def test_several_fields_at_once(garden: Path) -> None:
    typed(garden, "set", "beds", "owner=ben", "budget.planned=400", "budget.spent=10", "notes=")
    assert "    owner: ben\n    due: 2027-03-31\n    budget: {planned: 400, spent: 10}\n" in text(garden)


@pytest.mark.parametrize("said", ["owner=mia", "status=", "moves.harvest/kilos=+20", "supports+=harvest",
                                  "tags-=x", "budget.planned="])  # fmt: skip
def test_what_is_so_already_changes_nothing(garden: Path, said: str) -> None:
    done = typed(garden, "set", "beds", said)
    assert (done.code, done.out) == (0, "")
    assert done.err == "note: nothing to change: the plan says so already\n"
    assert text(garden) == WORK


@pytest.mark.parametrize(
    ("item", "said", "error", "hint"),
    [
        ("bed", "owner=mia", "there is no `bed` in the plan", "did you mean `beds`?"),
        ("nothing", "owner=mia", "there is no `nothing` in the plan", "`alignplan ls` lists what there is"),
        ("beds", "ownr=mia", "unknown key `ownr`", "did you mean `owner`?"),
        ("beds", "Owner=mia", "unknown key `Owner`", "did you mean `owner`?"),
        ("beds", "budget.planed=1", "unknown key `budget.planed`", "did you mean `budget.planned`?"),
        ("beds", "budget={planed: 1}", "budget.planed: unknown key `planed`", "did you mean `planned`?"),
        ("beds", "owner.name=mia", "`owner` has nothing inside", "write owner=…"),
        ("beds", "due=soon", "due: `soon` is not a date or period",
         "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"),
        ("beds", "due=FY2027", "due: `FY2027` needs `plan.year_starts`",
         "state the month in which the year starts, such as `year_starts: 7`"),
        ("beds", "progress=0.5", "progress: `0.5` may be 0.5 % or 50 %", "write 50% or 0.5%"),
        ("beds", "status=finished", "status: `finished` is none of the allowed values",
         "write planned | active | paused | done | dropped"),
        ("beds", "budget.planned=much", "budget.planned: `much` is not an amount of money",
         "write a number such as 400000, in the plan's currency"),
        ("beds", "supports=[a, b", "supports: `[a, b` is no list or mapping: a bracket is not closed",
         "write [a, b] or {a: 40, b: 60}"),
        ("beds", "actions=x", "`actions` of `beds` holds items with addresses of their own",
         "`alignplan new action beds/ID …`, `set beds/ID …` or `rm beds/ID`"),
        ("well", "supports+=beds", "`supports` of `well` has weights",
         "write supports.beds=… with a weight of its own"),
        ("beds", "owner+=ben", "`owner` holds no list", "write owner=ben"),
        ("beds", "supports.well=3", "`supports` is no mapping in the file",
         "write the whole of it: supports={well: …}"),
        ("beds", "mia", "`mia` is no KEY=VALUE", "write it as due=2026-12-31, in quotes where it holds blanks; owner= takes a field out"),
        ("kilos", "range={low: 1}", "a KPI has a target or a range, not both", "keep one of the two"),
    ],
)  # fmt: skip
def test_refused_before_anything_is_written(
    garden: Path, item: str, said: str, error: str, hint: str
) -> None:
    done = typed(garden, "set", item, said)
    assert (done.code, done.out) == (2, "")
    message, *rest = done.err.splitlines()
    assert rest == [f"help: {hint}"]
    if "bracket" in error:
        assert message.startswith("error: supports: `[a, b` is no list or mapping: ")
    else:
        assert message.removeprefix("error: ").removeprefix("range: ") == error
    assert (text(garden), text(garden, "alignplan.yaml")) == (WORK, ROOT)


def test_keys_of_ones_own_may_be_as_deep_as_they_are(garden: Path) -> None:
    typed(garden, "set", "beds", "x-a={b: {c: 1}}", "-q")
    typed(garden, "set", "beds", "x-a.b.c=2", "x-a.b.d=3", "x-a.e.f=4", "-q")
    shown = json.loads(typed(garden, "show", "beds", "-f", "json").out)["items"][0]
    assert shown["fields"]["x-a"] == {"b": {"c": 2, "d": 3}, "e": {"f": 4}}
    done = typed(garden, "set", "beds", "x-a.b.c.z=5")
    assert done.code == 2
    done = typed(garden, "set", "beds", "x-f.g=6", "x-f.g.h=7")
    assert done.err == "error: `x-f.g` is no mapping in the file\nhelp: write the whole of it: x-f.g={…}\n"


def test_a_new_error_is_refused_with_the_finding(garden: Path) -> None:
    done = typed(garden, "set", "beds", "supports=harvset")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error[E009] unknown-reference: `harvset` is not in the plan\n"
        "  --> work.yaml:5:15\n"
        "   |\n"
        " 5 |     supports: harvset\n"
        "   |               ^^^^^^^ no such objective\n"
        " 6 |     owner: mia\n"
        "   |\n"
        "  --> alignplan.yaml:12:3\n"
        "   |\n"
        "12 |   harvest:  # the first of all\n"
        "   |   ------- `harvest` stands here\n"
        "13 |     title: Harvest 40 kg\n"
        "   |\n"
        "   = help: did you mean `harvest`?\n"
        "\n"
        "error: refused: `alignplan check` would find an error that it does not find now\n"
        "help: mend it in the same command, or write it all the same with --force\n"
    )
    assert text(garden) == WORK


def test_forced_it_is_written_and_told(garden: Path) -> None:
    done = typed(garden, "set", "beds", "due=2032-01-01", "--force")
    assert done.code == 0
    assert "-    due: 2027-03-31\n+    due: 2032-01-01\n" in done.out
    assert done.err.splitlines()[:2] == [
        "note: `alignplan check` now finds, and did not before:",
        "  work.yaml:7:10: error[A106] `beds` is due on 2032-01-01, after `harvest` ends on 2027-10-31",
    ]
    assert typed(garden, "check").code == 1


def test_even_what_cannot_be_read_may_be_forced(garden: Path) -> None:
    assert typed(garden, "set", "beds", "due=soon", "--force").code == 0
    assert "    due: soon\n" in text(garden)


def test_an_error_that_was_there_before_forbids_nothing(tmp_path: Path) -> None:
    garden = planted(tmp_path, work=WORK.replace("supports: harvest\n", "supports: nowhere\n"))
    assert typed(garden, "set", "beds", "owner=ben").code == 0
    assert typed(garden, "set", "beds", "supports=elsewhere").code == 2
    assert typed(garden, "set", "beds", "supports=harvest").code == 0
    assert typed(garden, "check").code == 0


# ------------------------------------------------------------ done


def test_what_is_done_is_finished_today(garden: Path) -> None:
    done = typed(garden, "set", "wood", "status=done")
    assert done.code == 0
    assert "wood: {title: Buy wood, due: 2026-12-15, status: done, finished: 2026-11-22}" in text(garden)
    assert sum(line.startswith(("+ ", "- ")) for line in done.out.splitlines()) == 2


def test_unless_it_says_when(garden: Path) -> None:
    typed(garden, "set", "well", "status=done", "finished=2026-11-01", "--force")
    assert "    due: 2027-09-30\n    status: done\n    finished: 2026-11-01\n" in text(garden)
    typed(garden, "set", "well", "status=active", "--force")
    typed(garden, "set", "well", "status=done", "--as-of", "2026-12-01", "--force")
    assert "    status: done\n    finished: 2026-11-01\n" in text(garden)


def test_an_objective_has_no_such_day(garden: Path) -> None:
    typed(garden, "set", "harvest", "status=done", "--force")
    assert "finished" not in text(garden, "alignplan.yaml")
    assert "    due: 2027-10-31\n    status: done\n" in text(garden, "alignplan.yaml")


def test_at_a_terminal_the_day_is_asked_for(garden: Path) -> None:
    screen = Screen(garden, "set", "wood", "status=done")
    screen.answer("beds/wood finished [2026-11-22]: ", "2026-11-20")
    assert screen.done().code == 0
    assert "status: done, finished: 2026-11-20}" in text(garden)


def test_an_answer_that_is_no_day_is_asked_again(garden: Path) -> None:
    screen = Screen(garden, "set", "wood", "status=done", "--as-of", "2026-11-21")
    screen.answer("beds/wood finished [2026-11-21]: ", "yesterday")
    screen.answer("beds/wood finished [2026-11-21]: ", "")
    assert screen.done().code == 0
    assert "finished: 2026-11-21}" in text(garden)


def test_nothing_is_asked_with_no_input(garden: Path) -> None:
    assert Screen(garden, "set", "wood", "status=done", "--no-input", "--no-pager").done().code == 0
    assert "finished: 2026-11-22}" in text(garden)


def test_nobody_waits_for_who_is_being_asked(garden: Path) -> None:
    screen = Screen(garden, "set", "wood", "status=done")
    screen.until("beds/wood finished [2026-11-22]: ")
    assert typed(garden, "set", "well", "owner=mia").code == 0
    screen.answer("beds/wood finished [2026-11-22]: ", "2026-11-19")
    assert screen.done().code == 0
    assert "finished: 2026-11-19}" in text(garden)
    assert text(garden).count("owner: mia") == 2


def test_ctrl_c_at_the_question_writes_nothing(garden: Path) -> None:
    screen = Screen(garden, "set", "wood", "status=done")
    screen.until("beds/wood finished [2026-11-22]: ")
    screen.interrupt()
    assert screen.done().code == 130
    assert text(garden) == WORK


def test_another_day_leaves_a_must(garden: Path) -> None:
    typed(garden, "set", "beds", "due={date: 2027-03-31, must: true}", "-q")
    assert "    due: {date: 2027-03-31, must: true}\n" in text(garden)
    typed(garden, "set", "beds", "due=2027-02-28", "-q")
    assert "    due: {date: 2027-02-28, must: true}\n" in text(garden)
    assert (
        typed(garden, "set", "beds", "due=2027-02-28").err
        == "note: nothing to change: the plan says so already\n"
    )
    typed(garden, "set", "beds", "due.must=", "-q")
    assert "    due: {date: 2027-02-28}\n" in text(garden)
    typed(garden, "set", "beds", "due={date: 2027-03-31}", "-q")
    typed(garden, "set", "beds", "due=", "-q", "--force")
    assert "due: {" not in text(garden)


def test_what_says_how_long_it_takes_is_one_of_three(garden: Path) -> None:
    typed(garden, "set", "wood", "effort=3d", "-q")
    done = typed(garden, "set", "wood", "elapsed=2w")
    assert (done.code, done.err) == (
        2,
        "error: `elapsed` and `effort` exclude each other\n"
        "help: keep one: `effort` is the work of people, `duration` working time, `elapsed` calendar time\n",
    )
    assert typed(garden, "set", "wood", "effort=", "elapsed=2w", "-q").code == 0
    assert "elapsed: 2w" in text(garden)
