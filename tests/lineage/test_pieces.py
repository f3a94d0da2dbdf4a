"""A text is read piece by piece where it is in the usual style; what comes of it is what the parser of all YAML gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lineage.orchard import GOALS, WORK

from alignplan.lineage.entries import EntriesReader, FileEntries, _entries
from alignplan.lineage.pieces import pieces
from alignplan.text.tree import parse

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "examples").rglob("*.yaml"), *(ROOT / "tests" / "rules" / "cases").glob("*/*.yaml")])
NAMES = ("objectives", "tactics", "kpis")
USUAL = GOALS + WORK + "kpis:\n  crop: {title: Crop, unit: t}\n\ninclude: [a.yaml,\n  b.yaml]\n"
UNUSUAL = [
    "objectives: {a: {title: A}}\n",
    "objectives:\n  a: &x {title: A}\ntactics:\n  b: *x\n",
    "---\nobjectives:\n  a: A\n",
    "objectives:\n  a: A\ntactics:\n  b: B\nobjectives:\n  c: C\n",
    "objectives:\n\ta: A\n",
    '"objectives":\n  a: A\n',
]


def as_read(entries: FileEntries) -> object:
    return dict(entries.touched), dict(entries.meant), entries.include, entries.whole


def test_the_pieces_of_a_text() -> None:
    found = pieces(
        "include: a.yaml\n\nkpis:  # ours\n  # one\n  a: A\n\n  b:\n    title: B\nteams:\n  t: T\n",
        NAMES,
        ("include",),
    )
    assert found == [
        ("include", "include: a.yaml\n\n"),
        ("kpis", "  a: A\n\n"),
        ("kpis", "  b:\n    title: B\n"),
    ]


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_unusual_is_left_to_the_parser(text: str) -> None:
    assert pieces(text, NAMES, ("include",)) is None
    assert as_read(EntriesReader().read(text)) == as_read(_entries(parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        'objectives:\n  a:\n    title: "one\n  b: two"\n  c: C\n',
        "objectives:\n  a: {title: A,\n  b: B}\n  c: C\n",
        "objectives:\n  a:\n    title: |\n      x: y\n    b: B\n  c: C\n",
        "objectives:\n  a: [\n",
        "objectives:\n- a\n",
        "objectives:\n  a: A\n b: B\n",
        "objectives:\n",
        "",
    ],
)
def test_what_reaches_over_lines_is_read_as_it_is(text: str) -> None:
    assert as_read(EntriesReader().read(text)) == as_read(_entries(parse(text)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_gives_the_same_either_way(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    tree = parse(text)
    if tree.whole and not tree.faults:
        assert as_read(EntriesReader().read(text)) == as_read(_entries(tree))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_so_does_one_with_something_changed(data: st.DataObject) -> None:
    reader = EntriesReader()
    reader.read(USUAL)
    at = data.draw(st.integers(0, len(USUAL)))
    size = data.draw(st.integers(0, 6))
    new = data.draw(
        st.sampled_from(
            ["", "x", " ", "\n", "'", '"', "{", "]", ":", "#", "  a: b\n", "- ", "&a ", "|\n", "\ttext"]
        )
    )
    text = USUAL[:at] + new + USUAL[at + size :]
    tree = parse(text)
    if tree.whole and not tree.faults:
        assert as_read(reader.read(text)) == as_read(_entries(tree))
