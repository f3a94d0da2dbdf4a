"""Annotations are what GitHub's runner makes of the output: at most so many, of each finding its own, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from tests.output.findings.runner import commands
from tests.output.findings.sample import HOSTILE_TEXT, LATE, ORPHAN, WAIVED, answer, answer_with, assert_calm

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Reported, Spot
from alignplan.output.escape import terminal
from alignplan.output.findings import github
from alignplan.output.ink import Ink


def log(of: CheckAnswer, encoding: str = "utf-8") -> str:
    return "".join(f"{line}\n" for line in github.render(of, Ink(encoding=encoding)))


def many(errors: int, warnings: int, infos: int) -> CheckAnswer:
    amounts = ((infos, Severity.INFO), (errors, Severity.ERROR), (warnings, Severity.WARNING))
    return answer(
        *(
            replace(ORPHAN, severity=severity, message=f"{severity.value} {number}")
            for amount, severity in amounts
            for number in range(1, amount + 1)
        )
    )


def test_an_annotation_for_each_finding_and_the_summary_for_the_log() -> None:
    assert log(answer(LATE, ORPHAN, WAIVED)) == (
        "::error file=tactics/growth.yaml,line=41,endLine=41,col=3,endColumn=19,title=A101 orphan-tactic::"
        "`trade-newsletter` serves no objective"
        "%0Ahelp: add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are\n"
        "::warning file=tactics/ops.yaml,line=7,endLine=8,title=S404 overdue::`billing` was due on 2026-02-01\n"
        "Found 1 error, 1 warning in 3 files (46 items). Hidden: 1 waived.\n"
    )


def test_without_findings_there_is_the_summary_only() -> None:
    assert log(answer()) == "No findings in 3 files (46 items).\n"


def test_ten_of_each_kind_fit() -> None:
    made = commands(log(many(10, 10, 10)))
    assert [(command.name, command.data.split("\n")[0]) for command in made] == [
        *(("error", f"error {number}") for number in range(1, 11)),
        *(("warning", f"warning {number}") for number in range(1, 11)),
        *(("notice", f"info {number}") for number in range(1, 11)),
    ]


@pytest.mark.parametrize(
    ("found", "shown", "more"),
    [
        ((11, 0, 0), (10, 0, 0), "1 error"),
        ((12, 25, 9), (10, 10, 9), "2 errors, 15 warnings"),
        ((12, 0, 10), (10, 0, 9), "2 errors, 1 info"),
        ((0, 0, 11), (0, 0, 9), "2 infos"),
        ((3, 4, 1000), (3, 4, 9), "991 infos"),
    ],
)
def test_what_has_no_room_is_told_in_a_notice(
    found: tuple[int, int, int], shown: tuple[int, int, int], more: str
) -> None:
    *made, last = commands(log(many(*found)))
    names = [command.name for command in made]
    assert (names.count("error"), names.count("warning"), names.count("notice")) == shown
    assert (last.name, last.properties) == ("notice", {"title": "alignplan"})
    assert last.data == (
        f"{more} without an annotation: GitHub shows 10 of each kind for a step\n"
        "`alignplan check -f concise` lists all"
    )


def test_a_path_comes_back_as_it_is_and_a_message_as_a_terminal_would_show_it() -> None:
    odd = replace(
        ORPHAN, spot=Spot("a,b:c %0A\n100%.yaml", 1, 1, 1, 2), message="50 %0A\n::error::x\x1b", help=""
    )
    (made,) = commands(log(answer(odd)))
    assert made.properties["file"] == "a,b:c %0A\n100%.yaml"
    assert made.data == "50 %0A\\n::error::x\\u{1b}"


def test_ascii_is_enough() -> None:
    text = log(answer(replace(ORPHAN, message="√ – ✔", spot=Spot("é.yaml", 1, 1, 1, 2))), "ascii")
    assert text.isascii()
    (made,) = commands(text)
    assert made.data.startswith("\\u{221a} - yes")
    assert made.properties["file"] == "\\u{e9}.yaml"


def test_ten_of_each_are_the_most_however_many_there_are() -> None:
    assert len(list(github.render(many(500, 500, 500), Ink()))) == 31


def assert_read_back(text: str) -> None:
    of = answer_with(text)
    printed = log(of)
    assert_calm(printed)
    first, second = commands(printed)
    assert len(printed.splitlines()) == 3
    assert (first.name, second.name) == ("error", "warning")
    assert list(first.properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert first.data.split("\n") == [terminal(f"a{text}z"), *([terminal(f"help: {text}")] if text else [])]
    if all(char in "\r\n:#" or terminal(char) == char for char in text) and "##" not in text:
        assert first.properties["file"] == f"{text}.yaml"
    assert first.properties["title"] == "A101 orphan"


def test_hostile_texts_make_no_command_of_their_own(hostile: str) -> None:
    assert_read_back(hostile)


@given(HOSTILE_TEXT)
def test_any_text_comes_back_and_nothing_else(text: str) -> None:
    assert_read_back(text)


def test_waived_findings_make_no_annotation() -> None:
    assert commands(log(answer(WAIVED))) == []


def test_the_gravest_come_first_in_the_order_of_the_answer() -> None:
    def at(line: int, severity: Severity) -> Reported:
        return replace(ORPHAN, severity=severity, spot=Spot("a.yaml", line, 1, line, 2))

    mixed = answer(
        at(1, Severity.INFO), at(2, Severity.ERROR), at(3, Severity.WARNING), at(4, Severity.ERROR)
    )
    assert [command.properties["line"] for command in commands(log(mixed))] == ["2", "4", "3", "1"]
