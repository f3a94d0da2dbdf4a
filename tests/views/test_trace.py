"""Ways up, ways down, ways between; as many as a person can take in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.views.garden import DAY, GARDEN, entangled, written_plan

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.trace import MOST_WAYS, Way, trace, trace_between
from alignplan.workspace import open_plan


@pytest.fixture(scope="module")
def garden() -> Assessment:
    return open_plan(GARDEN, as_of=date.fromisoformat(DAY)).assessment


def said(way: Way) -> str:
    """A way in a line: `cistern -supports 100-> water-2026`."""
    text = way[0].node.id
    for step in way[1:]:
        share = "" if step.share is None else f" {step.share:g}"
        text += f" -{step.via}{share}-> {step.node.id}"
    return text


def ways(plan: Assessment, id: str) -> tuple[list[str], list[str]]:
    node = plan.graph.find(id)
    assert node is not None
    found = trace(plan, node)
    assert found.complete
    return [said(way) for way in found.up], [said(way) for way in found.down]


def between(plan: Assessment, start: str, end: str) -> tuple[list[str], list[str]]:
    one, other = plan.graph.find(start), plan.graph.find(end)
    assert one is not None
    assert other is not None
    found = trace_between(plan, one, other)
    return [said(way) for way in found.up], [said(way) for way in found.down]


def test_up_and_down(garden: Assessment) -> None:
    assert ways(garden, "cistern") == (
        ["cistern -supports 100-> water-2026 -parent 100-> beds-for-all"],
        [f"cistern -part_of-> cistern/{step}" for step in ("permit", "dig", "first-rain")],
    )


def test_shares_of_several_links(garden: Assessment) -> None:
    up, down = ways(garden, "open-days")
    assert up == ["open-days -supports 70-> neighbours", "open-days -supports 30-> beds-for-all"]
    assert down == []


def test_a_kpi_leads_up_to_what_it_measures_and_down_to_what_moves_it(garden: Assessment) -> None:
    up, down = ways(garden, "beds-for-all/beds")
    assert up == ["beds-for-all/beds -part_of-> beds-for-all"]
    assert down[0] == "beds-for-all/beds -moves-> cistern -part_of-> cistern/permit"
    assert ways(garden, "rain-share")[0] == ["rain-share -kpis-> water-2026 -parent 100-> beds-for-all"]


def test_what_is_no_part_of_the_work_begins_with_what_links_to_it(garden: Assessment) -> None:
    assert ways(garden, "open-gate") == (["open-gate -upholds-> beds-for-all"], [])
    assert ways(garden, "school")[0] == ["school -part_of-> school/school-bed -satisfies-> beds-for-all"]
    assert (
        "ken -assigned-> cistern/dig -part_of-> cistern -supports 100-> water-2026 -parent 100-> beds-for-all"
        in ways(garden, "ken")[0]
    )
    assert ways(garden, "rust/leak")[1] == ["rust/leak -activates-> standpipe"]


def test_between_two_items_in_either_order(garden: Assessment) -> None:
    way = "cistern/dig -part_of-> cistern -supports 100-> water-2026 -parent 100-> beds-for-all"
    assert between(garden, "cistern/dig", "beds-for-all") == ([way], [])
    turned = "beds-for-all -parent 100-> water-2026 -supports 100-> cistern -part_of-> cistern/dig"
    assert between(garden, "beds-for-all", "cistern/dig") == ([], [turned])
    way = "ken -assigned-> cistern/dig -part_of-> cistern"
    assert between(garden, "ken", "cistern") == ([way], [])
    assert between(garden, "cistern", "ken") == ([], ["cistern -part_of-> cistern/dig -assigned-> ken"])
    assert between(garden, "cistern", "neighbours") == ([], [])
    assert between(garden, "cistern", "cistern") == ([], [])


def test_between_a_tactic_and_a_kpi_that_it_moves(garden: Assessment) -> None:
    assert between(garden, "cistern", "beds-for-all/beds")[0] == ["cistern -moves-> beds-for-all/beds"]


def test_an_orphan_has_no_way(garden: Assessment) -> None:
    assert ways(garden, "tea") == ([], [])


def test_a_way_does_not_meet_itself(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path, "objectives: {a: {parent: b}, b: {parent: a}}\ntactics: {t: {supports: a}}"
    ).assessment
    assert ways(plan, "t")[0] == ["t -supports 100-> a -parent 100-> b"]
    assert between(plan, "t", "b")[0] == ["t -supports 100-> a -parent 100-> b"]


def ladder(rungs: int, width: int = 2) -> Assessment:
    """Rungs of objectives, each a child of all on the rung above: `width` to the power of `rungs` ways."""
    parents: dict[str, list[str]] = {"top": []}
    above = ["top"]
    for rung in range(rungs):
        ids = [f"r{rung}-{side}" for side in range(width)]
        parents |= dict.fromkeys(ids, above)
        above = ids
    return entangled(parents)


def test_more_ways_than_anyone_could_count() -> None:
    plan = ladder(60)
    found = trace(plan, plan.graph.top["r59-0"])
    assert (len(found.up), found.complete) == (MOST_WAYS, False)
    assert {way[-1].node.id for way in found.up} == {"top"}
    end = trace_between(plan, plan.graph.top["r59-0"], plan.graph.top["top"])
    assert (len(end.up), end.complete) == (MOST_WAYS, False)


def test_just_as_many_ways_as_are_shown_are_all() -> None:
    plan = ladder(3, 10)
    found = trace(plan, plan.graph.top["top"])
    assert (len(found.down), found.complete) == (1000, True)


def test_a_tangle_without_a_way_out_ends() -> None:
    """Thirty objectives that all realize each other: the ways in it that lead nowhere cannot be tried one by one."""
    ids = [f"o{at}" for at in range(30)]
    plan = entangled({id: [other for other in ids if other != id] for id in ids})
    found = trace(plan, plan.graph.top["o0"])
    assert not found.complete
    assert len(found.up) <= MOST_WAYS


def test_a_very_long_way() -> None:
    plan = entangled({"o0": []} | {f"o{at}": [f"o{at - 1}"] for at in range(1, 20_000)})
    found = trace(plan, plan.graph.top["o19999"])
    assert [len(way) for way in found.up] == [20_000]
    assert found.complete
