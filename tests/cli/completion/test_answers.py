"""What is offered where, whatever the shell: asked as fish asks, which takes the words as they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.completion.test_outline import written
from tests.cli.door import COMMAND, environment, typed


def offered(folder: Path, *words: str) -> list[str]:
    """The words that are offered for the last of these and begin like it; or what is to be listed."""
    kind, *lines = answered(folder, *words)
    found = [line.partition("\t")[0] for line in lines]
    return [word for word in found if word.startswith(words[-1])] if kind == "words" else [kind, *lines]


def answered(folder: Path, *words: str) -> list[str]:
    """The whole answer for the last of these words."""
    *before, current = words
    done = typed(folder, "__complete", "fish", current, "alignplan", *before)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def told(folder: Path, *words: str) -> dict[str, str]:
    """The same with what each of them is."""
    lines = (line.partition("\t") for line in answered(folder, *words)[1:])
    return {word: about for word, _, about in lines}


def test_commands_with_their_summaries(jam: Path) -> None:
    found = told(jam, "")
    assert found["check"] == "What does not fit"
    assert found["completion"] == "A script that makes a shell complete commands, options, ids and fields"
    assert "" not in found
    assert "__complete" not in found


def test_options_with_what_they_do_each_once_unless_it_repeats(jam: Path) -> None:
    assert told(jam, "tree", "--de") == {"--depth": "So many levels, actions and milestones too"}
    assert offered(jam, "tree", "--depth", "2", "--exclude", "x", "--de") == []
    assert offered(jam, "tree", "--exclude", "x", "--exc") == ["--exclude"]
    assert "-f" in offered(jam, "tree", "-")
    assert "-f" not in offered(jam, "tree", "--")


def test_options_of_every_command_before_one_and_behind_it(jam: Path) -> None:
    assert offered(jam, "--as") == offered(jam, "tree", "--as") == ["--as-of"]
    assert offered(jam, "--vers") == ["--version"]
    assert offered(jam, "--dep") == []


@pytest.mark.parametrize("words", [("-C", ""), ("init", ""), ("import", "stratml", "x.xml", "-o", "")])
def test_folders(jam: Path, words: tuple[str, ...]) -> None:
    assert offered(jam, *words)[0] == "folders"


def test_values_of_options(jam: Path) -> None:
    assert offered(jam, "--color", "") == ["auto", "always", "never"]
    assert offered(jam, "check", "--fail-on", "") == ["error", "warning", "info", "never"]
    assert offered(jam, "check", "--fail-on=w") == ["--fail-on=warning"]
    assert offered(jam, "ls", "-fj") == ["-fjson"]
    assert offered(jam, "set", "snack-bar", "-f", "") == ["diff", "json"]
    assert offered(jam, "matrix", "--of", "k") == ["kpis"]
    assert "market-share" in offered(jam, "init", "--template", "")
    assert offered(jam, "schema", "--output", "ga") == ["gaps"]
    assert offered(jam, "ls", "--as-of", "") == []


def test_rules_by_code_or_name_with_commas_between(jam: Path) -> None:
    assert list(told(jam, "rule", "A101")) == ["A101"]
    assert told(jam, "rule", "A101")["A101"].startswith("orphan-tactic: A tactic that ")
    assert offered(jam, "check", "--select", "orph") == ["orphan-tactic"]
    assert offered(jam, "check", "--select", "A101,A10")[:2] == ["A101,A102", "A101,A103"]


def test_a_report_goes_into_a_file_behind_its_equals_sign(jam: Path) -> None:
    assert "concise" in offered(jam, "check", "-f", "")
    assert offered(jam, "check", "-f", "json=o") == ["files", "json=", ""]
    assert offered(jam, "check", "--output-format=json=o") == ["files", "--output-format=json=", ""]


def test_what_nobody_can_know_is_left_alone(jam: Path) -> None:
    assert (
        offered(jam, "progress", "--depth", "")
        == offered(jam, "version", "")
        == offered(jam, "nonsense", "")
        == []
    )


def test_a_negative_number_is_no_option(jam: Path) -> None:
    assert answered(jam, "show", "-5") == answered(jam, "show", "zzz")


def test_behind_two_dashes_nothing_is_an_option(jam: Path) -> None:
    assert answered(jam, "show", "--", "--") == answered(jam, "show", "zzz")


def test_ids_with_kind_and_title(jam: Path) -> None:
    assert told(jam, "show", "m") == {
        "mia": "person: Mia Lund",
        "mike": "person: Mike",
        "market-share": "objective: Capture 25 % of the market",
    }
    assert told(jam, "show", "snack-bar/") == {
        "snack-bar/recipe": "action: Find the recipe",
        "snack-bar/pilot": "action: Make the first thousand",
        "snack-bar/shelf-ready": "milestone: On the shelf",
    }
    assert told(jam, "show", "shelf-r") == {"shelf-ready": "milestone: snack-bar/shelf-ready"}
    assert told(jam, "show", "pl") == {"plan": "the plan itself"}


def test_where_nothing_begins_so_the_shell_looks_within(jam: Path) -> None:
    assert "snack-bar\ttactic: Launch a fruit snack bar" in answered(jam, "show", "BAR")


def test_only_items_that_can_go_are_offered_to_those_that_take_them_away(jam: Path) -> None:
    assert "plan" not in offered(jam, "rm", "")
    assert "plan" in offered(jam, "show", "")


def test_selectors(jam: Path) -> None:
    assert offered(jam, "ls", "snack-bo") == ["snack-boom", "snack-boom+"]
    assert offered(jam, "ls", "+snack-bo") == ["+snack-boom", "+snack-boom+"]
    assert offered(jam, "ls", "2+market-share")[:2] == ["2+market-share", "2+market-share/share"]
    assert offered(jam, "ls", "owner:") == ["owner:brand", "owner:mia", "owner:mike"]
    assert offered(jam, "ls", "team:") == ["team:brand"]
    assert offered(jam, "ls", "status:pa") == ["status:paused"]
    assert offered(jam, "ls", "kind:ta") == ["kind:tactic"]
    assert offered(jam, "ls", "tag:") == ["tag:launch", "tag:north"]
    assert offered(jam, "ls", "path:") == [
        "path:tactics",
        "path:alignplan.yaml",
        "path:people.yaml",
        "path:tactics/snacks.yaml",
    ]
    assert offered(jam, "ls", "due:") == offered(jam, "ls", "nonsense:") == []
    assert offered(jam, "ls", "kind:tactic,ow") == ["kind:tactic,owner:"]
    assert offered(jam, "ls", "--exclude", "kind:tactic,snack-bo") == [
        "kind:tactic,snack-boom",
        "kind:tactic,snack-boom+",
    ]


def test_fields_by_the_kind_of_the_item(jam: Path) -> None:
    assert told(jam, "set", "snack-bar", "budget.p") == {"budget.planned=": "What it is to cost in all."}
    assert offered(jam, "set", "mia", "ro") == ["role="]
    assert offered(jam, "set", "market-share/share", "freq") == ["frequency="]
    assert offered(jam, "set", "pilot", "eff") == ["effort=", "effort.low=", "effort.likely=", "effort.high="]
    assert offered(jam, "set", "plan", "curr") == ["currency="]
    assert offered(jam, "set", "nothing-there", "") == []


def test_values_of_fields(jam: Path) -> None:
    assert offered(jam, "set", "snack-bar", "status=d") == ["status=done", "status=dropped"]
    assert offered(jam, "set", "market-share", "strategic=") == ["strategic=true", "strategic=false"]
    assert offered(jam, "set", "snack-bar", "supports=sn") == ["supports=snack-shelf"]
    assert offered(jam, "set", "snack-bar", "owner=mi") == ["owner=mia", "owner=mike"]
    assert offered(jam, "set", "snack-bar", "after+=list") == ["after+=listing-fund"]
    assert offered(jam, "set", "snack-bar", "after=[listing-fund, snack-bar/p") == [
        "after=[listing-fund, snack-bar/pilot"
    ]
    assert offered(jam, "set", "snack-bar", "moves=mar") == ["moves=market-share/share"]
    assert offered(jam, "set", "snack-bar", "supports.sn") == ["supports.snack-shelf="]
    assert offered(jam, "set", "snack-bar", "title=") == offered(jam, "set", "snack-bar", "nonsense=") == []


def test_a_new_item_by_its_kind(jam: Path) -> None:
    assert offered(jam, "new", "ac") == ["action"]
    assert offered(jam, "new", "action", "") == ["snack-bar/", "listing-fund/"]
    assert offered(jam, "new", "action", "snack-bar/taste", "Taste it", "own") == ["owner="]
    assert offered(jam, "new", "tactic", "") == []
    assert offered(jam, "new", "tactic", "pop-up", "status=pl") == ["status=planned"]


def test_behind_items_that_may_be_many_comes_the_file(jam: Path) -> None:
    assert offered(jam, "mv", "snack-bar", "list") == ["listing-fund", *offered(jam, "mv", "listing-fund/")]
    assert offered(jam, "mv", "snack-bar", "tac") == ["tactics/snacks.yaml"]


def test_the_plan_of_a_folder_that_was_typed(jam: Path) -> None:
    assert offered(jam.parent, "-C", "jam", "show", "snack-bo") == ["snack-boom"]
    assert offered(jam.parent.parent, "show", "snack-bo") == ["snack-boom"]
    assert offered(jam / "tactics", "show", "snack-bo") == ["snack-boom"]
    assert offered(jam, "-C", "nowhere", "-C", "tactics", "show", "snack-bo") == ["snack-boom"]
    assert offered(jam, "-C", "nowhere", "show", "") == []
    assert offered(jam, "-C", str(jam), "check", "x") == ["files", "", str(jam)]


def test_of_several_plans_below_none_is_meant(jam: Path) -> None:
    other = jam.parent / "other"
    other.mkdir()
    (other / "alignplan.yaml").write_text("tactics: {one: One}\n")
    assert offered(jam.parent, "show", "") == []


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["bash"],
        ["tcsh", "x"],
        ["bash", "x", "", "", "alignplan"],
        ["bash", "9", "", "", "alignplan"],
        ["zsh"],
        ["fish"],
        ["fish", "\udcff\udcfe", "alignplan", "show"],
    ],
)
def test_a_call_that_makes_no_sense_is_quiet(tmp_path: Path, call: list[str]) -> None:
    done = typed(tmp_path, "__complete", *call)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("where", [">&-", "> /dev/full", "| true"])
def test_an_answer_that_cannot_be_written_is_quiet(jam: Path, where: str) -> None:
    command = " ".join([*COMMAND, "__complete", "fish", "''", "alignplan", where])
    done = subprocess.run(
        ["sh", "-c", command], cwd=jam, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_what_is_broken_is_passed_by(jam: Path) -> None:
    (jam / "tactics" / "broken.yaml").write_text("tactics:\n  good: Good\n  bad: [\n  worse: {a: b\n")
    (jam / "tactics" / "binary.yaml").write_bytes(b"\xff\xfe\x00tactics:\n  odd: 1\n")
    (jam / "tactics" / "folder.yaml").mkdir()
    (jam / "tactics" / "away.yaml").symlink_to("/etc/hostname")
    (jam / "tactics" / "gone.yaml").symlink_to("nowhere")
    found = offered(jam, "show", "")
    assert "good" in found
    assert {"snack-bar", "listing-fund", "mia"} <= set(found)


def test_nothing_heavy_is_loaded_for_a_plan_in_the_usual_style(jam: Path) -> None:
    probe = (
        "import sys; from alignplan.__main__ import run\n"
        "run(['__complete', 'zsh', 'snack', 'alignplan', 'show'])\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-S", "-c", probe]  # without what an installation loads at every start
    done = subprocess.run(command, cwd=jam, env=environment(), capture_output=True, text=True, check=True)
    *answer, loaded = done.stdout.splitlines()
    assert "-snack-bar:tactic: Launch a fruit snack bar" in answer
    assert not {"dataclasses", "json", "networkx", "pydantic", "rich", "typer", "typing", "yaml"} & set(
        loaded.split()
    )


def test_a_plan_in_another_style_is_read_all_the_same(tmp_path: Path) -> None:
    text = '{"alignplan": 1, "plan": {"title": "T"}, "tactics": {"one": {"title": "One", "actions": {"step": "Go"}}}}'
    assert told(written(tmp_path, text), "show", "o") == {"one": "tactic: One", "one/step": "action: Go"}
