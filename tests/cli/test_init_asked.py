"""`init` by questions: at a real terminal, by flags, and by both."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.door import DAY, typed
from tests.cli.screen import CTRL_D, Screen

from alignplan import open_plan

# Every question of one dialogue, and what is typed.
DIALOGUE = [
    ("Organization: ", "Corner Bakery"),
    ("Vision, the world once you have succeeded: ", "The first bakery that the quarter thinks of."),
    ("Mission, what you are there for: ", ""),
    ("The plan begins [2026-11-22]: ", "2026-07-01"),
    ("The plan ends [2028-12-31]: ", "2028"),
    ("Currency [EUR]: ", ""),
    ("Title of the plan [Corner Bakery 2028]: ", ""),
    ("Objective 1: ", "Win 400 households that come every week"),
    ("  Due [2028-12-31]: ", ""),
    ("  Owner: ", "Rosa Marini"),
    ("  Metric, how you will tell: ", "Households that come every week"),
    ("    Today, such as 18 %: ", "180 households"),
    ("    Target: ", "400"),
    ("  Tactic 1: ", "Start a bread subscription"),
    ("    Due [2028-12-31]: ", "2027-06"),
    ("    Owner [Rosa Marini]: ", "Emil Krause"),
    ("  Tactic 2: ", ""),
    ("Objective 2: ", "Throw away half as much bread"),
    ("  Due [2028-12-31]: ", "2027"),
    ("  Owner [Emil Krause]: ", ""),
    ("  Metric, how you will tell: ", ""),
    ("  Tactic 1: ", ""),
    ("Objective 3: ", ""),
    ("Write bakery/alignplan.yaml? [Y/n]: ", ""),
]
FLAGS = [
    "--organization=Corner Bakery",
    "--vision=The first bakery that the quarter thinks of.",
    "--start=2026-07-01",
    "--due=2028",
    (
        "--objective=Win 400 households that come every week; due=2028-12-31; owner=Rosa Marini; "
        "metric=Households that come every week; baseline=180 households; target=400"
    ),
    "--objective=Throw away half as much bread; due=2027; owner=Emil Krause",
    "--tactic=Start a bread subscription; supports=win-400-households; due=2027-06; owner=Emil Krause",
]
PLAN = """\
# yaml-language-server: $schema=alignplan.schema.json
# What you want to reach, how you will tell, and the work that serves it.
# Look at it with: alignplan check · gaps · progress · tree
alignplan: 1

plan:
  title: Corner Bakery 2028
  organization: Corner Bakery
  vision: The first bakery that the quarter thinks of.
  horizon: {start: 2026-07-01, due: 2028}
  currency: EUR
  # mission: What you are there for.

# Who answers for what.
people:
  rosa-marini: Rosa Marini
  emil-krause: Emil Krause

# Objectives: what you want to reach. One with a `parent` is a step towards it.
# How you will tell is in `kpis`; each new measurement goes into its `actuals`.
objectives:
  win-400-households:
    title: Win 400 households that come every week
    owner: rosa-marini
    due: 2028-12-31
    kpis:
      households-that-come:
        title: Households that come every week
        unit: households
        baseline: {date: 2026-11-22, value: 180}
        target: {date: 2028-12-31, value: 400}
        frequency: quarterly
        actuals: {2026-11-22: 180}

  throw-away-half-as-much:
    title: Throw away half as much bread
    owner: emil-krause
    due: 2027

# Tactics: the work. Each says which objective it supports.
tactics:
  start-a-bread-subscription:
    title: Start a bread subscription
    supports: win-400-households
    owner: emil-krause
    start: 2026-11-22
    due: 2027-06
    status: planned

# What the work takes, and the change that a tactic alone brings, under a tactic:
#     budget: {planned: 5000}
#     moves: {win-400-households/households-that-come: +110}
#     actions:
#       first: {title: The first step, effort: 3d}
#       second: {title: The step after it, effort: 10d, after: [first]}

# More when you need it: values, position, stakeholders, teams, calendars, risks.
"""
SUMMARY = """
Corner Bakery 2028 · 2026-07-01 to 2028 · EUR
  1. Win 400 households that come every week · due 2028-12-31 · Rosa Marini
     Households that come every week: 180 → 400 households
     - Start a bread subscription · due 2027-06 · Emil Krause
  2. Throw away half as much bread · due 2027 · Emil Krause
  Left out for now: mission, 1 metric, 1 objective without a tactic.

