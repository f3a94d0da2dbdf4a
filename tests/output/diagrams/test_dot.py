"""DOT: every text in quotes, and read back as it was."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.output.diagrams import readers
from tests.output.pictures.sample import HOSTILE, a_matrix, an_outline, saying

from alignplan.output.diagrams.dot import label, map_graph, matrix_graph, tree_graph


def test_a_map() -> None:
    found = readers.dot(map_graph(an_outline()).text)
    assert list(found.nodes) == ["(vision)", "share", "shelf", "line", "fees", "more:share", "loyal"]
    assert found.nodes["share"] == ["Win a quarter of the market", "● on track, 60 %"]
    assert found.edges == [
        ("(vision)", "share", "70 %"), ("share", "shelf", "25 %"), ("shelf", "line", "100 %"), ("share", "fees", ""),
        ("share", "more:share", ""), ("(vision)", "loyal", "30 %"), ("loyal", "line", "40 %"),
    ]  # fmt: skip


def test_a_tree_and_a_matrix() -> None:
    assert readers.dot(tree_graph(an_outline()).text).edges[0] == ("share", "shelf", "")
    assert readers.dot(matrix_graph(a_matrix()).text).edges == [
        ("share", "fees", "100"),
        ("shelf", "line", "–"),
    ]


def test_hostile_titles_change_no_structure() -> None:
    other = readers.dot(map_graph(an_outline()).text)
    for hostile in HOSTILE:
        one = readers.dot(map_graph(an_outline(saying(hostile))).text)
        assert list(one.nodes) == list(other.nodes)
        assert one.edges == other.edges


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
)
def test_a_label_is_read_back(text: str) -> None:
    found = readers.dot(f'digraph plan {{ "x" [label={label(text)}]; }}')
    assert "".join(found.nodes["x"]) == text or "\\n" in text


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("text", ["plain", 'say "now" \\', "\\N \\G \\n", "a & b &lt; c", "<b>x</b>"])
def test_graphviz_shows_what_was_meant(text: str) -> None:
    source = map_graph(an_outline(lambda _: text)).text
    done = subprocess.run(
        ["dot", "-Tsvg"], input=source, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    from xml.etree import ElementTree

    shown = [one.text for one in ElementTree.fromstring(done.stdout).iter("{http://www.w3.org/2000/svg}text")]
    assert text in shown
