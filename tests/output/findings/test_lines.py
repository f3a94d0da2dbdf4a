"""`grouped` and `json-lines`: findings line by line, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from jsonschema import Draft202012Validator
from tests.output.findings.sample import (
    HOSTILE_TEXT,
    LATE,
    NO_YAML,
    ORPHAN,
    WAIVED,
    answer,
    answer_with,
    assert_calm,
)

from alignplan.diagnostics.report import CheckAnswer, Spot
from alignplan.output.contracts.check import FINDING
from alignplan.output.findings import grouped, json_lines
from alignplan.output.findings import json as as_json
from alignplan.output.ink import Ink


def lines(of: CheckAnswer, ink: Ink | None = None) -> list[str]:
    return list(grouped.render(of, ink or Ink()))


def test_findings_stand_below_the_path_of_their_file() -> None:
    near = replace(LATE, spot=Spot("tactics/growth.yaml", 7, 3, 7, 9))
    assert lines(answer(ORPHAN, WAIVED, near, NO_YAML)) == [
        "tactics/growth.yaml",
        "  41:3  error[A101]    `trade-newsletter` serves no objective",
        "  7:3   warning[S404]  `billing` was due on 2026-02-01",
        "",
        "broken.yaml",
        "  1:1  error[E002]  a bracket is never closed",
        "",
        "Found 2 errors, 1 warning in 3 files (46 items). Hidden: 1 waived.",
    ]


def test_without_findings_the_summary_is_all() -> None:
    assert lines(answer()) == ["No findings in 3 files (46 items)."]


def test_colour_changes_no_column() -> None:
    painted = lines(answer(ORPHAN, LATE), Ink(colour=True))
    assert painted[1] == (
        "  \x1b[2m41:3\x1b[0m  \x1b[1;31merror[A101]\x1b[0m  `trade-newsletter` serves no objective"
    )
    plain = [line.replace("\x1b[0m", "") for line in painted]
    for code in ("1", "2", "1;31", "1;33"):
        plain = [line.replace(f"\x1b[{code}m", "") for line in plain]
    assert plain == lines(answer(ORPHAN, LATE))


def test_hostile_texts_add_no_line(hostile: str) -> None:
    made = lines(answer_with(f"a{hostile}z"))
    assert len(made) == 5
    assert not [line for line in made if "\n" in line]
    assert_calm("\n".join(made))


def test_a_line_of_json_for_each_finding() -> None:
    first, second = json_lines.render(answer(NO_YAML, WAIVED), Ink())
    assert first == (
        '{"code": "E002", "name": "yaml-syntax", "severity": "error", "item": null, "field": null, '
        '"message": "a bracket is never closed", "help": "", "path": "broken.yaml", "line": 1, "column": 1, '
        '"end_line": 1, "end_column": 1, "url": "", "fixable": false, "fix": null, "related": [], "waived": null}'
    )
    assert json.loads(second)["waived"] == {"reason": "the owner comes in May", "until": "2026-05-31"}


def test_without_findings_there_is_no_line() -> None:
    assert list(json_lines.render(answer(), Ink())) == []


@given(HOSTILE_TEXT)
def test_each_line_is_the_finding_of_the_contract(text: str) -> None:
    of = answer_with(text)
    made = list(json_lines.render(of, Ink()))
    (whole,) = as_json.render(of, Ink())
    assert not [line for line in made if len(line.splitlines()) != 1]
    assert_calm("".join(made))
    assert [json.loads(line) for line in made] == json.loads(whole)["findings"]
    for line in made:
        Draft202012Validator(FINDING).validate(json.loads(line))


def test_an_encoding_that_lacks_letters_gets_ascii() -> None:
    (line,) = json_lines.render(answer(replace(NO_YAML, message="é")), Ink(encoding="latin-1"))
    assert line.isascii()
    assert json.loads(line)["message"] == "é"
