"""`junit`: JUnit XML for the test reports of CI systems: a suite for each rule that ran, a case for each finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from enum import StrEnum

from alignplan.diagnostics.report import INTERNAL, CheckAnswer, Reported, RuleNote
from alignplan.output.escape import Tagged, terminal, xml
from alignplan.output.ink import Ink
from alignplan.output.telling import told

__all__ = ["FOR_PROGRAMS", "TELLS_OF_RULES", "render"]

FOR_PROGRAMS = True
TELLS_OF_RULES = True


class _Outcome(StrEnum):
    """What a case that did not pass is called."""

    FAILURE = "failure"
    ERROR = "error"
    SKIPPED = "skipped"


_COUNTED = {"failures": _Outcome.FAILURE, "errors": _Outcome.ERROR, "skipped": _Outcome.SKIPPED}


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """The whole document. A rule that found nothing is one case that passed.

    What fails the check is a failure. What does not, and what is waived, is skipped and says why, so that the report
    and the exit code agree. The day of the check stands for the time of the run: the same input gives the same bytes.
    """
    for line in _document(answer):
        yield line if ink.carries_all else line.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _document(answer: CheckAnswer) -> Iterator[Tagged]:
    found: defaultdict[str, list[Reported]] = defaultdict(list)
    for finding in answer.findings:
        found[finding.code].append(finding)
    rules = {rule.code: rule for rule in answer.rules}
    for finding in answer.findings:
        rules.setdefault(finding.code, RuleNote(finding.code, finding.name, finding.severity))
    yield Tagged('<?xml version="1.0" encoding="UTF-8"?>')
    yield Tagged("<testsuites>")
    for number, rule in enumerate(rules.values()):
        yield from _suite(number, rule, found[rule.code], answer)
    if answer.gates:
        yield from _gates(len(rules), answer)
    yield Tagged("</testsuites>")


def _suite(number: int, rule: RuleNote, findings: list[Reported], answer: CheckAnswer) -> Iterator[Tagged]:
    outcomes = [_outcome(finding, answer) for finding in findings]
    name = _token(f"{rule.code} {rule.name}")
    counts = " ".join(f'{key}="{outcomes.count(outcome)}"' for key, outcome in _COUNTED.items())
    about = f'id="{number}" package="alignplan" name="{name}" timestamp="{xml(answer.as_of)}T00:00:00"'
    tests = f'tests="{len(findings) or 1}" {counts} time="0" hostname="localhost"'
    yield Tagged(f"  <testsuite {about} {tests}>")
    yield Tagged("    <properties/>")
    if not findings:
        yield Tagged(f'    <testcase classname="alignplan.{name}" name="{name}" time="0"/>')
    for case, finding, outcome in zip(_names(findings), findings, outcomes, strict=True):
        yield Tagged(f'    <testcase classname="alignplan.{name}" name="{case}" time="0">')
        yield _told(finding, outcome)
        yield Tagged("    </testcase>")
    yield Tagged("    <system-out/>")
    yield Tagged("    <system-err/>")
    yield Tagged("  </testsuite>")


def _gates(number: int, answer: CheckAnswer) -> Iterator[Tagged]:
    """The bounds on figures as a suite of its own, a case each."""
    failures = sum(not gate.met for gate in answer.gates)
    about = f'id="{number}" package="alignplan" name="gates" timestamp="{xml(answer.as_of)}T00:00:00"'
    tests = f'tests="{len(answer.gates)}" failures="{failures}" errors="0" skipped="0" time="0" hostname="localhost"'
    yield Tagged(f"  <testsuite {about} {tests}>")
    yield Tagged("    <properties/>")
    for gate in answer.gates:
        option = "min" if gate.low is not None else "max"
        name = _token(f"{gate.root} {option} {gate.figure}")
        yield Tagged(f'    <testcase classname="alignplan.gates" name="{name}" time="0">')
        if not gate.met:
            yield Tagged(f'      <failure type="gate" message="{xml(gate.text)}">{xml(gate.text)}</failure>')
        yield Tagged("    </testcase>")
    yield Tagged("    <system-out/>")
    yield Tagged("    <system-err/>")
    yield Tagged("  </testsuite>")


def _outcome(finding: Reported, answer: CheckAnswer) -> _Outcome:
    if finding.code == INTERNAL:
        return _Outcome.ERROR
    fails_from = answer.fails_from
    fails = fails_from is not None and finding.severity.rank <= fails_from.rank
    return _Outcome.FAILURE if fails and finding.waived is None else _Outcome.SKIPPED


def _names(findings: list[Reported]) -> Iterator[Tagged]:
    """The item and field of each, or its file and route: the name by which CI systems know a case again."""
    seen: Counter[Tagged] = Counter()
    for finding in findings:
        name = _token(" ".join(part for part in finding.identity[1:] if part)) or _token(finding.code)
        seen[name] += 1
        yield Tagged(f"{name} ({seen[name]})") if seen[name] > 1 else name


def _told(finding: Reported, outcome: _Outcome) -> Tagged:
    spot = finding.spot
    place = f"{spot.path}:{spot.line}:{spot.column}: {finding.severity.value}[{finding.code}]"
    text = "\n".join(map(xml, [place, *told(finding)]))
    kind = "" if outcome is _Outcome.SKIPPED else f' type="{finding.severity.value}"'
    message = _reason(finding) if outcome is _Outcome.SKIPPED else finding.message
    return Tagged(f'      <{outcome}{kind} message="{xml(message)}">{text}</{outcome}>')


def _reason(finding: Reported) -> str:
    """Why a finding fails nothing."""
    waived = finding.waived
    if waived is None:
        return f"{finding.severity.value}, does not fail this check: {finding.message}"
    return f"waived: {waived.reason}" + (f", until {waived.until}" if waived.until else "")


def _token(text: str) -> Tagged:
    """Text for an attribute of which readers take several blanks for one."""
    return xml(" ".join(word for word in terminal(text).split(" ") if word))
