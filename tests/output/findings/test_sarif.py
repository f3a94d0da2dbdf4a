"""SARIF 2.1.0: the objects that are used, with no key that the standard does not know, and texts as it wants them."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.output.findings.sample import (
    HOSTILE_TEXT,
    LATE,
    NO_YAML,
    ORPHAN,
    RULES,
    URL,
    WAIVED,
    answer,
    answer_with,
    assert_calm,
)

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import INTERNAL, CheckAnswer, Spot
from alignplan.output.escape import terminal
from alignplan.output.findings import sarif
from alignplan.output.fingerprints import fingerprints
from alignplan.output.ink import Ink
from alignplan.version import VERSION

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
NUMBER = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def record(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


def listed(schema: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"type": "array", "items": schema, **more}


# The numbers are those of the sections of the standard.
MESSAGE = record({"text": TEXT})  # 3.11
DESCRIPTION = record({"text": TEXT}, {"markdown": TEXT})  # 3.12
ARTIFACT = record({"uri": TEXT, "uriBaseId": {"const": "%SRCROOT%"}})  # 3.4
REGION = record(dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER))  # 3.30
PHYSICAL = record({"artifactLocation": ARTIFACT, "region": REGION})  # 3.29
LOCATION = record(
    {"physicalLocation": PHYSICAL},
    {"logicalLocations": listed(record({"fullyQualifiedName": TEXT}), minItems=1, uniqueItems=True)},
)  # 3.28
RELATED = record({"id": COUNT, "physicalLocation": PHYSICAL, "message": record({"text": {"type": "string"}})})
SUPPRESSION = record(
    {"kind": {"enum": ["inSource", "external"]}, "status": {"const": "accepted"}, "justification": {"type": "string"}},
    {"properties": {"type": "object"}},
)  # fmt: skip
RESULT = record(
    {
        "ruleId": TEXT,
        "ruleIndex": COUNT,
        "level": LEVEL,
        "message": MESSAGE,
        "locations": listed(LOCATION, minItems=1, maxItems=1),
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
        "suppressions": listed(SUPPRESSION, uniqueItems=True),
    },
    {"relatedLocations": listed(RELATED, minItems=1, uniqueItems=True)},
)  # 3.27
RULE = record(
    {"id": TEXT, "name": TEXT, "defaultConfiguration": record({"level": LEVEL})},
    {
        "shortDescription": DESCRIPTION,
        "fullDescription": DESCRIPTION,
        "help": DESCRIPTION,
        "helpUri": {"type": "string", "format": "uri"},
    },
)  # 3.49
NOTIFICATION = record({"level": LEVEL, "message": MESSAGE})  # 3.58
INVOCATION = record(
    {"executionSuccessful": {"type": "boolean"}},
    {"toolExecutionNotifications": listed(NOTIFICATION), "properties": {"type": "object"}},
)  # 3.20
DRIVER = record(
    {"name": TEXT, "version": TEXT, "informationUri": TEXT, "rules": listed(RULE, uniqueItems=True)}
)  # 3.19
RUN = record(
    {
        "tool": record({"driver": DRIVER}),
        "invocations": listed(INVOCATION, minItems=1),
        "originalUriBaseIds": {
            "type": "object",
            "additionalProperties": record({"description": MESSAGE}),
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": listed(RESULT),
    }
)  # 3.14
LOG = Draft202012Validator(
    record({"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": listed(RUN, minItems=1, maxItems=1)})
)


def run_of(of: CheckAnswer, ink: Ink | None = None) -> dict[str, Any]:
    (text,) = sarif.render(of, ink or Ink())
    assert_calm(text)
    log = json.loads(text)
    LOG.validate(log)
    run: dict[str, Any] = log["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    return run


def shown(text: str) -> str:
    """A plain text message as a viewer shows it: no placeholder is left, and no link."""
    braces = text.replace("{{", "").replace("}}", "")
    assert not re.search("[{}]", braces), text
    text = text.replace("{{", "{").replace("}}", "}")
    for slashes in re.findall(r"(\\*)\[[^\]]*\]\(", text):
        assert len(slashes) % 2 == 1, text
    return re.sub(r"(\\*)\\\[(?=[^\]]*\]\()", lambda match: match[1][::2] + "[", text)


def test_a_result_with_all_that_it_can_have() -> None:
    of = answer(LATE)
    assert run_of(of)["results"] == [
        {
            "ruleId": "S404",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "`billing` was due on 2026-02-01"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "tactics/ops.yaml", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 7, "startColumn": 10, "endLine": 8, "endColumn": 3},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "billing"}],
                }
            ],
            "relatedLocations": [
                {
                    "id": 0,
                    "physicalLocation": {
                        "artifactLocation": {"uri": "people.yaml", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4},
                    },
                    "message": {"text": "owned here"},
                }
            ],
            "partialFingerprints": {"alignplan/v1": fingerprints(of)[0]},
            "suppressions": [],
        }
    ]


def test_the_run_says_who_looked_when_and_how_columns_count() -> None:
    run = run_of(answer())
    assert run["tool"]["driver"] == {
        "name": "alignplan",
        "version": VERSION,
        "informationUri": "https://github.com/alignplan/alignplan",
        "rules": [],
    }
    assert run["invocations"] == [{"executionSuccessful": True, "properties": {"asOf": "2026-03-01"}}]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == []


def test_rules_that_found_something_come_with_their_page() -> None:
    run = run_of(replace(answer(LATE, ORPHAN, LATE), rules=RULES))
    first, second = run["tool"]["driver"]["rules"]
    assert first == {
        "id": "A101",
        "name": "orphan-tactic",
        "shortDescription": {"text": "A tactic that supports no objective."},
        "fullDescription": {"text": "A live tactic costs people and money."},
        "help": {
            "text": "A tactic that supports no objective.\n\nA live tactic costs people and money.\n\n"
            "Tactics that are done are not judged.",
            "markdown": RULES[0].page.strip(),
        },
        "helpUri": f"{URL}A101.html",
        "defaultConfiguration": {"level": "warning"},
    }
    assert (second["id"], second["name"]) == ("S404", "overdue")
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0, 1]
    assert run["results"][1]["level"] == "error"


def test_a_waived_finding_is_a_suppressed_result_and_all_results_say_whether_they_are() -> None:
    waived, open_ = run_of(answer(WAIVED, ORPHAN))["results"]
    assert waived["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "the owner comes in May",
            "properties": {"until": "2026-05-31"},
        }
    ]
    assert waived["level"] == "note"
    assert open_["suppressions"] == []


def test_a_rule_that_crashed_is_a_notification_and_no_result() -> None:
    crash = replace(NO_YAML, code=INTERNAL, name="internal-error", message="the rule A101 failed: {x}")
    run = run_of(answer(crash, ORPHAN))
    assert [result["ruleId"] for result in run["results"]] == ["A101"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["A101"]
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [
        {"level": "error", "message": {"text": "the rule A101 failed: {{x}}"}}
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plan/a.yaml", "plan/a.yaml"),
        ("my plan/ä.yaml", "my%20plan/%C3%A4.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("50%.yaml", "50%25.yaml"),
        ("a#b?c.yaml", "a%23b%3Fc.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
        ("a\nb.yaml", "a%0Ab.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_paths_are_relative_uris(path: str, uri: str) -> None:
    found = run_of(answer(replace(ORPHAN, spot=Spot(path, 1, 1, 1, 2))))["results"][0]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert unquote_to_bytes(uri) == os.fsencode(path)
    assert urlsplit(uri)[:2] == ("", "")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("add `moves: {k: …}`", "add `moves: {{k: …}}`"),
        ("{0}", "{{0}}"),
        ("[here](0)", "\\[here](0)"),
        ("[a] and (b) [c] (d)", "[a] and (b) [c] (d)"),
        ("[[x]](http://evil.example)", "[[x]](http://evil.example)"),
        ("[x\\](1)", "\\[x\\](1)"),
        ("\\[x](1)", "\\\\\\[x](1)"),
    ],
)
def test_nothing_in_a_text_is_a_placeholder_or_a_link(text: str, written: str) -> None:
    found = run_of(answer(replace(ORPHAN, message=text, help="")))["results"][0]
    assert found["message"]["text"] == written


def assert_carried(text: str) -> None:
    run = run_of(answer_with(text))
    told, _, waived = run["results"]
    first, *rest = told["message"]["text"].split("\n")
    assert shown(first) == terminal(f"a{text}z")
    assert len(rest) == bool(text)
    assert waived["suppressions"][0]["justification"] == terminal(text)
    uri = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert unquote_to_bytes(uri).decode() == f"{text}.yaml"


def test_hostile_texts_are_carried(hostile: str) -> None:
    assert_carried(hostile)


@given(HOSTILE_TEXT)
def test_any_text_is_carried_and_nothing_else(text: str) -> None:
    assert_carried(text)


def test_severities() -> None:
    found = run_of(answer(*(replace(ORPHAN, severity=severity) for severity in Severity)))["results"]
    assert [result["level"] for result in found] == ["error", "warning", "note"]


def test_an_encoding_that_lacks_letters_gets_ascii() -> None:
    odd = answer(replace(ORPHAN, message="é ✔"))
    (text,) = sarif.render(odd, Ink(encoding="ascii"))
    assert text.isascii()
    assert json.loads(text)["runs"][0] == run_of(odd)
