"""Bounds on figures of a plan as a whole, such as a coverage of 90 % at least, and whether they are met."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches

from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value, figures
from alignplan.diagnostics.report import Gate
from alignplan.errors import Misuse
from alignplan.records import record

__all__ = ["Bound", "bound_of", "gate"]

_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?\Z")
_MOST_DIGITS = 6

Limit = float | date


@record
class Bound:
    """What a figure has to reach (`is_floor`), or not to exceed."""

    figure: Figure
    limit: Limit
    is_floor: bool

    @property
    def option(self) -> str:
        """The option that it was typed with."""
        return "--min" if self.is_floor else "--max"

    def holds(self, value: Limit) -> bool:
        """Whether a value is within it."""
        one, other = _number(value), _number(self.limit)
        return one >= other if self.is_floor else one <= other


def bound_of(text: str, *, is_floor: bool) -> Bound:
    """The bound that `FIGURE=NUMBER` names. Raises Misuse for an unknown figure, and for what is no bound of one."""
    option = "--min" if is_floor else "--max"
    name, equals, typed = (part.strip() for part in text.partition("="))
    known = {figure.name: figure for figure in figures().values() if _can_be_bounded(figure)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        listed = "there are " + ", ".join(known)
        raise Misuse(
            f"{option} {text}: a plan as a whole has no figure `{name}`",
            f"did you mean `{near[0]}`? {listed}" if near else listed,
        )
    figure = known[name]
    limit = _limit(figure, typed) if equals else None
    if limit is None:
        example = "2027-06-30" if figure.unit is Unit.DATE else "90"
        raise Misuse(f"{option} {text}: no bound", f"write it as {option} {name}={example}")
    if figure.higher is (not is_floor):
        other = "--max" if is_floor else "--min"
        better = "fewer" if is_floor else "more"
        raise Misuse(f"{option} {text}: {better} is better", f"write {other} {name}={typed}")
    return Bound(figure, limit, is_floor)


def _can_be_bounded(figure: Figure) -> bool:
    return figure.of_plan is not None and figure.unit is not Unit.WORD


def _limit(figure: Figure, typed: str) -> Limit | None:
    """The bound itself; none where it is no number, or no day for a date."""
    if figure.unit is Unit.DATE:
        try:
            return date.fromisoformat(typed)
        except ValueError:
            return None
    number = typed.removesuffix("%").rstrip() if figure.unit is Unit.PERCENT else typed
    return float(number) if _NUMBER.match(number) else None


def gate(bound: Bound, picture: Callable[[], Picture], root: str, unknown: str = "") -> Gate:
    """Whether the bound is met. A figure that is not known meets none; `unknown` says why none is."""
    assert bound.figure.of_plan is not None
    value = None if unknown else bound.figure.of_plan(picture())
    met = isinstance(value, (int, float, date)) and bound.holds(value)
    words = _words(bound, value, f": {unknown}" if unknown else "")
    low, high = (_plain(bound.limit), None) if bound.is_floor else (None, _plain(bound.limit))
    return Gate(root, bound.figure.name, bound.figure.unit.value, _plain(value), low, high, met, words)


def _words(bound: Bound, value: Value, why: str) -> str:
    """`coverage is 68 %, less than the 90 % of --min`."""
    name = bound.figure.name
    if not isinstance(value, (int, float, date)):
        return f"`{name}` is unknown{why}; {bound.option} asks for {_shown(bound.figure, bound.limit)}"
    shown, limit = _apart(bound.figure, value, bound.limit)
    late = bound.figure.unit is Unit.DATE
    if bound.holds(value):
        return f"`{name}` is {shown}, as {bound.option} asks with {limit}"
    if bound.is_floor:
        return f"`{name}` is {shown}, {'before' if late else 'less than'} the {limit} of --min"
    return f"`{name}` is {shown}, {'after' if late else 'more than'} the {limit} of --max"


def _apart(figure: Figure, value: Limit, limit: Limit) -> tuple[str, str]:
    """Value and bound in words, with as many digits as it takes not to read the other way round."""
    if isinstance(value, date) or isinstance(limit, date):
        return _shown(figure, value), _shown(figure, limit)
    side = (value > limit) - (value < limit)
    rounded = float(value)
    for digits in range(_MOST_DIGITS + 1):
        rounded = round(float(value), digits)
        if (rounded > limit) - (rounded < limit) == side:
            break
    return _shown(figure, rounded), _shown(figure, limit)


def _shown(figure: Figure, value: Limit) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return f"{text} %" if figure.unit is Unit.PERCENT else text


def _number(value: Limit) -> float:
    return float(value.toordinal()) if isinstance(value, date) else value


def _plain(value: Value) -> float | str | None:
    return value.isoformat() if isinstance(value, date) else value
