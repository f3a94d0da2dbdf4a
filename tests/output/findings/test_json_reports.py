"""`gitlab` and `rdjson`, held against what their readers document."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.output.findings.sample import (
    HOSTILE_TEXT,
    LATE,
    NO_YAML,
    ORPHAN,
    URL,
    WAIVED,
    answer,
    answer_with,
    assert_calm,
)

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Excerpt, Reported, Spot
from alignplan.output.escape import terminal
from alignplan.output.findings import gitlab, rdjson
from alignplan.output.fingerprints import fingerprints
from alignplan.output.ink import Ink

TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}


def record(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


# GitLab, "Code Quality report format": a JSON array, without a byte order mark, of these objects.
ISSUE = record(
    {
        "description": TEXT,
        "check_name": TEXT,
        "fingerprint": TEXT,
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": record(
            {"path": {"type": "string", "pattern": r"^(?!\./|/)"}, "lines": record({"begin": LINE})}
        ),
    }
)
GITLAB = Draft202012Validator({"type": "array", "items": ISSUE})

# Reviewdog Diagnostic Format, the message `DiagnosticResult`: unknown fields are an error to its reader.
POSITION = record({"line": LINE}, {"column": LINE})
SOURCE = record({"name": TEXT}, {"url": TEXT})
DIAGNOSTIC = record(
    {"message": TEXT, "location": record({"path": TEXT}, {"range": record({"start": POSITION}, {"end": POSITION})})},
    {
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "code": record({"value": TEXT}, {"url": TEXT}),
        "source": SOURCE,
    },
)  # fmt: skip
RDJSON = Draft202012Validator(
    record({"diagnostics": {"type": "array", "items": DIAGNOSTIC}}, {"source": SOURCE})
)

Render = Callable[[CheckAnswer, Ink], Any]


def read(render: Render, of: CheckAnswer, ink: Ink | None = None) -> Any:
    (text,) = render(of, ink or Ink())
    assert_calm(text)
    data = json.loads(text)
    (GITLAB if render is gitlab.render else RDJSON).validate(data)
    return data


def strict(value: Any) -> None:
    """Go's and Ruby's readers refuse half a surrogate pair anywhere in a document."""
    json.dumps(value, ensure_ascii=False).encode("utf-8")


def test_a_code_quality_report() -> None:
    assert read(gitlab.render, answer(ORPHAN, WAIVED, NO_YAML)) == [
        {
            "description": "A101 orphan-tactic: `trade-newsletter` serves no objective",
            "check_name": "A101",
            "fingerprint": fingerprints(answer(ORPHAN))[0],
            "severity": "major",
            "location": {"path": "tactics/growth.yaml", "lines": {"begin": 41}},
        },
        {
            "description": "E002 yaml-syntax: a bracket is never closed",
            "check_name": "E002",
            "fingerprint": fingerprints(answer(NO_YAML))[0],
            "severity": "major",
            "location": {"path": "broken.yaml", "lines": {"begin": 1}},
        },
    ]


@pytest.mark.parametrize(
    ("severity", "theirs"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.INFO, "info")]
)
def test_severities_of_gitlab(severity: Severity, theirs: str) -> None:
    assert read(gitlab.render, answer(replace(ORPHAN, severity=severity)))[0]["severity"] == theirs


def test_without_findings_the_reports_are_empty_and_valid() -> None:
    assert read(gitlab.render, answer()) == []
    assert read(rdjson.render, answer(WAIVED))["diagnostics"] == []


def test_fingerprints_of_a_report_are_unique_and_do_not_depend_on_what_is_waived() -> None:
    waived = replace(ORPHAN, waived=WAIVED.waived)
    (left,) = read(gitlab.render, answer(waived, ORPHAN))
    assert left["fingerprint"] == read(gitlab.render, answer(ORPHAN, ORPHAN))[1]["fingerprint"]


def test_a_reviewdog_report() -> None:
    assert read(rdjson.render, answer(ORPHAN, WAIVED)) == {
        "source": {"name": "alignplan", "url": "https://github.com/alignplan/alignplan"},
        "diagnostics": [
            {
                "message": "`trade-newsletter` serves no objective\n"
                "help: add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are",
                "location": {
                    "path": "tactics/growth.yaml",
                    "range": {"start": {"line": 41, "column": 3}, "end": {"line": 41, "column": 19}},
                },
                "severity": "ERROR",
                "code": {"value": "A101", "url": f"{URL}A101.html"},
            }
        ],
    }


def spanning(spot: tuple[int, int, int, int], *lines: str) -> Reported:
    excerpt = Excerpt(spot[0], lines) if lines else None
    return replace(LATE, spot=Spot("a.yaml", *spot), excerpt=excerpt)


@pytest.mark.parametrize(
    ("finding", "start", "end"),
    [
        (spanning((7, 3, 7, 5), "  ab: 1"), (7, 3), (7, 5)),
        (spanning((7, 4, 7, 5), "é😀x: 1"), (7, 8), (7, 9)),
        (spanning((7, 2, 7, 3), "a𐐀b"), (7, 2), (7, 6)),
        (spanning((7, 3, 8, 3), "ä: [", "ö, b]"), (7, 4), (8, 4)),
        (spanning((7, 3, 7, 3), "ä"), (7, 3), (7, 3)),
        (spanning((1, 1, 1, 1)), (1, 1), (1, 1)),
        (spanning((7, 3, 7, 5)), (7, None), (7, None)),
        (spanning((7, 1, 9, 4), "a", "b"), (7, None), (9, None)),
    ],
)
def test_columns_of_reviewdog_count_bytes(
    finding: Reported, start: tuple[int, int | None], end: tuple[int, int | None]
) -> None:
    place = read(rdjson.render, answer(finding))["diagnostics"][0]["location"]["range"]
    assert (place["start"]["line"], place["start"].get("column")) == start
    assert (place["end"]["line"], place["end"].get("column")) == end


def assert_carried(text: str) -> None:
    of = answer_with(text)
    issues = read(gitlab.render, of)
    result = read(rdjson.render, of)
    strict(issues)
    strict(result)
    assert issues[0]["description"] == terminal(f"A101 orphan: a{text}z")
    assert [issue["check_name"] for issue in issues] == ["A101", "E002"]
    first, _ = result["diagnostics"]
    assert first["message"].split("\n")[0] == terminal(f"a{text}z")
    paths = (issues[0]["location"]["path"], first["location"]["path"])
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert paths == (f"{text}.yaml", f"{text}.yaml")


def test_hostile_texts_are_carried(hostile: str) -> None:
    if not hostile.startswith(("/", "./")):
        assert_carried(hostile)


@given(HOSTILE_TEXT.filter(lambda text: not text.startswith(("/", "./")) and text != ""))
def test_any_text_is_carried_and_nothing_else(text: str) -> None:
    assert_carried(text)


@pytest.mark.parametrize("render", [gitlab.render, rdjson.render])
def test_an_encoding_that_lacks_letters_gets_ascii(render: Render) -> None:
    odd = answer(replace(ORPHAN, message="é ✔"))
    (text,) = render(odd, Ink(encoding="ascii"))
    assert text.isascii()
    assert read(render, odd) == json.loads(text)
