"""How many tactics serve an objective: against a walk that keeps every set, and in plans that are deep or run in circles."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.plans import assess
from tests.analysis.test_size import build

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, served

IDS = [f"o{at}" for at in range(7)]
links = st.lists(st.sampled_from(IDS), max_size=3, unique=True)
objective = st.fixed_dictionaries({"parent": links, "status": st.sampled_from(["active", "done", "dropped"])})
tactic = st.fixed_dictionaries(
    {"supports": links, "status": st.sampled_from(["active", "paused", "done", "dropped"])}
)


def walked(plan: Assessment, objective: str) -> set[str]:
    """The tactics below an objective, found by walking down from it."""
    graph = plan.graph
    found: set[str] = set()
    pending, seen = [objective], {objective}
    while pending:
        id = pending.pop()
        found.update(below for below in graph.tactics.get(id, ()) if plan.counts(graph.top[below]))
        for child in graph.subobjectives.get(id, ()):
            if child not in seen and plan.counts(graph.top[child]):
                seen.add(child)
                pending.append(child)
    return found


@settings(max_examples=80, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(IDS, objective)), st.lists(tactic, max_size=8))
def test_the_count_is_that_of_a_walk(objectives: dict[str, Any], tactics: list[Any]) -> None:
    plan = build(objectives=objectives, tactics={f"t{at}": entry for at, entry in enumerate(tactics)})
    assert {id: plan.service.count(id) for id in IDS} == {id: len(walked(plan, id)) for id in IDS}


def test_a_tactic_that_comes_on_two_ways_is_one() -> None:
    plan = assess(
        """
        objectives:
          top: {}
          left: {parent: top}
          right: {parent: top}
          bottom: {parent: [left, right]}
        tactics:
          deep: {supports: bottom}
          both: {supports: [left, top]}
          own: {supports: top}
        """
    )
    assert plan.service.counts == {"top": 3, "left": 2, "right": 1, "bottom": 1}


def test_a_chain_of_objectives_is_served_from_its_end() -> None:
    depth = 50_000
    objectives = {f"o{at}": {"parent": f"o{at - 1}"} if at else {} for at in range(depth)}
    tactics = {"t": {"supports": f"o{depth - 1}"}, "u": {"supports": [f"o{depth - 1}", "o5"]}}
    plan = build(objectives=objectives, tactics=tactics)
    assert plan.service.count("o0") == 2
    assert served(plan, plan.graph.top["o0"]) is Need.MET
