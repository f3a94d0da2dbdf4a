"""The answer of `check` as the data of its contract, `check/1`."""

from __future__ import annotations

from alignplan.diagnostics.report import CheckAnswer, LocatedRelated, Reported, Spot

__all__ = ["check_data", "finding_data"]


def check_data(answer: CheckAnswer) -> dict[str, object]:
    """The answer as `check/1` has it."""
    summary = answer.summary
    return {
        "schema": "check/1",
        "as_of": answer.as_of,
        "root": answer.root,
        "findings": [finding_data(finding) for finding in answer.findings],
        "summary": {
            "files": summary.files,
            "items": summary.items,
            "error": summary.error,
            "warning": summary.warning,
            "info": summary.info,
            "waived": summary.waived,
            "baseline": summary.baseline,
            "since": summary.since,
        },
        "since": answer.since,
        "gates": answer.gates,
    }


def finding_data(finding: Reported) -> dict[str, object]:
    """One finding; what it does not have is null, an empty text where the contract wants a text."""
    waiver = finding.waived
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "item": finding.item or None,
        "field": finding.field or None,
        "message": finding.message,
        "help": finding.help,
        **_spot(finding.spot),
        "end_line": finding.spot.end_line,
        "end_column": finding.spot.end_column,
        "url": finding.url,
        "fixable": finding.fixable,
        "fix": finding.fix,
        "related": [_related(related) for related in finding.related],
        "waived": None if waiver is None else {"reason": waiver.reason, "until": waiver.until or None},
    }


def _related(related: LocatedRelated) -> dict[str, object]:
    return {**_spot(related.spot), "message": related.message}


def _spot(spot: Spot) -> dict[str, object]:
    return {"path": spot.path, "line": spot.line, "column": spot.column}