Write bakery/alignplan.yaml? [Y/n]: """


def answered(screen: Screen, dialogue: list[tuple[str, str]]) -> Screen:
    for prompt, answer in dialogue:
        screen.answer(prompt, answer)
    return screen


def test_a_dialogue_and_the_plan_that_comes_of_it(tmp_path: Path) -> None:
    screen = answered(Screen(tmp_path, "init", "bakery"), DIALOGUE[:-1])
    screen.until(DIALOGUE[-1][0])
    assert screen.text.endswith(f"\nObjective 3: \n{SUMMARY}")
    assert os.listdir(tmp_path) == []
    screen.type("\r")
    done = screen.done()
    assert done.code == 0
    assert done.err.endswith(
        "\nwrote bakery/alignplan.yaml\nwrote bakery/alignplan.schema.json\n"
        "next: alignplan -C bakery check, then alignplan -C bakery gaps\n"
    )
    assert (tmp_path / "bakery/alignplan.yaml").read_text() == PLAN


def test_the_tutorial_shows_the_dialogue_and_the_plan(tmp_path: Path) -> None:
    seen = answered(Screen(tmp_path, "init", "bakery"), DIALOGUE).done().err
    page = (Path(__file__).parents[2] / "docs/tutorial.md").read_text()
    lines = "".join(f"{line.rstrip()}\n" for line in seen.splitlines())
    assert f"```text\n$ alignplan init bakery\n{lines}```\n" in page
    assert f'```yaml title="bakery/alignplan.yaml"\n{PLAN}```\n' in page


def test_a_tactic_begins_with_the_plan_where_that_is_later(tmp_path: Path) -> None:
    typed(tmp_path, "init", "--start=2027-Q2", "--objective=Win", "--tactic=Do; due=2027-05")
    text = (tmp_path / "alignplan.yaml").read_text()
    assert "    supports: win\n    start: 2027-04-01\n    due: 2027-05\n" in text
    assert "error" not in typed(tmp_path, "check", "-f", "concise").out


def test_what_is_left_out_is_what_check_finds(tmp_path: Path) -> None:
    typed(tmp_path, "init", "--no-input", *FLAGS)
    done = typed(tmp_path, "check", "-f", "concise")
    assert done.code == 0
    assert done.out.splitlines() == [
        "alignplan.yaml:35:3: warning[A102] no tactic serves `throw-away-half-as-much`",
        "alignplan.yaml:35:3: warning[M201] nothing measures `throw-away-half-as-much`",
        "alignplan.yaml:42:3: warning[T304] `start-a-bread-subscription` has no steps",
        "Found 3 warnings in 1 file (6 items).",
    ]


def test_flags_alone_make_the_same_plan_without_a_terminal(tmp_path: Path) -> None:
    done = typed(tmp_path, "init", *FLAGS)
    assert (done.code, done.out) == (0, "wrote alignplan.yaml\nwrote alignplan.schema.json\n")
    assert done.err == "next: alignplan check, then alignplan gaps\n"
    assert (tmp_path / "alignplan.yaml").read_text() == PLAN


def test_with_no_input_nothing_is_asked_at_a_terminal_either(tmp_path: Path) -> None:
    done = Screen(tmp_path, "init", "--no-input", *FLAGS).done()
    assert done.code == 0
    assert done.err == (
        "wrote alignplan.yaml\nwrote alignplan.schema.json\nnext: alignplan check, then alignplan gaps\n"
    )
    assert (tmp_path / "alignplan.yaml").read_text() == PLAN


def test_without_any_flag_no_input_gives_the_short_plan(tmp_path: Path) -> None:
    assert Screen(tmp_path, "init", "asked", "--no-input").done().code == 0
    typed(tmp_path, "init", "short")
    short, at_terminal = (tmp_path / name / "alignplan.yaml" for name in ("short", "asked"))
    assert at_terminal.read_text() == short.read_text()


def test_what_flags_answer_is_not_asked(tmp_path: Path) -> None:
    flags = [flag for flag in FLAGS if not flag.startswith(("--vision", "--start"))]
    screen = answered(
        Screen(tmp_path, "init", "bakery", *flags, "--mission=", "--currency=EUR"),
        [DIALOGUE[1], DIALOGUE[3], DIALOGUE[6], DIALOGUE[-1]],
    )
    assert screen.done().code == 0
    assert (tmp_path / "bakery/alignplan.yaml").read_text() == PLAN


def test_of_objectives_in_flags_the_tactics_are_asked(tmp_path: Path) -> None:
    flags = [flag for flag in FLAGS if not flag.startswith("--tactic")]
    screen = answered(
        Screen(
            tmp_path, "init", *flags, "--mission=", "--currency=EUR", "--title=Corner Bakery 2028", "--yes"
        ),
        DIALOGUE[13:17],
    )
    screen.answer("  Tactic 1: ", "")
    done = screen.done()
    assert "\nObjective 1: Win 400 households that come every week\n  Tactics: what you will" in done.err
    assert "\n\nObjective 2: Throw away half as much bread\n  Tactic 1: \n" in done.err
    assert "Write" not in done.err
    assert (tmp_path / "alignplan.yaml").read_text() == PLAN


@pytest.mark.parametrize("number", range(len(DIALOGUE)))
def test_ctrl_c_at_every_question_writes_nothing(tmp_path: Path, number: int) -> None:
    screen = answered(Screen(tmp_path, "init", "bakery"), DIALOGUE[:number])
    screen.until(DIALOGUE[number][0])
    screen.type("begun")
    screen.until(f"{DIALOGUE[number][0]}begun")
    screen.interrupt()
    done = screen.done()
    assert done.code == 130
    assert done.err.endswith("\nnothing was written\n")
    assert "Traceback" not in done.err
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("answer", ["n", "No"])
def test_a_last_no_writes_nothing(tmp_path: Path, answer: str) -> None:
    screen = Screen(tmp_path, "init", "--organization=Corner Bakery")
    screen.until("Vision, the world once you have succeeded: ")
    screen.type(CTRL_D)
    screen.answer("Write alignplan.yaml? [Y/n]: ", answer)
    assert screen.done().code == 130
    assert os.listdir(tmp_path) == []


def test_ctrl_d_skips_what_is_still_to_be_asked(tmp_path: Path) -> None:
    screen = answered(Screen(tmp_path, "init", "bakery"), DIALOGUE[:8])
    screen.until("  Due [2028-12-31]: ")
    screen.type(CTRL_D)
    screen.until(DIALOGUE[-1][0])
    assert screen.text.endswith(
        "  Due [2028-12-31]: \n\nCorner Bakery 2028 · 2026-07-01 to 2028 · EUR\n"
        "  1. Win 400 households that come every week · due 2028-12-31\n"
        "  Left out for now: mission, 1 owner, 1 metric, 1 objective without a tactic.\n\n"
        "Write bakery/alignplan.yaml? [Y/n]: "
    )
    screen.type(CTRL_D)
    done = screen.done()
    assert (done.code, os.listdir(tmp_path)) == (130, [])
    assert done.err.endswith("\nnothing was written\n")


def test_what_cannot_be_is_asked_again_with_the_reason(tmp_path: Path) -> None:
    screen = answered(Screen(tmp_path, "init", "bakery"), DIALOGUE[:4])
    for wrong in ("2026-11-22", "31.12.2028", "FY2028"):
        screen.answer("The plan ends [2028-12-31]: ", wrong)
    answered(screen, DIALOGUE[4:8])
    screen.answer("  Due [2028-12-31]: ", "2029")
    answered(screen, DIALOGUE[8:12])
    for wrong in ("4oo", "400 people", "180"):
        screen.answer("    Target: ", wrong)
    answered(screen, DIALOGUE[12:14])
    screen.answer("    Due [2028-12-31]: ", "2029-01-01")
    answered(screen, DIALOGUE[14:])
    done = screen.done()
    assert [line.strip() for line in done.err.splitlines() if line.strip() in REASONS] == REASONS
    assert (tmp_path / "bakery/alignplan.yaml").read_text() == PLAN


REASONS = [
    "2026-11-22 is too early",
    "`31.12.2028` is no date",
    "`FY2028` is no date",
    "2029-12-31 is later than the end of the plan, 2028-12-31",
    "`4oo` is no number",
    "a metric has one unit, not households and people",
    "the target is where it stands already",
    "2029-01-01 is later than its objective is due, 2028-12-31",
]


def test_all_left_out_is_a_plan_that_says_how_to_go_on(tmp_path: Path) -> None:
    screen = Screen(tmp_path, "init", "--yes")
    screen.until("Organization: ")
    screen.type(CTRL_D)
    assert screen.done().code == 0
    assert (tmp_path / "alignplan.yaml").read_text().splitlines()[5:] == EMPTY.splitlines()
    assert typed(tmp_path, "check").out == "No findings in 1 file (0 items).\n"


EMPTY = """\
plan:
  title: Our plan
  horizon: {start: 2026-11-22, due: 2028-12-31}
  currency: EUR
  # organization: Whose plan it is.
  # vision: What the world looks like when you have succeeded.
  # mission: What you are there for.

