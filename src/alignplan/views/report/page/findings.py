"""What `check` finds."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import Reported
from alignplan.output.check_data import check_data
from alignplan.output.document import Cell, Column, Prose, Row, Table, Tone
from alignplan.output.reports.interface import Answer, Fold, Part, Section
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 110
_MOST = 60
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.INFO: Tone.PLAIN}
_SIGNS = {Severity.ERROR: "× error", Severity.WARNING: "▲ warning", Severity.INFO: "○ info"}
_COLUMNS = (
    Column("severity", "severity"),
    Column("rule", "code"),
    Column("finding", "message"),
    Column("next step", "help"),
    Column("place", "path"),
)


def section(seen: Seen) -> Section | None:
    """The findings that are not waived, the gravest first; none where there are none."""
    answer = seen.beside.check
    found = answer.open
    if not found:
        return None
    parts: list[Part] = [Table(_COLUMNS, tuple(map(_row, found[:_MOST])))]
    if len(found) > _MOST:
        parts.append(Fold(f"{len(found) - _MOST} more", tuple(_more(found[_MOST:]))))
    lead = "What does not fit, by the rules of the project. `alignplan check` shows each with its lines."
    return Section(
        "findings",
        "Findings",
        lead,
        tuple(parts),
        {"check": Answer(lambda: _answer(seen), 700 * len(answer.findings))},
    )


def _answer(seen: Seen) -> dict[str, object]:
    """Without the head, which the report has."""
    data = check_data(seen.beside.check)
    return {name: value for name, value in data.items() if name not in ("schema", "as_of", "root")}


def _row(finding: Reported) -> Row:
    tone = _TONES[finding.severity]
    return Row(
        (
            Cell(_SIGNS[finding.severity], finding.severity.value, tone),
            Cell(f"{finding.code} {finding.name}", finding.code),
            Cell(finding.message),
            Cell(finding.help, tone=Tone.MUTED),
            Cell(f"{finding.spot.path}:{finding.spot.line}", tone=Tone.MUTED),
        )
    )


def _more(found: tuple[Reported, ...]) -> Iterator[Part]:
    """The rest, one line each; of very many how many there are."""
    shown = found[: 5 * _MOST]
    lines = [Cell(f"{_SIGNS[one.severity]} {one.code}: {one.message}") for one in shown]
    if len(found) > len(shown):
        lines.append(
            Cell(f"and {len(found) - len(shown)} more: `alignplan check` lists all.", tone=Tone.MUTED)
        )
    yield Prose(tuple(lines))
