"""What may go wrong: levels of risks, exposure, triggers and what is armed by them."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from alignplan.analysis.armed import Call
from alignplan.analysis.calendars.days_off import DaysOff
from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.analysis.exposure import LEVELS, chance_level
from alignplan.analysis.risks import BORDERS, impact_level, is_high
from alignplan.analysis.triggers.course import Truth, course
from alignplan.analysis.workdays import WorkDays
from alignplan.model.values.durations import read_lag
from alignplan.model.words import Level, Status, Weekday

__all__ = [
    "ALL_OF", "ANY_OF", "BUDGET_OVER", "CALL", "CHANCE_LEVEL", "EXPOSURE", "FIRST_HELD", "IMPACT_LEVEL", "IS_ARMED",
    "IS_HIGH", "KPI_BEYOND", "LATE", "OCCURRED", "OPERATIONS", "PASSED_REVIEW", "RISK_LEVEL", "RISK_STATE", "SINCE",
    "STANDS_BY",
]  # fmt: skip

_TRUTHS = {True: Truth.HOLDS, False: Truth.NO, None: Truth.UNKNOWN}
_SAID = {truth: said for said, truth in _TRUTHS.items()}


def _borders(given: Given) -> dict[str, float]:
    return {name: usual if (own := given.number(name)) is None else own for name, usual in BORDERS.items()}


def _impact(given: Given) -> str | float | None:
    value = given.one("impact")
    return value if isinstance(value, (str, float)) else float(value) if isinstance(value, int) else None


def _risk_state(given: Given) -> str | None:
    today, closed, occurred = given.day("today"), given.day("closed"), given.day("occurred")
    if today is None:
        return None
    if closed is not None and closed <= today:
        return "closed"
    return "occurred" if occurred is not None and occurred <= today else "open"


def _chance_level(given: Given) -> str | None:
    level = chance_level(given.number("probability"), _borders(given))
    return None if level is None else level.value


def _impact_level(given: Given) -> str | None:
    return impact_level(_impact(given), given.number("budget") or 0.0, _borders(given))


def _risk_level(given: Given) -> str | None:
    impact, chance = given.word("impact_level"), given.word("probability_level")
    if impact is None or chance is None or given.word("state") == "closed":
        return None
    return LEVELS[Level(impact)][Level(chance)].value


def _exposure(given: Given) -> float | None:
    from alignplan.analysis.kpis.decimals import exact

    impact, probability = _impact(given), given.number("probability")
    if probability is None or not isinstance(impact, float) or given.word("state") == "closed":
        return None
    return float(exact(probability) * exact(impact) / 100)


def _is_high(given: Given) -> bool:
    risk = SimpleNamespace(impact=given.word("impact_level"), probability=given.number("probability"))
    return given.word("state") != "closed" and is_high(risk, 0.0, _borders(given))


def _passed_review(given: Given) -> bool | None:
    today, review = given.day("today"), given.day("review")
    if today is None:
        return None
    return given.word("state") != "closed" and review is not None and review < today


def _kpi_beyond(given: Given) -> bool | None:
    below, above = given.number("below"), given.number("above")
    said = []
    for value in given.all("measured"):
        if not isinstance(value, (int, float)):
            said.append(Truth.UNKNOWN)
        else:
            so = value < below if below is not None else above is not None and value > above
            said.append(Truth.HOLDS if so else Truth.NO)
    needed = int(given.number("for") or 1)
    return _SAID[min([*said, *([Truth.UNKNOWN] if len(said) < needed else [])], default=Truth.UNKNOWN)]


def _late(given: Given) -> bool | None:
    if any(word in (Status.DONE, Status.DROPPED) for word in given.all("status")):
        return False
    due, today, limit = given.day("due"), given.day("today"), given.word("late_by")
    if due is None or today is None or limit is None:
        return None
    names = (given.word("workdays") or "").split(", ")
    days = frozenset(at for at, day in enumerate(Weekday) if day.value in names)
    allowed = read_lag(limit).days(given.number("hours") or 8.0, int(given.number("days") or 5))
    listed = given.word("days_off")
    off = DaysOff(frozenset(map(date.fromisoformat, listed.split(", ")) if listed else ()))
    return today > due and WorkDays(days, off).after(due, today) >= allowed


def _budget_over(given: Given) -> bool | None:
    from alignplan.analysis.kpis.decimals import exact

    spent, planned, above = (given.number(role) for role in ("spent", "planned", "above"))
    if spent is None or not planned or above is None:
        return None
    return exact(spent) * 100 > exact(above) * exact(planned)


def _occurred(given: Given) -> bool | None:
    today, day = given.day("today"), given.day("occurred")
    return None if today is None else (day is not None and day <= today) is given.one("wanted")


def _truths(given: Given) -> list[Truth]:
    return [_TRUTHS[value if isinstance(value, bool) else None] for value in given.all("value")]


def _turns(given: Given) -> list[tuple[date, Truth]]:
    """What was said from which day on."""
    return [
        (date.fromisoformat(role.removeprefix("turn/")), _TRUTHS[value if isinstance(value, bool) else None])
        for role, value in given.inputs
        if role.startswith("turn/")
    ]


def _since(given: Given) -> date | None:
    turns = _turns(given)
    return course(turns[1:], turns[0][1]).since if turns else None


def _first_held(given: Given) -> date | None:
    turns = _turns(given)
    return course(turns[1:], turns[0][1]).first if turns else None


def _call(given: Given) -> str:
    """As `armed` has it."""
    if given.one("live") is False:
        return Call.OVER.value
    if given.one("standing_by") is True:
        return Call.STANDING_BY.value
    waiting = any(value is True for value in given.all("waiting"))
    activated, today = given.day("activated"), given.day("today")
    called = activated is not None and today is not None and activated <= today
    if given.one("holds") is True and (waiting or not called):
        return Call.ARMED.value
    if called:
        return Call.ACTIVATED.value
    if given.one("trigger") is False:
        return Call.NO_TRIGGER.value
    return (Call.UNKNOWN if given.one("holds") is None else Call.WAITING).value


def _stands_by(given: Given) -> bool:
    return given.word("status") == Status.PLANNED and bool(given.all("named"))


RISK_STATE = Operation("risk_state", "closed or occurred from its day on, else open", _risk_state)
CHANCE_LEVEL = Operation(
    "probability_level", "high and medium from their borders on, else low", _chance_level
)
IMPACT_LEVEL = Operation(
    "impact_level", "as stated; of money by its part of the planned budget: high, medium, else low", _impact_level
)  # fmt: skip
RISK_LEVEL = Operation("risk_level", "by the levels of impact and probability; closed: none", _risk_level)
EXPOSURE = Operation("exposure", "probability × impact; closed: none", _exposure)
IS_HIGH = Operation(
    "is_high", "impact high and a probability from the lower border on, or medium and from the upper", _is_high
)  # fmt: skip
PASSED_REVIEW = Operation("review_passed", "whether the day of the review is over", _passed_review)
KPI_BEYOND = Operation("kpi_beyond", "whether each of the last measurements is beyond the bound", _kpi_beyond)
LATE = Operation("late", "whether so many working days have gone since its due, and it is not over", _late)
BUDGET_OVER = Operation("budget_over", "spent ÷ planned above the bound", _budget_over)
OCCURRED = Operation("occurred", "whether the risk has occurred by today", _occurred)
ANY_OF = Operation("any_of", "as soon as one of these holds", lambda given: _SAID[max(_truths(given))])
ALL_OF = Operation("all_of", "when all of these hold", lambda given: _SAID[min(_truths(given))])
SINCE = Operation("since", "the first day of the unbroken run in which it holds", _since)
FIRST_HELD = Operation("first_held", "the first day on which it held", _first_held)
CALL = Operation("call", "armed when its trigger holds and nobody has put it into effect", _call)
IS_ARMED = Operation("is_armed", "whether it is armed", lambda given: given.word("state") == Call.ARMED)
STANDS_BY = Operation("stands_by", "planned, and a contingency activates it", _stands_by)

OPERATIONS = (
    RISK_STATE, CHANCE_LEVEL, IMPACT_LEVEL, RISK_LEVEL, EXPOSURE, IS_HIGH, PASSED_REVIEW, KPI_BEYOND, LATE,
    BUDGET_OVER, OCCURRED, ANY_OF, ALL_OF, SINCE, FIRST_HELD, CALL, IS_ARMED, STANDS_BY,
)  # fmt: skip
