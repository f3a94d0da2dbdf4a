"""Findings: what does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.finding import Severity
from alignplan.output.check_data import finding_data
from alignplan.output.tone import Tone
from alignplan.output.workbooks.sheet import Sheet, State
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 120
_KEYS = ("severity", "code", "name", "item", "field", "message", "help", "path", "line")
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.INFO: Tone.PLAIN}


def sheet(seen: Seen) -> Sheet | None:
    """A row for each finding that is not waived, the gravest first."""
    heads = {"name": "rule's name", "message": "finding", "help": "next step", "path": "file"}
    return sheet_of("Findings", _entries(seen), _KEYS, heads=heads)


def _entries(seen: Seen) -> Iterator[Entry]:
    for one in seen.beside.check.open:
        yield {**finding_data(one), "severity": State(one.severity.value, _TONES[one.severity])}
