"""The words of the format: dates, periods, durations, percentages, money, numbers, ids, and lists of them.

Each type is a text in the file and one exact value here. A text that does not fit is a :class:`PydanticCustomError`
whose type is the code of the finding (`E006`: wrong type or value, `E007`: bad date, period, duration, percentage or money).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Annotated, Any, TypeVar

from pydantic import GetPydanticSchema, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

__all__ = [
    "AfterLink", "Amount", "Count", "Duration", "EndDay", "Flag", "Hours", "Id", "Ids", "Lag", "Money", "Number", "Percent",
    "Share", "Shares", "StartDay", "Text", "Texts", "Unit", "fault", "number_of", "percent_of", "words",
]  # fmt: skip

T = TypeVar("T")


Steps = tuple[str | int, ...]


def fault(code: str, message: str, help: str = "", at: Steps = ()) -> PydanticCustomError:
    """The error of a value that does not fit; `code` is that of the finding, `at` the way to it inside the field."""
    return PydanticCustomError(code, "{message}", {"message": message, "help": help, "at": at})  # type: ignore[arg-type]


def within(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """`read(value)`, where a fault of it stands at `step` inside the field."""
    try:
        return read(value)
    except PydanticCustomError as error:
        context = error.context or {}
        raise fault(error.type, context["message"], context["help"], (step, *context["at"])) from None


def quoted(value: Any) -> bool:
    """Whether a scalar was written in quotes or as a block (and is text, whatever it looks like)."""
    return type(value) is not str


# ---------------------------------------------------------------- text

ID_PATTERN = r"^[a-z0-9][a-z0-9._-]*$"
_ID = re.compile(ID_PATTERN)
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?\Z")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value)
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise fault("E006", f"{_shown(value)} where a text belongs", "write one text")


def _reference(value: Any) -> str:
    text = _text(value)
    if _ADDRESS.match(text):
        return str(text)
    raise fault("E006", f"{_shown(value)} cannot be an id", "an id is a-z, 0-9, then also `.`, `_`, `-`; of another's child `parent/child`")


def as_list(value: Any) -> list[Any]:
    """One value may stand alone where a list is asked for."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _listed(item: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    def read(value: Any) -> tuple[T, ...]:
        if value is None:
            return ()
        if isinstance(value, list):
            return tuple([within(index, item, entry) for index, entry in enumerate(value) if entry is not None])
        return (item(value),)

    return read


def _one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]}


_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_ID_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}

