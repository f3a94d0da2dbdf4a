"""Mermaid: only what is built is syntax, whatever a title says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.output.diagrams import readers
from tests.output.pictures.sample import (
    HOSTILE,
    a_course,
    a_gantt,
    a_load,
    a_matrix,
    a_quadrant,
    an_outline,
    saying,
)

from alignplan.output.diagrams.charts import (
    gantt_chart,
    kpi_charts,
    load_charts,
    not_in_gantt,
    quadrant_chart,
)
from alignplan.output.diagrams.flowcharts import map_chart, matrix_chart, tree_chart
from alignplan.output.diagrams.mermaid_text import bare, cropped, number, quoted, string


def test_a_map() -> None:
    found = readers.flowchart(map_chart(an_outline()).text)
    assert found.nodes["v"] == ["Every household eats one"]
    assert found.nodes["n0"] == ["Win a quarter of the market", "● on track, 60 %"]
    assert found.nodes["n4"] == ["and 37 more tactics", "● 30 on track, × 7 off track"]
    assert "n6" not in found.nodes  # a reference is no node of its own
    assert found.links == [
        ("v", "-->", "70 %", "n0"), ("n0", "-->", "25 %", "n1"), ("n1", "-->", "100 %", "n2"), ("n0", "-->", "", "n3"),
        ("n0", "-->", "", "n4"), ("v", "-->", "30 %", "n5"), ("n5", "-.->", "40 %", "n2"),
    ]  # fmt: skip
    assert map_chart(an_outline()).lost == ("37 left out",)


def test_a_tree_has_neither_vision_nor_shares() -> None:
    found = readers.flowchart(tree_chart(an_outline()).text)
    assert "v" not in found.nodes
    assert len(found.nodes) == 6
    assert found.links[0] == ("n0", "-->", "", "n1")
    assert found.links[-1] == ("n5", "-.->", "", "n2")


def test_a_matrix() -> None:
    found = readers.flowchart(matrix_chart(a_matrix()).text)
    assert found.links == [("r0", "---", "100", "c1"), ("r1", "---", "–", "c0")]


def test_a_schedule_with_its_days() -> None:
    found = readers.gantt(gantt_chart(a_gantt()).text)
    assert found == [
        ("section", "Enhance the line"),
        ("Enhance the line", "crit, active", "2026-02-09", "2027-01-15"),
        ("Try it", "done", "2026-02-09", "2026-06-12"),
        ("Cook", "crit", "2026-11-23", "2027-01-15"),
        ("On the shelf", "milestone", "2027-01-15", "2027-01-15"),
        ("section", "Pay the fees"),
        ("Pay the fees", "", "2026-12-01", "2026-12-08"),
        ("section", "Nobody knows"),
    ]
    assert gantt_chart(a_gantt()).lost == ("1 item without a known day left out",)
    assert not_in_gantt([a_gantt()]) == [
        "not in a Mermaid Gantt chart: 1 due date, 1 figure of progress, 1 day until which there is time"
    ]


def test_nothing_is_left_out_of_the_days() -> None:
    assert "excludes" not in gantt_chart(a_gantt()).text


def test_kpis_and_load() -> None:
    (chart,), lost = kpi_charts([a_course(), replace(a_course(), actuals=())][:1])
    title, columns, series = readers.xychart(chart.text)
    assert title == "Share of the market: ▲ behind, now 18 %, target 19 % by 2026-12-31"
    assert (columns, series) == (2, [[18.2, 18.6], [18.244505, 18.747253]])
    assert lost == ["not in a Mermaid chart: 1 forecast"]
    assert kpi_charts([replace(a_course(), actuals=())]) == (
        [],
        ["1 KPI with fewer than two values left out"],
    )
    charts, lost = load_charts(a_load())
    assert [readers.xychart(one.text)[2] for one in charts] == [[[12, 9, 0], [10, 10, 10]], [[3, 1, 2]]]
    assert lost == []


def test_a_path_that_holds_until_the_next() -> None:
    marks = ((date(2026, 1, 1), 1.0), (date(2026, 6, 1), 5.0))
    some = ((date(2025, 12, 1), 1.0), (date(2026, 3, 1), 2.0), (date(2026, 7, 1), 3.0))
    (chart,), _ = kpi_charts([replace(a_course(), path=marks, actuals=some, step=True)])
    assert readers.xychart(chart.text)[2][1] == [1, 1, 5]


def test_a_quadrant() -> None:
    chart = quadrant_chart(a_quadrant())
    ((title, x, y),) = readers.quadrant(chart.text)
    assert title == "Enhance the line"
    assert x > 0.5
    assert y > 0.5
    assert chart.lost == ("not in a Mermaid quadrant chart: 1 of which it is too early to tell",)


def test_hostile_titles_change_no_structure() -> None:
    for hostile in HOSTILE:
        _keeps_its_structure(hostile)


def _keeps_its_structure(hostile: str) -> None:
    say = saying(hostile)
    for draw in (map_chart, tree_chart):
        one, other = readers.flowchart(draw(an_outline(say)).text), readers.flowchart(draw(an_outline()).text)
        assert list(one.nodes) == list(other.nodes)
        assert one.links == other.links
        assert one.nodes["n3"][0] == (cropped(hostile) or "– standing by")
    assert readers.flowchart(matrix_chart(a_matrix(say)).text).links
    schedule, harmless = (
        readers.gantt(gantt_chart(a_gantt(say)).text),
        readers.gantt(gantt_chart(a_gantt()).text),
    )
    assert [one[1:] for one in schedule if one[0] != "section"] == [
        one[1:] for one in harmless if one[0] != "section"
    ]
    assert len(schedule) == len(harmless)
    assert readers.xychart(kpi_charts([a_course(say)])[0][0].text)[1:] == (
        2,
        [[18.2, 18.6], [18.244505, 18.747253]],
    )
    assert len(load_charts(a_load(say))[0]) == 2
    assert len(readers.quadrant(quadrant_chart(a_quadrant(say)).text)) == 1


@settings(deadline=None)
@given(st.text(max_size=150))
def test_a_label_says_what_was_meant(text: str) -> None:
    read = readers.flowchart(f"flowchart LR\n    n0[{quoted(text)}]\n")
    assert read.nodes["n0"] == [cropped(text) or "–"]


@settings(deadline=None)
@given(st.text(max_size=150))
def test_rows_and_strings_never_end_too_early(text: str) -> None:
    assert bare(text)
    assert not set(bare(text)) & set(":;#,{}\n")
    assert not readers.GANTT_WORDS.match(bare(text))
    assert "%%" not in bare(text)
    assert string(text)[0] == string(text)[-1] == '"'
    assert not set(string(text)[1:-1]) & set('"#;[]\n')


@pytest.mark.parametrize(
    "word", ["title deeds", "Section 3", "click here", "%% note", "--- x", "excludes", "done"]
)
def test_a_row_is_no_statement(word: str) -> None:
    text = gantt_chart(replace(a_gantt(), bars=(replace(a_gantt().bars[0], title=word),))).text
    assert len(readers.gantt(text)) == 2


def test_what_ends_a_row_is_left_out() -> None:
    assert bare("Sign: terms; #1, {x} at 100 %% `now`") == "Sign terms 1 x at 100 % now"
    assert [bare(one) for one in ("", "click", "Clicks", "(ours)")] == [
        "· –",
        "· click",
        "Clicks",
        "· (ours)",
    ]
    assert string('Say "50 %%" [now]; #1') == '"Say 50 % now 1"'
    assert quoted("1. a", "- b", "%% {c}") == '"1#46; a<br/>#45; b<br/>%% #123;c#125;"'


def test_numbers_have_no_power_of_ten() -> None:
    assert [number(one) for one in (1e-9, -0.0, 1e20, 2.5, -1e-3)] == [
        "0", "0", "100000000000000000000", "2.5", "-0.001",
    ]  # fmt: skip
