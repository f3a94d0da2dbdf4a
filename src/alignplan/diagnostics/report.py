"""What `check` answers: findings with their severity, their lines and columns, and the source around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from alignplan.diagnostics.finding import Severity

__all__ = ["INTERNAL", "CheckAnswer", "Excerpt", "LocatedRelated", "Reported", "Spot", "Summary", "Waiver"]


INTERNAL = "X999"
"""The code of what is no fault of the plan: a rule that crashed, a bug of ours."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: path as shown; lines and columns from 1, columns in characters, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Source lines around a spot, as they stand in the file (unescaped); `first` is the number of the first line."""

    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocatedRelated:
    """Another place of the same finding."""

    spot: Spot
    message: str
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is accepted, and until when (ISO date; empty: without an end)."""

    reason: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as it is shown."""

    code: str
    name: str
    severity: Severity
    message: str
    spot: Spot
    item: str = ""
    field: str = ""
    label: str = ""
    help: str = ""
    url: str = ""
    fixable: bool = False
    excerpt: Excerpt | None = None
    related: tuple[LocatedRelated, ...] = ()
    waived: Waiver | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files and items were judged, and what was found. `waived` are not among the severities.

    `waiver_ends` is the number of days to the end of the waiver that ends first, where one has an end.
    """

    files: int = 0
    items: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0
    baseline: int = 0
    waiver_ends: int | None = None


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """The answer of `check`: `findings` in the order shown (waived ones too, for the formats that carry them)."""

    as_of: str
    root: str
    findings: tuple[Reported, ...] = ()
    summary: Summary = field(default_factory=Summary)

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed, so that the answer is not complete."""
        return any(finding.code == INTERNAL for finding in self.findings)
