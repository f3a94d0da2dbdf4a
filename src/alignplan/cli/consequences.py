"""What `check` finds after a change that it does not find before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.identity import identity_of, renamed

if TYPE_CHECKING:
    from alignplan.diagnostics.report import Reported
    from alignplan.linting.judged import Judged
    from alignplan.workspace import Plan

__all__ = ["Consequences", "consequences"]


@dataclass(frozen=True, slots=True)
class Consequences:
    """New findings, in the order of the plan: errors, and all others."""

    errors: tuple[Reported, ...] = ()
    others: tuple[Reported, ...] = ()

    @property
    def all(self) -> tuple[Reported, ...]:
        """The errors first."""
        return self.errors + self.others


def consequences(
    before: Plan, after: Plan, names: Callable[[str], str], shown: Callable[[str], str]
) -> Consequences:
    """What a change brings. `names` says what ids are called afterwards, `shown` how a path is printed.

    What a finding is known by is told in :mod:`alignplan.diagnostics.identity`.
    """
    from alignplan.linting.locate import Locator

    told = _open(after)
    if not told:
        return Consequences()
    known = {renamed(identity_of(entry.finding), names) for entry in _open(before)}
    locator = Locator(lambda path: _text(after, path), shown)
    new = [locator.report(entry) for entry in told if identity_of(entry.finding) not in known]
    new.sort(key=lambda finding: (finding.spot.path, finding.spot.line, finding.spot.column))
    errors = tuple(finding for finding in new if finding.severity is Severity.ERROR)
    return Consequences(errors, tuple(finding for finding in new if finding.severity is not Severity.ERROR))


def _open(plan: Plan) -> list[Judged]:
    """What `check` tells of a plan, what is waived left out."""
    return [entry for entry in plan.verdict(plan.selection()).judged if entry.waived is None]


def _text(plan: Plan, path: str) -> str:
    from alignplan.loading.files import text_of

    return text_of(plan.source, path)
