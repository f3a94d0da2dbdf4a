"""What came and went between two versions: objectives, tactics and steps that are not dropped."""

from __future__ import annotations

import pytest
from tests.analysis.plans import assess

from alignplan.analysis.selectors.choice import choose
from alignplan.analysis.wanted import Wanted, came_and_went, wanted

START = """
objectives: {harvest: {title: Harvest}}
tactics:
  beds: {title: Beds, supports: harvest, actions: {wood: {title: Wood}, build: {title: Build}}, milestones: {open: {title: Open}}}
"""


def of(text: str, *selectors: str) -> Wanted:
    plan = assess(text)
    return wanted(choose(plan, selectors))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Wood}", "title: Timber}", (0, 0)),
        ("wood: {", "boards: {", (1, 1)),
        ("build: {title: Build}", "build: {title: Build, status: dropped}", (0, 1)),
        ("build: {title: Build}", "build: {title: Build, status: done}", (0, 0)),
        ("beds: {title: Beds,", "beds: {title: Beds, status: dropped,", (0, 4)),
        ("beds: {title", "frames: {title", (4, 4)),
        ("harvest: {title: Harvest}", "harvest: {title: Harvest, status: dropped}", (0, 1)),
        ("tactics:", "tactics:\n  well: {title: Well, actions: {dig: {title: Dig}}}", (2, 0)),
    ],
)
def test_what_came_and_went(old: str, new: str, expected: tuple[int, int]) -> None:
    assert START.count(old) == 1
    assert came_and_went(of(START), of(START.replace(old, new))) == expected
    assert came_and_went(of(START.replace(old, new)), of(START)) == expected[::-1]


def test_only_what_is_chosen_counts() -> None:
    more = START.replace(
        "tactics:", "tactics:\n  well: {title: Well, owner: mia, actions: {dig: {title: Dig}}}"
    )
    assert came_and_went(of(START, "kind:tactic"), of(more, "kind:tactic")) == (1, 0)
    assert came_and_went(of(START, "kind:action"), of(more, "kind:action")) == (1, 0)
    assert came_and_went(of(START, "kind:objective"), of(more, "kind:objective")) == (0, 0)
    assert came_and_went(of(more), of(more, "kind:objective")) == (0, 6)
