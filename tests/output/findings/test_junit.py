"""JUnit XML: as strict as its schema, whatever a plan says, and of one opinion with the exit code."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from tests.output.findings.sample import (
    HOSTILE_TEXT,
    LATE,
    NO_YAML,
    ORPHAN,
    RULES,
    WAIVED,
    answer,
    answer_with,
    assert_calm,
)

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import INTERNAL, CheckAnswer, Gate
from alignplan.output.escape import terminal
from alignplan.output.findings import junit
from alignplan.output.ink import Ink

SUITE = {"id", "package", "name", "timestamp", "hostname", "tests", "failures", "errors", "skipped", "time"}


def printed(of: CheckAnswer, ink: Ink | None = None) -> str:
    return "".join(f"{line}\n" for line in junit.render(of, ink or Ink()))


def suites_of(of: CheckAnswer) -> list[ET.Element]:
    """The suites, held against the schema of Ant's report: attributes, order and kind of elements, tokens, counts."""
    text = printed(of)
    assert_calm(text)
    document = ET.fromstring(text.encode("utf-8"))
    assert document.tag == "testsuites"
    for number, suite in enumerate(document):
        assert set(suite.attrib) == SUITE
        assert suite.get("id") == str(number)
        assert [child.tag for child in suite] == [
            "properties",
            *(["testcase"] * int(suite.get("tests", ""))),
            "system-out",
            "system-err",
        ]
        cases = suite.findall("testcase")
        for kind, counted in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert len(suite.findall(f"testcase/{kind}")) == int(suite.get(counted, ""))
        for case in cases:
            assert set(case.attrib) == {"classname", "name", "time"}
            assert len(case) <= 1
            assert all(child.tag in ("failure", "error", "skipped") for child in case)
        for element in (suite, *cases):
            assert all(
                " ".join(value.split(" ")).strip(" ") == value != "" for value in element.attrib.values()
            )
            assert "  " not in element.get("name", "")
        names = [case.get("name") for case in cases]
        assert len(set(names)) == len(names)
    return list(document)


def test_a_suite_for_each_rule_and_a_case_for_each_finding() -> None:
    assert printed(replace(answer(ORPHAN, WAIVED, LATE), rules=RULES[:3])) == (
        """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite id="0" package="alignplan" name="A101 orphan-tactic" timestamp="2026-03-01T00:00:00" tests="1" \
failures="1" errors="0" skipped="0" time="0" hostname="localhost">
    <properties/>
    <testcase classname="alignplan.A101 orphan-tactic" name="trade-newsletter supports" time="0">
      <failure type="error" message="`trade-newsletter` serves no objective">\
tactics/growth.yaml:41:3: error[A101]
`trade-newsletter` serves no objective
help: add `supports: ID`; `alignplan ls kind:objective` lists the 5 there are</failure>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
  <testsuite id="1" package="alignplan" name="A102 unserved-objective" timestamp="2026-03-01T00:00:00" tests="1" \
failures="0" errors="0" skipped="0" time="0" hostname="localhost">
    <properties/>
    <testcase classname="alignplan.A102 unserved-objective" name="A102 unserved-objective" time="0"/>
    <system-out/>
    <system-err/>
  </testsuite>
  <testsuite id="2" package="alignplan" name="S404 overdue" timestamp="2026-03-01T00:00:00" tests="1" \
failures="0" errors="0" skipped="1" time="0" hostname="localhost">
    <properties/>
    <testcase classname="alignplan.S404 overdue" name="billing due" time="0">
      <skipped message="warning, does not fail this check: `billing` was due on 2026-02-01">\
tactics/ops.yaml:7:10: warning[S404]
`billing` was due on 2026-02-01</skipped>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
  <testsuite id="3" package="alignplan" name="T302 unowned" timestamp="2026-03-01T00:00:00" tests="1" \
failures="0" errors="0" skipped="1" time="0" hostname="localhost">
    <properties/>
    <testcase classname="alignplan.T302 unowned" name="mentors owner" time="0">
      <skipped message="waived: the owner comes in May, until 2026-05-31">tactics/growth.yaml:50:3: info[T302]
nobody owns `mentors`</skipped>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
</testsuites>
"""
    )
    suites_of(answer(ORPHAN, WAIVED, LATE))


