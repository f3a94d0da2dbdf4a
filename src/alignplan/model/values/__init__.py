"""The words of the format: each is a text in the file and one exact value here.

A text that does not fit is an error whose type is the code of the finding: `E006` for a wrong type or value, `E007` for
a bad date, period, duration, percentage or money; in a small mapping also `E004` and `E005`.
"""

from alignplan.model.values.days import DAY_SCHEMA, EndDay, StartDay, day_of, start_of
from alignplan.model.values.durations import SPAN_SCHEMA, Duration, Effort, EffortField, Lag, Span, Work
from alignplan.model.values.faults import CLOSED, fault, within
from alignplan.model.values.holidays import Holidays
from alignplan.model.values.links import AfterLink, Afters, Allocations, Link, Shares
from alignplan.model.values.moves import Move, Moves
from alignplan.model.values.numbers import (
    AMOUNT_SCHEMA,
    FROM_ZERO_SCHEMA,
    PERCENT_SCHEMA,
    SHARE_SCHEMA,
    WEIGHT_SCHEMA,
    Amount,
    Count,
    Money,
    Number,
    Percent,
    Quantity,
    Share,
    Version,
    Weight,
    amount_of,
    number_of,
    percent_of,
    read_percent,
)
from alignplan.model.values.scales import Flag, Hours, Impact, Month, Priority
from alignplan.model.values.series import Actuals, Point, Series
from alignplan.model.values.texts import (
    ID_SCHEMA,
    TEXT_SCHEMA,
    Id,
    Ids,
    Text,
    Texts,
    as_list,
    one_or_many,
    shown,
)

__all__ = [
    "AMOUNT_SCHEMA",
    "CLOSED",
    "DAY_SCHEMA",
    "FROM_ZERO_SCHEMA",
    "ID_SCHEMA",
    "PERCENT_SCHEMA",
    "SHARE_SCHEMA",
    "SPAN_SCHEMA",
    "TEXT_SCHEMA",
    "WEIGHT_SCHEMA",
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
    "Holidays",
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
    "Version",
    "Weight",
    "Work",
    "amount_of",
    "as_list",
    "day_of",
    "fault",
    "number_of",
    "one_or_many",
    "percent_of",
    "read_percent",
    "shown",
    "start_of",
    "within",
]
