"""`export svg|mermaid|dot --view …`: as somebody types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.formats.pictured import GOLDEN, PLAN
from tests.plans import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, PLAN)


def test_the_map_where_no_view_is_named(folder: Path) -> None:
    done = typed(folder, "export", "svg")
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / "map.svg").read_text(encoding="utf-8")


def test_into_a_folder_it_is_named_after_its_view(folder: Path) -> None:
    (folder / "out").mkdir()
    for view, name in (("gantt", "gantt.svg"), ("kpis", "kpis.svg")):
        assert typed(folder, "export", "svg", "--view", view, "-o", "out").code == 0
        assert (folder / "out" / name).read_bytes() == (GOLDEN / name).read_bytes()
    assert typed(folder, "export", "dot", "-o", "out").code == 0
    assert (folder / "out/map.dot").read_bytes() == (GOLDEN / "map.dot").read_bytes()


def test_what_a_format_cannot_hold_is_counted(folder: Path) -> None:
    done = typed(folder, "export", "mermaid", "--view", "gantt")
    assert done.err == "not in a Mermaid Gantt chart: 6 due dates, 2 figures of progress\n"
    assert typed(folder, "export", "mermaid", "--view", "gantt", "-q").err == ""


def test_the_name_of_the_file_says_whether_it_is_markdown(folder: Path) -> None:
    assert typed(folder, "export", "mermaid", "-o", "map.md").code == 0
    assert (folder / "map.md").read_text(encoding="utf-8").startswith("## Strategy map of Northwind\n")
    done = typed(folder, "export", "mermaid", "--view", "load", "-o", "load.mmd")
    assert done.err == "a Mermaid file holds one chart: 2 more go into a Markdown file (`-o plan.md`)\n"
    assert (folder / "load.mmd").read_text(encoding="utf-8").startswith("xychart-beta\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("svg", "--view", "maps"), "error: svg has no view maps\nhelp: did you mean map?\n"),
        (
            ("svg", "--view", "zzz"),
            "error: svg has no view zzz\n"
            "help: there are map, tree, matrix, xmatrix, gantt, kpis, quadrant, load, risks\n",
        ),
        (("dot", "--view", "gantt"), "error: dot has no view gantt\nhelp: there are map, tree, matrix\n"),
        (
            ("mermaid", "--view", "risks"),
            "error: mermaid has no view risks\nhelp: there are map, tree, matrix, gantt, kpis, quadrant, load\n",
        ),
        (("codeowners", "--view", "map"), "error: codeowners has no views\nhelp: leave --view out\n"),
        (
            ("svg", "--view", "kpis", "tom"),
            "error: there is nothing to show as kpis\nhelp: it takes a KPI that measures an objective or has a target "
            "in tom; `tom+` chooses what serves it, too\n",
        ),
        (
            ("svg", "nobody"),
            "error: there is no `nobody` in the plan\nhelp: `alignplan ls` lists what there is\n",
        ),
    ],
)
def test_what_is_refused(folder: Path, words: tuple[str, ...], told: str) -> None:
    done = typed(folder, "export", *words)
    assert (done.code, done.out, done.err) == (2, "", told)


def test_nothing_is_written_where_there_is_nothing_to_show(tmp_path: Path) -> None:
    written(tmp_path, "alignplan: 1\nplan: {title: Nothing yet}\n")
    done = typed(tmp_path, "export", "svg", "-o", "map.svg")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "note: the plan has no items\nerror: there is nothing to show as map\n"
        "help: it takes an objective or tactic in the plan\n"
    )
    assert not (tmp_path / "map.svg").exists()


def test_never_over_the_plan(folder: Path) -> None:
    done = typed(folder, "export", "svg", "-o", "alignplan.yaml")
    assert (done.code, done.err) == (
        2,
        "error: alignplan.yaml is a file of the plan\nhelp: name another file\n",
    )
    assert (folder / "alignplan.yaml").read_text(encoding="utf-8") == PLAN
