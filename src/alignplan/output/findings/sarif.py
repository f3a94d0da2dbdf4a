"""`sarif`: SARIF 2.1.0, for code scanning and the editors and dashboards that read it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import INTERNAL, CheckAnswer, LocatedRelated, Reported, RuleNote, Spot
from alignplan.output.escape import sarif, terminal, uri_path
from alignplan.output.fingerprints import fingerprints
from alignplan.output.ink import Ink
from alignplan.output.json import dumps
from alignplan.output.reflow import reflowed
from alignplan.output.telling import told
from alignplan.version import VERSION

__all__ = ["FOR_PROGRAMS", "TELLS_OF_RULES", "render"]

FOR_PROGRAMS = True
TELLS_OF_RULES = True

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/alignplan/alignplan"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_FINGERPRINT = "alignplan/v1"

Data = dict[str, object]


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """The whole document on one line. Waived findings are suppressed results, a rule that crashed is a notification."""
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(answer)]}
    yield dumps(document, ascii=not ink.carries_all, compact=True)


def _run(answer: CheckAnswer) -> Data:
    pairs = [
        (finding, print_)
        for finding, print_ in zip(answer.findings, fingerprints(answer), strict=True)
        if finding.code != INTERNAL
    ]
    rules = _rules(answer)
    place_of = {rule.code: place for place, rule in enumerate(rules)}
    urls = {finding.code: finding.url for finding, _ in pairs}
    return {
        "tool": {
            "driver": {
                "name": "alignplan",
                "version": VERSION,
                "informationUri": _HOME,
                "rules": [_rule(rule, urls[rule.code]) for rule in rules],
            }
        },
        "invocations": [_invocation(answer)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that paths are relative to."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, print_, place_of[finding.code]) for finding, print_ in pairs],
    }


def _invocation(answer: CheckAnswer) -> Data:
    crashes = [_notification(finding) for finding in answer.findings if finding.code == INTERNAL]
    notified = {"toolExecutionNotifications": crashes} if crashes else {}
    return {"executionSuccessful": not crashes, **notified, "properties": _properties(answer)}


def _properties(answer: CheckAnswer) -> Data:
    """The day; what is known is left out of the results, and counted here; bounds on figures are no results either."""
    summary = answer.summary
    known = {"baseline": summary.baseline, "since": summary.since}
    hidden: Data = {"hidden": known} if any(known.values()) else {}
    gates: Data = {"gates": answer.gates} if answer.gates else {}
    return {"asOf": answer.as_of, **hidden, **gates}


def _notification(finding: Reported) -> Data:
    return {"level": "error", "message": _message(finding)}


def _rules(answer: CheckAnswer) -> list[RuleNote]:
    """The rules that found something, by code."""
    known = {rule.code: rule for rule in answer.rules}
    found: dict[str, RuleNote] = {}
    for finding in answer.findings:
        if finding.code != INTERNAL and finding.code not in found:
            plain = RuleNote(finding.code, finding.name, finding.severity)
            found[finding.code] = known.get(finding.code, plain)
    return [found[code] for code in sorted(found)]


def _rule(rule: RuleNote, url: str) -> Data:
    return {
        "id": rule.code,
        "name": rule.name,
        **(_documentation(rule.page.strip()) if rule.page else {}),
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _documentation(page: str) -> Data:
    """A page begins with a sentence, says why in some paragraphs, and goes on with examples under headings."""
    title, _, rest = page.partition("\n\n")
    about = rest.partition("\n\n## ")[0]
    return {
        "shortDescription": {"text": _on_one_line(title)},
        "fullDescription": {"text": _on_one_line(about.partition("\n\n")[0] or title)},
        "help": {"text": _unbroken(f"{title}\n\n{about}".strip()), "markdown": page},
    }


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _unbroken(text: str) -> str:
    """Paragraphs without line ends of their own: viewers break lines themselves."""
    return "\n".join(reflowed(text, len(text) + 1))


def _result(finding: Reported, fingerprint: str, rule: int) -> Data:
    related = [_related(number, entry) for number, entry in enumerate(finding.related)]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": _message(finding),
        "locations": [_location(finding.spot, finding.item)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "suppressions": _suppressions(finding),
    }


def _suppressions(finding: Reported) -> list[Data]:
    """Empty where there is none: without the list a reader could not know."""
    if finding.waived is None:
        return []
    until: Data = {"properties": {"until": finding.waived.until}} if finding.waived.until else {}
    reason = terminal(finding.waived.reason)
    return [{"kind": "inSource", "status": "accepted", "justification": reason, **until}]


def _message(finding: Reported) -> Data:
    return {"text": "\n".join(map(sarif, told(finding)))}


def _related(number: int, related: LocatedRelated) -> Data:
    message = {"text": sarif(related.message)}
    return {"id": number, "physicalLocation": _physical(related.spot), "message": message}


def _location(spot: Spot, item: str) -> Data:
    logical = {"logicalLocations": [{"fullyQualifiedName": terminal(item)}]} if item else {}
    return {"physicalLocation": _physical(spot), **logical}


def _physical(spot: Spot) -> Data:
    return {
        "artifactLocation": {"uri": uri_path(spot.path), "uriBaseId": _ROOT},
        "region": {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        },
    }
