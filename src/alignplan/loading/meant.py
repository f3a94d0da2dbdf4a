"""What a value that does not fit was most likely meant to be: asked only where one was found."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from alignplan.diagnostics.finding import Remedy, Safety
from alignplan.loading.days import day_meant
from alignplan.model.values import Shape, Wants, number_of

__all__ = ["meant"]

_LONGEST = 40
_ALIKE = 0.75
_FLAGS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
"""What a reader of YAML 1.1 takes for true and false."""
_OTHER_WORDS = {
    "planned": ("not started", "todo", "to do", "draft", "proposed", "scheduled", "new"),
    "active": ("in progress", "ongoing", "started", "running", "doing", "open", "wip"),
    "paused": ("on hold", "blocked", "waiting", "suspended"),
    "done": ("complete", "completed", "finished", "closed"),
    "dropped": ("cancelled", "canceled", "abandoned", "stopped"),
    "on track": ("green",),
    "at risk": ("amber", "yellow"),
    "off track": ("red",),
    "medium": ("med", "mid", "moderate", "normal"),
    "high": ("critical", "very high", "urgent"),
    "low": ("very low",),
    "daily": ("day",),
    "weekly": ("week",),
    "monthly": ("month",),
    "quarterly": ("quarter",),
    "yearly": ("year", "annual", "annually"),
    "avoid": ("avoidance",),
    "reduce": ("mitigate", "reduction", "mitigation"),
    "transfer": ("share",),
    "accept": ("acceptance",),
}
"""The words that people bring along from elsewhere."""
_LENGTH = re.compile(
    r"([0-9]+(?:\.[0-9]+)?) ?(h|hours?|hrs?|d|days?|w|weeks?|wks?|m|months?)\Z", re.ASCII | re.IGNORECASE
)


def meant(found: Any, wants: Wants) -> Remedy | None:
    """What to write in place of a value; none where nothing suggests itself.

    It is safe where the value can be read one way only, `2026-1-5` or `Done`; else it is a guess.
    """
    if not isinstance(found, str) or not found.strip() or len(found) > _LONGEST:
        return None
    if isinstance(wants, Shape):
        return _SHAPES[wants](found.strip())
    return _word(found.strip(), wants)


def _word(text: str, words: tuple[str, ...]) -> Remedy | None:
    said = re.sub(r"[\s_-]+", " ", text.casefold())
    same = said if said in words else _FLAGS.get(said, "") if "true" in words else ""
    if same:
        return Remedy(Safety.SAFE, same)
    other = next((word for word in words if said in _OTHER_WORDS.get(word, ())), "")
    near = [other] if other else get_close_matches(said, words, n=1, cutoff=_ALIKE)
    return Remedy(Safety.UNSAFE, near[0]) if near else None


def _duration(text: str) -> Remedy | None:
    match = _LENGTH.match(text)
    if match is None:
        return None
    unit = match[2].lower()
    # `3 days` may have been meant as days of the calendar; `3D` is only written large.
    return Remedy(Safety.UNSAFE if len(unit) > 1 else Safety.SAFE, f"{match[1]}{unit[0]}")


def _number(text: str) -> Remedy | None:
    """A number in quotes."""
    return Remedy(Safety.SAFE, text) if number_of(str(text)) is not None else None


_SHAPES: dict[Shape, Callable[[str], Remedy | None]] = {
    Shape.DAY: day_meant,
    Shape.DURATION: _duration,
    Shape.NUMBER: _number,
}
