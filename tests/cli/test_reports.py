"""`check` reports: many formats in one run, and what GitHub Actions is told without being asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.cli.door import DAY, environment, typed
from tests.output.findings.runner import commands
from tests.plans import HEAD, written

from alignplan.cache.request import FOR_PEOPLE
from alignplan.output.formats import Family, for_programs, names

FORMATS = names(Family.FINDINGS)
PLAN = {
    "alignplan.yaml": HEAD
    + "include: ['ops/*.yaml']\nobjectives: {o: {owner: mia, due: 2027}}\npeople: {mia: {}}\n",
    "ops/a.yaml": "tactics:\n  a: {}\n  b: {}  # alignplan: ignore[A101] known, until 2027-01-31\n",
}
ACTIONS = {"GITHUB_ACTIONS": "true"}
MEBIBYTE = 1024 * 1024


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", PLAN)


@pytest.fixture
def summary(tmp_path: Path) -> Path:
    path = tmp_path / "summary.md"
    path.touch()
    return path


def test_every_format_has_a_name_in_the_help_and_in_the_topic(plan: Path) -> None:
    for words in (["check", "--help"], ["help", "formats"]):
        said = typed(plan, *words).out
        assert [name for name in FORMATS if name not in said] == []
    assert FORMATS == (
        "concise", "full", "github", "gitlab", "grouped", "json", "json-lines", "junit", "markdown", "rdjson", "sarif",
    )  # fmt: skip


def test_only_what_is_for_people_is_paged() -> None:
    assert {name for name in FORMATS if not for_programs(name)} == set(FOR_PEOPLE)


@pytest.mark.parametrize("output", FORMATS)
def test_exit_codes_are_the_same_for_every_format(plan: Path, output: str) -> None:
    assert typed(plan, "check", "-f", output).code == 1
    assert typed(plan, "check", "-f", output, "--fail-on", "never").code == 0
    assert typed(plan, "check", "-f", output, "--select", "A102", "--fail-on", "warning").code == 1
    assert typed(plan, "check", "-f", output, "--select", "E014").code == 0


@pytest.mark.parametrize("output", FORMATS)
def test_a_file_holds_what_standard_output_would_show(plan: Path, output: str) -> None:
    printed = typed(plan, "check", "-f", output)
    assert typed(plan, "check", "-f", f"{output}=out").out == ""
    assert (plan / "out").read_text() == printed.out
    assert printed.out.endswith("\n")
    assert typed(plan, "check", "-f", output).out == printed.out


def test_without_findings_json_lines_are_none_at_all(plan: Path) -> None:
    quiet = ("check", "--select", "E014", "-f", "json-lines")
    assert typed(plan, *quiet).out == ""
    typed(plan, *quiet[:-1], "json-lines=out.jsonl")
    assert (plan / "out.jsonl").read_bytes() == b""
    clean = written(plan.parent / "clean", HEAD)
    assert [typed(clean, "check", "-f", "json-lines").out for _ in range(3)] == ["", "", ""]


def test_one_run_writes_many_reports(plan: Path) -> None:
    done = typed(
        plan, "check", "-f", "sarif=out.sarif", "-f", "junit=r.xml", "-f", "concise", "-f", "gitlab=gl.json"
    )
    assert done.out == typed(plan, "check", "-f", "concise").out
    assert json.loads((plan / "out.sarif").read_text())["version"] == "2.1.0"
    assert ET.parse(plan / "r.xml").getroot().tag == "testsuites"
    assert [issue["check_name"] for issue in json.loads((plan / "gl.json").read_text())][:1] == ["A102"]


def test_two_formats_for_standard_output_are_misuse(plan: Path) -> None:
    done = typed(plan, "check", "-f", "sarif", "-f", "github")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: sarif and github cannot both go to standard output\nhelp: write FORMAT=FILE for one of them\n"
    )


def test_an_unknown_format_is_misuse_and_nothing_is_written(plan: Path) -> None:
    done = typed(plan, "check", "-f", "sarif=out.sarif", "-f", "sariff=x")
    assert (done.code, done.err) == (
        2,
        "error: unknown output format `sariff`\nhelp: did you mean `sarif`?\n",
    )
    assert not (plan / "out.sarif").exists()


def test_sarif_tells_of_the_rules_that_found_something(plan: Path) -> None:
    run = json.loads(typed(plan, "check", "--select", "A101,A102,T302", "-f", "sarif").out)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("A101", "error"),
        ("A102", "warning"),
        ("T302", "warning"),
    ]
    assert rules[0]["shortDescription"] == {"text": "A tactic that supports no objective."}
    assert rules[0]["help"]["markdown"].startswith("A tactic that supports no objective.\n\nA live tactic")
    assert [len(result["suppressions"]) for result in run["results"] if result["ruleId"] == "A101"] == [0, 1]


def test_a_severity_that_the_plan_sets_is_the_default_of_its_rule(tmp_path: Path) -> None:
    folder = written(tmp_path, HEAD + "tactics: {t: {}}\nlint: {select: [A101], severity: {A101: info}}\n")
    run = json.loads(typed(folder, "check", "-f", "sarif").out)["runs"][0]
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "note"}
    assert [result["level"] for result in run["results"]] == ["note"]


def test_junit_agrees_with_the_exit_code(plan: Path) -> None:
    def outcomes(*arguments: str) -> list[str]:
        done = typed(plan, "check", "--select", "A101,A102,A103", "-f", "junit", *arguments)
        suites = ET.fromstring(done.out)
        return [child.tag for case in suites.iter("testcase") for child in case] + [str(done.code)]

    assert outcomes() == ["failure", "skipped", "skipped", "1"]
    assert outcomes("--fail-on", "warning") == ["failure", "skipped", "failure", "1"]
    assert outcomes("--fail-on", "never") == ["skipped", "skipped", "skipped", "0"]


def test_several_plans_make_one_report(tmp_path: Path) -> None:
    for name in ("north", "south"):
        written(tmp_path / name, HEAD + "tactics: {t: {}}\n")
    issues = json.loads(typed(tmp_path, "check", "--select", "A101", "-f", "gitlab").out)
    assert [issue["location"]["path"] for issue in issues] == ["north/alignplan.yaml", "south/alignplan.yaml"]
    assert len({issue["fingerprint"] for issue in issues}) == 2
    suites = ET.fromstring(typed(tmp_path, "check", "--select", "A101", "-f", "junit").out)
    assert [(suite.get("name"), suite.get("tests")) for suite in suites][:1] == [("E001 not-readable", "1")]
    assert [suite.get("tests") for suite in suites if suite.get("name") == "A101 orphan-tactic"] == ["2"]


# ------------------------------------------------------------ GitHub Actions


def test_in_actions_annotations_and_a_summary_come_by_themselves(plan: Path, summary: Path) -> None:
    summary.write_text("# Before\n")
    done = typed(plan, "check", "--select", "A101,A102", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    plain = typed(plan, "check", "--select", "A101,A102")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith(plain.out)
    assert [(made.name, made.properties["title"]) for made in commands(done.out)] == [
        ("error", "A101 orphan-tactic"),
        ("warning", "A102 unserved-objective"),
    ]
    page = typed(plan, "check", "--select", "A101,A102", "-f", "markdown").out
    assert summary.read_text() == f"# Before\n\n{page}"


def test_an_unchanged_plan_is_told_to_actions_every_time(plan: Path, summary: Path) -> None:
    runs = [typed(plan, "check", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary)) for _ in range(3)]
    assert len(commands(runs[0].out)) > 1
    assert runs[0] == runs[1] == runs[2]
    assert summary.read_text().count("### alignplan check") == 3


@pytest.mark.parametrize("output", FORMATS)
def test_a_format_for_standard_output_is_all_that_comes(plan: Path, summary: Path, output: str) -> None:
    done = typed(plan, "check", "-f", output, **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    assert done.out == typed(plan, "check", "-f", output).out
    assert summary.read_bytes() == b""


def test_beside_files_annotations_and_the_summary_come_still(plan: Path, summary: Path) -> None:
    done = typed(plan, "check", "-f", "sarif=out.sarif", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    lines = done.out.splitlines()
    assert lines
    assert all(line.startswith("::") for line in lines)
    assert (plan / "out.sarif").exists()
    assert summary.read_text().startswith("<!-- alignplan check -->\n")


@pytest.mark.parametrize("value", ["", "false", "1"])
def test_elsewhere_nothing_comes_by_itself(plan: Path, summary: Path, value: str) -> None:
    done = typed(plan, "check", GITHUB_ACTIONS=value, GITHUB_STEP_SUMMARY=str(summary))
    assert commands(done.out) == []
    assert summary.read_bytes() == b""


def test_a_clean_plan_has_a_summary_and_no_annotation(tmp_path: Path, summary: Path) -> None:
    done = typed(written(tmp_path / "clean", HEAD), "check", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    assert (done.code, commands(done.out)) == (0, [])
    assert f"No findings in 1 file (0 items). As of {DAY}." in summary.read_text()


def test_the_summary_keeps_to_what_github_shows_of_a_step(tmp_path: Path, summary: Path) -> None:
    tactics = "".join(f"  tactic-number-{number}: {{}}\n" for number in range(1500))
    folder = written(tmp_path / "wide", f"{HEAD}tactics:\n{tactics}")
    summary.write_text("x" * (MEBIBYTE - 50_000))
    done = typed(folder, "check", "--select", "A101", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text()
    assert MEBIBYTE - 1000 < len(text.encode()) <= MEBIBYTE
    shown = text.count("\n- **error**")
    assert f"… and {1500 - shown} errors more, for which there is no room here" in text
    assert len(commands(done.out)) == 11
    assert done.err == ""


def test_a_full_summary_is_left_alone_and_that_is_said(plan: Path, summary: Path) -> None:
    summary.write_text("x" * (MEBIBYTE - 100))
    done = typed(plan, "check", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    assert done.code == 1
    assert done.err == (
        f"note: no job summary: {summary} has 1,048,476 bytes, and GitHub shows 1,048,576 for a step\n"
    )
    assert summary.stat().st_size == MEBIBYTE - 100


@pytest.mark.parametrize("where", ["missing/summary.md", ".", "fifo", "/dev/null"])
def test_a_summary_that_cannot_be_written_is_a_note_and_never_blocks(
    tmp_path: Path, plan: Path, where: str
) -> None:
    os.mkfifo(tmp_path / "fifo")
    done = typed(plan, "check", **ACTIONS, GITHUB_STEP_SUMMARY=str(tmp_path / where))
    assert done.code == 1
    assert done.err.startswith(f"note: no job summary: cannot write {tmp_path / where}: ")
    assert done.err.count("\n") == 1
    assert typed(plan, "check", "-q", **ACTIONS, GITHUB_STEP_SUMMARY=str(tmp_path / where)).err == ""


def test_a_plan_is_no_place_for_a_summary(plan: Path) -> None:
    file = plan / "ops/a.yaml"
    done = typed(plan, "check", **ACTIONS, GITHUB_STEP_SUMMARY=str(file))
    assert file.read_text() == PLAN["ops/a.yaml"]
    assert done.err == f"note: no job summary: {file} is a file of the plan\n"


def test_nothing_is_written_where_outputs_and_variables_are_read(plan: Path, tmp_path: Path) -> None:
    files = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE")}
    for path in files.values():
        path.touch()
    typed(plan, "check", **ACTIONS, **{name: str(path) for name, path in files.items()})
    assert [path.read_bytes() for path in files.values()] == [b""] * 4


def test_a_crashed_rule_is_told_to_actions_too(
    plan: Path, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from alignplan.rules.catalog import all_rules

    def crashing(_plan: object) -> object:
        raise ValueError("no")

    rules = all_rules()
    monkeypatch.setitem(rules, "A101", replace(rules["A101"], find=crashing))  # type: ignore[arg-type]
    done = typed(plan, "check", "--select", "A101", **ACTIONS, GITHUB_STEP_SUMMARY=str(summary))
    assert done.code == 3
    assert commands(done.out)[0].properties["title"] == "X999 internal-error"
    assert "the rule A101 failed: ValueError: no" in summary.read_text()


def test_only_the_formats_that_are_asked_for_are_loaded(plan: Path) -> None:
    probe = (
        "import sys; from alignplan.__main__ import run; run(sys.argv[1:]); "
        "print(*sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('alignplan.output.findings.')),"
        " file=sys.stderr)"
    )

    def loaded(*arguments: str) -> str:
        command = [sys.executable, "-c", probe, "check", *arguments]
        done = subprocess.run(
            command, cwd=plan, env=environment(), capture_output=True, text=True, timeout=60, check=True
        )
        return done.stderr.splitlines()[-1]

    assert loaded() == "full"
    assert loaded("-f", "sarif", "-f", "gitlab=gl.json") == "gitlab sarif"
