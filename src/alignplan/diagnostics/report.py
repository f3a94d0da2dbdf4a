"""What `check` answers: findings with their severity, their lines and columns, and the source around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from alignplan.diagnostics.finding import Safety, Severity

__all__ = [
    "INTERNAL",
    "CheckAnswer",
    "Excerpt",
    "Gate",
    "Known",
    "LocatedRelated",
    "Reported",
    "RuleNote",
    "Since",
    "Spot",
    "Summary",
    "Waiver",
]


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
    """A finding as it is shown.

    `route` leads to its place in the file, steps parted by `/`; only a finding about no item has one.
    """

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
    fix: Safety | None = None
    excerpt: Excerpt | None = None
    related: tuple[LocatedRelated, ...] = ()
    waived: Waiver | None = None
    route: str = ""

    @property
    def fixable(self) -> bool:
        """Whether `check` can fix it, by a guess at least."""
        return self.fix is not None

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same when lines move: rule, item and field; without an item rule, file and route."""
        return (self.code, self.item, self.field) if self.item else (self.code, self.spot.path, self.route)


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What is told of a rule. `page` is its documentation in Markdown, given of rules that found something."""

    code: str
    name: str
    severity: Severity
    page: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files and items were judged, and what was found.

    `waived`, those in the `baseline` and those that a revision has (`since`) are not among the severities.
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
    since: int = 0


class Known(StrEnum):
    """Why a finding is not shown: it is known already."""

    BASELINE = "baseline"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Since:
    """The revision whose findings are not shown: as typed, its commit and that one's day (ISO).

    `whole` is false where not all that it has could be judged: what it may have had is shown.
    """

    revision: str
    commit: str
    day: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Gate:
    """A bound on a figure of a plan as a whole: `text` tells figure and bound in words.

    `value` is none where the figure is unknown: then the gate is not met. One of `low` and `high` is given; dates are
    ISO texts. `root` is the plan's root file as shown.
    """

    root: str
    figure: str
    unit: str
    value: float | str | None
    low: float | str | None
    high: float | str | None
    met: bool
    text: str


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """The answer of `check`: `findings` in the order shown (waived ones too, for the formats that carry them).

    `fails_from` is the severity from which the check fails, none where it never does. `rules` are those that ran, for
    the formats that tell of them. `known` are the findings that are not shown, each with the reason. `since` is what
    the findings are compared with, where they are.
    """

    as_of: str
    root: str
    findings: tuple[Reported, ...] = ()
    summary: Summary = field(default_factory=Summary)
    fails_from: Severity | None = Severity.ERROR
    rules: tuple[RuleNote, ...] = ()
    known: tuple[tuple[Reported, Known], ...] = ()
    since: Since | None = None
    gates: tuple[Gate, ...] = ()

    @property
    def open(self) -> tuple[Reported, ...]:
        """The findings that are not waived."""
        return tuple(finding for finding in self.findings if finding.waived is None)

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed, so that the answer is not complete."""
        return any(finding.code == INTERNAL for finding in self.findings)
