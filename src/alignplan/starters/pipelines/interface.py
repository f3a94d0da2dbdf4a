"""What a pipeline is: the file of a host's CI that checks a plan, where it lies, and what to do where one is there."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from alignplan.catalog import member, members
from alignplan.errors import Misuse
from alignplan.records import record

__all__ = ["Pipeline", "pipeline"]


@record
class Pipeline:
    """`PIPELINE` of its module. Paths are relative to the root of the repository, with forward slashes."""

    path: str
    """Where the host looks for the file."""
    text: Callable[[str], str]
    """The file, for a plan in that folder; `.` is the root of the repository."""
    beside: str = ""
    """Where it goes where the host has but one file and the project has that already."""
    to_add: str = ""
    """What the project's own file needs then."""


def pipeline(name: str) -> Pipeline:
    """The pipeline of a host. Raises Misuse."""
    known = members(__package__)
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else "there are " + ", ".join(known)
        raise Misuse(f"there is no CI {name}", hint)
    found: Pipeline = member(__package__, name).PIPELINE
    return found
