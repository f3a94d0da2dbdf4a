"""What is said where a view has nothing to show: an empty picture would say less."""

from __future__ import annotations

import re

from alignplan.errors import Misuse

__all__ = ["nothing_to_show"]

_TAKES = {
    "map": "an objective or tactic",
    "tree": "an objective or tactic",
    "matrix": "an objective and a tactic that count",
    "xmatrix": "an objective and a tactic that count",
    "gantt": "a tactic, action or milestone that counts",
    "kpis": "a KPI that measures an objective or has a target",
    "quadrant": "a tactic that says which KPI it `moves`",
    "load": "open work of somebody",
    "risks": "an open risk",
}


def nothing_to_show(view: str, asked: str) -> Misuse:
    """The refusal of a view for which the plan, or what was chosen of it by `asked`, has nothing."""
    alone = re.fullmatch(r"[\w./-]+", asked)
    more = f"; `{asked}+` chooses what serves it, too" if alone else ""
    return Misuse(
        f"there is nothing to show as {view}", f"it takes {_TAKES[view]} in {asked or 'the plan'}{more}"
    )
