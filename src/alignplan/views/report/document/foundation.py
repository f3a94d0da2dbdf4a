"""What the plan is for: vision, mission, values, and the time it is about."""

from __future__ import annotations

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Cell, Prose
from alignplan.output.reports.interface import Heading, Part, Section
from alignplan.views.report.interface import Seen
from alignplan.views.report.wording import described, period, said

__all__ = ["ORDER", "section"]

ORDER = 0


def section(seen: Seen) -> Section | None:
    """None where the plan states nothing of it."""
    model, graph = seen.plan.graph.plan.model, seen.plan.graph
    parts: list[Part] = []
    for title, text in (("Vision", model.vision), ("Mission", model.mission)):
        if text:
            parts += [Heading(title), said(text)]
    values = graph.kinds[Kind.VALUE]
    if values:
        parts += [Heading("Values"), Prose(tuple(map(_value, values)))]
    about = [*described(graph.plan), *_time(seen)]
    if about:
        parts += [Heading("About this plan"), said(*about)]
    return Section("foundation", "Vision, mission and values", "", tuple(parts)) if parts else None


def _value(node: Node) -> Cell:
    """A value with what is said of it."""
    more = " ".join(described(node))
    return Cell(f"{node.title}: {more}" if more else node.title)


def _time(seen: Seen) -> list[str]:
    model = seen.plan.graph.plan.model
    whose = f" of {model.organization}" if model.organization else ""
    horizon = model.horizon
    when = "" if horizon is None else period(horizon.start, horizon.due)
    told = [f"This plan{whose} runs {when}."] if when else []
    if model.currency:
        told.append(f"Amounts of money are in {model.currency}.")
    return [" ".join(told)] if told else []
