"""The answer of `check` as plain data, and back."""

from __future__ import annotations

from typing import Any

from alignplan.diagnostics.finding import Safety, Severity
from alignplan.diagnostics.report import CheckAnswer, Excerpt, LocatedRelated, Reported, Spot, Summary, Waiver

__all__ = ["from_data", "to_data"]

_SUMMARY = ("files", "items", "error", "warning", "info", "waived", "baseline", "waiver_ends", "since")


def to_data(answer: CheckAnswer) -> list[Any]:
    """Lists of texts and numbers, in a fixed order."""
    summary = [getattr(answer.summary, name) for name in _SUMMARY]
    return [answer.as_of, answer.root, summary, [_finding(entry) for entry in answer.findings]]


def from_data(data: list[Any]) -> CheckAnswer:
    """The answer again."""
    as_of, root, summary, findings = data
    return CheckAnswer(as_of, root, tuple(_reported(entry) for entry in findings), Summary(*summary))


def _finding(entry: Reported) -> list[Any]:
    related = [[_spot(other.spot), other.message, _excerpt(other.excerpt)] for other in entry.related]
    waived = None if entry.waived is None else [entry.waived.reason, entry.waived.until]
    return [entry.code, entry.name, entry.severity.value, entry.message, _spot(entry.spot), entry.item, entry.field,
            entry.label, entry.help, entry.url, entry.fix and entry.fix.value, _excerpt(entry.excerpt), related, waived,
            entry.route]  # fmt: skip


def _reported(data: list[Any]) -> Reported:
    code, name, severity, message, spot, item, field, label, help, url, fix, *rest = data
    excerpt, related, waived, route = rest
    return Reported(
        code=code,
        name=name,
        severity=Severity(severity),
        message=message,
        spot=Spot(*spot),
        item=item,
        field=field,
        label=label,
        help=help,
        url=url,
        fix=None if fix is None else Safety(fix),
        excerpt=_excerpted(excerpt),
        related=tuple(
            LocatedRelated(Spot(*there), words, _excerpted(lines)) for there, words, lines in related
        ),
        waived=None if waived is None else Waiver(*waived),
        route=route,
    )


def _spot(spot: Spot) -> list[Any]:
    return [spot.path, spot.line, spot.column, spot.end_line, spot.end_column]


def _excerpt(excerpt: Excerpt | None) -> list[Any] | None:
    return None if excerpt is None else [excerpt.first, list(excerpt.lines)]


def _excerpted(data: list[Any] | None) -> Excerpt | None:
    return None if data is None else Excerpt(data[0], tuple(data[1]))
