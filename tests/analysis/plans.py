"""Plans as text, assessed on a day."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.workspace import open_plan

HEAD = "alignplan: 1\nplan:\n  title: A plan\n  horizon: {start: 2026-01-01, due: 2026-12-31}\n"
TODAY = "2026-11-22"


def assess(text: str, as_of: str = TODAY, files: Mapping[str, str] | None = None) -> Assessment:
    """The plan that `text` (a root file, or its sections without a head) is; it must be read without a fault."""
    assessment = assess_loosely(text, as_of, files)
    assert list(assessment.faults) == []
    return assessment


def assess_loosely(text: str, as_of: str = TODAY, files: Mapping[str, str] | None = None) -> Assessment:
    """The same for a plan that may have faults."""
    text = dedent(text)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {
            "alignplan.yaml": text if "alignplan:" in text else HEAD + text,
            **(files or {}),
        }.items():
            (Path(folder) / name).write_text(content, encoding="utf-8")
        plan = open_plan(folder, as_of=date.fromisoformat(as_of))
        return Assessment(plan.items, plan.as_of, {}, plan.loaded.findings)


def item(plan: Assessment, id: str) -> Node:
    """The item at an address."""
    node = plan.graph.find(id)
    assert node is not None, id
    return node


def tactic(fields: str) -> str:
    """A plan of one tactic `t` with these fields."""
    return "tactics:\n  t:\n    title: Do it\n" + indent(dedent(fields).strip("\n"), "    ") + "\n"


def kpi(fields: str) -> str:
    """A plan of one objective `o` (2026-01-01 to 2026-12-31) with one KPI `k` that has these fields (flow style)."""
    return f"objectives:\n  o:\n    title: Reach it\n    kpis:\n      k: {{{fields}}}\n"
