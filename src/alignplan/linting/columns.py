"""What the rules behind the columns of `gaps` say, whatever is selected, and what of it is suppressed."""

from __future__ import annotations

from alignplan.analysis.gaps import COLUMNS, Spoken
from alignplan.linting.engine import Verdict
from alignplan.linting.selection import Selection
from alignplan.rules.catalog import all_rules

__all__ = ["for_columns", "spoken"]

_VITAL = ("target", "unit")
"""Without these a KPI measures nothing; what else M202 speaks of does not make an objective unmeasured."""


def for_columns(selection: Selection) -> Selection:
    """A selection of the columns' rules alone, with the project's thresholds and what it ignores by file."""
    codes = {code for column in COLUMNS for code in column.rules}
    rules = [rule for code, rule in all_rules().items() if code in codes or code[0] == "E"]
    return Selection(rules, {}, selection.thresholds, selection.per_file)


def spoken(verdict: Verdict) -> Spoken:
    """Rule and item of each finding, and whether all that is said there is suppressed."""
    said: dict[tuple[str, str], bool] = {}
    shown = [(judged.finding, judged.waived is not None) for judged in verdict.judged]
    hidden = [(judged.finding, True) for judged in verdict.hidden]
    for finding, suppressed in (*shown, *hidden):
        if finding.code != "M202" or finding.field in _VITAL:
            key = (finding.code, finding.item)
            said[key] = said.get(key, True) and suppressed
    return said
