"""What tactics bring to KPIs, and what is seen of it."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.effects.placing import PLACES, Place, is_effective
from alignplan.analysis.explaining.operations.interface import Given, Operation, Value
from alignplan.analysis.kpis.decimals import EXACT, exact, finite
from alignplan.model.words import Status

__all__ = [
    "BEGAN",
    "BROUGHT",
    "DIFFERENCE",
    "EXECUTED",
    "IS_LIVE",
    "IS_PROMISED",
    "OPERATIONS",
    "PLACE",
    "TO_GO",
]


def _difference(given: Given) -> float | None:
    end, start = given.number("to"), given.number("from")
    return None if end is None or start is None else finite(EXACT.subtract(exact(end), exact(start)))


def _to_go(given: Given) -> float | None:
    actual, target = given.number("actual"), given.number("target")
    low, high = given.number("low"), given.number("high")
    if actual is None:
        return None
    if low is not None or high is not None:
        target = (
            low
            if low is not None and actual < low
            else high
            if high is not None and actual > high
            else actual
        )
    return None if target is None else finite(EXACT.subtract(exact(target), exact(actual)))


def _is_live(given: Given) -> bool:
    return given.word("status") not in (Status.DONE, Status.DROPPED)


def _is_promised(given: Given) -> bool:
    return (
        given.word("status") not in (Status.DROPPED, Status.PAUSED) and given.one("standing_by") is not True
    )


def _brought(given: Given) -> float | None:
    by, part = given.number("by"), given.number("part")
    if by is None or part is None:
        return None
    return finite(EXACT.multiply(exact(by), exact(part)).scaleb(-2, EXACT)) + 0.0


def _executed(given: Given) -> bool | None:
    if given.word("status") == Status.DONE:
        return True
    state = given.word("state")
    return None if state is None else state == "on_track"


def _began(given: Given) -> date | None:
    today = given.day("today")
    if today is None:
        return None
    past = {role: [day for day in given.all(role) if isinstance(day, date) and day <= today]
            for role in ("started", "finished", "start")}  # fmt: skip
    if past["started"]:
        return min([*past["started"], *past["finished"]])
    if not past["finished"] and given.word("status") == Status.PLANNED:
        return None
    return min([*past["finished"], *past["start"]], default=today)


def _place(given: Given) -> Value:
    progress, delivered, seen = (given.number(role) for role in ("progress", "delivered", "seen"))
    executed, began, measured = given.one("executed"), given.day("began"), given.day("date")
    unknown = began is None or measured is None or progress is None or seen is None or executed is None
    early = unknown or not delivered or given.one("trusted") is False
    if early or (progress or 0.0) < (given.number("least_progress") or 0.0):
        return Place.TOO_EARLY.value
    if began is None or measured is None or measured <= began:
        return Place.TOO_EARLY.value
    return PLACES[executed is True, is_effective(seen, delivered, given.number("least_effect") or 0.0)].value


DIFFERENCE = Operation("difference", "to − from", _difference)
TO_GO = Operation("to_go", "what is still to go to the target, or into the range", _to_go)
IS_LIVE = Operation("is_live", "neither done nor dropped", _is_live)
IS_PROMISED = Operation("is_promised", "neither dropped, nor paused, nor standing by", _is_promised)
BROUGHT = Operation("brought", "the change × the part of the work that counts", _brought)
EXECUTED = Operation("executed", "done, or its progress is on track", _executed)
BEGAN = Operation(
    "began", "the first day on which it or a step was started or finished, else its start", _began
)
PLACE = Operation(
    "place",
    "too early as long as too little is done, to come or measured; else by whether it is executed and effective",
    _place,
)

OPERATIONS = (DIFFERENCE, TO_GO, IS_LIVE, IS_PROMISED, BROUGHT, EXECUTED, BEGAN, PLACE)
