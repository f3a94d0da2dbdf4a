"""The words of the format: each is a text in the file and one exact value here.

A text that does not fit is an error whose type is the code of the finding: `E006` for a wrong type or value, `E007` for
a bad date, period, duration, percentage or money; in a small mapping also `E004` and `E005`.
"""

from alignplan.model.values.days import EndDay, StartDay, day_of, start_of
from alignplan.model.values.durations import Duration, Effort, EffortField, Lag, Span, Work
from alignplan.model.values.faults import fault, within
from alignplan.model.values.links import AfterLink, Afters, Allocations, Link, Shares
from alignplan.model.values.moves import Move, Moves
from alignplan.model.values.numbers import (
    Amount,
    Count,
    Flag,
    Hours,
    Impact,
    Money,
    Month,
    Number,
    Percent,
    Priority,
    Quantity,
    Share,
    Weight,
    amount_of,
    number_of,
    percent_of,
)
from alignplan.model.values.series import Actuals, Point, Series
from alignplan.model.values.texts import Id, Ids, Text, Texts, as_list

__all__ = [
    "Actuals",
    "AfterLink",
    "Afters",
    "Allocations",
    "Amount",
    "Count",
    "Duration",
    "Effort",
    "EffortField",
    "EndDay",
    "Flag",
    "Hours",
    "Id",
    "Ids",
    "Impact",
    "Lag",
    "Link",
    "Money",
    "Month",
    "Move",
    "Moves",
    "Number",
    "Percent",
    "Point",
    "Priority",
    "Quantity",
    "Series",
    "Share",
    "Shares",
    "Span",
    "StartDay",
    "Text",
    "Texts",
    "Weight",
    "Work",
    "amount_of",
    "as_list",
    "day_of",
    "fault",
    "number_of",
    "percent_of",
    "start_of",
    "within",
]