Text = Annotated[str, PlainValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
"""A text, kept as written."""
Texts = Annotated[tuple[str, ...], PlainValidator(_listed(_text)), WithJsonSchema(_one_or_many(_TEXT_SCHEMA))]
"""Texts; one may stand alone."""
Id = Annotated[str, PlainValidator(_reference), WithJsonSchema(_ID_SCHEMA)]
"""A reference to an item by its id, or by its address `parent/child`."""
Ids = Annotated[tuple[str, ...], PlainValidator(_listed(_reference)), WithJsonSchema(_one_or_many(_ID_SCHEMA))]
"""References; one may stand alone."""


def words(enum: type[T]) -> Callable[[Any], T]:
    """A validator for one of the words of `enum`."""
    members: dict[str, T] = {str(member.value): member for member in enum}  # type: ignore[attr-defined]

    def read(value: Any) -> T:
        if isinstance(value, str) and value in members:
            return members[value]
        raise fault("E006", f"{_shown(value)} is none of the allowed values", "write " + " | ".join(members))

    return read


# ---------------------------------------------------------------- numbers

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_LARGEST = 1e15


@lru_cache(maxsize=65536)
def _plain_number(text: str) -> float | None:
    if len(text) > 40 or not _NUMBER.match(text):
        return None
    number = float(text)
    return number if abs(number) <= _LARGEST else None


def number_of(value: Any) -> float | None:
    """The number that an unquoted scalar is; `None` for anything else or beyond ±10¹⁵."""
    return _plain_number(value) if type(value) is str else None


def _number(value: Any) -> float:
    number = number_of(value)
    if number is None:
        raise fault("E006", f"{_shown(value)} is not a number", _number_help(value))
    return number


def _number_help(value: Any) -> str:
    if quoted(value) and isinstance(value, str) and _plain_number(str(value)) is not None:
        return "remove the quotes"
    return "write a number such as 25 or 0.6"


def _count(value: Any) -> int:
    number = number_of(value)
    if number is None or number != int(number) or number < 1:
        raise fault("E006", f"{_shown(value)} is not a whole number from 1", "write 1, 2, 3 …")
    return int(number)


def _amount(value: Any) -> float:
    """A KPI value: `true` is 1, `false` 0; `18%` is 18 (the unit must then be `%`)."""
    if type(value) is str:
        if value in ("true", "false"):
            return 1.0 if value == "true" else 0.0
        if value.endswith("%"):
            value = value[:-1].rstrip()
    return _number(value)


def _money(value: Any) -> float:
    number = number_of(value)
    if number is None or number < 0:
        raise fault("E007", f"{_shown(value)} is not an amount of money", "write a number such as 400000, in the plan's currency")
    return number


def percent_of(value: Any) -> float | None:
    """`40%` or 40 as 40.0; `None` for what is no percentage."""
    if type(value) is not str:
        return None
    return _plain_number(value[:-1].rstrip()) if value.endswith("%") else _plain_number(value)


def _percent(value: Any, highest: float = 1e15) -> float:
    number = percent_of(value)
    if number is None or number < 0:
        raise fault("E007", f"{_shown(value)} is not a percentage", "write 40% or 40")
    if 0 < number <= 1 and not value.endswith("%"):
        raise fault("E007", f"{_shown(value)} may be {number:g} % or {number * 100:g} %", f"write {number * 100:g}% or {number:g}%")
    if number > highest:
        raise fault("E007", f"{_shown(value)} is over {highest:g} %", f"write 0% to {highest:g}%")
    return number


def _part(value: Any) -> float:
    return _percent(value, 100.0)


def _weight(value: Any) -> float:
    number = percent_of(value)
    if number is None or number < 0:
        raise fault("E006", f"{_shown(value)} is not a weight", "write a number from 0, such as 40")
    return number


_NUMBER_SCHEMA: dict[str, Any] = {"type": "number"}
_PERCENT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 1},
        {"type": "number", "const": 0},
        {"type": "string", "pattern": r"^\+?[0-9]*\.?[0-9]+ *%$"},
    ]
}
_WEIGHT_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^[0-9.]+ *%$"}]}

