"""Large plans: only what is asked is worked out, however deep or wide they are."""

from __future__ import annotations

import sys
from typing import NoReturn

from tests.views.garden import entangled

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.growing import Cut, grown
from alignplan.analysis.figures.interface import Picture
from alignplan.analysis.selectors.choice import Choice

MANY = 100_000
DEEP = 5_000


def refused(_choice: Choice) -> NoReturn:
    raise AssertionError("what nobody asked was worked out")


def test_a_chain_of_100_000_is_walked_without_recursion() -> None:
    plan = entangled({f"o{at}": [f"o{at - 1}"] if at else [] for at in range(MANY)})
    grounds = Grounds(Picture(plan, gaps=refused))
    twigs = grown(grounds, plan.graph.top["o0"], "progress", DEEP)
    assert max(twig.depth for twig in twigs) == DEEP > sys.getrecursionlimit()
    assert twigs[0].reason == "nothing below it has a progress that is known"


def test_a_figure_that_many_share_is_taken_apart_once() -> None:
    """A lattice of 30 levels has a billion ways through it."""
    parents = {
        f"o{level}-{side}": [f"o{level - 1}-0", f"o{level - 1}-1"] if level else []
        for level in range(30)
        for side in (0, 1)
    }
    plan = entangled(parents)
    twigs = grown(Grounds(Picture(plan)), plan.graph.top["o0-0"], "progress", MANY)
    assert len(twigs) < 2_000
    assert any(twig.cut is Cut.ABOVE for twig in twigs)


def test_the_shares_of_a_wide_group_are_not_listed_for_each_member() -> None:
    plan = entangled({"top": [], **{f"o{at}": ["top"] for at in range(2_000)}})
    twigs = grown(Grounds(Picture(plan)), plan.graph.top["top"], "progress", MANY)
    assert len(twigs) < 30_000
