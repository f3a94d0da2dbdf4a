"""Levels read back from codes, and only when asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.sample import imported, plan, report

INDICATOR = "<PerformanceIndicator><MeasurementDimension>Ships</MeasurementDimension></PerformanceIndicator>"


def document(goals: dict[str, list[str]], measured: tuple[str, ...] = ()) -> bytes:
    """Goals by code with the codes of their objectives."""
    core = ""
    for goal, codes in goals.items():
        inside = "".join(
            f"<Objective><Name>Do {code}</Name><SequenceIndicator>{code}</SequenceIndicator>{INDICATOR if code in measured else ''}</Objective>"
            for code in codes
        )
        core += f"<Goal><Name>Goal {goal}</Name><SequenceIndicator>{goal}</SequenceIndicator>{inside}</Goal>"
    return report(core)


def links(source: bytes, *, levels_from_codes: bool = True) -> dict[str, str]:
    """Code → `parent CODE` or `supports CODE`."""
    found = plan(source, levels_from_codes=levels_from_codes)
    entries: dict[str, Any] = found["objectives"] | found.get("tactics", {})
    result = {}
    for entry in entries.values():
        for link in ("parent", "supports"):
            if link in entry:
                result[entry.get("code", "")] = f"{link} {entries[entry[link]]['code']}"
    return result


SIDE_BY_SIDE = {"EX1": ["EX1.1", "EX1.2", "EX1.2.1", "EX1.2.2", "EX1.9.1"], "EX2": ["EX2.1"]}


def test_without_the_option_every_objective_has_its_goal_as_parent() -> None:
    assert links(document(SIDE_BY_SIDE), levels_from_codes=False) == {
        "EX1.1": "parent EX1",
        "EX1.2": "parent EX1",
        "EX1.2.1": "parent EX1",
        "EX1.2.2": "parent EX1",
        "EX1.9.1": "parent EX1",
        "EX2.1": "parent EX2",
    }
    assert "tactics" not in plan(document(SIDE_BY_SIDE))


def test_deeper_codes_become_tactics_of_the_objective_above_or_of_their_goal() -> None:
    assert links(document(SIDE_BY_SIDE)) == {
        "EX1.1": "parent EX1",
        "EX1.2": "parent EX1",
        "EX1.2.1": "supports EX1.2",
        "EX1.2.2": "supports EX1.2",
        "EX1.9.1": "supports EX1",
        "EX2.1": "parent EX2",
    }


def test_what_is_measured_or_has_more_below_it_stays_an_objective() -> None:
    source = document({"1": ["1.1", "1.1.1", "1.1.1.1", "1.1.2"]}, measured=("1.1.2",))
    assert links(source) == {
        "1.1": "parent 1",
        "1.1.1": "parent 1.1",
        "1.1.1.1": "supports 1.1.1",
        "1.1.2": "parent 1.1",
    }


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["1", "11"], {}),
        (["1.1", "1.10"], {}),
        (["A", "Ai", "Aii"], {"Ai": "supports A", "Aii": "supports A"}),
        (["1a", "1a-2"], {"1a-2": "supports 1a"}),
        (["B 1", "B/1/2"], {"B/1/2": "supports B 1"}),
        (["", "1"], {}),
        (["1.1", "1.1"], {}),
    ],
)
def test_a_code_extends_another_by_whole_parts(codes: list[str], expected: dict[str, str]) -> None:
    found = links(document({"G": codes}))
    assert {code: link for code, link in found.items() if not link.startswith("parent G")} == expected


def test_the_own_goal_comes_first_and_another_only_where_its_code_is_the_only_one() -> None:
    own = document({"X": ["1"], "Y": ["1", "1.1"], "Z": ["1.2"]})
    found = plan(own, levels_from_codes=True)["tactics"]
    assert found["1.1-do-1.1"]["supports"] == "1-do-1-2"
    assert "1.2-do-1.2" not in found
    other = document({"X": ["1.1"], "Y": ["1.1.1"]})
    assert plan(other, levels_from_codes=True)["tactics"]["1.1.1-do-1.1.1"]["supports"] == "1.1-do-1.1"


def test_the_report_says_what_moved() -> None:
    report_ = imported(document(SIDE_BY_SIDE), levels_from_codes=True).report
    assert (
        report_[1]
        == "  imported: 2 objectives from Goals, 3 objectives from Objectives, 3 tactics from Objectives"
    )
    assert report_[2] == "  repaired: 2 Objectives put under another by code"


def test_a_tactic_keeps_all_that_it_had() -> None:
    inside = (
        "<Objective><Name>Strategy</Name><SequenceIndicator>1.1</SequenceIndicator></Objective>"
        "<Objective><Name>Work</Name><Description>Do it</Description><Identifier>_w</Identifier>"
        "<SequenceIndicator>1.1.1</SequenceIndicator><OtherInformation>In May</OtherInformation></Objective>"
    )
    found = plan(report(f"<Goal><Name>Depth</Name>{inside}</Goal>"), levels_from_codes=True)
    assert found["tactics"] == {
        "1.1.1-work": {
            "title": "Work",
            "code": "1.1.1",
            "supports": "1.1-strategy",
            "description": "Do it",
            "notes": "In May",
            "x-stratml": {"identifier": "_w"},
        }
    }
