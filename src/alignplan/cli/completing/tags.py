"""Tags and files of the plan, as conditions of selectors name them."""

from __future__ import annotations

import re

from alignplan.cli.completing.offers import Offer
from alignplan.cli.completing.plan import PlanText

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every key
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["paths", "tags"]

_SAFE = re.compile(r"[\w.@+-]+\Z")
_SAFE_PATH = re.compile(r"[\w./@+-]+\Z")
# As they are mostly written: in brackets, alone behind their key, or one a line below it.
_TAGS = re.compile(
    r"\btags:[ \t]*(?:\[(?P<listed>[^\]]*)\]|(?P<alone>[^\s,}\[{#][^,}\n]*)|(?P<below>(?:\n[ \t]*- [^\n]*)+))"
)


def tags(plan: PlanText) -> list[Offer]:
    """The tags that are given, as far as they can be typed without quotes."""
    found = {tag for text in plan.texts() for match in _TAGS.finditer(text) for tag in _tags(match)}
    return [Offer(tag) for tag in sorted(found) if _SAFE.match(tag)]


def _tags(match: re.Match[str]) -> Iterator[str]:
    if match["alone"] is not None:
        raw = [match["alone"]]
    elif match["listed"] is not None:
        raw = match["listed"].split(",")
    else:
        raw = [line.partition("- ")[2] for line in match["below"].split("\n")]
    return (part.partition(" #")[0].strip(" \t\r\n'\"") for part in raw)


def paths(plan: PlanText, *, folders: bool) -> list[Offer]:
    """The files of the plan, with the folders they are in, as far as they can be typed without quotes."""
    files = plan.paths()
    above = {path.rpartition("/")[0] for path in files if folders} - {""}
    return [Offer(path) for path in [*sorted(above), *files] if _SAFE_PATH.match(path)]
