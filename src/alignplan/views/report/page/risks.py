"""Risks and contingencies."""

from __future__ import annotations

from alignplan.output.document import Prose, Table
from alignplan.output.pictures.risks import heat_map
from alignplan.output.reports.interface import Answer, Drawing, Part, Section
from alignplan.views.pictures.risks import drawn
from alignplan.views.report.interface import Seen
from alignplan.views.risks import answer, summary, wide

__all__ = ["ORDER", "section"]

ORDER = 90


def section(seen: Seen) -> Section | None:
    """What is armed, the heat map, the lists; none where there are neither risks nor contingencies."""
    found, plan = seen.register, seen.plan
    if not found:
        return None
    blocks = wide(found, plan)
    armed = [block for block in blocks if not isinstance(block, (Table, Prose))]
    hot = drawn(plan, seen.all)
    parts: list[Part] = list(armed)
    if hot is not None:
        parts.append(Drawing("risks", lambda: [heat_map(hot)]))
    parts += [block for block in blocks if block not in armed]
    lead = summary(found, plan.graph.plan.model.currency)
    return Section(
        "risks",
        "Risks and contingencies",
        lead,
        tuple(parts),
        {"risks": Answer(lambda: answer(found, plan), 700 * (len(found.risks) + len(found.contingencies)))},
    )
