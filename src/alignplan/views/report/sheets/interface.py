"""What each sheet of the workbook gives, and the words over its columns.

A sheet takes entries of an answer, by the names that its contract has, and puts some of their figures into columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from alignplan.catalog import member, members
from alignplan.output.readable import state
from alignplan.output.workbooks.sheet import Share, Sheet, State, Value
from alignplan.views.report.interface import Seen

__all__ = ["Entry", "in_currency", "sheet_of", "sheets"]

Entry = Mapping[str, object]
"""A thing of an answer: its figures by name."""

_HEADS = {
    "against_plan": "of the planned way",
    "age_days": "data, days old",
    "assigned": "by",
    "capacity_days": "capacity, days",
    "chance": "chance",
    "code": "rule",
    "data_age_days": "data, days old",
    "date": "measured",
    "days_late": "days late",
    "demand_days": "demand, days",
    "effort_days": "effort, days",
    "effort_share": "of the effort",
    "exposure_level": "exposure, level",
    "first_held": "first held",
    "forecast_date": "forecast for",
    "forecast_gap": "why there is no forecast",
    "forecast_high": "80 % up to",
    "forecast_low": "80 % from",
    "impact_level": "impact, level",
    "late_days": "days late",
    "late_finish": "latest finish",
    "mitigated_by": "mitigated by",
    "misinvested": "against the weights",
    "money_share": "of the money",
    "over_days": "too much, days",
    "percent": "load",
    "planned_share": "planned by now",
    "probability": "likely",
    "probability_level": "likely, level",
    "progress": "done",
    "reason": "why",
    "review_passed": "review passed",
    "says": "trigger",
    "slack_days": "slack, days",
    "stale": "too old",
    "sufficiency": "enough",
    "uncosted_days": "days without a rate",
}
_SHARES = frozenset((
    "against_plan", "attainment", "chance", "effort_share", "enough", "money_share", "percent", "planned_share",
    "probability", "progress", "ratio", "sufficiency", "weight",
))  # fmt: skip
_STATES = frozenset(("health", "place", "state"))


def sheets(seen: Seen) -> Iterator[Sheet]:
    """The sheets that have something to show, in order."""
    found = [member(__package__, name) for name in members(__package__)]
    for module in sorted(found, key=lambda one: int(one.ORDER)):
        sheet: Sheet | None = module.sheet(seen)
        if sheet is not None:
            yield sheet


def sheet_of(
    name: str,
    entries: Iterable[Entry],
    keys: Sequence[str],
    *,
    heads: Mapping[str, str] | None = None,
    indented: int = 1,
) -> Sheet | None:
    """A row for each entry, a column for each key; none where there is no entry. `heads` are words of this sheet.

    Where entries have a `depth`, what stands in the column `indented` is indented by it.
    """
    listed = list(entries)
    if not listed:
        return None
    words = {**_HEADS, **(heads or {})}
    titles = tuple(words.get(key, key.replace("_", " ")) for key in keys)
    rows = tuple(tuple(_value(key, entry.get(key)) for key in keys) for entry in listed)
    depths = tuple(depth for entry in listed if isinstance(depth := entry.get("depth"), int))
    return Sheet(name, titles, rows, depths if len(depths) == len(rows) else (), indented)


def in_currency(seen: Seen, heads: Mapping[str, str]) -> dict[str, str]:
    """Heads of amounts of money, with the currency of the plan where it says one."""
    currency = seen.plan.graph.plan.model.currency
    return {key: f"{head}, {currency}" if currency else head for key, head in heads.items()}


def _value(key: str, value: object) -> Value:
    if isinstance(value, State):
        return value
    plain = value.value if isinstance(value, Enum) else value
    if plain is None or isinstance(plain, bool):
        return plain
    if isinstance(plain, (int, float)):
        return Share(plain) if key in _SHARES else plain
    if isinstance(plain, date):
        return plain
    if isinstance(plain, (list, tuple)):
        return ", ".join(map(_named, plain))
    if key in _STATES:
        shown = state(str(plain))
        return State(shown.text, shown.tone)
    return str(plain)


def _named(thing: object) -> str:
    """A thing of a list, by its name."""
    if isinstance(thing, Mapping):
        return str(thing.get("id") or thing.get("who") or thing.get("to"))
    return str(thing)
