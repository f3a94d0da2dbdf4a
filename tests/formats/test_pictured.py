"""Pictures, charts and graphs of a plan: as golden files, of parts of plans, and where there is nothing to show."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.formats.pictured import FORMATS, GOLDEN, PLAN, all_views, exported
from tests.output.diagrams import readers

from alignplan.errors import Misuse
from alignplan.formats.interface import Exported, exporter

EMPTY = "alignplan: 1\nplan: {title: Nothing yet}\n"


@pytest.mark.parametrize(("name", "view"), all_views())
def test_the_small_plan_looks_as_it_did(tmp_path: Path, name: str, view: str) -> None:
    """Not by accident: `python -m tests.formats.pictured` writes the files anew."""
    golden = (GOLDEN / f"{view}.{FORMATS[name]}").read_text(encoding="utf-8")
    assert exported(tmp_path, name, view).content == golden


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(
        f"{view}.{FORMATS[name]}" for name, view in all_views()
    )


@pytest.mark.parametrize(("name", "view"), all_views())
def test_an_empty_plan_has_nothing_to_show(tmp_path: Path, name: str, view: str) -> None:
    with pytest.raises(Misuse, match=f"^there is nothing to show as {view}$") as told:
        exported(tmp_path, name, view, plan=EMPTY)
    assert told.value.hint is not None
    assert told.value.hint.startswith("it takes a") or told.value.hint.startswith("it takes open work")
    assert told.value.hint.endswith("in the plan")


def test_of_one_item_it_says_how_to_choose_more(tmp_path: Path) -> None:
    with pytest.raises(Misuse) as told:
        exported(tmp_path, "svg", "gantt", "shelf")
    assert told.value.hint == (
        "it takes a tactic, action or milestone that counts in shelf; `shelf+` chooses what serves it, too"
    )


def test_a_part_of_a_plan(tmp_path: Path) -> None:
    found = readers.flowchart(str(exported(tmp_path, "mermaid", "map", "shelf+").content))
    assert [lines[0] for lines in found.nodes.values()] == [
        "Every household eats one of ours", "Be on every shelf", "Enhance the line", "Pay the fees",
    ]  # fmt: skip
    svg = str(exported(tmp_path, "svg", "gantt", "line+").content)
    shown = [one.text for one in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert "Enhance the line" in shown
    assert "Pay the fees" not in shown


def test_a_risk_is_shown_with_what_it_threatens(tmp_path: Path) -> None:
    assert "The kitchen burns" in str(exported(tmp_path, "svg", "risks", "shelf").content)
    with pytest.raises(Misuse):
        exported(tmp_path, "svg", "risks", "share")


def test_the_usual_view_is_the_map() -> None:
    assert {name: exporter(name).view_named(None) for name in FORMATS} == dict.fromkeys(FORMATS, "map")
    assert exporter("svg").file_of("gantt") == "gantt.svg"
    assert exporter("codeowners").file_of("") == "CODEOWNERS"


# ------------------------------------------------------------ several charts in one


def many(tactics: int) -> str:
    """A plan with two objectives, and so many tactics of five days in turn."""
    lines = "".join(
        f"  t{at}: {{title: Tactic {at}, supports: o{at % 2}, owner: mia, start: 2026-12-01, due: 2027-12-31, "
        f"actions: {{work: {{title: Work {at}, effort: 1d}}}}}}\n"
        for at in range(tactics)
    )
    return (
        "alignplan: 1\nplan: {title: Many, horizon: {start: 2026-01-01, due: 2028-12-31}}\npeople: {mia: Mia}\n"
        f"objectives: {{o0: {{title: 'First, of two'}}, o1: {{title: Second}}}}\ntactics:\n{lines}"
    )


def blocks(done: Exported) -> list[str]:
    text = str(done.content)
    return [part.split("```")[0] for part in text.split("```mermaid\n")[1:]]


def test_up_to_fifty_rows_are_one_chart(tmp_path: Path) -> None:
    done = exported(tmp_path, "mermaid", "gantt", plan=many(25))
    rows = [row for row in readers.gantt(str(done.content)) if row[0] != "section"]
    assert len(rows) == 50


def test_more_than_fifty_rows_are_split_by_objective(tmp_path: Path) -> None:
    done = exported(tmp_path, "mermaid", "gantt", plan=many(26))
    charts = [readers.gantt(block) for block in blocks(done)]
    assert [sum(row[0] != "section" for row in chart) for chart in charts] == [26, 26]
    heads = [line for line in str(done.content).splitlines() if line.startswith("#")]
    assert heads == [
        "## Schedule of First, of two as of 2026-11-22",
        "## Schedule of Second as of 2026-11-22",
    ]
    assert done.lost[-1] == "not in a Mermaid Gantt chart: 52 due dates, 25 days until which there is time"


def test_an_objective_with_too_many_rows_shows_its_tactics_and_counts_the_rest(tmp_path: Path) -> None:
    done = exported(tmp_path, "mermaid", "gantt", plan=many(60))
    assert [sum(row[0] != "section" for row in readers.gantt(block)) for block in blocks(done)] == [30, 30]
    assert done.lost[:2] == (
        "First, of two: Not shown for want of room: 30 actions and milestones. Choose fewer, such as one objective.",
        "Second: Not shown for want of room: 30 actions and milestones. Choose fewer, such as one objective.",
    )


def test_a_mermaid_file_holds_one_chart(tmp_path: Path) -> None:
    done = exported(tmp_path, "mermaid", "gantt", plan=many(26), file="plan.mmd")
    assert str(done.content).startswith("gantt\n    title Schedule of First of two as of 2026-11-22\n")
    assert readers.gantt(str(done.content))
    assert done.lost[0] == "a Mermaid file holds one chart: 1 more go into a Markdown file (`-o plan.md`)"


def test_markdown_has_each_chart_in_a_block(tmp_path: Path) -> None:
    one = exported(tmp_path, "mermaid", "map", file="Plan.MD")
    assert str(one.content).startswith("## Strategy map of Northwind\n\n```mermaid\nflowchart LR\n")
    assert str(one.content).endswith("```\n")
    hostile = PLAN.replace("vision: Every household eats one of ours", 'vision: "``` eats one of ours"')
    hostile = hostile.replace("title: Northwind", 'title: "# <b> ```"')
    (block,) = blocks(exported(tmp_path, "mermaid", "map", plan=hostile, file="x.md"))
    assert readers.flowchart(block).nodes["v"] == ["``` eats one of ours"]


def test_a_large_plan_stays_within_what_hosts_draw(tmp_path: Path) -> None:
    for view in ("map", "tree", "matrix"):
        text = str(exported(tmp_path, "mermaid", view, plan=many(600)).content)
        found = readers.flowchart(text)
        assert len(text) < 50_000
        assert len(found.links) < 500
