"""What is taken from the answers for each picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.formats.pictured import PLAN
from tests.plans import TODAY, written

from alignplan import open_plan
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.schedule.computing import scheduled
from alignplan.analysis.selectors.choice import Choice, choose
from alignplan.catalog import member
from alignplan.output.tone import Tone
from alignplan.views.pictures import gantt, kpis, load, matrix, quadrant, risks, xmatrix

VIEWS = ("map", "tree", "matrix", "xmatrix", "gantt", "kpis", "quadrant", "load", "risks")


@pytest.fixture
def plan(tmp_path: Path) -> Assessment:
    return open_plan(written(tmp_path, PLAN), as_of=TODAY).assessment


@pytest.mark.parametrize("view", VIEWS)
def test_of_the_whole_plan_where_nothing_is_chosen(plan: Assessment, view: str) -> None:
    drawer = member("alignplan.views.pictures", view)
    assert drawer.picture(plan) == drawer.picture(plan, Choice(plan.graph))


@pytest.mark.parametrize("view", VIEWS)
def test_a_plan_without_items_has_no_picture(tmp_path: Path, view: str) -> None:
    empty = open_plan(written(tmp_path, "alignplan: 1\nplan: {title: Nothing}\n"), as_of=TODAY).assessment
    assert member("alignplan.views.pictures", view).picture(empty) is None


def test_bars_are_those_of_the_schedule(plan: Assessment) -> None:
    found, schedule = gantt.drawn(plan, Choice(plan.graph)), scheduled(plan)
    assert found is not None
    assert found.today == TODAY
    assert [(bar.id, bar.start, bar.finish) for bar in found.bars] == [
        (item.node.id, item.start, item.finish) for item in schedule.items.values()
    ]
    line, taste, cook, ready = found.bars[:4]
    assert (line.step, taste.step, taste.done, ready.point) == (False, True, True, True)
    assert (cook.progress, taste.progress) == (50.0, 100.0)
    assert ready.late_days == schedule.items["line/ready"].late_days == 11


def test_a_schedule_that_is_there_is_not_computed_again(plan: Assessment) -> None:
    schedule = scheduled(plan)
    assert gantt.picture(plan, None, schedule) == gantt.picture(plan)
    picture = gantt.picture(plan, choose(plan, ("line+",)), schedule, name="The line")
    assert picture is not None
    assert picture.title == "Schedule of The line"


def test_too_many_rows_are_counted(plan: Assessment) -> None:
    found = gantt.drawn(plan, Choice(plan.graph), most=3)
    assert found is not None
    assert [bar.id for bar in found.bars] == ["line", "fees"]
    assert found.missing == (
        "Not shown for want of room: 4 actions and milestones. Choose fewer, such as one objective.",
    )
    fewer = gantt.drawn(plan, Choice(plan.graph), most=1)
    assert fewer is not None
    assert fewer.missing[0].startswith("Not shown for want of room: 1 tactic, 4 actions and milestones.")


def test_a_course_has_the_figures_of_the_answers(plan: Assessment) -> None:
    (course,) = kpis.drawn(plan, Choice(plan.graph))
    assert (course.id, course.state, course.tone) == ("shelf/shops", "▲ behind", Tone.WARN)
    assert (course.now, course.goal) == ("33 shops", "50 shops by 2026-12-31")
    assert course.actuals[-1] == (date(2026, 9, 30), 33.0)
    assert course.path == ((date(2026, 1, 1), 10.0), (date(2026, 12, 31), 50.0))
    assert course.target == (date(2026, 12, 31), 50.0)
    first, last = course.forecast[0], course.forecast[-1]
    assert (first.day, first.low, first.high) == (date(2026, 9, 30), 33.0, 33.0)
    assert last.day == date(2026, 12, 31)
    assert last.low < last.value < last.high
    assert all(band.low <= band.value <= band.high for band in course.forecast)
    assert course.chance.startswith("chance ")
    assert course.likely.startswith("likely ")
    assert [id for id, _ in kpis.panels(plan)] == ["shelf/shops"]


def test_rows_and_columns_of_the_matrix(plan: Assessment) -> None:
    found = matrix.drawn(plan, Choice(plan.graph))
    assert found is not None
    assert [(row.id, row.depth) for row in found.rows] == [("share", 0), ("shelf", 1)]
    assert [head.id for head in found.columns] == ["fees", "line"]  # in the order of what they serve
    assert {(one.row, one.column, one.text) for one in found.crossings} == {
        ("shelf", "line", "100"), ("share", "fees", "40"), ("shelf", "fees", "60"),
    }  # fmt: skip
    small = matrix.drawn(plan, Choice(plan.graph), 1, 1)
    assert small is not None
    assert small.missing == ("Not shown for want of room: 1 objective, 1 tactic. Choose fewer.",)


def test_where_a_tactic_stands(plan: Assessment) -> None:
    found = quadrant.drawn(plan, Choice(plan.graph))
    assert found is not None
    shown = {field.name: [entry.id for entry in field.entries] for field in (*found.fields, found.early)}
    assert shown == {
        "◆ lucky": ["line"], "● working": [], "× stuck": [], "▲ executed, not working": [], "○ too early to tell": [],
    }  # fmt: skip
    assert found.fields[0].entries[0].lines == (("Shops that sell it", "+23 shops of +24.38 (94 %)"),)


def test_load_and_risks(plan: Assessment) -> None:
    heat = load.drawn(plan, Choice(plan.graph))
    assert heat is not None
    assert heat.periods == ("2026-11", "2026-12")
    assert [(row.id, row.inner) for row in heat.rows] == [("kitchen", False), ("mia", True), ("tom", False)]
    assert heat.rows[1].spots[0].demand + heat.rows[1].spots[1].demand == pytest.approx(6)
    assert heat.rows[1].spots[0].parts.startswith("line/cook ")
    fields = risks.drawn(plan, Choice(plan.graph))
    assert fields is not None
    assert fields.impacts == ("high", "medium", "low")
    assert fields.fields[0][0].risks == (("fire", "The kitchen burns"),)
    assert (fields.fields[0][0].words, fields.fields[0][0].tone) == ("▲ medium", Tone.WARN)


def test_sides_and_ties_of_the_x_matrix(plan: Assessment) -> None:
    found = xmatrix.drawn(plan, Choice(plan.graph))
    assert found is not None
    sides = (found.goals, found.objectives, found.tactics, found.kpis, found.people)
    assert [[id for id, _ in side.entries] for side in sides] == [
        ["share"], ["share", "shelf"], ["line", "fees"], ["shelf/shops"], ["mia", "tom"],
    ]  # fmt: skip
    ties = {(tie.row, tie.column): tie.strong for tie in found.ties}
    assert ties == {
        ("share", "share"): True, ("share", "shelf"): True, ("share", "shelf/shops"): False, ("line", "shelf"): True,
        ("line", "shelf/shops"): True, ("line", "mia"): True, ("fees", "share"): False, ("fees", "shelf"): True,
        ("fees", "tom"): True,
    }  # fmt: skip


def test_a_flat_plan_has_its_vision_below(tmp_path: Path) -> None:
    text = "alignplan: 1\nplan: {title: T, vision: Far}\nobjectives: {a: {}, b: {}}\ntactics: {t: {supports: a}}\n"
    found = xmatrix.drawn(
        flat := open_plan(written(tmp_path, text), as_of=TODAY).assessment, Choice(flat.graph)
    )
    assert found is not None
    assert found.goals.entries == (("(vision)", "Far"),)
    assert [id for id, _ in found.objectives.entries] == ["a", "b"]
