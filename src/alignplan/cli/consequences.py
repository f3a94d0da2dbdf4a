"""What `check` finds after a change that it does not find before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignplan.diagnostics.finding import Severity
from alignplan.editing.interface import unchanged_names

if TYPE_CHECKING:
    from alignplan.diagnostics.finding import Finding
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

    A finding is new by its identity, rule, item and field; of the files themselves by its words, too.
    """
    from alignplan.linting.locate import Locator

    told = _open(after)
    if not told:
        return Consequences()
    identity = _identity if names is unchanged_names else _by_name
    known = {known for entry in _open(before) for known in _identities(identity(entry.finding), names)}
    locator = Locator(lambda path: _text(after, path), shown)
    new = [locator.report(entry) for entry in told if identity(entry.finding) not in known]
    new.sort(key=lambda finding: (finding.spot.path, finding.spot.line, finding.spot.column))
    errors = tuple(finding for finding in new if finding.severity is Severity.ERROR)
    return Consequences(errors, tuple(finding for finding in new if finding.severity is not Severity.ERROR))


def _open(plan: Plan) -> list[Judged]:
    """What `check` tells of a plan, what is waived left out."""
    return [entry for entry in plan.verdict(plan.selection()).judged if entry.waived is None]


def _identities(known: tuple[str, ...], names: Callable[[str], str]) -> Iterable[tuple[str, ...]]:
    """What a finding of before is known by afterwards: of an item by its name, else by file and route."""
    yield known
    code, item, field, *words = known
    yield code, names(item), field, *words
    section, slash, rest = field.partition("/")
    id, more, inside = rest.partition("/")
    yield code, item, f"{section}{slash}{names(id)}{more}{inside}", *words


def _identity(finding: Finding) -> tuple[str, ...]:
    """Rule, item and field; a fault of the files is another one where it says something else."""
    return (*finding.identity, finding.message if finding.code.startswith("E") else "")


def _by_name(finding: Finding) -> tuple[str, ...]:
    """The same where items get other names, which the words may hold."""
    return finding.identity


def _text(plan: Plan, path: str) -> str:
    from alignplan.loading.files import text_of

    return text_of(plan.source, path)
