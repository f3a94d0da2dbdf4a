"""`recalibrate`: the list, the edits as a patch, and the decisions that are written."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.analysis.recalibrating.plans import ARMED, FAR, IDLE, INVESTED, LATE, UNSERVED
from tests.cli.door import Done, typed
from tests.cli.screen import Screen
from tests.plans import written

from alignplan.output.contracts.interface import contract

FINE = """\
alignplan: 1
plan: {title: P, horizon: {start: 2026-01-01, due: 2027-12-31}}
objectives:
  o:
    title: O
    weight: 50
    kpis: {k: {title: K, unit: x, baseline: 0, target: 20, actuals: {2026-06-30: 6, 2026-10-31: 12}}}
    contingencies: {c: {when: {kpi: k, below: 2}, then: Act}}
  p: {title: P, weight: 50}
tactics:
  t: {title: T, supports: o, budget: {planned: 10}, moves: {o/k: 20}, started: 2026-01-01, due: 2027-12-31, progress: 60%}
  u: {title: U, supports: p, budget: {planned: 10}, status: active}
"""


def planned(folder: Path, text: str) -> Path:
    return written(folder, text)


def text(folder: Path) -> str:
    return (folder / "alignplan.yaml").read_bytes().decode()


def answered(folder: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(typed(folder, "recalibrate", "-f", "json", *arguments).out)
    return found


def changed(done: Done) -> list[str]:
    """The lines of a patch that come or go."""
    return [
        line for line in done.out.splitlines()[4:] if line.startswith(("+", "-")) and line[1:2] not in "+-"
    ]


# ------------------------------------------------------------ the list


def test_each_proposal_has_its_evidence_its_stake_and_its_edit(tmp_path: Path) -> None:
    done = typed(planned(tmp_path, ARMED), "recalibrate")
    assert done.out == (
        "1  Activate price-offer: Bring the price offer forward\n"
        "  because   the trigger of share/slips holds since 2026-09-30: points is at 18.2 %, 26.8 % of plan, below 60 % for the"
        " 2nd time in a row\n"
        "  trigger   points is at 18.2 %, 26.8 % of plan, below 60 % for the 2nd time in a row (alignplan.yaml:16)\n"
        "  at stake  60 %: 60 % of the plan × 100 % missing × 100 % sure\n"
        "  edit      price-offer status=active (alignplan.yaml:26)\n"
        "  edit      share/slips activated=2026-11-22 (alignplan.yaml:18)\n"
        "\n"
        "Not known:\n"
        "- what comes of share/points: too few values\n"
        "- whether tactics work: none says what it moves\n"
        "\n"
        "1 proposal: --diff shows the edits, --accept N makes one, --dismiss N --because … puts one away. As of 2026-11-22.\n"
    )
    assert (done.code, done.err) == (0, "")


def test_nothing_to_propose_says_what_was_judged_and_what_was_not(tmp_path: Path) -> None:
    fine = "alignplan: 1\nplan: {title: P}\nobjectives: {o: O}\ntactics: {t: {title: T, supports: o, moves: {k: 1}}}\nkpis: {k: {title: K, unit: x}}\n"
    done = typed(planned(tmp_path, fine), "recalibrate")
    assert done.out == (
        "Nothing to propose: every objective that is near is served, as far as is known. Not judged: there is no KPI with a"
        " target and data, no tactic whose effect can be told, no contingency with a trigger, no money or work stated where"
        " objectives are weighted.\n"
        "\n"
        "Not known:\n"
        "- whether 1 tactic will work: too early to tell\n"
        "\n"
        "As of 2026-11-22.\n"
    )


def test_nothing_to_propose_where_all_was_judged_says_why_that_is_good(tmp_path: Path) -> None:
    done = typed(planned(tmp_path, FINE), "recalibrate")
    assert done.out == (
        "Nothing to propose: no contingency is armed, no KPI that is off its plan is likely to miss its target, no tactic is"
        " carried out without effect, every objective that is near is served, and nothing asks to move money or people.\n"
        "\n"
        "As of 2026-11-22.\n"
    )


@pytest.mark.parametrize("more", ["", "tactics: {t: T}\n", "objectives: {o: {title: O, status: done}}\n"])
def test_where_nothing_can_be_judged_nothing_is_called_good(tmp_path: Path, more: str) -> None:
    done = typed(planned(tmp_path, f"alignplan: 1\nplan: {{title: P}}\n{more}"), "recalibrate")
    assert done.out.startswith(
        "Nothing to propose, and nothing to judge: there is no live objective that is near, no KPI with a target and data,"
        " no tactic whose effect can be told, no contingency with a trigger, no money or work stated where objectives are"
        " weighted.\n"
    )


@pytest.mark.parametrize("plan", [ARMED, LATE, FAR, IDLE, UNSERVED, INVESTED])
def test_eighty_columns_are_enough(tmp_path: Path, plan: str) -> None:
    screen = Screen(planned(tmp_path, plan), "recalibrate", "--no-pager", "--color", "never", columns=80)
    lines = screen.done().err.splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 80


def test_a_sheet_has_a_row_for_each(tmp_path: Path) -> None:
    done = typed(planned(tmp_path, INVESTED), "recalibrate", "-f", "csv")
    head, row = done.out.splitlines()
    assert head == "number,key,title,stake,weight,gap,confidence,why,evidence,edits,command,mark"
    assert row.startswith(
        '1,move:share,"Move 40,000 EUR from card to range; ben from card/post to range/cook",30,70,'
    )
    assert (
        "card budget.planned=160000; range budget.planned=140000; card/post assigned-=ben; range/cook assigned+=ben"
        in row
    )


@pytest.mark.parametrize("plan", [ARMED, LATE, FAR, IDLE, UNSERVED, INVESTED])
def test_the_answer_keeps_its_contract_and_names_the_line_of_each_figure(tmp_path: Path, plan: str) -> None:
    answer = answered(planned(tmp_path, plan))
    jsonschema.Draft202012Validator(contract("recalibrate")).validate(answer)
    (one,) = answer["proposals"]
    lines = plan.splitlines()
    for each in [*one["evidence"], *one["edits"]]:
        name = each["id"].rpartition("/")[2]
        field = each.get("assignment", "").partition("=")[0].partition(".")[0]
        line = lines[each["line"] - 1]
        assert (
            f"{name}:" in line
            or f"{field}:" in line
            or "actuals:" in line
            or "target:" in line
            or "moves:" in line
        ), each


def test_a_selector_keeps_the_numbers_and_one_that_meets_none_says_nothing_of_all(tmp_path: Path) -> None:
    both = ARMED.replace(
        "  card: {title: Hand out cards, supports: loyal, status: active, progress: 40%}\n", ""
    )
    folder = planned(tmp_path, both)
    assert typed(folder, "recalibrate", "loyal").out.startswith("2  Staff loyal: ")
    assert typed(folder, "recalibrate", "--exclude", "share+").out.startswith("2  Staff loyal: ")
    assert typed(folder, "recalibrate", "kit").out.startswith("Nothing to propose for kit.\n")


def test_text_of_a_plan_is_data(tmp_path: Path) -> None:
    evil = ARMED.replace("Bring the price offer forward", '"\\e[31m=cmd() [bold]x"')
    folder = planned(tmp_path, evil)
    assert "\x1b[31m" not in typed(folder, "recalibrate").out
    done = typed(folder, "recalibrate", "--accept", "1")
    assert done.code == 0
    assert typed(folder, "check", "--select", "E").code == 0


# ------------------------------------------------------------ the edits


EDITS = {
    "activate": (ARMED, [
        "+        activated: 2026-11-22",
        "-  price-offer: {title: Offer a low price, supports: share, status: planned}",
        "+  price-offer: {title: Offer a low price, supports: share, status: active}",
    ]),
    "re-phase": (LATE, [
        "-    due: 2026-12-31",
        "+    due: 2027-03-31",
        "-        checkpoints: {2026-06: 15, 2026-11: 19}",
        "+        checkpoints: {2026-06: 15, 2026-11: 17.6}",
    ]),
    "lower": (FAR, [
        "-        target: 40",
        "-        checkpoints: {2026-11: 19}",
        "+        target: 18.4",
        "+        checkpoints: {2026-11: 17.6}",
    ]),
    "stop": (IDLE, ["+    status: dropped"]),
    "re-weight": (IDLE.replace("2026-09-30: 10.2", "2026-09-30: 12"), [
        "-    weight: 60",
        "+    weight: 21",
        "-  posters: {title: Hang posters, supports: share, weight: 30, status: active, progress: 80%}",
        "-  radio: {title: Speak on the radio, supports: share, weight: 10, status: active, progress: 80%}",
        "+  posters: {title: Hang posters, supports: share, weight: 59, status: active, progress: 80%}",
        "+  radio: {title: Speak on the radio, supports: share, weight: 20, status: active, progress: 80%}",
    ]),
    "staff": (UNSERVED.replace("progress: 40%", "progress: 40%, moves: {loyal/again: +2}"), [
        "-  range: {title: Bring a new range, supports: share, status: active, progress: 40%, moves: {loyal/again: +2}}",
        "+  range: {title: Bring a new range, supports: [share, loyal], status: active, progress: 40%, moves: {loyal/again: +2}}",
    ]),
    "move": (INVESTED, [
        "-    budget: {planned: 100000, spent: 20000}",
        "-    actions: {cook: {title: Cook, effort: 10d, assigned: kit}}",
        "+    budget: {planned: 140000, spent: 20000}",
        "+    actions: {cook: {title: Cook, effort: 10d, assigned: [kit, ben]}}",
        "-    budget: {planned: 200000, spent: 40000}",
        "+    budget: {planned: 160000, spent: 40000}",
        "-      post: {title: Post, effort: 60d, owner: mia, assigned: [mia, ben]}",
        "+      post: {title: Post, effort: 60d, owner: mia, assigned: [mia]}",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("kind", EDITS)
def test_the_patch_has_the_edits_alone_and_git_takes_it(tmp_path: Path, kind: str) -> None:
    plan, lines = EDITS[kind]
    folder = planned(tmp_path, plan)
    done = typed(folder, "recalibrate", "--diff")
    assert (done.code, changed(done)) == (0, lines)
    assert done.err.splitlines()[-1] == "note: nothing is written (--diff)"
    assert text(folder) == plan
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "apply", "-"], cwd=folder, input=done.out.encode(), check=True)
    assert text(folder) != plan
    assert typed(folder, "check", "--select", "E").code == 0


def test_the_edits_of_chosen_proposals_alone(tmp_path: Path) -> None:
    folder = planned(tmp_path, ARMED)
    done = typed(folder, "recalibrate", "loyal", "--diff")
    assert (done.code, done.out) == (0, "")
    assert done.err == "note: no proposal has an edit; `alignplan recalibrate` lists what there is\n"


def test_what_would_be_edited_as_json(tmp_path: Path) -> None:
    answer = json.loads(typed(planned(tmp_path, LATE), "recalibrate", "--diff", "-f", "json").out)
    jsonschema.Draft202012Validator(contract("edit")).validate(answer)
    assert (answer["schema"], answer["written"]) == ("edit/1", False)
    assert [(one["op"], one["id"], one["field"]) for one in answer["changes"]] == [
        ("changed", "share", "due"),
        ("changed", "share/points", "checkpoints"),
    ]


# ------------------------------------------------------------ decisions


@pytest.mark.parametrize("kind", EDITS)
def test_what_is_accepted_is_written_recorded_and_gone(tmp_path: Path, kind: str) -> None:
    plan, lines = EDITS[kind]
    folder = planned(tmp_path, plan)
    done = typed(folder, "recalibrate", "--accept", "1", "--because", "It is time")
    assert done.code == 0
    assert changed(done)[: len(lines)] == lines
    (kept,) = [line for line in text(folder).splitlines() if "why:" in line]
    assert kept == "    why: It is time"
    after = answered(folder)
    assert after["proposals"] == []
    assert typed(folder, "check", "--select", "E").code == 0


def test_a_decision_says_what_was_decided_why_and_on_what_figures(tmp_path: Path) -> None:
    folder = planned(tmp_path, LATE)
    done = typed(folder, "recalibrate", "--accept", "re-phase:share/points")
    assert text(folder).endswith(
        "decisions:\n"
        "  re-phase-share-points:\n"
        '    title: "Re-phase share/points: 20 % by 2027-03-31 instead of 2026-12-31"\n'
        "    date: 2026-11-22\n"
        "    status: accepted\n"
        "    about: share/points\n"
        "    why: >-\n"
        "      share/points is likely to come to 18.4 % by 2026-12-31; by its series the chance of 20 % is\n"
        "      under 1 %\n"
        "    evidence: >-\n"
        "      now 17 % on 2026-10-31, 85 % of plan; target 20 % by 2026-12-31; forecast 18.4 % (80 %: 17.78\n"
        "      to 19.02 %); chance under 1 %; needed +3 % in 61 days, at its best +1.525 %; reached 20 % by\n"
        "      2027-03-31, as likely as not\n"
        "    proposal: re-phase\n"
        "    seen: e499a10\n"
    )
    assert done.err == "note: the title of `share` says 2026\n"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    folder = planned(tmp_path, LATE)
    done = typed(folder, "recalibrate", "--accept", "1", "--dry-run")
    assert "+decisions:" in done.out.splitlines()
    assert done.err.splitlines()[-1] == "note: nothing is written (--dry-run)"
    assert text(folder) == LATE


def test_what_is_dismissed_stays_away_until_its_evidence_changes(tmp_path: Path) -> None:
    folder = planned(tmp_path, UNSERVED)
    done = typed(folder, "recalibrate", "--dismiss", "1", "--because", "The team begins in March")
    assert (done.code, done.err) == (0, "")
    assert text(folder) == UNSERVED + (
        "decisions:\n"
        "  staff-loyal:\n"
        '    title: "Staff loyal: nothing that is planned is for it"\n'
        "    date: 2026-11-22\n"
        "    status: dismissed\n"
        "    about: loyal\n"
        "    why: The team begins in March\n"
        "    evidence: tactics 0; due 2027-12-31; loyal/again 8 % to go from 52 %\n"
        "    proposal: staff\n"
        f"    seen: {answered(folder)['decided'][0]['mark']}\n"
    )
    assert typed(folder, "recalibrate").out.startswith(
        "Nothing new to propose: what the figures say was decided already.\n"
        "\n"
        "Decided already\n"
        "  staff:loyal  dismissed on 2026-11-22: The team begins in March\n"
    )
    written(folder, text(folder).replace("{2026-09-30: 52}", "{2026-09-30: 52, 2026-10-31: 44}"))
    assert (
        "  before       dismissed on 2026-11-22; its evidence has changed\n"
        in typed(folder, "recalibrate").out
    )
    again = typed(folder, "recalibrate", "--dismiss", "1", "--because", "Still in March")
    assert "+  staff-loyal-2:" in again.out.splitlines()
    assert answered(folder)["proposals"] == []


def test_it_stays_away_when_what_it_is_about_is_renamed(tmp_path: Path) -> None:
    folder = planned(tmp_path, UNSERVED)
    typed(folder, "recalibrate", "--dismiss", "1", "--because", "Later")
    assert typed(folder, "rename", "loyal", "faithful").code == 0
    assert answered(folder)["proposals"] == []
    assert (
        typed(folder, "ls", "kind:decision")
        .out.splitlines()[1]
        .startswith("staff-loyal  decision  Staff loyal: ")
    )


def test_where_the_figures_do_not_say_all_there_is_a_command_and_nothing_to_accept(tmp_path: Path) -> None:
    folder = planned(tmp_path, UNSERVED)
    done = typed(folder, "recalibrate", "--accept", "1")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: nothing can be edited for `staff:loyal`: the figures do not say all\n"
        'help: alignplan new tactic ID "TITLE" supports=loyal owner=mia moves.loyal/again=+8\n'
    )
    assert text(folder) == UNSERVED


def test_what_check_would_call_an_error_is_refused(tmp_path: Path) -> None:
    """What stands by has a contingency of its own, which is armed as soon as it is active."""
    waiting = "  price-offer: {title: Offer a low price, supports: share, status: planned"
    own = f"{waiting}, contingencies: {{dear: {{title: Dear, when: {{kpi: share/points, below: 19}}, then: End it}}}}"
    folder = planned(tmp_path, ARMED.replace(waiting, own))
    before = text(folder)
    done = typed(folder, "recalibrate", "--accept", "1")
    assert (done.code, done.out, text(folder)) == (2, "", before)
    assert "error[C603]" in done.err
    assert typed(folder, "recalibrate", "--accept", "1", "--force").code == 0
    assert "status: active, contingencies" in text(folder)


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        ("--accept 9", "there is no proposal 9", "there are 1 (staff:loyal)"),
        ("--dismiss move:share --because x", "there is no proposal move:share", "there are 1 (staff:loyal)"),
        ("--dismiss 1", "a proposal is dismissed for a reason", 'add --because "…"'),
        ("--accept 1 --dismiss 1", "--accept and --dismiss are two decisions", "take one after the other"),
        ("--because x", "--because goes with a decision", "add --accept N or --dismiss N"),
        (
            "--dry-run",
            "--dry-run goes with a decision",
            "add --accept N or --dismiss N; a list writes nothing",
        ),
        ("--accept 1 -f csv", "unknown output format `csv`", "there are diff, json"),
        ("-f diff", "unknown output format `diff`", "there are csv, json, markdown, plain, table, tsv"),
        ("nobody", "there is no `nobody` in the plan", "`alignplan ls` lists what there is"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_way_out(
    tmp_path: Path, arguments: str, message: str, help: str
) -> None:
    folder = planned(tmp_path, UNSERVED)
    done = typed(folder, "recalibrate", *arguments.split())
    assert (done.code, done.out, done.err) == (2, "", f"error: {message}\nhelp: {help}\n")
    assert text(folder) == UNSERVED


def test_what_was_decided_is_not_decided_again(tmp_path: Path) -> None:
    folder = planned(tmp_path, UNSERVED)
    typed(folder, "recalibrate", "--dismiss", "1", "--because", "Later")
    done = typed(folder, "recalibrate", "--dismiss", "staff:loyal", "--because", "Later")
    assert done.err == (
        "error: `staff:loyal` was decided already: `staff-loyal`\n"
        "help: `alignplan show staff-loyal` says how\n"
    )


def test_references_of_decisions_are_checked(tmp_path: Path) -> None:
    folder = planned(
        tmp_path, UNSERVED + "decisions: {one: {title: One, about: [loyall, range], owner: range}}\n"
    )
    done = typed(folder, "check", "--select", "E", "-f", "concise")
    assert [line.partition(": ")[2] for line in done.out.splitlines()[:2]] == [
        "error[E009] `loyall` is not in the plan [--unsafe-fixes]",
        "error[E010] `range` is a tactic, and `owner` takes a team or a person",
    ]
