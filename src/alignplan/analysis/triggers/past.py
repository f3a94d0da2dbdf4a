"""How a trigger came to say what it says: on which days it held, as far as the files tell.

Each day is judged by what is dated up to it. What has no date (money spent, a status without `finished`) is taken to
have been so on every day; a trigger that rests on it alone has no first day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.triggers.course import Course, Truth, all_of, any_of, course
from alignplan.analysis.triggers.leaves import LEAVES
from alignplan.analysis.triggers.reading import Reading

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["course_of"]

_GROUPS = {"any": any_of, "all": all_of}


def course_of(reading: Reading, plan: Assessment) -> Course:
    """What a trigger said day by day, up to today."""
    if reading.parts:
        return _GROUPS[reading.kind]([course_of(part, plan) for part in reading.parts])
    if reading.subject is None:
        return course((), Truth.UNKNOWN)
    return LEAVES[reading.kind].course(reading.trigger, reading.subject, plan)
