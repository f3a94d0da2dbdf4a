"""What could be fixed in a plan as it is: one fix for each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from alignplan.diagnostics.finding import Finding, Safety
from alignplan.editing.manuscript import Manuscript
from alignplan.linting.judged import Judged
from alignplan.rules.interface import Fix
from alignplan.text.patching import Refused, patched

__all__ = ["Candidate", "candidates"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding with its fix, and the line of the file that it stands on."""

    judged: Judged
    fix: Fix
    line: int

    @property
    def finding(self) -> Finding:
        """What is to be fixed."""
        return self.judged.finding

    @property
    def path(self) -> str:
        """The file of the finding, relative to the plan's folder."""
        return self.finding.place.file

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same from round to round while it is not fixed."""
        place = self.finding.place
        return self.finding.code, place.file, place.route, self.fix.title


def candidates(
    judged: Iterable[Judged],
    manuscript: Manuscript,
    *,
    unsafe: bool,
    chosen: Callable[[str], bool],
) -> Iterator[Candidate]:
    """The fixes of the findings in the `chosen` files; guesses too where `unsafe`. What a file refuses is left out."""
    places: set[object] = set()
    for entry in judged:
        finding, fix = entry.finding, entry.rule.fix
        remedy, place = finding.remedy, finding.place
        if remedy is None or fix is None or not (unsafe or remedy.safety is Safety.SAFE):
            continue
        if (
            (place.file, place.route) in places
            or not manuscript.is_file(place.file)
            or not chosen(place.file)
        ):
            continue
        candidate = Candidate(entry, fix(finding, manuscript), _line(manuscript, finding))
        if _is_possible(manuscript, candidate):
            places.add((place.file, place.route))
            yield candidate


def _line(manuscript: Manuscript, finding: Finding) -> int:
    place = finding.place
    if place.span is not None:
        return manuscript.text(place.file).count("\n", 0, place.span[0]) + 1
    return manuscript.line(place.file, place.route)


def _is_possible(manuscript: Manuscript, candidate: Candidate) -> bool:
    try:
        patched(manuscript.text(candidate.path), candidate.fix.changes)
    except Refused:
        return False
    return True
