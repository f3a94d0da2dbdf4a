"""Triggers of contingencies: what each says today, since when, and which can never hold."""

from __future__ import annotations

from alignplan.analysis.triggers.course import Course, Truth
from alignplan.analysis.triggers.impossible import Impossible, Reason, impossible
from alignplan.analysis.triggers.past import course_of
from alignplan.analysis.triggers.reading import Reading, conditions, read

__all__ = [
    "Course", "Impossible", "Reading", "Reason", "Truth", "conditions", "course_of", "impossible", "read",
]  # fmt: skip
