"""What a rule says: a finding at a symbolic place. Lines and columns come later, when something is printed."""

from __future__ import annotations

from enum import StrEnum

from alignplan.records import record

__all__ = ["Finding", "Part", "Place", "Related", "Remedy", "Route", "Safety", "Severity"]

Route = tuple[str | int, ...]
"""The way from the top of a file to a node: keys of mappings and indices of lists."""


class Severity(StrEnum):
    """How much a finding weighs: `error` fails a check, `warning` and `info` do so only when asked to."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Part(StrEnum):
    """Which part of a node a finding is about."""

    KEY = "key"
    VALUE = "value"


class Safety(StrEnum):
    """What can be said of a fix: `safe` changes nothing that is meant, `unsafe` is the most likely guess."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@record
class Remedy:
    """That a finding can be fixed, and what to write in place of the key or value that it points at.

    `instead` is empty where there is more to the fix than that: the rule knows.
    """

    safety: Safety
    instead: str = ""


@record
class Place:
    """A place in a plan file, as a symbol.

    `file` is relative to the plan's folder, with forward slashes. `span` (offsets in characters of the file's
    text, end exclusive) is given only for faults of the text itself, where no node exists to point at.
    """

    file: str
    route: Route = ()
    part: Part = Part.KEY
    span: tuple[int, int] | None = None


@record
class Related:
    """Another place that a finding speaks of, such as the other end of a bad link."""

    place: Place
    message: str


@record
class Finding:
    """One fault, in the words of the rule that saw it.

    Its identity is `code` + `item` + `field` (without an item: code + file + route), never a line number.
    `label` is the short text beside the caret; `help` names the next step.
    `severity` is given only where it differs from the rule's. `after` names findings, by code and item, each of which
    says all that there is to say: beside one of them this one is not told.
    """

    code: str
    message: str
    place: Place
    item: str = ""
    field: str = ""
    label: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    after: tuple[tuple[str, str], ...] = ()
    remedy: Remedy | None = None

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same when lines move."""
        if self.item:
            return (self.code, self.item, self.field)
        return (self.code, self.place.file, "/".join(map(str, self.place.route)))
