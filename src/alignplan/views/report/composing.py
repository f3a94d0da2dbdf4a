"""A report as a whole: its head, and the sections that have something to show."""

from __future__ import annotations

from alignplan.output.reports.interface import Report, Section
from alignplan.views.report.book import all_sheets
from alignplan.views.report.interface import Seen, sections

__all__ = ["composed"]


def composed(seen: Seen, *, document: bool, origin: str, root: str) -> Report:
    """The report of a plan, or with `document` the plan itself. `origin` says where it comes from."""
    model = seen.plan.graph.plan.model
    found: tuple[Section, ...] = tuple(sections(seen, "document" if document else "page"))
    return Report(
        title=model.title or "Plan without a title",
        organization=model.organization or "",
        subtitle="" if document else model.vision or "",
        day=seen.plan.today.isoformat(),
        origin=origin,
        root=root,
        sections=found,
        names=seen.names,
        language="en",
        kind="document" if document else "report",
        sheets=lambda: all_sheets(seen, origin=origin, root=root),
    )
