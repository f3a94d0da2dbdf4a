"""Large plans: a page that can still be mailed, and one that says what it leaves out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.door import typed
from tests.plans import written
from tests.report.pages import by_id, read

OBJECTIVES, TACTICS = 40, 1_000


def large() -> str:
    """A plan of 1,000 tactics with three steps each, and a KPI for each objective."""
    lines = [
        "alignplan: 1",
        "plan: {title: Large, horizon: {start: 2026-01-01, due: 2028-12-31}, currency: EUR}",
        "people:",
    ]
    lines += [f"  p{at}: Person number {at}" for at in range(60)]
    lines.append("objectives:")
    for at in range(OBJECTIVES):
        parent = f"parent: o{(at - 1) // 3}, " if at else ""
        kpi = '{unit: "%", baseline: 0, target: 100, frequency: monthly, actuals: {2026-10-31: 30}}'
        lines.append(f"  o{at}: {{title: Objective {at}, {parent}owner: p{at}, kpis: {{k: {kpi}}}}}")
    lines.append("tactics:")
    for at in range(TACTICS):
        lines.append(f"  t{at}:")
        lines.append(
            f"    {{title: Open the regional office number {at}, supports: o{at % OBJECTIVES}, owner: p{at % 60},"
        )
        lines.append("     description: What is to be opened there serves all customers of the region.,")
        steps = ", ".join(
            f"a{step}: {{title: Step {step} of tactic {at}, effort: {step + 2}d, due: 2027-0{step + 1}-28}}"
            for step in range(3)
        )
        lines.append(f"     budget: {{planned: {at + 100}}}, actions: {{{steps}}}}}")
    return "\n".join(lines) + "\n"


def test_a_thousand_tactics_are_less_than_two_megabytes(tmp_path: Path) -> None:
    assert typed(written(tmp_path, large()), "report", "-q").code == 0
    text = (tmp_path / "report.html").read_text("utf-8")
    assert len(text.encode()) < 2_000_000
    page = read(text)
    items = [tag for tag in by_id(page, "items").all("details") if "id" in tag.attributes]
    assert len(items) == OBJECTIVES + TACTICS
    data = json.loads(by_id(page, "plan-data").text)
    assert data["left_out"] == ["progress", "schedule", "load", "check"]
    assert (
        sorted(data["answers"]) == ["check", "figures", "gaps", "kpis", "recalibrate"]
        or "check" in data["left_out"]
    )
    said = by_id(page, "schedule").text
    assert "with little effort" in said
    assert "Not shown for want of room: " in said


def test_a_deep_plan_is_nested_no_deeper_than_there_is_room_for(tmp_path: Path) -> None:
    chain = "".join(f"  o{at}: {{title: O{at}, parent: o{at - 1}}}\n" for at in range(1, 400))
    plan = f"alignplan: 1\nplan: {{title: Deep}}\nobjectives:\n  o0: {{title: O0, strategic: true}}\n{chain}"
    assert typed(written(tmp_path, plan), "report", "-q").code == 0
    page = read((tmp_path / "report.html").read_text("utf-8"))
    at, depth = by_id(page, "items"), 0
    while inner := list(at.all("details")):
        at, depth = inner[0], depth + 1
    assert depth == 8
    assert len(list(by_id(page, "items").all("details"))) == 400