@pytest.mark.parametrize(
    ("fails_from", "failures"),
    [
        (None, []),
        (Severity.ERROR, ["error"]),
        (Severity.WARNING, ["error", "warning"]),
        (Severity.INFO, ["error", "warning", "info"]),
    ],
)
def test_what_fails_the_check_is_a_failure_and_nothing_else(
    fails_from: Severity | None, failures: list[str]
) -> None:
    found = [replace(ORPHAN, severity=severity, item=severity.value) for severity in Severity]
    (suite,) = suites_of(replace(answer(*found, WAIVED), fails_from=fails_from))[:1]
    assert [failure.get("type") for failure in suite.findall("testcase/failure")] == failures
    assert len(suite.findall("testcase/skipped")) == 3 - len(failures)


def test_bounds_on_figures_are_a_suite_of_their_own() -> None:
    met = Gate("a.yaml", "coverage", "percent", 94.0, 90.0, None, True, "`coverage` is 94 %")
    unmet = Gate("a.yaml", "warnings", "count", 3, None, 0.0, False, "`warnings` is 3, <more> than 0")
    *_, suite = suites_of(replace(answer(), gates=(met, unmet)))
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("gates", "2", "1")
    one, other = suite.iter("testcase")
    assert (one.get("name"), list(one)) == ("a.yaml min coverage", [])
    assert (other.get("name"), other[0].get("message")) == (
        "a.yaml max warnings",
        "`warnings` is 3, <more> than 0",
    )


def test_without_findings_each_rule_has_passed() -> None:
    suites = suites_of(replace(answer(), rules=RULES))
    assert [suite.get("name") for suite in suites] == [f"{rule.code} {rule.name}" for rule in RULES]
    assert [len(case) for suite in suites for case in suite.findall("testcase")] == [0, 0, 0, 0]


def test_a_crashed_rule_is_an_error() -> None:
    crash = replace(NO_YAML, code=INTERNAL, name="internal-error", message="the rule A101 failed")
    (suite,) = suites_of(replace(answer(crash), fails_from=None))
    (error,) = suite.findall("testcase/error")
    assert error.get("message") == "the rule A101 failed"


def test_cases_have_names_that_stay_the_same_and_differ() -> None:
    again = replace(ORPHAN, message="again", spot=NO_YAML.spot)
    (first, second) = suites_of(answer(ORPHAN, NO_YAML, again, replace(ORPHAN, field="")))
    assert [case.get("name") for case in first.findall("testcase")] == [
        "trade-newsletter supports",
        "trade-newsletter supports (2)",
        "trade-newsletter",
    ]
    assert [case.get("name") for case in second.findall("testcase")] == ["broken.yaml objectives/x"]


def assert_carried(text: str) -> None:
    told, routed, waived = suites_of(answer_with(text))
    (failure,) = told.findall("testcase/failure")
    assert failure.get("message") == terminal(f"a{text}z")
    place, message, *rest = (failure.text or "").split("\n")
    assert place == terminal(f"{text}.yaml:7:3: error[A101]")
    assert message == terminal(f"a{text}z")
    assert rest == ([terminal(f"help: {text}")] if text else [])
    assert waived[1][0].get("message") == f"waived: {text}, until 2026-12-31" or terminal(text) != text
    assert routed[1][0].tag == "skipped"


def test_hostile_texts_are_carried(hostile: str) -> None:
    assert_carried(hostile)


@given(HOSTILE_TEXT)
def test_any_text_is_carried_and_nothing_else(text: str) -> None:
    assert_carried(text)


def test_an_encoding_that_lacks_letters_gets_references() -> None:
    odd = answer(replace(ORPHAN, message="é ✔ 😀"))
    text = printed(odd, Ink(encoding="cp1252"))
    assert text.isascii()
    assert ET.tostring(ET.fromstring(text)) == ET.tostring(ET.fromstring(printed(odd).encode()))