# Objectives: what you want to reach. One with a `parent` is a step towards it.
# objectives:
#   loyal-customers:
#     title: Win customers who come back
#     due: 2028-12-31

# How you will tell whether it is reached, under an objective:
#     kpis:
#       loyal:
#         title: Customers who buy again within a year
#         unit: "%"
#         baseline: {date: 2026-11-22, value: 30}
#         target: {date: 2028-12-31, value: 40}

# Tactics: the work. Each says which objective it supports.
# tactics:
#   welcome-back:
#     title: Write to every customer three months after the first purchase
#     supports: loyal-customers
#     due: 2028-12-31

# More when you need it: values, position, stakeholders, teams, calendars, risks.
"""


def test_a_metric_without_a_target_is_none(tmp_path: Path) -> None:
    screen = Screen(tmp_path, "init", "--yes", "--title=A", "--vision=", "--mission=", "--organization=")
    for prompt, answer in [("The plan begins [2026-11-22]: ", "-"), ("The plan ends [2028-12-31]: ", "-"),
                           ("Currency [EUR]: ", "-"), ("Objective 1: ", "Win customers"), ("  Due: ", ""),
                           ("  Owner: ", ""), ("  Metric, how you will tell: ", "Customers"),
                           ("    Today, such as 18 %: ", ""), ("    Target: ", ""), ("  Tactic 1: ", ""),
                           ("Objective 2: ", "Raise our share"), ("  Due: ", ""), ("  Owner: ", ""),
                           ("  Metric, how you will tell: ", "Of the market"), ("    Today, such as 18 %: ", ""),
                           ("    Target: ", "25"), ("    Unit [%]: ", ""), ("  Tactic 1: ", ""),
                           ("Objective 3: ", "Grow"), ("  Due: ", ""), ("  Owner: ", ""),
                           ("  Metric, how you will tell: ", "Shops"), ("    Today, such as 18 %: ", "-5"),
                           ("    Target: ", "12.50"), ("    Unit [units]: ", "-"), ("    Unit [units]: ", "shops"),
                           ("  Tactic 1: ", ""), ("Objective 4: ", "")]:  # fmt: skip
        screen.answer(prompt, answer)
    done = screen.done()
    assert "    Without a target nobody can judge it: the metric is left out.\n" in done.err
    assert "    a metric needs a unit\n" in done.err
    assert "\nA\n  1. Win customers\n  2. Raise our share\n     Of the market: ? → 25 %\n" in done.err
    text = (tmp_path / "alignplan.yaml").read_text()
    assert "plan:\n  title: A\n  # organization: " in text
    assert (
        "  win-customers:\n    title: Win customers\n\n"
        "  raise-our-share:\n    title: Raise our share\n    kpis:\n"
        '      of-the-market: {title: Of the market, unit: "%", target: 25, frequency: quarterly}\n\n'
        "  grow:\n    title: Grow\n    kpis:\n      shops:\n        title: Shops\n        unit: shops\n"
        "        baseline: {date: 2026-11-22, value: -5}\n        target: 12.50\n"
        "        frequency: quarterly\n        actuals: {2026-11-22: -5}\n"
    ) in text
    assert "# tactics:\n#   welcome-back:\n" in text
    assert "#     supports: win-customers\n" in text
    assert typed(tmp_path, "check").code == 0


def test_the_result_is_on_standard_output_and_the_questions_are_not(tmp_path: Path) -> None:
    with open(tmp_path / "out", "wb") as out:
        screen = Screen(tmp_path, "init", "bakery", out=out)
        done = answered(screen, DIALOGUE).done()
    assert (
        tmp_path / "out"
    ).read_text() == "wrote bakery/alignplan.yaml\nwrote bakery/alignplan.schema.json\n"
    assert done.err.startswith("A plan, question by question.")
    assert (tmp_path / "bakery/alignplan.yaml").read_text() == PLAN


def test_a_line_can_be_edited_with_the_arrow_keys(tmp_path: Path) -> None:
    pytest.importorskip("readline")
    screen = Screen(tmp_path, "init", "--yes")
    screen.until("Organization: ")
    screen.type("Crner\x1b[D\x1b[D\x1b[D\x1b[Do\r")
    screen.until("Vision, the world once you have succeeded: ")
    screen.type(CTRL_D)
    assert screen.done().code == 0
    assert "\n  organization: Corner\n" in (tmp_path / "alignplan.yaml").read_text()


def test_what_is_there_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "alignplan.schema.json").write_text("mine")
    done = Screen(tmp_path, "init").done()
    assert done.code == 2
    assert done.err == (
        "error: alignplan.schema.json is there already\nhelp: name another folder: alignplan init DIR\n"
    )


def test_what_came_while_questions_were_answered_is_not_overwritten(tmp_path: Path) -> None:
    screen = answered(Screen(tmp_path, "init", "bakery"), DIALOGUE[:-1])
    screen.until(DIALOGUE[-1][0])
    (tmp_path / "bakery").mkdir()
    (tmp_path / "bakery/alignplan.yaml").write_text("mine")
    screen.type("\r")
    done = screen.done()
    assert done.code == 2
    assert "error: bakery/alignplan.yaml is there already\n" in done.err
    assert os.listdir(tmp_path / "bakery") == ["alignplan.yaml"]
    assert (tmp_path / "bakery/alignplan.yaml").read_text() == "mine"


def test_a_dry_run_asks_and_writes_nothing(tmp_path: Path) -> None:
    done = answered(Screen(tmp_path, "init", "bakery", "--dry-run"), DIALOGUE[:-1]).done()
    assert done.code == 0
    assert done.err.endswith(
        "\nwould write bakery/alignplan.yaml\nwould write bakery/alignplan.schema.json\n"
    )
    assert os.listdir(tmp_path) == []


def test_a_dash_leaves_out_what_a_flag_could_say(tmp_path: Path) -> None:
    flags = [
        "--vision=-",
        "--currency=-",
        "--start=-",
        "--due= - ",
        "--organization=",
        "--objective=Win; owner=-; due=",
    ]
    assert typed(tmp_path, "init", *flags).code == 0
    text = (tmp_path / "alignplan.yaml").read_text()
    assert "plan:\n  title: Our plan\n  # organization: " in text
    assert "\n  # horizon: {start: 2026-11-22, due: 2028-12-31}\n" in text
    assert "objectives:\n  win:\n    title: Win\n\n" in text


def test_as_of_another_day(tmp_path: Path) -> None:
    done = typed(
        tmp_path, "init", "--as-of", "2031-05-01", "--objective", "Grow; metric=Size; target=5 m; baseline=3"
    )
    assert done.code == 0
    text = (tmp_path / "alignplan.yaml").read_text()
    assert "  horizon: {start: 2031-05-01, due: 2033-12-31}\n" in text
    assert "baseline: {date: 2031-05-01, value: 3}\n" in text
    assert DAY not in text


@pytest.mark.parametrize(
    ("flags", "message", "help_"),
    [
        (["--objective", "Win", "--tactic", "Do; supports=wni"], '--tactic "Do; supports=wni": `wni` is no objective', "write supports= with one of: win"),
        (["--objective", "A", "--objective", "B", "--tactic", "Do"], '--tactic "Do": which objective does it serve?', "write supports= with one of: a, b"),
        (["--tactic", "Do"], '--tactic "Do": a tactic serves an objective', "add --objective TITLE"),
        (["--objective", "Win; due 2027"], '--objective "Win; due 2027": `due 2027` is not KEY=VALUE', "the keys there are: id, due, owner, metric, baseline, target, unit; for a semicolon write ;;"),
        (["--objective", "Win; duo=2027"], '--objective "Win; duo=2027": there is no key `duo`', "the keys there are: id, due, owner, metric, baseline, target, unit; for a semicolon write ;;"),
        (["--objective", "Win; due=2027; due=2028"], '--objective "Win; due=2027; due=2028": `due` is said twice', ""),
        (["--objective", "; due=2027"], '--objective "; due=2027": it needs a title', "write `TITLE; KEY=VALUE; …`"),
        (["--objective", "Win; due=2025"], '--objective "Win; due=2025": 2025-12-31 is too early', "write a day or period that ends on 2026-11-23 or later"),
        (["--due=2027", "--objective", "Win; due=2028"], '--objective "Win; due=2028": 2028-12-31 is later than the end of the plan, 2027-12-31', "write an earlier day or period"),
        (["--objective", "Win; due=2027", "--tactic", "Do; due=2028"], '--tactic "Do; due=2028": 2028-12-31 is later than its objective is due, 2027-12-31', "write an earlier day or period"),
        (["--objective", "Win; target=5"], '--objective "Win; target=5": `target` belongs to a metric', "name it: metric=…"),
        (["--objective", "Win; metric=Share"], '--objective "Win; metric=Share": a metric needs a target', "how much is it to be?"),
        (["--objective", "Win; metric=Share; target=5"], '--objective "Win; metric=Share; target=5": a metric needs a unit', "write it behind the number: 25 %, 400 households"),
        (["--objective", "Win; id=Win"], '--objective "Win; id=Win": `Win` cannot be an id', "an id is a-z, 0-9, then also `.`, `_`, `-`; not `x-…`"),
        (["--objective", "Win; id=w", "--tactic", "Do; id=w"], '--tactic "Do; id=w": the id `w` is given twice', ""),
        (["--start", "soon"], "--start: `soon` is no date", "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"),
        (["--start=2028", "--due=2027"], "--due: 2027-12-31 is too early", "write a day or period that ends on 2028-01-01 or later"),
        (["--title", " "], "--title: a plan needs a title", "write one, or leave the option out"),
        (["--template", "sales", "--vision", "A"], "a template is a whole plan: --vision does not go with --template", ""),
    ],
)  # fmt: skip
def test_a_wrong_flag_is_told_before_anything_is_asked(
    tmp_path: Path, flags: list[str], message: str, help_: str
) -> None:
    done = typed(tmp_path, "init", *flags)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {message}\n" + (f"help: {help_}\n" if help_ else "")
    assert os.listdir(tmp_path) == []


def test_a_wrong_flag_is_told_at_a_terminal_too(tmp_path: Path) -> None:
    done = Screen(tmp_path, "init", "--objective", "Win; due=2025").done()
    assert done.code == 2
    assert done.err.startswith('error: --objective "Win; due=2025": 2025-12-31 is too early\n')


def test_what_is_due_by_flags_bounds_the_questions_about_the_plan(tmp_path: Path) -> None:
    screen = Screen(tmp_path, "init", "--yes", "--organization=A", "--vision=", "--mission=",
                    "--objective=Win; due=2040", "--tactic=Do; due=2027; id=it; supports=Win")  # fmt: skip
    screen.answer("The plan begins [2026-11-22]: ", "2029")
    screen.answer("The plan begins [2026-11-22]: ", "2027-01")
    screen.answer("The plan ends [2040-12-31]: ", "2039")
    screen.answer("The plan ends [2040-12-31]: ", "")
    screen.until("Currency [EUR]: ")
    screen.type(CTRL_D)
    done = screen.done()
    assert "2029-01-01 is later than what is due first, 2027-12-31\n" in done.err
    assert "2039-12-31 is too early\n" in done.err
    assert "horizon: {start: 2027-01, due: 2040-12-31}" in (tmp_path / "alignplan.yaml").read_text()
    assert [
        line for line in typed(tmp_path, "check", "-f", "concise").out.splitlines() if "error" in line
    ] == []


HOSTILE = 'a: [b] # "c" \\ {d} & *e | - 🥖 \x1b[31m\t%'


def test_what_is_typed_in_flags_is_data(tmp_path: Path) -> None:
    done = typed(tmp_path, "init", f"--vision={HOSTILE}", f"--title={HOSTILE}",
                 f"--objective={HOSTILE};; b; metric={HOSTILE}; target=1 {HOSTILE}; owner={HOSTILE}")  # fmt: skip
    assert done.code == 0
    plan = open_plan(tmp_path).loaded.root.model
    assert plan.plan is not None
    assert (plan.plan.vision, plan.plan.title) == (HOSTILE, HOSTILE)
    (objective,), (person,) = plan.objectives.values(), plan.people.values()
    assert (objective.title, person.title) == (f"{HOSTILE}; b", HOSTILE)
    assert isinstance(objective.kpis, dict)
    assert [(kpi.title, kpi.unit) for kpi in objective.kpis.values()] == [(HOSTILE, HOSTILE)]
    assert typed(tmp_path, "check", "-f", "concise").out.endswith("Found 3 warnings in 1 file (3 items).\n")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    done = typed(tmp_path, "init", "--vision=\udcff")
    assert (done.code, done.err.partition("\n")[0]) == (2, "error: --vision: that is no text in UTF-8")
    assert typed(tmp_path, "init", "--objective=\udcff").code == 2
    assert os.listdir(tmp_path) == []
