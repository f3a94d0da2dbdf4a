"""Success metrics: KPIs, their baselines, targets, paths and actuals."""

from typing import Annotated, Any

from alignplan.model.entry import Entry, model, without_nothing
from alignplan.model.values import Actuals, Amount, EndDay, Id, Ids, Series, Shares, Text, fault, shown
from alignplan.model.values.marks import Before
from alignplan.model.words import Aggregate, Direction, Frequency, KpiKind, PathKind, PeriodKind

__all__ = ["SOURCES", "Baseline", "Bounds", "Kpi", "Target"]


def _dated(value: Any) -> Any:
    """A value alone is a value without a date."""
    return {"value": value} if isinstance(value, str) else without_nothing(value)


def _path(value: Any) -> Any:
    return PathKind.STRAIGHT if value is None else value


@model
class Baseline:
    """Where a KPI stood at the start."""

    value: Amount
    """In the KPI's unit."""
    date: EndDay | None = None
    """The day it was measured (left out: the objective's start)."""


@model
class Target:
    """Where a KPI is to stand at the end."""

    value: Amount
    """In the KPI's unit."""
    date: EndDay | None = None
    """The day it is to be reached (left out: the objective's due)."""


@model
class Bounds:
    """A range that a KPI is to stay in; one bound is enough."""

    low: Amount | None = None
    """The lowest good value."""
    high: Amount | None = None
    """The highest good value."""
    by: EndDay | None = None
    """The day from which it holds (left out: at once)."""

    def _checked(self) -> "Bounds":
        if self.low is None and self.high is None:
            raise fault("E005", "a range has `low` or `high`", "add `low: …`, `high: …` or both")
        return self


@model
class Kpi(Entry):
    """A success metric of an objective, or one that several objectives share."""

    unit: Text | None = None
    """What its values count, such as `%`, `EUR`, `days`, `yes/no`."""
    baseline: Annotated[Baseline | None, Before(_dated)] = None
    """Where it stood: a value, or `{date, value}`."""
    target: Annotated[Target | None, Before(_dated)] = None
    """Where it is to go: a value, or `{date, value}`."""
    range: Bounds | None = None
    """In place of a target: `{low, high, by}`."""
    checkpoints: Series = ()
    """The planned path: `{date: value}`; straight where none is given."""
    path: Annotated[PathKind, Before(_path)] = PathKind.STRAIGHT
    """`straight` between checkpoints (default), or `step`: each holds until the next."""
    frequency: Frequency | None = None
    """How often it is measured."""
    owner: Id | None = None
    """Who answers for its values (left out: the objective's owner)."""
    source: Text | None = None
    """Where its values come from."""
    actuals: Actuals = None
    """What was measured: `{date: value}`, `{date: {value, note}}`, or the path of a CSV file, columns `date,value`."""
    series: Id | None = None
    """Another KPI whose baseline, unit and actuals this one takes."""
    aggregate: Aggregate | None = None
    """`sum` or `mean` of the actuals in each `period`."""
    period: PeriodKind | None = None
    """month | quarter | year; without it since the baseline."""
    numerator: Id | None = None
    """With `denominator`: the ratio of two other KPIs is its value."""
    denominator: Id | None = None
    """See `numerator`."""
    sum: Ids = ()
    """Its value is the sum of these KPIs."""
    mean: Shares = ()
    """Its value is the weighted mean of these KPIs."""
    direction: Direction | None = None
    """increase | decrease, where the target does not show it."""
    kind: KpiKind | None = None
    """leading | lagging."""

    @staticmethod
    def _opened(value: Any) -> Any:
        """`18%` is a value where the unit is `%`; of any other unit it would be a percentage of nobody knows what."""
        unit = value.get("unit") if isinstance(value, dict) else None
        if unit is not None and unit != "%":
            steps = _first_percentage(value)
            if steps:
                raise fault("E007", f"the unit is {shown(unit)}, not `%`", "write the number alone", steps)
        return value

    def _checked(self) -> "Kpi":
        if self.target is not None and self.range is not None:
            raise fault("E006", "a KPI has a target or a range, not both", "keep one of the two", ("range",))
        for one, other in (("numerator", "denominator"), ("denominator", "numerator")):
            if getattr(self, one) and not getattr(self, other):
                raise fault("E005", f"`{one}` needs `{other}`", f"add `{other}: …`", (one,))
        if self.period is not None and self.aggregate is None:
            help = "add `aggregate: sum` or `aggregate: mean`"
            raise fault("E005", "`period` needs `aggregate`", help, ("period",))
        sources = [name for name in SOURCES if getattr(self, name)]
        if len(sources) > 1:
            message = f"its values come from `{sources[0]}` and from `{sources[1]}`"
            raise fault("E006", message, "keep one of the two", (sources[1],))
        return self


SOURCES = ("actuals", "numerator", "sum", "mean")
"""Where the values of a KPI may come from: one of these."""


def _first_percentage(kpi: dict[str, Any]) -> tuple[str, ...]:
    """The way to the first value of a KPI that is written with a percent sign; empty where none is."""
    for name in ("baseline", "target", "range", "checkpoints", "actuals"):
        steps = _percentage(kpi.get(name), (name,), name in ("checkpoints", "actuals"))
        if steps:
            return steps
    return ()


def _percentage(value: Any, steps: tuple[str, ...], is_series: bool) -> tuple[str, ...]:
    if isinstance(value, str):
        return steps if value.endswith("%") else ()
    if isinstance(value, dict):
        inner = value if is_series else [name for name in ("value", "low", "high") if name in value]
        for key in inner:
            found = _percentage(value[key], (*steps, key), False)
            if found:
                return found
    return ()
