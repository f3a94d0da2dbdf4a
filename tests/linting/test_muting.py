"""One cause, one finding: what only follows from something else is not told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plans import HEAD, check, told


@pytest.mark.parametrize(
    ("text", "rules", "expected"),
    [
        # a mistyped link is the fault, not that the tactic serves nothing or the objective is unserved
        ("objectives:\n  a: {}\ntactics:\n  t: {supports: b}\n", ("E009", "A101"), ["6 error[E009]"]),
        # a value that cannot be read is the fault, not that it is missing
        (
            "tactics:\n  t: {due: soon, supports: o}\nobjectives: {o: {due: 2026}}\n",
            ("E007", "T303"),
            ["4 error[E007]"],
        ),
        ("tactics:\n  t: {suports: o}\nobjectives: {o: {}}\n", ("E004", "A101"), ["4 error[E004]"]),
        # an item that cannot be read at all has no other faults
        ("tactics:\n  t: [x]\n", ("E006", "A", "T"), ["4 error[E006]"]),
        # a section that cannot be read is the fault, not every reference to what stands in it
        ("objectives: [a, b]\ntactics:\n  t: {supports: a}\n", ("E006", "E009", "A"), ["3 error[E006]"]),
        (
            "objectives: {a: {}}\nobjectives: {b: {}}\ntactics:\n  t: {supports: b}\n",
            ("E003", "E009", "A102"),
            ["4 error[E003]"],
        ),
        ("include: {a: b}\ntactics:\n  t: {supports: a}\n", ("E006", "E009"), ["3 error[E006]"]),
        # nobody owns the objective: no need to say it of its KPI, too
        (
            "objectives:\n  a: {kpis: {k: {unit: t, baseline: 0, target: 1}}}\n",
            ("T302", "M202"),
            ["4 warning[T302]"],
        ),
        # without its own objective no one asks what it works for
        ("tactics:\n  t: {}\n", ("A101", "A105", "A106"), ["4 error[A101]"]),
    ],
)
def test_the_more_telling_one_speaks_alone(
    tmp_path: Path, text: str, rules: tuple[str, ...], expected: list[str]
) -> None:
    assert told(check(tmp_path, HEAD + text, *rules)) == expected


def test_a_broken_file_does_not_report_what_stands_in_it_as_missing(tmp_path: Path) -> None:
    files = {
        "alignplan.yaml": "alignplan: 1\nplan: {title: x}\ninclude: [o.yaml]\ntactics:\n  t: {supports: a, owner: mia}\n",
        "o.yaml": "objectives:\n  a: {}\npeople: {mia: [unclosed\n",
    }
    assert [(one.spot.path, one.code) for one in check(tmp_path, files, "E", "A").findings] == [
        ("o.yaml", "E002")
    ]


def test_a_fault_that_was_not_selected_mutes_all_the_same(tmp_path: Path) -> None:
    assert told(check(tmp_path, HEAD + "tactics:\n  t: {supports: [[]], due: x}\n", "A101", "T303")) == []


def test_a_suppressed_finding_still_speaks_for_what_follows(tmp_path: Path) -> None:
    kpis = "    kpis: {k: {unit: t, baseline: 0, target: 1}}\n"
    text = f"{HEAD}objectives:\n  a:  # alignplan: ignore[T302] x\n{kpis}"
    assert told(check(tmp_path, text, "T302", "M202", "E016")) == ["4 waived[T302]"]


def test_the_same_said_twice_is_told_once(tmp_path: Path) -> None:
    assert told(check(tmp_path, HEAD + "people:\n  m: {leave: soon}\n", "E")) == ["4 error[E007]"]
