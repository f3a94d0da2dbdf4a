"""Accepted exceptions."""

from __future__ import annotations

from alignplan.output.reports.interface import Answer, Section
from alignplan.views.report.interface import Seen
from alignplan.views.waivers import answer, summary, table

__all__ = ["ORDER", "section"]

ORDER = 120


def section(seen: Seen) -> Section | None:
    """What is waived, why and until when; none where nothing is."""
    found = seen.beside.waivers
    if found is None or not found.listed:
        return None
    lead = summary(found.listed, found.ignored)
    answers = {"waivers": Answer(lambda: answer(found.listed, found.ignored), 400 * len(found.listed))}
    return Section("waivers", "Accepted exceptions", lead, (table(found.listed),), answers)
