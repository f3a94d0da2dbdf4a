"""The gap matrix: what is missing, objective by objective."""

from __future__ import annotations

from alignplan.output.reports.interface import Answer, Section
from alignplan.views.gaps import answer, blocks
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 50


def section(seen: Seen) -> Section | None:
    """A row for each objective, a column for each question; none without objectives that are asked."""
    found = seen.beside.gaps
    if not found.objectives:
        return None
    lead = "✔ is there, ✘ is missing, * is missing and accepted, – is not asked."
    return Section(
        "gaps",
        "Gaps",
        lead,
        tuple(blocks(found)),
        {"gaps": Answer(lambda: answer(found), 900 * len(found.objectives))},
    )