Number = Annotated[float, PlainValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)]
"""A number."""
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number from 1."""
Amount = Annotated[
    float,
    PlainValidator(_amount),
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, {"type": "boolean"}, {"type": "string", "pattern": r"^[-+]?[0-9.]+ *%$"}]}),
]
"""A value of a KPI, in its unit."""
Money = Annotated[float, PlainValidator(_money), WithJsonSchema({"type": "number", "minimum": 0})]
"""An amount in the plan's currency."""
Percent = Annotated[float, PlainValidator(_percent), WithJsonSchema(_PERCENT_SCHEMA)]
"""A percentage: 100 is all; more is possible."""
Share = Annotated[float, PlainValidator(_part), WithJsonSchema(_PERCENT_SCHEMA)]
"""A percentage from 0 to 100."""
Weight = Annotated[float, PlainValidator(_weight), WithJsonSchema(_WEIGHT_SCHEMA)]
"""A weight from 0; only its relation to its siblings' counts."""
Hours = Annotated[float, PlainValidator(_number), WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": 24})]
"""Hours of a working day."""


def _flag(value: Any) -> bool:
    if type(value) is str and value in ("true", "false"):
        return value == "true"
    raise fault("E006", f"{_shown(value)} is neither true nor false", "write true or false, without quotes")


Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`."""

# ---------------------------------------------------------------- days

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4]))?\Z", re.ASCII)
_FISCAL = re.compile(r"FY(\d{4})(?:-Q([1-4]))?\Z", re.ASCII)
_DAY_HELP = "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"


@lru_cache(maxsize=65536)
def _day(text: str, year_starts: int, start: bool) -> date | None:
    """The first or last day of a period; `None` where the text is none or the day does not exist."""
    fiscal = _FISCAL.match(text)
    if fiscal:
        return _fiscal_day(int(fiscal[1]), int(fiscal[2] or 0), year_starts, start)
    match = _DAY.match(text)
    if not match or match[1] == "0000":
        return None
    year, month, day, quarter = int(match[1]), int(match[2] or 0), int(match[3] or 0), int(match[4] or 0)
    if day:
        return _exact(year, month, day)
    if match[2]:
        return _edge(year, month, 1, start) if 1 <= month <= 12 else None
    if quarter:
        return _edge(year, quarter * 3 - 2, 3, start)
    return _edge(year, 1, 12, start)


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _edge(year: int, month: int, months: int, start: bool) -> date:
    """The first or last day of `months` months from `month` of `year`."""
    if start:
        return date(year, month, 1)
    last = month + months - 1
    year, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _fiscal_day(year: int, quarter: int, year_starts: int, start: bool) -> date | None:
    """`FY2027` ends in 2027; with a year that starts in January it is the calendar year."""
    first_year = year if year_starts == 1 else year - 1
    if first_year < 1 or year > 9998:
        return None
    month = year_starts + (max(quarter, 1) - 1) * 3
    first_year, month = first_year + (month - 1) // 12, (month - 1) % 12 + 1
    return _edge(first_year, month, 3 if quarter else 12, start)


def _read_day(value: Any, info: ValidationInfo, start: bool) -> date:
    if isinstance(value, str):
        starts = info.context["year_starts"] if info.context else 0
        if value.startswith("FY") and not starts:
            raise fault("E007", f"{_shown(value)} needs `plan.year_starts`", "state the month in which the year starts, such as `year_starts: 7`")
        day = _day(str(value), starts or 1, start)
        if day is not None:
            return day
    raise fault("E007", f"{_shown(value)} is not a date or period", _DAY_HELP)


def _start_day(value: Any, info: ValidationInfo) -> date:
    return _read_day(value, info, True)


def _end_day(value: Any, info: ValidationInfo) -> date:
    return _read_day(value, info, False)


_DAY_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4])?|FY[0-9]{4}(-Q[1-4])?)$"},
        {"type": "integer", "minimum": 1, "maximum": 9999},
    ]
}

StartDay = Annotated[date, PlainValidator(_start_day), WithJsonSchema(_DAY_SCHEMA)]
"""A day; a period stands for its first day."""
EndDay = Annotated[date, PlainValidator(_end_day), WithJsonSchema(_DAY_SCHEMA)]
"""A day; a period stands for its last day."""

# ---------------------------------------------------------------- durations


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `amount` of `unit` (`h` hours, `d` days, `w` weeks, `m` calendar months)."""

    amount: float
    unit: str

    def days(self, hours: float = 8.0, week: int = 5) -> float:
        """In working days of `hours` hours, `week` to a week. A month is a twelfth of 52 weeks and a day (21.75 at 5 a week)."""
        if self.unit == "h":
            return self.amount / hours
        if self.unit == "w":
            return self.amount * week
        return self.amount * week * 4.35 if self.unit == "m" else self.amount

    def after(self, day: date) -> date:
        """`day` this much later in calendar time (hours round down to days; at the end of the calendar: its last day)."""
        try:
            if self.unit == "m":
                months = day.year * 12 + day.month - 1 + int(self.amount)
                year, month = divmod(months, 12)
                return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
            days = {"h": self.amount / 24, "d": self.amount, "w": self.amount * 7}[self.unit]
            return day + timedelta(days=int(days))
        except (OverflowError, ValueError):
            return date.max if self.amount > 0 else date.min

    def __str__(self) -> str:
        return f"{self.amount:g}{self.unit}"


_DURATION = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?) ?([hdwm])\Z", re.ASCII)


@lru_cache(maxsize=4096)
def _duration_of(text: str) -> Duration | None:
    match = _DURATION.match(text)
    if not match or len(text) > 20 or abs(float(match[1])) > 1e6:
        return None
    return Duration(float(match[1]), match[2])


def _duration(value: Any, units: str = "hdwm", signed: bool = False) -> Duration:
    duration = _duration_of(value) if isinstance(value, str) else None
    if duration is None or (duration.amount < 0 and not signed):
        raise fault("E007", f"{_shown(value)} is not a duration", "write 6h, 3d (working days), 2w or 1m")
    if duration.unit not in units:
        raise fault("E007", f"{_shown(value)} cannot be in months here", "write hours, days or weeks: 6h, 3d, 2w")
    return duration


def _any_duration(value: Any) -> Duration:
    return _duration(value)


def _work(value: Any) -> Duration:
    return _duration(value, "hdw")


def _lag(value: Any) -> Duration:
    return _duration(value, signed=True)


_DURATION_SCHEMA: dict[str, Any] = {"type": "string", "pattern": r"^[-+]?[0-9]+(\.[0-9]+)? ?[hdwm]$"}


def _opaque(read: Callable[[Any], Any], schema: dict[str, Any]) -> Any:
    """A type of our own: pydantic only calls `read`."""
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_plain_validator_function(
            read, metadata={"pydantic_js_functions": [lambda _core, _handler: dict(schema)]}
        )
    )


def _opaque_dated(read: Callable[[Any, ValidationInfo], Any], schema: dict[str, Any]) -> Any:
    """The same for a type that holds days, which need the month in which the year starts."""
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.with_info_plain_validator_function(
            read, metadata={"pydantic_js_functions": [lambda _core, _handler: dict(schema)]}
        )
    )


Span = Annotated[Duration, _opaque(_any_duration, _DURATION_SCHEMA)]
"""A duration."""
Work = Annotated[Duration, _opaque(_work, _DURATION_SCHEMA)]
"""A duration in hours, days or weeks."""
Lag = Annotated[Duration, _opaque(_lag, _DURATION_SCHEMA)]
"""A duration that may be negative."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work: the likely value, and its range where it was estimated in three points."""

    likely: Duration
    low: Duration | None = None
    high: Duration | None = None


def _effort(value: Any) -> Effort:
    if not isinstance(value, dict):
        return Effort(_work(value))
    unknown = [key for key in value if key not in ("low", "likely", "high")]
    if unknown or value.get("likely") is None:
        raise fault("E006", "an effort in three points has `low`, `likely`, `high`", "write {low: 20d, likely: 30d, high: 55d}")
    low, likely, high = (None if value.get(key) is None else within(key, _work, value[key]) for key in ("low", "likely", "high"))
    assert likely is not None
    sizes = [point.days() for point in (low, likely, high) if point is not None]
    if sizes != sorted(sizes):
        raise fault("E007", "the three points are not in order", "write low ≤ likely ≤ high")
    return Effort(likely, low, high)


EffortField = Annotated[
    Effort,
    _opaque(
        _effort,
        {
            "anyOf": [
                _DURATION_SCHEMA,
                {
                    "type": "object",
                    "properties": {key: _DURATION_SCHEMA for key in ("low", "likely", "high")},
                    "required": ["likely"],
                    "additionalProperties": False,
                },
            ]
        },
    ),
]
"""Effort in person-time: `30d`, or `{low: 20d, likely: 30d, high: 55d}`."""

# ---------------------------------------------------------------- links

Link = tuple[str, float | None]
"""A reference and the weight stated for it."""


def _weighted(value: Any, weight: Callable[[Any], float]) -> tuple[Link, ...]:
    if value is None:
        return ()
    if isinstance(value, dict):
        return tuple(
            [(within(key, _reference, key), None if entry is None else within(key, weight, entry)) for key, entry in value.items()]
        )
    if isinstance(value, list):
        return tuple([(within(index, _reference, entry), None) for index, entry in enumerate(value) if entry is not None])
    return ((_reference(value), None),)


def _shares(value: Any) -> tuple[Link, ...]:
    return _weighted(value, _weight)


def _allocations(value: Any) -> tuple[Link, ...]:
    return _weighted(value, _percent)


def _weighted_schema(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "anyOf": [
            _ID_SCHEMA,
            {"type": "array", "items": _ID_SCHEMA},
            {"type": "object", "additionalProperties": {"anyOf": [value, {"type": "null"}]}},
            {"type": "null"},
        ]
    }


Shares = Annotated[tuple[Link, ...], _opaque(_shares, _weighted_schema(_WEIGHT_SCHEMA))]
"""References with weights: one id, a list, or `{id: weight}`."""
Allocations = Annotated[tuple[Link, ...], _opaque(_allocations, _weighted_schema(_PERCENT_SCHEMA))]
"""References with a percentage of a full day: one id, a list, or `{id: 50%}`."""


@dataclass(frozen=True, slots=True)
class AfterLink:
    """What must come first: the item, the kind of dependency (`finish-start` …) and the lag."""

    id: str
    kind: str = "finish-start"
    lag: Duration | None = None


_KINDS = ("finish-start", "start-start", "finish-finish", "start-finish")
_AFTER = re.compile(r"(?:([a-z]+-[a-z]+) *)?(?:([-+]) *([0-9][^ ]*))?\Z")


def _after_kind(id: str, text: Any) -> AfterLink:
    if text is None:
        return AfterLink(id)
    match = _AFTER.match(text.strip()) if isinstance(text, str) else None
    if match and (match[1] is None or match[1] in _KINDS):
        lag = _lag(match[2] + match[3]) if match[3] else None
        return AfterLink(id, match[1] or "finish-start", lag)
    raise fault("E006", f"{_shown(text)} is not a kind of dependency", "write " + " | ".join(_KINDS) + ", with a lag such as ` + 5d`")


def _after_entry(entry: Any) -> list[AfterLink]:
    if isinstance(entry, dict):
        return [within(key, partial(_after_kind, within(key, _reference, key)), kind) for key, kind in entry.items()]
    return [AfterLink(_reference(entry))]


def _afters(value: Any) -> tuple[AfterLink, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        return tuple(_after_entry(value))
    return tuple(
        [link for index, entry in enumerate(value) if entry is not None for link in within(index, _after_entry, entry)]
    )


_AFTER_ENTRY: dict[str, Any] = {"anyOf": [_ID_SCHEMA, {"type": "object", "additionalProperties": {"type": ["string", "null"]}}]}
Afters = Annotated[tuple[AfterLink, ...], _opaque(_afters, _one_or_many(_AFTER_ENTRY))]
"""What must finish first: ids, or `{id: finish-start + 5d}`."""


@dataclass(frozen=True, slots=True)
class Move:
    """The change that a tactic alone brings to a KPI, in its unit, and how long after the work it shows."""

    kpi: str
    by: float
    lag: Duration | None = None


def _move(kpi: str, value: Any) -> Move:
    if not isinstance(value, dict):
        return Move(kpi, _amount(value))
    unknown = [key for key in value if key not in ("by", "lag")]
    if unknown or value.get("by") is None:
        raise fault("E006", "a move has `by` and may have `lag`", "write {by: +0.6, lag: 3m}")
    lag = value.get("lag")
    by = within("by", _amount, value["by"])
    return Move(kpi, by, None if lag is None else within("lag", _any_duration, lag))


def _moves(value: Any) -> tuple[Move, ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise fault("E006", f"{_shown(value)} where a mapping belongs", "write {kpi: +0.6}")
    return tuple(
        [
            within(key, partial(_move, within(key, _reference, key)), entry)
            for key, entry in value.items()
            if entry is not None
        ]
    )


_BY: dict[str, Any] = {"anyOf": [_NUMBER_SCHEMA, {"type": "string", "pattern": r"^[-+]?[0-9.]+ *%$"}]}
Moves = Annotated[
    tuple[Move, ...],
    _opaque(
        _moves,
        {
            "type": ["object", "null"],
            "additionalProperties": {
                "anyOf": [
                    *_BY["anyOf"],
                    {"type": "null"},
                    {
                        "type": "object",
                        "properties": {"by": _BY, "lag": _DURATION_SCHEMA},
                        "required": ["by"],
                        "additionalProperties": False,
                    },
                ]
            },
        },
    ),
]
"""What a tactic changes: `{kpi: +0.6}` or `{kpi: {by: +0.6, lag: 3m}}`."""
Unit = Text
"""The unit of a KPI, such as `%`, `EUR`, `days`, `yes/no`."""


# ---------------------------------------------------------------- series, impact, priority, month


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, with the note that was written beside it."""

    day: date
    value: float
    note: str = ""


def _point(day: str, value: Any, info: ValidationInfo) -> Point:
    when = within(day, lambda text: _read_day(text, info, False), day)
    if not isinstance(value, dict):
        return Point(when, within(day, _amount, value))
    unknown = [key for key in value if key not in ("value", "note")]
    if unknown or value.get("value") is None:
        raise fault("E006", "a measurement has `value` and may have `note`", "write {value: 18.4, note: …}", (day,))
    amount = within(day, lambda entry: within("value", _amount, entry), value["value"])
    return Point(when, amount, _text(value["note"]) if value.get("note") is not None else "")


def _series(value: Any, info: ValidationInfo) -> tuple[Point, ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise fault("E006", f"{_shown(value)} where a mapping belongs", "write {2026-03-31: 18.2}")
    points = [_point(key, entry, info) for key, entry in value.items() if entry is not None]
    return tuple(sorted(points, key=lambda point: point.day))


def _actuals(value: Any, info: ValidationInfo) -> tuple[Point, ...] | str | None:
    """Points, or the path of a CSV file."""
    return str(value) if isinstance(value, str) else _series(value, info)


_POINT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        _NUMBER_SCHEMA,
        {"type": "boolean"},
        {"type": "string", "pattern": r"^[-+]?[0-9.]+ *%$"},
        {
            "type": "object",
            "properties": {"value": {"type": ["number", "boolean", "string"]}, "note": _TEXT_SCHEMA},
            "required": ["value"],
            "additionalProperties": False,
        },
    ]
}
_SERIES_SCHEMA: dict[str, Any] = {
    "type": "object",
    "propertyNames": {"pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4])?|FY[0-9]{4}(-Q[1-4])?)$"},
    "additionalProperties": _POINT_SCHEMA,
}

Series = Annotated[tuple[Point, ...], _opaque_dated(_series, {"anyOf": [_SERIES_SCHEMA, {"type": "null"}]})]
"""Values by date, in order of their dates."""
Actuals = Annotated[
    tuple[Point, ...] | str | None,
    _opaque_dated(_actuals, {"anyOf": [_SERIES_SCHEMA, {"type": "string"}, {"type": "null"}]}),
]
"""Values by date, or the path of a CSV file that holds them."""

_LEVELS = ("low", "medium", "high")


def _impact(value: Any) -> str | float:
    if isinstance(value, str) and value in _LEVELS:
        return str(value)
    number = number_of(value)
    if number is None or number < 0:
        raise fault("E006", f"{_shown(value)} is no impact", "write low | medium | high, or an amount of money")
    return number


Impact = Annotated[
    str | float,
    PlainValidator(_impact),
    WithJsonSchema({"anyOf": [{"type": "string", "enum": list(_LEVELS)}, {"type": "number", "minimum": 0}]}),
]
"""`low`, `medium`, `high`, or an amount of money."""

_PRIORITIES = {"low": 250.0, "medium": 500.0, "high": 750.0}


def _priority(value: Any) -> float:
    if isinstance(value, str) and value in _PRIORITIES:
        return _PRIORITIES[value]
    number = number_of(value)
    if number is None or not 0 <= number <= 1000:
        raise fault("E006", f"{_shown(value)} is no priority", "write low | medium | high, or 0 to 1000")
    return number


Priority = Annotated[
    float,
    PlainValidator(_priority),
    WithJsonSchema({"anyOf": [{"type": "string", "enum": list(_PRIORITIES)}, {"type": "number", "minimum": 0, "maximum": 1000}]}),
]
"""0 to 1000; low is 250, medium 500, high 750."""


def _month(value: Any) -> int:
    number = number_of(value)
    if number is None or number != int(number) or not 1 <= number <= 12:
        raise fault("E006", f"{_shown(value)} is not a month", "write its number, 1 to 12")
    return int(number)


Month = Annotated[int, PlainValidator(_month), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})]
"""A month by its number."""


def day_of(text: str, year_starts: int) -> date | None:
    """The (last) day that a text names; none where it names no day."""
    return _day(text, year_starts or 1, False) if year_starts or not text.startswith("FY") else None


def amount_of(text: str) -> float | None:
    """The KPI value that a text is; none where it is no number."""
    try:
        return _amount(text)
    except PydanticCustomError:
        return None


def start_of(text: str, year_starts: int) -> date | None:
    """The first day of what a text names; none where it names no day."""
    return _day(text, year_starts or 1, True) if year_starts or not text.startswith("FY") else None
